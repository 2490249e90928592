"""The door out: what may be seen of a number at a shared level, at every border."""

import pandas as pd
import pytest

from core.disclosure import (
    LEVELS,
    Grid,
    Shape,
    fill_rows,
    may_name_providers,
    protect,
    protect_parts,
    share_of,
    total_of,
)
from tests.contributing import spread

SHAPE = Shape(counts=["chains", "clients"], values=["days"], amounts=["cents"])


def shown(level: str, **cells: object) -> dict[str, object]:
    plain = {"chains": 100, "clients": 100, "days": 7.0, "cents": 5_000_000, "providers": 3}
    plain |= spread("cents", 5_000_000)
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
    table = table.assign(middle_below=10, middle_above=10)
    shape = Shape(counts=[], typical=["middle"])
    assert protect(table, "tafel", shape)["middle"].isna().all()
    assert protect(table, "eigen", shape)["middle"].tolist() == [123_456]


def test_a_typical_amount_is_rounded_to_a_hundred_euros() -> None:
    table = pd.DataFrame({"clients": 10, "providers": 3, "middle": [123_456, -123_456]})
    table = table.assign(middle_below=10, middle_above=10)
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


def test_providers_have_no_name_where_they_cannot_answer() -> None:
    assert [level for level in LEVELS if may_name_providers(level)] == ["tafel", "eigen", "analist"]
