"""Chains are found by the pattern they follow: drawn, and restated naively."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.sequences.asking import read_pattern
from core.sequences.matching import count_pattern, find_matches
from core.sequences.patterns import Pattern
from core.sequences.places import places_of
from core.tables import PATTERN_COUNTS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.cohorts import find_observed
from core.trajectories.steps import find_steps
from tests.conftest import (
    LADDER,
    Opener,
    Row,
    drawn,
    in_polars,
    rows_of,
    rules_of,
    trajectories_of,
)

FORMS = ("light", "medium", "heavy", "closed")
NAMES = places_of(FORMS, LADDER)
RULES = rules_of(chain_gap_days=365)

DRAWING = """
client_id care_form provider start      last
a         light     A        2021-02-01 2021-04-30
a         heavy     A        2021-06-01 2021-08-31
b         light     A        2021-02-01 2021-04-30
b         light     B        2021-05-01 2021-06-30
b         medium    B        2021-07-01 2022-04-30
b         heavy     A        2022-04-01 2022-06-30
c         heavy     A        2021-03-01 2021-05-31
c         light     A        2021-06-01 2021-08-31
d         light     A        2021-02-01 2022-05-31
d         heavy     A        2021-04-01 2021-05-31
"""
"""Of d the heavy help stands beside the light help: it is no step in the order."""


def chained(rows: list[Row], engine: Opener) -> Frame:
    """Build chains of drawn trajectories."""
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    return find_steps(find_chains(trajectories, RULES), RULES)


def read(words: str) -> Pattern:
    """Read words that must be a pattern."""
    pattern = read_pattern(words, NAMES)
    assert isinstance(pattern, Pattern), pattern
    return pattern


@pytest.mark.parametrize(
    ("words", "clients"),
    [
        ("light, daarna heavy", "ab"),
        ("light, direct daarna heavy", "a"),
        ("light, daarna binnen een half jaar heavy", "a"),
        ("light, daarna binnen 11 maanden heavy", "ab"),
        ("light, daarna binnen 10 maanden heavy", "a"),
        ("medium, daarna binnen 274 dagen heavy", "b"),
        ("medium, daarna binnen 273 dagen heavy", ""),
        ("begint met light", "abd"),
        ("eindigt met light", "cd"),
        ("begint met light, eindigt met light", "d"),
        ("ooit light, niet medium", "acd"),
        ("light, daarna niet heavy", "cd"),
        ("light, daarna direct niet heavy", "bcd"),
        ("hulp, daarna zwaarder", "ab"),
        ("hulp, daarna lichter", "c"),
        ("light → light → medium → heavy", "b"),
        ("hulp, direct daarna dezelfde hulp bij een andere aanbieder", "b"),
        ("hulp, direct daarna andere hulp bij dezelfde aanbieder", "abc"),
        ("heavy of closed", "abc"),
        ("closed", ""),
    ],
)
def test_a_pattern_finds_the_chains_that_follow_it(
    words: str, clients: str, engine: Opener
) -> None:
    found = find_matches(chained(drawn(DRAWING), engine), read(words))
    assert [row["client_id"] for row in rows_of(found, ["client_id"])] == list(clients)


def test_chains_are_counted_with_equal_follow_up(engine: Opener) -> None:
    """The first month only fills the data; who began in 2024 can not be followed for a year."""
    rows = drawn("""
client_id care_form provider start      last       amount_cents
z         light     A        2021-01-01 2021-01-31 1
a         light     A        2021-02-01 2021-04-30 100
a         heavy     B        2021-06-01 2021-08-31 900
b         light     A        2021-02-01 2021-04-30 100
b         heavy     C        2022-03-01 2022-08-31 900
c         light     A        2024-03-01 2024-04-30 100
""")
    observed = find_observed(chained(rows, engine))
    counted = count_pattern(observed, RULES, 12, read("light, daarna heavy"))
    assert rows_of(counted, list(PATTERN_COUNTS), ["outcome"]) == [
        _row("absent", 1, 1, 100),
        _row("found", 1, 2, 1000),
        _row("too_recent", 1, 1, 100),
    ]


def test_of_an_end_only_chains_that_stopped_can_tell(engine: Opener) -> None:
    """Of b the help goes on past the time, so that nobody knows the end; c begins otherwise."""
    rows = drawn("""
client_id care_form start      last
z         light     2021-01-01 2021-01-31
a         light     2021-02-01 2021-04-30
b         light     2021-02-01 2022-04-30
c         heavy     2021-02-01 2022-04-30
""")
    observed = find_observed(chained(rows, engine))
    counted = count_pattern(observed, RULES, 12, read("begint met light, eindigt met light"))
    outcomes = {row["outcome"]: row["chains"] for row in rows_of(counted, ["outcome", "chains"])}
    assert outcomes == {"found": 1, "open": 1, "absent": 1}


def _row(outcome: str, chains: int, providers: int, amount_cents: int) -> Row:
    return {
        "outcome": outcome,
        "chains": chains,
        "clients": chains,
        "providers": providers,
        "amount_cents": amount_cents,
    }


routes = st.lists(
    st.lists(st.tuples(st.sampled_from(FORMS), st.integers(1, 9)), min_size=1, max_size=5),
    min_size=1,
    max_size=4,
)
asked = st.lists(
    st.tuples(st.sampled_from(FORMS), st.booleans(), st.sampled_from([None, 4, 9])),
    min_size=1,
    max_size=3,
)


@given(routes, asked)
def test_a_path_is_found_where_some_way_through_the_chain_takes_it(
    chains: list[list[tuple[str, int]]], wanted: list[tuple[str, bool, int | None]]
) -> None:
    rows, days = [], defaultdict(list)
    for client, route in enumerate(chains):
        day = 18_700
        for form, length in route:
            row = {"client_id": str(client), "care_form": form, "start": day, "end": day + length}
            rows.append(row)
            days[str(client)].append((form, day))
            day += length
    words = wanted[0][0] + "".join(
        f"{', direct daarna' if direct else ', daarna'}"
        f"{f' binnen {limit} dagen' if limit else ''} {form}"
        for form, direct, limit in wanted[1:]
    )
    found = find_matches(chained(rows, in_polars), read(words))
    naive = {client for client, route in days.items() if _walks(route, wanted)}
    assert {row["client_id"] for row in rows_of(found, ["client_id"])} == naive


def _walks(route: list[tuple[str, int]], wanted: list[tuple[str, bool, int | None]]) -> bool:
    """Try every place for the first step, and every later one for the next."""
    begins = [place for place, (form, _) in enumerate(route) if form == wanted[0][0]]
    return any(_goes_on(route, place, wanted[1:]) for place in begins)


def _goes_on(
    route: list[tuple[str, int]], at: int, wanted: list[tuple[str, bool, int | None]]
) -> bool:
    if not wanted:
        return True
    form, direct, limit = wanted[0]
    later = range(at + 1, min(at + 2, len(route)) if direct else len(route))
    fits = [
        place
        for place in later
        if route[place][0] == form and (not limit or route[place][1] - route[at][1] <= limit)
    ]
    return any(_goes_on(route, place, wanted[1:]) for place in fits)
