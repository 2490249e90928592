"""Starts by referrer in a year of some municipalities, and by quarter, on every engine."""

from core.frames import Frame
from core.referrals.starts import (
    count_area_starts,
    count_followed_sides,
    count_referrer_sides,
    find_quarter_follow_ups,
    find_quarter_starts,
)
from core.tables import CHAINED
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

EDGE = "\n".join(f"edge{number}  next  huisarts  2020-01-01  2020-01-31" for number in range(6))
LINK = {"chain": 1, "position": 1, "step": "first", "gap_days": None, "overlap_days": None}
HEADING = "client_id  kind  referrer  start  last"
ALL = Selection(2020, 2024)


def opened(engine: Opener, lines: str, heading: str = HEADING) -> Frame:
    """Open drawn trajectories behind care at the edge of the data as ``CHAINED``."""
    wide = len(heading.split())
    edge = "\n".join(line + "  -" * (wide - len(HEADING.split())) for line in EDGE.splitlines())
    rows = trajectories_of(drawn(f"{heading}\n{edge}\n{lines}"))
    named = [LINK | {name: cell for name, cell in row.items() if cell is not None} for row in rows]
    return engine([{name: row[name] for name in CHAINED} for row in named], CHAINED)


def test_the_starts_of_a_year_count_in_their_own_municipality(engine: Opener) -> None:
    """Care elsewhere, in another year, or that does not count, is left out."""
    frame = opened(
        engine,
        """
        a  next       huisarts  2023-01-05  2023-02-28  G
        b  parallel   Huisarts  2023-05-05  2023-06-30  G
        c  next       gemeente  2023-07-01  2023-07-31  G
        d  next       gemeente  2023-07-01  2023-07-31  H
        e  next       gemeente  2022-12-31  2023-07-31  G
        f  uncounted  gemeente  2023-07-01  2023-07-31  G
        """,
        f"{HEADING}  municipality",
    )
    counted = count_area_starts(frame, ["G"], 2023, "others", 1)
    assert rows_of(counted, ["referrer", "trajectories", "clients"]) == [
        {"referrer": "gemeente", "trajectories": 1, "clients": 1},
        {"referrer": "huisarts", "trajectories": 2, "clients": 2},
    ]


def test_only_whole_quarters_that_no_longer_change_take_part(engine: Opener) -> None:
    """The data begin in January 2020; seen from 31-12-2024 the last 92 days may change."""
    frame = opened(
        engine,
        """
        a  next  huisarts  2020-02-05  2020-02-28
        b  next  huisarts  2020-04-01  2020-04-30
        c  next  huisarts  2024-09-30  2024-10-30
        d  next  huisarts  2024-10-01  2024-10-30
        """,
    )
    found = find_quarter_starts(frame, ALL, rules_of(recent_days=92))
    quarters = [row["quarter"] for row in rows_of(found, ["quarter"])]
    assert quarters == [2020 * 4 + 1, 2024 * 4 + 2]


def test_every_quarter_has_both_sides(engine: Opener) -> None:
    frame = opened(
        engine,
        """
        a  next  02        2021-04-01  2021-04-30
        a  next  huisarts  2021-05-01  2021-05-30
        b  next  gemeente  2021-06-30  2021-07-30
        c  next  gemeente  2021-07-01  2021-07-30
        """,
    )
    starts = find_quarter_starts(frame, ALL, rules_of())
    counted = count_referrer_sides(starts, "huisarts")
    spring, summer = 2021 * 4 + 1, 2021 * 4 + 2
    assert rows_of(counted, ["quarter", "side", "trajectories", "clients"]) == [
        {"quarter": spring, "side": "inside", "trajectories": 2, "clients": 1},
        {"quarter": spring, "side": "outside", "trajectories": 1, "clients": 1},
        {"quarter": summer, "side": "inside", "trajectories": 0, "clients": 0},
        {"quarter": summer, "side": "outside", "trajectories": 1, "clients": 1},
    ]


FOLLOWED = f"{HEADING}  position"


def test_a_second_counts_within_twelve_months_of_the_first(engine: Opener) -> None:
    """The quarter and the referrer are those of the first; the day after a year is too late."""
    frame = opened(
        engine,
        """
        a  next  huisarts  2021-05-10  2021-06-30  1
        a  next  gemeente  2022-05-10  2022-06-30  2
        b  next  huisarts  2021-05-10  2021-06-30  1
        b  next  huisarts  2022-05-11  2022-06-30  2
        c  next  gemeente  2021-05-10  2021-06-30  1
        """,
        FOLLOWED,
    )
    firsts = find_quarter_follow_ups(frame, ALL, rules_of())
    counted = count_followed_sides(firsts, "huisarts")
    assert rows_of(counted, ["quarter", "side", "trajectories"]) == [
        {"quarter": 2021 * 4 + 1, "side": "inside", "trajectories": 1},
        {"quarter": 2021 * 4 + 1, "side": "outside", "trajectories": 1},
    ]


def test_quarters_that_were_not_followed_for_a_year_are_left_out(engine: Opener) -> None:
    """Seen from 31-12-2024 with 92 days that may change: the third quarter of 2023 is the last."""
    frame = opened(
        engine,
        """
        a  next  huisarts  2023-09-30  2023-10-30  1
        b  next  huisarts  2023-10-01  2023-10-30  1
        """,
        FOLLOWED,
    )
    found = find_quarter_follow_ups(frame, ALL, rules_of(recent_days=92))
    assert rows_of(found, ["quarter"]) == [{"quarter": 2023 * 4 + 2}]
