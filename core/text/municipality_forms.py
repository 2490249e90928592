"""Dutch of the forms of youth care: those of Statistics Netherlands, and seven of declarations."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.benchmark.form_parts import TREE
from core.benchmark.surroundings import Place
from core.opendata.publications import PROVISIONAL
from core.text import general
from core.text.municipality import UNKNOWN, count

FORM_NAMES: Final[Mapping[str, str]] = {
    "help": "Jeugdhulp in natura",
    "no_stay": "zonder verblijf",
    "local_team": "lokaal team",
    "ambulatory": "ambulant bij de aanbieder",
    "in_network": "in het netwerk van de jeugdige",
    "day_care": "daghulp",
    "stay": "met verblijf",
    "foster": "pleegzorg",
    "family": "gezinsgericht",
    "other_stay": "ander verblijf",
    "secure": "gesloten plaatsing",
    "protection": "Jeugdbescherming",
    "supervision": "ondertoezichtstelling (ots)",
    "guardianship": "voogdij",
    "probation": "Jeugdreclassering",
    "pgb": "Jeugdhulp met een pgb",
}
LEVELS: Final[Mapping[str, int]] = {
    "local_team": 1,
    "ambulatory": 2,
    "in_network": 2,
    "day_care": 4,
    "family": 6,
    "other_stay": 7,
    "secure": 8,
}
"""The rung of a published form on the usual ladder; what is absent has none."""

JOINER: Final = "\N{WORD JOINER}"
INDENT: Final = "\N{NO-BREAK SPACE}" * 5
"""What moves a deeper form to the right; pictures take spaces at the beginning away."""

FORM: Final = "Vorm"
TRAJECTORIES: Final = "Trajecten"
YOUTH: Final = "Jeugdigen"
PART: Final = "Deel van alle jeugdigen met jeugdzorg"
AXIS: Final = "Deel van alle jeugdigen met jeugdzorg"
LABEL: Final = (
    "Een jeugdige telt in elke vorm één keer mee en kan er meer hebben. De delen tellen daarom op "
    "tot meer dan 100%. De streepjes zijn de jeugdregio (kort) en het hele land (lang)."
)


def finding(parts: pd.DataFrame, place: Place, year: int, whole: float, status: str) -> str:
    """Say which part had help, protection and probation, and which part help with a stay."""
    shares = parts.set_index("form")["part"]
    told = " (voorlopig)" if status == PROVISIONAL else ""
    had = [
        f"{general.percent(float(shares[form]))} {words}"
        for form, words in (
            ("help", "jeugdhulp"),
            ("protection", "jeugdbescherming"),
            ("probation", "jeugdreclassering"),
        )
        if pd.notna(shares[form])
    ]
    stay = shares["stay"]
    away = f"; bij {general.percent(float(stay))} hoorde er verblijf bij" if pd.notna(stay) else ""
    return (
        f"Van de {count(whole)} jeugdigen met jeugdzorg in {place.name} had in {year}{told} "
        f"{general.listed(had)}{away}."
    )


def bars_of(tables: Sequence[pd.DataFrame], places: Sequence[Place]) -> pd.DataFrame:
    """Give a bar a form: ``label``, ``part``, ``level``, ``words``, and ``region``, ``country``.

    ``tables`` are those of ``measure_forms``, one for each place. What is not published has no bar.
    ``beyond`` is where the words stand: past the bar and its marks.
    """
    own = tables[0]
    others = {place.role: table["part"] for place, table in zip(places, tables, strict=True)}
    empty = pd.Series([None] * len(own), dtype="float64")
    return own.assign(
        label=labels(),
        level=own["form"].map(LEVELS).fillna(0).astype("int64"),
        words=[
            f"{count(number)} ({general.percent(part)})" if pd.notna(part) else UNKNOWN
            for number, part in zip(own["number"], own["part"], strict=True)
        ],
        region=others.get("region", empty),
        country=others.get("country", empty),
        beyond=pd.DataFrame(others).max(axis="columns").fillna(0.0),
    )


def labels() -> list[str]:
    """Write every form, deeper ones further to the right."""
    moved = [f"{JOINER}{INDENT * depth}" if depth else "" for _, depth in TREE]
    return [f"{before}{FORM_NAMES[form]}" for before, (form, _) in zip(moved, TREE, strict=True)]


def table_of(
    tables: Sequence[pd.DataFrame], places: Sequence[Place], trajectories: Sequence[float]
) -> pd.DataFrame:
    """Write the forms as a table: numbers and parts, those of the places around beside them."""
    columns = {
        f"{place.name}: deel": [
            UNKNOWN if pd.isna(part) else general.percent(float(part)) for part in table["part"]
        ]
        for place, table in zip(places, tables, strict=True)
    }
    return pd.DataFrame(
        {
            FORM: labels(),
            YOUTH: [count(number) for number in tables[0]["number"]],
            TRAJECTORIES: [count(number) for number in trajectories],
            **columns,
        }
    )
