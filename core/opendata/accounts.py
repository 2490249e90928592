"""The accounts of municipalities (Iv3) of one year, as spending and budget for youth care."""

import re
from typing import Final

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.catalogue import Entry
from core.opendata.costs import (
    ACCOUNTS,
    BUDGET,
    EXPENSES,
    add_up,
    find_settled,
    leaves_of,
    posts_in,
)
from core.opendata.descriptions import Description, Dimension
from core.opendata.questions import Filter, Question
from core.tables import OPEN_FIGURES

REPORTS: Final = {"spending": ACCOUNTS, "budget": BUDGET}
POSTS: Final = re.compile(r"balanspost", re.IGNORECASE)
REPORT: Final = re.compile(r"verslagsoort", re.IGNORECASE)
CATEGORY: Final = re.compile(r"categorie", re.IGNORECASE)
REGION: Final = re.compile(r"gemeenten", re.IGNORECASE)
PLACINGS: Final = {
    "first": re.compile(r"^k_1.*plaatsing"),
    "second": re.compile(r"^k_2.*plaatsing"),
}


def question_of_accounts(described: Description, entry: Entry) -> Question:
    """Ask for the expenses on the posts of youth care, in the accounts and in the budget."""
    posts, report, category = (_named(described, one) for one in (POSTS, REPORT, CATEGORY))
    kinds = posts_in(entry.year, {item.key: item.title for item in posts.items})
    if not kinds:
        raise SourceNotUsable(described.table.id, "no_key", posts.name)
    reports = tuple(item.key for item in report.items if item.key.endswith(tuple(REPORTS.values())))
    filters = (
        Filter(posts.name, keys=tuple(kinds)),
        Filter(report.name, keys=reports),
        Filter(category.name, starts=(EXPENSES,)),
        Filter(_named(described, REGION).name, starts=("GM",)),
    )
    measures = tuple(_placings(described).values())
    return Question(described.table, measures, filters, published_only=True)


def shape_accounts(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read accounts as ``OPEN_FIGURES``; a municipality that gave nothing has no figure."""
    posts, report = _named(described, POSTS), _named(described, REPORT)
    kinds = posts_in(entry.year, {item.key: item.title for item in posts.items})
    rows = _side_by_side(described, figures)
    listed = []
    for topic, ending in REPORTS.items():
        part = rows[rows[report.name].str.endswith(ending)]
        added = add_up(part.rename(columns={posts.name: "post"}), kinds)
        listed.append(added.assign(topic=topic, status=_statuses(part, added["region"], topic)))
    shaped = pd.concat(listed, ignore_index=True).assign(
        period=f"{entry.year}JJ00",
        year=entry.year,
        source=described.table.id,
    )
    return shaped[list(OPEN_FIGURES)]


def _statuses(part: pd.DataFrame, regions: "pd.Series[str]", topic: str) -> "pd.Series[str]":
    """Call what was spent final once a second publication is there; a budget is what it is."""
    settled = set(regions) if topic == "budget" else find_settled(part)
    return regions.isin(settled).map({True: "definitive", False: "provisional"})


def unknown_posts(described: Description, entry: Entry) -> tuple[str, ...]:
    """List posts about youth in the title that the crosswalk does not know: codes, in order.

    A post that is divided further stands for its parts only.
    """
    titles = {item.key: item.title for item in _named(described, POSTS).items}
    known = posts_in(entry.year, titles)
    about = [code for code in leaves_of(list(titles)) if "jeugd" in titles[code].casefold()]
    return tuple(code for code in about if code not in known)


def _side_by_side(described: Description, figures: pd.DataFrame) -> pd.DataFrame:
    """Lay the first and the second publication side by side, a row a post and a category."""
    names = {key: placing for placing, key in _placings(described).items()}
    dimensions = [one.name for one in described.dimensions]
    texts = figures.astype(dict.fromkeys([*dimensions, "measure"], str))
    wide = texts.assign(measure=texts["measure"].map(names)).pivot_table(
        index=dimensions, columns="measure", values="value", aggfunc="first"
    )
    wide = wide.reindex(columns=["first", "second"]).reset_index().rename_axis(columns=None)
    region, category = _named(described, REGION).name, _named(described, CATEGORY).name
    return wide.rename(columns={region: "region", category: "account"})


def _placings(described: Description) -> dict[str, str]:
    """Give the keys of the first and the second publication."""
    found = {
        placing: measure.key
        for measure in described.measures
        for placing, pattern in PLACINGS.items()
        if pattern.match(measure.name.casefold())
    }
    if not found:
        raise SourceNotUsable(described.table.id, "no_measure", "plaatsing")
    return found


def _named(described: Description, pattern: re.Pattern[str]) -> Dimension:
    for one in described.dimensions:
        if pattern.search(one.name):
            return one
    raise SourceNotUsable(described.table.id, "no_dimension", pattern.pattern)
