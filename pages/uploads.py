"""Uploads: written to a temporary folder for as long as reading takes, and freed from memory."""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.datasets import DataSet
from core.errors import HostileFile
from core.opening import Supplements, open_files
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery
from core.reading.supplements import read_organisations
from core.storage.catalogue import Store
from core.storage.importing import ImportOutcome, ImportRequest, import_files, refuse_too_many
from core.text.data import title_of
from pages.layouts import filled_in, learn

MOST_BYTES: Final = 200 * 1024**2
MOST_LINES: Final = 2_000_000
UNSAFE: Final = re.compile(r"[^\w .()-]")
LONGEST_NAME: Final = 80

Report = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Uploads:
    """What a visitor chose: declaration files, and the small files that belong to them."""

    files: tuple[UploadedFile, ...]
    names: UploadedFile | None = None
    talks: UploadedFile | None = None
    organisations: UploadedFile | None = None

    @property
    def small(self) -> tuple[UploadedFile | None, ...]:
        """The small files, as far as they were chosen."""
        return (self.names, self.talks, self.organisations)


@dataclass(frozen=True, slots=True)
class Asked:
    """How to read uploads, what to call them, and the stored data set they are a version of.

    ``instead`` is the id of an earlier reading of the same uploads, which this one replaces.
    """

    choices: ReadingChoices
    title: str = ""
    after: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What reading gave, and how it read: a stored data set, or one of this visit only."""

    stored: ImportOutcome | None = None
    own: DataSet | None = None
    choices: ReadingChoices = field(default_factory=ReadingChoices)

    @property
    def delivery(self) -> Delivery:
        """What reading found, with examples."""
        if self.stored is not None:
            return self.stored.delivery
        if self.own is None:
            raise ValueError("an import gives one or the other")
        return self.own.delivery


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
    return harmless(Path(name).name)[-LONGEST_NAME:].lstrip(".") or "upload"


def harmless(words: str) -> str:
    """Keep letters, digits and a few signs of what somebody typed."""
    return UNSAFE.sub("_", words.strip())


def import_uploads(store: Store | None, uploads: Uploads, asked: Asked, report: Report) -> Imported:
    """Read uploads and store them; without a store they become a data set of this visit only.

    The folder with copies is gone when this returns or raises: the errors of ``core.errors``, and
    ``HostileFile`` for more bytes or lines than a browser may bring.
    """
    if sum(file.size for file in uploads.files) > MOST_BYTES:
        raise HostileFile(uploads.files[0].name, "too_large_upload")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [_write(file, folder / str(place)) for place, file in enumerate(uploads.files)]
        names, talks, organisations = (
            _write(file, folder / f"small-{place}") if file else None
            for place, file in enumerate(uploads.small)
        )
        choices = asked.choices
        if store is not None:
            choices = filled_in(store, paths, choices)
        if organisations:
            choices = replace(choices, organisations=read_organisations(organisations))
        title = asked.title or title_of([path.name for path in paths])
        request = ImportRequest(
            *(tuple(paths), title, choices, Supplements(names, talks)),
            after=asked.after,
            most_lines=MOST_LINES,
        )
        imported = _import(store, request, report)
    if store is not None:
        learn(store, imported.delivery.mappings, choices)
    return replace(imported, choices=choices)


def free(uploads: Uploads) -> None:
    """Free uploads from the memory of the server, which keeps them until the visit ends.

    Streamlit has no public way; where its own one has moved, the upload goes with the visit.
    """
    context: Any = get_script_run_ctx()
    with suppress(AttributeError):
        for file in (*uploads.files, *uploads.small):
            if file is not None:
                context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def _import(store: Store | None, request: ImportRequest, report: Report) -> Imported:
    if store is not None:
        return Imported(stored=import_files(store, request, report))
    asked = (request.title, request.choices, request.supplements)
    own = open_files(request.paths, *asked, report)
    refuse_too_many(own.delivery, request.title, request.most_lines)
    return Imported(own=own)


def _write(file: UploadedFile, folder: Path) -> Path:
    """Copy an upload under a name that is safe on every computer."""
    folder.mkdir(exist_ok=True)
    path = folder / safe_name(file.name)
    path.write_bytes(file.getbuffer())
    return path
