"""What the page Verwacht en werkelijk looks at: a region, a year and a kind of youth care."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from core.expected.features import (
    find_counted_in,
    find_features,
    find_provisional,
    find_published,
    find_years,
)
from core.expected.outcomes import OUTCOMES, Outcome
from core.expected.use import (
    COUNTRY,
    MUNICIPALITY,
    WIDER,
    Comparison,
    compare_use,
    use_of_kind,
)
from core.opendata.shelf import FIGURES_FILE, Shelf, members_of, name_of, regions_of
from core.session import OpenVisit
from core.text import expected as text
from pages.areas import require_area
from pages.ending import end_page

REGIONS = (MUNICIPALITY, *WIDER)
CHOICES = (*text.KINDS, *(form for form in text.FORM_NAMES if form not in text.KINDS))


@dataclass(frozen=True, slots=True)
class Look:
    """A visit, the region that was chosen with its kind, and the question about it."""

    visit: OpenVisit
    area: str
    kind: str
    year: int
    form: str

    @property
    def outcome(self) -> Outcome:
        """What is expected."""
        return OUTCOMES[self.form]

    @property
    def when(self) -> str:
        """The year in words, with whether its figures may still change."""
        return text.year_name(
            self.year, provisional=self.year in find_provisional(self.visit.shelf)
        )

    @property
    def counted_in(self) -> int:
        """The year in which the young people were counted of whom the shares are."""
        return find_counted_in(self.visit.shelf, self.year, self.outcome)

    @property
    def name(self) -> str:
        """The name of the region."""
        return name_of(self.visit.shelf, self.area)

    @property
    def members(self) -> list[str]:
        """The municipalities of the region, itself when it is one."""
        return list(members_of(self.visit.shelf, self.area))


def choose_look(visit: OpenVisit) -> Look:
    """Ask on one line for the region, the kind of youth care and the year.

    Without a region, or without figures, the page stops after saying what to do.
    """
    if not visit.area:
        require_area(visit, REGIONS)
    where, what, when = st.columns([9, 5, 3], vertical_alignment="bottom")
    with where:
        area = require_area(visit, REGIONS)
    form = what.selectbox(
        text.WHAT, CHOICES, format_func=text.form_name, key="expected_form", persist_state="session"
    )
    years = find_years(visit.shelf, OUTCOMES[form])
    if not years:
        st.info(text.NO_YEARS)
        end_page()
    provisional = find_provisional(visit.shelf)
    year = when.selectbox(
        text.YEAR,
        years,
        index=_newest_definitive(years, provisional),
        format_func=lambda one: text.year_name(one, provisional=one in provisional),
        key="expected_year",
        persist_state="session",
    )
    return Look(visit, area, _kind_of(visit.shelf, area), int(year), str(form))


def features_of(look: Look) -> pd.DataFrame:
    """Give the municipalities with all that an expectation is made from (``FEATURES``)."""
    shelf = look.visit.shelf
    return _features(shelf, _stamp(shelf), look.year)


def comparison_of(look: Look) -> Comparison | None:
    """Compare all municipalities; None when too few are known. Made once for all visitors."""
    shelf = look.visit.shelf
    return _comparison(shelf, _stamp(shelf), look.year, look.form)


def use_of(look: Look, kind: str = "") -> pd.DataFrame | None:
    """Give the use of all regions of a kind (that of the look itself unless another is asked)."""
    comparison = comparison_of(look)
    if comparison is None:
        return None
    shelf, asked = look.visit.shelf, kind or look.kind
    published = find_published(shelf, look.year, look.outcome, asked)
    return use_of_kind(comparison, regions_of(shelf), asked, published)


def row_of(look: Look, area: str = "", kind: str = "") -> "pd.Series[Any] | None":
    """Give the row of a region (that of the look unless another is asked); None without one."""
    use = use_of(look, kind)
    rows = None if use is None else use[use["region"] == (area or look.area)]
    return None if rows is None or rows.empty else rows.iloc[0]


def of_form(look: Look, form: str) -> Look:
    """Give the same look at another kind of youth care."""
    return replace(look, form=form)


def around(look: Look) -> list[tuple[str, str]]:
    """List the region and the wider ones it lies in, as code and kind, the country last."""
    regions = regions_of(look.visit.shelf).set_index("region")
    own = regions.loc[look.area]
    wider = [
        (str(own[kind]), kind)
        for kind in ("youth_region", "province")
        if look.kind == MUNICIPALITY and own[kind]
    ]
    country = [(str(code), COUNTRY) for code in regions.index[regions["kind"] == COUNTRY]]
    return [(look.area, look.kind), *wider, *country]


def _kind_of(shelf: Shelf, area: str) -> str:
    return str(regions_of(shelf).set_index("region").loc[area, "kind"])


def _newest_definitive(years: Sequence[int], provisional: frozenset[int]) -> int:
    """Give the place of the newest year that will not change any more; else the newest."""
    return next((place for place, year in enumerate(years) if year not in provisional), 0)


def _stamp(shelf: Shelf) -> str:
    """Tell editions apart, and what was fetched anew under the same name."""
    changed = (shelf.folder / FIGURES_FILE).stat().st_mtime_ns
    return f"{shelf.folder}|{shelf.edition}|{changed}"


@st.cache_data(show_spinner=False, max_entries=12)
def _features(_shelf: Shelf, stamp: str, year: int) -> pd.DataFrame:  # noqa: ARG001 - tells apart
    return find_features(_shelf, year)


@st.cache_data(show_spinner=False, max_entries=120)
def _comparison(_shelf: Shelf, stamp: str, year: int, form: str) -> Comparison | None:
    return compare_use(_features(_shelf, stamp, year), OUTCOMES[form])
