"""Outlines: all of them, whatever a service gives at once."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import SourceNotUsable
from core.opendata.client import Client, Limits, Progress, download, open_client
from tests.opendata import faults
from tests.opendata.faults import Change, page
from tests.opendata.server import Fault, Server, serve

QUICK = Limits(silent_seconds=0.3, attempts=2, pause_seconds=0.001)
CODES = [f"WK{number:06d}" for number in range(7)]
LAYER = "wfs/v1_0?service=WFS&request=GetFeature&typeName=wijk&outputFormat=application/json"


def outline(code: str) -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": [[[5.1, 52.1], [5.2, 52.1], [5.1, 52.2]]]}
    return {"type": "Feature", "properties": {"statcode": code}, "geometry": shape}


@pytest.fixture
def server() -> Iterator[Server]:
    body = json.dumps({"type": "FeatureCollection", "features": [*map(outline, CODES)]}).encode()
    with serve([], {"v1_0": body}, page_rows=3) as serving:
        yield serving


@pytest.fixture
def client(server: Server, tmp_path: Path) -> Iterator[Client]:
    with open_client(server.hosts, tmp_path, limits=QUICK) as opened:
        yield opened


def codes(client: Client) -> list[str]:
    kept = download(client, f"{client.hosts.shapes}/{LAYER}", "wijk")
    return [one["properties"]["statcode"] for one in json.loads(kept.path.read_bytes())["features"]]


def test_all_pages_come_as_one_file(client: Client, server: Server) -> None:
    assert codes(client) == CODES
    assert server.requests("startIndex") == 3


def test_without_a_number_pages_are_asked_until_one_is_empty(
    client: Client, server: Server
) -> None:
    server.faults.append(Fault("resultType=hits", faults.status(400)))
    kept = download(client, f"{client.hosts.shapes}/{LAYER}", "wijk")
    assert (kept.rows, kept.counted) == (len(CODES), False)
    assert server.requests("startIndex") == 4


def test_progress_is_told_in_features(server: Server, tmp_path: Path) -> None:
    told: list[Progress] = []
    with open_client(server.hosts, tmp_path, told.append, QUICK) as client:
        codes(client)
    assert [progress.done for progress in told] == [3, 6, 7]


def lose(content: dict[str, Any]) -> None:
    content["features"] = content["features"][1:]


def start_again(content: dict[str, Any]) -> None:
    content["features"] = [outline(CODES[0])]


def empty(content: dict[str, Any]) -> None:
    content["features"] = []


LASTING: dict[str, tuple[Change, set[str]]] = {
    "no list": (faults.body(b"{}"), {"wrong_shape"}),
    "no features": (faults.body(b'{"features": [1]}'), {"wrong_shape"}),
    "a web page": (faults.web_page, {"not_open_data"}),
    "the first page again and again": (page(start_again), {"repeated"}),
    "nothing": (page(empty), {"incomplete"}),
}
PASSED: dict[str, Callable[[dict[str, Any]], None]] = {"lost": lose, "again": start_again}


@pytest.mark.parametrize("name", LASTING)
def test_what_cannot_be_outlines_is_told_and_leaves_nothing(
    client: Client, server: Server, name: str
) -> None:
    change, reasons = LASTING[name]
    server.faults.append(Fault("startIndex", change))
    with pytest.raises(SourceNotUsable) as error:
        codes(client)
    assert error.value.reason in reasons
    assert not [path for path in client.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("start", [0, 3, 6])
@pytest.mark.parametrize("name", PASSED)
def test_a_page_that_is_changed_on_its_way_never_gives_fewer_outlines(
    client: Client, server: Server, name: str, start: int
) -> None:
    server.faults.append(Fault(f"startIndex={start}", page(PASSED[name])))
    try:
        found = codes(client)
    except SourceNotUsable as error:
        assert error.reason in {"incomplete", "repeated"}  # noqa: PT017 - or nothing was lost
    else:
        assert found == CODES
