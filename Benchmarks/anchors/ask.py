"""Asks a server and stores nothing: ask.py PORT COUNT CONCURRENCY BODY.

Prints one line of JSON: replies, wall and CPU seconds, peak memory in MB, the client's name.
"""

import asyncio
import json
import resource
import sys
import time

import aiohttp


def peak_memory():
    try:
        with open("/proc/self/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) * 1024 / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


async def ask(url, count, concurrency, body):
    numbers = iter(range(count))
    replies = 0

    async def worker(session):
        nonlocal replies
        for _ in numbers:
            async with session.post(url, json=body) as response:
                response.raise_for_status()
                answer = await response.json()
                replies += bool(answer["choices"][0]["message"]["content"])

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=concurrency)) as session:
        await asyncio.gather(*(worker(session) for _ in range(concurrency)))
    return replies


def main(port, count, concurrency, body):
    start = time.perf_counter()
    replies = asyncio.run(ask(f"http://127.0.0.1:{port}/v1/chat/completions", count, concurrency, json.loads(body)))
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "replies": replies,
                "wall": wall,
                "cpu": used.ru_utime + used.ru_stime,
                "memory": peak_memory(),
                "name": f"aiohttp {aiohttp.__version__}, storing nothing",
            }
        )
    )


main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
