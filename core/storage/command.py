"""The part of the command line about data sets that are kept: ``import`` and ``store``."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from core.errors import LogBroken
from core.opening import Supplements
from core.reading.supplements import choices_beside
from core.storage.backing_up import Copied, backup, restore
from core.storage.catalogue import Store
from core.storage.deleting import delete_expired, delete_stored
from core.storage.importing import ImportOutcome, ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import current_actor
from core.storage.records import list_stored
from core.storage.verifying import list_events, verify_log
from core.text import storing as text

Report = Callable[[str, float], None]

TERMINATED: Final = 128 + signal.SIGTERM


def add_import(parser: argparse.ArgumentParser, report: Report, finish: Callable[[], None]) -> None:
    """Say what ``import`` takes; ``report`` is told how far it is, ``finish`` that it ended."""
    parser.set_defaults(run=partial(run_import, report=report, finish=finish))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--title", default="")
    for name in ("--mapping", "--names", "--evaluations", "--organisations"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--after", default="", metavar="ID")


def add_store(parser: argparse.ArgumentParser) -> None:
    """Say what ``store`` takes: an action, and what that is about."""
    actions = parser.add_subparsers(required=True, metavar=text.ACTION)
    for name, act in ACTIONS.items():
        action = actions.add_parser(name, help=text.ACTIONS[name])
        action.set_defaults(run=act)
        if name == "delete":
            action.add_argument("id", metavar="ID")
        if name in {"backup", "restore"}:
            action.add_argument("folder", type=Path, metavar="DIR")


def run_import(chosen: argparse.Namespace, report: Report, finish: Callable[[], None]) -> None:
    """Read files into a data set of their own, and say where it can be seen."""
    request = ImportRequest(
        tuple(chosen.files),
        chosen.title,
        choices_beside(chosen.mapping, chosen.organisations),
        Supplements(chosen.names, chosen.evaluations),
        after=chosen.after,
    )
    outcome = import_files(_open(), request, report)
    finish()
    sys.stderr.write(_imported(outcome))


def list_all(chosen: argparse.Namespace) -> None:
    """Write a line for each data set, tabs between."""
    del chosen
    listed = list_stored(_open())
    _write(text.HEADING)
    for one in listed:
        _write(
            (one.id, one.version, one.lines_accepted, one.imported_at, one.expires_on, one.title)
        )
    if not listed:
        sys.stderr.write(text.EMPTY)


def show_log(chosen: argparse.Namespace) -> None:
    """Write the lines of the log, the last one first."""
    del chosen
    for line in list_events(_open()):
        words = (line.number, line.at, line.actor, line.action, line.object, line.result)
        _write((*words, line.details))


def verify(chosen: argparse.Namespace) -> None:
    """Say that the log is whole. Raises ``LogBroken``."""
    del chosen
    verdict = verify_log(_open())
    if not verdict.is_whole:
        raise LogBroken(verdict.broken_line, verdict.problem)
    sys.stderr.write(text.whole(verdict.lines))


def delete(chosen: argparse.Namespace) -> None:
    """Delete one data set."""
    sys.stderr.write(text.deleted(delete_stored(_open(), chosen.id, current_actor()).title))


def expire(chosen: argparse.Namespace) -> None:
    """Delete the data sets whose time has passed."""
    del chosen
    today = datetime.now(UTC).date()
    sys.stderr.write(text.expired(delete_expired(_open(), today, current_actor())))


def back_up(chosen: argparse.Namespace) -> None:
    """Copy the store to an empty folder."""
    sys.stderr.write(_copied(backup(_open(), chosen.folder), back=False))


def put_back(chosen: argparse.Namespace) -> None:
    """Put a copy back in an empty store."""
    copied = restore(chosen.folder, _open(), current_actor())
    sys.stderr.write(_copied(copied, back=True))


ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace], None]]] = {
    "list": list_all,
    "log": show_log,
    "verify": verify,
    "delete": delete,
    "expire": expire,
    "backup": back_up,
    "restore": put_back,
}


def _open() -> Store:
    store = open_store()
    if store.cleaned:
        sys.stderr.write(text.cleaned(store.cleaned))
    return store


def _write(cells: tuple[object, ...]) -> None:
    sys.stdout.write("\t".join(map(str, cells)) + "\n")


def _imported(outcome: ImportOutcome) -> str:
    one = outcome.stored
    if not outcome.is_new:
        return text.already(one.id)
    return text.imported(one.lines_accepted, one.lines_read, one.id)


def _copied(copied: Copied, *, back: bool) -> str:
    return text.copied(copied.data_sets, copied.lines, back=back)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a request to end (SIGTERM) stop the work as Ctrl-C does: nothing is left behind."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: object) -> NoReturn:
    del number, frame
    raise SystemExit(TERMINATED)
