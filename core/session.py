"""What the app remembers for one visitor, and how that travels in a link.

The only module in core that knows Streamlit. A visit holds the data set that is open, the rules
that were chosen and the shared filters; the address holds the same choices, as registered values
only, so that a colleague with the same data sees the same page.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar, cast

import streamlit as st

from core.analysis import Analysis
from core.datasets import DataSet, analysis_of, first_and_last_year, is_ready, name_of
from core.disclosure import Level
from core.frames import Frame, hold
from core.levels import USUAL, level_of_server, lowest_of
from core.opendata.editions import choose_shelf
from core.opendata.shelf import Shelf, area_of, regions_of
from core.opening import SAMPLE_ID, open_sample
from core.text import general, progress
from core.text import shell as text
from core.trajectories.cohorts import find_observed
from core.trajectories.rules import Rules, start_rules
from core.trajectories.selection import Selection, select_chains

DATA_SET: Final = "data_set"
RULES: Final = "rules"
REMEMBERED: Final = "remembered"
OBSERVED: Final = "observed"
OWN_TALKS: Final = "own_talks"  # talks about data that are not stored go with the visit
AREA: Final = "area"  # the region of the pages of open data: a code of ``OPEN_REGIONS``
PEERS: Final = "peers"  # how the comparison group was composed, as the text of a link
EDITION: Final = "edition"  # which edition of open data a visit chose
CHOSEN_LEVEL: Final = "chosen_level"  # a level below that of the server
MEETING_LEVEL: Final = "meeting_level"  # the level at which a meeting is held, while it lasts
YEAR_KEYS: Final = ("from_year", "to_year")
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs: the data set, its analysis, the selection and the level."""

    data_set: DataSet
    analysis: Analysis
    selection: Selection
    level: Level

    @property
    def rules(self) -> Rules:
        """The settled rules behind every number."""
        return self.analysis.rules

    @property
    def years(self) -> str:
        """The period as people read it."""
        return general.period(self.selection.first_year, self.selection.last_year)

    def name(self, kind: str, code: str) -> str:
        """Name a provider, municipality or product; text that was not delivered says so."""
        return general.filled(name_of(self.data_set, kind, code))


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """What a page of open data needs; it answers without declarations, at every level.

    ``area`` is the region that was chosen, empty when none is; ``peers`` tells how the comparison
    group was composed; ``own`` is the visit to the declarations, when any are open.
    """

    shelf: Shelf
    area: str
    peers: str
    level: Level
    own: Visit | None


def server_level() -> Level:
    """Give the level that was fixed when the server started: no visit sees more than that."""
    on_loopback = st.get_option("server.address") in LOOPBACK
    return level_of_server(os.environ.get("TRAJECTZICHT_LEVEL", USUAL), on_loopback=on_loopback)


def current_level() -> Level:
    """Give the level of this visit: that of the server, or a lower one that was chosen."""
    kept = [st.session_state.get(key) for key in (CHOSEN_LEVEL, MEETING_LEVEL)]
    return lowest_of(server_level(), [word for word in kept if word])


def lower_level(level: Level) -> None:
    """See less from now on in this visit, or again what the server allows; never in a meeting.

    What was remembered at another level is forgotten.
    """
    if not st.session_state.get(MEETING_LEVEL):
        st.session_state[CHOSEN_LEVEL] = lowest_of(server_level(), [level])
        st.session_state.pop(REMEMBERED, None)


def contact_address() -> str:
    """Give the address for questions, which whoever installs the app sets."""
    return os.environ.get("TRAJECTZICHT_CONTACT", text.NO_CONTACT)


def current_rules() -> Rules:
    """Give the rules chosen in this visit; at first those with which every screen starts."""
    return cast("Rules", st.session_state.get(RULES, start_rules()))


def choose_rules(rules: Rules) -> None:
    """Count by other rules from now on, on every page."""
    st.session_state[RULES] = rules


@st.cache_resource(show_spinner=False)
def sample_data_set() -> DataSet:
    """Open the sample region once for all visitors; it is the same for everybody."""
    return open_sample()


def current_data_set() -> DataSet | None:
    """Give the data set that is open in this visit, if any."""
    return cast("DataSet | None", st.session_state.get(DATA_SET))


def open_data_set(data_set: DataSet) -> None:
    """Open a data set in this visit; what was open before is forgotten, and its rules with it."""
    st.session_state[DATA_SET] = data_set
    st.session_state.pop(OWN_TALKS, None)
    st.session_state.pop(RULES, None)


