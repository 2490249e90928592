"""What stands behind figures, and whether something newer was published since.

Statistics Netherlands publishes about youth care twice a year: at the end of April the second half
of last year with the whole year (provisional), and at the end of October the first half of this
year, with last year definitive.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import pandas as pd

from core.opendata.shelf import FIGURES_FILE, Shelf, figures_of, sources_of

PUBLICATIONS: Final = ((4, 30), (10, 31))
"""Month and day by which a publication is out."""

PROVISIONAL: Final = "provisional"


def find_newer(fetched: date, today: date) -> date | None:
    """Give the day of the first publication after figures were fetched; None when there is none."""
    days = (
        date(year, month, day)
        for year in range(fetched.year, today.year + 1)
        for month, day in PUBLICATIONS
    )
    return next((day for day in days if fetched < day <= today), None)


def next_publication(today: date) -> date:
    """Give the day by which the next publication will be out."""
    newer = find_newer(today, today + timedelta(days=366))
    assert newer is not None, "a year holds both publications"  # noqa: S101 - for the type
    return newer


def sources_behind(shelf: Shelf, topics: Sequence[str], kind: str = "") -> pd.DataFrame:
    """Give the tables behind some topics: ``OPEN_SOURCES`` and the first provisional year.

    With a ``kind`` of region only the tables with figures of such regions are given.
    ``first_year`` and ``last_year`` are those of the figures of these topics;
    ``provisional_from`` is 0 when all of them are definitive.
    """
    changed = (shelf.folder / FIGURES_FILE).stat().st_mtime_ns
    return _behind(shelf, tuple(topics), kind, changed).copy(deep=False)


def fetched_on(sources: pd.DataFrame) -> date | None:
    """Give the day on which the oldest of some tables was fetched; None without a day."""
    days = sorted(day for day in sources["fetched"] if day)
    return date.fromisoformat(days[0]) if days else None


@lru_cache(maxsize=64)
def _behind(shelf: Shelf, topics: tuple[str, ...], kind: str, _changed: int) -> pd.DataFrame:
    """Look once for as long as the figures do not change: it stands under every picture."""
    figures = pd.concat([figures_of(shelf, topic, kind) for topic in topics], ignore_index=True)
    years = figures.groupby("source")["year"]
    behind = pd.DataFrame({"first_year": years.min(), "last_year": years.max()})
    provisional = figures[figures["status"] == PROVISIONAL].groupby("source")["year"].min()
    behind["provisional_from"] = provisional.reindex(behind.index).fillna(0).astype("int64")
    told = sources_of(shelf).drop(columns=["first_year", "last_year"])
    return told.merge(behind.reset_index(), on="source").sort_values(
        ["last_year", "source"], ascending=[False, True], ignore_index=True
    )
