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
from typing import Any, Final, Generic, TypeVar

from core.stopping import gather_sessions, interrupt

Result = TypeVar("Result")
Report = Callable[[str, float], None]
LONGEST_SECONDS: Final = 30 * 60.0
"""Work that takes longer is stopped: no file that a browser may bring needs half an hour."""
AGAIN_SECONDS: Final = 0.5


class Stopped(Exception):
    """Raised within work that was asked to stop, at the next thing it tells.

    It is the outcome also when the work broke off in another way after it was asked to.
    """


class Overdue(Exception):
    """The outcome of work that took longer than it may, and was stopped for that."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """One piece of work: its outcome, the wish to stop it, and what it told last.

    ``sessions`` are the sessions of DuckDB that it opened, which a wish to stop breaks off.
    """

    outcome: "Future[Result]" = field(default_factory=Future)
    wish: Event = field(default_factory=Event)
    sessions: deque[list[Any]] = field(default_factory=lambda: deque(maxlen=1))
    told: deque[tuple[str, float]] = field(default_factory=lambda: deque([("", 0.0)], maxlen=1))
    began: float = field(default_factory=time.monotonic)
    most_seconds: float = LONGEST_SECONDS

    @property
    def is_done(self) -> bool:
        """Tell whether the work ended, well or not."""
        return self.outcome.done()

    @property
    def is_stopping(self) -> bool:
        """Tell whether the work was asked to stop."""
        return self.wish.is_set()

    def stop(self) -> None:
        """Ask the work to stop, and break off what it is counting; ask again until it did."""
        self.wish.set()
        for sessions in self.sessions:
            interrupt(sessions)

    @property
    def progress(self) -> tuple[str, float]:
        """Give the step it told last and the share that is done, 0 to 1."""
        step, share = self.told[0]
        return step, min(max(share, 0.0), 1.0)

    @property
    def seconds(self) -> float:
        """Give how long ago the work began."""
        return time.monotonic() - self.began

    @property
    def is_overdue(self) -> bool:
        """Tell whether the work took, or takes, longer than it may."""
        return self.seconds >= self.most_seconds


def begin(
    work: Callable[[Report], Result],
    patience_seconds: float = 0.0,
    most_seconds: float = LONGEST_SECONDS,
) -> Task[Result]:
    """Begin work in a thread of its own; short work may be waited for.

    ``work`` gets a function to tell its steps by. Whatever it raises is its outcome, and
    ``Stopped`` that of work that was stopped, ``Overdue`` of work that took too long; it should
    leave nothing behind when that passes.
    """
    task: Task[Result] = Task(most_seconds=most_seconds)
    Thread(target=_run, args=(task, work), name="background", daemon=True).start()
    Thread(target=_end_in_time, args=(task,), name="limit", daemon=True).start()
    wait([task.outcome], timeout=patience_seconds)
    return task


def _run(task: Task[Result], work: Callable[[Report], Result]) -> None:
    def report(step: str, share: float) -> None:
        if task.is_stopping:
            raise Stopped
        task.told.append((step, share))

    task.sessions.append(gather_sessions())
    try:
        result = work(report)
    except BaseException as problem:  # noqa: BLE001 - raised again by who asks for the outcome
        broken_off = Overdue() if task.is_overdue else Stopped()
        task.outcome.set_exception(broken_off if task.is_stopping else problem)
    else:
        task.outcome.set_result(result)


def _end_in_time(task: Task[Any]) -> None:
    """Stop work that takes too long, and ask again until it did: between queries it hears less."""
    wait([task.outcome], timeout=task.most_seconds)
    while not task.is_done:
        task.stop()
        wait([task.outcome], timeout=AGAIN_SECONDS)
