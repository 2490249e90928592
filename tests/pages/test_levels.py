"""The level of a visit: chosen lower at the start, locked in a meeting, said on every page."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from core.disclosure import Level
from core.session import CHOSEN_LEVEL, MEETING_LEVEL, REMEMBERED
from core.text import levels as text
from core.text import shell
from pages import meeting_mode
from pages.level_choice import FIELD
from pages.registry import PAGES
from tests.pages.visiting import PATIENCE_SECONDS, SAMPLE, SHELL, arrive, press, words

START = "prepare/start.py"
PER_PROVIDER_OR_ROW = (
    ("picture/providers.py", "providers_tab", "Wachttijd", "provider_waits"),
    ("picture/providers.py", "providers_tab", "Spiegel", "mirror_help"),
    ("course/chains.py", "chains_tab", "Tijdlijn", "longest_chains"),
    ("course/triggers.py", "triggers_tab", "Werklijst", "worklist"),
)
"""What is counted of each provider or each child, and in which part of which page."""

SCRIPTS = [f"{section}/{name}.py" for section, names in PAGES.items() for name in names]


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the server see exact numbers."""
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")


@pytest.mark.usefixtures("own")
def test_a_lower_level_is_chosen_at_the_start_and_said() -> None:
    app = arrive(START)
    assert app.selectbox(key=FIELD).options == [
        *("Eigen organisatie", "Tafel", "Raad en toezicht", "Openbaar"),
    ]
    app.selectbox(key=FIELD).select("raad").run()
    assert f"{shell.level_line('raad')} (gekozen voor dit venster" in words(app)
    app.selectbox(key=FIELD).select("eigen").run()
    assert shell.level_line("eigen") in words(app)


@pytest.mark.parametrize("level", ["analist", "eigen", "tafel"])
def test_nothing_lifts_a_visit_above_its_server(
    level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "raad")
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    for key in (FIELD, CHOSEN_LEVEL, MEETING_LEVEL):
        app.session_state[key] = level
    for name in ("niveau", "level", CHOSEN_LEVEL):
        app.query_params[name] = level
    assert shell.level_line("raad") in words(app.run())
    assert app.selectbox(key=FIELD).options == ["Raad en toezicht", "Openbaar"]


@pytest.mark.usefixtures("own")
def test_a_meeting_locks_the_level_until_somebody_says_it_is_over() -> None:
    app = press(arrive(START), text.START_MEETING)
    assert text.MEETING in words(app)
    assert shell.level_line("tafel") in words(app)
    assert app.selectbox(key=FIELD).disabled
    app.session_state[CHOSEN_LEVEL] = app.session_state[FIELD] = "eigen"
    assert shell.level_line("tafel") in words(app.run())
    press(app, text.END_MEETING)
    assert text.MEETING in words(app)
    assert text.ask_end("eigen") in words(app)
    press(app, text.STAY)
    assert text.ask_end("eigen") not in words(app)
    assert text.MEETING in words(app)
    press(press(app, text.END_MEETING), text.YES_END)
    assert text.MEETING not in words(app)
    assert shell.level_line("eigen") in words(app)


@pytest.mark.parametrize(("cookie", "level"), [("tafel", "tafel"), ("raad", "raad")])
@pytest.mark.usefixtures("own")
def test_a_meeting_goes_on_in_another_tab_of_the_same_browser(
    cookie: str, level: Level, with_cookie: Callable[[str], None]
) -> None:
    with_cookie(cookie)
    app = arrive(START)
    assert f"{shell.level_line(level)} · {text.MEETING}" in words(app)


@pytest.mark.parametrize("cookie", ["eigen", "analist", "onzin", ""])
def test_a_cookie_made_by_hand_shows_no_more(
    cookie: str, with_cookie: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "raad")
    with_cookie(cookie)
    assert shell.level_line("raad") in words(arrive(START))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_page_says_its_level_without_data_too(script: str) -> None:
    app = arrive(script)
    assert not app.exception
    assert shell.level_line("tafel") in words(app)


@pytest.mark.parametrize(("level", "counted"), [("openbaar", False), ("eigen", True)])
def test_what_a_level_does_not_show_is_not_counted(
    level: str, monkeypatch: pytest.MonkeyPatch, *, counted: bool
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    for script, key, part, name in PER_PROVIDER_OR_ROW:
        app = arrive(script, SAMPLE)
        app.session_state[key] = part
        assert not app.run().exception
        assert (name in app.session_state[REMEMBERED]) == counted, name


@pytest.fixture
def with_cookie(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a visit a browser that remembers a meeting."""

    def remember(value: str) -> None:
        browser = SimpleNamespace(cookies={meeting_mode.COOKIE: value}, url="")
        monkeypatch.setattr(streamlit, "context", browser)

    return remember


def test_larger_type_is_for_a_screen_in_a_meeting_only() -> None:
    def larger(app: AppTest) -> bool:
        return meeting_mode.LARGER in [getattr(one, "body", "") for one in _html(app)]

    app = arrive(START)
    assert not larger(app)
    assert larger(press(app, text.START_MEETING))


def _html(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("html")]
