"""Print what the app says of one file of each broken kind: ``python -m tests.checks.sentences``."""

import sys
from collections.abc import Iterator

from core.errors import HostileFile
from core.text import uploading
from core.text.errors import explain
from tests.checks.broken import KINDS, sentences_of


def main() -> None:
    """Write the table as Markdown: the kind, the file, and what its owner reads."""
    sys.stdout.write("| soort | bestand | wat de app zegt |\n|---|---|---|\n")
    for kind, file, said in (*rows_of_files(), *rows_of_limits()):
        words = said.replace("|", "\\|")
        sys.stdout.write(f"| {kind} | {file} | {words} |\n")


def rows_of_files() -> Iterator[tuple[str, str, str]]:
    """Read every broken file and give what is said of it."""
    for kind, broken in KINDS.items():
        yield kind, broken.name, " ".join(sentences_of(broken))


def rows_of_limits() -> Iterator[tuple[str, str, str]]:
    """Give what is said of files that are too large to be made for a table."""
    for kind, reason in (("meer dan 200 MB", "too_large_upload"), LINES):
        yield kind, "groot.csv", explain(HostileFile("groot.csv", reason))
    yield "langer dan 30 minuten", "groot.csv", uploading.TOO_LONG


LINES = ("meer dan 2 miljoen regels", "too_many_lines")


if __name__ == "__main__":
    main()
