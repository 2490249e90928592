"""Work that goes on while a page answers: it tells how far it is, and stops when it is asked to.

Each piece of work has a thread of its own, so that a long one holds up no other visitor, nor the
pages of who started it.
"""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")
Report = Callable[[str, float], None]


class Stopped(Exception):
    """Raised within work that was asked to stop, at the next thing it tells."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """One piece of work: its outcome, the wish to stop it, and what it told last."""

    outcome: "Future[Result]" = field(default_factory=Future)
    stop: Event = field(default_factory=Event)
    told: deque[tuple[str, float]] = field(default_factory=lambda: deque([("", 0.0)], maxlen=1))
    began: float = field(default_factory=time.monotonic)

    @property
    def is_done(self) -> bool:
        """Tell whether the work ended, well or not."""
        return self.outcome.done()

    @property
    def progress(self) -> tuple[str, float]:
        """Give the step it told last and the share that is done, 0 to 1."""
        step, share = self.told[0]
        return step, min(max(share, 0.0), 1.0)

    @property
    def seconds(self) -> float:
        """Give how long ago the work began."""
        return time.monotonic() - self.began


def begin(work: Callable[[Report], Result], patience_seconds: float = 0.0) -> Task[Result]:
    """Begin work in a thread of its own; short work may be waited for.

    ``work`` gets a function to tell its steps by. Whatever it raises is its outcome, and
    ``Stopped`` that of work that was stopped; it should leave nothing behind when that passes.
    """
    task: Task[Result] = Task()
    Thread(target=_run, args=(task, work), name="background", daemon=True).start()
    wait([task.outcome], timeout=patience_seconds)
    return task


def _run(task: Task[Result], work: Callable[[Report], Result]) -> None:
    def report(step: str, share: float) -> None:
        if task.stop.is_set():
            raise Stopped
        task.told.append((step, share))

    try:
        result = work(report)
    except BaseException as problem:  # noqa: BLE001 - raised again by who asks for the outcome
        task.outcome.set_exception(problem)
    else:
        task.outcome.set_result(result)
