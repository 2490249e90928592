"""Files that are wholly there or not at all, also after the power went.

A file is written under another name, flushed to the disk and renamed; then its folder is flushed.
"""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

PART: Final = ".part"


def write_file(path: Path, content: bytes) -> None:
    """Write a file at once, replacing what stood there."""
    part = path.with_name(path.name + PART)
    with open_to_write(part) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    flush_folder(path.parent)


def open_to_write(path: Path) -> IO[bytes]:
    """Open a new file; every file that this package writes itself is opened here."""
    return path.open("wb")


def copy_file(source: Path, target: Path) -> None:
    """Copy a file to a place where none stands, and flush it."""
    with source.open("rb") as read, open_to_write(target) as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())


def flush_files(folder: Path) -> None:
    """Flush what others wrote in a folder, and the folder itself."""
    for path in sorted(folder.iterdir()):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows does so by itself and knows no other way."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def move_folder(source: Path, target: Path) -> None:
    """Give a folder its place, where nothing may stand."""
    source.rename(target)
    flush_folder(target.parent)
    flush_folder(source.parent)


def remove_folder(folder: Path) -> None:
    """Delete a folder with all that is in it; nothing happens when there is none."""
    while folder.exists():
        with suppress(FileNotFoundError):  # somebody else removes it at the same time
            shutil.rmtree(folder)
    flush_folder(folder.parent)
