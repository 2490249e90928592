"""Clusters: small districts go together with the neighbour that lives most alike."""

from random import Random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.districts.clusters import Neighbours, find_clusters

Drawn = dict[str, tuple[float | None, float | None]]
"""Young people and the circumstance of each district, by code."""


def districts(drawn: Drawn) -> pd.DataFrame:
    """Give districts as rows."""
    rows = [
        {"region": code, "youth": youth, "circumstance": circumstance}
        for code, (youth, circumstance) in drawn.items()
    ]
    return pd.DataFrame(rows, columns=["region", "youth", "circumstance"]).astype(
        {"youth": float, "circumstance": float}
    )


def clusters(drawn: Drawn, neighbours: Neighbours) -> dict[str, str]:
    """Give the cluster of each district, at a minimum of 100."""
    found = find_clusters(districts(drawn), neighbours, minimum=100)
    return dict(zip(found["region"], found["cluster"], strict=True))


ROW: Neighbours = {"a": ["b"], "b": ["a", "c"], "c": ["b"]}


@pytest.mark.parametrize(
    ("drawn", "neighbours", "expected"),
    [
        pytest.param(
            {"a": (200, 1), "b": (100, 1), "c": (300, 1)},
            ROW,
            {"a": "a", "b": "b", "c": "c"},
            id="districts of the minimum and more stay on their own",
        ),
        pytest.param(
            {"a": (200, 10), "b": (50, 39), "c": (300, 40)},
            ROW,
            {"a": "a", "b": "b", "c": "b"},
            id="a small one joins the neighbour that lives most alike",
        ),
        pytest.param(
            {"a": (50, 40), "b": (200, 10), "c": (300, 40)},
            ROW,
            {"a": "a", "b": "a", "c": "c"},
            id="one that lives alike but is no neighbour is not joined",
        ),
        pytest.param(
            {"a": (200, None), "b": (50, 40), "c": (300, 10)},
            ROW,
            {"a": "a", "b": "b", "c": "b"},
            id="an unknown circumstance lies furthest away",
        ),
        pytest.param(
            {"a": (200, 20), "b": (50, 20), "c": (150, 20)},
            ROW,
            {"a": "a", "b": "b", "c": "b"},
            id="of neighbours that live as much alike the smaller one is joined",
        ),
        pytest.param(
            {"a": (200, 10), "b": (50, 20), "c": (150, 21)},
            {},
            {"a": "a", "b": "b", "c": "b"},
            id="without outlines the codes before and after are the neighbours",
        ),
        pytest.param(
            {"a": (None, 10), "b": (150, 20)},
            {},
            {"a": "a", "b": "a"},
            id="unknown young people count as none",
        ),
        pytest.param(
            {"a": (20, 10), "b": (30, 20)},
            {},
            {"a": "a", "b": "a"},
            id="all together when even the whole is below the minimum",
        ),
    ],
)
def test_who_goes_together(drawn: Drawn, neighbours: Neighbours, expected: dict[str, str]) -> None:
    assert clusters(drawn, neighbours) == expected


def test_a_municipality_without_districts_has_no_clusters() -> None:
    assert find_clusters(districts({}), {}).empty


def test_the_whole_cluster_is_counted() -> None:
    found = find_clusters(districts({"a": (60, 1), "b": (50, 1)}), {}, minimum=100)
    assert found["cluster_youth"].tolist() == [110, 110]


CODES = st.lists(st.sampled_from("abcdefghij"), min_size=1, unique=True)
PEOPLE = st.one_of(st.none(), st.integers(0, 300).map(float))
FIGURE = st.one_of(st.none(), st.integers(0, 50).map(float))
DRAWN = CODES.flatmap(
    lambda codes: st.fixed_dictionaries({code: st.tuples(PEOPLE, FIGURE) for code in codes})
)
BORDERS = st.sets(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")))


def beside(borders: set[tuple[str, str]]) -> dict[str, list[str]]:
    """Give the neighbours by code from pairs, both ways."""
    both = borders | {(other, one) for one, other in borders}
    return {
        code: sorted(other for one, other in both if one == code and other != code)
        for code, _ in both
    }


@given(drawn=DRAWN, borders=BORDERS)
def test_clusters_divide_the_districts_and_none_is_small(
    drawn: Drawn, borders: set[tuple[str, str]]
) -> None:
    """Every district is in one cluster, of the minimum at least, or all districts are in one."""
    found = clusters(drawn, beside(borders))
    assert set(found) == set(drawn)
    sizes: dict[str, float] = {}
    for code, cluster in found.items():
        assert cluster <= code
        assert found[cluster] == cluster
        sizes[cluster] = sizes.get(cluster, 0.0) + (drawn[code][0] or 0.0)
    assert len(sizes) == 1 or min(sizes.values()) >= 100


@given(drawn=DRAWN, borders=BORDERS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_decides_nothing(
    drawn: Drawn, borders: set[tuple[str, str]], seed: Random
) -> None:
    mixed = list(drawn.items())
    seed.shuffle(mixed)
    assert clusters(dict(mixed), beside(borders)) == clusters(drawn, beside(borders))
