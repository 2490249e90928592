"""Joining periods: the definition of a trajectory restated without windows, on any input."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core.tables import DECLARATIONS
from core.trajectories.building import find_trajectories
from tests.conftest import Row, in_polars, lines_of, rows_of, rules_of

SHOWN = ("client_id", "care_form", "provider", "start", "end", "status", "lines", "bridged_days")

spans = st.tuples(st.integers(0, 60), st.integers(1, 40))  # first day, length in days
line_sets = st.lists(
    st.tuples(spans, st.sampled_from(["", "1", "2"]), st.sampled_from(["A", "B"])),
    min_size=1,
    max_size=10,
)


def as_lines(made: list[tuple[tuple[int, int], str, str]]) -> list[Row]:
    return lines_of(
        [
            {"start": first, "end": first + length, "allocation": number, "provider": provider}
            for (first, length), number, provider in made
        ]
    )


@given(made=line_sets, gap=st.integers(0, 15))
def test_a_trajectory_is_what_the_definition_says_day_by_day(
    made: list[tuple[tuple[int, int], str, str]], gap: int
) -> None:
    """The definition again without windows: join whatever touches until nothing joins."""
    found = rows_of(
        find_trajectories(in_polars(as_lines(made), DECLARATIONS), rules_of(merge_gap_days=gap)),
        ["provider", "start", "end", "bridged_days", "lines"],
    )
    expected = []
    for provider in sorted({line[2] for line in made}):
        own = [(span, number) for span, number, owner in made if owner == provider]
        expected += [{"provider": provider} | row for row in joined_naively(own, gap)]
    assert found == expected


def joined_naively(own: list[tuple[tuple[int, int], str]], gap: int) -> list[Row]:
    """Join pairs of groups until none is within reach of another."""
    groups = [[line] for line in own]
    while pair := next(
        ((a, b) for a in groups for b in groups if a is not b and within_reach(a, b, gap)), None
    ):
        groups = [
            *(group for group in groups if not any(group is one for one in pair)),
            [*pair[0], *pair[1]],
        ]
    return sorted((summed(group) for group in groups), key=lambda row: row["start"])


def within_reach(
    one: list[tuple[tuple[int, int], str]], other: list[tuple[tuple[int, int], str]], gap: int
) -> bool:
    (start, end), (other_start, _) = extent(one), extent(other)
    return start <= other_start and (
        other_start - end <= gap
        or bool({number for _, number in one} & {number for _, number in other} - {""})
    )


def extent(group: list[tuple[tuple[int, int], str]]) -> tuple[int, int]:
    return min(span[0] for span, _ in group), max(sum(span) for span, _ in group)


def summed(group: list[tuple[tuple[int, int], str]]) -> Row:
    start, end = extent(group)
    days = {day for (first, length), _ in group for day in range(first, first + length)}
    return {
        "start": start,
        "end": end,
        "bridged_days": end - start - len(days),
        "lines": len(group),
    }


@given(made=line_sets, order=st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_the_lines(
    made: list[tuple[tuple[int, int], str, str]], order: Random
) -> None:
    """Trap 3, first part."""
    rows = as_lines(made)
    shuffled = list(rows)
    order.shuffle(shuffled)
    columns = (*SHOWN, "trajectory_id", "municipality", "referrer")
    found, again = (
        rows_of(find_trajectories(in_polars(lines, DECLARATIONS), rules_of()), columns)
        for lines in (rows, shuffled)
    )
    assert found == again


@given(made=line_sets, cut=st.integers(1, 39))
def test_cutting_a_line_in_two_touching_lines_changes_nothing_but_the_count(
    made: list[tuple[tuple[int, int], str, str]], cut: int
) -> None:
    """Trap 3, second part."""
    rows = as_lines(made)
    first = rows[0]
    middle = min(first["start"] + cut, first["end"] - 1)
    halves = [first | {"end": middle}, first | {"start": middle}] if middle > first["start"] else []
    columns = ("provider", "start", "end", "bridged_days")
    whole, parted = (
        rows_of(find_trajectories(in_polars(lines, DECLARATIONS), rules_of()), columns)
        for lines in (rows, [*halves, *rows[1:]] if halves else rows)
    )
    assert whole == parted


@given(made=line_sets)
def test_another_client_never_changes_the_first(
    made: list[tuple[tuple[int, int], str, str]],
) -> None:
    """Trap 7."""
    rows = as_lines(made)
    others = [row | {"client_id": "other", "start": row["start"] + 3} for row in rows]
    alone, together = (
        [
            row
            for row in rows_of(find_trajectories(in_polars(lines, DECLARATIONS), rules_of()), SHOWN)
            if row["client_id"] == "k"
        ]
        for lines in (rows, [*others, *rows])
    )
    assert alone == together
