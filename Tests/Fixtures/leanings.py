"""The deconvolved gap and g* of small synthetic runs by NumPy and SciPy, with the full table of likelihoods at each step:
another program than the one under test, for its fixtures."""

import json
import sys

import numpy as np
from scipy.stats import binom

SIZE = 24
GRID = np.sin(np.pi * (np.arange(SIZE) + 0.5) / (2 * SIZE)) ** 2


def power(base, exponent):
    return base ** np.asarray(exponent, float)[:, None]


def deconvolve(cells, steps=800, gain=1e-6):
    halves, m, y0, k0, y1, k1 = (np.array(column, float) for column in zip(*cells))
    place = float(np.clip(np.mean(y1 / k1) - np.mean(y0 / k0), 0, 0.95))
    p = GRID[None, :]
    stated = power(p, halves / 2) * power(1 - p, m - halves / 2)
    acted = binom.pmf(y0[:, None], k0[:, None], (1 - place) * p) * binom.pmf(
        y1[:, None], k1[:, None], (1 - place) * p + place
    )
    table = (stated[:, :, None] * acted[:, None, :]).reshape(len(cells), -1)
    weights = np.full(table.shape[1], 1 / table.shape[1])
    before = -np.inf
    for _ in range(steps):
        mixed = table @ weights
        likelihood = np.log(mixed).sum()
        weights = weights * ((1 / mixed) @ table) / len(cells)
        if likelihood - before < gain:
            break
        before = likelihood
    weights = weights.reshape(SIZE, SIZE)
    differ = (GRID[:, None] > 0.5) != (GRID[None, :] > 0.5)
    steady = np.abs(GRID - 0.5) > 0.2
    both = steady[:, None] & steady[None, :]
    return {
        "gap": float(weights[differ].sum()),
        "contradiction": float(weights[differ & both].sum()),
        "ambivalent": float(weights[~both].sum()),
        "place": place,
        # By stated leaning: the weights summed over the acted ones.
        "stated_weights": [float(w) for w in weights.sum(axis=1)],
    }


def slip_corrected(cells):
    def sign(count, of):
        return 2 * count / of - 1

    rows = []
    for halves, m, y0, k0, y1, k1 in cells:
        x, z0, z1 = sign(halves / 2, m), sign(y0, k0), sign(y1, k1)
        z = (z0 + z1) / 2
        within = ((k0 * z0**2 - 1) / (k0 - 1) + (k1 * z1**2 - 1) / (k1 - 1)) / 2
        rows.append((x, z, x * z, (m * x**2 - 1) / (m - 1), (within + z0 * z1) / 2))
    x, z, xz, xx, zz = np.mean(rows, axis=0)
    product = xz / np.sqrt(xx * zz)
    return {"gap": (1 - product) / 2, "stated": x / np.sqrt(xx), "acted": z / np.sqrt(zz), "product": product}


def changes(cells):
    def change(d, n):
        return 2 * d * (n - d) / (n * (n - 1))

    return {
        "stated": float(np.mean([change(h / 2, m) for h, m, *_ in cells])),
        "acted": float(np.mean([change(y0 + y1, k0 + k1) for _, _, y0, k0, y1, k1 in cells])),
    }


def cells(rng, number, place, middles, uneven):
    rows = []
    for _ in range(number):
        p, q = rng.beta(0.6, 0.9), rng.beta(0.5, 0.8)
        m = 8 - int(uneven and rng.random() < 0.3) * int(rng.integers(1, 6))
        k0, k1 = (4 - int(uneven and rng.random() < 0.3) * int(rng.integers(1, 3)) for _ in range(2))
        middle = int(rng.binomial(m, 0.2)) if middles else 0
        halves = 2 * int(rng.binomial(m - middle, p)) + middle
        rows.append(
            [halves, m, int(rng.binomial(k0, (1 - place) * q)), k0, int(rng.binomial(k1, (1 - place) * q + place)), k1]
        )
    return rows


if __name__ == "__main__":
    rng = np.random.default_rng(41)
    cases = []
    for number, place, middles, uneven in [(40, 0, False, False), (160, 0.15, False, False), (90, 0.3, True, True)]:
        rows = cells(rng, number, place, middles, uneven)
        cases.append(
            {
                "cells": rows,
                "deconvolved": deconvolve(rows),
                "slip_corrected": slip_corrected(rows),
                "changes": changes(rows),
            }
        )
    with open(sys.argv[1], "w") as file:
        json.dump({"cases": cases}, file)
        file.write("\n")
