"""Inspection: what the rules of quality found in a data set, and the tables they looked at.

Done once for a data set, because it does not depend on the rules of counting nor on a filter.
"""

from dataclasses import dataclass

import pandas as pd

from core.datasets import DataSet
from core.frames import Frame, kept, visit
from core.quality.checking import RuleResult, check_rules, tables_of
from core.quality.delivered import Delivered, find_delivered
from core.quality.reconciliation import is_two_sided
from core.quality.repairing import count_each_repair
from core.quality.rule import Tables
from core.tables import REPAIR_COUNTS


@dataclass(frozen=True, slots=True, eq=False)
class Inspection:
    """What was found: the delivery as a whole, a result for every rule, and who delivered.

    Two-sided is when both municipality and provider did.
    """

    delivered: Delivered
    results: tuple[RuleResult, ...]
    two_sided: bool

    @property
    def counts(self) -> tuple[int, int, int]:
        """Count the rules that failed, passed, and could not be checked."""
        outcomes = [result.outcome for result in self.results]
        failed, passed, unchecked = map(outcomes.count, ("failed", "passed", "not_checkable"))
        return failed, passed, unchecked


def inspect(data_set: DataSet) -> Inspection:
    """Check every rule on a data set."""
    declarations, set_aside, allocations = _frames_of(data_set)
    tables = tables_of(declarations, set_aside, find_delivered(declarations), allocations)
    return Inspection(tables.delivered, check_rules(tables), is_two_sided(declarations))


def opened_tables(data_set: DataSet, inspection: Inspection) -> Tables:
    """Open what rules look at on a connection of one's own, for one run of a page."""
    declarations, set_aside, allocations = _frames_of(data_set)
    return Tables(declarations, set_aside, inspection.delivered, allocations)


def rows_of(inspection: Inspection, outcome: str) -> pd.DataFrame:
    """List the rules with an outcome: code, name, severity, missing, and exact lines and clients.

    In order of code, which tells nothing; not yet protected.
    """
    chosen = [result for result in inspection.results if result.outcome == outcome]
    return pd.DataFrame(
        {
            "code": [result.rule.code for result in chosen],
            "name": [result.rule.name for result in chosen],
            "severity": [result.rule.severity for result in chosen],
            "missing": [result.missing for result in chosen],
            "lines": pd.array([result.lines for result in chosen], "Int64"),
            "clients": pd.array([result.clients for result in chosen], "Int64"),
        }
    )


def repairable(data_set: DataSet) -> pd.DataFrame:
    """Count what every repair would do by itself (``REPAIR_COUNTS``), exactly."""
    declarations, _, _ = _frames_of(data_set)
    return pd.DataFrame(count_each_repair(declarations), columns=[*REPAIR_COUNTS])


def _frames_of(data_set: DataSet) -> tuple[Frame, Frame, Frame]:
    """Open accepted lines, lines that were set aside, and allocations, on one connection."""
    own = visit(data_set.workspace)
    return kept(own, "declarations"), kept(own, "set_aside"), kept(own, "allocations")
