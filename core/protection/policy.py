"""The policy: from how many persons a number may be shown, and how it is rounded.

Whoever installs the app chooses once, before the server starts: ``TRAJECTZICHT_RULE`` is
``streng`` (the default: 0 to 9 persons are secret, as in the regional monitors) or ``cbs`` (0 to 7,
the practice of Statistics Netherlands for youth care). Both round to fives, and there is no value
with which fewer than eight persons show. ``TRAJECTZICHT_P_PERCENT`` and
``TRAJECTZICHT_MOST_OF_TWO`` say how much of an amount one or two may have. They are configuration
only and stand on no screen: who knows them knows how close to an amount one can come.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from core.errors import WrongSetting

RULE: Final = "TRAJECTZICHT_RULE"
P_PERCENT: Final = "TRAJECTZICHT_P_PERCENT"
MOST_OF_TWO: Final = "TRAJECTZICHT_MOST_OF_TWO"


@dataclass(frozen=True, slots=True)
class Policy:
    """What every number at a shared level has to satisfy.

    ``threshold`` is the least number of persons, ``base`` what counts are rounded to and
    ``providers`` the least number of them behind an amount. Percentages of an amount:
    ``most_of_one`` and ``most_of_two`` are what the largest provider, and the two largest, may have
    at most; ``p_percent`` is how far the second largest must stay from telling the largest.
    """

    name: str
    threshold: int
    base: int
    providers: int
    most_of_one: int
    p_percent: int
    most_of_two: int


STRICT: Final = Policy(
    name="streng",
    threshold=10,
    base=5,
    providers=3,
    most_of_one=80,
    p_percent=10,
    most_of_two=90,
)
"""The default. ``most_of_one``: Bureau of Labor Statistics (US), Quarterly Census of Employment."""

STATISTICS: Final = replace(STRICT, name="cbs", threshold=8)
"""CBS, Kerncijfers wijken en buurten, section 5.8: 0 to 7 is secret, the rest in fives."""

RULES: Final[Mapping[str, Policy]] = {one.name: one for one in (STRICT, STATISTICS)}


def policy_of(environment: Mapping[str, str]) -> Policy:
    """Read the policy from the environment. Raises ``WrongSetting`` for what cannot be meant."""
    name = environment.get(RULE, "") or STRICT.name
    if name not in RULES:
        raise WrongSetting(RULE, "rule")
    chosen = RULES[name]
    return replace(
        chosen,
        p_percent=_percent(environment, P_PERCENT, chosen.p_percent),
        most_of_two=_percent(environment, MOST_OF_TWO, chosen.most_of_two),
    )


@cache
def policy() -> Policy:
    """Give the policy in force, read once: it stays the same for as long as the server runs.

    Every way into the app refuses a wrong setting with ``policy_of`` before it starts; where one
    would not, the strict policy holds.
    """
    try:
        return policy_of(os.environ)
    except WrongSetting:
        return STRICT


def _percent(environment: Mapping[str, str], name: str, default: int) -> int:
    word = environment.get(name, "")
    if not word:
        return default
    if not word.isdecimal() or not 1 <= int(word) <= 100:
        raise WrongSetting(name, "percent")
    return int(word)
