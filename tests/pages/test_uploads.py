"""Uploads: under a safe name, and out of the memory of the server as soon as they were read."""

from types import SimpleNamespace

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from core.datasets import DataSet
from core.errors import HostileFile
from core.reading.choices import ReadingChoices
from pages import uploads
from pages.uploads import Asked, Uploads, free, import_uploads
from tests.pages.visiting import THREE_CLIENTS


def uploaded(name: str, content: str) -> UploadedFile:
    record = UploadedFileRec(f"id-{name}", name, "text/csv", content.encode())
    return UploadedFile(record, FileURLs(file_id=record.file_id, upload_url="", delete_url=""))


def read(*files: UploadedFile) -> DataSet:
    imported = import_uploads(None, Uploads(files), Asked(ReadingChoices()), lambda *_: None)
    assert imported.own is not None
    return imported.own


def test_files_are_freed_from_the_memory_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = MemoryUploadedFileManager("/upload")
    file, names = uploaded("a.csv", "x"), uploaded("names.csv", "y")
    for one in (file, names):
        record = UploadedFileRec(one.file_id, one.name, one.type, one.getvalue())
        manager.add_file("visit", record)
    context = SimpleNamespace(session_id="visit", uploaded_file_mgr=manager)
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: context)
    free(Uploads((file,), names))
    assert manager.get_files("visit", [file.file_id, names.file_id]) == []


@pytest.mark.parametrize("context", [None, SimpleNamespace(session_id="visit")])
def test_a_server_without_that_way_is_no_problem(
    context: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: context)
    free(Uploads((uploaded("a.csv", "x"),)))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("maart 2024.csv", "maart 2024.csv"),
        ("<b>.csv", "_b_.csv"),
        ("...", "upload"),
    ],
)
def test_a_file_gets_a_safe_name(name: str, safe: str) -> None:
    assert read(uploaded(name, THREE_CLIENTS)).delivery.ledger[0].file == safe


def test_two_files_of_one_name_are_two_files() -> None:
    other = THREE_CLIENTS.replace("pseudo", "ander")
    data_set = read(uploaded("a.csv", THREE_CLIENTS), uploaded("a.csv", other))
    assert sum(entry.lines_accepted for entry in data_set.delivery.ledger) == 10
    assert data_set.title == "2 bestanden"


@pytest.mark.parametrize(
    ("limit", "reason"), [("MOST_BYTES", "too_large_upload"), ("MOST_LINES", "too_many_lines")]
)
def test_more_than_a_browser_may_bring_is_refused(
    limit: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, limit, 3)
    with pytest.raises(HostileFile) as refused:
        read(uploaded("a.csv", THREE_CLIENTS))
    assert refused.value.reason == reason