def open_sample_region() -> None:
    """Open the sample region in this visit."""
    open_data_set(sample_data_set())


def own_data_set(data_set: DataSet) -> DataSet:
    """Give data that this visit may record something about: of the sample region a copy."""
    if data_set is sample_data_set():
        st.session_state[DATA_SET] = open_sample()
    return cast("DataSet", st.session_state[DATA_SET])


def is_sample(data_set: DataSet) -> bool:
    """Tell whether a data set is the artificial region that comes with the app."""
    return data_set.id == SAMPLE_ID


def close_data_set() -> None:
    """Forget everything that was loaded in this visit."""
    for key in (REMEMBERED, OWN_TALKS, DATA_SET, RULES):
        st.session_state.pop(key, None)


def open_analysis(data_set: DataSet, rules: Rules) -> Analysis:
    """Open the analysis under some rules; a new one shows its progress while it is made."""
    if is_ready(data_set, rules):
        return analysis_of(data_set, rules, lambda *_: None)
    bar = st.progress(0.0, text=text.LOADING)
    analysis = analysis_of(data_set, rules, lambda step, share: _tell(bar.progress, step, share))
    bar.empty()
    return analysis


def require_visit() -> Visit:
    """Return all a page needs, or point the visitor to the data and stop the page."""
    data_set = current_data_set()
    if data_set is None:
        st.info(general.NO_DATA_YET)
        st.page_link("prepare/start.py", label=general.GO_TO_START)
        st.page_link("prepare/data.py", label=general.GO_TO_DATA)
        st.stop()
    analysis = open_analysis(data_set, current_rules())
    years = first_and_last_year(data_set, analysis.rules)
    return Visit(data_set, analysis, chosen_selection(years), current_level())


def current_shelf() -> Shelf:
    """Give the edition of open data in use: the chosen one, or what goes with the data set."""
    data_set = current_data_set()
    beside_sample = data_set is not None and is_sample(data_set)
    return choose_shelf(st.session_state.get(EDITION) or "", beside_sample=beside_sample)


def open_visit() -> OpenVisit:
    """Return what a page of open data needs; declarations are opened when there are any."""
    own = require_visit() if current_data_set() is not None else None
    shelf, state = current_shelf(), st.session_state
    area, peers = state.get(AREA) or _own_area(shelf, own), state.get(PEERS) or ""
    return OpenVisit(shelf, area, peers, current_level(), own)


def _own_area(shelf: Shelf, own: Visit | None) -> str:
    """Give the municipality that the shared filters chose, when open data know it."""
    area = area_of(own.selection.municipality) if own and own.selection.municipality else ""
    return area if area in set(regions_of(shelf, "municipality")["region"]) else ""


def observed_chains(visit: Visit) -> Frame:
    """Hold the selected chains whose beginning lies in the data, for all questions of a page."""

    def find() -> Frame:
        return hold(select_chains(find_observed(visit.analysis.chained), visit.selection))

    return remembered(visit, OBSERVED, find)


def remembered(visit: Visit, name: str, make: Callable[[], Result]) -> Result:
    """Make something once, under its name, for the data, rules, filters and level of a visit."""
    results = st.session_state.setdefault(REMEMBERED, {})
    if not is_remembered(visit, name):
        results[name] = (_choice(visit), make())
    return cast("Result", results[name][1])


def is_remembered(visit: Visit, name: str) -> bool:
    """Tell whether something was already made under this name for the choices of a visit."""
    results = st.session_state.get(REMEMBERED, {})
    return name in results and results[name][0] == _choice(visit)


def _choice(visit: Visit) -> tuple[object, ...]:
    """Give everything that decides what a page shows."""
    return (visit.data_set.id, visit.rules, visit.selection, visit.level, visit.analysis.revision)


def chosen_selection(years: tuple[int, int]) -> Selection:
    """Read the shared filters as they stand; without any, everything in these years."""
    state = st.session_state
    first, last = (state.get(key, year) for key, year in zip(YEAR_KEYS, years, strict=True))
    value = state.get("value") or ""
    return Selection(
        first_year=min(first, last),
        last_year=max(first, last),
        municipality=state.get("municipality") or "",
        dimension=(state.get("dimension") or "") if value else "",
        value=value,
    )


def _tell(show: Callable[..., object], step: str, share: float) -> None:
    show(share, text=progress.STEPS.get(step, text.LOADING))
