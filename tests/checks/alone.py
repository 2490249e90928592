"""Ask an asynchronous application one question, whatever else the worker has open."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor


def run_alone(question: Coroutine[None, None, None]) -> None:
    """Run a coroutine to its end in a thread of its own.

    A browser that another module left open keeps the event loop of its thread running, and no
    second one may be started beside it.
    """
    with ThreadPoolExecutor(max_workers=1) as threads:
        threads.submit(asyncio.run, question).result()
