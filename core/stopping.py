"""Breaking off what an engine is counting, from another thread than the one that waits for it."""

from collections.abc import Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, Final

import duckdb

STOPPABLE: Final[ContextVar[list[Any]]] = ContextVar("stoppable")
"""The sessions that a thread opened since it asked to gather them."""


def gather_sessions() -> list[Any]:
    """Gather the DuckDB sessions that this thread opens from now on, for ``interrupt``."""
    gathered: list[Any] = []
    STOPPABLE.set(gathered)
    return gathered


def note_session(session: object) -> None:
    """Add a session that was opened to those of this thread, if it gathers them."""
    STOPPABLE.get([]).append(session)


def interrupt(sessions: Sequence[Any]) -> None:
    """Break off what runs in these sessions of another thread; one that rests is left as it is."""
    for session in tuple(sessions):
        with suppress(duckdb.Error):
            session.interrupt()
