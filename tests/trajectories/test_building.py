"""What a trajectory is: every rule as a drawn example, then the definition on any input."""

from datetime import date

import pytest

from core.tables import DECLARATIONS, OPEN_END
from core.trajectories.building import find_trajectories
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, rules_of

SHOWN = ("client_id", "care_form", "provider", "start", "end", "status", "lines", "bridged_days")


def built(engine: Opener, lines: str, columns: tuple[str, ...], **rules: object) -> list[Row]:
    frame = engine(lines_of(drawn(lines)), DECLARATIONS)
    return rows_of(find_trajectories(frame, rules_of(**rules)), columns, ["trajectory_id"])


JOINING = {
    "touching lines are one trajectory": (
        0,
        """
        start       last
        2024-01-01  2024-01-31
        2024-02-01  2024-02-29""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-02-29  2      0""",
    ),
    "one day without care ends a trajectory when nothing may be bridged": (
        0,
        """
        start       last
        2024-01-01  2024-01-31
        2024-02-02  2024-02-29""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-01-31  1      0
        2024-02-02  2024-02-29  1      0""",
    ),
    "a silence of exactly merge_gap_days is bridged": (
        31,
        """
        start       last
        2024-01-01  2024-01-31
        2024-03-03  2024-03-31""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-03-31  2      31""",
    ),
    "one day more is not": (
        31,
        """
        start       last
        2024-01-01  2024-01-31
        2024-03-04  2024-03-31""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-01-31  1      0
        2024-03-04  2024-03-31  1      0""",
    ),
    "a short period inside a long one does not shorten it (trap 1)": (
        5,
        """
        start       last
        2024-01-01  2024-04-09
        2024-01-11  2024-01-20
        2024-04-15  2024-04-29""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-04-29  3      5""",
    ),
    "one allocation is one trajectory, however long the silence, with what lies between": (
        0,
        """
        start       last        allocation
        2024-01-01  2024-01-31  7
        2024-03-01  2024-03-31  -
        2024-09-01  2024-09-30  7
        2024-11-01  2024-11-15  -""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-09-30  3      182
        2024-11-01  2024-11-15  1      0""",
    ),
    "the same number in another municipality is another allocation": (
        0,
        """
        municipality  start       last        allocation
        G             2024-01-01  2024-01-31  7
        H             2024-09-01  2024-09-30  7""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-01-31  1      0
        2024-09-01  2024-09-30  1      0""",
    ),
    "a stop and a new start divide an allocation": (
        0,
        """
        start       last        allocation  spell
        2024-01-01  2024-01-31  7           0
        2024-09-01  2024-09-30  7           1""",
        """
        start       last        lines  bridged_days
        2024-01-01  2024-01-31  1      0
        2024-09-01  2024-09-30  1      0""",
    ),
    "a line without an end covers everything after it": (
        0,
        """
        start       last
        2024-01-01  -
        2024-12-01  2024-12-31""",
        """
        start       last        lines  bridged_days
        2024-01-01  -           2      0""",
    ),
}


@pytest.mark.parametrize(("gap", "lines", "expected"), JOINING.values(), ids=JOINING)
def test_how_periods_join(gap: int, lines: str, expected: str, engine: Opener) -> None:
    found = built(
        engine, lines, ("start", "end", "lines", "bridged_days"), merge_gap_days=gap, recent_days=0
    )
    wanted = drawn(expected)
    assert found == [
        {name: row[name] for name in ("start", "end", "lines", "bridged_days")} for row in wanted
    ]


STATUSES = {
    "care that ended long ago has ended": "2024-01-01  2024-06-30  -  ended        2024-06-30",
    "an end 91 days before as_of is too recent": (
        "2024-01-01  2024-10-01  -  too_recent   2024-10-01"
    ),
    "an end 92 days before as_of is known": "2024-01-01  2024-09-30  -  ended        2024-09-30",
    "a stop is a stop, however recent": "2024-01-01  2024-12-15  31 ended        2024-12-15",
    "an end after as_of still runs": "2024-01-01  2025-01-31  -  running      -",
    "no end and recent runs": "2024-07-01  -           -  running      -",
    "no end and silent for 184 days runs": "2024-06-30  -           -  running      -",
    "no end and silent for longer is unknown, closed where it was last declared": (
        "2024-06-29  -           -  unknown_end  2024-06-29"
    ),
}


