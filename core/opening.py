"""Opening data sets: from files on disk to tables in memory, read once."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.datasets import DataSet
from core.frames import Frame, Workspace, frame_of_rows, keep, open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import read_files
from core.reading.supplements import read_evaluations, read_names
from core.tables import EVALUATIONS

SAMPLE_ID: Final = "voorbeeld"
SAMPLE_FOLDER: Final = Path(__file__).parents[1] / "sample_data"
SAMPLE_FILES: Final = ("region.parquet", "regelingen.csv")
SAMPLE_TITLE: Final = "voorbeeldregio (verzonnen gegevens)"
ID_LENGTH: Final = 12
CHUNK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Supplements:
    """The small files beside the declarations, where there are any."""

    names: Path | None = None
    evaluations: Path | None = None


def open_files(
    paths: Sequence[Path],
    title: str,
    choices: ReadingChoices,
    supplements: Supplements,
    report: Callable[[str, float], None],
) -> DataSet:
    """Read declaration files, and what belongs to them, into a data set of their own.

    Its id follows from the bytes of the declaration files, in any order, so that a colleague who
    loads the same files can open the same link. Raises the errors of ``core.errors``.
    """
    workspace = open_duckdb()
    delivery = read_files(workspace, paths, choices, report)
    names = read_names(supplements.names) if supplements.names else {}
    if supplements.evaluations:
        keep_evaluations(workspace, supplements.evaluations)
    held = supplements.evaluations is not None
    return DataSet(content_id(paths), title, workspace, delivery, names, has_evaluations=held)


def open_sample() -> DataSet:
    """Open the artificial region that comes with the app."""
    supplements = Supplements(SAMPLE_FOLDER / "names.csv", SAMPLE_FOLDER / "evaluations.csv")
    data_set = open_files(
        [SAMPLE_FOLDER / name for name in SAMPLE_FILES],
        SAMPLE_TITLE,
        ReadingChoices(),
        supplements,
        lambda *_: None,
    )
    return DataSet(
        SAMPLE_ID,
        SAMPLE_TITLE,
        data_set.workspace,
        data_set.delivery,
        data_set.names,
        has_evaluations=data_set.has_evaluations,
    )


def keep_evaluations(workspace: Workspace, path: Path, *, only_dates: bool = False) -> Frame:
    """Keep the talks of a file as the table ``evaluations`` (see ``read_evaluations``)."""
    rows = frame_of_rows(workspace, read_evaluations(path, only_dates=only_dates), EVALUATIONS)
    return keep(workspace, rows, "evaluations")


def content_id(paths: Sequence[Path]) -> str:
    """Name files by their content: the same bytes under another name have the same id."""
    digests = sorted(digest_of(path) for path in paths)
    return hashlib.sha256("".join(digests).encode()).hexdigest()[:ID_LENGTH]


def digest_of(path: Path) -> str:
    """Give the SHA-256 of the bytes of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
