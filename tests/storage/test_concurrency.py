"""C3: imports at the same time; one of the same wins, different ones all complete."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

from core.storage.arriving import MARK, settling
from core.storage.catalogue import Store, alone
from tests.storage.processes import context, run_and_tell, started
from tests.storage.stores import check_whole, delivery


def together(store: Store, *files: Path) -> list[str]:
    """Import files in as many processes at once, and give what each of them told."""
    told = context().Queue()
    processes = [started(run_and_tell, store.places, file, told) for file in files]
    answers = sorted(told.get(timeout=60) for _ in processes)
    for process in processes:
        process.join(60)
    return answers


def test_c3_of_the_same_file_at_once_one_wins_and_the_others_hear_so(
    store: Store, tmp_path: Path
) -> None:
    file = delivery(tmp_path / "a.csv", 200)
    assert together(store, *[file] * 3) == [*["already there"] * 2, "new"]
    assert len(check_whole(store)) == 1


def test_c3_different_files_at_once_all_complete(store: Store, tmp_path: Path) -> None:
    files = [delivery(tmp_path / f"{seed}.csv", 200, seed) for seed in "abc"]
    assert together(store, *files) == ["new"] * 3
    assert len(check_whole(store)) == 3


def test_c3_a_store_that_is_opened_by_many_for_the_first_time(tmp_path: Path, store: Store) -> None:
    files = [delivery(tmp_path / f"{seed}.csv", 20, seed) for seed in "ab"]
    (store.places.home / "catalogue.db").unlink(missing_ok=True)
    assert together(store, *files, *files) == [*["already there"] * 2, *["new"] * 2]


def test_an_import_that_waits_for_its_turn_has_no_mark_that_others_could_take(store: Store) -> None:
    mark = store.places.data / f"0123{MARK}"
    seen: list[bool] = []
    with ThreadPoolExecutor() as threads:
        with alone(store):
            waiting = threads.submit(_settle, store, mark, seen)
            sleep(0.2)
            assert not mark.exists()
        waiting.result(60)
    assert seen == [True]
    assert not mark.exists()


def _settle(store: Store, mark: Path, seen: list[bool]) -> None:
    with settling(store, ["0123"]):
        seen.append(mark.exists())
