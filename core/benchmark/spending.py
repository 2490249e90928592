"""Spending since 2015: as an index, per young person, with and without inflation.

Wide tables here have a row a region and a column a year. What was not published is missing and is
never zero; a region without a figure of the first year has no index.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.benchmark.kept import kept
from core.benchmark.latest import columns_of, years_of
from core.opendata.shelf import Shelf, figures_of

FIRST_YEAR: Final = 2015
"""The year in which municipalities became responsible: its spending is 100."""

UNDER_23: Final = "<23"
WHOLE: Final = "all"
QUARTILES: Final = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Way:
    """How spending is counted: which kind of costs, per young person, and without inflation."""

    kind: str = WHOLE
    per_youth: bool = True
    real: bool = False


@dataclass(frozen=True, slots=True)
class Risen:
    """How many municipalities spend more than in the first year, of those that can be compared."""

    risen: int
    counted: int
    missing: int


@kept
def spending_of(shelf: Shelf, way: Way) -> pd.DataFrame:
    """Give the spending of an edition counted in one way; callers must not change it."""
    return find_spending(
        figures_of(shelf, "spending"),
        way.kind,
        figures_of(shelf, "population") if way.per_youth else None,
        figures_of(shelf, "consumer_prices") if way.real else None,
    )


def own_and_group(
    shelf: Shelf, way: Way, area: str, peers: Collection[str]
) -> tuple[int | None, float | None, "pd.Series[float]"]:
    """Give the newest year of a region that has one, its spending, and that of its peers."""
    euros = spending_of(shelf, way)
    own = euros.reindex([area]).T[area].dropna()
    if own.empty:
        return None, None, pd.Series(dtype="float64")
    year = int(max(own.index))
    return year, float(own[year]), euros[year].reindex(sorted(peers))


def find_spending(
    spending: pd.DataFrame,
    category: str = WHOLE,
    youth: pd.DataFrame | None = None,
    prices: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give euros by region and year, per young person when ``youth`` (population) is given.

    With ``prices`` (consumer prices of one country) euros are those of the newest year that has
    both a price and spending; years without a price are left out.
    """
    euros = years_of(spending, category)
    if youth is not None:
        young = years_of(youth, UNDER_23)
        euros = euros.div(young.where(young > 0).reindex(euros.index), axis=0)[euros.columns]
    return euros if prices is None else _deflated(euros, prices)


def first_year_of(values: pd.DataFrame) -> int:
    """Give the year to lay others beside: FIRST_YEAR, or the first one with any figure."""
    known = columns_of(values.dropna(axis="columns", how="all"))
    return min((year for year in known if year >= FIRST_YEAR), default=FIRST_YEAR)


def index_to_first(values: pd.DataFrame, first: int = FIRST_YEAR) -> pd.DataFrame:
    """Write values as an index: the first year is 100; missing for who has no first year."""
    if first not in values:
        return values.iloc[:, :0]
    base = values[first].where(values[first] > 0)
    years = [year for year in columns_of(values) if year >= first]
    return values[years].div(base, axis=0) * 100


def measure_spread(index: pd.DataFrame, regions: Collection[str]) -> pd.DataFrame:
    """Measure by year the median of regions and their middle half (``SPENDING_SPREAD``).

    ``counted`` are the regions with a figure, ``missing`` those of the group without one.
    """
    group = index.reindex(sorted(regions))
    low, middle, high = (group.quantile(place) for place in QUARTILES)
    counted = group.notna().sum()
    spread = pd.DataFrame(
        {"low": low, "middle": middle, "high": high, "counted": counted}, index=index.columns
    )
    spread = spread.assign(missing=len(group) - counted)
    return spread.rename_axis("year").reset_index()


def count_risen(index: pd.DataFrame, regions: Collection[str], year: int) -> Risen:
    """Count who spends more in a year than in the first one."""
    group = index.reindex(sorted(regions))
    values = group[year].dropna() if year in group else pd.Series(dtype="float64")
    return Risen(int((values > 100).sum()), len(values), len(group) - len(values))


@kept
def budget_of(shelf: Shelf, region: str) -> pd.DataFrame:
    """Lay the budget of a region beside its spending (``BUDGETED``)."""
    return find_budget(figures_of(shelf, "spending"), figures_of(shelf, "budget"), region)


def find_budget(spending: pd.DataFrame, budget: pd.DataFrame, region: str) -> pd.DataFrame:
    """Lay budget beside spending, a row a year that has either (``BUDGETED``).

    ``difference`` is spending less budget, in euros and as a share of the budget.
    """
    both = {
        name: years_of(figures, WHOLE).reindex([region]).loc[region]
        for name, figures in (("budget", budget), ("spending", spending))
    }
    rows = pd.DataFrame(both).astype("float64").rename_axis("year").reset_index()
    rows = rows[rows[["budget", "spending"]].notna().any(axis=1)]
    difference = rows["spending"] - rows["budget"]
    over = difference / rows["budget"].where(rows["budget"] > 0)
    return rows.assign(difference=difference, over=over).sort_values("year", ignore_index=True)


def find_lines(
    index: pd.DataFrame, series: Mapping[str, str], spread: pd.DataFrame, breaks: pd.DataFrame
) -> pd.DataFrame:
    """Give the lines of a picture (``SPENDING_LINES``): of regions by name, and of the group.

    ``segment`` numbers the stretches between breaks.
    """
    segments = segments_of(columns_of(index), breaks)
    parts = [
        index.reindex([region]).T.set_axis(["index"], axis=1).assign(series=name)
        for name, region in series.items()
    ]
    group = spread.set_index("year")[["middle"]].rename(columns={"middle": "index"})
    lines = pd.concat([*parts, group.assign(series="group")]).rename_axis("year").reset_index()
    return lines.assign(segment=lines["year"].map(segments))


def segments_of(years: Collection[int], breaks: pd.DataFrame) -> dict[int, int]:
    """Number the stretches of years between breaks; a line never runs from one into the next."""
    starts = sorted(set(breaks["year"]))
    return {year: sum(start <= year for start in starts) for year in sorted(years)}


def comparable_years(years: Collection[int], breaks: pd.DataFrame) -> list[int]:
    """List the years that may be laid beside the newest one: those after the last break."""
    segments = segments_of(years, breaks)
    last = max(segments.values(), default=0)
    return [year for year, segment in segments.items() if segment == last]


def _deflated(euros: pd.DataFrame, prices: pd.DataFrame) -> pd.DataFrame:
    level = years_of(prices, "").max()
    both = [year for year in columns_of(euros) if year in level.index and level[year] > 0]
    if not both:
        return euros.iloc[:, :0]
    return euros[both] * (level[max(both)] / level[both])
