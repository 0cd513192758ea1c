"""Statistics of small synthetic inputs by scikit-learn, SciPy, statsmodels, krippendorff and irrCAC."""

import json
import math
import sys

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from scipy import optimize, stats
from sklearn import metrics
from statsmodels.stats import inter_rater, multitest

random = np.random.default_rng(20250101)


def rates():
    cases = []
    for n, stated_rate, flip in [(20, 0.5, 0.3), (200, 0.1, 0.05), (97, 0.3, 0.5), (64, 0.9, 0.1)]:
        stated = (random.random(n) < stated_rate).astype(int)
        acted = np.where(random.random(n) < flip, 1 - stated, stated)
        f1 = metrics.f1_score(stated, acted, average=None, labels=[0, 1])
        precision = metrics.precision_score(stated, acted, average=None, labels=[0, 1])
        recall = metrics.recall_score(stated, acted, average=None, labels=[0, 1])
        cases.append(
            {
                "stated": stated.tolist(),
                "acted": acted.tolist(),
                "rates": {
                    "f1_disagree": f1[1],
                    "f1_agree": f1[0],
                    "macro_f1": metrics.f1_score(stated, acted, average="macro"),
                    "precision_disagree": precision[1],
                    "precision_agree": precision[0],
                    "recall_disagree": recall[1],
                    "recall_agree": recall[0],
                    "accuracy": metrics.accuracy_score(stated, acted),
                    "balanced_accuracy": metrics.balanced_accuracy_score(stated, acted),
                    "kappa": metrics.cohen_kappa_score(stated, acted),
                    "mcc": metrics.matthews_corrcoef(stated, acted),
                },
            }
        )
    return cases


def normal():
    points = [-8, -5.5, -3.1, -3, -2.2, -1, -0.3, 0, 0.7, 1.5, 2.9, 3.2, 6]
    shares = [1e-12, 1e-6, 0.001, 0.025, 0.05, 0.2, 0.5, 0.6, 0.8, 0.975, 0.999, 1 - 1e-9]
    return {
        "cumulative": [[x, stats.norm.cdf(x)] for x in points],
        "quantile": [[p, stats.norm.ppf(p)] for p in shares],
        "student": [[n, stats.t.ppf(0.975, n)] for n in [3, 5, 9, 23, 55, 131]],
    }


def wilson():
    return [
        [k, n, level, *stats.binomtest(k, n).proportion_ci(level, method="wilson")]
        for k, n in [(0, 10), (1, 7), (5, 10), (77, 80), (80, 80), (3000, 7392)]
        for level in [0.9, 0.95]
    ]


def bootstrap():
    cases = []
    for name, sample in [
        ("skewed", random.exponential(size=30)),
        ("symmetric", random.normal(size=40)),
    ]:
        case = {"name": name, "estimate": sample.mean()}
        for method in ["percentile", "BCa"]:
            result = stats.bootstrap(
                (sample,), np.mean, n_resamples=499, method=method, random_state=np.random.default_rng(7)
            )
            interval = result.confidence_interval
            case[method.lower()] = [interval.low, interval.high]
            case["replicates"] = result.bootstrap_distribution.tolist()
        case["left_out"] = [np.delete(sample, i).mean() for i in range(len(sample))]
        cases.append(case)
    return cases


