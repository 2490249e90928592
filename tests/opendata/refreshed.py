"""An edition made from the small country, and one figure of it."""

from pathlib import Path

from core.opendata.asking import Limits
from core.opendata.client import open_client
from core.opendata.refreshing import Outcome, refresh
from core.opendata.shelf import Shelf, figures_of
from tests.opendata.server import Server

QUICK = Limits(pause_seconds=0.0, attempts=2, silent_seconds=5)
DAY = "2026-11-22"


def fetched(server: Server, folder: Path, day: str = DAY) -> Outcome:
    with open_client(server.hosts, folder / "fetched", limits=QUICK) as client:
        return refresh(client, folder, day, lambda *_: None)


def value(shelf: Shelf, topic: str, region: str, year: int, category: str = "") -> float:
    rows = figures_of(shelf, topic)
    known = rows[(rows["region"] == region) & (rows["year"] == year)]
    yearly = known[known["period"].str.endswith("JJ00") & (known["category"] == category)]
    [found] = yearly["value"].tolist()
    return float("nan") if found is None else float(found)
