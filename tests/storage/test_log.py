"""The log: who did what, when, with which result; it only grows, and shows when it was changed."""

from pathlib import Path

import pytest

from core.errors import DataError, StoreTrouble
from core.storage.catalogue import Store, record
from core.storage.deleting import delete_stored
from core.storage.importing import ImportRequest, import_files
from core.storage.log import Event, Line
from core.storage.verifying import list_events, verify_log
from tests.storage.stores import brought, change, delivery, reopened, texts_of

CHANGES = {
    "a line that is changed": "UPDATE events SET actor = 'iemand anders' WHERE number = 3",
    "a line that is taken out": "DELETE FROM events WHERE number = 3",
    "all lines that are taken out": "DELETE FROM events",
}
PLANTED = ("Sterappel", "123456782", "kind7", "Jansen")


def filled(store: Store, lines: int = 5) -> None:
    """Add lines to a log."""
    for number in range(lines):
        record(store, Event("toets", "export", "voorbeeld", details={"rows": number}))


def unguarded(store: Store, statement: str) -> None:
    """Change the log after taking away what guards it, as the owner of a database can."""
    on = "" if store.engine.dialect.name == "sqlite" else " ON events"
    change(store, f"DROP TRIGGER events_are_not_changed{on}")
    if not on:
        change(store, "DROP TRIGGER events_are_not_deleted")
    change(store, statement)


def test_a8_every_load_opening_export_and_deletion_is_a_line(store: Store, tmp_path: Path) -> None:
    stored = brought(store, delivery(tmp_path / "a.csv")).stored
    record(store, Event("bezoeker 3f2a", "open", stored.id))
    record(store, Event("bezoeker 3f2a", "export", stored.id, details={"rows": 12}))
    delete_stored(store, stored.id, "beheer")
    lines = list_events(store)[::-1]
    assert [(line.actor, line.action, line.object, line.result) for line in lines] == [
        ("toets", "import", stored.id, "done"),
        ("bezoeker 3f2a", "open", stored.id, "done"),
        ("bezoeker 3f2a", "export", stored.id, "done"),
        ("beheer", "delete", stored.id, "done"),
    ]
    assert all(line.at.endswith("Z") for line in lines)
    assert [line.number for line in lines] == [1, 2, 3, 4]


@pytest.mark.parametrize("statement", [*CHANGES.values(), "TRUNCATE events"])
def test_the_database_refuses_to_change_the_log(statement: str, store: Store) -> None:
    if statement.startswith("TRUNCATE") and store.engine.dialect.name == "sqlite":
        statement = "DELETE FROM events WHERE number > 4"  # SQLite knows no other way to empty
    filled(store)
    with pytest.raises(StoreTrouble):
        change(store, statement)
    assert verify_log(store).is_whole
    assert len(list_events(store)) == 5


@pytest.mark.parametrize(
    ("statement", "line", "problem"),
    [
        (CHANGES["a line that is changed"], 3, "changed"),
        (CHANGES["a line that is taken out"], 3, "missing"),
        (CHANGES["all lines that are taken out"], 1, "cut"),
        ("DELETE FROM events WHERE number > 4", 5, "cut"),
        ("UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE number = 5", 5, "changed"),
    ],
    ids=[*CHANGES, "a tail that is cut", "a date that is put back"],
)
def test_what_is_changed_all_the_same_shows(
    statement: str, line: int, problem: str, store: Store
) -> None:
    filled(store)
    unguarded(store, statement)
    verdict = verify_log(store)
    assert (verdict.broken_line, verdict.problem) == (line, problem)


def test_a_tail_that_is_written_anew_shows_by_the_anchor(store: Store) -> None:
    """Whoever knows how a hash is made can make the chain fit, but not the file beside it."""
    filled(store)
    unguarded(store, "DELETE FROM events WHERE number > 3")
    filled(store, 2)
    assert verify_log(store).problem == "changed"
    filled(reopened(store), 7)
    assert (verify_log(store).broken_line, verify_log(store).problem) == (5, "changed")


@pytest.mark.parametrize("content", [b"", b"geen getal\n", None])
def test_an_anchor_that_is_gone_or_spoilt_shows(content: bytes | None, store: Store) -> None:
    filled(store)
    if content is None:
        store.places.anchor.unlink()
    else:
        store.places.anchor.write_bytes(content)
    filled(reopened(store))
    assert verify_log(store).problem == "anchor"


def test_an_anchor_that_is_behind_is_no_problem(store: Store) -> None:
    """A process may die between the commit and the anchor; the next line takes it along."""
    filled(store)
    early = store.places.anchor.read_bytes()
    filled(store)
    store.places.anchor.write_bytes(early)
    assert verify_log(store).is_whole
    filled(store, 1)
    assert store.places.anchor.read_text().startswith("11 ")


def test_no_client_file_name_or_title_reaches_the_log(store: Store, tmp_path: Path) -> None:
    good = delivery(tmp_path / "Jansen 123456782.csv")
    bad = tmp_path / "Sterappel.csv"
    bad.write_text("Pseudoniem;Naam;Hulpvorm;Begindatum;Einddatum\nkind7;Jansen;x;1;2\n")
    stored = import_files(
        store, ImportRequest((good,), "Jansen Sterappel 123456782", actor="toets"), lambda *_: None
    ).stored
    with pytest.raises(DataError):
        brought(store, bad)
    delete_stored(store, stored.id, "toets")
    log = texts_of(store, ["events"]) + store.places.anchor.read_text()
    assert not [word for word in PLANTED if word in log]
    assert [line.result for line in list_events(store)] == ["done", "refused", "done"]


@pytest.mark.parametrize(
    "event",
    [
        {"action": "look", "object": ""},
        {"action": "open", "object": "kind7"},
        {"action": "open", "object": "123456782"},
        {"action": "open", "result": "Jansen"},
        {"action": "open", "details": {"client": 7}},
        {"action": "open", "details": {"reason": "Jansen"}},
        {"action": "open", "details": {"reason": "123456782"}},
        {"action": "export", "details": {"rows": "kind7"}},
    ],
    ids=str,
)
def test_an_event_that_says_more_than_it_may_is_refused(event: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="log"):
        Event("toets", **event)  # type: ignore[arg-type]


def test_lines_of_several_at_once_form_one_chain(store: Store) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda _: filled(store, 3), range(8)))
    assert verify_log(store).lines == 24
    assert verify_log(store).is_whole


def test_a_transaction_that_fails_leaves_no_line(store: Store) -> None:
    with pytest.raises(StoreTrouble):
        change(store, "INSERT INTO gone VALUES ('a', 'b', 'c')", "INSERT INTO nowhere VALUES (1)")
    assert texts_of(store, ["gone"]) == "[[]]"


def test_a_line_knows_its_own_hash() -> None:
    line = Line(1, "2026-01-01T00:00:00.000Z", "a", "open", "", "done", "{}", "0" * 64, "0" * 64)
    assert not line.is_whole()
