"""Which form follows which: drawn chains, then the identities on any chains (trap 11)."""

from itertools import combinations, pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.graphs.follows import count_beginnings, count_later, find_follows, merge_follows
from core.graphs.pairs import count_overlaps, count_pairs
from core.tables import ELSEWHERE, FOLLOWS, LATER, NOT_FOLLOWED, OVERLAPS, STILL_OPEN
from tests.conftest import Opener, Row, in_polars, rows_of, rules_of
from tests.trajectories.observing import observed

COURSES = """
    a  light   2022-01-01  2022-01-31
    a  medium  2022-02-10  2022-03-31
    a  heavy   2022-03-22  2022-08-31
    b  light   2022-01-01  2022-01-31
    b  medium  2022-03-02  2024-12-15
    c  light   2022-01-01  2022-05-31
    c  medium  2022-06-01  -
    d  light   2024-01-01  2024-08-31
"""
"""a goes on twice, with 9 days between and then 10 days together; b ended two weeks ago; c runs;
d ended so short ago that half a year has not passed."""


def pairs_of(engine: Opener, lines: str, **rules: int) -> Frame:
    return find_follows(observed(engine, lines, rules_of(**rules)), rules_of(**rules))


def test_waiting_and_overlap_are_two_numbers(engine: Opener) -> None:
    follows = pairs_of(engine, COURSES)
    assert rows_of(count_pairs(follows), list(FOLLOWS), ["source", "target"]) == [
        row("heavy", NOT_FOLLOWED, 1),
        row("light", STILL_OPEN, 1),
        row("light", "medium", 3, (4.5, 9.0, 19.0)),
        row("medium", STILL_OPEN, 2),
        row("medium", "heavy", 1, (0.0, 0.0, 0.0)),
    ]
    overlaps = rows_of(count_overlaps(follows), list(OVERLAPS), ["source", "target"])
    found = [line for line in overlaps if line["overlapping"]]
    assert found == [
        {
            "source": "medium",
            "target": "heavy",
            "overlapping": 1,
            "clients": 1,
            "median_overlap_days": 10.0,
        }
    ]
    assert len(overlaps) == 5


def test_no_sequel_is_only_what_can_have_none_any_more(engine: Opener) -> None:
    """Client d ended 122 days before ``as_of``: within the longest pause of 184 days, not of 92."""
    for longest, ended in ((184, STILL_OPEN), (92, NOT_FOLLOWED)):
        follows = pairs_of(engine, COURSES, chain_gap_days=longest)
        single = [line for line in rows_of(follows, ["client_id", "target"]) if is_of(line, "d")]
        assert [line["target"] for line in single] == [ended]


def test_chains_begin_where_their_first_trajectory_is(engine: Opener) -> None:
    begun = count_beginnings(pairs_of(engine, COURSES), 1)
    assert rows_of(begun, ["source", "chains", "clients"]) == [
        {"source": "light", "chains": 4, "clients": 4}
    ]


def test_ever_later_counts_what_lies_between_too(engine: Opener) -> None:
    """A goes from light by way of medium to heavy, then back: light came before heavy once."""
    lines = COURSES + "    a  light  2022-09-15  2022-09-30\n"
    assert rows_of(count_later(pairs_of(engine, lines)), list(LATER), ["source", "target"]) == [
        later("heavy", "light", 1),
        later("light", "heavy", 1),
        later("light", "light", 1),
        later("light", "medium", 3),
        later("medium", "heavy", 1),
        later("medium", "light", 1),
    ]


