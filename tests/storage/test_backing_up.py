"""C4: a copy that is made while imports run, put back on an empty machine, to the cent."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import StoreTrouble
from core.storage.backing_up import backup, restore
from core.storage.catalogue import Store
from core.storage.deleting import delete_stored
from core.storage.remembered import recall, remember
from core.storage.verifying import list_events, verify_log
from tests.storage.processes import run_import, started
from tests.storage.stores import (
    brought,
    change,
    check_whole,
    delivery,
    digests,
    elsewhere,
    sums_of,
)


def test_c4_a_backup_during_imports_is_a_state_that_was_committed(
    store: Store, tmp_path: Path
) -> None:
    first = brought(store, delivery(tmp_path / "first.csv", 200, "0")).stored
    remember(store, "layout", "leverancier", {"cents": True})
    files = [delivery(tmp_path / f"{number}.csv", 200, str(number)) for number in range(1, 4)]
    processes = [started(run_import, store.places, file) for file in files]
    copies: list[Path] = []
    while any(process.is_alive() for process in processes) or not copies:
        copies.append(tmp_path / f"copy{len(copies)}")
        backup(store, copies[-1])
        time.sleep(0.1)
    for process in processes:
        process.join(60)
    committed = set(check_whole(store))
    assert len(committed) == 4
    for number in sorted({0, len(copies) // 2, len(copies) - 1}):
        machine = elsewhere(store, tmp_path / f"machine{number}")
        restored = restore(copies[number], machine, "toets")
        listed = check_whole(machine)
        assert {first} <= set(listed) <= committed
        assert restored.data_sets == len(listed)
        assert restored.lines == sum(sums_of(machine, one.id)[0] for one in listed)
        assert recall(machine, "layout", "leverancier") == {"cents": True}
        assert list_events(machine)[0].action == "restore"


def test_c4_a_restored_store_goes_on_with_its_log(store: Store, tmp_path: Path) -> None:
    gone = brought(store, delivery(tmp_path / "a.csv")).stored
    brought(store, delivery(tmp_path / "b.csv", 30), after=gone.id)
    delete_stored(store, gone.id, "toets")
    backup(store, tmp_path / "copy")
    machine = elsewhere(store, tmp_path / "machine")
    restore(tmp_path / "copy", machine, "toets")
    assert list_events(machine)[1:] == list_events(store)
    assert verify_log(machine).is_whole
    assert check_whole(machine) == check_whole(store)
    names = ("declarations.parquet", "delivery.json", "names.json")
    (folder,) = store.places.data.iterdir()
    ours, theirs = folder, machine.places.data / folder.name
    for name in names:
        assert (ours / name).read_bytes() == (theirs / name).read_bytes()


def test_c4_from_one_database_to_the_other(store: Store, tmp_path: Path) -> None:
    """A backup of SQLite goes into PostgreSQL, and the other way round."""
    here = elsewhere(store, tmp_path / "here")
    brought(here, delivery(tmp_path / "a.csv"))
    backup(here, tmp_path / "copy")
    restore(tmp_path / "copy", store, "toets")
    assert check_whole(store) == check_whole(here)


def spoil(folder: Path, name: str) -> None:
    """Change a byte in the middle of a file."""
    (path,) = folder.rglob(name)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["declarations.parquet", "catalogue.db", "delivery.json"])
def test_a_backup_with_a_wrong_byte_is_refused(name: str, store: Store, tmp_path: Path) -> None:
    brought(store, delivery(tmp_path / "a.csv"))
    backup(store, tmp_path / "copy")
    spoil(tmp_path / "copy", name)
    refused(store, tmp_path, "backup_differs")


def test_a_backup_of_which_the_sums_differ_is_refused(store: Store, tmp_path: Path) -> None:
    brought(store, delivery(tmp_path / "a.csv"))
    change(store, "UPDATE data_sets SET cents_accepted = '1'")
    backup(store, tmp_path / "copy")
    refused(store, tmp_path, "backup_differs")


def test_a_backup_without_its_last_file_is_refused(store: Store, tmp_path: Path) -> None:
    """It is written last, so that a backup that was broken off is known to be."""
    brought(store, delivery(tmp_path / "a.csv"))
    backup(store, tmp_path / "copy")
    (tmp_path / "copy" / "backup.json").unlink()
    refused(store, tmp_path, "no_backup")


def test_a_backup_of_a_newer_app_is_refused(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy")
    told = json.loads((tmp_path / "copy" / "backup.json").read_text())
    (tmp_path / "copy" / "backup.json").write_text(json.dumps(told | {"version": "9999"}))
    refused(store, tmp_path, "newer")


def refused(store: Store, tmp_path: Path, reason: str) -> None:
    """Assert that the copy is refused for a reason, and that nothing was put back."""
    machine = elsewhere(store, tmp_path / "machine")
    before = digests(machine.places.home)
    with pytest.raises(StoreTrouble) as problem:
        restore(tmp_path / "copy", machine, "toets")
    assert problem.value.reason == reason
    assert digests(machine.places.home) == before
    assert not check_whole(machine)


def test_nothing_is_put_back_over_what_is_there(store: Store, tmp_path: Path) -> None:
    brought(store, delivery(tmp_path / "a.csv"))
    backup(store, tmp_path / "copy")
    with pytest.raises(StoreTrouble) as problem:
        restore(tmp_path / "copy", store, "toets")
    assert problem.value.reason == "not_empty"
    assert len(check_whole(store)) == 1


def test_no_backup_goes_where_something_is(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "note.txt").touch()
    with pytest.raises(StoreTrouble) as problem:
        backup(replace(store), tmp_path / "taken")
    assert problem.value.reason == "not_empty"
