"""C1 and C6: a killed import is wholly there or wholly absent, and nothing stays locked."""

import os
import random
import secrets
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from core.storage import deleting
from core.storage.arriving import arriving
from core.storage.catalogue import Store
from core.storage.importing import id_of
from core.storage.migrating import open_store
from core.storage.places import Places
from core.storage.records import list_stored
from tests.storage.processes import MOMENTS, ROOT, run_import, started
from tests.storage.stores import brought, check_whole, delivery, reopened, request_of

SOAKS = settings.get_current_profile_name() == "soak"
KILLS = 200 if SOAKS else 20
LINES = 50_000 if SOAKS else 1_000
PATIENCE_SECONDS = 30


def seconds_whole(places: Places, file: Path) -> float:
    """Import a file in a process that nobody kills, and measure how long it lasts."""
    began = time.monotonic()
    process = started(run_import, places, file)
    process.join(PATIENCE_SECONDS)
    assert process.exitcode == 0
    return time.monotonic() - began


def killed_after(seconds: float, places: Places, file: Path) -> None:
    """Start an import and kill it, wherever it is by then."""
    process = started(run_import, places, file)
    time.sleep(seconds)
    process.kill()
    process.join(PATIENCE_SECONDS)
    assert process.exitcode is not None


def test_c1_an_import_killed_at_any_moment_is_wholly_there_or_wholly_absent(
    store: Store, tmp_path: Path
) -> None:
    seed = int(os.environ.get("TRAJECTZICHT_KILL_SEED") or secrets.randbelow(1_000_000))
    print(f"TRAJECTZICHT_KILL_SEED={seed}")  # noqa: T201 - how to see a failure again
    draw = random.Random(seed)  # noqa: S311 - moments are no secret
    lasts = min(
        seconds_whole(store.places, delivery(tmp_path / f"{n}.csv", LINES, n)) for n in "ab"
    )
    kills = KILLS // 2  # each database has its half
    for number in range(kills):
        file = delivery(tmp_path / f"{number}.csv", LINES, str(number))
        killed_after(draw.uniform(0, lasts * 1.2), store.places, file)
        identity = id_of(request_of(file))
        there = check_whole(reopened(store), identity)
        assert len(there) - number - 2 == (identity in {one.id for one in there})
        assert brought(store, file).is_new == (len(there) == number + 2)
    assert len(check_whole(store)) == kills + 2


@pytest.mark.parametrize("moment", MOMENTS)
def test_c1_an_import_killed_at_this_moment_leaves_nothing_half(
    moment: str, store: Store, tmp_path: Path
) -> None:
    file = delivery(tmp_path / "a.csv")
    process = started(run_import, store.places, file, moment)
    process.join(PATIENCE_SECONDS)
    assert process.exitcode == -signal.SIGKILL
    is_there = moment == "after the commit"
    assert len(list_stored(store)) == is_there
    cleaned = reopened(store)
    assert cleaned.cleaned == (not is_there and moment != "before anything is read")
    assert len(check_whole(cleaned)) == is_there
    assert brought(cleaned, file).is_new != is_there
    assert len(check_whole(cleaned)) == 1


def test_c1_what_another_catalogue_knows_is_never_cleaned(
    store: Store, tmp_path: Path, places: Places
) -> None:
    """Whoever points the app at another database by mistake loses nothing."""
    stored = brought(store, delivery(tmp_path / "a.csv")).stored
    other = open_store(replace(places, database=f"sqlite:///{tmp_path / 'other.db'}"), "toets")
    assert (other.cleaned, list_stored(other)) == (0, ())
    assert check_whole(reopened(store)) == (stored,)


def test_c1_a_deletion_that_was_killed_is_finished(store: Store, tmp_path: Path) -> None:
    stored = brought(store, delivery(tmp_path / "a.csv")).stored
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deleting, "remove_folder", lambda _: None)
        deleting.delete_stored(store, stored.id, "toets")
    assert (store.places.data / stored.id).exists()
    assert reopened(store).cleaned == 1
    assert not check_whole(store)


def test_c1_what_an_import_works_on_is_never_cleaned(store: Store) -> None:
    with arriving(store.places.incoming) as folder:
        (folder / "declarations.parquet").write_bytes(b"half")
        assert reopened(store).cleaned == 0
        assert (folder / "declarations.parquet").exists()
    assert not folder.exists()


def test_c6_asked_to_end_during_imports_everybody_does_and_leaves_nothing(
    store: Store, tmp_path: Path
) -> None:
    files = [delivery(tmp_path / f"{number}.csv", LINES, str(number)) for number in range(5)]
    processes = [started(run_import, store.places, file) for file in files]
    _wait_for_work(store.places.incoming)
    began = time.monotonic()
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(PATIENCE_SECONDS)
        assert process.exitcode is not None
    assert time.monotonic() - began < PATIENCE_SECONDS
    finished = len(check_whole(store))  # not even cleaning is needed
    new = brought(store, files[0]).is_new
    assert len(check_whole(store)) == finished + new


def test_c6_the_command_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    file = delivery(tmp_path / "a.csv", 200_000)
    home = tmp_path / "home"
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "core", "import", str(file)],
        cwd=ROOT,
        env=os.environ | {"TRAJECTZICHT_HOME": str(home), "TRAJECTZICHT_DATABASE": ""},
    )
    incoming = home / "incoming"
    _wait_for_work(incoming)
    process.terminate()
    assert process.wait(PATIENCE_SECONDS) in {128 + signal.SIGTERM, 0}
    assert not [path for path in incoming.iterdir() if path.is_dir()]


def _wait_for_work(incoming: Path) -> None:
    """Wait until an import has a folder to work in."""
    latest = time.monotonic() + PATIENCE_SECONDS
    while not (incoming.exists() and any(path.is_dir() for path in incoming.iterdir())):
        assert time.monotonic() < latest
        time.sleep(0.005)
