"""Asks a server and stores nothing: ask.py PORT COUNT CONCURRENCY REQUESTS.

REQUESTS is a file of request bodies, one a line, taken over and over. Prints one line of JSON: replies, the seconds from
the first question to the last reply, the client's name.
"""

import asyncio
import itertools
import json
import sys
import time

import aiohttp


def bodies(path, count):
    while count > 0:
        with open(path, "rb") as file:
            for body in itertools.islice(file, count):
                count -= 1
                yield body


async def ask(url, bodies, concurrency):
    replies = 0

    async def worker(session):
        nonlocal replies
        for body in bodies:
            async with session.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
                response.raise_for_status()
                answer = await response.json()
                replies += bool(answer["choices"][0]["message"]["content"])

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=concurrency)) as session:
        await asyncio.gather(*(worker(session) for _ in range(concurrency)))
    return replies


def main(port, count, concurrency, requests):
    start = time.perf_counter()
    replies = asyncio.run(
        ask(f"http://127.0.0.1:{port}/v1/chat/completions", bodies(requests, count), concurrency)
    )
    seconds = time.perf_counter() - start
    print(json.dumps({"replies": replies, "seconds": seconds, "name": f"aiohttp {aiohttp.__version__}"}))


main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
