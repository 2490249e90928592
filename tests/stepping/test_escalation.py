"""Routes over the rungs: every definition as a drawn route, and once more naively."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.stepping.escalation import (
    direction_of,
    longest_run,
    measure_directions,
    measure_runs,
    measure_shapes,
    rise_of,
    route_of,
    shape_of,
)

RUNGS = (1, 2, 3, 4)
ROUTES = st.lists(st.sampled_from(RUNGS), min_size=1, max_size=8).map(tuple)

SHAPES = {
    "up once and never down is strictly stepped": ((2, 3), "strict"),
    "staying on a rung in between does no harm": ((2, 2, 3, 3, 4), "strict"),
    "one rung all along is not stepped": ((2, 2, 2), "other"),
    "a step back on the way up is loosely stepped": ((1, 3, 2, 4), "loose"),
    "back where it began is not stepped": ((2, 3, 2), "other"),
    "as often down as up is not stepped, also when it ends higher": ((1, 4, 3), "other"),
    "down only is not stepped": ((4, 2), "other"),
}


@pytest.mark.parametrize("rule", SHAPES)
def test_shapes(rule: str) -> None:
    route, shape = SHAPES[rule]
    assert shape_of(route) == shape


@given(ROUTES)
def test_a_shape_says_what_its_definition_says(route: tuple[int, ...]) -> None:
    differences = [after - before for before, after in pairwise(route)]
    ups, downs = len([d for d in differences if d > 0]), len([d for d in differences if d < 0])
    strict = ups > 0 and downs == 0
    loose = sum(differences) > 0 and ups > downs
    assert shape_of(route) == ("strict" if strict else "loose" if loose else "other")
    assert not strict or loose


RISES = {
    "one rung all along does not rise": ((2, 2, 2), 0.0),
    "the whole ladder at the last of two counts its place, two thirds": ((1, 4), 2 / 3),
    "an early rise that lasts weighs more than a late one": ((1, 4, 4), 5 / 6),
    "a late rise weighs what is left of it": ((1, 1, 4), 3 / 6),
    "up and back down weighs the later fall more": ((1, 4, 1), 2 / 6 - 3 / 6),
    "a fall is below zero": ((4, 1), -2 / 3),
}


@pytest.mark.parametrize("rule", RISES)
def test_rises(rule: str) -> None:
    route, rise = RISES[rule]
    assert rise_of(route, RUNGS) == pytest.approx(rise)


@given(ROUTES)
def test_a_rise_adds_up_over_the_places_of_every_spell(route: tuple[int, ...]) -> None:
    """Walk over all places, each with the change of rung that its spell began with."""
    jump, total = 0.0, 0.0
    for place, rung in enumerate(route, 1):
        if place > 1 and rung != route[place - 2]:
            jump = (RUNGS.index(rung) - RUNGS.index(route[place - 2])) / (len(RUNGS) - 1)
        total += jump * place
    assert rise_of(route, RUNGS) == pytest.approx(total / sum(range(1, len(route) + 1)))


@given(ROUTES)
def test_a_route_upside_down_falls_as_much(route: tuple[int, ...]) -> None:
    turned = tuple(max(RUNGS) + 1 - rung for rung in route)
    assert rise_of(turned, RUNGS) == pytest.approx(-rise_of(route, RUNGS))
    assert {direction_of(rise_of(of, RUNGS)) for of in (route, turned)} in (
        {"even"},
        {"heavier", "lighter"},
    )


@given(ROUTES)
def test_the_longest_run_is_the_longest_stretch_in_order(route: tuple[int, ...]) -> None:
    stretches = [
        end - begin
        for begin in range(len(route))
        for end in range(begin + 1, len(route) + 1)
        if list(route[begin:end]) == sorted(route[begin:end])
    ]
    assert longest_run(route) == max(stretches)


TABLE = pd.DataFrame(
    {
        "route": ["2", "2>3", "2>3>3", "3>2", "2>4>3>4"],
        "chains": [50, 20, 5, 4, 1],
        "clients": [48, 20, 5, 4, 1],
    }
)


def test_shapes_are_counted_from_each_least_length() -> None:
    counted = measure_shapes(TABLE).set_index(["least", "shape"])["chains"].to_dict()
    assert counted == {
        (2, "strict"): 25,
        (2, "loose"): 1,
        (2, "other"): 4,
        (3, "strict"): 5,
        (3, "loose"): 1,
        (3, "other"): 0,
    }


def test_directions_carry_the_mean_rise_of_their_chains() -> None:
    rows = measure_directions(TABLE, (2, 3, 4)).set_index("direction")
    assert rows["chains"].to_dict() == {"heavier": 26, "even": 0, "lighter": 4}
    up = [rise_of(route_of(words), (2, 3, 4)) for words in ("2>3", "2>3>3", "2>4>3>4")]
    assert rows.loc["heavier", "rise"] == pytest.approx((20 * up[0] + 5 * up[1] + up[2]) / 26)
    assert rows["rise"].isna().tolist() == [False, True, False]


def test_long_runs_are_one_class_and_every_class_has_a_row() -> None:
    assert measure_runs(TABLE)["chains"].tolist() == [4, 21, 5, 0]
    assert measure_runs(TABLE.head(0))["chains"].tolist() == [0, 0, 0, 0]
