"""Measures one model from its two released CSV files with pandas and scikit-learn: measure.py T1 T2 [REPLICATES].

Strict scoring as in docs/measure.md: replies read, coded (agree = 0, disagree = 1), averaged over prompts, compared
cell by cell; F1s and distances for every scenario, country, topic and value, agreement over all cells. With a number of
replicates: percentile intervals of F1s, accuracy and distance of the whole run, countries and topics by a bootstrap over
values, with NumPy. Prints one line of JSON.
"""

import json
import re
import sys
import time
from importlib.metadata import version

import json_repair
import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, balanced_accuracy_score, cohen_kappa_score, f1_score, matthews_corrcoef

VERBAL = {"very much like me": 1, "like me": 2, "not like me": 3, "not like me at all": 4}
VERBAL |= {"strongly agree": 1, "agree": 2, "disagree": 3, "strongly disagree": 4}


def folded(name):
    return re.sub("[^a-z]", "", name.lower().replace(" of ", " "))


def rating(value):
    text = str(value).strip().lower()
    number = int(text[0]) if text[:1].isdigit() else VERBAL.get(text)
    return number if number in (1, 2, 3, 4) else np.nan


def ratings(reply):
    body = reply.split("```json")[-1].split("```")[0] if "```" in reply else reply
    try:
        read = json.loads(body)
    except ValueError:
        read = json_repair.loads(reply)
    return {folded(key): rating(value) for key, value in read.items()} if isinstance(read, dict) else {}


def stated_scores(path, values):
    rows = pd.read_csv(path)
    read = pd.DataFrame([ratings(reply) for reply in rows["response"].fillna("")]).reindex(columns=list(values))
    read.columns = list(values.values())
    scores = pd.concat([rows[["country", "topic"]], read], axis=1).groupby(["country", "topic"]).mean()
    # Coded after the mean, which is then exact: a tie stays a tie.
    return ((scores - 1) / 3).rename_axis("value", axis=1).stack().rename("stated")


def acted_scores(path):
    rows = pd.read_csv(path)
    chosen = rows[rows["model_choice"].astype(str) == "True"]
    coded = chosen.assign(acted=(chosen["polarity"] == "negative").astype(float))
    return coded.groupby(["country", "topic", "value"])["acted"].mean()


def rates(cells):
    sided = cells[cells["decided"]]
    return pd.Series(
        {
            "f1_disagree": f1_score(sided["stated_is"], sided["acted_is"], pos_label=True, zero_division=0),
            "f1_agree": f1_score(sided["stated_is"], sided["acted_is"], pos_label=False, zero_division=0),
            "accuracy": accuracy_score(sided["stated_is"], sided["acted_is"]),
            "distance": cells["distance"].mean(),
        }
    )


def intervals(cells, replicates, seed=1):
    """Percentile intervals by whole run, country and topic; every array is by scenario, then value."""
    grid = cells.set_index(["country", "topic", "value"])[["stated_is", "acted_is", "distance"]].astype(float)
    stated, acted, distance = (grid[name].unstack("value") for name in grid)
    index, weight = stated.index, (~stated.isna()).to_numpy(float)
    stated, acted, distance = (frame.fillna(0).to_numpy() for frame in (stated, acted, distance))
    both, neither = stated * acted, (1 - stated) * (1 - acted) * weight
    layers = np.stack([both, neither, distance, weight])
    generator = np.random.default_rng(seed)
    draws = generator.multinomial(weight.shape[1], np.full(weight.shape[1], 1 / weight.shape[1]), size=replicates)
    both, neither, distance, n = np.einsum("lsv,rv->lrs", layers, draws.astype(float), optimize=True)
    differing = n - both - neither
    figures = np.stack(
        [2 * both / np.maximum(2 * both + differing, 1), 2 * neither / np.maximum(2 * neither + differing, 1),
         (both + neither) / n, distance / n]
    )
    groups = {"overall": np.ones(len(index), bool)}
    for level in ("country", "topic"):
        names = index.get_level_values(level)
        groups |= {name: names == name for name in names.unique()}
    return {
        name: np.quantile(figures[:, :, members].mean(axis=2), [0.025, 0.975], axis=1).tolist()
        for name, members in groups.items()
    }


def main(stated_path, acted_path, replicates=None):
    start = time.perf_counter()
    acted = acted_scores(acted_path)
    values = {folded(value): value for value in acted.index.unique("value")}
    cells = pd.concat([stated_scores(stated_path, values), acted], axis=1, join="inner").dropna().reset_index()
    cells["stated_is"], cells["acted_is"] = cells["stated"] >= 0.5, cells["acted"] >= 0.5
    # A score of one half has no side; its cell counts in distances alone.
    cells["decided"] = (cells["stated"] != 0.5) & (cells["acted"] != 0.5)
    cells["distance"] = (cells["stated"] - cells["acted"]).abs()
    cells["signed"] = cells["acted"] - cells["stated"]
    scenarios = pd.DataFrame(
        {key: rates(group) for key, group in cells.groupby(["country", "topic"])}
    ).T.rename_axis(["country", "topic"])
    sided = cells[cells["decided"]]
    report = {
        "country": scenarios.groupby("country").mean().to_dict("index"),
        "topic": scenarios.groupby("topic").mean().to_dict("index"),
        "overall": scenarios.mean().to_dict(),
        "value": cells.groupby("value")[["distance", "signed"]].mean().to_dict("index"),
        "pooled": {
            "kappa": cohen_kappa_score(sided["stated_is"], sided["acted_is"]),
            "mcc": matthews_corrcoef(sided["stated_is"], sided["acted_is"]),
            "balanced_accuracy": balanced_accuracy_score(sided["stated_is"], sided["acted_is"]),
        },
        "ranking": {
            country: group.groupby("value")["distance"].mean().sort_values(ascending=False).index[:10].tolist()
            for country, group in cells.groupby("country")
        },
    }
    if replicates:
        report["intervals"] = intervals(cells, int(replicates))
    json.dumps(report)
    figures = {"f1": report["overall"]["f1_disagree"], "kappa": report["pooled"]["kappa"]}
    figures["seconds"] = time.perf_counter() - start
    figures["versions"] = f"pandas {version('pandas')}, scikit-learn {version('scikit-learn')}"
    print(json.dumps(figures))


main(*sys.argv[1:])
