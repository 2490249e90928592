"""The accounts of municipalities (Iv3): which posts are youth care, and which part of it.

The posts were renumbered three times. A row of the crosswalk says in which years a post counts,
and as what; posts that are shared with other laws (670-672, 6.2) are ``access`` and never part of
the total. Only expenses are added up (categories that begin with L), of one kind of report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

NOT_GIVEN: Final = -99998
"""What stands in the accounts where a municipality gave no figure; real amounts go below it."""

ACCOUNTS: Final = "X005"
BUDGET: Final = "X000"
EXPENSES: Final = "L"


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the accounts: its code (all that begins so), the years, and the kind of costs.

    An empty kind counts in the total only: the post holds several kinds.
    """

    code: str
    first_year: int
    last_year: int
    kind: str


POSTS: Final = (
    Post("670", 2015, 2016, "access"),
    Post("671", 2015, 2016, "access"),
    Post("672", 2015, 2016, "access"),
    Post("682", 2015, 2016, ""),
    Post("683", 2015, 2016, "measures"),
    Post("6.2", 2017, 2024, "access"),
    Post("6.72", 2017, 2022, ""),
    Post("6.82", 2017, 2022, "measures"),
    Post("6.72", 2023, 2024, "no_stay"),
    Post("6.73", 2023, 2024, "stay"),
    Post("6.74a", 2023, 2024, "no_stay"),
    Post("6.74b", 2023, 2024, "stay"),
    Post("6.74c", 2023, 2024, "stay"),
    Post("6.82", 2023, 2024, "measures"),
    Post("6.21", 2025, 2099, "access"),
    Post("6.22", 2025, 2099, "access"),
    Post("6.23", 2025, 2099, "access"),
    Post("6.75", 2025, 2099, "no_stay"),
    Post("6.76", 2025, 2099, "stay"),
    Post("6.79", 2025, 2099, ""),
    Post("6.82", 2025, 2099, "measures"),
)
"""The crosswalk. 2015-2016 are the older functions, which mix youth care with support for adults;
of 2025 the numbers are known in words only, so that they are checked against the titles."""

ADULTS: Final = ("18+", "wmo")
"""Words in the title of a post that make it no youth care, whatever its number."""


def posts_in(year: int, titles: dict[str, str]) -> dict[str, str]:
    """Give the kind of costs of each post of a year that is youth care, or access to it.

    ``titles`` are all posts of the table of that year. A post that is divided further is left out
    for its parts.
    """
    codes = leaves_of(list(titles))
    found = {code: _kind(code, titles[code], year) for code in codes}
    return {code: kind for code, kind in found.items() if kind is not None}


def add_up(figures: pd.DataFrame, kinds: dict[str, str]) -> pd.DataFrame:
    """Add up expenses by municipality: columns region, category (kind of costs) and value.

    ``figures`` holds region, post, category of the accounts, and first and second (publication),
    in thousands of euros. The second publication is used where there is one.
    """
    expenses = figures[figures["account"].isin(leaves_of(sorted(set(figures["account"]))))]
    expenses = expenses[expenses["account"].str.startswith(EXPENSES)]
    amount = _given(expenses["second"]).fillna(_given(expenses["first"])) * 1000
    rows = expenses.assign(value=amount, kind=expenses["post"].map(kinds)).dropna(subset=["value"])
    parts = rows[rows["kind"] != ""].groupby(["region", "kind"])["value"].sum()
    whole = rows[rows["kind"] != "access"].groupby("region")["value"].sum()
    listed = [
        parts.rename_axis(["region", "category"]).reset_index(),
        whole.rename("value").reset_index().assign(category="all"),
    ]
    return pd.concat(listed, ignore_index=True)[["region", "category", "value"]]


def find_settled(figures: pd.DataFrame) -> set[str]:
    """Name the municipalities of which a second publication was given: their figures are final."""
    return set(figures.loc[_given(figures["second"]).notna(), "region"])


def _given(amounts: "pd.Series[float]") -> "pd.Series[float]":
    return amounts.where(amounts != NOT_GIVEN)


def leaves_of(codes: Sequence[str]) -> list[str]:
    """Keep the codes that no other code goes on from: 6.72 is left out beside 6.72a."""
    return [
        code for code in codes if not any(_divides(other, code) for other in codes if other != code)
    ]


def _divides(other: str, code: str) -> bool:
    """Tell whether a code is a part of another: 6.72a and L3.4.1 of 6.72 and L3.4."""
    rest = other.removeprefix(code)
    return rest != other and (rest[0].isalpha() or rest[0] == ".")


def _kind(code: str, title: str, year: int) -> str | None:
    if any(word in title.casefold() for word in ADULTS) and not title.casefold().count("jeugd"):
        return None
    fitting = [
        post
        for post in POSTS
        if post.first_year <= year <= post.last_year and code.startswith(post.code)
    ]
    return max(fitting, key=lambda post: len(post.code)).kind if fitting else None
