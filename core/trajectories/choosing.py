"""Changing the rules one at a time, as people do at a table: registered values only."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Any, Final

from core.care_forms import UNCOUNTED_GROUPS, known_form
from core.errors import WrongRules
from core.tables import UNRANKED
from core.trajectories.calendar import MONTHS, date_of, day_number
from core.trajectories.rules import ADMINISTRATIVE, AUTO, EXCEPTIONS, REGISTERED, Rules

RUNGS: Final = (UNRANKED, *range(1, 10))
"""The rungs a table can choose for a care form; UNRANKED takes it off the ladder."""

MONTHS_BEFORE: Final = 12
MONTHS_AFTER: Final = 3


def with_number(rules: Rules, setting: str, value: int) -> Rules:
    """Change a number to one of its registered values; raises ``WrongRules`` for any other."""
    if value not in REGISTERED[setting]:
        raise WrongRules(setting, "not_registered")
    changed: dict[str, Any] = {setting: value}
    return replace(rules, **changed)


def with_switch(rules: Rules, setting: str, value: int) -> Rules:
    """Switch a setting on (1) or off (0); raises ``WrongRules`` for any other."""
    if setting == "count_parallel":
        return replace(rules, count_parallel=bool(value))
    if setting == "evaluation_on_start_day":
        return replace(rules, evaluation_on_start_day=bool(value))
    raise WrongRules(setting, "wants_switch")


def with_as_of(rules: Rules, day: int) -> Rules:
    """Look from another day: AUTO, or the last day of a month; raises ``WrongRules`` else."""
    if day != AUTO and month_end_or_auto(day) == AUTO:
        raise WrongRules("as_of", "not_registered")
    return replace(rules, as_of=day)


def with_group(rules: Rules, group: str, value: int) -> Rules:
    """Leave a group of care forms out (1) or let it count (0); the order of groups is fixed."""
    others = set(rules.uncounted_groups) - {group}
    left_out = others | {group} if value else others
    return replace(
        rules, uncounted_groups=tuple(name for name in UNCOUNTED_GROUPS if name in left_out)
    )


def with_exception(rules: Rules, exception: str, value: int) -> Rules:
    """Agree on an exception (1) or take it back (0); the order of exceptions is fixed."""
    others = set(rules.exceptions) - {exception}
    agreed = others | {exception} if value else others
    return replace(rules, exceptions=tuple(name for name in EXCEPTIONS if name in agreed))


def with_kind_on_paper(rules: Rules, kind: str, value: int) -> Rules:
    """Recognise a kind of administrative step (1) or not (0); the order of kinds is fixed."""
    others = set(rules.administrative) - {kind}
    chosen = others | {kind} if value else others
    return replace(rules, administrative=tuple(name for name in ADMINISTRATIVE if name in chosen))


def with_rung(rules: Rules, care_form: str, level: int) -> Rules:
    """Put a care form on a rung; on its default rung it leaves no trace in the rules."""
    rungs = dict(rules.ladder) | {care_form: level}
    if rules.default_ladder and level == default_rung(care_form):
        del rungs[care_form]
    return replace(rules, ladder=tuple(sorted(rungs.items())))


def rung_of(rules: Rules, care_form: str) -> int:
    """Give the rung of a care form under rules that may still hold the default ladder."""
    default = default_rung(care_form) if rules.default_ladder else UNRANKED
    return dict(rules.ladder).get(care_form, default)


def default_rung(care_form: str) -> int:
    """Give the rung that a care form has when nobody chose another; UNRANKED when unknown."""
    form = known_form(care_form)
    return form.level if form else UNRANKED


def is_left_out(rules: Rules, care_form: str) -> bool:
    """Tell whether a care form takes no place in chains, by itself or by its group."""
    form = known_form(care_form)
    by_group = form is not None and form.uncounted in rules.uncounted_groups
    return care_form in rules.uncounted or by_group


def month_ends_around(day: int, first: int) -> tuple[int, ...]:
    """List the last days of the months round a day, latest first; none before the day ``first``."""
    month = _month(day)
    least = max(month - MONTHS_BEFORE, _month(first))
    return tuple(map(_month_end, range(month + MONTHS_AFTER, least - 1, -1)))


def month_ends_between(first: int, last: int) -> tuple[int, ...]:
    """List what ``as_of`` may be for data that begin and end so: MONTHS_AFTER more at the end."""
    return tuple(map(_month_end, range(_month(first), _month(last) + MONTHS_AFTER + 1)))


def month_end_or_auto(day: int) -> int:
    """Give a day that is the last of its month, and AUTO for any other: no link carries those."""
    return day if date_of(day + 1).day == 1 else AUTO


def _month(day: int) -> int:
    here = date_of(day)
    return here.year * MONTHS + here.month - 1


def _month_end(month: int) -> int:
    year, place = divmod(month, MONTHS)
    return day_number(date(year, place + 1, monthrange(year, place + 1)[1]))
