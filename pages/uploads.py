"""Uploads: written to a temporary folder for as long as reading takes, and freed from memory."""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.datasets import DataSet
from core.errors import HostileFile
from core.opening import Supplements, open_files
from core.reading.choices import ReadingChoices
from core.text.data import title_of

MOST_BYTES: Final = 200 * 1024**2
MOST_LINES: Final = 2_000_000
UNSAFE: Final = re.compile(r"[^\w .()-]")
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Uploads:
    """What a visitor chose: declaration files, and names and talks where there are any."""

    files: tuple[UploadedFile, ...]
    names: UploadedFile | None = None
    talks: UploadedFile | None = None


def names_of(uploads: Uploads) -> tuple[str, ...]:
    """Name the files as reading will: safe, and a second of one name as ``name (2)``."""
    names = [safe_name(file.name) for file in uploads.files]
    counts = [names[: place + 1].count(name) for place, name in enumerate(names)]
    return tuple(
        name if count == 1 else f"{name} ({count})"
        for name, count in zip(names, counts, strict=True)
    )


def safe_name(name: str) -> str:
    """Rename a file so that every computer takes it, and it can only be put where we say."""
    return UNSAFE.sub("_", Path(name).name)[-LONGEST_NAME:].lstrip(".") or "upload"


def read_uploads(
    uploads: Uploads, choices: ReadingChoices, report: Callable[[str, float], None]
) -> DataSet:
    """Read uploads into a data set.

    The folder with copies is gone when this returns or raises: the errors of ``core.errors``, and
    ``HostileFile`` for more bytes or lines than a browser may bring.
    """
    if sum(file.size for file in uploads.files) > MOST_BYTES:
        raise HostileFile(uploads.files[0].name, "too_large_upload")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [_write(file, folder / str(place)) for place, file in enumerate(uploads.files)]
        names, talks = (
            _write(file, folder / kind) if file else None
            for file, kind in ((uploads.names, "names"), (uploads.talks, "talks"))
        )
        title = title_of([path.name for path in paths])
        data_set = open_files(paths, title, choices, Supplements(names, talks), report)
    if sum(entry.lines_read for entry in data_set.delivery.ledger) > MOST_LINES:
        raise HostileFile(title, "too_many_lines")
    return data_set


def free(uploads: Uploads) -> None:
    """Free uploads from the memory of the server, which keeps them until the visit ends.

    Streamlit has no public way; where its own one has moved, the upload goes with the visit.
    """
    context: Any = get_script_run_ctx()
    with suppress(AttributeError):
        for file in (*uploads.files, uploads.names, uploads.talks):
            if file is not None:
                context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def _write(file: UploadedFile, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / safe_name(file.name)
    path.write_bytes(file.getbuffer())
    return path
