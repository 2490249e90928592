"""Why a trajectory ended, and what came within a year."""

import pytest

from core.frames import Frame
from core.tables import DECLARATIONS
from core.timing.births import find_adult_days
from core.timing.endings import OTHERS, count_endings, find_endings
from core.timing.entries import count_entries
from core.timing.waiting import find_waits, keep_position
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of
from tests.timing.test_waiting import NO_BIRTHS, completed
from tests.trajectories.observing import EDGE, chained

SEEN = rules_of(recent_days=92, lookback_months=12, ladder=(("light", 2), ("medium", 3)))

ENDINGS = {
    "heavier within a year": ("light", "volgens", "medium  2022-12-31", ("else", "up")),
    "lighter within a year": ("medium", "31", "light  2022-05-01", ("planned", "down")),
    "just as heavy": ("light", "34", "light  2022-05-01", ("early", "same")),
    "off the ladder": ("light", "-", "foster  2022-05-01", ("undelivered", "unranked")),
    "after more than a year is nothing within it": (
        "light",
        "38",
        "medium  2023-01-02",
        ("switched", "none"),
    ),
}


def waits(engine: Opener, lines: str) -> Frame:
    """Draw trajectories beside care at the edge."""
    heading = "client_id  care_form  start  last  status  end_reason"
    rows = [completed(line) for line in f"{EDGE}\n{lines}".splitlines()]
    adult_days = find_adult_days(engine(lines_of(drawn(NO_BIRTHS)), DECLARATIONS))
    return find_waits(chained(engine, "\n".join([heading, *rows]), SEEN), adult_days)


@pytest.mark.parametrize("rule", ENDINGS)
def test_what_came_is_compared_with_what_ended(engine: Opener, rule: str) -> None:
    form, reason, then, expected = ENDINGS[rule]
    lines = f"k  {form}  2021-03-01  2021-12-31  ended  {reason}\nk  {then}  -"
    found = find_endings(waits(engine, lines), SEEN)
    rows = rows_of(found, ["reason", "outcome"])
    assert [tuple(row.values()) for row in rows] == [expected]


def test_who_was_followed_for_less_than_a_year_is_left_out(engine: Opener) -> None:
    lines = "k  light  2021-03-01  2023-10-05\nj  light  2021-03-01  2023-09-20"
    rows = rows_of(find_endings(waits(engine, lines), SEEN), ["client_id"])
    assert [row["client_id"] for row in rows] == ["j"]


def test_outcomes_that_are_rare_are_merged(engine: Opener) -> None:
    lines = "\n".join(
        f"k{number}  light  2021-03-01  2021-12-31  ended  31\n"
        + (f"k{number}  medium  2022-02-01  -" if number < 2 else "")
        for number in range(7)
    )
    found = find_endings(waits(engine, lines.replace("\n\n", "\n")), SEEN)
    rows = rows_of(count_endings(found, 3), ["reason", "outcome", "trajectories", "clients"])
    assert [tuple(row.values()) for row in rows] == [("planned", OTHERS, 7, 7)]


def test_cohorts_are_followed_equally_long_from_their_start(engine: Opener) -> None:
    lines = (
        "a  light  2021-03-01  2021-03-31\na  medium  2022-03-01  -\n"
        "b  light  2021-03-01  2021-03-31\nb  medium  2022-03-02  -\n"
        "c  light  2023-10-01  2023-10-05\nd  light  2020-12-01  2020-12-31"
    )
    entries = count_entries(keep_position(waits(engine, lines), 1), SEEN, 12)
    rows = rows_of(entries, ["cohort", "reached", "clients"])
    assert [row for row in rows if row["cohort"] == 2021] == [
        {"cohort": 2021, "reached": "no", "clients": 1},
        {"cohort": 2021, "reached": "yes", "clients": 1},
    ]
    assert {row["cohort"] for row in rows} <= {2021, 2022}
