"""The status line under every picture: source, period, definition, as_of, level, protection."""

from typing import Final

from core.disclosure import Level
from core.text import general, repairs, shell
from core.trajectories.calendar import date_of
from core.trajectories.rules import Rules

BY_START: Final = "trajecten die in de periode begonnen"
BY_CLIENT: Final = (
    "jeugdigen met in de periode een dag hulp die bij de filters past; al hun hulp telt mee"
)
BY_CHAIN: Final = "reeksen waarvan het eerste traject in de periode begon"


def status_line(source: str, period: str, basis: str, rules: Rules, level: Level) -> str:
    """Write the line: what the numbers stand on, and how far they can be trusted."""
    parts = [
        f"Bron: {source}",
        f"periode: {period} ({basis})",
        f"stand op {general.day(date_of(rules.as_of))}, latere regels tellen niet mee",
        definition(rules),
        shell.level_line(level),
        shell.protection(level),
    ]
    return " · ".join(parts)


def standing(end_day: int, rules: Rules) -> str:
    """Badge figures about a period: provisional while late lines may still change them.

    ``end_day`` is the first day after the period, as a day number.
    """
    settled = rules.as_of + 1 - rules.recent_days
    if end_day <= settled:
        return f"● **Definitief**, voor zover te zien: de periode eindigt voor {_day(settled)}."
    return (
        f"◔ **Voorlopig**: wat na {_day(settled - 1)} gebeurde, kan nog veranderen door late "
        "declaraties."
    )


def _day(day: int) -> str:
    return general.day(date_of(day))


def definition(rules: Rules) -> str:
    """Say in one sentence what a trajectory and a chain are under these rules."""
    order = "ook gelijktijdige hulp telt" if rules.count_parallel else "alleen hulp na elkaar telt"
    repaired = f"; {repairs.switched_on(rules.repairs)}" if rules.repairs else ""
    trajectory = _bridged(rules.merge_gap_days, "zonder declaratie")
    chain = _bridged(rules.chain_gap_days, "zonder hulp")
    return f"een traject {trajectory}, een reeks {chain}; {order}{repaired}"


def _bridged(days: int, without: str) -> str:
    """Say how long a break may be that goes on as the same; with no days there may be none."""
    if not days:
        return f"stopt bij de eerste dag {without}"
    return f"overbrugt ten hoogste {general.days(days)} {without}"
