"""What a file is, by its first bytes and never by its name; and what is in a ZIP.

A ZIP may hold files of every other kind, not another ZIP. It is measured before it is unpacked: an
honest sheet is up to 70 times smaller when packed, a zip bomb a thousand times.
"""

import codecs
import lzma
import shutil
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from core.errors import HostileFile, NotReadable
from core.reading.weighing import MOST_BYTES, weigh

MOST_ENTRIES: Final = 1_000
MOST_RATIO: Final = 200  # unpacked bytes for a packed one
HARMLESS_BYTES: Final = 1024**2  # so little does no harm, however well it packs

ZIP: Final = b"PK\x03\x04"
EMPTY_ZIP: Final = b"PK\x05\x06"
PARQUET: Final = b"PAR1"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel before 2007, and encrypted Excel
DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    EOFError,  # it ends where more should come
    OSError,  # an entry lies before the beginning
    NotImplementedError,  # packed in a way that only another program knows
    ValueError,  # a name that is no text, or a place that no disk has
)
"""All that Python says of a ZIP that is not whole, or that only another program can open."""

UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ENCRYPTED: Final = 0x1  # flag of a ZIP entry


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to read: the name people know, its kind and where it stands now."""

    name: str
    kind: str  # text, sheet, parquet or message
    path: Path


def open_file(path: Path, folder: Path) -> tuple[Opened, ...]:
    """Recognise a file, and those inside a ZIP, which are unpacked in ``folder``.

    Raises ``NotReadable`` and ``HostileFile``.
    """
    return tuple(_open(path, folder))


def numbered(files: Sequence[Opened]) -> tuple[Opened, ...]:
    """Tell files of the same name apart: the second is called ``name (2)``."""
    seen: Counter[str] = Counter()
    named = []
    for opened in files:
        seen[opened.name] += 1
        count = seen[opened.name]
        name = opened.name if count == 1 else f"{opened.name} ({count})"
        named.append(Opened(name, opened.kind, opened.path))
    return tuple(named)


def printable(name: str) -> str:
    """Write signs in a name that cannot be seen, or turn the words after them round, as escapes."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name
    )


def _open(path: Path, folder: Path) -> Iterator[Opened]:
    file = printable(path.name)
    kind = _kind_of(path, file)
    if kind != "zip":
        yield Opened(file, kind, path)
        return
    with zipfile.ZipFile(path) as archive:
        for place, entry in enumerate(_entries(archive)):
            name = f"{file}/{printable(entry.filename)}"
            unpacked = folder / str(place)
            yield Opened(name, _unpack(archive, entry, unpacked, name), unpacked)


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    return [entry for entry in entries if not _is_litter(entry.filename)]


def _is_litter(name: str) -> bool:
    """Say whether a computer put this in the ZIP by itself."""
    return name.startswith("__MACOSX/") or Path(name).name.startswith(".")


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, to: Path, name: str) -> str:
    try:
        with archive.open(entry) as packed, to.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
    except DAMAGE as problem:
        raise NotReadable(name, "damaged") from problem
    kind = _kind_of(to, name)
    if kind == "zip":
        raise HostileFile(name, "nested_zip")
    return kind


def _kind_of(path: Path, name: str) -> str:
    try:
        with path.open("rb") as stream:
            first = stream.read(4096)
            return (
                _zipped(stream, name) if first.startswith((ZIP, EMPTY_ZIP)) else _plain(first, name)
            )
    except OSError as problem:
        raise NotReadable(name, "not_found") from problem


def _plain(first: bytes, name: str) -> str:
    if not first.strip(b"\xef\xbb\xbf\r\n\t "):
        raise NotReadable(name, "empty")
    if first.startswith(OLE):
        raise NotReadable(name, "old_or_encrypted_excel")
    if first.startswith(PARQUET):
        return "parquet"
    if _is_xml(first):
        return "message"
    if b"\0" in first and not first.startswith(UTF16) and not _has_lines(first):
        raise NotReadable(name, "unknown_format")
    return "text"


def _is_xml(first: bytes) -> bool:
    narrow = first.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    return narrow.startswith(b"<")


def _has_lines(first: bytes) -> bool:
    """Tell text with a stray NUL in a cell from a file of another kind."""
    strange = sum(byte < 9 or 13 < byte < 32 for byte in first)
    return strange * 20 < len(first) and b"\n" in first


def _zipped(stream: IO[bytes], name: str) -> str:
    try:
        with zipfile.ZipFile(stream) as archive:
            _measure(archive, name)
            entries = set(archive.namelist())
            if not any(entry.startswith("xl/") for entry in entries):
                return "zip"
            weigh(archive, name)
    except DAMAGE as problem:
        raise NotReadable(name, "damaged") from problem
    if any(entry.lower().endswith("vbaproject.bin") for entry in entries):
        raise HostileFile(name, "macro")
    return "sheet"


def _measure(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if not all(entry.filename for entry in entries):
        raise NotReadable(name, "damaged")
    if len(entries) > MOST_ENTRIES:
        raise HostileFile(name, "too_many_entries")
    if unpacked > MOST_BYTES:
        raise HostileFile(name, "too_large")
    if unpacked > max(packed * MOST_RATIO, HARMLESS_BYTES):
        raise HostileFile(name, "bomb")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise HostileFile(name, "encrypted")
