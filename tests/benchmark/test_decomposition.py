"""A difference divided over its factors: exactly, fairly, and to the cent."""

from collections.abc import Mapping
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.benchmark.decomposition import (
    FACTORS,
    MIXED,
    cents,
    decompose,
    decompose_mixed,
    factors_of,
    in_cents,
    logarithmic_mean,
)

RANGES = {"youth": (10, 1e6), "use": (0.001, 1), "intensity": (1, 5), "price": (100, 1e5)}
SIDES = st.fixed_dictionaries({name: st.floats(*RANGES[name]) for name in FACTORS})
FORMS = st.dictionaries(
    st.sampled_from("abcd"),
    st.tuples(st.integers(1, 500), st.integers(1, 10_000_000)),
    min_size=1,
)


def product(side: dict[str, float]) -> float:
    return float(np.prod(list(side.values())))


def mixed(clients: int, forms: Mapping[str, tuple[int, float]]) -> pd.DataFrame:
    """Draw one side: trajectories and euros of each care form."""
    rows = [(form, clients, number, euros) for form, (number, euros) in forms.items()]
    return pd.DataFrame(rows, columns=["care_form", "clients", "trajectories", "euros"])


def shapley(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """Divide by another fair rule: the mean step of a factor over all orders of change."""
    parts = dict.fromkeys(before, 0.0)
    orders = list(permutations(before))
    for order in orders:
        now = dict(before)
        for name in order:
            start = product(now)
            now[name] = after[name]
            parts[name] += (product(now) - start) / len(orders)
    return parts


@given(SIDES, SIDES)
def test_parts_add_up_to_the_cent(before: dict[str, float], after: dict[str, float]) -> None:
    parts = decompose(before, after)
    assert parts is not None
    assert sum(parts.values()) == cents(product(after)) - cents(product(before))


@given(SIDES, SIDES)
def test_back_is_there_with_the_other_sign(
    before: dict[str, float], after: dict[str, float]
) -> None:
    there, back = decompose(before, after), decompose(after, before)
    assert there is not None
    assert back is not None
    assert all(abs(there[name] + back[name]) <= 2 for name in there)  # cents of rounding


@given(SIDES, SIDES)
def test_the_order_of_factors_decides_nothing(
    before: dict[str, float], after: dict[str, float]
) -> None:
    turned = [dict(reversed(side.items())) for side in (before, after)]
    one, other = decompose(before, after), decompose(*turned)
    assert one is not None
    assert other is not None
    assert all(abs(one[name] - other[name]) <= 1 for name in one)


@given(SIDES, SIDES, st.sampled_from(FACTORS))
def test_the_only_factor_that_changed_has_all_of_it(
    before: dict[str, float], other_side: dict[str, float], name: str
) -> None:
    after = {**before, name: other_side[name]}
    parts = decompose(before, after)
    assert parts is not None
    assert all(abs(part) <= 1 for other, part in parts.items() if other != name)


def test_small_changes_are_divided_as_any_fair_rule_would() -> None:
    before = {"youth": 10_000.0, "use": 0.11, "intensity": 1.4, "price": 8_000.0}
    after = {"youth": 9_900.0, "use": 0.12, "intensity": 1.45, "price": 8_300.0}
    parts = decompose(before, after)
    assert parts is not None
    for name, part in shapley(before, after).items():
        assert parts[name] / 100 == pytest.approx(part, rel=0.005)


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan")])
def test_without_a_factor_nothing_is_divided(value: float) -> None:
    whole = dict.fromkeys(FACTORS, 2.0)
    assert decompose(whole, {**whole, "use": value}) is None


def test_factors_are_what_their_names_say_and_their_product_is_spending() -> None:
    found = factors_of(euros=1_000_000, youth=5_000, clients=500, trajectories=750)
    assert found == {"youth": 5_000, "use": 0.1, "intensity": 1.5, "price": pytest.approx(4000 / 3)}
    assert product(found) == pytest.approx(1_000_000)
    assert np.isnan(factors_of(1, 0, 1, 1)["youth"])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(2, 2, 2), (1, np.e, np.e - 1), (0, 3, 0), (3, 0, 0), (5, 5 * (1 + 1e-12), 5)],
)
def test_the_logarithmic_mean(one: float, other: float, expected: float) -> None:
    found = logarithmic_mean(np.array([one]), np.array([other]))
    assert found[0] == pytest.approx(expected)


def test_volume_mix_and_price_are_those_of_the_formula() -> None:
    """Two forms of care, trajectories 50 -> 80 and euros 50 -> 96, with the formula by hand."""
    before = mixed(1, {"one": (10, 30.0), "two": (40, 20.0)})
    after = mixed(1, {"one": (40, 80.0), "two": (40, 16.0)})
    parts = decompose_mixed(before, after)
    assert parts is not None
    weights = [50 / np.log(80 / 30), -4 / np.log(16 / 20)]
    activity = sum(weights) * np.log(80 / 50)
    structure = weights[0] * np.log(0.5 / 0.2) + weights[1] * np.log(0.5 / 0.8)
    price = weights[0] * np.log(2 / 3) + weights[1] * np.log(0.4 / 0.5)
    assert parts["clients"] == 0
    assert parts["intensity"] / 100 == pytest.approx(activity, abs=0.01)
    assert parts["mix"] / 100 == pytest.approx(structure, abs=0.01)
    assert parts["price"] / 100 == pytest.approx(price, abs=0.01)


@given(st.integers(1, 900), FORMS, st.integers(1, 900), FORMS)
def test_parts_of_mixed_care_add_up_to_the_cent(
    clients: int, one: dict[str, tuple[int, int]], later: int, other: dict[str, tuple[int, int]]
) -> None:
    parts = decompose_mixed(mixed(clients, one), mixed(later, other))
    assert parts is not None
    difference = sum(euros for _, euros in other.values()) - sum(e for _, e in one.values())
    assert sum(parts.values()) == difference * 100
    assert tuple(parts) == MIXED


def test_a_form_that_came_is_all_mix() -> None:
    before = mixed(10, {"light": (10, 100.0)})
    after = mixed(10, {"light": (10, 100.0), "heavy": (0, 50.0)})
    assert decompose_mixed(before, after) == {
        "clients": 0,
        "intensity": 0,
        "mix": 5000,
        "price": 0,
    }


def test_without_care_there_is_nothing_to_divide() -> None:
    assert decompose_mixed(mixed(0, {}), mixed(1, {"light": (1, 1.0)})) is None


@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=6), st.integers(-9, 9))
def test_cents_add_up_and_lie_near_their_parts(parts: list[float], off: int) -> None:
    whole = round(sum(parts) * 100) + off
    found = in_cents(parts, whole)
    assert sum(found) == whole
    near = 1 + (abs(off) + 1) / len(parts) + 1
    assert all(abs(cent - part * 100) <= near for cent, part in zip(found, parts, strict=True))
