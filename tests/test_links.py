"""Links: what a page's address carries comes back the same, and nothing else gets in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.care_forms import UNCOUNTED_GROUPS
from core.errors import WrongRules
from core.links import (
    Choices,
    choices_of,
    parameters_of,
    rules_of_text,
    text_of_rules,
    unread,
)
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR
from core.trajectories.rules import REGISTERED, Rules, start_rules

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
        ({"periode": "2024-01_2024-06"}, ["periode"]),
        ({"periode": "2024"}, ["periode"]),
        ({"periode": "2024_2020"}, ["periode"]),
        ({"hulpvorm": "a", "aanbieder": "b"}, ["hulpvorm", "aanbieder"]),
        ({"gemeente": "9801", "periode": "2021_2024"}, []),
    ],
)
def test_what_a_link_says_in_vain_is_named(parameters: dict[str, str], names: list[str]) -> None:
    assert unread(parameters) == names
