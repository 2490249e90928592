"""The part of the command line about open data: ``opendata refresh``."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from core.opendata.client import Progress, open_client
from core.opendata.editions import CACHE, folder_of
from core.opendata.hosts import hosts_of
from core.opendata.refreshing import Outcome, refresh
from core.storage.places import places_of
from core.text import refreshing as text

Report = Callable[[str, float], None]


def add_opendata(
    parser: argparse.ArgumentParser, report: Report, finish: Callable[[], None]
) -> None:
    """Say what ``opendata`` takes; ``report`` is told how far it is, ``finish`` that it ended."""
    actions = parser.add_subparsers(required=True, metavar=text.ACTION)
    action = actions.add_parser("refresh", help=text.HELP_REFRESH)
    action.add_argument("--out", type=Path)
    action.set_defaults(run=partial(run_refresh, report=report, finish=finish))


def run_refresh(chosen: argparse.Namespace, report: Report, finish: Callable[[], None]) -> None:
    """Fetch all open data into a new edition, and say what came and what did not."""
    outcome = refresh_into(chosen.out or folder_of(places_of().home), report)
    finish()
    sys.stderr.write(text.summary(outcome.shelf.edition, outcome.sources, outcome.absent))


def refresh_into(folder: Path, report: Report) -> Outcome:
    """Fetch all open data into the edition of today, in a folder of editions.

    What is fetched is kept beside the editions, so that the next time only changed tables come.
    ``report`` hears the table at hand and the share that is done, and may raise to stop.
    """
    shares = [0.0]

    def tell(step: str, share: float) -> None:
        shares[0] = share
        report(step, share)

    def hear(progress: Progress) -> None:
        report(progress.source, shares[0])

    day = datetime.now(UTC).date().isoformat()
    with open_client(hosts_of(), folder / CACHE, hear) as client:
        return refresh(client, folder, day, tell)
