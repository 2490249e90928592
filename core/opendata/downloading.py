"""Files that are published as they are: lists of schools (CSV) and outlines (GeoJSON).

A file is kept under a name of its own, with a note that says where it came from; the note is
written last. The next time the host is asked whether the file changed since (ETag,
Last-Modified), and only a changed file comes over.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import requests

from core.errors import SourceNotUsable
from core.opendata.answers import pieces
from core.opendata.asking import Ask, Connection, answer
from core.opendata.keeping import Kept, named, read_json_at, today, whole, write_json

Told = Callable[[int], None]
WEB_PAGE: Final = "html"


def download_to(
    connection: Connection, folder: Path, address: str, source: str, told: Told
) -> Kept:
    """Fetch a file into a folder, or find it there unchanged. ``told`` hears the bytes so far."""
    note = folder / f"{named([address])}.json"
    before = read_json_at(note)
    path = folder / str(before.get("name", ""))
    known = _conditions(before) if before and path.is_file() else {}

    def use(response: requests.Response) -> Kept:
        if response.status_code == 304 and known:
            return Kept(path, source, str(before["modified"]), str(before["fetched"]))
        return _saved(response, connection, note, source, told)

    return answer(connection, Ask(source, address, {"Accept": "*/*", **known}), use)


def _saved(
    response: requests.Response, connection: Connection, note: Path, source: str, told: Told
) -> Kept:
    """Keep the body, and then the note that points to it."""
    _require_file(response, source)
    path = note.with_name(f"{note.stem}-{uuid4().hex}")
    with whole(path, source) as out:
        size = 0
        for piece in pieces(response, connection.limits, source):
            size += out.write(piece)
            told(size)
    modified = response.headers.get("Last-Modified", "")
    kept = Kept(path, source, modified, today())
    told_by_host = {"etag": response.headers.get("ETag", ""), "name": path.name}
    write_json(note, source, asdict(kept) | told_by_host | {"path": ""})
    for old in note.parent.glob(f"{note.stem}-*"):
        if old != path:
            old.unlink(missing_ok=True)
    return kept


def _require_file(response: requests.Response, source: str) -> None:
    """Refuse a web page, an empty answer, and a body of which nobody can tell where it ends."""
    if WEB_PAGE in response.headers.get("Content-Type", "").lower():
        raise SourceNotUsable(source, "not_open_data")
    length = response.headers.get("Content-Length", "")
    chunked = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
    if response.status_code != 200 or not (chunked or length.isdecimal()) or length == "0":
        raise SourceNotUsable(source, "incomplete")


def _conditions(before: Mapping[str, Any]) -> dict[str, str]:
    """Write the headings that ask for the file only when it changed."""
    stated = {"If-None-Match": before.get("etag"), "If-Modified-Since": before.get("modified")}
    return {name: str(value) for name, value in stated.items() if value}
