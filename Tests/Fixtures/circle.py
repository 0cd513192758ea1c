"""How well small synthetic runs follow a circular order, by NumPy: correlations of the groups' centred profiles, and the
correspondence index of Hubert and Arabie (1987) counted pair by pair."""

import itertools
import json
import sys

import numpy as np

random = np.random.default_rng(20261126)
PLACES = [4, 3, 2, 1, 0, 8, 7, 6, 6, 5]
AROUND = 9


def steps(one, other):
    apart = abs(PLACES[one] - PLACES[other])
    return min(apart, AROUND - apart)


def index(scores):
    """scores: scenario × group; NaN where the group has no counted cell there."""
    complete = scores[~np.isnan(scores).any(axis=1)]
    centred = complete - complete.mean(axis=1, keepdims=True)
    alike = np.corrcoef(centred, rowvar=False)
    pairs = list(itertools.combinations(range(len(PLACES)), 2))
    held = against = predictions = 0
    for near in pairs:
        for far in pairs:
            if steps(*near) < steps(*far):
                predictions += 1
                difference = alike[near] - alike[far]
                held += difference > 1e-12
                against += difference < -1e-12
    return len(complete), predictions, (held - against) / predictions, alike


def case(scenarios, strength, missing):
    """Two values a group; scores are eighths."""
    angles = 2 * np.pi * np.array(PLACES) / AROUND
    towards = random.random((2, scenarios, 1)) * 2 * np.pi
    level = random.normal(0, 0.1, (2, scenarios, 1))
    mean = 0.5 + level + strength * np.cos(angles - towards)
    cells = np.repeat(mean, 2, axis=2) + random.normal(0, 0.12, (2, scenarios, 20))
    cells = np.round(np.clip(cells, 0, 1) * 8) / 8
    cells[random.random(cells.shape) < missing] = np.nan
    both = np.where(np.isnan(cells).any(axis=0), np.nan, cells)
    fits = []
    for matrix in both:
        halves = matrix.reshape(scenarios, 10, 2)
        counted = (~np.isnan(halves)).sum(axis=2)
        scores = np.where(counted > 0, np.nansum(halves, axis=2) / np.maximum(counted, 1), np.nan)
        number, predictions, fit, alike = index(scores)
        fits.append({"index": fit, "first_correlations": alike[0, 1:].tolist()})
    return {
        "scenarios": scenarios,
        "complete": number,
        "predictions": predictions,
        "cells": [[None if np.isnan(x) else x for x in matrix.ravel()] for matrix in cells],
        "stated": fits[0],
        "acted": fits[1],
    }


with open(sys.argv[1], "w") as file:
    json.dump({"cases": [case(12, 0.25, 0.05), case(24, 0.08, 0), case(9, 0.0, 0.1)]}, file)
    file.write("\n")
