"""Who covers what: shares of providers, and the care, young people and euros of those chosen."""

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.providers.coverage import count_concentration, count_covered, count_reached
from core.tables import CONCENTRATION, COVERED, ELSEWHERE, TRAJECTORIES
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, trajectories_of

CARE = """
    client_id  provider  amount_cents
    a          A         100
    a          B         200
    b          A         300
    c          C         -
    d          -         50
    e          B         900
"""


def care(engine: Opener, drawing: str = CARE) -> Frame:
    rows = [row | {"start": 19_000, "end": 19_010} for row in drawn(drawing)]
    return engine(trajectories_of(rows), TRAJECTORIES)


def test_each_provider_has_its_care_and_care_of_nobody_known_is_a_row(engine: Opener) -> None:
    found = rows_of(count_concentration(care(engine), 1), list(CONCENTRATION))
    assert [tuple(row.values()) for row in found] == [
        ("", 0, 1, 1),
        ("A", 1, 2, 2),
        ("B", 1, 2, 2),
        ("C", 1, 1, 1),
    ]


def test_small_providers_are_one_row_that_says_how_many_they_are(engine: Opener) -> None:
    lines = "\n".join(
        f"{provider}{number} {provider} 1"
        for provider, persons in (("A", 5), ("B", 2), ("C", 1), ("D", 1))
        for number in range(persons)
    )
    frame = care(engine, f"client_id provider amount_cents\n{lines}")
    found = rows_of(count_concentration(frame, 3), list(CONCENTRATION))
    assert [tuple(row.values()) for row in found] == [(ELSEWHERE, 3, 4, 4), ("A", 1, 5, 5)]


def test_both_sides_with_their_euros_and_the_largest_of_them(engine: Opener) -> None:
    names = [*COVERED, "amount_provider_first"]
    found = rows_of(count_covered(care(engine), ["A", "B"]), names)
    assert [tuple(row.values()) for row in found] == [
        ("inside", 4, 3, 2, 1_500, 1_100),
        ("outside", 2, 2, 1, 50, 50),
    ]


def test_who_has_help_of_both_is_reached_once(engine: Opener) -> None:
    found = rows_of(count_reached(care(engine), ["A", "C"]), ["side", "clients"])
    assert [tuple(row.values()) for row in found] == [("inside", 3), ("outside", 2)]


CHOSEN = st.lists(st.sampled_from("ABC"), min_size=1, max_size=3, unique=True)
HELD = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("ABCD"), st.integers(-500, 900)),
    min_size=1,
    max_size=30,
)


@given(HELD, CHOSEN)
def test_what_is_covered_is_the_union_of_the_chosen(
    held: list[tuple[str, str, int]], chosen: list[str]
) -> None:
    """Restated naively: sets of clients, sums of cents, and the largest sum of one provider."""
    names = ("client_id", "provider", "amount_cents")
    rows: list[Row] = [
        dict(zip(names, one, strict=True)) | {"start": 19_000, "end": 19_010} for one in held
    ]
    frame = in_polars(trajectories_of(rows), TRAJECTORIES)
    reached = rows_of(count_reached(frame, chosen), ["side", "clients"])
    inside = {client for client, provider, _ in held if provider in chosen}
    persons = {"inside": len(inside), "outside": len({client for client, _, _ in held} - inside)}
    assert {row["side"]: row["clients"] for row in reached} == {
        side: number for side, number in persons.items() if number
    }
    sums = {one: sum(c for _, p, c in held if p == one) for one in {p for _, p, _ in held}}
    theirs = [cents for provider, cents in sums.items() if provider in chosen]
    names_of = [*COVERED, "amount_provider_first"]
    covered = {row["side"]: row for row in rows_of(count_covered(frame, chosen), names_of)}
    if theirs:
        assert covered["inside"]["amount_cents"] == sum(theirs)
        assert covered["inside"]["amount_provider_first"] == max(map(abs, theirs))
        assert covered["inside"]["providers"] == len(theirs)
