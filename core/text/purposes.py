"""Dutch of the register of purposes: why every field is kept, for which page, and how long."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.purposes import KEPT_BESIDE, KEPT_TABLES, Purpose, grouped
from core.text import general, keeping, shell

REASONS: Final[Mapping[str, str]] = {
    "person": "Hulp van één jeugdige bij elkaar brengen, zonder te weten wie het is.",
    "place": "Kiezen en optellen per gemeente.",
    "organisation": "Zien wie de hulp gaf, en met wie het gesprek te voeren is.",
    "form": "Zien welke hulp het was, en waar die op de ladder staat.",
    "days": "Zien wanneer hulp begon, doorliep en stopte.",
    "money": "Optellen wat hulp kostte.",
    "netting": "Teruggedraaide declaraties van elkaar aftrekken.",
    "allocation": "Hulp van één besluit als één traject tellen, ook bij een nieuw begin.",
    "referrer": "Zien wie verwees, en wat daarop volgde.",
    "ending": "Zien of en waardoor hulp stopte.",
    "certainty": "Weten hoe zeker een dag is, zodat onzekere dagen niet meetellen.",
    "crisis": "Crisishulp apart houden.",
    "sector": "Ggz, lvb en jeugd en opvoeding uit elkaar houden.",
    "line": "Een regel terugvinden in het bestand, om die te herstellen.",
    "sides": "Regels van gemeente en aanbieder naast elkaar leggen.",
    "names": "Weten welke code een aanbieder in het bestand had.",
    "double": "Een regel die twee keer is geleverd één keer tellen.",
    "late": "Zien hoe laat declaraties binnenkomen.",
    "rate": "Nagaan of bedrag, aantal en tarief bij elkaar passen.",
    "district": "Tellen per wijk.",
    "age": "Leeftijdsgroepen maken. Alleen het jaar, nooit de dag.",
    "checked": "Nagaan of regels van één jeugdige bij elkaar passen.",
    "rejected": "Zeggen waarom een regel niet meetelt.",
    "allocated": "Toegewezen hulp naast gedeclareerde hulp leggen.",
    "talk": "Zien of er een gesprek was vóór het derde traject, en wat het opleverde.",
    "scheme": "Zien wie ook hulp uit een andere regeling heeft.",
}
"""Why a column is kept."""

FILES: Final[Mapping[str, str]] = {
    "declarations": "Declaratieregels",
    "set_aside": "Regels die niet meetellen",
    "allocations": "Toewijzingen",
    "other_schemes": "Regels van andere regelingen",
    "evaluations": "Gesprekken uit een bestand",
}
"""What is in each file in the folder of a data set."""

BESIDE: Final[Mapping[str, tuple[str, str]]] = {
    "data_sets": ("De lijst van gegevens", "Gegevens openen, tellen en op tijd wissen."),
    "gone": ("Wat er was", "Zeggen dat gegevens gewist zijn: een code en een dag."),
    "remembered": ("Onthouden antwoorden", "Niet twee keer hetzelfde vragen over een bestand."),
    "talks": ("Gesprekken die hier zijn vastgelegd", "Regie op drie volgen."),
    "answered": (
        "Getoonde selecties",
        "Voorkomen dat twee selecties samen één jeugdige verraden.",
    ),
    "persons": (
        "Afdrukken van jeugdigen in getoonde selecties",
        "Ook daarvoor. Er staan geen pseudoniemen, alleen afdrukken met een sleutel.",
    ),
    "secrets": (
        "De sleutel van die afdrukken",
        "Die afdrukken buiten deze server nutteloos maken.",
    ),
    "events": ("Het logboek", "Kunnen nagaan wie wat wanneer deed."),
}
"""What stands in each table of the catalogue, and why."""

KEPT: Final[Mapping[str, str]] = {
    "data_set": "{span} na het inlezen, of tot u de levering wist",
    "series": "tot de laatste levering van deze gegevens is gewist",
    "wiped": "tot u alles wist, of de antwoorden van een leverancier",
    "good": "blijft staan, ook na wissen; bevat niets over een jeugdige",
}
"""How long something is kept."""

FIELD, WHY, WHERE, HOW_LONG = "Gegeven", "Waarvoor", "Op welke pagina", "Hoe lang"
FILE: Final = "Wat"
NO_PAGE: Final = "geen"
MOST_PAGES: Final = 4

IN_VISIT: Final = (
    (
        "Wat u kiest en opschrijft in dit venster",
        "Het gesprek voeren.",
        "tot u dit venster sluit",
    ),
    (
        "Trajecten, reeksen en tellingen",
        "Elke pagina: ze worden gemaakt uit de regels hierboven.",
        "alleen in het geheugen, tot de gegevens sluiten",
    ),
    (
        "Het bestand dat u inleest",
        "Lezen en keuren.",
        "gewist zodra het gelezen is",
    ),
    (
        "Twee cookies: één tegen vervalste opdrachten, één voor tafelstand",
        "Veiligheid; zien dat een tafel nog bezig is.",
        "tot u de browser sluit, of tafelstand uitzet",
    ),
)
"""What is not stored: what, why and how long."""


def how_long(kept: str, days: int) -> str:
    """Say how long something is kept, where data are kept for some days."""
    return KEPT[kept].format(span=keeping.span(days))


def fields_table(days: int) -> pd.DataFrame:
    """Write the register of the columns, a row for each purpose in each file.

    A column of a later file that has the purpose it had before is not repeated.
    """
    rows: list[tuple[str, ...]] = []
    seen: set[tuple[str, Purpose]] = set()  # by the label that people read
    for name in KEPT_TABLES:
        for purpose, columns in grouped(name):
            labels = [KEPT_TABLES[name][column].label for column in columns]
            new = [label for label in labels if (label, purpose) not in seen]
            seen.update((label, purpose) for label in new)
            if new:
                rows.append(_row(name, purpose, new, days))
    return pd.DataFrame(rows, columns=[FILE, FIELD, WHY, WHERE, HOW_LONG])


def beside_table(days: int) -> pd.DataFrame:
    """Write what is kept beside the lines, and what lives in a visit only."""
    stored = [(*BESIDE[name], how_long(kept, days)) for name, kept in KEPT_BESIDE.items()]
    return pd.DataFrame([*stored, *IN_VISIT], columns=[FILE, WHY, HOW_LONG])


def _row(name: str, purpose: Purpose, labels: list[str], days: int) -> tuple[str, ...]:
    return (
        FILES[name],
        general.listed(list(dict.fromkeys(labels))),
        REASONS[purpose.reason],
        _pages(purpose.pages),
        how_long("data_set", days),
    )


def _pages(names: tuple[str, ...]) -> str:
    """Name pages by their titles; of many the first, and how many more there are."""
    titles = [shell.TITLES[name] for name in dict.fromkeys(names)]
    more = len(titles) - MOST_PAGES
    shown = titles if more <= 1 else [*titles[:MOST_PAGES], f"{more} andere pagina's"]
    return general.listed(shown) or NO_PAGE
