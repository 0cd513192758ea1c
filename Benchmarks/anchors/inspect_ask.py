"""Asks the same questions with Inspect AI: inspect_ask.py PORT COUNT CONCURRENCY REQUESTS.

A task whose only step is to generate, without a scorer, through Inspect's provider for OpenAI-compatible servers. Its log,
and what else it keeps, is written as Inspect does by default, but into a folder that is removed. Prints one line of JSON:
replies, the seconds that Inspect's eval took, its name.
"""

import json
import os
import sys
import tempfile
import time
from importlib.metadata import version
from itertools import cycle, islice

from inspect_ai import Task, eval
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageSystem, ChatMessageUser
from inspect_ai.solver import solver

MESSAGES = {"system": ChatMessageSystem, "user": ChatMessageUser}


def sample(body):
    return Sample(input=[MESSAGES[message["role"]](content=message["content"]) for message in body["messages"]])


@solver
def asking(replies):
    async def solve(state, generate):
        state = await generate(state)
        replies.append(bool(state.output.completion))
        return state

    return solve


def main(port, count, concurrency, requests):
    with open(requests, encoding="utf-8") as file:
        bodies = [json.loads(line) for line in file]
    replies = []
    samples = [sample(body) for body in islice(cycle(bodies), count)]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        (log,) = eval(
            Task(dataset=MemoryDataset(samples), solver=asking(replies)),
            model=f"openai-api/loopback/{bodies[0]['model']}",
            model_base_url=f"http://127.0.0.1:{port}/v1",
            model_args={"api_key": "none"},
            temperature=bodies[0]["temperature"],
            max_tokens=bodies[0]["max_tokens"],
            max_connections=concurrency,
            # More than can be out, so that none waits for the book-keeping of another.
            max_samples=2 * concurrency,
            display="none",
            log_dir=folder,
        )
        seconds = time.perf_counter() - start
    if log.status != "success" or log.results.completed_samples != count:
        sys.exit(f"Inspect ended with {log.status}: {log.error.message if log.error else 'some samples are missing'}")
    print(json.dumps({"replies": sum(replies), "seconds": seconds, "name": f"Inspect AI {version('inspect-ai')}"}))


main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
