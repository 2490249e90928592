"""Files as they are published: whole, kept, and only fetched again when they changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import SourceNotReached, SourceNotUsable
from core.opendata.client import Client, Kept, Limits, Progress, download, open_client
from tests.opendata import faults
from tests.opendata.faults import Change
from tests.opendata.server import Fault, Server, serve

QUICK = Limits(silent_seconds=0.3, attempts=3, pause_seconds=0.001, most_bytes=1 << 20)
SCHOOLS = b"BEVOEGD GEZAG;NAAM\r\n12345;De Linde\r\n" * 20
NAME = "vestigingen.csv"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve([], {NAME: SCHOOLS}) as serving:
        yield serving


@pytest.fixture
def client(server: Server, tmp_path: Path) -> Iterator[Client]:
    with open_client(server.hosts, tmp_path, limits=QUICK) as opened:
        yield opened


def fetched(client: Client) -> Kept:
    return download(client, f"{client.hosts.schools}/{NAME}?jaar=2026", "scholen")


def test_a_file_comes_as_it_is(client: Client) -> None:
    kept = fetched(client)
    assert kept.path.read_bytes() == SCHOOLS
    assert kept.modified == "Thu, 30 Apr 2026 00:00:00 GMT"


def test_a_file_that_did_not_change_does_not_come_again(client: Client, server: Server) -> None:
    first = fetched(client)
    server.faults.append(Fault(NAME, lambda reply: reply))
    assert fetched(client) == first
    assert server.sent == [200, 304]


def test_a_file_that_changed_takes_the_place_of_the_old(client: Client, server: Server) -> None:
    first = fetched(client)
    server.files[NAME] = b"een;twee\r\n"
    second = fetched(client)
    assert second.path.read_bytes() == b"een;twee\r\n"
    assert not first.path.exists()


def test_a_file_that_was_thrown_away_comes_again(client: Client) -> None:
    fetched(client).path.unlink()
    assert fetched(client).path.read_bytes() == SCHOOLS


PASSING: dict[str, Change] = {
    "cut off": faults.cut_off,
    "cut off in pieces": faults.cut_chunked,
    "hangs up": faults.reset,
    "busy": faults.status(503),
    "announces more than it sends": faults.endless,
}
LASTING: dict[str, tuple[Change, str]] = {
    "a page to log in": (faults.web_page, "not_open_data"),
    "gone": (faults.status(404), "not_found"),
    "empty": (faults.body(b""), "incomplete"),
    "a bomb": (faults.bomb(16), "too_large"),
    "unchanged, without being asked": (faults.status(304), "incomplete"),
    "sent on elsewhere": (faults.sent_on(faults.ELSEWHERE), "moved"),
}


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_costs_no_byte(client: Client, server: Server, name: str) -> None:
    server.faults.append(Fault(NAME, PASSING[name], times=2))
    assert fetched(client).path.read_bytes() == SCHOOLS


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_stays_is_told_and_leaves_nothing(
    client: Client, server: Server, name: str
) -> None:
    server.faults.append(Fault(NAME, PASSING[name]))
    with pytest.raises(SourceNotReached):
        fetched(client)
    assert not [path for path in client.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", LASTING)
def test_what_is_no_file_is_refused_and_the_old_one_stays(
    client: Client, server: Server, name: str
) -> None:
    change, reason = LASTING[name]
    with open_client(server.hosts, client.folder / "new", limits=QUICK) as other:
        server.faults.append(Fault(NAME, change))
        with pytest.raises(SourceNotUsable) as error:
            fetched(other)
    assert (error.value.source, error.value.reason) == ("scholen", reason)
    assert not [path for path in other.folder.rglob("*") if path.is_file()]


def test_packed_and_in_pieces_are_no_faults(client: Client, server: Server) -> None:
    server.faults.extend([Fault(NAME, faults.packed), Fault(NAME, faults.in_chunks)])
    assert fetched(client).path.read_bytes() == SCHOOLS


def test_progress_is_told_in_bytes(server: Server, tmp_path: Path) -> None:
    told: list[Progress] = []
    with open_client(server.hosts, tmp_path, told.append) as client:
        download(client, f"{server.hosts.schools}/{NAME}?jaar=2026")
    assert told[-1] == Progress(NAME, len(SCHOOLS))


def test_whoever_stops_halfway_leaves_nothing_behind(server: Server, tmp_path: Path) -> None:
    def stop(_progress: Progress) -> None:
        raise KeyboardInterrupt

    with open_client(server.hosts, tmp_path, stop) as client, pytest.raises(KeyboardInterrupt):
        fetched(client)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_written_is_told(server: Server, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("no folder")
    with (
        open_client(server.hosts, occupied) as client,
        pytest.raises(SourceNotUsable) as error,
    ):
        fetched(client)
    assert error.value.reason == "no_room"
