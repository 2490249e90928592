"""Adherence by organisation: rates of what could be kept or broken, small ones together."""

from core.tables import THIRDS
from core.trajectories.adherence import count_adherence, merge_small
from tests.conftest import Opener, Row, rows_of

PLAIN: Row = dict.fromkeys(THIRDS, 0) | {
    **dict.fromkeys(("municipality", "care_form", "referrer", "step"), "x"),
    "provider_change": "same",
}


def thirds(*groups: tuple[str, str, int]) -> list[Row]:
    """Draw third starts: so many persons of a provider with a status."""
    return [
        PLAIN | {"provider": provider, "status": status, "client_id": f"{provider}{status}{place}"}
        for provider, status, number in groups
        for place in range(number)
    ]


def test_what_is_unknown_or_excepted_is_counted_apart_with_zeros(engine: Opener) -> None:
    frame = engine(thirds(("A", "evaluated", 2), ("A", "excepted", 1), ("B", "unknown", 1)), THIRDS)
    counted = rows_of(count_adherence(frame, "provider"), ["provider", "status", "thirds"])
    assert [(row["provider"], row["status"], row["thirds"]) for row in counted] == [
        ("A", "evaluated", 2),
        ("A", "excepted", 1),
        ("A", "not_evaluated", 0),
        ("A", "unknown", 0),
        ("B", "evaluated", 0),
        ("B", "excepted", 0),
        ("B", "not_evaluated", 0),
        ("B", "unknown", 1),
    ]


def test_an_organisation_of_which_one_side_is_small_goes_to_the_rest(engine: Opener) -> None:
    rows = thirds(
        *(("A", "evaluated", 3), ("A", "not_evaluated", 3)),
        *(("B", "evaluated", 9), ("B", "not_evaluated", 1)),
        *(("C", "evaluated", 3), ("C", "not_evaluated", 4)),
        *(("", "evaluated", 9), ("", "not_evaluated", 9)),
    )
    merged = merge_small(engine(rows, THIRDS), "provider", "rest", 3)
    names = {row["provider"] for row in rows_of(merged, ["provider"])}
    assert names == {"rest", "C"}, "A joins the rest, because B alone would be small there"


def test_no_organisation_is_small_where_everything_may_be_seen(engine: Opener) -> None:
    rows = thirds(("A", "evaluated", 1), ("A", "not_evaluated", 1), ("B", "evaluated", 1))
    merged = merge_small(engine(rows, THIRDS), "provider", "rest", 0)
    assert {row["provider"] for row in rows_of(merged, ["provider"])} == {"A", "B"}
