"""Reads the raw replies of a VIA file with json_repair: read_replies.py FILE REPETITIONS.

Prints one line of JSON: the seconds of each repetition, and how many replies held all three parts.
"""

import csv
import json
import sys
import time
from importlib.metadata import version

import json_repair

PARTS = ("Human Action", "Feature Attributions", "Natural Language Explanation")


def is_whole(reply):
    read = json_repair.loads(reply)
    return isinstance(read, dict) and all(read.get(part) for part in PARTS)


def main(path, repetitions):
    csv.field_size_limit(1 << 24)
    with open(path, newline="", encoding="utf-8") as file:
        replies = [row["generation_prompt"] for row in csv.DictReader(file)]
    seconds = []
    whole = 0
    for _ in range(repetitions):
        start = time.perf_counter()
        whole = sum(map(is_whole, replies))
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "whole": whole, "version": version("json_repair")}))


main(sys.argv[1], int(sys.argv[2]))
