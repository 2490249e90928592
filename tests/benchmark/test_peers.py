"""The comparison group: who fits, who is near, and the text of it in a link."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.benchmark.characteristics import MEASURED, SOCIALS, characteristics_of, thirds_of
from core.benchmark.compositions import (
    NUMBERS,
    SIZES,
    URBANITIES,
    Composition,
    composition_of,
    text_of,
)
from core.benchmark.growth import GROWTHS
from core.benchmark.peers import find_fitting, find_peers, peers_of, start_composition
from core.opendata.shelf import Shelf
from tests.benchmark.drawing import made_up, regions, shelf_of


def some(values: tuple[object, ...]) -> st.SearchStrategy[tuple[object, ...]]:
    chosen = st.sets(st.sampled_from(values)) if values else st.just(set())
    return chosen.map(lambda found: tuple(value for value in values if value in found))


CODES = tuple(f"GM{place:04}" for place in range(1, 13))
COMPOSITIONS = st.builds(
    Composition,
    sizes=some(SIZES),
    urbanities=some(URBANITIES),
    socials=some(SOCIALS),
    growths=some(GROWTHS),
    nearest=st.sampled_from((0, *NUMBERS)),
    picks=some(CODES),
)

DRAWN = pd.DataFrame(
    {
        "name": ["A", "B", "C", "D", "E"],
        "size_class": [4, 4, 5, 4, 4],
        "urbanity": [3, 2, 3, 5, 3],
        "social": ["low", "high", "low", "low", ""],
        "growth_class": ["stable", "stable", "stable", "shrink", "growth"],
        **{name: [1.0, 2.0, 4.0, 8.0, 16.0] for name in MEASURED},
    },
    index=["GM0001", "GM0002", "GM0003", "GM0004", "GM0005"],
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_of(tmp_path, *made_up(90))


@pytest.mark.parametrize(
    ("wanted", "fitting"),
    [
        (Composition(), ["GM0002", "GM0003", "GM0004", "GM0005"]),
        (Composition(sizes=(4,)), ["GM0002", "GM0004", "GM0005"]),
        (Composition(sizes=(4,), urbanities=(2, 3)), ["GM0002", "GM0005"]),
        (Composition(socials=("low",)), ["GM0003", "GM0004"]),
        (Composition(growths=("shrink", "growth")), ["GM0004", "GM0005"]),
        (Composition(sizes=(8,)), []),
    ],
    ids=[
        "no criterion: everybody but itself",
        "one criterion",
        "between criteria all must hold",
        "an unknown class fits no criterion",
        "within a criterion any value",
        "nobody fits",
    ],
)
def test_who_fits(wanted: Composition, fitting: list[str]) -> None:
    assert find_fitting(DRAWN, "GM0001", wanted) == fitting


def test_own_picks_are_added_whatever_they_are_like_and_alone_are_the_group() -> None:
    assert find_peers(DRAWN, "GM0001", Composition(picks=("GM0004", "GM0001"))) == ["GM0004"]
    wanted = Composition(sizes=(5,), picks=("GM0005", "GM9999"))
    assert find_peers(DRAWN, "GM0001", wanted) == ["GM0003", "GM0005"]


def test_the_start_group_has_the_same_size_and_is_as_urban_or_one_class_apart() -> None:
    many = pd.concat([DRAWN.assign(size_class=4, urbanity=urban) for urban in (3, 4, 4)])
    many.index = pd.Index([f"GM{place:04}" for place in range(1, 16)])
    assert start_composition(many, "GM0001") == Composition(
        sizes=(4,), urbanities=(2, 3, 4), nearest=10
    )


def test_with_few_of_its_size_a_start_group_looks_one_class_up_and_down() -> None:
    assert start_composition(DRAWN, "GM0001").sizes == (3, 4, 5)
    unknown = DRAWN.assign(size_class=0, urbanity=0)
    assert start_composition(unknown, "GM0001") == Composition(nearest=10)


def test_peers_are_ten_others_and_a_text_that_nobody_wrote_gives_the_start_group(
    shelf: Shelf,
) -> None:
    start = peers_of(shelf, "GM0001", "")
    assert len(start) == len(set(start)) == 10
    assert "GM0001" not in start
    assert peers_of(shelf, "GM0001", "grootte.99~buren.10") == start
    assert len(peers_of(shelf, "GM0001", "buren.5")) == 5


def test_the_order_of_municipalities_decides_nothing(tmp_path: Path) -> None:
    drawn, where = made_up(60)
    for name, rows in (("as_is", drawn), ("shuffled", drawn.sample(frac=1, random_state=3))):
        (tmp_path / name).mkdir()
        shelf_of(tmp_path / name, rows, where if name == "as_is" else where.iloc[::-1])
    one, other = (Shelf(name, tmp_path / name) for name in ("as_is", "shuffled"))
    for area in ("GM0001", "GM0030"):
        assert peers_of(one, area, "") == peers_of(other, area, "")


def test_who_cannot_be_measured_is_no_neighbour_but_fits(tmp_path: Path) -> None:
    drawn, where = made_up(20)
    unknown = (drawn["region"] == "GM0002") & (drawn["topic"] == "social_score")
    drawn.loc[unknown, "value"] = None
    shelf = shelf_of(tmp_path, drawn, where)
    assert "GM0002" not in peers_of(shelf, "GM0001", "buren.20")
    everybody = "+".join(map(str, URBANITIES))
    assert peers_of(shelf, "GM0001", f"stedelijk.{everybody}")[-1] == "GM0002"
    assert characteristics_of(shelf).loc["GM0002", "social"] == ""


def test_a_region_that_is_no_municipality_is_compared_with_its_kind(tmp_path: Path) -> None:
    drawn, where = made_up(3)
    more = regions([{"region": code, "kind": "province"} for code in ("PV98", "PV01", "PV02")])
    shelf = shelf_of(tmp_path, drawn, pd.concat([where, more], ignore_index=True))
    assert peers_of(shelf, "PV98", "") == ["PV01", "PV02"]
    assert peers_of(shelf, "XX00", "") == []


@given(COMPOSITIONS)
def test_a_composition_comes_back_from_its_text(composition: Composition) -> None:
    assert composition_of(text_of(composition)) == composition


@pytest.mark.parametrize(
    "text",
    [
        *("grootte.9", "buren.11", "buren.5+8", "eigen.Emmen", "eigen.GM12345", "onzin.4"),
        *("grootte.4~grootte.5", "grootte.", "grootte", "sociaal.low", ""),
        "eigen." + "+".join(f"GM{place:04}" for place in range(26)),
    ],
)
def test_only_registered_values_are_read(text: str) -> None:
    assert composition_of(text) is None


def test_thirds_are_equally_large_and_an_unknown_score_has_none() -> None:
    thirds = thirds_of(pd.Series([5.0, 1.0, 3.0, None, 2.0, 6.0, 4.0]))
    assert list(thirds) == ["high", "low", "middle", "", "low", "high", "middle"]
