"""The way through: declarations and rules become trajectories, chains and triggers, kept once.

    declarations [--repairs--> repaired] --settle--> rules --> trajectories --> chained --> triggers

The command line and the pages both walk it. What it keeps lives in the workspace under names that
begin with the analysis' own name, so that several sets of rules stand side by side.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, Workspace, collect, keep, keep_again, kept, visit
from core.quality.repairing import apply_repairs
from core.trajectories.administrative import find_administrative, find_births
from core.trajectories.building import find_trajectories
from core.trajectories.chains import find_chains, find_counted
from core.trajectories.counting import count_rows
from core.trajectories.freshness import (
    as_of_of,
    count_starting_lines,
    count_whole_months,
    merge_gap_of,
)
from core.trajectories.periods import before_as_of, find_periods
from core.trajectories.rules import Rules, settled
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers

REPAIRED: Final = "repaired"
"""Ends the name under which repaired lines are kept."""

ON_PAPER: Final = "on_paper"
"""Ends the name under which administrative steps are kept."""

TALKS: Final = "talks"
"""The name under which all talks are kept: those of a file and those that were recorded."""

Report = Callable[[str, float], None]
"""Told which step begins (a key of ``core.text.progress``) and the share done, 0 to 1."""


def _silent(step: str, share: float) -> None:
    """Report to nobody."""
    del step, share


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tables of one data set under one set of settled rules, open for one reader.

    ``declarations`` are the accepted lines, ``repaired`` those lines after the repairs that the
    rules choose: the same table when they choose none. ``evaluations`` are the talks behind the
    triggers, and ``revision`` goes up when others were recorded. ``on_paper`` lists the starts
    that are no step of the help (``ON_PAPER``); None when the rules recognise none.
    """

    rules: Rules
    declarations: Frame
    repaired: Frame
    trajectories: Frame
    chained: Frame
    triggers: Frame
    has_evaluations: bool
    evaluations: Frame | None = None
    revision: int = 0
    on_paper: Frame | None = None


def settle(declarations: Frame, rules: Rules) -> Rules:
    """Fix what the data decide: the labels of the ladder, ``as_of`` and the merge gap.

    Raises ``ValueError`` when there is no declaration at all.
    """
    forms = collect(declarations.select("care_form").unique())["care_form"].tolist()
    by_day = collect(count_starting_lines(declarations))
    lines_by_day = dict(zip(by_day["start"].tolist(), by_day["lines"].tolist(), strict=True))
    months = collect(count_whole_months(declarations)).iloc[0]
    last_end = None if months.isna()["last_end"] else int(months["last_end"])
    return settled(
        rules,
        forms,
        as_of_of(lines_by_day, last_end),
        merge_gap_of(int(months["ended"]), int(months["whole"])),
    )


def analyse(
    workspace: Workspace,
    rules: Rules,
    evaluations: Frame | None = None,
    report: Report = _silent,
    name: str = "analysis",
) -> Analysis:
    """Build every table of a data set and keep it in the workspace.

    Expects the table ``declarations`` there. ``rules`` may still hold AUTO.
    """
    declarations = kept(workspace, "declarations")
    report("settle", 0.0)
    repaired = _repaired(workspace, declarations, rules, name)
    fixed = settle(repaired, rules)
    report("trajectories", 0.1)
    trajectories = keep(workspace, find_trajectories(repaired, fixed), f"{name}_trajectories")
    report("chains", 0.6)
    on_paper = _on_paper(workspace, repaired, trajectories, fixed, name)
    linked = keep(workspace, find_chains(trajectories, fixed, on_paper), f"{name}_linked")
    report("steps", 0.75)
    chained = keep(workspace, find_steps(linked, fixed), f"{name}_chained")
    report("triggers", 0.9)
    found = find_triggers(chained, fixed, evaluations)
    triggers = keep(workspace, found, f"{name}_triggers")
    report("done", 1.0)
    return Analysis(
        *(fixed, declarations, repaired),
        *(trajectories, chained, triggers),
        has_evaluations=evaluations is not None,
        evaluations=evaluations,
        on_paper=on_paper,
    )


def judge_again(
    workspace: Workspace, analysis: Analysis, evaluations: Frame | None, name: str
) -> Analysis:
    """Find the triggers of an analysis anew, by other talks; all else stays as it is."""
    chained = kept(workspace, f"{name}_chained")
    found = find_triggers(chained, analysis.rules, evaluations)
    triggers = keep_again(workspace, found, f"{name}_triggers")
    told = evaluations is not None
    return replace(analysis, triggers=triggers, has_evaluations=told, evaluations=evaluations)


def opened(workspace: Workspace, analysis: Analysis, name: str = "analysis") -> Analysis:
    """Open an analysis that was kept, on a connection of one's own: for one run of a page."""
    return opened_on(visit(workspace), analysis, name)


def opened_on(own: Workspace, analysis: Analysis, name: str) -> Analysis:
    """Open an analysis that was kept on a given connection, on which more can be kept."""
    return Analysis(
        analysis.rules,
        kept(own, "declarations"),
        kept(own, f"{name}_{REPAIRED}" if analysis.rules.repairs else "declarations"),
        kept(own, f"{name}_trajectories"),
        kept(own, f"{name}_chained"),
        kept(own, f"{name}_triggers"),
        analysis.has_evaluations,
        kept(own, TALKS) if analysis.has_evaluations else None,
        analysis.revision,
        kept(own, f"{name}_{ON_PAPER}") if analysis.rules.administrative else None,
    )


def _repaired(workspace: Workspace, declarations: Frame, rules: Rules, name: str) -> Frame:
    """Repair the lines once and keep them; without a repair nothing is read or written."""
    if not rules.repairs:
        return declarations
    return keep(workspace, apply_repairs(declarations, rules.repairs), f"{name}_{REPAIRED}")


def _on_paper(
    workspace: Workspace, declarations: Frame, trajectories: Frame, rules: Rules, name: str
) -> Frame | None:
    """Find the administrative steps once and keep them; None when the rules recognise none."""
    if not rules.administrative:
        return None
    found = find_administrative(trajectories, find_births(declarations), rules)
    return keep(workspace, found, f"{name}_{ON_PAPER}")


def count_attrition(analysis: Analysis) -> list[dict[str, int | str]]:
    """Count what each step of the construction leaves over (``ATTRITION`` from accepted on)."""
    rules, declared = analysis.rules, analysis.repaired
    following = analysis.chained.filter(nw.col("kind") == "next")
    steps = {
        "accepted": count_rows(analysis.declarations),
        "before_as_of": count_rows(before_as_of(declared, rules)),
        "after_netting": count_rows(find_periods(declared, rules), nw.col("lines").sum()),
        "trajectories": count_rows(analysis.trajectories),
        "counted": count_rows(find_counted(analysis.trajectories, rules)),
        "next": count_rows(following),
    }
    return [{"step": step} | _counts(frame) for step, frame in steps.items()]


def _counts(frame: Frame) -> dict[str, int]:
    row = collect(frame).fillna(0).iloc[0]
    return {"rows": int(row["rows"]), "clients": int(row["clients"])}
