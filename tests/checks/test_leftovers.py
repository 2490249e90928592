"""A file that is refused leaves nothing on disk, and every broken kind has its own sentence."""

import tempfile
from pathlib import Path

import pytest

from core.errors import DataError
from tests.checks.broken import KINDS, Broken, sentences_of
from tests.checks.traces import UNUSABLE, on_command_line, upload, watch
from tests.reading.messages import BSN
from tests.reading.test_identifying import BSNS

every_kind = pytest.mark.parametrize("broken", KINDS.values(), ids=KINDS)


@every_kind
def test_a_broken_file_gets_a_sentence_that_ends_well_and_holds_no_value(broken: Broken) -> None:
    said = sentences_of(broken)
    assert said
    assert all(sentence.endswith((".", ")")) for sentence in said)
    assert not any(number in " ".join(said) for number in (BSN, *BSNS[:50]))


@every_kind
def test_a_broken_file_leaves_nothing_in_the_browser(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(tmp_path, monkeypatch)
    store = watched.store()
    try:
        upload(broken.content, broken.name, store)
    except DataError:
        assert watched.data_kept() == []
        assert not watched.bytes_left().count(broken.content[:4_000] or b"\0nothing")
    assert list(watched.temporary.iterdir()) == []
    assert BSN.encode() not in watched.bytes_left()


@every_kind
def test_a_broken_file_leaves_nothing_after_a_command(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(tmp_path, monkeypatch)
    code = on_command_line(broken.content, broken.name, tmp_path)
    assert list(watched.temporary.iterdir()) == []
    assert watched.data_kept() == []
    assert (tmp_path / "out").exists() == (code != UNUSABLE)


def test_what_is_watched_is_where_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = watch(tmp_path, monkeypatch)
    with tempfile.NamedTemporaryFile() as file:
        assert watched.files() == [Path(file.name)]
