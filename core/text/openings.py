"""Dutch of light and heavier beginnings: how many there are, and when they go up."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.courses import whole_in
from core.text.steps import CHAINS, SHARE, WITHHELD, cell_of, shown, shown_cell

QUESTION: Final = "Hoe vaak begint hulp direct zwaar, en hoe snel gaat een reeks alsnog omhoog?"
TITLE: Final = "Aandeel reeksen dat omhoog is gegaan, naar maanden sinds het begin"
AXIS: Final = "Ging omhoog (% van de reeksen)"
MONTHS_AXIS: Final = "Maanden sinds de eerste hulp met een trede"
AT_RISK_TITLE: Final = "Hoeveel reeksen er op dat moment nog in beeld waren"
AT_RISK_MONTHS: Final = (0, 12, 24, 36, 48)
LATEST: Final = 24
"""The month of which the finding speaks."""

OPENING_NAMES: Final[Mapping[str, str]] = {
    "light": "licht (trede 1 of 2)",
    "middle": "trede 3, 4 of 5",
    "heavy": "direct zwaar (trede 6 of hoger)",
    "unranked": "zonder trede",
}
OPENING: Final = "Begin"
OPENINGS_TITLE: Final = "Hoe zwaar reeksen beginnen"
NOTE: Final = (
    "De tijd loopt vanaf de eerste hulp met een trede; hulp zonder trede wordt overgeslagen. Een "
    "reeks telt mee zolang zij te volgen is. Wat nog loopt, telt als 'nog niet bekend' en niet als "
    "'ging niet omhoog'. Is een reeks afgelopen zonder omhoog te gaan, dan kan zij dat niet meer: "
    "ook dat is meegerekend (cumulatieve incidentie met concurrerende uitkomsten, Aalen-Johansen). "
    "De lijn stopt waar te weinig reeksen over zijn. Dit is een beschrijving, geen oorzaak."
)
TOO_FEW: Final = "Te weinig reeksen om te zeggen hoe vaak hulp direct zwaar begint."


def finding(openings: pd.DataFrame, weights: pd.DataFrame) -> str:
    """Say which share begins heavy at once, and how many lighter starts stand against a heavy."""
    heavy = _share(openings, "heavy")
    if heavy is None:
        return TOO_FEW
    low, high = (total_of(weights[weights["weight"] == of], "starts") for of in ("low", "high"))
    start = (
        f"{general.percent(heavy, 1)} van {general.number(whole_in(openings))} reeksen begon "
        "direct zwaar, op trede 6 of hoger"
    )
    if not low or not high:
        return f"{start}."
    return (
        f"{start}; tegenover elk zwaar traject dat begon, begonnen "
        f"{general.number(low / high)} lichtere."
    )


def curve_sentence(curve: pd.DataFrame) -> str:
    """Say which share had gone up after two years, for each beginning that may be shown."""
    at = curve[curve["months"] == LATEST].set_index("group")["up"].dropna()
    parts = [
        f"{general.percent(float(at[group]))} van wie begon op {name}"
        if group != "heavy"
        else f"{general.percent(float(at[group]))} van wie {name} begon"
        for group, name in CURVE_NAMES.items()
        if group in at.index
    ]
    return f"Na twee jaar was omhoog gegaan: {general.listed(parts)}." if parts else ""


CURVE_NAMES: Final[Mapping[str, str]] = {
    "light": "trede 1 of 2",
    "middle": "trede 3, 4 of 5",
    "heavy": "direct zwaar",
}


def lines_of_curve(curve: pd.DataFrame) -> pd.DataFrame:
    """Lay out the curve of each beginning that can be shown at LATEST, in percents.

    ``last`` holds the words at the end of a line, and nothing before. A line begins where it can be
    shown from: the nothing of the first day would say that nobody went up until then.
    """
    known = _from_where_shown(curve).dropna(subset=["up"])
    ample = set(known.loc[known["months"] == LATEST, "group"])
    rows = known[known["group"].isin(ample)].sort_values(["group", "months"])
    is_last = rows["months"] == rows.groupby("group")["months"].transform("max")
    names = rows["group"].map(OPENING_NAMES).astype(str)
    shares = rows["up"].astype(float)
    words = [f"{general.percent(share)} {name}" for share, name in zip(shares, names, strict=True)]
    return pd.DataFrame(
        {
            "key": rows["group"],
            "name": names,
            "months": rows["months"].astype("int64"),
            "share": 100 * shares,
            "words": shares.map(general.percent).astype(str),
            "last": pd.Series(words, rows.index, "str").where(is_last, ""),
        }
    )


def rows_of_curve(curve: pd.DataFrame) -> pd.DataFrame:
    """Write each beginning at whole years: gone up, and over without going up."""
    places = {opening: place for place, opening in enumerate(OPENING_NAMES)}
    known = curve[curve["months"].isin(AT_RISK_MONTHS[1:])]
    shown_rows = known.assign(place=known["group"].map(places)).sort_values(["place", "months"])
    return pd.DataFrame(
        {
            OPENING: shown_rows["group"].map(OPENING_NAMES),
            "Maanden": shown_rows["months"].astype(str),
            "Ging omhoog": [general.percent(share) for share in shown_rows["up"]],
            "Afgelopen zonder omhoog": [general.percent(share) for share in shown_rows["over"]],
        }
    )


def rows_at_risk(at_risk: pd.DataFrame) -> pd.DataFrame:
    """Write how many chains were in view at each whole year, a row for each beginning."""
    rows = [
        {OPENING: name} | {f"na {month} maanden": _at_risk(part, month) for month in AT_RISK_MONTHS}
        for group, name in OPENING_NAMES.items()
        if len(part := at_risk[at_risk["group"] == group])
    ]
    return pd.DataFrame(rows)


def rows_of_openings(openings: pd.DataFrame) -> pd.DataFrame:
    """Write how many chains begin how heavy, with the share of all."""
    rows = [
        {
            OPENING: name,
            CHAINS: shown(cell_of(openings, "opening", key)),
            SHARE: general.percent(_share(openings, key), 1),
        }
        for key, name in OPENING_NAMES.items()
    ]
    return pd.DataFrame(rows)


def _from_where_shown(curve: pd.DataFrame) -> pd.DataFrame:
    """Leave out the first moment of a beginning when the moment after it is hidden."""
    seconds = curve[curve["months"] > 0].sort_values("months").drop_duplicates("group")
    shown_next = set(seconds.dropna(subset=["up"])["group"])
    return curve[(curve["months"] > 0) | curve["group"].isin(shown_next)]


def _share(openings: pd.DataFrame, opening: str) -> float | None:
    return share_of(cell_of(openings, "opening", opening), whole_in(openings))


def _at_risk(at_risk: pd.DataFrame, month: int) -> str:
    cell = at_risk.loc[at_risk["months"] == month, "at_risk"]
    return shown_cell(cell.iloc[0]) if len(cell) else WITHHELD
