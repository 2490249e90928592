"""How a text file is written: its encoding, its lines, and whether DuckDB can take it as it is.

The whole file is looked at once, a block at a time, because a cp1252 letter may stand on the last
line. Nothing is guessed from statistics: a BOM says it, else UTF-8 that holds to the end, else
cp1252, which is what Dutch offices write.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import HostileFile

BLOCK: Final = 4 * 1024**2
LONGEST_LINE: Final = 4 * 1024**2  # bytes

BOMS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True)
class Writing:
    """What the bytes of a text file say about it."""

    encoding: str
    has_nul: bool
    has_lone_returns: bool  # lines that end in CR alone
    ends_in_newline: bool


def look_at(path: Path, name: str) -> Writing:
    """Look at all bytes of a file. Raises ``HostileFile`` when a line is absurdly long."""
    encoding, is_utf8 = _by_bom(path), True
    decoder = codecs.getincrementaldecoder("utf-8")()
    since_newline, lone, has_nul, last = 0, 0, False, b""
    for block in _blocks(path):
        is_utf8 = is_utf8 and _decodes(decoder, block)
        has_nul = has_nul or b"\0" in block
        lone += _lone_returns(last[-1:], block)
        if since_newline + _before_newline(block) > LONGEST_LINE:
            raise HostileFile(name, "long_line")
        since_newline = _after_newline(block, since_newline)
        last = block
    if not encoding:
        encoding = "utf-8" if is_utf8 and _is_complete(decoder) else "cp1252"
    ends = last.rstrip(b"\0").endswith((b"\n", b"\r"))
    return Writing(encoding, has_nul, has_lone_returns=lone > 0, ends_in_newline=ends)


def count_sign(path: Path, sign: bytes) -> int:
    """Count how often a sign occurs in a file."""
    return sum(block.count(sign) for block in _blocks(path))


def _lone_returns(before: bytes, block: bytes) -> int:
    """Count the CRs without an LF behind them; the two may stand on both sides of a border."""
    if b"\r" not in block and before != b"\r":
        return 0
    return block.count(b"\r") - (before + block).count(b"\r\n")


def _by_bom(path: Path) -> str:
    with path.open("rb") as stream:
        first = stream.read(4)
    return next((encoding for bom, encoding in BOMS.items() if first.startswith(bom)), "")


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            yield block


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    if block.isascii() and _is_complete(decoder):
        return True
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _is_complete(decoder: codecs.IncrementalDecoder) -> bool:
    """Say whether the file did not stop inside a letter."""
    return decoder.getstate()[0] == b""


def _before_newline(block: bytes) -> int:
    """Count the bytes of a block that still belong to the line before; no line in it is longer."""
    found = [place for sign in (b"\n", b"\r") if (place := block.find(sign)) >= 0]
    return min(found, default=len(block))


def _after_newline(block: bytes, before: int) -> int:
    newline = max(block.rfind(b"\n"), block.rfind(b"\r"))
    return before + len(block) if newline < 0 else len(block) - newline