def mcnemar():
    """Durkalski et al. 2003, computed with numpy and the chi-square distribution of SciPy."""
    cases = []
    draws = np.random.default_rng(20260301)
    for clusters, cells, effect in [(3, 20, 0.0), (10, 8, 1.0), (56, 132, 0.0), (56, 132, 0.4), (12, 40, -0.6)]:
        n = draws.integers(max(1, cells // 2), cells + 1, clusters)
        lean = draws.normal(effect, 1, clusters)
        discordant = draws.binomial(n, 0.3)
        first = draws.binomial(discordant, 1 / (1 + np.exp(lean)))
        second = discordant - first
        difference = second / n - first / n
        statistic = difference.sum() ** 2 / np.square(difference).sum()
        cases.append(
            {
                "clusters": [[int(b), int(c), int(k)] for b, c, k in zip(first, second, n)],
                "statistic": statistic,
                "p": stats.chi2.sf(statistic, 1),
            }
        )
    return cases


def noncentral():
    """Student's t around a shift, and the power of a two-sided t test at 5 %."""
    rows = [
        [freedom, shift, t, stats.nct.cdf(t, freedom, shift) if shift else stats.t.cdf(t, freedom)]
        for freedom in [1, 2, 5, 9, 55, 131, 1000]
        for shift in [0, 0.5, -1.5, 2.8, 6]
        for t in [-4, -1, 0, 1.96, 5, 12]
    ]
    # SciPy has no answer for a few of the far tails.
    rows = [row for row in rows if not math.isnan(row[3])]
    power = []
    for clusters in [2, 3, 10, 56, 132]:
        freedom = clusters - 1
        edge = stats.t.ppf(0.975, freedom)

        def found(shift):
            # SciPy gives NaN for some probabilities far below what a double can hold beside 1.
            return stats.nct.sf(edge, freedom, shift) + np.nan_to_num(stats.nct.cdf(-edge, freedom, shift))

        power.append(
            {
                "clusters": clusters,
                "threshold": edge,
                "power": [[shift, found(shift)] for shift in [0.5, 1, 2, 3.5]],
                "smallest": [[level, optimize.brentq(lambda x: found(x) - level, 0.01, 200)] for level in [0.5, 0.8, 0.95]],
            }
        )
    return {"cumulative": rows, "power": power}


def families():
    cases = []
    for p in [[0.01, 0.04, 0.03, 0.005], random.random(12).tolist(), [0.5], [0.02, 0.02, 0.9]]:
        cases.append(
            {
                "p": p,
                "holm": multitest.multipletests(p, method="holm")[1].tolist(),
                "benjamini_hochberg": stats.false_discovery_control(p).tolist(),
            }
        )
    return cases


def annotation():
    cases = []
    for name, raters, items, categories, missing, noise in [
        ("two raters", 2, 40, 3, 0.0, 0.3),
        ("two raters, nearly all alike", 2, 80, 2, 0.0, 0.03),
        ("five raters", 5, 30, 4, 0.0, 0.4),
        ("four raters, labels missing", 4, 35, 4, 0.25, 0.35),
    ]:
        truth = random.integers(0, categories, items) if "alike" not in name else np.zeros(items, int)
        labels = np.where(
            random.random((raters, items)) < noise, random.integers(0, categories, (raters, items)), truth
        ).astype(float)
        labels[random.random((raters, items)) < missing] = np.nan
        case = {
            "name": name,
            "categories": categories,
            "labels": [[None if math.isnan(x) else int(x) for x in column] for column in labels.T],
            "alpha_nominal": krippendorff.alpha(labels, level_of_measurement="nominal"),
            "alpha_ordinal": krippendorff.alpha(labels, level_of_measurement="ordinal"),
        }
        tools = CAC(pd.DataFrame(labels.T), weights="identity", categories=list(map(float, range(categories))), digits=15)
        case["ac1"] = tools.gwet()["est"]["coefficient_value"]
        case["percent"] = tools.gwet()["est"]["pa"]
        if missing == 0:
            table = inter_rater.aggregate_raters(labels.T.astype(int), n_cat=categories)[0]
            case["fleiss"] = inter_rater.fleiss_kappa(table, method="fleiss")
            if raters == 2:
                case["cohen"] = metrics.cohen_kappa_score(labels[0], labels[1])
        cases.append(case)
    return cases


def classification():
    cases = []
    for name, n, classes, noise in [("two classes", 60, 2, 0.3), ("three", 150, 3, 0.4), ("five, uneven", 400, 5, 0.5)]:
        shares = np.arange(1, classes + 1) ** 2 / np.sum(np.arange(1, classes + 1) ** 2)
        truth = random.choice(classes, n, p=shares)
        predicted = np.where(random.random(n) < noise, random.integers(0, classes, n), truth)
        labels = list(range(classes))
        each = metrics.precision_recall_fscore_support(truth, predicted, labels=labels)
        cases.append(
            {
                "name": name,
                "classes": classes,
                "truth": truth.tolist(),
                "predicted": predicted.tolist(),
                "figures": {
                    "accuracy": metrics.accuracy_score(truth, predicted),
                    "balanced_accuracy": metrics.balanced_accuracy_score(truth, predicted),
                    "macro_f1": metrics.f1_score(truth, predicted, labels=labels, average="macro"),
                    "weighted_f1": metrics.f1_score(truth, predicted, labels=labels, average="weighted"),
                    "kappa": metrics.cohen_kappa_score(truth, predicted),
                    "mcc": metrics.matthews_corrcoef(truth, predicted),
                },
                "precision": each[0].tolist(),
                "recall": each[1].tolist(),
                "f1": each[2].tolist(),
            }
        )
    return cases


def rounded(value):
    if isinstance(value, dict):
        return {name: rounded(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


document = {
    "rates": rates(),
    "normal": normal(),
    "wilson": wilson(),
    "bootstrap": bootstrap(),
    "mcnemar": mcnemar(),
    "noncentral": noncentral(),
    "families": families(),
    "annotation": annotation(),
    "classification": classification(),
}
with open(sys.argv[1], "w") as file:
    json.dump(rounded(document), file, indent=None, separators=(",", ":"))
    file.write("\n")
