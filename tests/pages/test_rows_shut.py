"""Rows about one child: there in one's own walls, and gone everywhere once a visit went down."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from core.session import CHOSEN_LEVEL
from core.text import chains, exports, levels, quality, triggers
from tests.behind.walking import SCRIPTS, seen, tabs_of
from tests.pages.visiting import THREE_CLIENTS, press, upload

PSEUDONYMS = ("pseudo-a", "pseudo-b", "pseudo-c")
ROW_FIELDS = ("timeline", "chosen_chain")
ROW_BUTTONS = (exports.MAKE_EVENTS, exports.EVENTS, quality.FIX_MAKE, quality.FIX_DOWNLOAD)
OPEN_AT_OWN = (
    ("course/chains.py", "chains_tab", chains.TABS["timeline"], "timeline"),
    ("course/triggers.py", "triggers_tab", triggers.TABS["worklist"], ""),
)


def lower(level: str) -> Callable[[AppTest], AppTest]:
    """Go down by a choice at the start."""

    def go(app: AppTest) -> AppTest:
        app.session_state[CHOSEN_LEVEL] = level
        return app.run()

    return go


def meet(app: AppTest) -> AppTest:
    """Go down by holding a meeting."""
    return press(app, levels.START_MEETING)


@pytest.mark.parametrize("go_down", [lower("openbaar"), meet], ids=["openbaar", "in a meeting"])
def test_rows_are_gone_everywhere_once_a_visit_goes_down(
    go_down: Callable[[AppTest], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(THREE_CLIENTS)
    open_rows(app)
    go_down(app)
    prepare_by_hand(app)
    for where in walk(app):
        assert not app.exception, where
        assert not [field.key for field in app.selectbox if field.key in ROW_FIELDS], where
        assert not app.dataframe, where
        labels = [button.label for button in (*app.button, *app.get("download_button"))]
        assert not set(labels) & set(ROW_BUTTONS), where
        said = "\n".join(seen(app).texts())
        assert not [one for one in PSEUDONYMS if one in said], where


def open_rows(app: AppTest) -> None:
    """Open the rows as the own side does, so that a session holds what it chose there."""
    for script, key, part, field in OPEN_AT_OWN:
        app.switch_page(script).run()
        app.session_state[key] = part
        app.run()
        assert not app.exception
        assert not field or [box for box in app.selectbox if box.key == field]


def prepare_by_hand(app: AppTest) -> None:
    """Leave in the session what somebody could have chosen at the own level, or made up."""
    for key in ROW_FIELDS:
        app.session_state[key] = 0
    for _, key, part, _ in OPEN_AT_OWN:
        app.session_state[key] = part


def walk(app: AppTest) -> Iterator[tuple[str, str]]:
    """Visit every page and every part of it in the same visit."""
    for script in SCRIPTS:
        app.switch_page(script).run()
        yield script, ""
        for key, parts in tabs_of(app).items():
            for part in parts:
                app.session_state[key] = part
                app.run()
                yield script, part
