"""How far one can see: up to which day it is known what did and did not begin.

What began shortly before ``as_of`` may not have been declared yet, so that nobody was followed up
to the day of the extract. Everything is followed up to the first day that late lines may still
change, ``recent_days`` before it; what had not begun by then is unknown, not absent.
"""

from core.trajectories.rules import Rules


def first_unsettled(rules: Rules) -> int:
    """Give the first day about which late lines may still tell something: all before is known."""
    return rules.as_of + 1 - rules.recent_days
