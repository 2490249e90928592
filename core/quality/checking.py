"""Checking rules: which of them passed, failed, or cannot be checked, and the lines that failed.

declarations, set_aside, allocations --(one pass per Among)--> counts of each rule
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import narwhals.stable.v2 as nw

from core.frames import Frame, collect
from core.quality.delivered import Delivered
from core.quality.registry import RULES
from core.quality.rule import ALLOCATIONS_TABLE, Among, Rule, Tables
from core.tables import MISSING

OUTCOMES: Final = ("failed", "passed", "not_checkable")

LINE: Final = ("source", "row")
"""What names a line."""

OWNERS: Final = ("provider", "municipality", "source")
"""Whose a line may be."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleResult:
    """What checking a rule gave: failed, passed, or not_checkable because ``missing`` is.

    ``lines`` failed it, of so many different ``clients`` and ``suppliers`` (providers).
    """

    rule: Rule
    outcome: str
    missing: tuple[str, ...] = ()
    lines: int = 0
    clients: int = 0
    suppliers: int = 0


def tables_of(
    declarations: Frame, set_aside: Frame, delivered: Delivered, allocations: Frame | None = None
) -> Tables:
    """Put together what rules look at. Allocations without a row count as not delivered."""
    if allocations is None or not int(collect(allocations.select(n=nw.len()))["n"].iloc[0]):
        return Tables(declarations, set_aside, delivered)
    columns = delivered.columns | {ALLOCATIONS_TABLE}
    return Tables(declarations, set_aside, delivered.holding(columns), allocations)


def check_rules(tables: Tables, rules: Iterable[Rule] = RULES) -> tuple[RuleResult, ...]:
    """Check rules, in the order in which they are given. The same for any order of the lines."""
    given = tuple(rules)
    counts: dict[str, dict[str, int]] = {}
    for among, together in passes_of(given, tables.delivered).items():
        counts |= _count_failing(tables, among, together)
    return tuple(_result_of(rule, tables.delivered, counts) for rule in given)


def passes_of(rules: Iterable[Rule], delivered: Delivered) -> Mapping[Among, tuple[Rule, ...]]:
    """Divide the rules that can be checked into passes: those that look at the same lines."""
    passes: dict[Among, tuple[Rule, ...]] = {}
    for rule in rules:
        if not rule.missing_in(delivered):
            passes[rule.among] = (*passes.get(rule.among, ()), rule)
    return passes


def find_failing(tables: Tables, rule: Rule) -> Frame:
    """Find the lines that fail a rule: ``source`` and ``row``, and never a value."""
    return failing_lines(tables, rule).select(*LINE)


def failing_lines(tables: Tables, rule: Rule) -> Frame:
    """Find the lines that fail a rule, with ``LINE`` and ``OWNERS`` only."""
    failing = rule.among(tables).filter(rule.condition(tables.delivered))
    return failing.select(*dict.fromkeys([*LINE, *OWNERS]))


def _count_failing(
    tables: Tables, among: Among, rules: tuple[Rule, ...]
) -> dict[str, dict[str, int]]:
    """Count what fails the rules of one pass, by way of counts per client and provider."""
    flags = {
        rule.code: nw.when(rule.condition(tables.delivered)).then(nw.lit(1)).otherwise(nw.lit(0))
        for rule in rules
    }
    people = [nw.col(name).fill_null(MISSING) for name in ("client_id", "provider")]
    lines = among(tables).select(*people, **flags)
    sums = lines.group_by("client_id", "provider").agg(nw.col(code).sum() for code in flags)
    failing = sums.filter(nw.any_horizontal(*_any_of(flags), ignore_nulls=True))
    counted = collect(failing)
    return {code: _counts_of(counted, code) for code in flags}


def _any_of(codes: Iterable[str]) -> list[nw.Expr]:
    return [nw.col(code) > 0 for code in codes]


def _counts_of(counted: Any, code: str) -> dict[str, int]:  # noqa: ANN401 - a small result
    hit = counted[counted[code] > 0]
    return {
        "lines": int(hit[code].sum()),
        "clients": len(set(hit["client_id"]) - {MISSING}),
        "suppliers": len(set(hit["provider"]) - {MISSING}),
    }


def _result_of(
    rule: Rule, delivered: Delivered, counts: Mapping[str, Mapping[str, int]]
) -> RuleResult:
    if missing := rule.missing_in(delivered):
        return RuleResult(rule, "not_checkable", missing)
    found = counts[rule.code]
    return RuleResult(rule, "failed" if found["lines"] else "passed", (), **found)
