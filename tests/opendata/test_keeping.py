"""What is fetched takes its place whole or not at all."""

import errno
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import SourceNotUsable
from core.opendata.figures import schema_of
from core.opendata.keeping import (
    Kept,
    figures_writer,
    kept_at,
    note_of,
    read_json_at,
    whole,
    write_json,
)

SCHEMA = schema_of(["RegioS"])
FIGURE = pa.table({"RegioS": ["NL01"], "measure": ["m"], "value": [1.0], "text": [None]}, SCHEMA)


def test_a_file_is_not_there_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    with whole(path, "bron") as out:
        out.write(b"half")
        assert not path.exists()
    assert path.read_bytes() == b"half"
    assert [one.name for one in path.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path, number: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(SourceNotUsable) as error, whole(path, "bron"):
        raise OSError(number, "full")
    assert error.value.reason == "no_room"
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_an_error_of_whoever_listens_is_not_taken_for_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), whole(tmp_path / "file", "bron"):
        raise BrokenPipeError
    assert not list(tmp_path.iterdir())


def test_figures_know_what_they_were_made_from(tmp_path: Path) -> None:
    path = tmp_path / "figures.parquet"
    kept = Kept(path, "85099NED", "2026-04-30T02:00:00", "2026-11-22", 1, counted=True)
    with figures_writer(path, "85099NED", SCHEMA) as writer:
        writer.write_table(FIGURE)
        writer.add_key_value_metadata(note_of(kept))
    assert kept_at(path) == kept
    assert pq.read_table(path).num_rows == 1
    assert str(tmp_path) not in str(pq.read_metadata(path).metadata)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"\x00" * 100])
def test_a_file_of_another_kind_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "figures.parquet"
    assert kept_at(path) is None
    path.write_bytes(content)
    assert kept_at(path) is None


def test_figures_of_somebody_else_count_as_none(tmp_path: Path) -> None:
    pq.write_table(FIGURE, tmp_path / "figures.parquet")
    assert kept_at(tmp_path / "figures.parquet") is None


@pytest.mark.parametrize("content", ["", "[]", "{", "\udcff"])
def test_a_damaged_note_counts_as_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "note.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert read_json_at(path) == {}
    write_json(path, "bron", {"a": 1})
    assert read_json_at(path) == {"a": 1}
