"""The command line: ``python -m core analyse | pseudonymise | sample | import | store | opendata``.

The owner of the data runs it, so counts are exact unless ``--level table`` asks for protection.
Exit 0 on success; exit 2 with one sentence a problem when the input is unusable, and then nothing
has been written; exit 1 when something went wrong that nobody foresaw, without a value of a file.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from core.analysis import Analysis, analyse
from core.errors import DataError, UnusableInput, WrongOption, place_of
from core.frames import (
    ENGINES,
    Workspace,
    adopt,
    kept,
    open_duckdb,
    open_polars,
    open_spark,
)
from core.opendata.command import add_opendata
from core.opening import keep_evaluations
from core.protection.policy import policy_of
from core.reading.delivery import Delivery, read_files
from core.reading.pseudonyms import pseudonymise, read_key
from core.reading.settings import read_rules
from core.reading.supplements import choices_beside, find_unnamed, read_names
from core.sample.files import write_sample
from core.storage.command import add_import, add_store, stoppable
from core.text import command as text
from core.text import pseudonyms, refreshing, storing
from core.text.errors import explain
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, day_number
from core.trajectories.rules import Rules
from core.writing import FORMATS, Destination, write_results

BROKEN: Final = 1
UNUSABLE: Final = 2
INTERRUPTED: Final = 130
LEVELS: Final = ("owner", "table")
MOST_LINES: Final = 1_000_000_000
MEMORY: Final = re.compile(r"\d+(\.\d+)? ?([KMGT]i?B|%)", re.IGNORECASE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen)
    except BrokenPipeError:
        raise
    except Exception as problem:
        if sys.flags.dev_mode:  # as for who mends it: ``python -X dev -m core``
            raise
        _end_progress()
        sys.stderr.write(text.unforeseen(type(problem).__name__, place_of(problem)))
        return BROKEN


def _run(chosen: argparse.Namespace) -> int:
    """Run the command; what its user can solve is said, a sentence a problem."""
    try:
        policy_of(os.environ)
        with stoppable():
            chosen.run(chosen)
    except DataError as error:
        _end_progress()
        for problem in error.problems if isinstance(error, UnusableInput) else (error,):
            sys.stderr.write(f"{explain(problem)}\n")
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def run_analyse(chosen: argparse.Namespace) -> None:
    """Read, analyse and write; everything is computed before the first file is written."""
    _folder(chosen.out)
    rules, memory = _rules(chosen), _memory(chosen.memory)
    choices = choices_beside(chosen.mapping, chosen.organisations)
    names = read_names(chosen.names) if chosen.names else {}
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        reader = open_duckdb(memory, scratch)
        delivery = read_files(reader, chosen.files, choices, _tell)
        unnamed = find_unnamed(kept(reader, "declarations"), names)
        delivery = replace(delivery, findings=(*delivery.findings, *unnamed))
        workspace = _on_engine(chosen, reader, scratch)
        analysis = _analysis(chosen, workspace, rules)
        _write(chosen, analysis, delivery, scratch)


def run_pseudonymise(chosen: argparse.Namespace) -> None:
    """Write every file again without what identifies a person."""
    key = read_key(chosen.key_file)
    done = pseudonymise(chosen.files, key, _folder(chosen.out), lambda one: _tell(one.file, 0.0))
    _end_progress()
    for one in done:
        sys.stderr.write(pseudonyms.summary(one.file, one.lines, one.removed, one.emptied))
    sys.stderr.write(pseudonyms.AFTERWARDS)


def run_sample(chosen: argparse.Namespace) -> None:
    """Make the artificial region."""
    lines = _whole("--lines", chosen.lines, 1, "lines") if chosen.lines else None
    seed = _whole("--seed", chosen.seed, 0, "seed")
    write_sample(_folder(chosen.out), lines, seed, _tell)
    _end_progress()


def _rules(chosen: argparse.Namespace) -> Rules:
    rules = read_rules(chosen.rules) if chosen.rules else Rules()
    return replace(rules, as_of=_day(chosen.as_of)) if chosen.as_of else rules


def _on_engine(chosen: argparse.Namespace, reader: Workspace, scratch: Path) -> Workspace:
    """Hand the declarations to the engine that was asked for."""
    if chosen.engine == "duckdb":
        return reader
    opened = open_polars() if chosen.engine == "polars" else open_spark(chosen.master)
    adopt(opened, reader, "declarations", scratch / "declarations.parquet")
    return opened


def _analysis(chosen: argparse.Namespace, workspace: Workspace, rules: Rules) -> Analysis:
    told = chosen.evaluations
    talks = keep_evaluations(workspace, told, only_dates=True) if told else None
    return analyse(workspace, rules, talks, _tell)


def _write(
    chosen: argparse.Namespace, analysis: Analysis, delivery: Delivery, scratch: Path
) -> None:
    _tell("write", 1.0)
    for_table = chosen.level == "table"
    write_results(Destination(chosen.out, chosen.format, for_table, scratch), analysis, delivery)
    _end_progress()
    sys.stderr.write(text.summary(delivery, chosen.out.name, for_table=for_table))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core", description=text.ABOUT)
    commands = parser.add_subparsers(required=True, metavar=text.COMMAND)
    _add_analyse(commands.add_parser("analyse", help=text.ANALYSE))
    _add_pseudonymise(commands.add_parser("pseudonymise", help=text.PSEUDONYMISE))
    _add_sample(commands.add_parser("sample", help=text.SAMPLE))
    add_import(commands.add_parser("import", help=storing.IMPORT), _tell, _end_progress)
    add_store(commands.add_parser("store", help=storing.STORE))
    opendata = commands.add_parser("opendata", help=refreshing.HELP)
    add_opendata(opendata, _tell, _end_progress)
    return parser


def _add_analyse(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_analyse)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True)
    for name in ("--rules", "--mapping", "--names", "--evaluations", "--organisations"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--as-of", metavar="2024-12-31")
    parser.add_argument("--level", choices=LEVELS, default="owner")
    parser.add_argument("--format", choices=FORMATS, default="csv")
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    parser.add_argument("--master", default="local[*]", metavar="URL")
    parser.add_argument("--memory", default="", metavar="4GB")


def _add_pseudonymise(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_pseudonymise)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--key-file", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)


def _add_sample(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_sample)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", metavar="1_000_000")
    parser.add_argument("--seed", default="1", metavar="1")


def _day(word: str) -> int:
    try:
        day = date.fromisoformat(word)
    except ValueError as problem:
        raise WrongOption("--as-of", "day") from problem
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WrongOption("--as-of", "day")
    return day_number(day)


def _whole(option: str, word: str, least: int, reason: str) -> int:
    try:
        number = int(word)
    except ValueError as problem:
        raise WrongOption(option, reason) from problem
    if not least <= number <= MOST_LINES:
        raise WrongOption(option, reason)
    return number


def _memory(word: str) -> str:
    if word and not MEMORY.fullmatch(word):
        raise WrongOption("--memory", "memory")
    return word


def _folder(out: Path) -> Path:
    """Refuse a folder that cannot be made or written before any work is done; make nothing yet."""
    standing = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    if not standing.is_dir() or not os.access(standing, os.W_OK):
        raise WrongOption("--out", "folder")
    return out


def _tell(step: str, share: float) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{share:4.0%}  {text.step(step)}")
        sys.stderr.flush()


def _end_progress() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
