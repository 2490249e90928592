"""H16: an error that nobody foresaw, in any step, tells nothing of a client to anyone."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.checks.traces import on_command_line
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, press, words

CLIENT = "pseudo-a"
DATA, CHAINS = "prepare/data.py", "course/chains.py"
NOT_TO_SEE = re.compile(r"Traceback|File \"|\.py|SELECT|FROM |ValueError|/\w+/\w+/|pseudo-a")


def read_own_file() -> AppTest:
    """Read a small file on the page for it, as a visitor sees that."""
    app = arrive(DATA, details="none")
    app.file_uploader[0].upload("klein.csv", THREE_CLIENTS.encode(), "text/csv").run()
    return press(app, "Lees in")


def look_at_sample() -> AppTest:
    """Open a page about the sample region."""
    return arrive(CHAINS, SAMPLE, details="none")


STEPS: dict[str, tuple[str, Callable[[], AppTest]]] = {
    "reading: taking apart": ("core.reading.sources.land_delimited", read_own_file),
    "reading: judging": ("core.reading.loading.judge_contents", read_own_file),
    "reading: looking up dates": ("core.reading.loading.look_up_days", read_own_file),
    "reading: findings": ("core.reading.delivery.find_in_lines", read_own_file),
    "reading: ledger": ("core.reading.delivery.ledger_of", read_own_file),
    "storing: writing": ("core.storage.importing.write_folder", read_own_file),
    "storing: log": ("core.storage.importing.append", read_own_file),
    "analysing: settling": ("core.analysis.settle", read_own_file),
    "analysing: trajectories": ("core.analysis.find_trajectories", read_own_file),
    "analysing: chains": ("core.analysis.find_chains", read_own_file),
    "analysing: steps": ("core.analysis.find_steps", read_own_file),
    "analysing: triggers": ("core.analysis.find_triggers", read_own_file),
    "drawing: chart": ("pages.lengths.chart_lengths", look_at_sample),
    "drawing: table": ("pages.lengths.show_numbers", look_at_sample),
}
"""A place is the name where the step is called, so that no module keeps the broken one."""

QUERY = "FROM typed SELECT"
PROBLEMS: dict[str, Callable[[str], Exception]] = {
    "a value": lambda client: ValueError(f"{client} is no number"),
    "SQL": lambda client: duckdb.ConversionException(f"{QUERY} {client}"),
}


@pytest.mark.parametrize("step", STEPS)
def test_h16_an_error_in_any_step_tells_nothing_of_a_client(
    step: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    place, visit = STEPS[step]
    problem = PROBLEMS["SQL" if "reading" in step else "a value"]

    def fail(*_: object, **__: object) -> None:
        client_id = CLIENT
        raise problem(client_id)

    monkeypatch.setattr(place, fail)
    with caplog.at_level(logging.DEBUG):
        app = visit()
    assert not app.exception
    (told,) = [error.value for error in app.error]
    number = re.search(r"[0-9a-f]{8}", told)
    assert told.startswith("Er ging iets mis")
    assert number
    printed = capfd.readouterr()
    assert not NOT_TO_SEE.search(words(app).replace("klein.csv", ""))
    assert CLIENT not in caplog.text + printed.out + printed.err
    assert f"incident {number[0]}: " in caplog.text


@pytest.mark.parametrize("step", [step for step in STEPS if not step.startswith(("stor", "draw"))])
def test_h16_an_error_in_a_command_tells_nothing_of_a_client(
    step: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object, **__: object) -> None:
        client_id = CLIENT
        raise PROBLEMS["SQL"](client_id)

    monkeypatch.setattr(STEPS[step][0], fail)
    assert on_command_line(THREE_CLIENTS.encode(), "klein.csv", tmp_path) == 1
    printed = capfd.readouterr()
    assert printed.err.startswith("Er ging iets mis")
    assert CLIENT not in printed.out + printed.err
    assert "SELECT" not in printed.err
    assert "ConversionException in test_h_incidents.py:" in printed.err
