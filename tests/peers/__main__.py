"""Compare with the peers, and say what is equal.

    python -m tests.peers [graphs] [sequences]

Exit 1 when anything differs. A subject is a module beside this one with a function ``compare``.
"""

import argparse
import importlib
import sys
from typing import Final

from tests.peers.comparing import Comparison

SUBJECTS: Final = ("graphs", "sequences")


def main() -> int:
    """Compare the subjects that were asked for; all of them when none was."""
    parser = argparse.ArgumentParser(prog="python -m tests.peers", description=__doc__)
    parser.add_argument("subjects", nargs="*", type=_subject, metavar="|".join(SUBJECTS))
    subjects = parser.parse_args().subjects or SUBJECTS
    found = [one for name in subjects for one in _compare(name)]
    return 0 if all(one.is_equal for one in found) else 1


def _subject(name: str) -> str:
    if name not in SUBJECTS:
        raise ValueError(name)
    return name


def _compare(subject: str) -> list[Comparison]:
    found: list[Comparison] = importlib.import_module(f"tests.peers.{subject}").compare()
    sys.stdout.write(f"\n{subject}\n\n| what | data | numbers | largest difference | |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- |\n")
    for one in found:
        verdict = "equal" if one.is_equal else "**differs**"
        row = f"| {one.what} | {one.data} | {one.numbers:,} | {one.difference:.2g} | {verdict} |\n"
        sys.stdout.write(row)
    return found


if __name__ == "__main__":
    sys.exit(main())
