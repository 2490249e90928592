"""Dutch of age and sex, and of more than one scheme, among young people with youth care."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.benchmark.surroundings import Place
from core.opendata.publications import PROVISIONAL
from core.opendata.topics import AGES, COMBINATIONS
from core.text import general, ties
from core.text.municipality import MARGIN, SHARE, UNKNOWN, count, share_words

AGE_NAMES: Final[Mapping[str, str]] = {
    "0-4": "tot 4 jaar",
    "4-12": "4 tot 12 jaar",
    "12-18": "12 tot 18 jaar",
    "18-23": "18 tot 23 jaar",
}
AGE: Final = "Leeftijd"
PEOPLE: Final = "Jeugdigen"
NUMBER: Final = "Met jeugdzorg"
AXIS: Final = "Aandeel van alle jeugdigen van die leeftijd"
LABEL: Final = (
    "De stip is het aandeel van de gekozen gemeente of regio, de lijn de marge (95%). De streepjes "
    "zijn de jeugdregio (kort) en het hele land (lang)."
)
NOTE: Final = (
    "Bij 18 tot 23 jaar gaat het om verlengde jeugdhulp en om wie in het jaar 18 werd. Die groep "
    "staat apart en telt mee in alle jeugdzorg; hulp voor volwassenen staat hier niet bij."
)
BOYS: Final = "Jongens met jeugdzorg"
GIRLS: Final = "Meisjes met jeugdzorg"
SEX_MEANING: Final = "Deel van de jeugdigen met jeugdzorg van wie het geslacht is gepubliceerd."

COMBINATION_NAMES: Final[Mapping[str, str]] = {
    "1": "één regeling",
    "2": "twee regelingen",
    "3 or more": "drie of vier regelingen",
}
SEVERAL_NOTE: Final = (
    "Een regeling is hier: jeugdhulp in natura, jeugdhulp met een pgb, jeugdbescherming of "
    "jeugdreclassering. Het gaat om hetzelfde jaar, niet altijd om dezelfde dag. Twee vormen van "
    "jeugdhulp in natura zijn samen één regeling."
)
COMBINATION: Final = "Hoeveel regelingen"
COMBINATION_TITLE: Final = "Jeugdigen met jeugdzorg naar het aantal regelingen"
OWN_SCHEMES: Final = "Andere wetten in uw eigen gegevens"
WHY_SCHEMES: Final = (
    "**Waarom dit niet hetzelfde is als bij het CBS.** Hierboven gaat het om regelingen binnen de "
    "jeugdzorg. Hieronder gaat het om jeugdhulp naast hulp uit een andere wet, zoals de Wmo, en "
    "alleen om wie in uw bestanden staat. Daar ontbreken hulp die taakgericht is bekostigd en "
    "pgb's."
)


def age_rows(shares: Mapping[str, pd.DataFrame], places: Sequence[Place]) -> pd.DataFrame:
    """Give a row an age: ``label``, ``share``, ``low``, ``high``, ``words``, and those around.

    ``shares`` hold ``USE_SHARES`` with intervals of one year by age; ``region`` and ``country`` are
    the shares around. What is not published is missing.
    """
    rows = [_age_row(age, shares[age].set_index("region"), places) for age in AGES]
    columns = ["label", "number", "people", "share", "low", "high", "region", "country"]
    table = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[1:], "float64"))
    return table.assign(
        words=[
            UNKNOWN
            if pd.isna(row["share"])
            else f"{share_words(row['share'])} ({count(row['number'])} van {count(row['people'])})"
            for row in table.to_dict("records")
        ],
        beyond=table[["high", "region", "country"]].max(axis="columns").fillna(0.0),
    )


def age_finding(rows: pd.DataFrame, name: str, year: int, status: str) -> str:
    """Say in which age most of the young people with care are, and where the share is largest."""
    known = rows.dropna(subset=["share"])
    if known.empty:
        return f"Van {name} is niet gepubliceerd hoe oud de jeugdigen met jeugdzorg zijn."
    most, largest = (ties.largest_of(known, by) for by in ("number", "share"))
    ages = [ties.tied(rows["label"].tolist(), len(AGES) + 1, "") for rows in (most, largest)]
    number = ties.each(len(most), count(most["number"].iloc[0]))
    told = " (voorlopig)" if status == PROVISIONAL else ""
    return (
        f"In {name} waren in {year}{told} de meeste jeugdigen met jeugdzorg {ages[0]}: "
        f"{number}; het grootste aandeel had jeugdzorg bij {ages[1]}: "
        f"{share_words(largest['share'].iloc[0])} van wie zo oud is."
    )


def age_table(rows: pd.DataFrame, places: Sequence[Place]) -> pd.DataFrame:
    """Write the ages as a table, those around beside them."""
    around = {
        f"{place.name}: aandeel": [share_words(share) for share in rows[place.role]]
        for place in places[1:]
    }
    margins = [
        UNKNOWN
        if pd.isna(low)
        else f"{general.percent(float(low), 1)} tot {general.percent(float(high), 1)}"
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    return pd.DataFrame(
        {
            AGE: rows["label"].tolist(),
            PEOPLE: [count(number) for number in rows["people"]],
            NUMBER: [count(number) for number in rows["number"]],
            SHARE: [share_words(share) for share in rows["share"]],
            MARGIN: margins,
            **around,
        }
    )


def sex_figures(boys: float, girls: float) -> list[tuple[str, str, str]]:
    """Write how those with care divide over boys and girls: label, number, meaning."""
    whole = boys + girls
    return [
        (label, f"{count(number)} ({_part(number, whole)})", SEX_MEANING)
        for label, number in ((BOYS, boys), (GIRLS, girls))
    ]


def combination_table(
    numbers: Mapping[str, Sequence[float]], places: Sequence[Place]
) -> pd.DataFrame:
    """Write how many have one scheme, two, or more; ``numbers`` hold those of each place."""
    columns = {
        place.name: [
            f"{count(number)} ({_part(number, sum(numbers[place.region]))})"
            for number in numbers[place.region]
        ]
        for place in places
    }
    return pd.DataFrame(
        {COMBINATION: [COMBINATION_NAMES[name] for name in COMBINATIONS], **columns}
    )


def _part(number: float, whole: float) -> str:
    """Write a part; unknown when either is, and where there is nothing to divide."""
    known = pd.notna(number) and pd.notna(whole) and whole > 0
    return general.percent(number / whole) if known else UNKNOWN


def _age_row(age: str, shares: pd.DataFrame, places: Sequence[Place]) -> dict[str, Any]:
    own = {
        name: shares[name].get(places[0].region)
        for name in ("number", "people", "share", "low", "high")
    }
    around = {place.role: shares["share"].get(place.region) for place in places[1:]}
    return {"label": AGE_NAMES[age], **own, **around}
