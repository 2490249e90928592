"""Refreshing: every table of the catalogue, one after the other, into a new edition.

What a table gives does not depend on the others: one that fails is said, and the others go on. A
host that cannot be reached is not asked for its other tables. Without a division into
municipalities there is no edition, and nothing is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pandas as pd

from core.errors import NothingFetched, SourceNotReached, SourceNotUsable
from core.opendata import client as clients
from core.opendata.accounts import question_of_accounts, shape_accounts, unknown_posts
from core.opendata.ages import shape_population
from core.opendata.breaks import list_breaks
from core.opendata.catalogue import REGIONS, TABLES, YEARS_WITHOUT_DISTRICT_USE, Entry
from core.opendata.client import Client, Kept
from core.opendata.crosswalks import unify
from core.opendata.descriptions import Description
from core.opendata.editions import Contents, write_edition
from core.opendata.files import NO_ROOM, Files, fetch_files
from core.opendata.parents import add_parents
from core.opendata.questions import Question
from core.opendata.regions import (
    districts_of,
    filled_in,
    question_of_regions,
    shape_regions,
)
from core.opendata.schemes import (
    question_of_reference_youth,
    question_of_schemes,
    shape_reference_youth,
    shape_schemes,
)
from core.opendata.shaping import question_of, shape
from core.opendata.shelf import Shelf
from core.opendata.surroundings import (
    redrawn_districts,
    shape_households,
    shape_neighbourhoods,
    shape_yardsticks,
)
from core.tables import OPEN_ABSENT, OPEN_FIGURES, OPEN_SOURCES

Ask = Callable[[Description, Entry], Question]
Shape = Callable[[Description, pd.DataFrame, Entry], pd.DataFrame]
Tell = Callable[[str, float], None]

ASKS: Final[Mapping[str, Ask]] = {
    "accounts": question_of_accounts,
    "schemes": question_of_schemes,
    "reference_youth": question_of_reference_youth,
    "regions": question_of_regions,
}
SHAPES: Final[Mapping[str, Shape]] = {
    "accounts": shape_accounts,
    "schemes": shape_schemes,
    "reference_youth": shape_reference_youth,
    "population": shape_population,
    "households": shape_households,
    "yardsticks": shape_yardsticks,
    "neighbourhoods": shape_neighbourhoods,
    "regions": shape_regions,
}
"""How a table is asked and read, where it is not as most are (``core.opendata.shaping``)."""

LICENCE: Final = "CC BY 4.0"
PUBLISHERS: Final = {"statline": "CBS", "third_party": "CBS (Iv3)", "datasets": "CBS"}
PAGES: Final = {
    "statline": "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{}/table",
    "third_party": "https://dataderden.cbs.nl/ODataApi/OData/{}",
    "datasets": "https://datasets.cbs.nl/odata/v1/CBS/{}",
}
WHOLE_HOST: Final = ("no_connection", "certificate")  # it holds for every table of a host
NO_ID: Final = "-"
SHARE_OF_TABLES: Final = 0.9
KEY: Final = ["topic", "region", "period", "category"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one table gave: its figures, and the row about it (``OPEN_SOURCES``)."""

    rows: pd.DataFrame
    source: Mapping[str, Any]


