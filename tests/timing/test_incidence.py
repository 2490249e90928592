"""Cumulative incidence: the published check, a naive restatement, and a peer."""

from fractions import Fraction
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import CumIncidenceRight

from core.timing.incidence import CENSORED, NEXT, measure_incidence

TOY_DAYS = (1, 5, 3, 6, 1, 3, 2, 5, 2, 3, 6)
TOY_CAUSES = (0, 1, 1, 1, 2, 1, 0, 1, 0, 2, 2)
NAMES = {0: CENSORED, 1: NEXT, 2: "adult"}

Left = tuple[int, str]

left_on_days = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(list(NAMES.values()))), min_size=1, max_size=40
)


def times_of(left: list[Left], group: str = "") -> pd.DataFrame:
    """Give a row for each, as if nothing was counted together."""
    return pd.DataFrame(left, columns=["day", "cause"]).assign(number=1, group=group)


def toy(names: dict[int, str]) -> pd.DataFrame:
    """Give the toy under these names of its causes."""
    causes = [names[number] for number in TOY_CAUSES]
    return measure_incidence(times_of(list(zip(TOY_DAYS, causes, strict=True))))


def last_of(curves: pd.DataFrame, cause: str) -> float:
    """Give the incidence of a cause on the last day."""
    return float(curves[curves["cause"] == cause]["incidence"].iloc[-1])


def test_the_toy_gives_its_known_incidences() -> None:
    curves = toy(NAMES)
    assert last_of(curves, NEXT) == pytest.approx(0.649351, abs=5e-7)
    assert last_of(curves, "adult") == pytest.approx(0.350649, abs=5e-7)


def test_calling_other_causes_censored_overstates_as_the_toy_says() -> None:
    assert last_of(toy({0: CENSORED, 1: NEXT, 2: CENSORED}), NEXT) == pytest.approx(
        0.821429, abs=5e-7
    )


def test_events_on_the_first_day_are_kept() -> None:
    curves = measure_incidence(times_of([(0, NEXT), (0, NEXT), (3, CENSORED), (9, NEXT)]))
    assert curves.to_dict("list") == {
        "group": ["", "", ""],
        "cause": [NEXT] * 3,
        "day": [0, 3, 9],
        "at_risk": [4, 2, 1],
        "events": [2, 0, 1],
        "incidence": [0.5, 0.5, 1.0],
        "free": [0.5, 0.5, 0.0],
    }


def test_without_any_event_nothing_happened() -> None:
    curves = measure_incidence(times_of([(2, CENSORED), (5, CENSORED)]))
    assert curves[["cause", "at_risk", "incidence", "free"]].to_numpy().tolist() == [
        [NEXT, 2, 0.0, 1.0],
        [NEXT, 1, 0.0, 1.0],
    ]


def test_of_nothing_there_is_no_curve() -> None:
    assert measure_incidence(times_of([])).empty


def test_groups_are_apart() -> None:
    one, two = [(1, NEXT), (4, CENSORED)], [(2, "adult"), (2, NEXT)]
    both = pd.concat([times_of(one, "1"), times_of(two, "2")])
    apart = measure_incidence(both)
    first = apart[(apart["group"] == "1") & (apart["cause"] == NEXT)]["incidence"]
    assert first.tolist() == measure_incidence(times_of(one))["incidence"].tolist()
    assert apart[(apart["group"] == "1") & (apart["cause"] == "adult")]["incidence"].sum() == 0


@given(left_on_days)
def test_on_every_day_it_is_what_the_definition_says(left: list[Left]) -> None:
    curves = measure_incidence(times_of(left))
    for row in curves.to_dict("records"):
        causes, free = restated(left, row["day"])
        assert row["incidence"] == pytest.approx(float(causes.get(row["cause"], 0)))
        assert row["free"] == pytest.approx(float(free))
        assert row["at_risk"] == sum(day >= row["day"] for day, _ in left)


@given(left_on_days)
def test_causes_and_the_free_add_up_to_one(left: list[Left]) -> None:
    days = measure_incidence(times_of(left)).groupby("day")
    assert np.allclose(days["incidence"].sum() + days["free"].first(), 1)


@given(left_on_days, st.randoms(use_true_random=False))
def test_repeated_calls_are_equal_in_any_order_and_counted_or_not(
    left: list[Left], chance: Random
) -> None:
    shuffled = times_of(chance.sample(left, len(left)))
    counted = shuffled.groupby(["day", "cause"])["number"].sum().reset_index()
    first = measure_incidence(times_of(left))
    pd.testing.assert_frame_equal(measure_incidence(shuffled), first, check_exact=True)
    pd.testing.assert_frame_equal(measure_incidence(counted), first, check_exact=True)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # of the peer, about its standard errors
@given(st.dictionaries(st.integers(1, 500), st.sampled_from([CENSORED, NEXT, "adult"]), min_size=3))
def test_it_equals_statsmodels_where_no_days_tie(left: dict[int, str]) -> None:
    both = {**left, 501: NEXT, 502: "adult"}  # the peer wants both causes to occur
    numbers = {name: number for number, name in NAMES.items()}
    peer = CumIncidenceRight(
        np.array([*both]), np.array([numbers[cause] for cause in both.values()])
    )
    curves = measure_incidence(times_of([*both.items()]))
    for cause, incidence in ((NEXT, peer.cinc[0]), ("adult", peer.cinc[1])):
        ours = curves[curves["cause"] == cause].set_index("day")["incidence"]
        assert np.allclose(ours.loc[list(map(int, peer.times))], incidence)


def restated(left: list[Left], until: int) -> tuple[dict[str, Fraction], Fraction]:
    """Say once more, in exact fractions, what happened up to and including a day."""
    free, causes = Fraction(1), dict.fromkeys(NAMES.values(), Fraction(0))
    for day in range(until + 1):
        at_risk = sum(other >= day for other, _ in left)
        now = [cause for other, cause in left if other == day and cause != CENSORED]
        for cause in now:
            causes[cause] += free / at_risk
        free -= free * Fraction(len(now), at_risk) if at_risk else 0
    return causes, free
