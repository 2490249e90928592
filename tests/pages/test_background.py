"""Work beside the pages: it tells how far it is, stops when asked, and hides no error."""

import time
from concurrent.futures import wait
from threading import Event

import pytest

from core.frames import open_duckdb
from pages.background import Report, Stopped, Task, begin

PATIENCE_SECONDS = 60
ENDLESS = "SELECT sum(a.range * b.range) FROM range(10_000_000) a, range(10_000_000) b"


def finished(task: Task[str]) -> Task[str]:
    wait([task.outcome], timeout=PATIENCE_SECONDS)
    assert task.is_done
    return task


def test_the_outcome_of_work_is_what_it_returns() -> None:
    assert finished(begin(lambda _: "klaar")).outcome.result() == "klaar"


def test_short_work_may_be_waited_for() -> None:
    assert begin(lambda _: "klaar", PATIENCE_SECONDS).is_done


def test_work_tells_how_far_it_is_while_it_goes_on() -> None:
    told, go_on = Event(), Event()

    def work(report: Report) -> str:
        report("lezen", 1.5)
        told.set()
        go_on.wait(PATIENCE_SECONDS)
        return "klaar"

    task = begin(work)
    told.wait(PATIENCE_SECONDS)
    assert not task.is_done
    assert task.progress == ("lezen", 1.0)
    assert task.seconds >= 0
    go_on.set()
    finished(task)


def test_work_stops_at_the_next_thing_it_tells_and_cleans_up() -> None:
    stopping, cleaned = Event(), Event()

    def work(report: Report) -> str:
        try:
            stopping.wait(PATIENCE_SECONDS)
            report("verder", 0.5)
        finally:
            cleaned.set()
        return "te ver"

    task = begin(work)
    task.stop()
    stopping.set()
    assert isinstance(finished(task).outcome.exception(), Stopped)
    assert cleaned.is_set()


def test_an_error_in_work_reaches_who_asks_for_its_outcome() -> None:
    def work(report: Report) -> str:
        report("lezen", 0.1)
        raise ValueError("kapot")

    with pytest.raises(ValueError, match="kapot"):
        finished(begin(work)).outcome.result()


def test_one_piece_of_work_does_not_wait_for_another() -> None:
    go_on = Event()
    slow = begin(lambda _: str(go_on.wait(PATIENCE_SECONDS)))
    assert finished(begin(lambda _: "snel")).outcome.result() == "snel"
    assert not slow.is_done
    go_on.set()
    finished(slow)


def test_stopping_breaks_off_what_is_being_counted() -> None:
    counting = Event()

    def work(_: Report) -> str:
        session = open_duckdb().session
        counting.set()
        session.execute(ENDLESS)
        return "te ver"

    task = begin(work)
    counting.wait(PATIENCE_SECONDS)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not task.is_done and time.monotonic() < deadline:
        task.stop()  # an order that comes just before the query begins is lost
        wait([task.outcome], timeout=0.1)
    assert isinstance(finished(task).outcome.exception(), Stopped)
