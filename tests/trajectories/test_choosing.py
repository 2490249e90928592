"""Changing the rules at a table: one at a time, and only to what a screen offers."""

from datetime import date

import pytest

from core.care_forms import UNCOUNTED_GROUPS
from core.errors import WrongRules
from core.links import rules_of_text, text_of_rules
from core.tables import UNRANKED
from core.trajectories.calendar import date_of, day_number
from core.trajectories.choosing import (
    is_left_out,
    month_end_or_auto,
    month_ends_around,
    month_ends_between,
    rung_of,
    with_as_of,
    with_group,
    with_number,
    with_rung,
    with_switch,
)
from core.trajectories.rules import AUTO, REGISTERED, Rules


@pytest.mark.parametrize("setting", REGISTERED)
def test_every_registered_value_can_be_chosen_and_travels_in_a_link(setting: str) -> None:
    for value in REGISTERED[setting]:
        changed = with_number(Rules(), setting, value)
        assert getattr(changed, setting) == value
        assert rules_of_text(text_of_rules(changed)) == changed


def test_any_other_number_is_refused() -> None:
    with pytest.raises(WrongRules):
        with_number(Rules(), "chain_gap_days", 183)


@pytest.mark.parametrize("setting", ["count_parallel", "evaluation_on_start_day"])
def test_a_switch_goes_on_and_off(setting: str) -> None:
    on = with_switch(Rules(), setting, 1)
    assert getattr(on, setting) is True
    assert with_switch(on, setting, 0) == Rules()


def test_what_is_no_switch_cannot_be_switched() -> None:
    with pytest.raises(WrongRules):
        with_switch(Rules(), "chain_gap_days", 1)


def test_a_group_counts_and_is_left_out_again() -> None:
    counting = with_group(Rules(), "dyslexia", 0)
    assert not is_left_out(counting, "Dyslexie")
    assert is_left_out(Rules(), "ernstige dyslexie")
    assert with_group(counting, "dyslexia", 1).uncounted_groups == UNCOUNTED_GROUPS


def test_a_form_goes_to_another_rung_and_back_without_a_trace() -> None:
    moved = with_rung(Rules(), "Wijkteam", 4)
    assert (rung_of(Rules(), "Wijkteam"), rung_of(moved, "Wijkteam")) == (1, 4)
    assert with_rung(moved, "Wijkteam", 1) == Rules()


def test_a_form_can_leave_the_ladder() -> None:
    left = with_rung(Rules(), "Dagbehandeling", UNRANKED)
    assert left.ladder == (("Dagbehandeling", UNRANKED),)
    assert rung_of(left, "Dagbehandeling") == UNRANKED


def test_on_a_ladder_of_ones_own_the_default_does_not_hold() -> None:
    own = Rules(ladder=(("Wijkteam", 1),), default_ladder=False)
    assert rung_of(own, "Dagbehandeling") == UNRANKED
    assert with_rung(own, "Wijkteam", 1).ladder == (("Wijkteam", 1),)


def test_the_days_offered_are_the_ends_of_months_round_the_proposal() -> None:
    here, long_ago = day_number(date(2024, 2, 10)), day_number(date(2019, 1, 1))
    days = [date_of(day) for day in month_ends_around(here, long_ago)]
    assert days[:4] == [date(2024, 5, 31), date(2024, 4, 30), date(2024, 3, 31), date(2024, 2, 29)]
    assert days[-1] == date(2023, 2, 28)


def test_no_day_before_the_data_is_offered_and_every_offer_may_travel() -> None:
    here, first = day_number(date(2024, 2, 10)), day_number(date(2024, 1, 5))
    around, between = month_ends_around(here, first), month_ends_between(first, here)
    assert date_of(around[-1]) == date(2024, 1, 31)
    assert set(around) == set(between)


def test_only_the_end_of_a_month_can_be_the_last_day() -> None:
    end, before = day_number(date(2024, 2, 29)), day_number(date(2024, 2, 28))
    assert with_as_of(Rules(), end).as_of == end
    assert with_as_of(Rules(as_of=end), AUTO) == Rules()
    assert (month_end_or_auto(end), month_end_or_auto(before)) == (end, AUTO)
    with pytest.raises(WrongRules):
        with_as_of(Rules(), before)
