"""Whether anything of a file stays behind: in a folder, on the screen of a command, or in a log."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from core.__main__ import main
from core.errors import DataError
from core.reading.choices import ReadingChoices
from core.storage.catalogue import Store
from core.storage.migrating import open_store
from core.storage.places import places_of
from core.text.errors import explain_all
from pages.uploads import Asked, Imported, Uploads, import_uploads

UNUSABLE: Final = 2
"""The exit code of input that cannot be used."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder for temporary files and one for data that are kept, of which we see the contents."""

    temporary: Path
    kept: Path

    def files(self) -> list[Path]:
        """List every file in either folder."""
        folders = (self.temporary, self.kept)
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def data_kept(self) -> list[Path]:
        """List every file that holds lines of somebody."""
        return list(self.kept.rglob("*.parquet"))

    def store(self) -> Store:
        """Open the data sets that are kept."""
        return open_store(places_of())

    def bytes_left(self) -> bytes:
        """Give all that is on disk, and every name."""
        return b"".join(str(path).encode() + path.read_bytes() for path in self.files())


def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Let everything that is written for a while, or kept, go to folders of a test."""
    watched = Watched(tmp_path / "temporary", tmp_path / "kept")
    for folder in (watched.temporary, watched.kept):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(watched.temporary))
    monkeypatch.setenv("TMPDIR", str(watched.temporary))
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(watched.kept))
    return watched


def on_command_line(content: bytes, name: str, tmp_path: Path) -> int:
    """Analyse a file as its owner does; gives the exit code."""
    source = tmp_path / name
    source.write_bytes(content)
    return main(["analyse", str(source), "--out", str(tmp_path / "out")])


def uploaded(name: str, content: bytes) -> UploadedFile:
    """Give a file as Streamlit gives what somebody uploaded."""
    record = UploadedFileRec(f"id-{name}", name, "application/octet-stream", content)
    return UploadedFile(record, FileURLs(file_id=record.file_id, upload_url="", delete_url=""))


def upload(content: bytes, name: str, store: Store | None = None) -> Imported:
    """Read a file as the page does after somebody uploaded it, and store it where there is one."""
    asked = Asked(ReadingChoices())
    return import_uploads(store, Uploads((uploaded(name, content),)), asked, lambda *_: None)


def refused_by_upload(content: bytes, name: str, store: Store | None = None) -> str:
    """Upload a file that cannot be used; gives the sentences that its owner reads."""
    return sentences_of(lambda: upload(content, name, store))


def sentences_of(attempt: Callable[[], object]) -> str:
    """Try what must be refused; gives what is said, what is logged and what is raised."""
    with pytest.raises(DataError) as refused:
        attempt()
    error = refused.value
    return " ".join([*explain_all(error), str(error), repr(error), str(error.args)])
