"""Files that were given twice: the same bytes of the same side, under whatever name."""

import hashlib
from collections.abc import Sequence
from pathlib import Path


def repeated_files(paths: Sequence[Path], sides: Sequence[str]) -> set[int]:
    """Give the places of the files that hold the very bytes of an earlier one of their side.

    What both sides of the table say in the same bytes is no repetition: they agree. Only files of
    one size are compared, so that nearly none is read for it.
    """
    sizes = [path.stat().st_size for path in paths]
    seen: set[tuple[str, bytes]] = set()
    again = set[int]()
    for place, (path, size, side) in enumerate(zip(paths, sizes, sides, strict=True)):
        if sizes.count(size) > 1:
            key = side, _digest(path)
            if key in seen:
                again.add(place)
            seen.add(key)
    return again


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
