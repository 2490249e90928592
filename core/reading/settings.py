"""The rules of counting as a file: ``rules.toml`` becomes ``Rules``.

Every setting of ``core.trajectories.rules`` by its own name. ``merge_gap_days`` and ``as_of`` may
be "auto", ``as_of`` is a date. ``[ladder]`` and ``uncounted`` replace the default as a whole, and
then match labels exactly as they stand in the data.
"""

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, Final

from core.errors import WrongRules
from core.tables import UNRANKED
from core.trajectories.calendar import day_number
from core.trajectories.rules import AUTO, Rules

AUTOMATIC: Final = "auto"
MAY_BE_AUTOMATIC: Final = ("merge_gap_days", "as_of")
DERIVED: Final = ("default_ladder",)
"""A setting that follows from another and is not given itself."""


def read_rules(path: Path) -> Rules:
    """Read ``rules.toml``. Raises ``WrongRules`` naming the setting that cannot be meant."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise WrongRules(path.name, "not_toml") from problem
    return rules_of(given)


def rules_of(given: dict[str, Any]) -> Rules:
    """Make rules of settings by name, the others at their default."""
    types = {field.name: field.type for field in fields(Rules) if field.name not in DERIVED}
    if unknown := set(given) - set(types):
        raise WrongRules(min(unknown), "unknown_setting")
    settings = {name: _value(name, types[name], value) for name, value in given.items()}
    for name in MAY_BE_AUTOMATIC:
        if given.get(name) == AUTO:  # a number that only this code may use
            raise WrongRules(name, "too_low")
    if "ladder" in settings:
        settings["default_ladder"] = False
    if "uncounted" in settings:
        settings.setdefault("uncounted_groups", ())
    return Rules(**settings)


def _value(name: str, kind: Any, value: Any) -> Any:  # noqa: ANN401 - TOML may hold anything
    if name in MAY_BE_AUTOMATIC and value == AUTOMATIC:
        return AUTO
    if name == "as_of":
        return _as_of(value)
    if name == "ladder":
        return _ladder(value)
    if kind is bool or kind is int:
        return _scalar(name, kind, value)
    return _labels(name, value)


def _scalar(name: str, kind: type, value: Any) -> Any:  # noqa: ANN401 - as above
    if type(value) is not kind:
        raise WrongRules(name, "wants_switch" if kind is bool else "wants_number")
    return value


def _as_of(value: Any) -> int:  # noqa: ANN401 - as above
    try:
        return day_number(value if isinstance(value, date) else date.fromisoformat(value))
    except (TypeError, ValueError) as problem:
        raise WrongRules("as_of", "wants_date") from problem


def _ladder(value: Any) -> tuple[tuple[str, int], ...]:  # noqa: ANN401 - as above
    rungs = value.items() if isinstance(value, dict) else []
    if not rungs or any(type(level) is not int or level <= UNRANKED for _, level in rungs):
        raise WrongRules("ladder", "wants_level")
    return tuple(sorted(rungs))


def _labels(name: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
        raise WrongRules(name, "wants_list")
    return tuple(value)
