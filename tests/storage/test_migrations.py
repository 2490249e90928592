"""C5: a catalogue of every earlier version opens with the same data; a newer one is left alone."""

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.script import ScriptDirectory

from core.errors import StoreTrouble
from core.storage.catalogue import Store, alone, connect_to, keep_journal, reading
from core.storage.migrating import MIGRATIONS, migrate, open_store, version_of
from core.storage.places import Places
from core.storage.records import list_stored
from core.storage.schema import METADATA, VERSION
from core.storage.stored import open_stored
from core.storage.verifying import list_events
from tests.storage.stores import brought, change, check_whole, delivery, digests

RELEASED = Path(__file__).parent / "released"
VERSIONS = ["0001", "0002", "0003"]


def of_version(version: str, places: Places, tmp_path: Path) -> Store:
    """Make a store as the app of that version left it: its rows, and the folder of a data set."""
    now = brought(open_store(places, "toets"), delivery(tmp_path / "a.csv")).stored
    rows = json.loads((RELEASED / f"{version}.json").read_text(encoding="utf-8"))
    rows["data_sets"][0] |= {
        name: getattr(now, name) if name.startswith("lines") else str(getattr(now, name))
        for name in ("id", "lines_read", "lines_accepted", "cents_read", "cents_accepted")
    }
    rows["data_sets"][0] |= {"series": now.id} if version > "0001" else {}
    for talk in rows.get("talks", []):
        talk["series"] = now.id
    store = connect_to(places)
    _empty(store)
    last = rows["events"][-1]
    places.anchor.write_text(f"{last['number']} {last['hash']}\n")
    with alone(store) as connection:
        migrate(connection, version)
        for name, filled in rows.items():
            there = sa.Table(name, sa.MetaData(), autoload_with=connection)
            connection.execute(sa.insert(there), filled)
    return store


def _empty(store: Store) -> None:
    """Leave nothing of a catalogue."""
    if store.engine.dialect.name == "sqlite":
        (store.places.home / "catalogue.db").unlink()
        keep_journal(store)
        return
    with alone(store) as connection:
        schema = connection.execute(sa.text("SELECT current_schema()")).scalar_one()
        connection.execute(sa.text(f"DROP SCHEMA {schema} CASCADE"))
        connection.execute(sa.text(f"CREATE SCHEMA {schema}"))


def rows_of(store: Store) -> dict[str, list[Any]]:
    """Give all rows of a catalogue, whatever its version."""
    with reading(store) as connection:
        names = sorted(sa.inspect(connection).get_table_names())
        return {
            name: [
                tuple(row)
                for row in connection.execute(
                    sa.select(sa.Table(name, sa.MetaData(), autoload_with=connection))
                )
            ]
            for name in names
        }


def files_of(places: Places) -> dict[str, str]:
    """Give the hash of the catalogue on disk; none where it is a server."""
    return {path: one for path, one in digests(places.home).items() if path.endswith(".db")}


@pytest.mark.parametrize("version", VERSIONS)
def test_c5_an_earlier_catalogue_opens_with_the_same_counts_and_cents(
    version: str, places: Places, tmp_path: Path
) -> None:
    before = rows_of(of_version(version, places, tmp_path))
    store = open_store(places, "toets")
    (stored,) = check_whole(store)
    columns = ("id", "title", "imported_at", "imported_by", "lines_read", "lines_accepted")
    assert tuple(getattr(stored, name) for name in columns) == before["data_sets"][0][:6]
    assert str(stored.cents_accepted) in before["data_sets"][0]
    assert (stored.series, stored.version, stored.supplier) == (stored.id, 1, "")
    assert stored.expires_on == "2032-11-20"  # seven years after it was imported
    assert open_stored(store, stored.id).delivery.ledger[0].lines_read == stored.lines_read
    assert len(list_events(store)) == len(before["events"])
    assert rows_of(store)["talks"] == before.get("talks", [])
    assert brought(store, delivery(tmp_path / "b.csv", 30), after=stored.id).stored.version == 2


@pytest.mark.parametrize("version", VERSIONS)
def test_c5_a_migration_that_fails_leaves_the_old_catalogue_as_it_was(
    version: str, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = of_version(version, places, tmp_path)
    before, files = rows_of(old), files_of(places)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "refused by the test")

    with monkeypatch.context() as patch:
        patch.setattr(op, "create_index", fail)  # after columns were added and rows changed
        with pytest.raises(StoreTrouble):
            open_store(places, "toets")
    assert rows_of(old) == before
    assert files_of(places) == files
    assert len(check_whole(open_store(places, "toets"))) == 1


def test_c5_a_newer_catalogue_is_refused_politely_and_not_touched(
    store: Store, tmp_path: Path
) -> None:
    brought(store, delivery(tmp_path / "a.csv"))
    change(store, "UPDATE alembic_version SET version_num = '9999'")
    before, files = rows_of(store), files_of(store.places)
    with pytest.raises(StoreTrouble) as problem:
        open_store(store.places, "toets")
    assert problem.value.reason == "newer"
    assert rows_of(store) == before
    assert files_of(store.places) == files


def test_a_new_catalogue_has_the_shape_that_the_code_knows(store: Store) -> None:
    with reading(store) as connection:
        assert version_of(connection) == VERSION
        inspected = sa.inspect(connection)
        for table in METADATA.sorted_tables:
            there = {column["name"]: column for column in inspected.get_columns(table.name)}
            assert list(there) == [column.name for column in table.columns]
            assert {one["nullable"] for one in there.values()} == {False}
            assert inspected.get_pk_constraint(table.name)["constrained_columns"] == [
                column.name for column in table.primary_key
            ]


def test_the_newest_migration_is_the_version_of_the_code() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_current_head() == VERSION
    walked = [revision.revision for revision in script.walk_revisions()]
    assert [*VERSIONS, VERSION] == sorted(walked), "each released version has a file in released"


def test_a_store_that_is_opened_again_is_the_same(store: Store, tmp_path: Path) -> None:
    brought(store, delivery(tmp_path / "a.csv"))
    before = rows_of(store)
    again = open_store(store.places, "toets")
    assert rows_of(again) == before
    assert list_stored(again) == list_stored(store)


@pytest.fixture(autouse=True)
def _released() -> None:
    assert {path.stem for path in RELEASED.iterdir()} == set(VERSIONS)
