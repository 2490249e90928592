"""Coming back: the same form again, after something else, and to and fro."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.sequences.returns import count_returns
from core.trajectories.cohorts import find_observed
from tests.conftest import Opener, Row, drawn, in_polars, rows_of
from tests.sequences.test_matching import RULES, chained

FIRST_MONTH: list[Row] = [
    {"client_id": f"z{number}", "provider": "A", "start": 18_628, "end": 18_659}
    for number in range(20)
]
"""Others, who fill the first month so that the data begin in it."""


def test_each_question_is_asked_of_chains_that_are_long_enough(engine: Opener) -> None:
    """A repeats at another provider, b goes to and fro, c comes back later, d is too short."""
    rows = drawn("""
client_id care_form provider start      last
a         light     A        2021-02-01 2021-03-31
a         light     B        2021-04-01 2021-04-30
b         light     A        2021-02-01 2021-03-31
b         heavy     A        2021-04-01 2021-04-30
b         light     A        2021-05-01 2021-05-31
c         light     A        2021-02-01 2021-03-31
c         heavy     A        2021-04-01 2021-04-30
c         closed    A        2021-05-01 2021-05-31
c         light     A        2021-06-01 2021-06-30
d         light     A        2021-02-01 2021-03-31
e         light     A        2021-02-01 2021-03-31
e         light     -        2021-05-01 2021-06-30
""")
    rows = [row | {"provider": row["provider"] or ""} for row in rows]
    observed = find_observed(chained(FIRST_MONTH + rows, engine))
    counted = rows_of(count_returns(observed, RULES, 24), ["question", "answer", "chains"])
    assert {(row["question"], row["answer"]): row["chains"] for row in counted} == {
        ("again", "yes"): 2,
        ("again", "no"): 2,
        ("again_elsewhere", "yes"): 1,
        ("again_elsewhere", "no"): 3,
        ("returned", "yes"): 2,
        ("ping_pong", "yes"): 1,
        ("ping_pong", "no"): 1,
    }


routes = st.lists(st.sampled_from("lmhc"), min_size=1, max_size=6)
WORDS = {"l": "light", "m": "medium", "h": "heavy", "c": "closed"}


@given(st.lists(routes, min_size=1, max_size=4))
def test_questions_restated(chains: list[list[str]]) -> None:
    rows = list(FIRST_MONTH)
    for client, route in enumerate(chains):
        rows += [
            {
                "client_id": str(client),
                "care_form": WORDS[form],
                "start": 18_700 + 10 * place,
                "end": 18_710 + 10 * place,
            }
            for place, form in enumerate(route)
        ]
    observed = find_observed(chained(rows, in_polars))
    counted = rows_of(count_returns(observed, RULES, 24), ["question", "answer", "chains"])
    found = {(row["question"], row["answer"]): row["chains"] for row in counted}
    assert found == _naive(["".join(route) for route in chains])


def _naive(chains: list[str]) -> Counter[tuple[str, str]]:
    answers: Counter[tuple[str, str]] = Counter()
    for route in chains:
        again = any(a == b for a, b in pairwise(route))
        spells = [
            form for place, form in enumerate(route) if place == 0 or route[place - 1] != form
        ]
        triples = zip(route, route[1:], route[2:], strict=False)
        if len(route) >= 2:
            answers["again", "yes" if again else "no"] += 1
            answers["again_elsewhere", "no"] += 1
        if len(route) >= 3:
            answers["returned", "yes" if len(spells) > len(set(spells)) else "no"] += 1
            to_and_fro = any(a == c != b for a, b, c in triples)
            answers["ping_pong", "yes" if to_and_fro else "no"] += 1
    return answers
