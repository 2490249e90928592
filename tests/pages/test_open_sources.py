"""The sources of open data on the page for data, and fetching them with a button."""

import time
from concurrent.futures import wait
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.opendata.client import open_client
from core.opendata.hosts import SETTING
from core.opendata.refreshing import refresh
from core.session import EDITION
from core.text import opendata as words
from core.text import refreshing as text
from pages.open_refresh import SAID, TASK
from pages.open_sources import OPENED
from pages.registry import PAGES
from tests.opendata.published import everything
from tests.opendata.published_files import files
from tests.opendata.server import Server, serve
from tests.pages.visiting import SAMPLE, arrive, cells
from tests.pages.visiting import words as words_of

DATA = "prepare/data.py"
PATIENCE_SECONDS = 60


def opened(app: AppTest) -> AppTest:
    """Open the part about sources, as a click on it does."""
    app.session_state[OPENED] = True
    return app.run()


def part(app: AppTest, name: str) -> AppTest:
    """Open a part of it by its name."""
    app.session_state["open_data_parts"] = name
    return app.run()


def pointed_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("statline", "third_party", "datasets", "schools", "shapes"):
        monkeypatch.setenv(f"{SETTING}{name.upper()}", getattr(server.hosts, name))


def refreshed(app: AppTest) -> AppTest:
    """Press the button, and look again until the work is done."""
    next(button for button in app.button if button.label == text.START).click().run()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while TASK in app.session_state and time.monotonic() < deadline:
        wait([app.session_state[TASK].outcome], timeout=PATIENCE_SECONDS)
        app.run()
    return app


def said(app: AppTest) -> str:
    """Give what the app says came of it."""
    return " ".join(box.value for box in app.info)


def test_every_table_of_the_invented_country_is_listed_as_invented() -> None:
    app = opened(arrive(DATA))
    assert not app.exception
    assert words.INVENTED in words_of(app)
    assert {row["Herkomst"] for row in cells(app, "Herkomst")} == {words.ORIGINS["fictitious"]}


def test_breaks_and_checked_figures_can_be_read() -> None:
    app = part(opened(arrive(DATA)), text.BREAKS)
    assert "woonplaatsbeginsel" in " ".join(row["Wat er verandert"] for row in cells(app, "Vanaf"))
    app = part(app, text.RECORDED)
    assert not app.exception
    assert {row["Tabel"] for row in cells(app, "Gelezen in")} >= {"85099NED", "83454NED"}


def test_the_button_fetches_an_edition_and_uses_it(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    with serve(everything(), files()) as server:
        pointed_at(server, monkeypatch)
        app = refreshed(part(opened(arrive(DATA)), text.REFRESH))
    today = datetime.now(UTC).date().isoformat()
    assert not app.exception
    assert app.session_state[EDITION] == today
    assert (home / "opendata" / today / "figures.parquet").is_file()
    assert said(app).startswith(words.edition_name(today))
    app = part(opened(app), text.SOURCES)
    assert words.INVENTED not in words_of(app)
    assert "85099NED" in {row["Tabel"] for row in cells(app, "Herkomst")}
    reasons = {row["Tabel"]: row["Waarom niet"] for row in cells(app, "Waarom niet")}
    assert "bestaat niet meer" in reasons["84135NED"]
    assert words.UNVERIFIED in reasons["82969NED"]


def test_what_went_wrong_is_said_and_the_invented_country_stays(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    with serve([], {}) as server:
        pointed_at(server, monkeypatch)
        app = refreshed(part(opened(arrive(DATA)), text.REFRESH))
    assert "De indeling in gemeenten is niet opgehaald" in said(app)
    assert not list((home / "opendata").glob("2*"))
    assert SAID not in app.session_state


def test_onlookers_cannot_make_a_server_ask_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "openbaar")
    app = part(opened(arrive(DATA, SAMPLE)), text.REFRESH)
    assert text.START not in [button.label for button in app.button]
    assert text.NOT_HERE in words_of(app)


@pytest.mark.parametrize("name", PAGES["picture"])
def test_every_page_of_open_data_answers_on_a_small_fetched_edition(name: str, home: Path) -> None:
    """Three municipalities, most tables absent: each page shows what there is, or says what not."""
    with (
        serve(everything(), files()) as server,
        open_client(server.hosts, home / "fetched") as client,
    ):
        refresh(client, home / "opendata", "2026-11-22", lambda *_: None)
    app = arrive(f"picture/{name}.py", {"gebied": "GM9801"})
    assert not app.exception
    assert words.INVENTED not in words_of(app)
