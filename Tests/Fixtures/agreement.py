"""The model of Dawid and Skene by NumPy on simulated raters of known accuracy, with the full array of labels at each step, and the
tables of two raters by scikit-learn: another program than the one under test, for its fixtures."""

import json
import sys

import numpy as np
from sklearn.metrics import cohen_kappa_score

SMOOTHING = 0.1


def one_hot(labels, categories):
    """items × raters × categories; nothing where there is no label."""
    table = np.zeros((*labels.shape, categories))
    for category in range(categories):
        table[:, :, category] = labels == category
    return table


def dawid_skene(labels, categories, steps=2000, gain=1e-9):
    table = one_hot(labels, categories)
    votes = table.sum(axis=1)
    posterior = votes / votes.sum(axis=1, keepdims=True)
    before = -np.inf
    for _ in range(steps):
        prevalence = posterior.sum(axis=0) + SMOOTHING
        prevalence /= prevalence.sum()
        confusion = np.einsum("ik,irl->rkl", posterior, table) + SMOOTHING
        confusion /= confusion.sum(axis=2, keepdims=True)
        logs = np.log(prevalence) + np.einsum("irl,rkl->ik", table, np.log(confusion))
        most = logs.max(axis=1, keepdims=True)
        total = np.log(np.exp(logs - most).sum(axis=1)) + most[:, 0]
        posterior = np.exp(logs - total[:, None])
        value = total.sum() + SMOOTHING * (np.log(prevalence).sum() + np.log(confusion).sum())
        if value - before < gain:
            break
        before = value
    others = [
        [
            1 - sum(prevalence[j] * confusion[r, j, k] for j in range(categories) if j != k)
            / sum(prevalence[j] for j in range(categories) if j != k)
            for k in range(categories)
        ]
        for r in range(labels.shape[1])
    ]
    return prevalence, confusion, posterior, others


def simulated(seed, items, prevalence, accuracies, missing):
    random = np.random.default_rng(seed)
    categories = len(prevalence)
    truth = random.choice(categories, size=items, p=prevalence)
    labels = np.empty((items, len(accuracies)), int)
    for rater, accuracy in enumerate(accuracies):
        wrong = (truth + random.integers(1, categories, size=items)) % categories
        labels[:, rater] = np.where(random.random(items) < accuracy, truth, wrong)
    for item in range(items):
        for rater in random.permutation(len(accuracies))[: -1 if missing else 0]:
            if random.random() < missing:
                labels[item, rater] = -1
    return truth, labels


def pairs(labels):
    found = []
    for first in range(labels.shape[1]):
        for second in range(first + 1, labels.shape[1]):
            both = (labels[:, first] >= 0) & (labels[:, second] >= 0)
            one, other = labels[both, first], labels[both, second]
            found.append(
                {
                    "items": int(both.sum()),
                    "percent": float((one == other).mean()),
                    "kappa": float(cohen_kappa_score(one, other)),
                }
            )
    return found


CASES = [
    ("two categories, five raters", 11, 300, [0.7, 0.3], [0.95, 0.9, 0.85, 0.75, 0.6], 0),
    ("three categories, four raters, a third missing", 12, 400, [0.6, 0.3, 0.1], [0.9, 0.85, 0.8, 0.7], 0.3),
    ("nearly all alike", 13, 500, [0.92, 0.08], [0.97, 0.93, 0.9], 0),
    ("a careless rater", 14, 250, [0.5, 0.5], [0.92, 0.9, 0.88, 0.5], 0.1),
]

cases = []
for name, seed, items, prevalence, accuracies, missing in CASES:
    truth, labels = simulated(seed, items, prevalence, accuracies, missing)
    found = dawid_skene(labels, len(prevalence))
    cases.append(
        {
            "name": name,
            "categories": len(prevalence),
            "accuracies": accuracies,
            "truth": truth.tolist(),
            "labels": [[None if label < 0 else int(label) for label in row] for row in labels],
            "prevalence": found[0].tolist(),
            "confusion": found[1].tolist(),
            "posterior": [[round(float(p), 12) for p in row] for row in found[2]],
            "specificity": found[3],
            "pairs": pairs(labels),
        }
    )
json.dump({"cases": cases}, open(sys.argv[1], "w"))
