"""D6, D14: the ledger of what was answered belongs to the installation and goes with the data."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from core.errors import NotStored
from core.protection.asking import Asked
from core.protection.registry import hashes_of
from core.storage.answered import answer, key_of_persons, offer
from core.storage.backing_up import backup, restore
from core.storage.catalogue import Store, reading
from core.storage.deleting import delete_everything, delete_expired, delete_stored
from core.storage.schema import ANSWERED, PERSONS, SECRETS
from tests.storage.processes import context, run_answer, started
from tests.storage.stores import brought, delivery, elsewhere, reopened, texts_of

THRESHOLD = 10


def asked(store: Store, first: int, last: int, choice: str = "", kind: str = "began") -> Asked:
    """Ask for the persons with these numbers, both in."""
    pseudonyms = [f"pseudo-{number}" for number in range(first, last + 1)]
    return Asked(choice, {kind: hashes_of(pseudonyms, key_of_persons(store))})


def answered(store: Store, identity: str, first: int, last: int, choice: str = "") -> str | None:
    """Ask, and give the choice of the answer that forbids it, if any."""
    near = answer(store, identity, asked(store, first, last, choice), THRESHOLD)
    return near.choice if near else None


def rows(store: Store, table: sa.Table) -> int:
    with reading(store) as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def brought_id(store: Store, tmp_path: Path, seed: str = "1", after: str = "") -> str:
    return brought(store, delivery(tmp_path / f"{seed}.csv", seed=seed), after=after).stored.id


@pytest.mark.parametrize("last", [91, 98, 100, 108])
def test_d6_a_colleague_is_refused_what_differs_by_few_also_after_a_restart(
    store: Store, tmp_path: Path, last: int
) -> None:
    identity = brought_id(store, tmp_path)
    assert answered(store, identity, 0, 99, "gemeente=Noord") is None
    again = reopened(store)
    refused = answered(again, identity, 0, last - 1 if last == 100 else last)
    assert refused == (None if last == 100 else "gemeente=Noord")
    assert rows(again, ANSWERED) == 1


@pytest.mark.parametrize(("first", "last"), [(0, 99), (0, 89), (0, 109), (200, 260)])
def test_d6_the_same_persons_or_ten_others_are_answered(
    store: Store, tmp_path: Path, first: int, last: int
) -> None:
    identity = brought_id(store, tmp_path)
    assert answered(store, identity, 0, 99) is None
    assert answered(store, identity, first, last) is None
    assert answered(store, identity, first, last) is None


def test_d14_another_delivery_with_one_more_child_is_compared_with_the_first(
    store: Store, tmp_path: Path
) -> None:
    first = brought_id(store, tmp_path)
    second, apart = brought_id(store, tmp_path, "2", after=first), brought_id(store, tmp_path, "3")
    assert answered(store, first, 0, 99, f"data={first}") is None
    assert answered(store, second, 0, 100) == f"data={first}"
    assert answered(store, apart, 0, 100) == f"data={first}"


def test_of_processes_that_ask_at_once_one_is_answered(store: Store, tmp_path: Path) -> None:
    identity, key = brought_id(store, tmp_path), key_of_persons(store)
    told = context().Queue()
    each = [started(run_answer, store.places, identity, key, 99 + more, told) for more in range(3)]
    assert sorted(told.get(timeout=60) for _ in each) == [False, True, True]
    for process in each:
        process.join(60)
    assert rows(store, ANSWERED) == 1


def test_d6_a_list_is_remembered_for_all_deliveries_and_forbids_no_selection(
    store: Store, tmp_path: Path
) -> None:
    first, other = brought_id(store, tmp_path), brought_id(store, tmp_path, "3")
    nine, ten = (Asked("by provider", asked(store, 0, last, kind="A1").persons) for last in (8, 9))
    assert offer(store, first, nine, THRESHOLD) == ()
    assert offer(reopened(store), other, ten, THRESHOLD) == ()
    assert rows(store, ANSWERED) == 1
    assert answered(store, other, 0, 9) is None
    assert answer(store, other, Asked("nobody", {}), THRESHOLD) is None
    delete_stored(store, first, "beheer")
    delete_stored(store, other, "beheer")
    again = brought_id(store, tmp_path, "4")
    fresh = Asked("by provider", asked(store, 0, 9, kind="A1").persons)
    assert offer(store, again, fresh, THRESHOLD) == ("A1",)
    with pytest.raises(NotStored):
        offer(store, first, fresh, THRESHOLD)


def test_nothing_in_the_ledger_names_anybody(store: Store, tmp_path: Path) -> None:
    identity = brought_id(store, tmp_path)
    answered(store, identity, 0, 99, "gemeente=Noord")
    left = texts_of(store, [ANSWERED.name, PERSONS.name, SECRETS.name])
    assert "pseudo" not in left
    assert not [hash_ for hash_ in hashes_of(["pseudo-1"], b"x" * 32) if str(hash_) in left]


def test_p9_the_ledger_goes_with_the_last_delivery_of_a_series(
    store: Store, tmp_path: Path
) -> None:
    first, other = brought_id(store, tmp_path), brought_id(store, tmp_path, "3")
    second = brought_id(store, tmp_path, "2", after=first)
    answered(store, first, 0, 99, "mine")
    answered(store, other, 50, 199, "other")
    delete_stored(store, first, "beheer")
    assert answered(store, second, 0, 100) == "mine"
    delete_stored(store, second, "beheer")
    assert (rows(store, ANSWERED), rows(store, PERSONS)) == (1, 1)
    with reading(store) as connection:
        block = np.frombuffer(connection.execute(sa.select(PERSONS.c.hashes)).scalar_one(), "<u8")
    assert np.count_nonzero(block) == 150
    assert answered(store, other, 50, 200) == "other"
    assert answered(store, other, 0, 99) is None


@pytest.mark.parametrize("ends", ["wiped", "expired"])
def test_p9_nothing_of_it_is_left_when_all_is_wiped_or_has_expired(
    store: Store, tmp_path: Path, ends: str
) -> None:
    identity = brought_id(store, tmp_path)
    answered(store, identity, 0, 99)
    if ends == "wiped":
        delete_everything(store, "beheer")
    else:
        delete_expired(store, date(2999, 1, 1), "beheer")
    assert [rows(store, table) for table in (ANSWERED, PERSONS, SECRETS)] == [0, 0, 0]
    with pytest.raises(NotStored):
        answered(store, identity, 0, 99)


def test_a_copy_that_is_put_back_still_knows_what_was_answered(
    store: Store, tmp_path: Path
) -> None:
    identity = brought_id(store, tmp_path)
    answered(store, identity, 0, 99, "mine")
    backup(store, tmp_path / "copy")
    again = elsewhere(store, tmp_path / "again")
    restore(tmp_path / "copy", again, "beheer")
    assert answered(again, identity, 0, 98) == "mine"
