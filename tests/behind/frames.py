"""What a browser really receives: the messages on the socket, and numbers as bytes anywhere in it.

A message may hold a message or a table that nobody took apart: a long number is looked for as bytes
too, in the ways that numbers are written there.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from playwright.sync_api import Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.behind.leaks import Planted
from tests.behind.payload import Sent, sent_by

LONG: Final = 1_000_000
"""From here on a number is so long that its bytes are found by accident nowhere."""


def listen(page: Page) -> list[bytes]:
    """Keep every message that the page receives on a socket from now on."""
    frames: list[bytes] = []

    def keep(payload: bytes | str) -> None:
        frames.append(payload if isinstance(payload, bytes) else payload.encode())

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    return frames


def sent_in(frames: Iterable[bytes]) -> Sent:
    """Take the messages of a socket apart."""
    return sent_by(_messages(frames))


def in_bytes(frames: Iterable[bytes], planted: Planted) -> list[str]:
    """Find planted words and long numbers in the bytes themselves."""
    whole = b"".join(frames)
    words = [word for word in planted.words if word.encode() in whole]
    numbers = {number: name for number, name in planted.amounts.items() if number >= LONG}
    found = [name for number, name in numbers.items() if any(w in whole for w in written(number))]
    return words + found


def written(number: int) -> list[bytes]:
    """Write a number in every way it may stand in a message."""
    dotted = f"{number:,}".replace(",", ".")
    plain = [str(number).encode(), dotted.encode(), f"{number:,}".encode()]
    return [*plain, struct.pack("<q", number), struct.pack("<d", float(number)), _varint(number)]


def _messages(frames: Iterable[bytes]) -> Iterator[ForwardMsg]:
    for frame in frames:
        try:
            yield ForwardMsg.FromString(frame)
        except DecodeError:
            continue


def _varint(number: int) -> bytes:
    """Write a number in groups of seven bits, the least first, as messages do."""
    groups = []
    while number:
        groups.append(number % 128)
        number //= 128
    return bytes([*(group | 128 for group in groups[:-1]), groups[-1]])
