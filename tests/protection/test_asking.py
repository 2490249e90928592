"""What is asked of the guard: persons as hashes under a key, and their places in a registry."""

import numpy as np
import pytest

from core.frames import Frame, frame_of_rows, open_duckdb
from core.protection.asking import answer_in, ask, empty_book, places_for
from core.protection.registry import (
    GONE,
    KEY_BYTES,
    hashes_of,
    newcomers,
    only_at,
    places_of,
)
from core.tables import POPULATIONS

KEY, OTHER_KEY = b"k" * KEY_BYTES, b"o" * KEY_BYTES
THRESHOLD = 10


def selected(*clients: str, kind: str = "began") -> Frame:
    rows = [{"kind": kind, "client_id": client} for client in clients]
    return frame_of_rows(open_duckdb(), rows, POPULATIONS)


def numbered(count: int) -> list[str]:
    return [f"kind{number}" for number in range(count)]


def test_a_person_has_the_same_hash_in_every_delivery_and_another_under_another_key() -> None:
    first, second = hashes_of(["a", "b"], KEY), hashes_of(["b", "c", "a"], KEY)
    assert list(first) == [second[2], second[0]]
    assert not set(first) & set(hashes_of(["a", "b"], OTHER_KEY))


def test_places_are_given_once_and_kept() -> None:
    known = hashes_of(["a", "b", "c"], KEY)
    asked = hashes_of(["c", "d", "a"], KEY)
    new = newcomers(known, asked)
    assert list(new) == list(hashes_of(["d"], KEY))
    assert list(places_of(np.concatenate([known, new]), asked)) == [2, 3, 0]


def test_who_is_forgotten_leaves_an_empty_place_and_gets_a_new_one() -> None:
    known = hashes_of(["a", "b", "c"], KEY)
    left = only_at(known, np.array([0, 2]))
    assert list(left) == [known[0], GONE, known[2]]
    assert list(newcomers(left, known)) == [known[1]]


def test_a_population_in_which_nobody_is_asks_nothing() -> None:
    asked = ask(selected(), "", KEY)
    assert places_for(empty_book().known, asked)[1] == []
    assert answer_in(empty_book(), asked, THRESHOLD)[1] is None


def test_what_is_asked_holds_no_pseudonym() -> None:
    asked = ask(selected(*numbered(20)), "gemeente=Noord", KEY)
    assert "kind1" not in repr(asked)
    assert asked.persons["began"].dtype == np.uint64


@pytest.mark.parametrize(("more", "is_answered"), [(0, True), (1, False), (9, False), (10, True)])
def test_a_ledger_in_memory_compares_deliveries_of_other_data(
    more: int,
    is_answered: bool,  # noqa: FBT001 - what is expected of the case
) -> None:
    before = ask(selected(*numbered(40)), "data=oud", KEY)
    after = ask(selected(*numbered(40 + more)), "data=nieuw", KEY)
    book, near = answer_in(empty_book(), before, THRESHOLD)
    assert near is None
    kept, near = answer_in(book, after, THRESHOLD)
    assert (near is None) == is_answered
    assert is_answered or kept is book
    assert near is None or (near.choice, near.size) == ("data=oud", 40)
