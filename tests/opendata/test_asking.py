"""How a host is asked: over which lines, with what, and how much is taken from it."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import SourceNotReached, SourceNotUsable
from core.opendata.answers import read_json, read_number
from core.opendata.asking import Connection, Limits
from tests.opendata import faults
from tests.opendata.server import Fault, Server, serve

QUICK = Limits(connect_seconds=1, silent_seconds=0.3, attempts=2, pause_seconds=0.001)
FILE = "a.json"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve([], {FILE: b'{"value": []}'}) as serving:
        yield serving


@pytest.fixture
def connection() -> Iterator[Connection]:
    opened = Connection(QUICK)
    with opened.session:
        yield opened


def ask(connection: Connection, server: Server) -> object:
    return read_json(connection, "bron", f"{server.hosts.schools}/{FILE}")


def test_a_host_is_told_no_name_and_no_password_of_this_machine(
    connection: Connection, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    ask(connection, server)
    [sent] = server.headings
    assert "Authorization" not in sent
    assert sent["User-Agent"] == "Trajectzicht"


def test_this_machine_is_not_asked_through_a_proxy(
    connection: Connection, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert ask(connection, server) == {"value": []}


@pytest.mark.parametrize(
    "address",
    ["http://opendata.cbs.nl/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "https://u:p@host/x"],
)
def test_only_https_and_this_machine_are_asked(connection: Connection, address: str) -> None:
    with pytest.raises(SourceNotUsable) as error:
        read_json(connection, "bron", address)
    assert error.value.reason == "moved"


def test_a_bomb_is_put_down_before_it_fills_the_memory(
    connection: Connection, server: Server
) -> None:
    server.faults.append(Fault(FILE, faults.bomb(512)))
    tracemalloc.start()
    with pytest.raises(SourceNotUsable) as error:
        ask(Connection(Limits(most_bytes=4 << 20), connection.session), server)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.value.reason == "too_large"
    assert most < 32 << 20


def test_an_answer_that_never_ends_is_too_large(connection: Connection, server: Server) -> None:
    server.faults.append(Fault(FILE, faults.body(b" " * (5 << 20))))
    with pytest.raises(SourceNotUsable) as error:
        ask(Connection(Limits(most_bytes=4 << 20), connection.session), server)
    assert error.value.reason == "too_large"


def test_a_busy_host_is_asked_a_few_times_and_not_more(
    connection: Connection, server: Server
) -> None:
    server.faults.append(Fault(FILE, faults.status(503)))
    with pytest.raises(SourceNotReached):
        ask(connection, server)
    assert server.requests(FILE) == QUICK.attempts


def test_what_is_wrong_for_good_is_asked_once(connection: Connection, server: Server) -> None:
    server.faults.append(Fault(FILE, faults.status(403)))
    with pytest.raises(SourceNotUsable):
        ask(connection, server)
    assert server.requests(FILE) == 1


def test_a_host_that_is_not_what_it_says_is_not_asked_twice(connection: Connection) -> None:
    with serve([]) as server:
        spoken = server.hosts.schools.replace("http:", "https:")  # it speaks no TLS at all
        with pytest.raises(SourceNotReached) as error:
            read_json(connection, "bron", f"{spoken}/{FILE}")
    assert error.value.reason == "certificate"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (b"12", 12),
        ("\ufeff1744741\r\n".encode(), 1_744_741),
        (b"", None),
        (b"-1", None),
        (b"1e3", None),
        (b"<html>12</html>", None),
        (b"9" * 40, None),
    ],
)
def test_a_count_is_a_whole_number_or_nothing(
    connection: Connection, server: Server, body: bytes, count: int | None
) -> None:
    server.files["n"] = body
    assert read_number(connection, "bron", f"{server.hosts.schools}/n") == count
