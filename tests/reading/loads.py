"""The language of the reading tests: a file as a string, read, and what came out of it."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, cast

from core.frames import collect, kept, open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery, read_files
from core.tables import OPEN_END
from core.trajectories.calendar import day_number

HEADINGS = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag"
LINE = "k1;Ambulant;01-01-2024;31-01-2024;5,00"
Row = dict[str, Any]
Read = tuple[Delivery, list[Row]]


def load(*files: Path, choices: ReadingChoices | None = None) -> Read:
    """Read files; gives the delivery and the declarations in order of file and row."""
    workspace = open_duckdb()
    delivery = read_files(workspace, files, choices)
    rows = collect(kept(workspace, "declarations")).sort_values(["source", "row"])
    workspace.session.close()
    whole = rows.astype(object).where(rows.notna(), None)
    return delivery, cast("list[Row]", whole.to_dict("records"))


def load_bytes(
    *contents: bytes, choices: ReadingChoices | None = None, name: str = "f.csv"
) -> Read:
    """Read contents as files, of which the later are called 1-f.csv, 2-f.csv and so on."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / (f"{i}-{name}" if i else name) for i in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        return load(*paths, choices=choices)


def load_text(*texts: str, choices: ReadingChoices | None = None) -> Read:
    """Read texts as UTF-8 files."""
    return load_bytes(*(text.encode() for text in texts), choices=choices)


def lines(*given: str, headings: str = HEADINGS) -> str:
    """Write a file with headings and lines."""
    return "\n".join([headings, *given, ""])


def rules_of(delivery: Delivery) -> dict[str, int]:
    """Count the lines that each rule found, over all files."""
    counted: Counter[str] = Counter()
    for finding in delivery.findings:
        counted[finding.rule] += finding.rows
    return dict(counted)


def total(delivery: Delivery) -> dict[str, int]:
    """Add the entries of the ledger up."""
    names = [name for name in delivery.ledger[0].__slots__ if name != "file"]
    return {name: sum(getattr(entry, name) for entry in delivery.ledger) for name in names}


def day(text: str) -> int:
    """Give the number of a day written as jjjj-mm-dd; a dash is an open end."""
    return OPEN_END if text == "-" else day_number(date.fromisoformat(text))
