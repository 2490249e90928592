"""What stays when a page has nothing to say, and what is remembered when it is left."""

import pytest

from core.text import areas, chains, general, shell, triggers
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, upload, words

PAGES = {"districts": "picture/districts.py", "comparison": "picture/comparison.py"}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_that_waits_for_a_choice_can_be_shared(page: str) -> None:
    app = arrive(page, SAMPLE)
    assert not app.exception
    assert any(f"{shell.ADDRESSES[name]}?data=voorbeeld" in app.code[0].value for name in PAGES)


def test_the_municipality_is_chosen_in_one_place() -> None:
    """Where declarations are open it is the filter above; the other field is folded away."""
    app = arrive(PAGES["districts"], SAMPLE)
    assert areas.CHOOSE_ABOVE in app.info[0].value
    assert app.expander[0].label == areas.ANOTHER
    chosen = app.selectbox(key="municipality").select("9801").run()
    assert not chosen.exception
    assert not chosen.info
    alone = arrive(PAGES["districts"])
    assert areas.CHOOSE_ABOVE not in alone.info[0].value
    assert not [box for box in alone.expander if box.label == areas.ANOTHER]


def test_the_open_part_is_remembered_when_another_page_was_visited() -> None:
    app = arrive("course/triggers.py", SAMPLE)
    app.session_state["triggers_tab"] = triggers.TABS["what"]
    app.run().switch_page("prepare/start.py").run()
    app.switch_page("course/triggers.py").run()
    assert app.session_state["triggers_tab"] == triggers.TABS["what"]


def test_a_picture_without_a_named_care_form_is_a_sentence() -> None:
    app = upload(THREE_CLIENTS).switch_page("course/chains.py").run()
    assert not app.exception
    assert words(app).count(general.NOTHING_TO_SHOW) >= 2
    assert chains.REST not in [cell for table in app.table for cell in table.value.stack()]
