"""Long work that can be followed and stopped: it runs beside whoever is told about it.

DuckDB is asked to leave off in the middle of a statement, so that a stop is felt at once, however
large the file.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from queue import Empty, SimpleQueue
from threading import Event
from typing import Final, TypeVar

import duckdb

Report = Callable[[str, float], None]
"""Told what is being done (a file by name, or a key of ``core.text.progress``) and the share."""

PATIENCE_SECONDS: Final = 0.25
"""How long nobody is told anything, at most."""

Result = TypeVar("Result")

News = SimpleQueue[tuple[str, float] | None]


class Stopped(Exception):
    """Nobody waits for this work any more."""


def attend(
    session: duckdb.DuckDBPyConnection, report: Report, work: Callable[[Report], Result]
) -> Result:
    """Do work that tells how far it is, and tell that to ``report`` several times a second.

    When ``report`` raises, the work is stopped wherever it is, also inside a statement of the
    session, and what was raised goes on to the caller once the work has ended.
    """
    news: News = SimpleQueue()
    stop = Event()

    def tell(step: str, share: float) -> None:
        if stop.is_set():
            raise Stopped
        news.put((step, share))

    with ThreadPoolExecutor(max_workers=1) as worker:
        done = worker.submit(work, tell)
        done.add_done_callback(lambda _: news.put(None))
        try:
            _pass_on(news, report)
        except BaseException:
            stop.set()
            while not done.done():
                session.interrupt()
                wait([done], timeout=PATIENCE_SECONDS / 5)
            raise
    return done.result()


def _pass_on(news: News, report: Report) -> None:
    """Report what is told, and the same again while nothing new is, until the work is done."""
    latest: tuple[str, float] | None = None
    while True:
        try:
            latest = news.get(timeout=PATIENCE_SECONDS)
        except Empty:
            pass
        else:
            if latest is None:
                return
        if latest is not None:
            report(*latest)
