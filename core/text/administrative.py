"""Dutch of the steps on paper: how many of each kind there are, and what each changes."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general
from core.text.rules import KIND_NAMES
from core.text.sensitivity import outcome_or_refused

KIND: Final = "Soort"
STEPS: Final = "Starts die geen stap zijn"
OFF: Final = "staat uit"
TITLE: Final = "Administratieve stappen"
EFFECT_TITLE: Final = "Wat doet elke soort met de kerncijfers?"
EFFECT_BUTTON: Final = "Tel elke soort andersom"
EFFECT_HELP: Final = (
    "De app telt opnieuw, met telkens één soort andersom: uit wat nu aan staat, en aan wat nu uit "
    "staat."
)
OWN: Final = "Uw keuze"
TURNED: Final = "{kind}: {turned}"
ON_NOW, OFF_NOW = "wel als stap", "niet als stap"
HEADLINES: Final[Mapping[str, str]] = {
    "long_chains": "Na twee jaar drie of meer op rij",
    "light_up": "Licht begonnen: omhoog binnen twee jaar",
    "talks": "Regie op drie: gesprek vooraf",
}


def rows_of_kinds(kinds: pd.DataFrame, chosen: tuple[str, ...]) -> pd.DataFrame:
    """Write how many starts each kind leaves out; a kind that is off says so."""
    counts = dict(zip(kinds["reason"], kinds["steps"], strict=True))
    rows = [
        {KIND: name, STEPS: general.count(counts.get(kind)) if kind in chosen else OFF}
        for kind, name in KIND_NAMES.items()
    ]
    return pd.DataFrame(rows)


def rows_of_effects(effects: Mapping[str, pd.DataFrame], chosen: tuple[str, ...]) -> pd.DataFrame:
    """Write each headline under the chosen rules and with one kind turned the other way.

    ``effects`` has for each headline a row a variant: ``name``, ``part``, ``whole`` and
    ``is_refused``.
    """
    names = next(iter(effects.values()))["name"]
    first = {KIND: [turned(name, chosen) for name in names]}
    columns = {
        HEADLINES[headline]: list(
            map(outcome_or_refused, rows["part"], rows["whole"], rows["is_refused"])
        )
        for headline, rows in effects.items()
    }
    return pd.DataFrame(first | columns)


def turned(name: str, chosen: tuple[str, ...]) -> str:
    """Say what a variant does: a kind that is left out counts as a step, and the other way."""
    if name not in KIND_NAMES:
        return OWN
    return TURNED.format(kind=KIND_NAMES[name], turned=ON_NOW if name in chosen else OFF_NOW)
