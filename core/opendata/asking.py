"""Asking a host, politely and with care: one address in, one whole answer out.

A passing fault (no connection, too busy, cut off halfway) is tried again after a growing pause, or
after the pause that the host asks for. What stays wrong ends in one ``DataError``. A host may only
send on to itself, and nobody logs in anywhere.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError

from core.errors import SourceNotReached, SourceNotUsable
from core.opendata.hosts import is_allowed, is_here, same_host

Answer = TypeVar("Answer")

PIECE: Final = 1 << 16
MOST_HOPS: Final = 3
SENT_ON: Final = (301, 302, 303, 307, 308)
BUSY: Final = (429, 502, 503, 504)
GONE: Final = (404, 410)
TOO_MANY: Final = "too_many"
"""The reason when a host does not give this many records at once."""

TOO_MANY_RECORDS: Final = re.compile(rb"more than \d[\d.,]* records", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how much to take. Seconds, and bytes after unpacking."""

    connect_seconds: float = 10
    silent_seconds: float = 60
    answer_seconds: float = 600
    attempts: int = 4
    pause_seconds: float = 1
    longest_pause_seconds: float = 60
    most_bytes: int = 128 << 20
    most_rows: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Connection:
    """A way to ask: what is kept open between two questions, and the limits."""

    limits: Limits = field(default_factory=Limits)
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        """Send no name or password, not even one that this machine keeps for a host."""
        self.session.auth = _anonymous
        self.session.headers.update({"User-Agent": "Trajectzicht", "Accept-Encoding": "gzip"})


class PassingFault(Exception):
    """A fault that may be over after a pause; ``reason`` as in ``SourceNotReached``."""

    def __init__(self, reason: str, response: requests.Response | None = None) -> None:
        """Keep the response, which may say how long the pause should be."""
        super().__init__(reason)
        self.reason = reason
        self.response = response


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: for which table or file, where, and the headings to send with it."""

    source: str
    address: str
    headings: Mapping[str, str] = field(default_factory=lambda: {"Accept": "application/json"})


def answer(connection: Connection, ask: Ask, use: Callable[[requests.Response], Answer]) -> Answer:
    """Ask, and give what ``use`` makes of the answer; again from the start after a passing fault.

    Raises ``SourceNotReached`` or ``SourceNotUsable``; for TOO_MANY whoever can divide may.
    """
    limits = connection.limits
    retry = urllib3.Retry(
        total=limits.attempts - 1,
        backoff_factor=limits.pause_seconds,
        backoff_max=limits.longest_pause_seconds,
        retry_after_max=int(limits.longest_pause_seconds),
    )
    while True:
        try:
            with _sent(connection, ask) as response:
                return use(response)
        except PassingFault as fault:
            retry = _paused(retry, fault, ask)


@contextmanager
def _sent(connection: Connection, ask: Ask) -> Iterator[requests.Response]:
    """Send a question and give an answer that is worth reading."""
    address = ask.address
    for _ in range(MOST_HOPS):
        response = _send(connection, ask, address)
        try:
            if response.status_code not in SENT_ON:
                _judge(response, ask.source)
                yield response
                return
            address = _further(response, address, ask.source)
        finally:
            response.close()
    raise SourceNotUsable(ask.source, "moved")


def _send(connection: Connection, ask: Ask, address: str) -> requests.Response:
    limits = connection.limits
    if not is_allowed(address):
        raise SourceNotUsable(ask.source, "moved")
    parts = urlsplit(address)
    proxies = {"no_proxy": parts.hostname or ""} if is_here(parts) else {}
    try:
        return connection.session.get(
            address,
            headers=dict(ask.headings),
            timeout=(limits.connect_seconds, limits.silent_seconds),
            stream=True,
            allow_redirects=False,
            proxies=proxies,
        )
    except requests.exceptions.SSLError as problem:
        raise SourceNotReached(_host(address), "certificate") from problem
    except requests.exceptions.Timeout as problem:
        raise PassingFault("timeout") from problem
    except requests.exceptions.RequestException as problem:
        raise PassingFault("no_connection") from problem


def _judge(response: requests.Response, source: str) -> None:
    """Let a good answer through, and name what is wrong with any other."""
    status = response.status_code
    if status in {200, 304}:
        return
    if status in GONE:
        raise SourceNotUsable(source, "not_found")
    if status in BUSY:
        raise PassingFault("busy", response)
    if status >= 500:
        if TOO_MANY_RECORDS.search(_said(response)):
            raise SourceNotUsable(source, TOO_MANY)
        raise PassingFault("failed", response)
    raise SourceNotUsable(source, "refused")


def _said(response: requests.Response) -> bytes:
    """Read how an error is explained; one that is cut off explains nothing."""
    try:
        said: bytes = response.raw.read1(PIECE, decode_content=True)
    except HTTPError:
        return b""
    return said


def _further(response: requests.Response, address: str, source: str) -> str:
    """Give where an answer sends us on to, which is only followed within the host."""
    further = urljoin(address, response.headers.get("Location", ""))
    if not same_host(address, further):
        raise SourceNotUsable(source, "moved")
    return further


def _paused(retry: urllib3.Retry, fault: PassingFault, ask: Ask) -> urllib3.Retry:
    """Wait, and count one attempt less; without any left the fault is told."""
    raw = fault.response.raw if fault.response is not None else None
    try:
        left = retry.increment("GET", ask.address, response=raw)
    except MaxRetryError:
        raise SourceNotReached(_host(ask.address), fault.reason) from fault
    try:
        left.sleep(raw)
    except InvalidHeader:  # a pause that is no number of seconds and no date
        left.sleep()
    return left


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
