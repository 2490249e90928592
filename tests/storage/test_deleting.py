"""P9: what is deleted or has expired is gone, and nothing else is touched."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.errors import NotStored
from core.storage.catalogue import Store
from core.storage.deleting import delete_everything, delete_expired, delete_stored
from core.storage.importing import ImportRequest, import_files
from core.storage.places import RETENTION_DAYS
from core.storage.records import list_stored
from core.storage.remembered import recall, remember
from core.storage.stored import is_stored, open_stored
from core.storage.verifying import list_events, verify_log
from core.text.errors import explain
from tests.storage.stores import brought, check_whole, delivery, digests, texts_of

PLANTED = ("Sterappel", "boomgaard77")


def planted(store: Store, folder: Path) -> str:
    """Import a delivery with words that occur nowhere else, and give its id."""
    file = folder / "Sterappel.csv"
    delivery(file, seed="planted")
    file.write_text(file.read_text().replace("kind1;", "boomgaard77;"), encoding="utf-8")
    request = ImportRequest((file,), "Sterappel", actor="toets", supplier="boomgaard77")
    return import_files(store, request, lambda *_: None).stored.id


def traces(store: Store) -> list[str]:
    """List the planted words that are left, in the bytes of any file and in any table."""
    bytes_left = b"".join(
        path.read_bytes() for path in store.places.home.rglob("*") if path.is_file()
    )
    left = texts_of(store) + bytes_left.decode("latin-1")
    return [word for word in PLANTED if word in left]


def test_p9_what_is_deleted_is_gone_and_the_others_are_the_same_to_the_byte(
    store: Store, tmp_path: Path
) -> None:
    others = [brought(store, delivery(tmp_path / f"{s}.csv", seed=s)).stored for s in "abc"]
    folders = [store.places.data / one.id for one in others]
    before = digests(*folders)
    identity = planted(store, tmp_path)
    remember(store, "layout", "boomgaard77", {"cents": True})
    opened = open_stored(store, identity)
    assert "Sterappel" in traces(store)
    delete_stored(store, identity, "beheer", forget_supplier=True)
    assert not traces(store)
    assert not (store.places.data / identity).exists()
    assert not is_stored(store, opened)
    assert digests(*folders) == before
    assert set(check_whole(store)) == set(others)
    assert [(line.actor, line.action, line.object) for line in list_events(store)[:2]] == [
        ("beheer", "forget", identity),
        ("beheer", "delete", identity),
    ]


def test_p9_the_choices_of_a_supplier_stay_unless_asked(store: Store, tmp_path: Path) -> None:
    remember(store, "layout", "boomgaard77", {"cents": True})
    delete_stored(store, planted(store, tmp_path), "beheer")
    assert recall(store, "layout", "boomgaard77") == {"cents": True}


def test_p9_what_is_past_its_last_day_is_deleted_and_says_so(store: Store, tmp_path: Path) -> None:
    short = replace(store, places=replace(store.places, retention_days=30))
    expired = brought(short, delivery(tmp_path / "a.csv")).stored
    stays = brought(store, delivery(tmp_path / "b.csv", seed="2")).stored
    last = date.fromisoformat(expired.expires_on)
    assert (date.fromisoformat(stays.expires_on) - last).days == RETENTION_DAYS - 30
    assert delete_expired(store, date.fromordinal(last.toordinal() - 1), "beheer") == 0
    assert delete_expired(store, last, "beheer") == 1
    assert list_stored(store) == (stays,)
    assert not (store.places.data / expired.id).exists()
    with pytest.raises(NotStored) as problem:
        open_stored(store, expired.id)
    assert problem.value.reason == "expired"
    assert "bewaartermijn" in explain(problem.value)


def test_p9_everything_is_deleted_at_once_but_the_log(store: Store, tmp_path: Path) -> None:
    planted(store, tmp_path)
    brought(store, delivery(tmp_path / "b.csv", seed="2"))
    remember(store, "layout", "boomgaard77", {"cents": True})
    assert delete_everything(store, "beheer") == 2
    assert not traces(store)
    assert not check_whole(store)
    assert [line.action for line in list_events(store)] == [
        *("forget", "delete", "delete"),
        *("import", "import"),
    ]
    assert verify_log(store).is_whole


def test_a_link_to_what_is_deleted_says_when_and_the_same_files_bring_it_back(
    store: Store, tmp_path: Path
) -> None:
    file = delivery(tmp_path / "a.csv")
    stored = brought(store, file).stored
    delete_stored(store, stored.id, "beheer")
    with pytest.raises(NotStored) as problem:
        open_stored(store, stored.id)
    assert explain(problem.value).startswith("Deze gegevens zijn op ")
    with pytest.raises(NotStored):
        delete_stored(store, stored.id, "beheer")
    assert brought(store, file).is_new
    assert open_stored(store, stored.id).id == stored.id


def test_a_version_that_is_deleted_leaves_the_others(store: Store, tmp_path: Path) -> None:
    first = brought(store, delivery(tmp_path / "a.csv")).stored
    second = brought(store, delivery(tmp_path / "b.csv", 30), after=first.id).stored
    delete_stored(store, first.id, "beheer")
    third = brought(store, delivery(tmp_path / "c.csv", 40), after=second.id).stored
    assert [one.version for one in check_whole(store)] == [3, 2]
    assert third.series == second.series == first.id
