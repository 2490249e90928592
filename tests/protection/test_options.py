"""Lists: a value appears or disappears only over a difference of ten persons or more."""

import pytest

from core.frames import Frame, frame_of_rows, open_duckdb
from core.protection.asking import Book, ask, empty_book, offer_in
from core.protection.options import kind_of
from core.protection.registry import KEY_BYTES
from core.tables import POPULATIONS

KEY, THRESHOLD = b"k" * KEY_BYTES, 10


def holders(**values: range) -> Frame:
    rows = [
        {"kind": value, "client_id": f"kind{number}"}
        for value, numbers in values.items()
        for number in numbers
    ]
    return frame_of_rows(open_duckdb(), rows, POPULATIONS)


def offered(book: Book, **values: range) -> tuple[Book, tuple[str, ...]]:
    return offer_in(book, ask(holders(**values), kind_of("provider"), KEY), THRESHOLD)


def walked(*steps: range) -> list[bool]:
    """Ask for one value in delivery after delivery; tells of each whether it is offered."""
    book, told = empty_book(), []
    for step in steps:
        book, values = offered(book, A1=step, A2=range(100, 150))
        told.append("A1" in values)
        assert "A2" in values
    return told


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([range(9), range(10), range(18)], [False, False, False]),
        ([range(9), range(19), range(20)], [False, True, True]),
        ([range(10), range(9), range(1)], [True, True, True]),
        ([range(12), range(2)], [True, False]),
        ([range(9), range(4, 14)], [False, False]),
        ([range(9), range(50, 62), range(9)], [False, True, False]),
        ([range(12), range(6, 18), range(30, 45)], [True, True, True]),
    ],
    ids=[
        "the tenth person does not make it appear, nor the eighteenth",
        "ten more make it appear",
        "nor does it disappear with one, or with nine",
        "it disappears with ten",
        "others in the place of some count on both sides",
        "the same persons have the same answer",
        "and many others have their own",
    ],
)
def test_a_value_changes_over_ten_persons_only(steps: list[range], told: list[bool]) -> None:
    assert walked(*steps) == told


def test_the_first_that_is_near_decides_whoever_was_asked_meanwhile() -> None:
    assert walked(range(9), range(19), range(12), range(9), range(12)) == [
        *(False, True, False, False, False)
    ]


def test_values_of_another_column_and_other_values_are_not_compared() -> None:
    book, values = offered(empty_book(), A1=range(9))
    assert values == ()
    asked = ask(holders(A1=range(10)), kind_of("municipality"), KEY)
    assert offer_in(book, asked, THRESHOLD)[1] == ("A1",)
    assert offered(book, A2=range(10))[1] == ("A2",)
