"""What people take along holds the same protected numbers as the screen, in every format."""

from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from core.export.card import View
from core.export.formats import formats_of, make
from core.export.note import write_note
from core.text.general import QUESTIONS
from pages.taking import OFFERED
from tests.behind.exported import read_back
from tests.behind.judging import verdict
from tests.behind.leaks import Planted
from tests.behind.walking import opened

RICHEST: Final = (
    ("course/chains.py", "chains_tab", "Aantal op rij"),
    ("course/chains.py", "chains_tab", "Wat volgt op wat"),
    ("picture/providers.py", "providers_tab", "Wie dekt wat"),
    ("course/stacking.py", "stacking_tab", "Combinaties"),
)
LIGHT: Final = ("csv", "xlsx", "svg")
"""Formats that are made of every view; the others of the first of a page only, for the time."""


@pytest.mark.parametrize(("page", "key", "tab"), RICHEST)
def test_every_file_holds_protected_numbers_only(
    page: str, key: str, tab: str, kept: dict[str, str], planted: Planted
) -> None:
    views = views_of(opened(page, kept, {key: tab}))
    assert views
    for place, view in enumerate(views):
        for written in formats_of(view):
            if written in LIGHT or not place:
                found = verdict(read_back(make(view, written), written), planted)
                assert not found, (view.card.finding, written)


def test_the_note_holds_protected_numbers_only(kept: dict[str, str], planted: Planted) -> None:
    page, key, tab = RICHEST[0]
    views = views_of(opened(page, kept, {key: tab}))
    note = write_note(views, dict.fromkeys(QUESTIONS.values(), "geen"))
    assert not verdict(read_back(note, "docx"), planted)


def test_at_the_level_of_the_owner_the_same_reader_finds_what_was_planted(
    kept: dict[str, str], planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    page, key, tab = RICHEST[2]
    view = views_of(opened(page, kept, {key: tab}))[0]
    for written in set(formats_of(view)) - {"png", "svg", "pptx"}:
        assert verdict(read_back(make(view, written), written), planted), written
    note = write_note([view], dict.fromkeys(QUESTIONS.values(), ""))
    assert verdict(read_back(note, "docx"), planted)


def views_of(app: AppTest) -> list[View]:
    """Give the views that the page offers to take along."""
    return list(app.session_state[OFFERED].views)
