"""Dutch of what changed since the delivery before."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS
from core.text import general
from core.trajectories.calendar import date_of

TITLE: Final = "Wat is er veranderd sinds de vorige levering?"
ONE_VERSION: Final = (
    "Er is maar één levering van deze gegevens. Na de volgende levering staat hier wat er "
    "veranderde."
)
REFUSED: Final = (
    f"Deze levering verschilt bij deze keuze minder dan {MINIMUM_PERSONS} jeugdigen van de vorige. "
    "Wie de twee naast elkaar legt, zou iets over die paar jeugdigen kunnen lezen. Daarom staat de "
    "vergelijking hier niet."
)
QUARTER: Final = "Kwartaal"
FIGURE: Final = "Kerncijfer"
THEN: Final = "Vorige levering"
NOW: Final = "Deze levering"
LINES_THEN: Final = "Regels, vorige levering"
LINES_NOW: Final = "Regels, deze levering"
EUROS_THEN: Final = "Bedrag, vorige levering"
EUROS_NOW: Final = "Bedrag, deze levering"
CHANGE_NAMES: Final[Mapping[str, str]] = {
    "added": "Erbij",
    "removed": "Weg",
    "changed": "Gewijzigd",
}
ALL_HIDDEN: Final = (
    "Hoeveel regels er sinds de vorige levering bij kwamen, weg gingen of veranderden, is niet te "
    "tonen."
)
NOTE: Final = (
    "Een regel is dezelfde als hij hetzelfde referentienummer heeft, of anders dezelfde jeugdige, "
    "gemeente, aanbieder, product en periode. Gewijzigd is een ander bedrag, een andere "
    "toewijzing, verwijzer of reden van beëindiging, of een kant die de regel er nu ook of niet "
    "meer levert."
)


def compared(earlier: str, then: int, now: int) -> str:
    """Say with which delivery this one is compared, and until which day each of them counts."""
    told = f"Vergeleken met {earlier.lower()} van dezelfde gegevens, onder dezelfde telregels."
    if then == now:
        return told
    before, after = general.day(date_of(then)), general.day(date_of(now))
    return (
        f"{told} De peildatum was {before} en is nu {after}: ook daardoor kunnen de kerncijfers "
        "verschillen."
    )


def finding(changes: pd.DataFrame) -> str:
    """Say how many lines were added, changed and removed, from ``CHANGES`` of all quarters as one.

    Published: what was left out is few, or many of which another number would tell the few.
    """
    lines = dict(zip(changes["change"], changes["lines"], strict=True))
    if not changes["lines"].fillna(1).any():  # what is hidden may be a change
        return "Er is geen regel veranderd sinds de vorige levering."
    if changes["lines"].isna().all():
        return ALL_HIDDEN
    told = [f"{_told(lines[name])} {name_of.lower()}" for name, name_of in CHANGE_NAMES.items()]
    return f"Regels sinds de vorige levering: {general.listed(told)}."


def _told(lines: object) -> str:
    """Write a published number of lines within a sentence."""
    hidden = bool(pd.isna(lines))  # type: ignore[call-overload]
    return "een niet te tonen aantal" if hidden else general.count(lines)


def then_and_now(then: object, now: object) -> str:
    """Say what a published figure was in the delivery before; both are protected numbers."""
    before, after = general.count(then), general.count(now)
    if before == after:
        return f"Dit cijfer was in de vorige levering ook {after}."
    return f"Dit cijfer was in de vorige levering {before} en is nu {after}."


def figures_table(then: pd.DataFrame, now: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Write published headline figures (``HEADLINES``) of both deliveries side by side."""
    before = dict(zip(then["headline"], then["number"], strict=True))
    after = dict(zip(now["headline"], now["number"], strict=True))
    rows = [
        {FIGURE: name, THEN: general.count(before[key]), NOW: general.count(after[key])}
        for key, name in names.items()
        if key in before and key in after
    ]
    return pd.DataFrame(rows, columns=[FIGURE, THEN, NOW])


def quarter_table(versions: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Write published ``VERSIONS`` and ``CHANGES`` as a table, a quarter a row."""
    lines = _cells(versions, "version", "lines")
    cents = _cells(versions, "version", "amount_cents")
    told = _cells(changes, "change", "lines")
    rows = [
        {
            QUARTER: general.quarter(quarter),
            LINES_THEN: general.count(lines[quarter, "before"]),
            LINES_NOW: general.count(lines[quarter, "after"]),
            **{name: general.count(told[quarter, change]) for change, name in CHANGE_NAMES.items()},
            EUROS_THEN: general.euros(cents[quarter, "before"]),
            EUROS_NOW: general.euros(cents[quarter, "after"]),
        }
        for quarter in sorted(set(versions["quarter"]))
    ]
    return pd.DataFrame(rows)


def _cells(table: pd.DataFrame, key: str, number: str) -> dict[tuple[int, str], float]:
    keys = zip(table["quarter"].astype(int), table[key], strict=True)
    return dict(zip(keys, table[number], strict=True))
