"""Limits on size, rows, columns, ratio and time: each has a sentence that says what to do."""

import time
from concurrent.futures import wait
from threading import Event

import pytest

from core.errors import HostileFile
from core.frames import open_duckdb
from core.text import uploading
from core.text.errors import REASONS, explain
from pages import importing
from pages.background import LONGEST_SECONDS, Overdue, Report, Task, begin
from tests.pages.visiting import arrive

LIMITS = {
    "too_large_upload": "200 MB",
    "too_many_lines": "2 miljoen regels",
    "too_many_columns": "250",
    "too_large": "512 MB",
    "too_many_entries": "1.000",
    "bomb": "verdacht sterk ingepakt",
    "far_cells": "ver buiten de lijst",
    "long_line": "4 MB",
}
ENDLESS = "SELECT sum(a.range * b.range) FROM range(10_000_000) a, range(10_000_000) b"


@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_has_a_sentence_with_its_number_and_what_to_do(limit: str) -> None:
    said = explain(HostileFile("f.csv", limit))
    assert LIMITS[limit] in said
    assert said.startswith("f.csv: ")
    assert said.endswith(".")
    assert REASONS[limit].count(". ") >= 1


def overdue(task: Task[None]) -> None:
    """Expect work to be broken off because it takes too long."""
    wait([task.outcome], timeout=30)
    with pytest.raises(Overdue):
        task.outcome.result()


def test_a_query_that_takes_too_long_is_broken_off() -> None:
    def work(_: Report) -> None:
        open_duckdb().session.execute(ENDLESS).fetchall()

    began = time.monotonic()
    overdue(begin(work, most_seconds=0.2))
    assert time.monotonic() - began < 20


def test_steps_that_take_too_long_are_broken_off_between_two_of_them() -> None:
    def work(report: Report) -> None:
        while True:
            report("step", 0.5)
            time.sleep(0.01)

    overdue(begin(work, most_seconds=0.2))


def test_work_that_is_done_in_time_is_left_alone() -> None:
    go_on = Event()
    task = begin(lambda _: go_on.wait(10), most_seconds=60)
    go_on.set()
    assert task.outcome.result(timeout=10)
    assert LONGEST_SECONDS == 30 * 60


def test_reading_that_took_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    task: Task[object] = Task()
    task.outcome.set_exception(Overdue())
    app = arrive("prepare/data.py")
    monkeypatch.setattr(importing, "begin", lambda *_, **__: task)
    app.file_uploader[0].upload("klein.csv", b"x", "text/csv").run()
    next(button for button in app.button if button.label == "Lees in").click().run()
    assert uploading.TOO_LONG in [notice.value for notice in app.info]
    assert "30 minuten" in uploading.TOO_LONG
