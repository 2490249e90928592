"""Search with Atheris for bytes that break a reader: ``python -m tests.fuzz text --seconds 600``.

What reaches new lines is kept in ``build/fuzz/READER`` and is where the next search begins; bytes
that broke the reader stand in ``build/fuzz`` as ``crash-…`` and belong, made small, in
``tests.fuzz.test_replay``.
"""

import argparse
import hashlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["core.reading", "core.care_forms", "core.products"]):
    from tests.fuzz.readers import READERS
    from tests.fuzz.seeds import SEEDS

BUILD = Path(__file__).parents[2] / "build" / "fuzz"
LONGEST = 20_000  # bytes
SLOWEST_SECONDS = 60


def main() -> None:
    """Search for as long as was asked; ends with an error when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--seconds", type=int, default=600)
    chosen = parser.parse_args()
    settings = [
        f"-max_total_time={chosen.seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST_SECONDS}",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        f"-artifact_prefix={BUILD}/{chosen.reader}-",
    ]
    atheris.Setup([sys.argv[0], *settings, str(plant(chosen.reader))], READERS[chosen.reader])
    atheris.Fuzz()


def plant(reader: str) -> Path:
    """Put the seeds of a reader in its folder, beside what earlier searches kept there."""
    folder = BUILD / reader
    folder.mkdir(parents=True, exist_ok=True)
    for seed in SEEDS[reader]:
        (folder / hashlib.sha256(seed).hexdigest()).write_bytes(seed)
    return folder


if __name__ == "__main__":
    main()
