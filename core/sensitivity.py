"""Sensitivity: the same question under every other definition a table might have chosen.

A finding that holds whichever way one counts is a finding; one that comes and goes with a choice is
a reason to talk about the choice. What a variant shares with the chosen rules is not built again:
trajectories serve every pause inside a chain, and only one variant stands in memory at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from threading import get_ident
from typing import Final, TypeVar

from core.analysis import Analysis
from core.care_forms import known_form
from core.frames import Frame, Workspace, collect, forget, keep
from core.trajectories.administrative import find_administrative, find_births
from core.trajectories.building import find_trajectories
from core.trajectories.chains import find_chains
from core.trajectories.rules import ADMINISTRATIVE, SENSITIVITY, Rules
from core.trajectories.steps import find_steps
from core.trajectories.tariffs import count_day_prices, ladder_by_price
from core.trajectories.triggers import find_triggers

OWN: Final = "own"
GRID: Final = "grid"
"""The variants that are no switch: the chosen rules, and the grid of both pauses."""

GROUPS: Final = ("dyslexia", "measures")
"""Groups of care forms of which both answers are shown."""

STEPS: Final = ("trajectories", "on_paper", "chained")

Report = Callable[[float], object]
"""Told the share that is done, 0 to 1."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to count: OWN, GRID or the name of the switch that differs, and settled rules.

    A switch is by_price, or with or without something: parallel, administrative, or a group.
    """

    name: str
    rules: Rules


def find_variants(base: Analysis) -> tuple[Variant, ...]:
    """List the chosen rules, the grid of both pauses, and each switch turned the other way.

    A group of care forms that is not in the data is no variant.
    """
    rules = base.rules
    grid = [
        Variant(GRID, replace(rules, merge_gap_days=merge, chain_gap_days=chain))
        for merge in SENSITIVITY["merge_gap_days"]
        for chain in SENSITIVITY["chain_gap_days"]
    ]
    prices = collect(count_day_prices(base.trajectories, rules.as_of))
    ladder = ladder_by_price(rules.ladder, list(prices.itertuples(index=False, name=None)))
    forms = sorted(collect(base.trajectories.select("care_form").unique())["care_form"])
    groups = [find_group_switched(rules, forms, group) for group in GROUPS]
    return (
        Variant(OWN, rules),
        *grid,
        Variant("by_price", replace(rules, ladder=ladder)),
        _parallel_switched(rules),
        *[variant for variant in groups if variant is not None],
        _administrative_switched(rules),
    )


def find_kind_variants(base: Analysis) -> tuple[Variant, ...]:
    """List the chosen rules, and each kind of step on paper turned the other way, by its name."""
    chosen = base.rules.administrative
    turned = [set(chosen) ^ {kind} for kind in ADMINISTRATIVE]
    kinds = [tuple(kind for kind in ADMINISTRATIVE if kind in other) for other in turned]
    rules = [replace(base.rules, administrative=kept) for kept in kinds]
    return (Variant(OWN, base.rules), *map(Variant, ADMINISTRATIVE, rules))


def _parallel_switched(rules: Rules) -> Variant:
    name = "without_parallel" if rules.count_parallel else "with_parallel"
    return Variant(name, replace(rules, count_parallel=not rules.count_parallel))


def _administrative_switched(rules: Rules) -> Variant:
    if rules.administrative:
        return Variant("with_administrative", replace(rules, administrative=()))
    return Variant("without_administrative", replace(rules, administrative=ADMINISTRATIVE))


def find_group_switched(rules: Rules, forms: Sequence[str], group: str) -> Variant | None:
    """Let a group of care forms count where it did not, and leave it out where it did.

    Takes settled rules and the labels in the data; None when none of them is of the group.
    """
    of_group = [label for label in forms if is_of_group(label, group)]
    if not of_group:
        return None
    others = tuple(label for label in rules.uncounted if label not in of_group)
    if others != rules.uncounted:
        return Variant(f"with_{group}", replace(rules, uncounted=others))
    return Variant(f"without_{group}", replace(rules, uncounted=(*others, *of_group)))


def is_of_group(label: str, group: str) -> bool:
    """Tell whether a label names a care form of a group that may be left out."""
    form = known_form(label)
    return form is not None and form.uncounted == group


def differs_in_pauses_only(rules: Rules, other: Rules) -> bool:
    """Tell whether rules differ in both pauses only, as in the grid; also where they are alike."""
    pauses = {name: getattr(rules, name) for name in SENSITIVITY}
    return replace(other, **pauses) == rules


def measure_variants(
    workspace: Workspace,
    base: Analysis,
    variants: Sequence[Variant],
    measure: Callable[[Analysis], Result],
    report: Report,
) -> list[Result]:
    """Measure something under each variant, in their order.

    ``base`` is open on ``workspace``, where nothing stays behind. Variants that need the same
    trajectories have to stand together, or these are built again.
    """
    found: list[Result] = []
    try:
        for basis, group in groupby(variants, lambda variant: _basis(variant.rules)):
            built = _with_trajectories(workspace, base, basis)
            for variant in group:
                report(len(found) / len(variants))
                is_base = variant.rules == base.rules
                analysis = base if is_base else _with_chains(workspace, built, variant.rules)
                found.append(measure(analysis))
    finally:
        for step in STEPS:
            forget(workspace, _name(step))
    return found


def _basis(rules: Rules) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Give what trajectories depend on, among all that differs between variants."""
    return rules.merge_gap_days, rules.ladder


def _with_trajectories(
    workspace: Workspace, base: Analysis, basis: tuple[int, tuple[tuple[str, int], ...]]
) -> Analysis:
    if basis == _basis(base.rules):
        return base
    rules = replace(base.rules, merge_gap_days=basis[0], ladder=basis[1])
    built = find_trajectories(base.repaired, rules)
    return replace(base, rules=rules, trajectories=_kept(workspace, built, "trajectories"))


def _with_chains(workspace: Workspace, built: Analysis, rules: Rules) -> Analysis:
    on_paper = None
    if rules.administrative:
        births = find_births(built.repaired)
        listed = find_administrative(built.trajectories, births, rules)
        on_paper = _kept(workspace, listed, "on_paper")
    linked = find_chains(built.trajectories, rules, on_paper)
    chained = _kept(workspace, find_steps(linked, rules), "chained")
    triggers = find_triggers(chained, rules, built.evaluations)
    return replace(built, rules=rules, chained=chained, triggers=triggers, on_paper=on_paper)


def _kept(workspace: Workspace, frame: Frame, step: str) -> Frame:
    return keep(workspace, frame, _name(step))


def _name(step: str) -> str:
    """Name a table of this moment, apart from those of whoever else asks the same."""
    return f"variant_{get_ident()}_{step}"
