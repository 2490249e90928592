"""Links: the choices of a page as parameters of its address, and back.

Only registered values travel: codes, calendar years, and settings from ``REGISTERED``. A link
never carries data, and never a level.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import quote, unquote

from core.errors import WrongRules
from core.tables import UNRANKED
from core.trajectories.calendar import date_of, day_number
from core.trajectories.rules import AUTO, LISTS, REGISTERED, Rules, start_rules

SWITCHES: Final = ("count_parallel", "evaluation_on_start_day")

BETWEEN: Final = "~"
INSIDE: Final = "."
YES, NO = "ja", "nee"
YEARS: Final = "_"

CHOSEN: Final = tuple(
    field.name for field in fields(Rules) if field.name not in ("uncounted", "default_ladder")
)
"""The settings that a screen offers, and that a link may carry."""

RUNGS: Final = "0123456789"
"""The rungs that a link may carry, one figure each: what a screen offers."""

ADDRESS_OF: Final = {"care_form": "hulpvorm", "provider": "aanbieder", "referrer": "verwijzer"}
"""The parameter of each dimension."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a link says; empty text and zero years are choices it does not make.

    ``area``, ``peers`` and ``edition`` are of the pages of open data: a region, how its comparison
    group was composed, and the edition that the figures were of.
    """

    data: str = ""
    municipality: str = ""
    first_year: int = 0
    last_year: int = 0
    dimension: str = ""
    value: str = ""
    rules: str = ""
    area: str = ""
    peers: str = ""
    edition: str = ""


def parameters_of(choices: Choices) -> dict[str, str]:
    """Write choices as parameters, only those that were made."""
    years = f"{choices.first_year}{YEARS}{choices.last_year}" if choices.first_year else ""
    everything = {
        "data": choices.data,
        "gemeente": choices.municipality,
        "periode": years,
        ADDRESS_OF.get(choices.dimension, ""): choices.value,
        "regels": choices.rules,
        "gebied": choices.area,
        "groep": choices.peers,
        "open": choices.edition,
    }
    return {name: value for name, value in everything.items() if name and value}


def choices_of(parameters: Mapping[str, str]) -> Choices:
    """Read the choices of a link. What is not understood is left out; see ``unread``."""
    first, _, last = parameters.get("periode", "").partition(YEARS)
    in_order = _is_year(first) and _is_year(last) and int(first) <= int(last)
    years = (int(first), int(last)) if in_order else (0, 0)
    chosen = [name for name, address in ADDRESS_OF.items() if parameters.get(address)]
    dimension = chosen[0] if len(chosen) == 1 else ""
    return Choices(
        data=parameters.get("data", ""),
        municipality=parameters.get("gemeente", ""),
        first_year=years[0],
        last_year=years[1],
        dimension=dimension,
        value=parameters[ADDRESS_OF[dimension]] if dimension else "",
        rules=parameters.get("regels", ""),
        area=parameters.get("gebied", ""),
        peers=parameters.get("groep", ""),
        edition=parameters.get("open", ""),
    )


def unread(parameters: Mapping[str, str], of_page: Collection[str] = ()) -> list[str]:
    """Name the parameters of a link that say something nobody here can follow.

    ``of_page`` are the parameters of the page itself, which ``core.choice_words`` reads.
    """
    understood = {*parameters_of(choices_of(parameters)), *of_page}
    return [name for name, word in parameters.items() if word and name not in understood]


def text_of_rules(rules: Rules) -> str:
    """Write every setting that is not as every screen starts; empty when all are."""
    default = start_rules()
    return _settings(rules, [name for name in CHOSEN if _differs(name, rules, default)])


def text_of_all_rules(rules: Rules, in_force: Rules, care_forms: Iterable[str]) -> str:
    """Write every setting as it is in force, so that no later default or data change them.

    ``in_force`` are the rules settled by the data; of ``care_forms`` the rung is written too. A day
    that is no end of a month cannot travel: the data, which the link names, give the same.
    """
    rungs = dict.fromkeys(care_forms, UNRANKED) | dict(rules.ladder)
    held = {form: dict(in_force.ladder).get(form, UNRANKED) for form in rungs}
    fixed = replace(
        rules,
        as_of=in_force.as_of if is_month_end(date_of(in_force.as_of)) else rules.as_of,
        merge_gap_days=in_force.merge_gap_days,
        ladder=tuple(sorted(held.items())),
    )
    return _settings(fixed, [name for name in CHOSEN if name != "as_of" or fixed.as_of != AUTO])


def _settings(rules: Rules, names: Iterable[str]) -> str:
    return BETWEEN.join(f"{name}{INSIDE}{_written(name, rules)}" for name in names)


def _differs(name: str, rules: Rules, other: Rules) -> bool:
    return bool(getattr(rules, name) != getattr(other, name))


def rules_of_text(text: str) -> Rules:
    """Read settings as ``text_of_rules`` wrote them.

    Raises ``WrongRules`` for a setting that does not exist or a value that is not registered.
    """
    parts = [part.partition(INSIDE) for part in text.split(BETWEEN)] if text else []
    settings: dict[str, Any] = {name: _read(name, value) for name, _, value in parts}
    return replace(start_rules(), **settings)


def is_month_end(day: date) -> bool:
    """Tell whether a date is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def _written(name: str, rules: Rules) -> str:
    value = getattr(rules, name)
    if name in SWITCHES:
        return YES if value else NO
    if name == "as_of":
        return date_of(value).isoformat()
    if name in LISTS:
        return "+".join(value)
    if name == "ladder":
        return "+".join(f"{_quoted(label)}*{level}" for label, level in value)
    return str(value)


def _quoted(label: str) -> str:
    """Write a label without any of the separators; ``quote`` leaves the tilde as it is."""
    return quote(label, safe="").replace(BETWEEN, "%7E")


def _read(name: str, text: str) -> object:
    readers = {"as_of": _read_as_of, "ladder": _read_ladder}
    if name in readers:
        return readers[name](text)
    if name in LISTS:
        return _read_list(name, text)
    if name in SWITCHES and text in (YES, NO):
        return text == YES
    if name in REGISTERED and text in map(str, REGISTERED[name]):
        return int(text)
    raise WrongRules(name, "not_registered")


def _read_as_of(text: str) -> int:
    try:
        day = date.fromisoformat(text)
    except ValueError as problem:
        raise WrongRules("as_of", "wants_date") from problem
    if not is_month_end(day):
        raise WrongRules("as_of", "not_registered")
    return max(day_number(day), AUTO)


def _read_list(name: str, text: str) -> tuple[str, ...]:
    known, reason = LISTS[name]
    chosen = set(text.split("+")) if text else set()
    if chosen - set(known):
        raise WrongRules(name, reason)
    return tuple(value for value in known if value in chosen)


def _read_ladder(text: str) -> tuple[tuple[str, int], ...]:
    pairs = [part.rpartition("*") for part in text.split("+")] if text else []
    if not all(label and level in tuple(RUNGS) for label, _, level in pairs):
        raise WrongRules("ladder", "wants_level")
    return tuple(sorted((unquote(label), int(level)) for label, _, level in pairs))


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == len("2024")
