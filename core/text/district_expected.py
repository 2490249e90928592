"""Dutch of the part of the page Wijken on what is expected of a district, and what was seen."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.text import general
from core.text.districts import YOUTH, named_cluster, number, with_margin

VERDICTS: Final[Mapping[str, str]] = {
    "high": "opvallend hoog",
    "low": "opvallend laag",
    "within": "binnen de marge",
    "unknown": "niet te zeggen",
}
PLACE: Final = "Wijk of wijken samen"
EXPECTED: Final = "Verwacht (marge)"
ACTUAL: Final = "Werkelijk"
VERDICT: Final = "Wat valt op"
AXIS: Final = "Deel van de jeugdigen tot 23 jaar met {care}"
BAND: Final = "Marge"

NOTHING: Final = (
    "Voor deze gemeente is per wijk niet te zeggen of het gebruik is wat we mogen verwachten: er "
    "zijn te weinig kenmerken of te weinig gemeenten met cijfers opgehaald, of per wijk is geen "
    "gebruik gepubliceerd."
)
LABEL: Final = (
    "Balk: waar 95% van zulke wijken ligt. Streepje: wat het model verwacht. Stip: wat is "
    "gepubliceerd. Lijntje: van niemand tot negen in een wijk die niet is gepubliceerd."
)
MARGINS: Final = (
    "De marge is ruim, om drie redenen: in een wijk wonen weinig jeugdigen en speelt toeval mee, "
    "wijken verschillen ook zonder toeval meer dan hun kenmerken zeggen, en het model zelf is niet "
    "zeker. Binnen de marge is er niets bijzonders. Erbuiten is er iets om over te praten, geen "
    "fout en geen oorzaak: van 20 gewone wijken valt er toch ongeveer 1 buiten."
)
FITTED_ON: Final[Mapping[str, str]] = {
    "municipalities": (
        "Het model is gemaakt met {number} gemeenten en daarna gevraagd naar wijken. Wat voor "
        "gemeenten geldt, hoeft niet precies voor wijken te gelden; hoe ver wijken uiteenlopen, is "
        "aan wijken zelf gemeten."
    ),
    "districts": "Het model is gemaakt met {number} wijken in het hele land.",
}
WITHOUT_OWN: Final = "De eigen cijfers van {name} deden niet mee."
KNOWN_BY: Final = "Het model kijkt naar: {names}."
FEATURES: Final[Mapping[str, str]] = {
    "low_income_children": "kinderen in een huishouden met een laag inkomen",
    "single_parent": "eenoudergezinnen",
    "benefit": "huishoudens met bijstand",
    "social_score": "sociale score (SES-WOA)",
    "education_high": "hoog opgeleiden",
    "origin_outside_europe": "herkomst buiten Europa",
    "aged_12_to_17": "aandeel tieners",
    "density": "hoe dicht er gebouwd is",
}


def finding(expected: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> str:
    """Say in how many places use is as expected, and where it is unusual."""
    judged = expected[expected["verdict"] != "unknown"]
    if judged.empty:
        return NOTHING
    within = int((judged["verdict"] == "within").sum())
    told = [
        f"{VERDICTS[verdict]} in {general.listed([named_cluster(names[code]) for code in found])}"
        for verdict in ("high", "low")
        if (found := judged.loc[judged["verdict"] == verdict, "cluster"].tolist())
    ]
    joined = any(len(names[code]) > 1 for code in judged["cluster"])
    places = "wijken en samengevoegde wijken" if joined else "wijken"
    ending = f"; het is {general.listed(told)}." if told else "."
    return (
        f"In {within} van de {len(judged)} {places} is het gebruik binnen de marge van wat we "
        f"mogen verwachten{ending}"
    )


def table_of_expected(expected: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Write each place as a row of text, in order of name."""
    rows = _named(expected, names)
    return pd.DataFrame(
        {
            PLACE: rows["name"],
            YOUTH: rows["youth"].map(number),
            EXPECTED: [
                with_margin(share, low, high)
                for share, low, high in zip(
                    rows["expected"], rows["low"], rows["high"], strict=True
                )
            ],
            ACTUAL: [
                _actual(low, high)
                for low, high in zip(rows["actual_low"], rows["actual_high"], strict=True)
            ],
            VERDICT: rows["verdict"].map(dict(VERDICTS)),
        }
    )


def band_rows(expected: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Lay out the places with a margin for the picture, in order of name.

    ``at`` is where the dot stands: in the middle of what was seen; null when nothing was published.
    """
    rows = _named(expected, names).dropna(subset=["expected", "low", "high"])
    table = rows.assign(
        at=(rows["actual_low"] + rows["actual_high"]) / 2,
        words=[
            f"{_actual(low, high)}: {VERDICTS[verdict]}"
            for verdict, low, high in zip(
                rows["verdict"], rows["actual_low"], rows["actual_high"], strict=True
            )
        ],
        unusual=rows["verdict"].isin(["high", "low"]),
        until=rows[["high", "actual_high"]].max(axis=1),
        margin=list(map(general.between, rows["low"], rows["high"])),
    )
    return table.reset_index(drop=True)


def model_said(fitted_on: str, fitted: int, features: Sequence[str], name: str) -> str:
    """Say what the model was made with, what it looks at, and who took no part."""
    made = FITTED_ON[fitted_on].format(number=general.number(fitted))
    known = KNOWN_BY.format(names=general.listed([FEATURES[one] for one in features]))
    return f"{made} {WITHOUT_OWN.format(name=name)} {known}"


def _named(expected: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    named = expected.assign(name=[named_cluster(names[code]) for code in expected["cluster"]])
    return named.sort_values("name", key=general.column_in_order, ignore_index=True)


def _actual(low: float, high: float) -> str:
    """Write what was seen; where some was not published its bounds."""
    if pd.isna(low) or pd.isna(high):
        return "niet gepubliceerd"
    first, last = general.percent(low), general.percent(high)
    return first if first == last else f"{first} tot {last}"
