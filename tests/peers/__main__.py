"""Compare with the peers, and say what is equal.

    python -m tests.peers [graphs [LOG.csv ...]] [sequences] [protection]

Exit 1 when anything differs. A subject is a module beside this one with a function ``compare``;
that of graphs also takes event logs.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.peers.comparing import Comparison

SUBJECTS: Final = ("graphs", "sequences", "protection")


def main() -> int:
    """Compare the subjects that were asked for; all of them when none was."""
    parser = argparse.ArgumentParser(prog="python -m tests.peers", description=__doc__)
    parser.add_argument("subjects", nargs="*", type=_subject, metavar="|".join(SUBJECTS))
    asked = parser.parse_args().subjects
    logs = [name for name in asked if name not in SUBJECTS]
    subjects = [name for name in asked if name in SUBJECTS] or SUBJECTS
    found = [one for name in subjects for one in _compare(name, logs if name == "graphs" else [])]
    return 0 if all(one.is_equal for one in found) else 1


def _subject(name: str) -> str:
    if name not in SUBJECTS and not Path(name).is_file():
        raise ValueError(name)
    return name


def _compare(subject: str, logs: Sequence[str]) -> list[Comparison]:
    found: list[Comparison] = importlib.import_module(f"tests.peers.{subject}").compare(*logs)
    sys.stdout.write(f"\n{subject}\n\n| what | data | numbers | largest difference | |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- |\n")
    for one in found:
        verdict = "equal" if one.is_equal else "**differs**"
        row = f"| {one.what} | {one.data} | {one.numbers:,} | {one.difference:.2g} | {verdict} |\n"
        sys.stdout.write(row)
    return found


if __name__ == "__main__":
    sys.exit(main())
