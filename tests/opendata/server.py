"""A publisher of open data on this machine: OData v3, OData v4 and plain files, faults included.

    with serve([table], files={"scholen.csv": b"..."}) as server:
        with open_client(server.hosts, folder) as client:
            ...
        server.asked        # the addresses that were asked for, in order; what was sent in .sent
        server.faults[:] = [Fault("/TypedDataSet", status(503), times=2)]

It answers as CBS does, with the shapes recorded there: padded keys and null in v3, an observation a
row in v4, ``odata.nextLink`` a page further, 500 where a question is too much. A fault changes the
answers at all addresses that hold its text, the first ``times`` times (-1: always).
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from core.opendata.hosts import Hosts
from tests.opendata import speaking_v3, speaking_v4
from tests.opendata.faults import Change, Reply, send
from tests.opendata.filters import WrongFilter
from tests.opendata.speaking import Asked, TooMuch, in_json
from tests.opendata.tables import Served

FILES: Final = "files"
CATALOGUES: Final = ("Tables", "Datasets")
TYPES: Final = {"csv": "text/csv", "json": "application/geo+json", "html": "text/html"}


@dataclass(slots=True)
class Fault:
    """What goes wrong, where, and how many times."""

    part: str
    change: Change
    times: int = -1


@dataclass(slots=True, repr=False)
class Server:
    """What is published, how, and what was asked for."""

    hosts: Hosts
    tables: dict[tuple[str, str], Served]
    files: dict[str, bytes]
    page_rows: int = 10_000
    most_rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    headings: list[Mapping[str, str]] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def publish(self, table: Served) -> None:
        """Publish a table, or a new version of it."""
        self.tables[(table.publisher, table.id)] = table

    def requests(self, part: str) -> int:
        """Count what was asked for at addresses that hold a text."""
        return sum(part in address for address in self.asked)


class _Listener(ThreadingHTTPServer):
    """A server that says nothing of clients that hang up: some tests are about that."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Tell only what is wrong in the server itself."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    tables: Sequence[Served],
    files: Mapping[str, bytes] | None = None,
    page_rows: int = 10_000,
    most_rows: int = 0,
) -> Iterator[Server]:
    """Publish tables and files on this machine for as long as the block lasts.

    ``most_rows``: a question for more is refused with 500, whatever the entrance (0: never).
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else every answer waits for the other side to confirm

        def do_GET(self) -> None:
            send(self, _reply(server, self.path, dict(self.headers)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    listener = _Listener(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{listener.server_port}"
    names = ("statline", "third_party", "datasets")
    hosts = Hosts(*(f"{base}/{name}" for name in names), *[f"{base}/{FILES}"] * 2)
    server = Server(hosts, {}, dict(files or {}), page_rows, most_rows)
    for table in tables:
        server.publish(table)
    thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()


def _reply(server: Server, path: str, headings: Mapping[str, str]) -> Reply:
    """Answer, with all faults that are switched on for this address."""
    with server.lock:
        server.asked.append(unquote(path))
        server.headings.append(headings)
        reply = _good(server, path, headings)
        for fault in server.faults:
            if fault.part in unquote(path) and fault.times != 0:
                fault.times -= 1
                reply = fault.change(reply)
        server.sent.append(reply.status)
    return reply


def _good(server: Server, path: str, headings: Mapping[str, str]) -> Reply:
    parts = urlsplit(path)
    publisher, *rest = [part for part in parts.path.split("/") if part]
    base = getattr(server.hosts, publisher, server.hosts.schools).rsplit("/", 1)[0] + parts.path
    asked = Asked(base, tuple(rest), dict(parse_qsl(parts.query, keep_blank_values=True)))
    try:
        return _answer(server, publisher, asked, headings)
    except (KeyError, IndexError):
        return in_json({"odata.error": {"code": "", "message": {"value": "not found"}}}, 404)
    except WrongFilter:
        return in_json({"odata.error": {"code": "", "message": {"value": "wrong filter"}}}, 400)
    except TooMuch as limit:
        text = f"The query returns more than {limit} records. Use the feed or a filter."
        return in_json({"odata.error": {"code": "", "message": {"value": text}}}, 500)


def _answer(server: Server, publisher: str, asked: Asked, headings: Mapping[str, str]) -> Reply:
    last = asked.parts[-1]
    if publisher == FILES:
        return _file(server, last, asked.options, headings)
    if last in CATALOGUES:
        return _catalogue(server, publisher, asked)
    speak = speaking_v4.reply if publisher == "datasets" else speaking_v3.reply
    return speak(asked, lambda name: server.tables[publisher, name], _sizes(server))


def _catalogue(server: Server, publisher: str, asked: Asked) -> Reply:
    """Answer with what tables there are."""
    names = asked.options["$select"].split(",")
    known = {"Period": "2015 - 2024", "Frequency": "Perjaar", "Summary": None}
    rows = [
        known | {"Identifier": one.id, "Title": one.title, "Modified": one.modified}
        for one in server.tables.values()
        if one.publisher == publisher
    ]
    return in_json({"value": [{name: row[name] for name in names} for row in rows]})


def _features(server: Server, body: bytes, options: Mapping[str, str]) -> Reply:
    """Answer with some features, as services do: never more than a page, and not saying so."""
    features = json.loads(body)["features"]
    if options.get("resultType") == "hits":
        told = f'<wfs:FeatureCollection numberMatched="{len(features)}" numberReturned="0"/>'
        return Reply(200, {"Content-Type": "text/xml"}, told.encode())
    first = int(options.get("startIndex", "0"))
    most = min(int(options.get("count", "1000")), server.page_rows)
    page = {"type": "FeatureCollection", "features": features[first : first + most]}
    return in_json(page)


def _file(
    server: Server, name: str, options: Mapping[str, str], headings: Mapping[str, str]
) -> Reply:
    """Answer with a file, or that it did not change."""
    if name not in server.files:
        return Reply(404, {"Content-Type": "text/plain"}, b"not found")
    body = server.files[name]
    if options.get("request") == "GetFeature":
        return _features(server, body, options)
    told = {"Content-Type": TYPES.get(name.rpartition(".")[2], "application/octet-stream")}
    told |= {"ETag": f'"{hash(body)}"', "Last-Modified": "Thu, 30 Apr 2026 00:00:00 GMT"}
    reply = Reply(200, told, body)
    unchanged = headings.get("If-None-Match") == told["ETag"]
    return replace(reply, status=304, body=b"") if unchanged else reply


def _sizes(server: Server) -> tuple[int, int]:
    return server.page_rows, server.most_rows
