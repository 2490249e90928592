"""What can go wrong between a publisher and us, each as a change of a good reply."""

import gzip
import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and how it is sent: after a pause, in slow pieces, or with its end missing."""

    status: int
    headings: Mapping[str, str]
    body: bytes
    pause_seconds: float = 0
    drip_seconds: float = 0
    missing_bytes: int = 0
    chunked: bool = False
    reset: bool = False


Change = Callable[[Reply], Reply]
ELSEWHERE: Final = "http://127.0.0.1:9/elsewhere"


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    """Send a reply the way it says; a client that went away is let go."""
    time.sleep(reply.pause_seconds)
    if reply.reset:
        handler.close_connection = True
        handler.connection.close()
        return
    handler.send_response(reply.status)
    for name, value in reply.headings.items():
        handler.send_header(name, value)
    if reply.chunked:
        handler.send_header("Transfer-Encoding", "chunked")
    elif "Content-Length" not in reply.headings:
        handler.send_header("Content-Length", str(len(reply.body)))
    handler.end_headers()
    with suppress(OSError):
        _send_body(handler, reply)


def _send_body(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    body = reply.body[: len(reply.body) - reply.missing_bytes]
    handler.close_connection |= reply.missing_bytes > 0
    step = 1 if reply.drip_seconds else max(len(body), 1)
    for at in range(0, len(body), step):
        piece = body[at : at + step]
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if reply.chunked else piece)
        handler.wfile.flush()
        time.sleep(reply.drip_seconds)
    if reply.chunked and not reply.missing_bytes:
        handler.wfile.write(b"0\r\n\r\n")


def status(code: int, **headings: str) -> Change:
    """Answer with a status, and perhaps headings (``Retry_After``)."""
    named = {name.replace("_", "-"): value for name, value in headings.items()}
    return lambda _: Reply(code, {"Content-Type": "text/plain", **named}, b"sorry")


def slow(seconds: float) -> Change:
    """Answer after a while."""
    return lambda reply: replace(reply, pause_seconds=seconds)


def dripping(seconds: float) -> Change:
    """Send a byte at a time."""
    return lambda reply: replace(reply, drip_seconds=seconds)


def cut_off(reply: Reply) -> Reply:
    """Stop halfway what was announced whole."""
    return replace(reply, missing_bytes=len(reply.body) // 2)


def cut_chunked(reply: Reply) -> Reply:
    """Stop in pieces, without the piece that says that it ends."""
    return replace(reply, missing_bytes=len(reply.body) // 2, chunked=True)


def in_chunks(reply: Reply) -> Reply:
    """Send in pieces, as many hosts do."""
    return replace(reply, chunked=True)


def cut_silently(reply: Reply) -> Reply:
    """Announce half of the text as if that were all."""
    return replace(reply, body=reply.body[: len(reply.body) // 2])


def endless(reply: Reply) -> Reply:
    """Do not say how long the body is: it ends when the line does."""
    named = {**reply.headings, "Connection": "close", "Content-Length": str(len(reply.body) + 1)}
    return replace(reply, headings=named)


def reset(reply: Reply) -> Reply:
    """Hang up without a word."""
    return replace(reply, reset=True)


def web_page(_reply: Reply) -> Reply:
    """Answer with a page to log in to the network."""
    return Reply(200, {"Content-Type": "text/html"}, b"<html>Log in</html>")


def called(kind: str) -> Change:
    """Answer under another content type."""
    return lambda reply: replace(reply, headings={**reply.headings, "Content-Type": kind})


def sent_on(address: str, code: int = 302) -> Change:
    """Send on to another address."""
    return lambda _: Reply(code, {"Location": address}, b"")


def packed(reply: Reply) -> Reply:
    """Pack the body, as most hosts do."""
    return replace(
        reply,
        headings={**reply.headings, "Content-Encoding": "gzip"},
        body=gzip.compress(reply.body),
    )


def marked(reply: Reply) -> Reply:
    """Begin with the mark that some editors leave before a text."""
    return replace(reply, body=b"\xef\xbb\xbf" + reply.body)


def bomb(megabytes: int) -> Change:
    """Pack very much in very little."""
    body = gzip.compress(b" " * (megabytes << 20))
    return lambda reply: replace(
        reply, headings={**reply.headings, "Content-Encoding": "gzip"}, body=body
    )


def body(content: bytes) -> Change:
    """Answer with another body."""
    return lambda reply: replace(reply, body=content)


def page(change: Callable[[dict[str, Any]], object]) -> Change:
    """Change the JSON of a page."""

    def changed(reply: Reply) -> Reply:
        if "json" not in reply.headings["Content-Type"] or reply.status != 200:
            return reply
        content = json.loads(reply.body)
        change(content)
        return replace(reply, body=json.dumps(content).encode())

    return changed


def lose_a_row(content: dict[str, Any]) -> None:
    """Leave out the last row of a page."""
    content["value"] = content["value"][:-1]


def repeat_a_row(content: dict[str, Any]) -> None:
    """Give the first row of a page in the place of the last."""
    content["value"][-1:] = content["value"][:1]


def repeat_a_figure(content: dict[str, Any]) -> None:
    """Tell the first figure of a page again in the place of the last, under the number of that."""
    rows = content["value"]
    numbers = {name: rows[-1][name] for name in ("ID", "Id") if name in rows[-1]}
    rows[-1] = rows[0] | numbers


def forget_a_measure(content: dict[str, Any]) -> None:
    """Leave what is measured out of the last row of a page."""
    for name in ("Jongeren_1", "Value"):
        content["value"][-1].pop(name, None)


def write_words(content: dict[str, Any]) -> None:
    """Write words where numbers belong."""
    for row in content["value"]:
        row.update({name: "veel" for name in ("Jongeren_1", "Value") if name in row})


def write_as_texts(content: dict[str, Any]) -> None:
    """Write numbers between quotes."""
    for row in content["value"]:
        numbers = {name: one for name, one in row.items() if isinstance(one, float)}
        row.update({name: str(one) for name, one in numbers.items()})


def written_as_texts(reply: Reply) -> Reply:
    """Write the numbers of a page between quotes."""
    if b"Jongeren_1" not in reply.body or b"RegioS" not in reply.body:
        return reply
    return page(write_as_texts)(reply)


def forget_the_rest(content: dict[str, Any]) -> None:
    """Do not say where it goes on."""
    for name in ("odata.nextLink", "@odata.nextLink"):
        content.pop(name, None)


def go_on_at(address: str) -> Callable[[dict[str, Any]], None]:
    """Say that it goes on somewhere else."""

    def change(content: dict[str, Any]) -> None:
        content["odata.nextLink"] = address

    return change
