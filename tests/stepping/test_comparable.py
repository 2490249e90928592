"""Comparable groups: worked by hand, and the same as counting person by person."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from core.stepping.comparable import (
    FEWEST_ALIKE,
    FEWEST_COMPARED,
    compared_groups,
    measure_costs,
    measure_known,
    measure_outcomes,
    measure_support,
)
from core.tables import ALIKE_COSTS

PERSONS = st.lists(
    st.tuples(st.sampled_from([0, 4]), st.sampled_from(["light", "heavier"]), st.integers(0, 700)),
    min_size=130,
    max_size=200,
)


def strata_of(persons: pd.DataFrame) -> pd.DataFrame:
    """Count persons (age, referrer, begun, days, onward, euros, priced) as the engine does."""
    whole = persons.assign(
        sector="ggz",
        year=2021,
        long=0,
        clients=1,
        providers=3,
        days_squared=persons["days"] ** 2,
        euros_squared=persons["euros"] ** 2,
    )
    keys = ["age", "referrer", "sector", "year", "begun"]
    summed = whole.groupby(keys, as_index=False).sum()
    return summed.assign(providers=3)


def persons_of(rows: list[tuple[int, str, int]]) -> pd.DataFrame:
    """Write persons with an age, a beginning and a number of days; euros follow the days."""
    table = pd.DataFrame(rows, columns=["age", "begun", "days"])
    onward = (table["days"] > 350).astype(int)
    return table.assign(referrer="huisarts", onward=onward, euros=10 * table["days"], priced=1)


def costs_of(persons: pd.DataFrame) -> pd.DataFrame:
    """Write what each priced person cost, all at provider A or B in turn."""
    priced = persons[persons["priced"] == 1].reset_index(drop=True)
    return priced.assign(
        sector="ggz",
        year=2021,
        client_id=priced.index.astype(str),
        provider=["AB"[place % 2] for place in priced.index],
        cents=100 * priced["euros"],
    )[list(ALIKE_COSTS)]


EVEN = persons_of(
    [(0, "light", days) for days in [100] * 30 + [200] * 30]
    + [(0, "heavier", days) for days in [400] * 60]
    + [(4, "light", 300)] * 40
    + [(4, "heavier", 300)] * 20
)


def test_every_group_weighs_as_its_persons() -> None:
    """Light 150 and 300 days, heavier 400 and 300, in groups of 120 and 60 persons."""
    days = measure_outcomes(strata_of(EVEN)).set_index("outcome").loc["days"]
    assert (days["light"], days["heavier"]) == (200, 367)
    assert days["difference"] == 167
    spread = np.var([100] * 30 + [200] * 30, ddof=1) / 60
    margin = norm.ppf(0.975) * math.sqrt((120 / 180) ** 2 * spread)
    assert days["high"] == pytest.approx(500 / 3 + margin, abs=0.5)


def test_who_has_nobody_alike_is_left_out_and_counted() -> None:
    alone = persons_of([(12, "light", 700)] * 7 + [(12, "heavier", 700)] * 2)
    strata = strata_of(pd.concat([EVEN, alone]))
    assert measure_outcomes(strata).equals(measure_outcomes(strata_of(EVEN)))
    rows = measure_support(strata).set_index(["begun", "reason"])["clients"].to_dict()
    assert rows["light", "alone"] == 7
    assert rows["heavier", "alone"] == 2
    assert rows["light", "compared"] == 100


def test_who_is_not_known_is_left_out_and_counted() -> None:
    unknown = persons_of([(-1, "light", 700)] * 9)
    rows = measure_support(strata_of(pd.concat([EVEN, unknown])))
    assert rows.set_index(["begun", "reason"])["clients"]["light", "unknown"] == 9


def test_what_nobody_delivered_is_not_compared_on() -> None:
    bare = strata_of(EVEN.assign(referrer="", age=-1))
    known = measure_known(bare).set_index("key")["clients"].to_dict()
    assert known == {"age": 0, "referrer": 0, "sector": 180, "year": 180}
    assert len(compared_groups(bare)["light"]) == 1


def test_with_few_persons_nothing_is_compared() -> None:
    few = persons_of([(0, "light", 100), (0, "heavier", 300)] * (FEWEST_COMPARED - 1))
    assert measure_outcomes(strata_of(few))["difference"].isna().all()
    assert measure_costs(strata_of(few), costs_of(few))["difference"].isna().all()
    assert measure_outcomes(strata_of(few).head(0))["difference"].isna().all()


def test_nor_when_most_persons_have_nobody_alike() -> None:
    lonely = persons_of([(8, "light", 100)] * 200)
    assert measure_outcomes(strata_of(pd.concat([EVEN, lonely])))["difference"].isna().all()


def test_costs_are_of_persons_with_every_amount() -> None:
    unpriced = EVEN.assign(priced=0, euros=0).head(10)
    everyone = pd.concat([EVEN, unpriced])
    costs = measure_costs(strata_of(everyone), costs_of(everyone)).iloc[0]
    assert (costs["light"], costs["heavier"]) == (200_000, 366_667)
    assert costs["clients"] == 80


def test_behind_a_mean_everybody_weighs_as_their_group() -> None:
    """Light ones weigh 120/60 and 60/40, heavier ones 120/60 and 60/20."""
    row = measure_costs(strata_of(EVEN), costs_of(EVEN)).iloc[0]
    assert row["light_person_number"] == 100
    assert row["light_person_first"] == 300_000 * 60 / 40
    assert row["light_person_whole"] == 200_000 * 180
    assert row["heavier_person_first"] == 300_000 * 60 / 20
    assert row["heavier_provider_number"] == 2


@given(PERSONS)
@settings(max_examples=25)
def test_the_difference_is_that_of_persons_weighed_one_by_one(
    rows: list[tuple[int, str, int]],
) -> None:
    """Every light person weighs as many as her group holds for each light one in it."""
    persons = persons_of(rows)
    days = measure_outcomes(strata_of(persons)).set_index("outcome").loc["days"]
    sizes = pd.crosstab(persons["age"], persons["begun"])
    sizes = sizes.reindex(columns=["light", "heavier"], fill_value=0)
    alike = sizes[sizes.min(axis=1) >= FEWEST_ALIKE]
    if pd.isna(days["difference"]):
        kept = alike.sum()
        assert kept.min() < FEWEST_COMPARED or kept.sum() < len(persons) / 2
        return
    means = {}
    for side in ("light", "heavier"):
        chosen = persons[(persons["begun"] == side) & persons["age"].isin(alike.index)]
        weights = [alike.loc[age].sum() / alike.loc[age, side] for age in chosen["age"]]
        means[side] = np.average(chosen["days"], weights=weights)
    assert days["light"] == pytest.approx(means["light"], abs=0.51)
    assert days["difference"] == pytest.approx(means["heavier"] - means["light"], abs=0.51)