@pytest.mark.parametrize("drawing", STATUSES.values(), ids=STATUSES)
def test_the_status_on_as_of(drawing: str, engine: Opener) -> None:
    (row,) = drawn(f"start last end_reason status shown\n{drawing}")
    shown, status = row.pop("shown"), row.pop("status")
    frame = engine(lines_of([row]), DECLARATIONS)
    (found,) = rows_of(find_trajectories(frame, rules_of()), ["status", "end", "end_reason"])
    end = OPEN_END if shown is None else shown + 1
    reason = str(row["end_reason"] or "") if status == "ended" else ""
    assert found == {"status": status, "end": end, "end_reason": reason}


def test_open_care_always_runs_when_silence_is_switched_off(engine: Opener) -> None:
    found = built(engine, "start last\n2020-01-01 -", ("status",), open_end_days=-1)
    assert found == [{"status": "running"}]


def test_nothing_is_too_recent_at_zero_days(engine: Opener) -> None:
    found = built(engine, "start last\n2024-01-01 2024-12-31", ("status",), recent_days=0)
    assert found == [{"status": "ended"}]


def test_lines_that_begin_after_as_of_are_left_out(engine: Opener) -> None:
    assert built(engine, "start last\n2025-01-01 2025-01-31", SHOWN) == []


def test_labels_are_the_first_filled_ones_and_the_reason_that_of_the_last_day(
    engine: Opener,
) -> None:
    lines = """
        municipality  start       last        referrer  end_reason
        -             2023-01-01  2023-01-31  -         -
        H             2023-02-01  2023-02-28  huisarts  31
        G             2023-03-01  2023-03-31  gemeente  32"""
    labels = ("municipality", "referrer", "end_reason")
    assert built(engine, lines, labels) == [
        {"municipality": "H", "referrer": "huisarts", "end_reason": "32"}
    ]


def test_the_start_comes_from_the_most_certain_source_of_the_first_day(engine: Opener) -> None:
    lines = """
        start       last        start_source
        2023-01-01  2023-01-31  declaration
        2023-01-01  2023-01-31  allocation
        2023-02-01  2023-02-28  start"""
    assert built(engine, lines, ("start_source",)) == [{"start_source": "allocation"}]


def test_an_amount_is_missing_only_when_every_line_lacks_it(engine: Opener) -> None:
    lines = """
        provider  start       last        amount_cents
        A         2023-01-01  2023-01-31  -
        A         2023-02-01  2023-02-28  250
        B         2023-01-01  2023-01-31  -"""
    found = built(engine, lines, ("provider", "amount_cents"))
    assert found == [
        {"provider": "B", "amount_cents": None},
        {"provider": "A", "amount_cents": 250},
    ]


def test_the_order_is_client_day_level_end_form_provider(engine: Opener) -> None:
    lines = """
        client_id  care_form  provider  start       last
        b          light      A         2023-01-01  2023-03-31
        a          light      B         2023-01-01  2023-03-31
        a          light      A         2023-01-01  2023-03-31
        a          heavy      A         2023-01-01  -
        a          heavy      B         2023-01-01  2023-02-28
        a          strange    A         2023-01-01  2023-01-31
        B          light      A         2023-01-01  2023-03-31"""
    found = built(engine, lines, ("client_id", "care_form", "provider"), open_end_days=-1)
    assert [tuple(row.values()) for row in found] == [
        ("B", "light", "A"),
        ("a", "heavy", "B"),
        ("a", "heavy", "A"),
        ("a", "light", "A"),
        ("a", "light", "B"),
        ("a", "strange", "A"),
        ("b", "light", "A"),
    ]


def test_four_weekly_lines_of_two_forms_never_stack(engine: Opener) -> None:
    """Trap 2: thirteen lines of four weeks, six of one form and then seven of another."""
    first = day_number(date(2023, 1, 2))
    rows = [
        {
            "care_form": "light" if number < 6 else "medium",
            "start": first + 28 * number,
            "end": first + 28 * (number + 1),
        }
        for number in range(13)
    ]
    frame = engine(lines_of(rows), DECLARATIONS)
    found = rows_of(find_trajectories(frame, rules_of(merge_gap_days=27)), ["care_form", "lines"])
    assert found == [{"care_form": "light", "lines": 6}, {"care_form": "medium", "lines": 7}]