@dataclass(slots=True, frozen=True)
class Harvest:
    """What came so far, what did not, and the hosts that do not answer."""

    taken: list[Taken] = field(default_factory=list)
    absent: list[Mapping[str, Any]] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)
    districts: list[pd.DataFrame] = field(default_factory=list)
    redrawn: dict[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A new edition, with the tables that came (``OPEN_SOURCES``) and what did not."""

    shelf: Shelf
    sources: pd.DataFrame
    absent: pd.DataFrame


def refresh(
    client: Client, folder: Path, day: str, tell: Tell, tables: Sequence[Entry] = TABLES
) -> Outcome:
    """Fetch all tables and write the edition of a day (ISO).

    ``tell`` hears which table is at hand and how far all of it is (0 to 1), and may raise to stop.
    Raises ``NothingFetched`` without regions or figures, and ``SourceNotUsable`` when nothing can
    be kept here.
    """
    harvest = Harvest()
    regions = _regions(client, harvest, tell)
    for number, entry in enumerate(tables):
        tell(entry.table.id, number / len(tables) * SHARE_OF_TABLES)
        _take(client, harvest, entry)
    tell("files", SHARE_OF_TABLES)
    files = fetch_files(client, day, int(regions["year"].max()), harvest.silent)
    if not harvest.taken:
        raise NothingFetched("figures")
    tell("write", (1 + SHARE_OF_TABLES) / 2)
    contents = _contents(harvest, files, regions)
    shelf = write_edition(folder, day, contents)
    return Outcome(shelf, contents.sources, contents.absent)


def _regions(client: Client, harvest: Harvest, tell: Tell) -> pd.DataFrame:
    """Read the newest division that tells municipalities; size may stand in the one before it."""
    found: list[pd.DataFrame] = []
    for entry in REGIONS:
        tell(entry.table.id, 0.0)
        rows = _fetched(client, harvest, entry)
        if rows is not None and rows["kind"].eq("municipality").any():
            found.append(rows)
            if rows["size_class"].gt(0).any():
                break
    if not found:
        raise NothingFetched("connection" if harvest.silent else "regions")
    return filled_in(found[0], found[-1])


def _take(client: Client, harvest: Harvest, entry: Entry) -> None:
    """Take the figures of a table; when that fails, the harvest says so."""
    rows = _fetched(client, harvest, entry)
    if rows is not None and rows.empty:
        harvest.absent.append(_absent(entry, "incomplete"))


def _fetched(client: Client, harvest: Harvest, entry: Entry) -> pd.DataFrame | None:
    if entry.table.publisher in harvest.silent:
        harvest.absent.append(_absent(entry, "no_connection"))
        return None
    try:
        return _read(client, harvest, entry)
    except (SourceNotReached, SourceNotUsable) as problem:
        if problem.reason == NO_ROOM:  # it holds for all that would follow
            raise
        if problem.reason in WHOLE_HOST:
            harvest.silent.add(entry.table.publisher)
        harvest.absent.append(_absent(entry, problem.reason))
    return None


def _read(client: Client, harvest: Harvest, entry: Entry) -> pd.DataFrame:
    described = clients.describe(client, entry.table)
    ask, read = ASKS.get(entry.reading, question_of), SHAPES.get(entry.reading, shape)
    kept = clients.fetch(client, ask(described, entry))
    figures = clients.figures(kept)
    rows = read(described, figures, entry)
    if entry.reading == "accounts":
        unknown = unknown_posts(described, entry)
        harvest.absent.extend(_absent(entry, "unknown_post", code) for code in unknown)
    if entry.reading == "neighbourhoods":
        harvest.redrawn[entry.year] = redrawn_districts(described, figures, entry)
        harvest.districts.append(districts_of(described, entry.year))
    if not rows.empty:
        harvest.taken.append(Taken(rows, _source(described, kept, entry, rows)))
    return rows


def _source(described: Description, kept: Kept, entry: Entry, rows: pd.DataFrame) -> dict[str, Any]:
    publisher = entry.table.publisher
    return {
        "source": entry.table.id,
        "title": described.info.title,
        "publisher": PUBLISHERS[publisher],
        "licence": LICENCE,
        "address": PAGES[publisher].format(entry.table.id),
        "modified": kept.modified[:10],
        "fetched": kept.fetched,
        "origin": "published",
        "first_year": int(rows["year"].min()),
        "last_year": int(rows["year"].max()),
        "figures": len(rows),
    }


def _absent(entry: Entry, reason: str, part: str = "") -> dict[str, Any]:
    return {
        "source": f"{entry.table.id} {part}".strip(),
        "kind": entry.reading,
        "year": entry.year,
        "verified": entry.verified,
        "reason": reason,
    }


def _of_now(figures: pd.DataFrame, redrawn: Mapping[int, frozenset[str]]) -> pd.DataFrame:
    """Leave out figures of a district from before it was redrawn: they are of another area."""
    since = {code: year for year in sorted(redrawn) for code in redrawn[year]}
    first = figures["region"].map(since).fillna(0)
    return figures[figures["year"] >= first]


def _unknown(year: int) -> dict[str, Any]:
    """Say that of a year no table of youth care by district is known."""
    told = {"source": NO_ID, "kind": "district_use", "year": year, "verified": True}
    return told | {"reason": "no_table"}


def _contents(harvest: Harvest, files: Files, regions: pd.DataFrame) -> Contents:
    """Put together what came, by one division into regions."""
    places = pd.concat([regions, *harvest.districts[:1], files.partnerships], ignore_index=True)
    within = places["region"].map(files.partners).fillna(places["school_partnership"])
    places = places.assign(school_partnership=within)
    figures = [one.rows for one in harvest.taken if "topic" in one.rows]
    listed = unify(pd.concat([*figures, files.figures], ignore_index=True)[list(OPEN_FIGURES)])
    known = _of_now(listed[listed["region"].isin(places["region"])], harvest.redrawn)
    published = known.sort_values("value", key=pd.isna, kind="stable").drop_duplicates(KEY)
    first = add_parents(published, places)
    sources = [one.source for one in harvest.taken]
    unknown = [_unknown(year) for year in YEARS_WITHOUT_DISTRICT_USE]
    return Contents(
        figures=first.sort_values([*KEY], ignore_index=True),
        sources=pd.DataFrame([*sources, *files.sources], columns=list(OPEN_SOURCES)),
        regions=places.drop_duplicates("region"),
        breaks=list_breaks(),
        absent=pd.DataFrame([*harvest.absent, *files.absent, *unknown], columns=list(OPEN_ABSENT)),
        shapes=files.shapes,
    )
