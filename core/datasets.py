"""Data sets: what was loaded together, with the analyses made of it.

Its lines stand in Parquet that is stored, or in memory for the sample; its analyses live in a
DuckDB and go with it. They are kept per set of rules, the least recently used one leaves first, so
that moving through the rules of a meeting stays quick and memory stays bounded.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import narwhals.stable.v2 as nw

from core.analysis import TALKS, Analysis, Report, analyse, judge_again, opened, opened_on
from core.frames import (
    Frame,
    Workspace,
    collect,
    forget,
    frame_of_rows,
    keep_again,
    kept,
    visit,
)
from core.reading.delivery import Delivery
from core.tables import EVALUATIONS, Table
from core.trajectories.calendar import date_of
from core.trajectories.choosing import month_ends_between
from core.trajectories.rules import AUTO, Rules

MOST_ANALYSES: Final = 12
"""Sets of rules that stay ready at once."""

Talk = Mapping[str, str | int]
"""A talk as a row of ``EVALUATIONS``."""

OTHER_SCHEMES: Final = "other_schemes"
"""The name of the table with lines of other schemes (``core.tables.OTHER_SCHEMES``)."""

TABLES: Final = ("repaired", "trajectories", "on_paper", "linked", "chained", "triggers")


@dataclass(frozen=True, slots=True)
class DataSet:
    """One load: its id (for links), title, tables, what the load found, and names for codes.

    ``names`` maps (kind, code) to a name, with kinds provider, municipality and product.
    ``has_evaluations`` says whether talks came with the files; ``recorded`` holds what people
    recorded since, each time all of it, of which the last counts.
    """

    id: str
    title: str
    workspace: Workspace
    delivery: Delivery
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    has_evaluations: bool = False
    recorded: list[tuple[Talk, ...]] = field(default_factory=list)
    analyses: "OrderedDict[Rules, tuple[str, Analysis]]" = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)


def analysis_of(data_set: DataSet, rules: Rules, report: Report) -> Analysis:
    """Open the analysis of a data set under some rules, and make it when it is not there."""
    name, analysis = _made(data_set, rules, report)
    return opened(data_set.workspace, analysis, name)


def base_of(data_set: DataSet, rules: Rules, report: Report) -> tuple[Workspace, Analysis]:
    """Open an analysis with a connection on which others can be made of it for a moment."""
    name, analysis = _made(data_set, rules, report)
    own = visit(data_set.workspace)
    return own, opened_on(own, analysis, name)


def take_talks(data_set: DataSet, recorded: Sequence[Talk]) -> None:
    """Judge by other recorded talks than before, beside those of the files, in every analysis."""
    with data_set.lock:
        data_set.recorded.append(tuple(recorded))
        talks, revision = _talks(data_set), len(data_set.recorded)
        for rules, (name, analysis) in list(data_set.analyses.items()):
            judged = judge_again(data_set.workspace, analysis, talks, name)
            data_set.analyses[rules] = (name, replace(judged, revision=revision))


def recorded_talks(data_set: DataSet) -> tuple[Talk, ...]:
    """Give the talks that people recorded, beside those of the files."""
    return data_set.recorded[-1] if data_set.recorded else ()


def is_ready(data_set: DataSet, rules: Rules) -> bool:
    """Tell whether an analysis can be opened at once."""
    return rules in data_set.analyses


def first_and_last_start(data_set: DataSet) -> tuple[int, int]:
    """Give the first and the last day on which declared care begins."""
    starts = declarations_of(data_set).select(
        first=nw.col("start").min(), last=nw.col("start").max()
    )
    row = collect(starts).iloc[0]
    return int(row["first"]), int(row["last"])


def first_and_last_year(data_set: DataSet, rules: Rules) -> tuple[int, int]:
    """Give the calendar years that filters offer: from the first start up to ``as_of``."""
    first = date_of(first_and_last_start(data_set)[0]).year
    return first, max(first, date_of(rules.as_of).year)


def is_possible(data_set: DataSet, rules: Rules) -> bool:
    """Tell whether rules from a link could have been chosen for these data.

    A screen offers month ends up to a few months beyond the data, and care forms that are there.
    """
    days = (AUTO, *month_ends_between(*first_and_last_start(data_set)))
    if rules.as_of not in days:
        return False
    forms = care_forms_of(data_set)
    return all(label in forms for label, _ in rules.ladder)


def care_forms_of(data_set: DataSet) -> set[str]:
    """Give the care forms of the accepted lines, as they were delivered."""
    return set(collect(declarations_of(data_set).select("care_form").unique())["care_form"])


def has_other_schemes(data_set: DataSet) -> bool:
    """Tell whether any accepted line is of another scheme than youth care."""
    others = kept(visit(data_set.workspace), OTHER_SCHEMES)
    return bool(collect(others.select(lines=nw.len()))["lines"].item())


def schemes_of(data_set: DataSet, rules: Rules) -> tuple[Frame, Frame]:
    """Give the trajectories under some rules and the lines of other schemes, to be joined.

    The analysis under these rules must be there.
    """
    name, _ = data_set.analyses[rules]
    own = visit(data_set.workspace)
    return kept(own, f"{name}_trajectories"), kept(own, OTHER_SCHEMES)


def schemes_and_lines_of(data_set: DataSet, rules: Rules) -> tuple[Frame, Frame, Frame]:
    """Give what ``schemes_of`` gives and the accepted lines of youth care, to be joined."""
    name, _ = data_set.analyses[rules]
    own = visit(data_set.workspace)
    others = kept(own, OTHER_SCHEMES)
    return kept(own, f"{name}_trajectories"), others, kept(own, "declarations")


def declarations_of(data_set: DataSet) -> Frame:
    """Give the accepted lines (``DECLARATIONS``), by a connection of one's own."""
    return kept(visit(data_set.workspace), "declarations")


