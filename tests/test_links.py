"""Links: what a page's address carries comes back the same, and nothing else gets in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import links
from core.care_forms import UNCOUNTED_GROUPS
from core.errors import WrongRules
from core.links import (
    CHOSEN,
    Choices,
    choices_of,
    parameters_of,
    rules_of_text,
    text_of_all_rules,
    text_of_rules,
    unread,
)
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, day_number
from core.trajectories.rules import REGISTERED, Rules, settled, start_rules

FORMS = ("Ambulant regulier", "Pleegzorg", "Vervoer", "Iets eigens")

settings = st.fixed_dictionaries(
    {},
    optional={name: st.sampled_from(values) for name, values in REGISTERED.items()}
    | {
        "count_parallel": st.booleans(),
        "evaluation_on_start_day": st.booleans(),
        "uncounted_groups": st.sets(st.sampled_from(UNCOUNTED_GROUPS)).map(
            lambda groups: tuple(group for group in UNCOUNTED_GROUPS if group in groups)
        ),
        "ladder": st.dictionaries(st.text(min_size=1, max_size=12), st.integers(0, 9)).map(
            lambda rungs: tuple(sorted(rungs.items()))
        ),
    },
)


@given(changed=settings)
def test_rules_come_back_from_a_link(changed: dict[str, object]) -> None:
    rules = replace(Rules(), **changed)  # type: ignore[arg-type]
    assert rules_of_text(text_of_rules(rules)) == rules


@given(changed=settings, as_of=st.sampled_from(["2023-12-31", "2024-10-31"]))
def test_rules_written_whole_come_back_as_they_are_in_force(
    changed: dict[str, object], as_of: str
) -> None:
    rules = replace(start_rules(), **changed)  # type: ignore[arg-type]
    in_force = settled(rules, FORMS, day_number(date.fromisoformat(as_of)), 62)
    whole = text_of_all_rules(rules, in_force, FORMS)
    read = rules_of_text(whole)
    assert settled(read, FORMS, 0, 0) == in_force
    assert {name for name, _, _ in (part.partition(".") for part in whole.split("~"))} == set(
        CHOSEN
    )


def test_a_later_default_changes_nothing_in_a_whole_link(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = start_rules()
    in_force = settled(rules, FORMS, day_number(date(2024, 10, 31)), 62)
    short, whole = text_of_rules(rules), text_of_all_rules(rules, in_force, FORMS)
    later = replace(rules, chain_gap_days=365, trigger_position=4, administrative=())
    monkeypatch.setattr(links, "start_rules", lambda: later)
    assert rules_of_text(short).chain_gap_days == later.chain_gap_days
    kept = rules_of_text(whole)
    assert (kept.chain_gap_days, kept.trigger_position) == (184, 3)
    assert kept.administrative == rules.administrative


def test_a_day_that_is_no_end_of_a_month_stays_with_the_data() -> None:
    in_force = settled(start_rules(), FORMS, day_number(date(2024, 10, 30)), 0)
    assert "as_of" not in text_of_all_rules(start_rules(), in_force, FORMS)


def test_default_rules_say_nothing() -> None:
    assert text_of_rules(start_rules()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "chain_gap_days.183",
        "chain_gap_days.",
        "nothing.1",
        "as_of.2024-12-30",
        "as_of.gisteren",
        "count_parallel.1",
        "uncounted_groups.everything",
        "ladder.Pleegzorg",
        "ladder.Pleegzorg*99",
        "ladder.Pleegzorg*10",
        "default_ladder.False",
        "__class__.x",
    ],
)
def test_a_value_that_is_not_registered_is_refused(text: str) -> None:
    with pytest.raises(WrongRules):
        rules_of_text(text)


def test_what_a_page_itself_understands_is_not_in_vain() -> None:
    assert unread({"deel": "routes", "nergens": "1"}, ["deel"]) == ["nergens"]


@given(st.dictionaries(st.text(max_size=10), st.text(max_size=20), max_size=5))
def test_whatever_somebody_writes_by_hand_is_read_without_breaking(by_hand: dict[str, str]) -> None:
    choices = choices_of(by_hand)
    assert choices_of(parameters_of(choices)) == choices
    assert set(unread(by_hand)) <= set(by_hand)


years = st.integers(FIRST_YEAR, LAST_YEAR)


@given(first=years, last=years, dimension=st.sampled_from(["care_form", "provider", "referrer"]))
def test_choices_come_back_from_parameters(first: int, last: int, dimension: str) -> None:
    choices = Choices("voorbeeld", "9801", min(first, last), max(first, last), dimension, "x")
    assert choices_of(parameters_of(choices)) == choices


def test_choices_of_open_data_come_back_without_declarations() -> None:
    choices = Choices(area="GM9801", peers="grootte.4~buren.10", edition="voorbeeld")
    assert parameters_of(choices) == {
        "gebied": "GM9801",
        "groep": "grootte.4~buren.10",
        "open": "voorbeeld",
    }
    assert choices_of(parameters_of(choices)) == choices


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        ({"niveau": "eigen"}, ["niveau"]),
        ({"leeftijd": "7-7", "data": "voorbeeld"}, ["leeftijd"]),
        ({"deel": "routes"}, ["deel"]),
        ({"nergens": ""}, []),
        ({"periode": "2024-01_2024-06"}, ["periode"]),
        ({"periode": "2024"}, ["periode"]),
        ({"periode": "2024_2020"}, ["periode"]),
        ({"hulpvorm": "a", "aanbieder": "b"}, ["hulpvorm", "aanbieder"]),
        ({"gemeente": "9801", "periode": "2021_2024"}, []),
    ],
)
def test_what_a_link_says_in_vain_is_named(parameters: dict[str, str], names: list[str]) -> None:
    assert unread(parameters) == names
