"""Audit tables with the engine of tau-ARGUS: run by the Python of that peer, and by nothing else.

    python -m tests.peers.tauargus_audit FOLDER

Reads every ``*.jj`` in the folder and writes ``audited.json``: by name, for each cell that was
attacked its number and the lowest and highest value found.
"""

import json
import sys
from pathlib import Path
from typing import Any


def main(folder: Path) -> None:
    """Audit the tables one by one; the engine does not answer two at a time."""
    from pytauargus.engine import audit_jj  # type: ignore[import-not-found]

    found: dict[str, Any] = {
        file.stem: [[row["cell"], row["min"], row["max"]] for row in audit_jj(str(file))]
        for file in sorted(folder.glob("*.jj"))
    }
    (folder / "audited.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
