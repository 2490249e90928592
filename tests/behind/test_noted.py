"""What is written down or told on the side: the log of everything that is done, and an incident."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from core.errors import DataError
from core.opening import Supplements
from core.storage.catalogue import Store, reading
from core.storage.deleting import delete_everything, delete_stored
from core.storage.importing import ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import places_of
from core.storage.schema import EVENTS
from core.text import shell
from pages.taking import OFFERED
from tests.behind.leaks import Planted
from tests.behind.planted import NAMES, PROVIDERS, TITLES, Person, write
from tests.behind.stored import SIDES, TITLE, store
from tests.behind.walking import opened, seen
from tests.pages.visiting import arrive

ACTOR = "beheer"


def test_the_log_of_all_that_is_done_names_nobody_and_counts_no_persons(
    people: tuple[Person, ...],
    planted: Planted,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path))
    with caplog.at_level(logging.DEBUG):
        address = store(people, tmp_path)
        offered = opened("course/steps.py", address, {}).session_state[OFFERED]
        offered.note("steps", "csv")
        kept = open_store(places_of({"TRAJECTZICHT_HOME": str(tmp_path)}))
        refuse(kept, tmp_path, people)
        delete_stored(kept, address["data"], ACTOR)
        delete_everything(kept, ACTOR)
    lines = list(logged(kept))
    assert {line["action"] for line in lines} >= {"import", "open", "export", "delete"}
    assert {line["result"] for line in lines} >= {"done", "refused"}
    told = "\n".join([*(json.dumps(line) for line in lines), caplog.text])
    for word in (*planted.words, *NAMES.values(), *TITLES, *PROVIDERS, TITLE, "gemeente.csv"):
        assert word not in told, word
    numbers = {number for line in lines for number in json.loads(line["details"]).values()}
    assert not numbers & {*planted.counts, *planted.amounts}


def refuse(kept: Store, folder: Path, people: tuple[Person, ...]) -> None:
    """Import a file that is refused, for what is in it."""
    payer, *_ = write(people[:30], folder)
    payer.write_text(payer.read_text(encoding="utf-8").replace("pseudoniem", "bsn"), "utf-8")
    with pytest.raises(DataError):
        import_files(kept, ImportRequest((payer,), TITLE, SIDES, Supplements()), lambda *_: None)


def logged(kept: Store) -> Iterator[dict[str, str]]:
    """Give every line of the log, without what makes it a chain."""
    with reading(kept) as connection:
        for row in connection.execute(sa.select(EVENTS)):
            line = dict(row._mapping)  # noqa: SLF001 - how SQLAlchemy gives names
            yield {name: line[name] for name in ("action", "object", "result", "details")}


def test_an_incident_is_told_and_noted_by_a_number_only(
    people: tuple[Person, ...],
    kept: dict[str, str],
    planted: Planted,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        secret = people[0].pseudonym
        raise ValueError(f"{secret}: {max(planted.counts)} is no {max(planted.amounts)}")

    monkeypatch.setattr("pages.filters.filter_options", fail)
    with caplog.at_level(logging.DEBUG):
        app = arrive("course/steps.py", kept, details="none")
    sent = seen(app)
    assert shell.broken("")[:30] in " ".join(error.value for error in app.error)
    assert "ValueError" in caplog.text
    told = " ".join([*sent.texts(), caplog.text])
    assert not app.exception
    assert not [word for word in planted.words if word in told]
    for number in (max(planted.counts), max(planted.amounts)):
        assert str(number) not in told
