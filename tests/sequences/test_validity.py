"""Indices of a division: those of scikit-learn and numpy on every chain one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import calinski_harabasz_score, silhouette_score

from core.sequences.validity import measure_correlation, measure_separation, measure_silhouette

places = st.integers(-20, 20).map(float)
drawn_routes = st.lists(
    st.tuples(places, places, st.integers(1, 4), st.integers(0, 2)), min_size=4, max_size=9
).filter(lambda rows: {group for *_, group in rows} == {0, 1, 2})


def test_two_clear_groups_by_hand() -> None:
    """Chains at 0, 0 and 1 against chains at 10: each lies at most 1 from its own."""
    distances = np.abs(np.subtract.outer([0.0, 1.0, 10.0], [0.0, 1.0, 10.0]))
    weights, groups = np.array([2, 1, 2]), np.array([0, 0, 1])
    widths = [1 - 0.5 / 10] * 2 + [1 - 1 / 9] + [1.0] * 2
    assert measure_silhouette(distances, weights, groups) == pytest.approx(np.mean(widths))


def test_groups_without_any_difference_are_infinitely_far_apart() -> None:
    distances = np.array([[0.0, 4.0], [4.0, 0.0]])
    assert measure_separation(distances, np.array([3, 3]), np.array([0, 1])) == float("inf")
    assert measure_correlation(distances, np.array([3, 3]), np.array([0, 1])) == pytest.approx(1)


@given(drawn_routes)
def test_indices_are_those_of_all_chains_one_by_one(
    rows: list[tuple[float, float, int, int]],
) -> None:
    spots = np.array([row[:2] for row in rows])
    weights, groups = (np.array([row[column] for row in rows]) for column in (2, 3))
    distances = np.sqrt(((spots[:, None] - spots) ** 2).sum(axis=2))
    every, label = np.repeat(spots, weights, axis=0), np.repeat(groups, weights)
    if len(every) > 3:
        expected = silhouette_score(every, label)
        assert measure_silhouette(distances, weights, groups) == pytest.approx(expected, abs=1e-9)
    found = measure_separation(distances, weights, groups)
    if np.isfinite(found) and len(every) > 3 and not np.isclose(found, 0):
        assert found == pytest.approx(calinski_harabasz_score(every, label))


@given(drawn_routes)
def test_the_correlation_is_that_of_all_pairs(rows: list[tuple[float, float, int, int]]) -> None:
    spots = np.array([row[0] for row in rows])
    weights, groups = (np.array([row[column] for row in rows]) for column in (2, 3))
    every, label = np.repeat(spots, weights), np.repeat(groups, weights)
    above = np.triu_indices(len(every), 1)
    far = np.abs(np.subtract.outer(every, every))[above]
    apart = (label[:, None] != label)[above].astype(float)
    expected = np.corrcoef(far, apart)[0, 1] if far.std() > 0 and apart.std() > 0 else 0.0
    found = measure_correlation(np.abs(np.subtract.outer(spots, spots)), weights, groups)
    assert found == pytest.approx(expected, abs=1e-9)
