"""The rules of counting in force, each with its value and since when it holds."""

from collections.abc import Iterator

from core import __version__
from core.session import Visit, current_rules
from core.text import exceptions, general, privacy, repairs
from core.text import rules as text
from core.trajectories.calendar import date_of
from core.trajectories.rules import AUTO, Rules, start_rules

SWITCHES = {
    "uncounted_groups": text.GROUP_NAMES,
    "administrative": text.KIND_NAMES,
    "repairs": repairs.NAMES,
    "exceptions": exceptions.NAMES,
}
"""The lists of which each name is on or off."""


def rows_in_force(visit: Visit | None) -> list[tuple[str, str, str]]:
    """List the rules of a visit: name, value, since when; without data those every visit begins by.

    What the data decide has the value that they gave.
    """
    chosen, settled = current_rules(), visit.rules if visit else current_rules()
    return [_as_of(chosen, settled), *_numbers(chosen, settled), *_lists(chosen), _ladder(chosen)]


def _as_of(chosen: Rules, settled: Rules) -> tuple[str, str, str]:
    day = general.day(date_of(settled.as_of)) if settled.as_of != AUTO else privacy.AUTOMATIC
    return text.AS_OF, day, _since(chosen, "as_of")


def _numbers(chosen: Rules, settled: Rules) -> Iterator[tuple[str, str, str]]:
    for name, label in text.NAMES.items():
        value = getattr(settled, name)
        yield label, _value(name, value), _since(chosen, name)


def _value(name: str, value: int) -> str:
    if isinstance(value, bool):
        return privacy.ON if value else privacy.OFF
    return text.option(name, value).removesuffix(text.STANDARD)


def _lists(chosen: Rules) -> Iterator[tuple[str, str, str]]:
    for setting, names in SWITCHES.items():
        on = [names[name] for name in getattr(chosen, setting)]
        listed = general.listed([one[0].lower() + one[1:] for one in on]) or privacy.NOTHING
        yield privacy.LISTS[setting], listed, _since(chosen, setting)


def _ladder(chosen: Rules) -> tuple[str, str, str]:
    changed = [f"{label}: {text.rung(level, -1)}" for label, level in chosen.ladder]
    return privacy.LADDER, general.listed(changed) or privacy.USUAL, _since(chosen, "ladder")


def _since(chosen: Rules, name: str) -> str:
    value = getattr(chosen, name)
    if value != getattr(start_rules(), name):
        return privacy.OWN_CHOICE
    if value == AUTO and name in {"as_of", "merge_gap_days"}:
        return privacy.SETTLED
    return privacy.STANDARD.format(version=__version__)