def lines_beside(
    data_set: DataSet, rows: Sequence[Mapping[str, Any]], table: Table
) -> tuple[Frame, Frame]:
    """Give the accepted lines, and rows supplied beside them as a table, to be joined.

    Both are on one connection of one's own.
    """
    own = visit(data_set.workspace)
    return kept(own, "declarations"), frame_of_rows(own, [dict(row) for row in rows], table)


def allocations_of(data_set: DataSet) -> tuple[Frame, Frame]:
    """Give the accepted lines and the allocations (``ALLOCATIONS``), to be joined."""
    own = visit(data_set.workspace)
    return kept(own, "declarations"), kept(own, "allocations")


def read_of(data_set: DataSet) -> tuple[Frame, Frame, Frame]:
    """Give the accepted lines, those set aside (``SET_ASIDE``), and those of another scheme.

    Together they are what was read, on one connection of one's own.
    """
    own = visit(data_set.workspace)
    return kept(own, "declarations"), kept(own, "set_aside"), kept(own, OTHER_SCHEMES)


def name_of(data_set: DataSet, kind: str, code: str) -> str:
    """Give the name of a code, or the code itself where no name was supplied."""
    return data_set.names.get((kind, code), code)


def _made(data_set: DataSet, rules: Rules, report: Report) -> tuple[str, Analysis]:
    with data_set.lock:
        if rules not in data_set.analyses:
            _make(data_set, rules, report)
        data_set.analyses.move_to_end(rules)
        return data_set.analyses[rules]


def _make(data_set: DataSet, rules: Rules, report: Report) -> None:
    """Make an analysis and drop the one that was not used for longest."""
    number = 1 + max((int(name[1:]) for name, _ in data_set.analyses.values()), default=0)
    name = f"a{number}"
    made = analyse(data_set.workspace, rules, _talks(data_set), report, name)
    data_set.analyses[rules] = (name, replace(made, revision=len(data_set.recorded)))
    while len(data_set.analyses) > MOST_ANALYSES:
        _, (oldest, _) = data_set.analyses.popitem(last=False)
        for table in TABLES:
            forget(data_set.workspace, f"{oldest}_{table}")


def _talks(data_set: DataSet) -> Frame | None:
    """Keep all talks as one table; None when nobody told of any."""
    workspace, recorded = data_set.workspace, recorded_talks(data_set)
    parts = [kept(workspace, "evaluations")] if data_set.has_evaluations else []
    if recorded:
        parts.append(frame_of_rows(workspace, [dict(row) for row in recorded], EVALUATIONS))
    if not parts:
        return None
    whole = nw.concat([part.select(*EVALUATIONS) for part in parts], how="vertical")
    return keep_again(workspace, whole, TALKS)
