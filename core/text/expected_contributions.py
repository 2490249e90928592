"""Dutch of what characteristics add to what may be expected of a region."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from core.text import general
from core.text.expected import FORM_NAMES, SMALL_SHARE, points, share

CHARACTERISTICS: Final[Mapping[str, str]] = {
    "low_income_children": "Kinderen in een gezin met een laag inkomen",
    "single_parent": "Eenoudergezinnen",
    "benefit": "Huishoudens met bijstand",
    "social_score": "Sociaal-economische score (SES-WOA)",
    "education_high": "Hoog opgeleide inwoners",
    "origin_outside_europe": "Inwoners met een herkomst buiten Europa",
    "aged_12_to_17": "Tieners (12 tot 18 jaar) onder de jeugdigen",
    "density": "Adressen per km² in de omgeving",
}
IN_A_SENTENCE: Final[Mapping[str, str]] = {
    "low_income_children": "het aandeel kinderen in een gezin met een laag inkomen",
    "single_parent": "het aandeel eenoudergezinnen",
    "benefit": "het aandeel huishoudens met bijstand",
    "social_score": "de sociaal-economische score",
    "education_high": "het aandeel hoog opgeleide inwoners",
    "origin_outside_europe": "het aandeel inwoners met een herkomst buiten Europa",
    "aged_12_to_17": "het aandeel tieners",
    "density": "hoe dicht de huizen op elkaar staan",
}
CHARACTERISTIC: Final = "Kenmerk"
HERE: Final = "Hier"
USUAL: Final = "Gemiddeld"
ADDS: Final = "Bijdrage (procentpunt)"
POINTS_AXIS: Final = "Maakt de verwachting hoger of lager (procentpunt)"
NO_CONTRIBUTIONS: Final = (
    "Voor deze keuze is geen verwachting te maken, dus is er ook niets om uit te leggen."
)
CONTRIBUTIONS_NOTE: Final = (
    "Een balk laat zien hoeveel hoger of lager de verwachting is doordat een kenmerk hier anders "
    "is dan gemiddeld. Het gaat om samenhang, niet om oorzaken. Kenmerken hangen ook met elkaar "
    "samen (wie bijstand heeft, heeft vaak een laag inkomen): lees de balken samen, niet apart."
)


def contributions_finding(rows: pd.DataFrame, name: str, form: str) -> str:
    """Say which characteristics move the expectation most, and from where to where."""
    start, total = rows["start"].iloc[0], rows["start"].iloc[0] + rows["contribution"].sum()
    most = rows[rows["contribution"].abs() > 0].head(2)
    moved = [
        f"{IN_A_SENTENCE[str(row['characteristic'])]} ({row['words']})"
        for _, row in most.iterrows()
    ]
    why = f" Het meest telt mee: {general.listed(moved)}." if moved else ""
    return (
        f"{FORM_NAMES[form]}: waar alles gemiddeld is verwachten we {share(start, total)}, in "
        f"{name} {share(total)}.{why}"
    )


def contribution_rows(contributions: pd.DataFrame) -> pd.DataFrame:
    """Give contributions (``CONTRIBUTIONS``) their names and words, the largest first."""
    size = contributions["points"].abs()
    rows = contributions.loc[size.sort_values(ascending=False, kind="stable").index]
    return pd.DataFrame(
        {
            "characteristic": rows["characteristic"],
            "start": rows["start"],
            "contribution": rows["points"],
            "points": rows["points"] * 100,
            "name": [_beside_usual(row) for _, row in rows.iterrows()],
            "words": [points(value, SMALL_SHARE / 2) for value in rows["points"]],
            "value_words": [amount(str(n), v) for n, v in _pairs(rows, "value")],
            "usual_words": [amount(str(n), v) for n, v in _pairs(rows, "usual")],
        }
    ).reset_index(drop=True)


def contribution_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write contributions as a table of text."""
    return pd.DataFrame(
        {
            CHARACTERISTIC: rows["characteristic"].map(CHARACTERISTICS),
            HERE: rows["value_words"],
            USUAL: rows["usual_words"],
            ADDS: rows["words"],
        }
    )


def amount(characteristic: str, value: float) -> str:
    """Write the value of a characteristic in its own unit."""
    if characteristic == "density":
        return general.number(value)
    if characteristic == "social_score":
        return general.decimal(value, 2).replace("-", "−")
    return f"{general.decimal(value)}%"


def _beside_usual(row: "pd.Series[Any]") -> str:
    name = str(row["characteristic"])
    here, usual = amount(name, row["value"]), amount(name, row["usual"])
    return f"{CHARACTERISTICS[name]}: {here} (gemiddeld {usual})"


def _pairs(rows: pd.DataFrame, column: str) -> list[tuple[object, float]]:
    return list(zip(rows["characteristic"], rows[column], strict=True))
