"""Revisions: which lines were added, removed or changed since the earlier delivery."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quality.revisions import count_all_changes, count_changes, count_versions
from core.tables import DECLARATIONS
from tests.conftest import Opener, Row, drawn, in_duckdb, lines_of, rows_of

HEADING = "client_id product start last amount_cents referrer reference"
MARCH = "2024-03-01 2024-03-31"
APRIL = "2024-04-01 2024-04-30"


def changes(before: str, after: str, engine: Opener = in_duckdb) -> list[tuple[object, ...]]:
    """List the changes there are, from one drawn version to another."""
    frames = [engine(lines_of(told(lines)), DECLARATIONS) for lines in (before, after)]
    found = rows_of(count_changes(*frames), ["quarter", "change", "lines", "clients"])
    return [tuple(row.values()) for row in found if row["lines"]]


def told(lines: str) -> list[Row]:
    rows = drawn(f"{HEADING}\n{lines}")
    return [row | {"reference": row["reference"] or ""} for row in rows]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(f"k p {MARCH} 100 - -", f"k p {MARCH} 100 - -", [], id="the same is no news"),
        pytest.param(
            f"k p {MARCH} 100 - -",
            f"k p {MARCH} 100 - -\nk p {APRIL} 100 - -",
            [(8097, "added", 1, 1)],
            id="a new period is added",
        ),
        pytest.param(
            f"k p {MARCH} 100 - -\nk p {MARCH} 100 - -",
            f"k p {MARCH} 100 - -",
            [(8096, "removed", 1, 1)],
            id="of two equal lines one is removed",
        ),
        pytest.param(
            f"k p {MARCH} 100 - -\nk p {MARCH} 200 - -",
            f"k p {MARCH} 200 - -\nk p {MARCH} - - -",
            [(8096, "changed", 1, 1)],
            id="another amount is a change of the line that is left over",
        ),
        pytest.param(
            f"k p {MARCH} 100 - -",
            f"k p {MARCH} 100 02 -",
            [(8096, "changed", 1, 1)],
            id="a referrer that was filled in is a change",
        ),
        pytest.param(
            f"k p {MARCH} 100 - -",
            f"k q {MARCH} 100 - -",
            [(8096, "added", 1, 1), (8096, "removed", 1, 1)],
            id="without a reference another product is another line",
        ),
        pytest.param(
            f"k p {MARCH} 100 - r",
            f"k q {APRIL} 100 - r",
            [(8097, "changed", 1, 1)],
            id="under one reference it is a change, in the quarter it has now",
        ),
    ],
)
def test_what_happened_to_lines(
    before: str, after: str, expected: list[tuple[object, ...]]
) -> None:
    assert changes(before, after) == expected


def test_every_engine_finds_the_same_changes(engine: Opener) -> None:
    before = f"k p {MARCH} 100 - -\nk p {MARCH} 200 - -\nm p {MARCH} - - r\nn p {APRIL} 1 - -"
    after = f"k p {MARCH} 200 - -\nk p {MARCH} - - -\nm q {APRIL} 5 - r\nx p {MARCH} 1 - -"
    assert changes(before, after, engine) == [
        (8096, "added", 1, 1),
        (8096, "changed", 1, 1),
        (8097, "changed", 1, 1),
        (8097, "removed", 1, 1),
    ]


def test_both_versions_of_a_quarter_stand_side_by_side(engine: Opener) -> None:
    before = engine(lines_of(told(f"k p {MARCH} 100 - -\nm p {MARCH} - - -")), DECLARATIONS)
    after = engine(lines_of(told(f"k p {MARCH} 120 - -\nk p {APRIL} 10 - -")), DECLARATIONS)
    names = ["quarter", "version", "lines", "clients", "providers", "amount_cents"]
    assert [tuple(row.values()) for row in rows_of(count_versions(before, after), names)] == [
        (8096, "after", 1, 1, 1, 120),
        (8096, "before", 2, 2, 1, 100),
        (8097, "after", 1, 1, 1, 10),
        (8097, "before", 0, 0, 0, 0),
    ]


some_lines = st.lists(
    st.fixed_dictionaries(
        {
            "client_id": st.sampled_from(["k", "m"]),
            "start": st.sampled_from([10, 12]),
            "end": st.sampled_from([20]),
            "amount_cents": st.sampled_from([None, 0, 5]),
            "reference": st.sampled_from(["", "", "r"]),
        }
    ),
    min_size=1,
    max_size=8,
)


def test_a_line_that_one_side_no_longer_delivers_is_changed() -> None:
    line: Row = {"client_id": "k", "start": 10, "end": 20, "reference": "r", "side": "both"}
    frames = [
        in_duckdb(lines_of([line | {"side": side}]), DECLARATIONS) for side in ("both", "provider")
    ]
    counted = rows_of(count_all_changes(*frames), ["change", "lines"])
    assert [row["change"] for row in counted if row["lines"]] == ["changed"]


@given(some_lines, some_lines)
def test_the_change_in_lines_is_what_was_added_less_what_was_removed(
    before: list[Row], after: list[Row]
) -> None:
    frames = [in_duckdb(lines_of(rows), DECLARATIONS) for rows in (before, after)]
    counted = rows_of(count_all_changes(*frames), ["change", "lines"])
    lines = {row["change"]: row["lines"] for row in counted}
    assert lines["added"] - lines["removed"] == len(after) - len(before)
    assert lines["changed"] == sum(naive_changed(before, after).values())


def naive_changed(before: Sequence[Row], after: Sequence[Row]) -> Counter[object]:
    """Restate: of what is recognised, the lines left over in both once equal ones fell away."""
    equal = Counter(map(content, before)) & Counter(map(content, after))
    left = [Counter(map(content, rows)) - equal for rows in (before, after)]
    keys = [Counter(key for key, _ in counts.elements()) for counts in left]
    return keys[0] & keys[1]


def content(row: Row) -> tuple[object, object]:
    whole = tuple(sorted(row.items(), key=lambda item: str(item[0])))
    reference = row["reference"]
    return reference or (row["client_id"], row["start"], row["end"]), whole
