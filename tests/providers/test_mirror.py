"""What a provider looks like: position, early endings, what followed, and how long help lasts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame, collect
from core.providers import mirror
from core.tables import CHAINED, PROVIDER_ENDS, PROVIDER_FOLLOWERS, PROVIDER_POSITIONS, TRAJECTORIES
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, rules_of, trajectories_of
from tests.trajectories.observing import EDGE, chained

RULES = rules_of(recent_days=0)
HEADING = "client_id care_form start last provider end_reason"
EDGES = "\n".join(f"{line} E -" for line in EDGE.splitlines())

COURSES = """
    a  light   2022-01-01  2022-01-31  A  31
    a  medium  2022-02-10  2022-03-31  B  34
    a  heavy   2022-04-01  2022-08-31  B  -
    a  light   2022-09-01  2022-09-30  A  32
    b  light   2022-01-01  2022-01-31  A  33
    b  medium  2023-06-01  2023-06-30  A  31
    c  light   2022-01-01  2022-01-31  A  -
    c  medium  2022-02-01  2022-03-31  -  -
    d  light   2024-06-01  2024-06-30  A  31
"""
"""After light of a comes B at once; of b A, but after more than a year; of c nobody known."""


def helped(engine: Opener, lines: str = COURSES) -> Frame:
    """Chain drawn courses beside care at the edge of the data, which is never a first."""
    return mirror.find_help(chained(engine, f"{HEADING}\n{EDGES}\n{lines}", RULES))


def test_positions_are_counted_by_provider_and_stop_at_the_third(engine: Opener) -> None:
    counted = mirror.count_provider_positions(helped(engine))
    assert [tuple(row.values()) for row in rows_of(counted, list(PROVIDER_POSITIONS))] == [
        ("", 2, 1, 1),
        ("A", 1, 5, 4),
        ("A", 3, 1, 1),
        ("B", 2, 1, 1),
        ("B", 3, 1, 1),
    ]


def test_early_is_of_those_that_say_why_help_ended(engine: Opener) -> None:
    counted = mirror.count_early_ends(helped(engine))
    assert [tuple(row.values()) for row in rows_of(counted, list(PROVIDER_ENDS))] == [
        ("A", "no", 3, 3),
        ("A", "yes", 2, 2),
        ("B", "yes", 1, 1),
    ]


def test_what_followed_within_a_year_is_with_the_same_provider_or_another(engine: Opener) -> None:
    """Of c nobody knows with whom help went on; d was not followed for a year."""
    counted = mirror.count_followers(helped(engine), RULES)
    assert [tuple(row.values()) for row in rows_of(counted, list(PROVIDER_FOLLOWERS))] == [
        ("", "none", 1, 1),
        ("A", "none", 3, 2),
        ("A", "other", 1, 1),
        ("B", "other", 1, 1),
        ("B", "same", 1, 1),
    ]


def test_that_help_went_on_is_known_without_the_provider(engine: Opener) -> None:
    counted = mirror.count_followed(helped(engine), RULES)
    found = rows_of(counted, ["provider", "followed", "ended"])
    assert [tuple(row.values()) for row in found] == [
        ("", "no", 1),
        ("A", "no", 3),
        ("A", "yes", 2),
        ("B", "yes", 2),
    ]


@pytest.mark.parametrize(("days", "follower"), [(365, "other"), (366, "none")])
def test_a_year_after_the_end_is_in_time(days: int, follower: str) -> None:
    start = date.fromordinal(date(2022, 1, 31).toordinal() + 1 + days)
    lines = f"""
        a  light   2022-01-01  2022-01-31  A  31
        a  medium  {start}     2023-12-31  B  31"""
    counted = mirror.count_followers(helped(in_polars, lines), RULES)
    assert rows_of(counted, ["provider", "follower"])[0] == {"provider": "A", "follower": follower}


def test_a_step_on_paper_is_no_end_and_no_follower(engine: Opener) -> None:
    """Help of A goes on as a code of its own, and only then with B."""
    lines = """
        a  light   2022-01-01  2022-01-31  A  31
        a  medium  2022-02-01  2022-03-31  A  31
        a  heavy   2022-04-01  2022-08-31  B  31"""
    frame = chained(in_polars, f"{HEADING}\n{EDGES}\n{lines}", RULES)
    rows = rows_of(frame, frame.collect_schema().names(), ["trajectory_id"])
    changed: dict[str, Row] = {
        "light": {},
        "medium": {"kind": "administrative", "position": 1},
        "heavy": {"position": 2},
    }
    rows = [row | changed[row["care_form"]] if row["client_id"] == "a" else row for row in rows]
    counted = mirror.count_followers(mirror.find_help(engine(rows, CHAINED)), RULES)
    found = rows_of(counted, ["provider", "follower", "ended"])
    assert [tuple(row.values()) for row in found] == [("A", "other", 1), ("B", "none", 1)]


def test_alike_is_one_form_or_one_sector_of_a_known_provider(engine: Opener) -> None:
    frame = helped(engine)
    alike = mirror.find_alike(frame, "care_form", "medium")
    assert [tuple(row.values()) for row in rows_of(alike, ["client_id", "provider"])] == [
        ("a", "B"),
        ("b", "A"),
    ]
    assert rows_of(mirror.find_alike(frame, "sector", "ggz"), ["provider"]) == []


def test_duration_is_measured_by_provider_and_counts_what_runs_on(engine: Opener) -> None:
    """A: 10, 20 and 30 days; of B one of two runs, so that its half is that of the first."""
    edges = "\n".join(f"e{number} E 2020-01-01 2020-01-31 ended" for number in range(6))
    drawing = f"""
        client_id  provider  start       last        status
        {edges}
        a          A         2022-01-01  2022-01-10  ended
        b          A         2022-01-01  2022-01-20  ended
        c          A         2022-01-01  2022-01-30  ended
        d          B         2022-01-01  2022-02-09  ended
        f          B         2022-01-01  -           running
    """
    started = mirror.find_lasting(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), RULES)
    measured = mirror.measure_lasting(
        *[collect(one) for one in mirror.count_lasting(started, RULES)]
    )
    found = measured.set_index("provider")["median_days"].to_dict()
    assert found == {"A": 20.0, "B": 40.0}


STEPS = st.lists(st.sampled_from("AB"), min_size=1, max_size=5)


@given(st.lists(STEPS, min_size=1, max_size=6))
def test_followers_are_the_neighbours_of_a_course(courses: list[list[str]]) -> None:
    """Restated naively; the form changes every month, so that trajectories never merge."""
    lines = "\n".join(
        f"c{number} f{month} 2022-{month:02}-01 2022-{month:02}-20 {provider} 31"
        for number, course in enumerate(courses)
        for month, provider in enumerate(course, start=1)
    )
    counted = mirror.count_followers(helped(in_polars, lines), RULES)
    found = {
        (row["provider"], row["follower"]): row["ended"]
        for row in rows_of(counted, ["provider", "follower", "ended"])
    }
    naive: dict[tuple[str, str], int] = {}
    for course in courses:
        for one, following in zip(course, [*course[1:], ""], strict=True):
            follower = "none" if not following else "same" if following == one else "other"
            naive[one, follower] = naive.get((one, follower), 0) + 1
    assert found == naive


def test_the_year_is_counted_from_the_horizon() -> None:
    """What ended less than a year before the first unsettled day was not followed so long."""
    late = rules_of(recent_days=0, as_of=day_number(date(2023, 1, 30)))
    counted = mirror.count_followers(helped(in_polars), late)
    assert rows_of(counted, ["provider"]) == []
    day_later = rules_of(recent_days=0, as_of=day_number(date(2023, 1, 31)))
    assert len(rows_of(mirror.count_followers(helped(in_polars), day_later), ["provider"])) > 0
