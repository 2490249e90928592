"""Reading an answer: JSON, a count, or bytes as they come in.

An answer has a limit in size, also when it grows while it is unpacked, and in time, also when it
drips. What is no JSON where JSON was asked for is told apart from JSON that ends too early.
"""

import json
import time
from collections.abc import Iterator
from typing import Any

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from core.errors import SourceNotReached, SourceNotUsable
from core.opendata.asking import PIECE, Ask, Connection, Limits, PassingFault, answer

MOST_DIGITS = 12


def read_json(connection: Connection, source: str, address: str) -> dict[str, Any]:
    """Ask for a JSON object."""

    def use(response: requests.Response) -> dict[str, Any]:
        _require_json(response, source)
        return parse_object(b"".join(pieces(response, connection.limits, source)), source)

    return answer(connection, Ask(source, address), use)


def read_number(connection: Connection, source: str, address: str) -> int | None:
    """Ask for a count; a host that offers none, or something else, gives nothing."""

    def use(response: requests.Response) -> int | None:
        body = b"".join(pieces(response, connection.limits, source))
        text = body.decode("utf-8-sig", "replace").strip()
        return int(text) if text.isdecimal() and len(text) < MOST_DIGITS else None

    ask = Ask(source, address, {"Accept": "text/plain, */*"})
    try:
        return answer(connection, ask, use)
    except SourceNotUsable:
        return None
    except SourceNotReached as problem:
        if problem.reason == "failed":  # a host may also say so (500) that it offers no count
            return None
        raise


def parse_object(body: bytes, source: str) -> dict[str, Any]:
    """Read a JSON object; text that ends too early may be whole the next time."""
    try:
        parsed = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise PassingFault("cut_off") from problem
    if not isinstance(parsed, dict):
        raise SourceNotUsable(source, "wrong_shape")
    return parsed


def pieces(response: requests.Response, limits: Limits, source: str) -> Iterator[bytes]:
    """Give the body as it comes in, unpacked. A piece comes as soon as there is one."""
    ends = time.monotonic() + limits.answer_seconds
    size = 0
    try:
        while piece := response.raw.read1(PIECE, decode_content=True):
            size += len(piece)
            if size > limits.most_bytes:
                raise SourceNotUsable(source, "too_large")
            if time.monotonic() > ends:
                raise PassingFault("timeout")
            yield piece
    except ReadTimeoutError as problem:
        raise PassingFault("timeout") from problem
    except HTTPError as problem:
        raise PassingFault("cut_off") from problem


def _require_json(response: requests.Response, source: str) -> None:
    if "json" not in response.headers.get("Content-Type", "").lower():
        raise SourceNotUsable(source, "not_open_data")


def _no_number(_word: str) -> float:
    raise ValueError
