"""The pairing of two sides restated naively: the oracle of the tests of both sides."""

from collections.abc import Callable, Sequence
from itertools import product

from hypothesis import strategies as st

from tests.conftest import Row

FILES = ("municipality", "provider")

Key = Callable[[Row], object]


some_lines = st.lists(
    st.fixed_dictionaries(
        {
            "side": st.sampled_from(FILES),
            "client_id": st.sampled_from(["k1", "k2"]),
            "provider": st.sampled_from(["", "A", "B"]),
            "care_form": st.sampled_from(["light", "heavy"]),
            "product": st.sampled_from(["light", "heavy", "p"]),
            "start": st.sampled_from([10, 12, 50]),
            "end": st.sampled_from([60, 70]),
            "amount_cents": st.sampled_from([None, -5, 0, 5, 7]),
            "is_credit": st.booleans(),
            "allocation": st.sampled_from(["", "", "x", "y"]),
            "reference": st.sampled_from(["", "", "", "r"]),
            "rule": st.sampled_from(["", "", "", "duplicate", "end_before_begin"]),
        }
    ),
    min_size=1,
    max_size=14,
)


def naive_pairs(rows: Sequence[Row]) -> dict[int, int]:
    """Restate the definition: by each key, strongest first, the lines of both sides in order."""
    usable = [row for row in rows if not row["rule"]]
    sides = [[row for row in usable if row["side"] == side] for side in FILES]
    if not {row["client_id"] for row in known(rows, 0)} & {
        row["client_id"] for row in known(rows, 1)
    }:
        return {}
    named = all(any(row["provider"] for row in side) for side in sides)
    pairs: dict[int, int] = {}
    for key, exact in product(keys_of(named=named), (True, False)):
        left = [[r for r in side if r["row"] not in {*pairs, *pairs.values()}] for side in sides]
        grouped = [grouped_by(rows, key, exact=exact) for rows in left]
        for value in grouped[0].keys() & grouped[1].keys():
            pairs |= dict(zip(grouped[0][value], grouped[1][value], strict=False))
    return pairs


def known(rows: Sequence[Row], side: int) -> list[Row]:
    """List what tells the clients of a side: accepted lines, and repeated ones."""
    return [row for row in rows if row["side"] == FILES[side] and row["rule"] in {"", "duplicate"}]


def grouped_by(rows: Sequence[Row], key: Key, *, exact: bool) -> dict[object, list[int]]:
    """Group lines that have a key by it (and by amount), each group in order of amount and row."""
    groups: dict[object, list[int]] = {}
    for row in sorted(rows, key=lambda row: (cents_of(row), row["row"])):
        if key(row) is not None:
            value = (key(row), cents_of(row) if exact else None)
            groups.setdefault(value, []).append(row["row"])
    return groups


def cents_of(row: Row) -> tuple[bool, int]:
    """Give an amount to sort by: one that is not known comes last."""
    return row["amount_cents"] is None, row["amount_cents"] or 0


def keys_of(*, named: bool) -> list[Key]:
    """List the keys, strongest first; a key of None says that a line has no such key."""

    def who(row: Row) -> tuple[object, ...]:
        return (row["client_id"], row["is_credit"], row["provider"] if named else "")

    def days(row: Row) -> tuple[object, ...]:
        return (*who(row), row["start"], row["end"])

    def form_only(side: str) -> Key:
        return lambda row: (
            (*days(row), row["care_form"])
            if row["side"] == side or row["product"] == row["care_form"]
            else None
        )

    return [
        lambda row: (*who(row), row["reference"]) if row["reference"] else None,
        lambda row: (*days(row), row["product"], row["allocation"]) if row["allocation"] else None,
        lambda row: (*days(row), row["product"]),
        form_only("provider"),
        form_only("municipality"),
        lambda row: (*days(row), row["allocation"]) if row["allocation"] else None,
        lambda row: (
            (*who(row), row["start"] < 31, row["product"], row["allocation"])
            if row["allocation"]
            else None
        ),
    ]
