"""No client value in what is logged, linked, remembered or said when a file cannot be made."""

import logging
from pathlib import Path

import pytest

from core.text import taking
from pages.incidents import made_or_told
from pages.taking import OFFERED
from tests.behind import leaks
from tests.behind.planted import PROVIDERS, Person
from tests.behind.stored import store
from tests.behind.walking import opened, seen

PAGE = "picture/providers.py"


def test_what_stops_a_file_is_told_by_a_number_only(
    people: tuple[Person, ...], caplog: pytest.LogCaptureFixture
) -> None:
    secret = people[0].pseudonym

    @made_or_told
    def make(view: str) -> bytes:
        raise ValueError(f"{view}: {secret} is no number")

    with caplog.at_level(logging.DEBUG), pytest.raises(RuntimeError) as told:
        make("a view")
    whole = f"{told.value}{told.value.args}{told.value.__context__}{caplog.text}"
    assert "nummer" in str(told.value)
    assert "ValueError" in caplog.text
    assert secret not in whole


def test_a_file_that_is_made_passes_as_it_is() -> None:
    assert made_or_told(lambda: b"a file")() == b"a file"


def test_making_a_file_notes_the_view_and_never_what_is_in_it(
    people: tuple[Person, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path))
    address = store(people, tmp_path)
    with caplog.at_level(logging.DEBUG, logger="trajectzicht"):
        app = opened(PAGE, address, {})
        offered = app.session_state[OFFERED]
        offered.note(taking.word_of(offered.views[0].card.page), "csv")
    kept = b"".join(_beside_rows(tmp_path))
    words = leaks.planted_of(people).words
    assert b"export" in kept
    for word in words:
        assert word.encode() not in kept
        assert word not in caplog.text
        assert not any(word in text for text in seen(app).texts())
    assert not any(code in value for code in PROVIDERS for value in _linked(app.query_params))


def _beside_rows(home: Path) -> list[bytes]:
    """Give all that the app keeps beside the rows themselves: the catalogue, the log, the guard."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.read_bytes() for path in files if path.suffix != ".parquet"]


def _linked(address: dict[str, list[str]]) -> list[str]:
    return [value for values in address.values() for value in values]
