"""The part of README.md that says what a file must hold, written from the vocabulary.

    python -m tests.readme

puts it between its markers; ``tests/test_readme.py`` fails when it is out of date.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from core.reading.headings import SYNONYMS
from core.tables import DECLARATIONS

README: Final = Path(__file__).parents[1] / "README.md"
START: Final = "<!-- what a file must hold: written by `make readme` -->\n"
END: Final = "<!-- end -->\n"
EXAMPLES: Final = 4

NEEDED: Final[Mapping[str, str]] = {
    "client_id": "yes",
    "care_form": "this or product",
    "product": "this or care form",
    "start": "this or period",
    "end": "this or period; an empty cell is an open end",
    "period": "only without start and end",
}
"""Meanings a file cannot do without; the others are used when they are there."""

OURS: Final = ("spell", "start_source")
"""Meanings that only files of our own making carry."""

DELIVERED: Final[Mapping[str, tuple[str, str]]] = {
    "end": ("Einddatum", "Last day of the period; empty while it runs"),
    "amount": ("Bedrag", "Amount in euros; a credit is negative"),
    "debit_credit": ("Debet of credit", "D or C"),
    "period": ("Periode", "A month, or a first and a last day, in one cell"),
    "year": ("Jaar", "The year that goes with a month"),
    "reference": ("Referentienummer", "With the provider it tells a duplicate from a new line"),
    "declared_on": ("Declaratiedatum", "Day the line was declared"),
    "volume": ("Volume", "Delivered amount of care, in its unit"),
    "decision": ("Status", "A line that was rejected (afgewezen, afgekeurd) does not count"),
    "rate": ("Tarief", "Price of one unit"),
    "birth_year": ("Geboortejaar", "Year of birth"),
    "scheme": (
        "Regeling",
        "Law that pays the line; other ones than youth care count on the page of stacking only",
    ),
}
"""Label and meaning of what a file says otherwise than the vocabulary keeps it."""


def written(text: str) -> str:
    """Return the text of the README with the table between the markers written anew."""
    before, rest = text.split(START)
    after = rest.split(END, 1)[1]
    return f"{before}{START}{chr(10).join(table())}\n{END}{after}"


def table() -> Iterator[str]:
    """Write the lines of the table: a row is a meaning, in the order of the vocabulary."""
    yield "| column | needed | what it says | headings it is known by, among others |"
    yield "|---|---|---|---|"
    for meaning, synonyms in SYNONYMS.items():
        if meaning not in OURS:
            label, explained = described(meaning)
            names = ", ".join(synonyms.split()[:EXAMPLES])
            yield f"| {label} | {NEEDED.get(meaning, '')} | {explained} | {names} |"


def described(meaning: str) -> tuple[str, str]:
    """Give the Dutch label of a meaning, and what it says."""
    if meaning in DELIVERED:
        return DELIVERED[meaning]
    return DECLARATIONS[meaning].label, DECLARATIONS[meaning].meaning


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
