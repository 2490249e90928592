"""A file that is refused leaves nothing on disk, and every broken kind has its own sentence."""

import tempfile
from pathlib import Path

import pytest

from tests.checks.broken import KINDS, TOLD, sentences_of
from tests.checks.traces import UNUSABLE, on_command_line, watch
from tests.reading.messages import BSN
from tests.reading.test_identifying import BSNS

OF_EVERY_READER = (
    *("kolom met BSN", "half Excel-bestand", "half Parquet-bestand", "half bericht"),
    *("ruw bericht met BSN", "ZIP die niet uitpakt", "ZIP in een ZIP", "alle regels te lang"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_gets_its_sentence_and_leaves_nothing_in_the_browser(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(tmp_path, monkeypatch)
    said = sentences_of(KINDS[kind], watched.store())
    assert said
    assert all(sentence.endswith((".", ")")) for sentence in said)
    assert not any(number in " ".join(said) for number in (BSN, *BSNS[:50]))
    assert list(watched.temporary.iterdir()) == []
    assert bool(watched.data_kept()) == (kind in TOLD)
    assert BSN.encode() not in watched.bytes_left()


@pytest.mark.parametrize("kind", OF_EVERY_READER)
def test_a_broken_file_leaves_nothing_after_a_command(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(tmp_path, monkeypatch)
    assert on_command_line(KINDS[kind].content, KINDS[kind].name, tmp_path) == UNUSABLE
    assert list(watched.temporary.iterdir()) == []
    assert watched.data_kept() == []
    assert not (tmp_path / "out").exists()


def test_what_is_watched_is_where_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = watch(tmp_path, monkeypatch)
    with tempfile.NamedTemporaryFile() as file:
        assert watched.files() == [Path(file.name)]
