"""What is left of a sum of euros, when all that is shown is taken off, tells nobody's amount."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import Margins, Shape, protect, protect_tables
from core.protection.dominance import measure_contributors
from core.protection.policy import STRICT

SHAPE = Shape(counts=["lines"], amounts=["amount_cents"])
LOTS = Margins(["lot"])
EURO = 100


def lots_of(parts: dict[str, dict[str, int]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lay out what each provider declared of each lot, in euros, for twelve clients each."""
    lines = pd.DataFrame(
        [
            {"lot": lot, "provider": one, "client_id": f"{lot}{one}{client}", "amount_cents": cents}
            for lot, providers in parts.items()
            for one, euros in providers.items()
            for client in range(12)
            for cents in [euros * EURO // 12]
        ]
    )
    groups = lines.groupby("lot")
    counted = pd.DataFrame(
        {
            "lines": groups.size(),
            "clients": groups["client_id"].nunique(),
            "providers": groups["provider"].nunique(),
            "amount_cents": groups["amount_cents"].sum(),
        }
    )
    behind = measure_contributors(lines, ["lot"], "amount_cents", ["client_id", "provider"])
    return lines, counted.join(behind).reset_index()


def estimated(lines: pd.DataFrame, told: pd.DataFrame) -> float:
    """Let the second largest of what is hidden estimate the largest: how far off, as a share.

    Who knows the sum of the column takes off what is shown, and then its own amount.
    """
    hidden = told.loc[told["amount_cents"].isna(), "lot"]
    left = lines[lines["lot"].isin(hidden)].groupby("provider")["amount_cents"].sum()
    first, second, *_ = sorted([*left, 0, 0], reverse=True)
    return float("inf") if not first else (left.sum() - second - first) / first


FEW = {"alone": {"p": 600_000}, "small": {"p": 1_000, "q": 900, "r": 800}}
OTHERS = {
    "wide": {"p": 200_000, "q": 190_000, "r": 180_000},
    "huge": dict.fromkeys("pqrs", 400_000),
}


def test_a_large_amount_is_not_hidden_by_a_small_one_beside_it() -> None:
    """The smallest that was shown went along before: the rest of the sum told the largest."""
    lines, counted = lots_of(FEW | OTHERS)
    single = protect(counted, "tafel", SHAPE, STRICT)
    assert single["amount_cents"].isna().tolist() == [lot == "alone" for lot in counted["lot"]]
    smallest = single.assign(amount_cents=single["amount_cents"].mask(counted["lot"] == "small"))
    assert estimated(lines, smallest) < STRICT.p_percent / 100
    told = protect_tables([(counted, SHAPE, LOTS)], "tafel", STRICT)[0]
    assert estimated(lines, told) >= STRICT.p_percent / 100
    assert set(told.loc[told["amount_cents"].notna(), "lot"]) == {"huge"}
    assert told["lines"].notna().all()


EUROS = st.integers(0, 900).map(lambda thousands: thousands * 1_000)
PARTS = st.dictionaries(
    st.sampled_from("abcde"), st.fixed_dictionaries(dict.fromkeys("pqrs", EUROS)), min_size=2
)


@given(PARTS)
def test_what_is_left_obeys_the_rule_of_any_amount(parts: dict[str, dict[str, int]]) -> None:
    lines, counted = lots_of(parts)
    told = protect_tables([(counted, SHAPE, LOTS)], "tafel", STRICT)[0]
    hidden = told["amount_cents"].isna()
    assert hidden.all() or not hidden.any() or estimated(lines, told) >= STRICT.p_percent / 100


def test_each_sum_is_left_with_enough_where_sums_cross() -> None:
    lines, counted = lots_of(FEW | OTHERS)
    years = [counted.assign(year=year) for year in (2023, 2024)]
    table = pd.concat(years, ignore_index=True)
    told = protect_tables([(table, SHAPE, Margins(["lot", "year"]))], "tafel", STRICT)[0]
    for year in (2023, 2024):
        assert estimated(lines, told[told["year"] == year]) >= STRICT.p_percent / 100


def test_the_owner_sees_every_amount() -> None:
    _, counted = lots_of(FEW | OTHERS)
    told = protect_tables([(counted, SHAPE, LOTS)], "eigen", STRICT)[0]
    assert told["amount_cents"].tolist() == counted["amount_cents"].tolist()
