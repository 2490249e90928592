"""H3: more than a browser may bring is refused, at the door or after it; a command has no limit."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import Message
from streamlit import config
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.web.server.starlette.starlette_routes import create_upload_routes

from core.reading.choices import ReadingChoices
from pages import uploads
from tests.checks.alone import run_alone
from tests.checks.limited import measure
from tests.checks.traces import refused_by_upload, sentences_of, uploaded, watch
from tests.reading.loads import LINE, lines, load_bytes, total

MEGABYTE = 1024**2
TOO_LARGE = 413
MOST_MEGABYTES = 100.0
VISIT = "visit"
PROTECTION, LARGEST = "server.enableXsrfProtection", "server.maxUploadSize"


@pytest.fixture
def settings() -> Iterator[Callable[[str, Any], None]]:
    """Change settings of the server for the length of a test."""
    before = {name: config.get_option(name) for name in (PROTECTION, LARGEST)}
    config.set_option(PROTECTION, value=False)
    yield config.set_option
    for name, value in before.items():
        config.set_option(name, value)


def sent(body: Iterator[bytes], *headers: tuple[bytes, bytes]) -> int:
    """Send an upload to the door that Streamlit puts in front of us; gives the status."""
    runtime: Any = SimpleNamespace(is_active_session=lambda session: session == VISIT)
    routes = create_upload_routes(runtime, MemoryUploadedFileManager("/upload"), "")
    boundary = (b"content-type", b"multipart/form-data; boundary=x")
    scope = {
        "type": "http",
        "method": "PUT",
        "path": f"/_stcore/upload_file/{VISIT}/1",
        "query_string": b"",
        "headers": [boundary, *headers],
    }
    answers: list[Message] = []

    async def receive() -> Message:
        chunk = next(body, b"")
        return {"type": "http.request", "body": chunk, "more_body": bool(chunk)}

    async def send(message: Message) -> None:
        answers.append(message)

    run_alone(Starlette(routes=routes)(scope, receive, send))
    return int(answers[0]["status"])


def chunked(megabytes: int) -> Iterator[bytes]:
    """Send a file in pieces, without ever saying how long it is."""
    yield b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
    yield from (b"x" * MEGABYTE for _ in range(megabytes))
    yield b"\r\n--x--\r\n"


@pytest.mark.usefixtures("settings")
def test_h3_the_door_refuses_what_says_that_it_is_too_long() -> None:
    length = str(201 * MEGABYTE).encode()
    assert sent(chunked(1), (b"content-length", length)) == TOO_LARGE


def test_h3_the_door_refuses_what_is_too_long_without_saying_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Callable[[str, Any], None]
) -> None:
    watched = watch(tmp_path, monkeypatch)
    settings(LARGEST, 4)
    assert sent(chunked(7)) == TOO_LARGE
    assert watched.files() == []


@pytest.mark.usefixtures("settings")
def test_h3_the_door_lets_through_what_is_small_and_keeps_nothing_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch(tmp_path, monkeypatch)
    assert sent(chunked(3)) == 204
    assert watched.files() == []


def test_h3_the_limits_are_those_of_the_contract() -> None:
    assert (uploads.MOST_BYTES, uploads.MOST_LINES) == (200 * MEGABYTE, 2_000_000)
    assert config.get_option("server.maxUploadSize") == 200


def test_h3_files_over_200_mb_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = uploaded("a.csv", lines(LINE).encode())
    monkeypatch.setattr(file, "size", 101 * MEGABYTE, raising=False)
    both, asked = uploads.Uploads((file, file)), uploads.Asked(ReadingChoices())
    said = sentences_of(lambda: uploads.import_uploads(None, both, asked, lambda *_: None))
    assert "Meer dan 200 MB gaat niet via de browser" in said


def test_h3_one_line_more_than_two_million_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    heading = "client;hulpvorm;van;tot\n"
    with path.open("w") as file:
        file.write(heading)
        file.writelines("k;A;1-1-2024;\n" * 100_000 for _ in range(20))
        file.write("k;A;1-1-2024;\n")
    (measured,) = measure(path, "--upload")
    assert measured.outcome == "too_many_lines"


def test_h3_a_line_too_many_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_LINES", 2)
    said = refused_by_upload(lines(LINE, LINE, LINE).encode(), "f.csv")
    assert "Meer dan 2 miljoen regels gaat niet via de browser" in said
    assert "python -m core analyse" in said


def test_h3_the_command_has_no_limit_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_LINES", 2)
    assert total(load_bytes(lines(LINE, LINE, LINE).encode())[0])["lines_accepted"] == 3


def test_h3_one_line_of_100_mb_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    with path.open("wb") as file:
        file.write(lines(LINE).encode())
        file.writelines(b"x" * MEGABYTE for _ in range(100))
    (measured,) = measure(path)
    assert measured.outcome == "long_line"
    assert measured.megabytes < MOST_MEGABYTES
