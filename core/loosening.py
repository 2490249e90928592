"""Rules that a link froze, given back to the data where these decide the same.

A link writes every rule in force, so that no later default changes its picture. Rules are also the
name of an analysis: what is only written differently should not be made a second time.
"""

from dataclasses import replace
from typing import Any

from core.analysis import settle
from core.datasets import DataSet, declarations_of
from core.trajectories.choosing import default_rung
from core.trajectories.rules import AUTO, Rules, start_rules

DECIDED_BY_DATA = ("as_of", "merge_gap_days")


def loosened(data_set: DataSet, rules: Rules) -> Rules:
    """Leave to the data what they decide alike, and to the ladder what it has of itself.

    Under repairs the data may decide otherwise than their lines say, so that those rules stay.
    """
    usual = settle(declarations_of(data_set), start_rules())
    decided = () if rules.repairs else DECIDED_BY_DATA
    alike: dict[str, Any] = {
        name: AUTO for name in decided if getattr(rules, name) == getattr(usual, name)
    }
    own = tuple((form, rung) for form, rung in rules.ladder if rung != default_rung(form))
    return replace(rules, ladder=own, **alike)
