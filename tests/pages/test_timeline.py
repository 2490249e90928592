"""The timeline: an invented chain where numbers are shared, a real one only in own walls."""

import pytest

from core.text import chains, timeline
from tests.pages.visiting import SAMPLE, arrive, cells, words

PAGE = "course/chains.py"
TAB = "chains_tab"


def test_where_numbers_are_shared_it_is_an_invented_chain_and_says_so() -> None:
    app = arrive(PAGE, SAMPLE)
    app.session_state[TAB] = chains.TABS["timeline"]
    app.run()
    assert not app.exception
    assert timeline.INVENTED in words(app)
    assert not [box for box in app.selectbox if box.key == "timeline"]
    assert {row[timeline.PROVIDER] for row in cells(app, timeline.KIND)} <= {
        *(f"Aanbieder {letter}" for letter in "ABCD"),
        "",
    }


def test_in_own_walls_a_chain_is_chosen_by_a_running_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = arrive(PAGE, SAMPLE)
    app.session_state[TAB] = chains.TABS["timeline"]
    app.run()
    assert not app.exception
    [box] = [box for box in app.selectbox if box.key == "timeline"]
    assert box.options[0].startswith("1. ")
    first = cells(app, timeline.KIND)
    box.select_index(len(box.options) - 1).run()
    assert not app.exception
    assert cells(app, timeline.KIND) != first
    assert timeline.ONLY_OWN in words(app)
