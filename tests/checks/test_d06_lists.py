"""D6: a list of values tells of no child, a switch is a choice, without a ledger no numbers."""

import pytest
from streamlit.testing.v1 import AppTest

from core.errors import StoreTrouble
from core.opendata.shelf import bundled_shelf, members_of
from core.text import guarded, referrers, sensitivity, storage
from pages import ledger
from tests.checks.groups import at_start, delivery, lines_of, opened, shows_numbers
from tests.pages.visiting import arrive, press

YOUTH = "JZ98"
REST = lines_of(range(400, 460), 2024)


def with_south(persons: int) -> str:
    """Draw 40 persons of Noord, and some of Zuid of whom nobody else knows how many."""
    south = lines_of(range(200, 200 + persons), 2022, "Zuid")
    return delivery(lines_of(range(40), 2022), south, REST)


def municipalities(app: AppTest) -> list[str]:
    return list(app.selectbox(key="municipality").options)


@pytest.mark.parametrize(("more", "is_offered"), [(1, False), (9, False), (10, True)])
def test_d6_a_municipality_does_not_appear_because_of_one_child(
    more: int, *, is_offered: bool
) -> None:
    first = at_start({"data": opened(with_south(9))})
    assert "Zuid" not in municipalities(first)
    next_one = at_start({"data": opened(with_south(9 + more))})
    assert ("Zuid" in municipalities(next_one)) == is_offered


def test_d6_a_municipality_does_not_disappear_because_of_one_child() -> None:
    assert "Zuid" in municipalities(at_start({"data": opened(with_south(10))}))
    assert "Zuid" in municipalities(at_start({"data": opened(with_south(9))}))


def test_d7_a_link_names_the_care_forms_that_a_list_offers() -> None:
    rare = [f"z-{one};Noord;A1;JeugdzorgPlus;01-01-2022;28-03-2022;100,00" for one in range(10)]
    parts = (lines_of(range(40), 2022), REST)
    address = {"regels": "ladder.JeugdzorgPlus*5"}
    assert not shows_numbers(at_start({"data": opened(delivery(rare[:9], *parts))} | address))
    assert not shows_numbers(at_start({"data": opened(delivery(rare, *parts))} | address))


def test_d6_without_a_ledger_kept_data_show_no_numbers_and_the_sample_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is not remembered could be asked again, with one child less each time."""
    data = opened(with_south(20))

    def broken(*_: object) -> None:
        raise StoreTrouble("full")

    with monkeypatch.context() as patched:
        patched.setattr(ledger, "key_of_persons", broken)
        app = at_start({"data": data, "gemeente": "Noord"})
    said = " ".join(warning.value for warning in app.warning)
    assert guarded.OUT_OF_REACH in said
    assert storage.TROUBLES["full"] in said
    assert not shows_numbers(app)
    assert municipalities(app) == [app.selectbox(key="municipality").options[0], "Noord"]
    assert shows_numbers(press(app, guarded.AGAIN))


def test_d6_stored_data_without_a_store_have_no_ledger_in_the_visit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = at_start({"data": opened(with_south(20))})
    assert shows_numbers(app)
    monkeypatch.setattr(ledger, "current_store", lambda: None)
    app.session_state["to_year"] = 2022
    assert not shows_numbers(app.run())


def test_d6_a_switch_that_leaves_out_a_few_is_refused_and_says_so() -> None:
    """Of the 49 who began a chain, nine have dyslexia care only, which does not count."""
    few = [f"d-{one};Noord;A1;Dyslexie;01-02-2022;28-04-2022;100,00" for one in range(9)]
    data = opened(delivery(lines_of(range(40), 2022), few, lines_of(range(40), 2024)))
    app = arrive("course/chains.py", {"data": data})
    press(app, sensitivity.BUTTON)
    told = {
        row[sensitivity.CHOICE]: row[sensitivity.OUTCOME]
        for table in app.table
        if sensitivity.OUTCOME in table.value.columns
        for row in table.value.to_dict("records")
    }
    assert told[sensitivity.SWITCH_NAMES["with_dyslexia"]] == sensitivity.REFUSED
    assert told[sensitivity.SWITCH_NAMES["own"]] != sensitivity.REFUSED


@pytest.mark.parametrize(("more", "is_refused"), [(9, True), (10, False)])
def test_d6_own_starts_of_a_region_are_not_those_of_a_municipality_and_a_few(
    more: int, *, is_refused: bool
) -> None:
    first, second = [code.removeprefix("GM") for code in members_of(bundled_shelf(), YOUTH)[:2]]
    here, beside = lines_of(range(40), 2022, first), lines_of(range(50, 50 + more), 2022, second)
    data = opened(delivery(lines_of(range(300, 340), 2021), here, beside, REST))
    address = {"data": data, "gemeente": first, "periode": "2022_2022"}
    assert shows_numbers(at_start(address))
    app = arrive("picture/referrers.py", {"data": data, "gebied": YOUTH})
    app.session_state["referrers_tab"] = referrers.OPEN_TABS[0]
    app.session_state["beside_year"] = 2022
    app.run()
    assert (guarded.NOT_BESIDE in [caption.value for caption in app.caption]) == is_refused
