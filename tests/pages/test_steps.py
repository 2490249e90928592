"""The page of steps: light and heavier beginnings, up and down alike, and never a cause."""

import pytest
from streamlit.testing.v1 import AppTest

from core.session import RULES
from core.text import chain_costs, comparable, general, what_if
from core.text import steps as text
from core.text.chains import TOO_FEW
from core.trajectories.rules import Rules
from tests.pages.visiting import HEADING, SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "course/steps.py"
FINDING = (
    "Van de reeksen die licht begonnen, ging 41% binnen twee jaar omhoog; "
    "van de reeksen die direct zwaarder begonnen 18%."
)


def on_tab(part: str, address: dict[str, str] | None = None) -> AppTest:
    """Open the page with one of its parts open."""
    app = arrive(PAGE, address or SAMPLE)
    app.session_state["steps_tab"] = text.TABS[part]
    return app.run()


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert [notice.value for notice in app.info] == [general.NO_DATA_YET]


def test_the_sample_region_gives_the_finding_that_was_planted() -> None:
    app = arrive(PAGE, SAMPLE)
    assert not app.exception
    assert FINDING in words(app)
    assert text.NO_CAUSE in words(app)


def test_up_and_down_are_both_in_the_table_with_their_denominator() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Beweging")
    assert {row["Beweging"] for row in rows} == set(text.MOVE_NAMES.values())
    assert all(row["Van"] for row in rows)


def test_an_undelivered_referrer_stands_apart() -> None:
    rows = cells(on_tab("openings"), "Verwijzer")
    names = [row["Verwijzer"] for row in rows]
    assert general.UNKNOWN in names
    assert names == sorted(names)


def test_another_ladder_changes_the_finding() -> None:
    app = arrive(PAGE, SAMPLE)
    app.session_state[RULES] = Rules(ladder=(("Specialistische ggz", 2),))
    assert FINDING not in words(app.run())
    assert not app.exception


def test_small_numbers_stay_hidden() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    assert not app.exception
    assert TOO_FEW in words(app)
    assert {metric.value for metric in app.metric} == {general.percent(None)}


PLACES = {
    "moves": "Vervolgstappen",
    "openings": "Afgelopen zonder omhoog",
    "comparable": "Verschil",
    "costs": "Middelste reeks",
    "what_if": "Midden",
}


@pytest.mark.parametrize("part", PLACES)
def test_every_part_has_numbers_of_the_sample_region(part: str) -> None:
    app = on_tab(part)
    assert not app.exception
    rows = cells(app, PLACES[part])
    assert rows
    assert any(character.isdigit() for character in rows[0][PLACES[part]])


@pytest.mark.parametrize("part", text.TABS)
def test_every_part_keeps_small_numbers_hidden(part: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state["steps_tab"] = text.TABS[part]
    assert not app.run().exception
    shown = {cell for table in app.table for cell in table.value.to_numpy().ravel()}
    numbers = [cell for cell in map(str, shown) if cell.isdigit() and cell != "0"]
    assert not [cell for cell in numbers if int(cell) > len(THREE_CLIENTS.splitlines())]
    assert not any("€ " in str(cell) for cell in shown)


def test_the_finding_has_its_denominators_its_interval_and_who_is_too_recent() -> None:
    said = words(arrive(PAGE, SAMPLE))
    assert "Licht begonnen: 1.105 van 2.670 reeksen (40% tot 43%)." in said
    assert "Te recent om te weten, want nog geen twee jaar te volgen: 1.875 licht begonnen" in said


def test_stepped_chains_are_counted_from_another_length() -> None:
    app = on_tab("moves")
    before = {metric.label: metric.value for metric in app.metric}
    app.radio(key="stepped_from").set_value(2).run()
    after = {metric.label: metric.value for metric in app.metric}
    assert before["Strikt opklimmend"] != after["Strikt opklimmend"]
    assert before["Alleen omhoog"] == after["Alleen omhoog"]


def test_the_comparison_says_that_it_is_no_cause_before_anything_is_opened() -> None:
    app = on_tab("comparable")
    assert any("geen oorzaak en gevolg" in warning.value for warning in app.warning)
    assert "valt af" in words(app)


def test_too_few_alike_are_not_compared() -> None:
    app = on_tab("comparable", SAMPLE | {"gemeente": "9814"})
    assert not app.exception
    assert comparable.NOT_COMPARABLE in words(app)


def test_the_dearest_chains_take_more_than_half() -> None:
    app = on_tab("costs")
    assert "De duurste 10% van de reeksen is 55% van de kosten." in words(app)
    rows = cells(app, chain_costs.ROUTE)
    assert rows[-1][chain_costs.ROUTE] == chain_costs.REST
    states = cells(app, chain_costs.STATE)
    assert [row[chain_costs.STATE] for row in states] == [*chain_costs.STATE_NAMES.values()]
    assert not any(chain_costs.RUNNING in row for row in states)


def test_the_arithmetic_follows_the_slider_and_what_comes_instead() -> None:
    app = on_tab("what_if")
    assert any("rekensom, geen voorspelling" in warning.value for warning in app.warning)
    first = cells(app, what_if.WHAT)
    app.select_slider(key="what_if_share").set_value(40).run()
    more = cells(app, what_if.WHAT)
    assert int(more[0]["Midden"]) == pytest.approx(2 * int(first[0]["Midden"]), abs=1)
    app.radio(key="what_if_by").set_value("like_second").run()
    assert cells(app, what_if.WHAT)[0]["Midden"] == "0"


def test_another_trigger_position_replaces_other_starts() -> None:
    app = on_tab("what_if")
    before = cells(app, what_if.WHAT)
    app.session_state[RULES] = Rules(trigger_position=2)
    assert not app.run().exception
    assert "tweede trajecten" in words(app)
    assert cells(app, what_if.WHAT) != before


def test_with_many_unknown_codes_nothing_is_stated() -> None:
    unknown = f"""{HEADING.replace("hulpvorm", "productcode")}
pseudo-a;Noord;A1;99X99;01-01-2022;31-03-2022;100,00
pseudo-b;Noord;A1;45A04;01-02-2023;31-12-2024;100,00
"""
    app = upload(unknown).switch_page(PAGE).run()
    assert not app.exception
    assert [warning.value for warning in app.warning] == [text.withheld(0.5)]
    assert not app.metric


SMALL_CHOICES = {
    "a small municipality": {"gemeente": "9814"},
    "a care form by which few begin": {"hulpvorm": "JeugdzorgPlus"},
}


@pytest.mark.parametrize("choice", SMALL_CHOICES)
def test_a_small_choice_keeps_the_page_whole_and_says_nothing_of_sizes(choice: str) -> None:
    app = arrive(PAGE, SAMPLE | SMALL_CHOICES[choice])
    assert not app.exception
    assert not any(general.FEW in table.value.to_csv() for table in app.table)
    assert general.NOTHING_TO_SHOW in words(app)
    assert len(app.text_area) == len(general.QUESTIONS)


def test_what_is_hidden_of_the_region_keeps_its_denominator() -> None:
    rows = cells(arrive(PAGE, SAMPLE), "Beweging")
    apart = [row for row in rows if row["Begin"] == text.BEGUN_NAMES["unranked"]]
    assert [row["Deel"] for row in apart] == [general.percent(None)] * len(text.MOVE_NAMES)
    assert all(row["Van"].isdigit() for row in apart)
