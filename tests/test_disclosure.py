"""The door out: what may be seen of a number at a shared level, at every border."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import (
    LEVELS,
    Grid,
    Level,
    Shape,
    fill_rows,
    may_name_providers,
    protect,
    protect_parts,
    share_of,
    total_of,
)

SHAPE = Shape(counts=["chains", "clients"], values=["days"], amounts=["cents"])


def shown(level: str, **cells: object) -> dict[str, object]:
    plain = {"chains": 100, "clients": 100, "days": 7.0, "cents": 5_000_000, "providers": 3}
    table = protect(pd.DataFrame([plain | cells]), level, SHAPE)  # type: ignore[arg-type]
    return {str(name): None if pd.isna(cell) else cell for name, cell in table.iloc[0].items()}


@pytest.mark.parametrize(
    ("persons", "seen"),
    [(0, None), (1, None), (9, None), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)],
)
def test_a_count_of_persons_at_the_borders(persons: int, seen: int | None) -> None:
    assert shown("tafel", clients=persons)["clients"] == seen


@pytest.mark.parametrize("level", ["openbaar", "raad", "tafel"])
def test_few_persons_hide_everything_in_their_row(level: str) -> None:
    row = shown(level, clients=9, chains=400)
    assert (row["chains"], row["days"], row["cents"]) == (None, None, None)


def test_a_small_count_is_hidden_even_of_many_persons() -> None:
    row = shown("tafel", chains=9)
    assert (row["chains"], row["clients"]) == (None, 100)


@pytest.mark.parametrize(("providers", "seen"), [(2, None), (3, 5_000_000)])
def test_euros_need_three_providers(providers: int, seen: int | None) -> None:
    assert shown("tafel", providers=providers)["cents"] == seen


def test_euros_are_rounded_to_thousands() -> None:
    assert shown("tafel", cents=5_049_999)["cents"] == 5_000_000
    assert shown("tafel", cents=5_050_000)["cents"] == 5_100_000


@pytest.mark.parametrize("level", ["eigen", "analist"])
def test_the_owner_sees_exact_numbers(level: str) -> None:
    row = shown(level, clients=3, chains=4, cents=1_234, providers=1)
    assert (row["clients"], row["chains"], row["cents"]) == (3, 4, 1_234)


def test_missing_stays_missing() -> None:
    assert shown("tafel", cents=None)["cents"] is None


def test_no_total_stands_beside_a_hidden_cell() -> None:
    table = pd.DataFrame({"clients": [20, 30]}).astype("Int64")
    assert total_of(table, "clients") == 50
    table.loc[0, "clients"] = pd.NA
    assert total_of(table, "clients") is None


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(10, 40, 0.25), (None, 40, None), (10, None, None), (10, 0, None), (45, 40, 1.0)],
)
def test_a_share_comes_from_protected_numbers(
    part: int | None, whole: int | None, share: float | None
) -> None:
    assert share_of(part, whole) == share


def parts(level: str, *chains: int) -> pd.DataFrame:
    table = pd.DataFrame({"moved": range(len(chains)), "chains": chains, "clients": chains})
    return protect_parts(table, level, "chains", [])  # type: ignore[arg-type]


@pytest.mark.parametrize(("clients", "providers"), [(9, 3), (10, 2)])
def test_a_typical_amount_needs_persons_and_providers(clients: int, providers: int) -> None:
    table = pd.DataFrame({"clients": [clients], "providers": [providers], "middle": [123_456]})
    shape = Shape(counts=[], typical=["middle"])
    assert protect(table, "tafel", shape)["middle"].isna().all()
    assert protect(table, "eigen", shape)["middle"].tolist() == [123_456]


def test_a_typical_amount_is_rounded_to_a_hundred_euros() -> None:
    table = pd.DataFrame({"clients": 10, "providers": 3, "middle": [123_456, -123_456]})
    shown = protect(table, "tafel", Shape(counts=[], typical=["middle"]))
    assert shown["middle"].tolist() == [120_000, -120_000]


@pytest.mark.parametrize("few", [0, 1, 9])
def test_beside_a_hidden_part_only_the_whole_is_left(few: int) -> None:
    table = parts("tafel", few, 81 - few)
    assert table["chains"].isna().all()
    assert table["clients"].isna().all()
    assert table["whole"].tolist() == [80, 80]


def test_parts_that_may_all_be_seen_stand_beside_their_whole() -> None:
    table = parts("tafel", 21, 60)
    assert (table["chains"].tolist(), table["whole"].tolist()) == ([20, 60], [80, 80])


def test_a_whole_of_few_persons_is_hidden_too() -> None:
    assert parts("tafel", 4, 5)["whole"].isna().all()
    assert parts("eigen", 4, 5)["whole"].tolist() == [9, 9]


def test_a_row_that_is_absent_becomes_a_row_of_zeros_in_its_group() -> None:
    table = pd.DataFrame({"year": [2022, 2023], "step": ["up", "down"], "starts": [3, 4]})
    filled = fill_rows(table, Grid({"step": ["up", "down"]}, within=["year"]))
    assert filled.to_dict("list") == {
        "year": [2022, 2022, 2023, 2023],
        "step": ["up", "down", "up", "down"],
        "starts": [3, 0, 0, 4],
    }


DOMINATED = Shape(counts=[], amounts=["cents"], largest=["largest_cents"])


def euros_of(level: Level, *turnovers: int) -> dict[str, object]:
    """Publish the turnovers of the providers of one cell, with persons enough."""
    cell = {"clients": 50, "providers": len(turnovers), "cents": sum(turnovers)}
    table = pd.DataFrame([cell | {"largest_cents": max(turnovers)}])
    shown = protect(table, level, DOMINATED).iloc[0]
    return {str(name): None if pd.isna(value) else int(value) for name, value in shown.items()}


@pytest.mark.parametrize(
    ("turnovers", "seen"),
    [
        ((8_000_000, 1_000_000, 1_000_000), 10_000_000),  # exactly 80%
        ((8_100_000, 1_000_000, 900_000), None),  # just above it
        ((5_000_000, 5_000_000), None),  # two providers know each other
        ((5_000_000, -2_000_000, -3_000_000), None),  # nothing is left to have a part of
        ((6_000_000, 3_000_000, -1_000_000), 8_000_000),
        ((7_000_000, 2_000_000, -1_000_000), None),  # 7 of 8
    ],
)
def test_euros_of_which_one_provider_has_nearly_all_are_hidden(
    turnovers: tuple[int, ...], seen: int | None
) -> None:
    assert euros_of("tafel", *turnovers)["cents"] == seen


def test_what_the_largest_provider_has_is_for_the_owner_only() -> None:
    assert euros_of("tafel", 4_000_000, 3_000_000, 3_000_000)["largest_cents"] is None
    assert euros_of("eigen", 9_000_000, 1_000_000) == {
        "clients": 50,
        "providers": 2,
        "cents": 10_000_000,
        "largest_cents": 9_000_000,
    }


def test_an_unknown_largest_provider_hides_the_amount() -> None:
    cell = {"clients": 50, "providers": 9, "cents": 10_000_000, "largest_cents": None}
    assert protect(pd.DataFrame([cell]), "tafel", DOMINATED)["cents"].isna().all()


@given(st.lists(st.integers(-50_000_000, 500_000_000), min_size=1, max_size=6))
def test_euros_are_shown_when_and_only_when_three_share_them(turnovers: list[int]) -> None:
    """Restated naively, with fractions instead of whole percents."""
    whole = sum(turnovers)
    shared = len(turnovers) >= 3 and whole > 0 and max(turnovers) / whole <= 0.8
    assert (euros_of("tafel", *turnovers)["cents"] is not None) == shared


def test_every_amount_has_a_largest_provider_or_none_has() -> None:
    with pytest.raises(ValueError, match="1 largest are not of 2 amounts"):
        Shape(counts=[], amounts=["paid", "given"], largest=["largest_cents"])


def test_each_amount_is_hidden_by_its_own_largest_provider() -> None:
    shape = Shape(counts=[], amounts=["paid", "given"], largest=["most_paid", "most_given"])
    persons = {"clients": 50, "providers": 9}
    row = {"paid": 10_000_000, "most_paid": 9_000_000, "given": 10_000_000, "most_given": 8_000_000}
    shown = protect(pd.DataFrame([persons | row]), "tafel", shape).iloc[0]
    assert pd.isna(shown["paid"])
    assert shown["given"] == 10_000_000
    assert shown[["most_paid", "most_given"]].isna().all()


def test_providers_have_no_name_where_they_cannot_answer() -> None:
    assert [level for level in LEVELS if may_name_providers(level)] == ["tafel", "eigen", "analist"]
