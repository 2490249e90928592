"""Files without anyone in them: what the owner does before the app may see a file.

Read in this order: ``keys`` (how a number becomes a pseudonym), ``treatments`` (what happens to
which column), ``traces`` and ``cells`` (what happens to a cell), ``plans``, then a module for each
format: ``text``, ``sheets``, ``parquet`` and ``messages``. Pseudonyms are still personal data; only
the numbers, names and dates are gone.
"""

import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from core.errors import DataError, NotReadable, refuse
from core.reading.files import Opened, open_file
from core.reading.pseudonyms.keys import read_key
from core.reading.pseudonyms.messages import write_message
from core.reading.pseudonyms.parquet import write_parquet
from core.reading.pseudonyms.plans import Written
from core.reading.pseudonyms.sheets import write_sheet
from core.reading.pseudonyms.text import write_text

__all__ = ["Pseudonymised", "pseudonymise", "read_key"]

Report = Callable[["Pseudonymised"], None]


@dataclass(frozen=True, slots=True)
class Pseudonymised:
    """A file that was written: its name, its lines, and the columns or elements left out.

    ``emptied`` counts the cells of other columns that held a trace of a person, a story, or no date
    or amount where one belongs.
    """

    file: str
    lines: int
    removed: tuple[str, ...]
    emptied: int = 0


def pseudonymise(
    paths: Sequence[Path], key: bytes, out: Path, report: Report = lambda _: None
) -> tuple[Pseudonymised, ...]:
    """Write files with pseudonyms into the folder ``out``, in their own format and by their name.

    ``report`` hears of every file as it is done, those inside a ZIP one by one. All or nothing:
    files appear in ``out`` after the last one succeeded. Raises what reading raises,
    ``MissingMeaning`` when no column of a table is the client, and ``UnusableInput`` when several
    files fail.
    """
    names = _names(paths, out)
    done: list[Pseudonymised] = []
    problems: list[DataError] = []
    with TemporaryDirectory() as work:
        folder = Path(work)
        for place, path in enumerate(paths):
            try:
                for written in _write(path, key, folder, folder / f"new-{place}"):
                    done.append(written)
                    report(written)
            except DataError as problem:
                problems.append(problem)
        refuse(problems)
        out.mkdir(parents=True, exist_ok=True)
        for place, name in enumerate(names):
            shutil.move(folder / f"new-{place}", out / name)
    return tuple(done)


def _names(paths: Sequence[Path], out: Path) -> list[str]:
    """Name the new files; of equal names the later get a number. Never writes over a source."""
    names: list[str] = []
    for path in paths:
        count = sum(other.name == path.name for other in paths[: len(names)])
        names.append(f"{path.stem}-{count + 1}{path.suffix}" if count else path.name)
        if (out / names[-1]).resolve() in {source.resolve() for source in paths}:
            raise NotReadable(path.name, "same_folder")
    return names


def _write(path: Path, key: bytes, folder: Path, target: Path) -> list[Pseudonymised]:
    """Write one file, or a ZIP of files by way of a folder of its own."""
    with TemporaryDirectory(dir=folder) as unpacked:
        opened = open_file(path, Path(unpacked))
        if [one.path for one in opened] == [path]:
            return [_write_one(opened[0], target, key)]
        new = Path(unpacked) / "new"
        done = []
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for one in opened:
                done.append(_write_one(one, new, key))
                archive.write(new, one.name.removeprefix(f"{path.name}/"))
        return done


def _write_one(opened: Opened, target: Path, key: bytes) -> Pseudonymised:
    written = WRITERS[opened.kind](opened.name, opened.path, target, key)
    return Pseudonymised(opened.name, written.lines, written.removed, written.emptied)


def _write_message(file: str, source: Path, target: Path, key: bytes) -> Written:
    with (
        source.open("rb") as stream,
        target.open("w", encoding="utf-8", newline="\r\n") as out,
    ):
        return write_message(file, stream, out, key)


WRITERS: Final[dict[str, Callable[[str, Path, Path, bytes], Written]]] = {
    "text": write_text,
    "sheet": write_sheet,
    "parquet": write_parquet,
    "message": _write_message,
}
"""The writer of each kind of file that ``open_file`` knows."""