def test_rare_forms_and_rare_sequels_are_merged(engine: Opener) -> None:
    """Alone, closed would be a rest of one person, so heavy joins it."""
    many = "".join(
        f"c{number} light 2022-01-01 2022-01-31\nc{number} light 2022-03-01 2022-03-31\n"
        f"c{number} heavy 2022-04-01 2022-04-30\n"
        for number in range(15)
    )
    odd = "x light 2022-01-01 2022-01-31\nx closed 2022-02-01 2022-03-01\n"
    edge = "\n".join(f"e{number} light 2020-01-01 2020-01-31" for number in range(20))
    follows = merge_follows(pairs_of(engine, many + odd + edge), 3)
    found = rows_of(count_pairs(follows), ["source", "target", "transitions", "clients"])
    assert found == [
        {"source": ELSEWHERE, "target": NOT_FOLLOWED, "transitions": 16, "clients": 16},
        {"source": "light", "target": ELSEWHERE, "transitions": 16, "clients": 16},
        {"source": "light", "target": "light", "transitions": 15, "clients": 15},
    ]


def test_the_rest_came_ever_later_at_least_as_often_as_it_came_next(engine: Opener) -> None:
    """Thirty go on to a form that has a name of its own, and is rare as a sequel."""
    lines = "".join(
        f"c{number} light 2022-01-01 2022-01-31\n"
        f"c{number} {('light', 'heavy', 'medium')[number % 3]} 2022-03-01 2022-03-31\n"
        for number in range(30)
    )
    lines += "".join(
        f"d{number} {form} 2022-01-01 2022-01-31\n"
        for number, form in enumerate(["heavy", "light", "medium"] * 60)
    )
    edge = "\n".join(f"e{number} light 2020-01-01 2020-01-31" for number in range(20))
    follows = merge_follows(pairs_of(engine, lines + edge), 11)
    later_than = rows_of(count_later(follows), ["source", "target", "chains"])
    assert later_than == [{"source": "light", "target": ELSEWHERE, "chains": 30}]


forms = st.lists(st.sampled_from(["light", "medium", "heavy"]), min_size=1, max_size=5)


@given(st.lists(forms, min_size=1, max_size=8))
def test_arcs_are_events_less_cases_and_beginnings_are_ends(chains: list[list[str]]) -> None:
    """Restated naively: count the neighbours of each list."""
    lines = "".join(
        f"c{number} {form} 2022-{month:02}-01 2022-{month:02}-20\n"
        for number, chain in enumerate(chains)
        for month, form in enumerate(chain, start=1)
    )
    follows = pairs_of(in_polars, lines)
    found = rows_of(count_pairs(follows), ["source", "target", "transitions"])
    arcs = {
        (line["source"], line["target"]): line["transitions"]
        for line in found
        if line["target"] != NOT_FOLLOWED
    }
    neighbours = [pair for chain in chains for pair in pairwise(chain)]
    assert arcs == {pair: neighbours.count(pair) for pair in neighbours}
    ever = rows_of(count_later(follows), ["source", "target", "pairs", "chains"])
    naive = [set(combinations_in(chain)) for chain in chains]
    pairs_in_all = [pair for chain in chains for pair in combinations_in(chain)]
    for line in ever:
        pair = (line["source"], line["target"])
        assert line["pairs"] == pairs_in_all.count(pair)
        assert line["chains"] == sum(pair in found_in for found_in in naive)
    assert sum(line["pairs"] for line in ever) == len(pairs_in_all)
    events = sum(map(len, chains))
    ends = sum(line["transitions"] for line in found if line["target"] == NOT_FOLLOWED)
    beginnings = rows_of(count_beginnings(follows, 1), ["source", "chains"])
    begun = sum(line["chains"] for line in beginnings)
    assert sum(arcs.values()) == events - len(chains)
    assert begun == ends == len(chains)


def combinations_in(chain: list[str]) -> list[tuple[str, str]]:
    return list(combinations(chain, 2))


def row(source: str, target: str, number: int, gaps: tuple[Any, ...] = (None,) * 3) -> Row:
    counted = {"source": source, "target": target, "transitions": number, "clients": number}
    return counted | dict(
        zip(("low_gap_days", "median_gap_days", "high_gap_days"), gaps, strict=True)
    )


def later(source: str, target: str, number: int) -> Row:
    counted = dict.fromkeys(("pairs", "chains", "clients"), number)
    return {"source": source, "target": target} | counted


def is_of(line: Row, client: str) -> bool:
    return bool(line["client_id"] == client)
