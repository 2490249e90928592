"""The page of the rules: every rule with its meaning, and what a change of it does at once."""

from dataclasses import replace

import pytest

from core.session import RULES
from core.text import administrative, attrition, exceptions, general, headlines
from core.text import rules as text
from core.trajectories.rules import REGISTERED, start_rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

PAGE = "prepare/rules.py"


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert app.info
    assert not app.table


def test_every_rule_has_a_field_with_a_meaning_and_its_default_marked() -> None:
    app = arrive(PAGE, SAMPLE)
    assert not app.exception
    for name in REGISTERED:
        field = app.selectbox(key=f"rule_{name}")
        assert field.label == text.NAMES[name]
        assert field.value == getattr(start_rules(), name)
        assert text.option(name, field.value).endswith(text.STANDARD)
    assert app.toggle(key="rule_transport").value is True
    assert app.selectbox(key="rung_of_Wijkteam").value == 1


def test_another_pause_changes_the_headlines_beside_the_standard() -> None:
    app = arrive(PAGE, SAMPLE)
    app.selectbox(key="rule_chain_gap_days").select(31).run()
    assert not app.exception
    rows = {row[headlines.FIGURE]: row for row in cells(app, headlines.FIGURE)}
    chains = rows[headlines.NAMES["chains"]]
    assert number(chains[headlines.OWN]) > number(chains[headlines.STANDARD])
    trajectories = rows[headlines.NAMES["trajectories"]]
    assert trajectories[headlines.OWN] == trajectories[headlines.STANDARD]
    assert app.session_state[RULES] == replace(start_rules(), chain_gap_days=31)
    assert press(app, text.BACK).session_state[RULES] == start_rules()


def test_simultaneous_help_stands_beside_it() -> None:
    rows = {row[headlines.FIGURE]: row for row in cells(arrive(PAGE, SAMPLE), headlines.FIGURE)}
    long_chains = rows[headlines.NAMES["long_chains"]]
    assert number(long_chains[headlines.OWN_PARALLEL]) > number(long_chains[headlines.OWN])


@pytest.mark.parametrize("rules", ["", "chain_gap_days.92"])
def test_a_number_is_the_same_on_every_page_that_names_it(rules: str) -> None:
    """Third starts stand here, in the exceptions and on Regie op drie; chains on Stepped care."""
    app = arrive(PAGE, SAMPLE | ({"regels": rules} if rules else {}))
    rows = {row[headlines.FIGURE]: row[headlines.OWN] for row in cells(app, headlines.FIGURE)}
    starts = rows[headlines.NAMES["trigger_starts"]]
    assert {row[exceptions.BEFORE] for row in cells(app, exceptions.EXCEPTION)} == {starts}
    assert f"begonnen {starts} derde" in words(app.switch_page("course/triggers.py").run())
    _, _, heavier = rows[headlines.SHARES["heavier"]].partition(" van ")
    assert f"van {heavier} reeksen" in words(app.switch_page("course/steps.py").run())


def test_a_rung_and_a_group_of_care_can_be_changed() -> None:
    app = arrive(PAGE, SAMPLE)
    app.selectbox(key="rung_of_Pleegzorg").select(5).run()
    app.toggle(key="rule_dyslexia").set_value(False).run()
    assert not app.exception
    rules = app.session_state[RULES]
    assert rules.ladder == (("Pleegzorg", 5),)
    assert "dyslexia" not in rules.uncounted_groups
    assert app.selectbox(key="rung_of_Dyslexie").value == 0


def test_a_link_with_rules_sets_the_fields() -> None:
    app = arrive(PAGE, SAMPLE | {"regels": "chain_gap_days.92"})
    assert app.selectbox(key="rule_chain_gap_days").value == 92


@pytest.mark.parametrize("word", ["pseudo-a", "%"])
def test_small_numbers_stay_hidden(word: str) -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    assert not app.exception
    assert "<10" in words(app)
    assert not [row for row in cells(app, headlines.FIGURE) if word in str(row)]
    assert not [box for box in app.selectbox if str(box.key).startswith("rung_of_")]


def number(cell: str) -> int:
    return int(cell.replace(".", ""))


def test_a_kind_of_step_on_paper_can_be_switched_off() -> None:
    app = arrive(PAGE, SAMPLE)
    assert any(general.count(115) in caption.value for caption in app.caption)
    rows = {row[administrative.KIND]: row for row in cells(app, administrative.KIND)}
    moved = text.KIND_NAMES["reorganisation"]
    assert rows[moved][administrative.STEPS] == "100"
    app.toggle(key="rule_reorganisation").set_value(False).run()
    assert not app.exception
    assert "reorganisation" not in app.session_state[RULES].administrative
    rows = {row[administrative.KIND]: row for row in cells(app, administrative.KIND)}
    assert rows[moved][administrative.STEPS] == administrative.OFF


def test_every_step_of_the_construction_says_what_falls_off() -> None:
    app = arrive(PAGE, SAMPLE)
    app.session_state["attrition"] = True
    app.run()
    steps = [row[attrition.ROWS] for row in cells(app, attrition.STEP)]
    assert len(steps) == len(attrition.STEP_NAMES)
    app.session_state["attrition_step"] = "counted"
    app.run()
    assert not app.exception
    reasons = {row[attrition.REASON]: row for row in cells(app, attrition.REASON)}
    assert reasons[text.KIND_NAMES["reorganisation"]][attrition.ROWS] == "100"
    assert reasons[attrition.KEPT_NAMES["counted"]][attrition.ROWS] == steps[-1]


def test_of_a_few_clients_no_step_tells_how_many() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    app.session_state["attrition"] = True
    app.run()
    assert not app.exception
    assert {row[attrition.ROWS] for row in cells(app, attrition.STEP)} == {general.FEW}
