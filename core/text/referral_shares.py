"""Dutch of the page Verwijzers: the shares of referrers beside those that are published."""

from collections.abc import Collection, Hashable, Mapping
from typing import Final

import pandas as pd

from core.referrers import UNKNOWN_REFERRER, in_order
from core.text import general
from core.text.referrers import REFERRER, via

YEAR: Final = "Jaar"
PLACE: Final = "Cijfers van"
SHARE: Final = "Aandeel"
SHARE_AXIS: Final = "Aandeel van alle trajecten die in het jaar begonnen"
OWN: Final = "uw declaraties"
OPEN: Final = "open cijfers"
NO_REFERRER: Final = "geen verwijzer"
APART: Final = (NO_REFERRER, UNKNOWN_REFERRER)
"""Answers that name no referrer: they stand apart, at the end."""

SAID: Final[Mapping[str, str]] = {
    "area": "volgens de open cijfers was dat",
    "country": "in het land was het",
}
"""How the shares of other places are said after the first."""

UNTOLD: Final = "onbekend of niet geleverd"
NOT_SHOWN: Final = "niet te tonen"
LABEL: Final = (
    "Aandelen tellen op tot 100% per bron, met ‘geen verwijzer’ en ‘onbekend’ erbij. Een aantal "
    "onder de 10 is niet bekend. Wie in uw declaraties te weinig voorkomt, staat bij ‘andere "
    "verwijzers’; soms is dat ook ‘onbekend’."
)
NOTE: Final = (
    "De open cijfers over verwijzers gaan alleen over hulp in natura: een pgb ontbreekt hier dus "
    "aan beide kanten. Twee tellingen van hetzelfde zijn niet dezelfde telling. Kijk naar grote "
    "verschillen, en vraag eerst of die uit de registratie komen."
)
NO_FIGURES: Final = "Over verwijzers in dit gebied zijn geen open cijfers gepubliceerd."
NO_OWN: Final = (
    "Uw gegevens gaan niet over dit gebied, of over dit jaar zijn ze niet volledig. U ziet dus "
    "alleen de open cijfers."
)
FEW_OWN: Final = (
    "In uw declaraties zijn dit jaar te weinig jeugdigen om de verwijzers te verdelen. U ziet dus "
    "alleen de open cijfers."
)
DEFINITIONS: Final = "Wat er in beide tellingen zit"
WHAT: Final = "Onderdeel"


def chart_rows(beside: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Give the rows of ``REFERRERS_BESIDE`` their words, in the order of the national list.

    ``names`` names each place. ``is_main`` marks the rows that the picture is about; ``words``
    says their share and that of the country, once for each referrer, to stand at ``end``.
    """
    order = {label: place for place, label in enumerate(_ordered(beside["referrer"]))}
    rows = beside.assign(order=beside["referrer"].map(order)).sort_values("order", kind="stable")
    groups = rows.groupby("referrer")["share"]
    shares = {
        place: rows[rows["place"] == place].set_index("referrer")["share"].to_dict()
        for place in (main_place(beside), "country")
    }
    words = {label: _words(*(part.get(label) for part in shares.values())) for label in order}
    first = ~rows["referrer"].duplicated() & groups.transform("max").notna()
    return rows.assign(
        label=rows["referrer"].map(label_of),
        place_name=rows["place"].map(dict(names)),
        words=rows["referrer"].map(words).where(first, ""),
        end=groups.transform("max"),
        is_main=rows["place"] == main_place(beside),
        is_apart=rows["referrer"].isin(APART),
    ).reset_index(drop=True)


def main_place(beside: pd.DataFrame) -> str:
    """Name the place that the picture is about: own declarations, the area, or the country."""
    shown = set(beside["place"])
    return next(place for place in ("own", "area", "country") if place in shown)


def label_of(referrer: str) -> str:
    """Name a referrer on the axis; what names nobody says so."""
    return UNTOLD if referrer == UNKNOWN_REFERRER else referrer


def table_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Write shares and counts as a table, a place a column."""
    cells = {(row["label"], row["place_name"]): _cell(row) for row in rows.to_dict("records")}
    labels = rows["label"].drop_duplicates().tolist()
    places = rows.sort_values("place", key=lambda place: place.map(_PLACE_ORDER))["place_name"]
    columns = {
        str(place): [cells.get((label, place), NOT_SHOWN) for label in labels]
        for place in places.drop_duplicates()
    }
    return pd.DataFrame({REFERRER: labels} | columns)


def finding(rows: pd.DataFrame, year: int) -> str:
    """Say in one sentence who referred most there, and what that share is in the country."""
    named = rows[~rows["referrer"].isin(APART) & rows["share"].notna()]
    main = named[named["is_main"]].sort_values("share", ascending=False, kind="stable")
    if main.empty:
        return NO_FIGURES
    most = str(main["referrer"].iloc[0])
    same = named[named["referrer"] == most].set_index("place")["share"].map(general.percent)
    place = str(main["place"].iloc[0])
    where = "in het land" if place == "country" else f"in {main['place_name'].iloc[0]}"
    first = f"In {year} begon {where} {same[place]} van de trajecten {via(most)}"
    others = {name: words for name, words in same.items() if name != place}
    said = [f"{SAID[name]} {others[name]}" for name in SAID if name in others]
    return f"{first}; {general.listed(said)}." if said else f"{first}."


def definition_rows(year: int, *, with_own: bool) -> pd.DataFrame:
    """Lay the two definitions side by side; without own declarations the open one only."""
    rows = {
        "Wat telt": (
            "begonnen trajecten die volgens uw telregels meetellen",
            "begonnen trajecten jeugdhulp in natura",
        ),
        "Jaar": (str(year), str(year)),
        "Een traject is": (
            "hulp van één aanbieder en hulpvorm zonder grote onderbreking",
            "een hulpvorm met een begindatum, bij één aanbieder samengevoegd",
        ),
        "Niet erin": (
            "taakgericht bekostigde hulp, pgb, en wat niet meetelt (zoals vervoer)",
            "pgb; aanbieders die niet leverden",
        ),
        "Verwijzer": (
            "wat in de declaratie of toewijzing staat; leeg is ‘niet geleverd’",
            "wat de aanbieder aan het CBS doorgaf; ‘geen verwijzer’ is een antwoord",
        ),
        "Kleine aantallen": (
            f"onder de {general.LEAST} jeugdigen bij ‘andere verwijzers’",
            "onder de 10 niet gepubliceerd",
        ),
    }
    table = pd.DataFrame({WHAT: list(rows)} | _sides(list(rows.values())))
    return table if with_own else table.drop(columns=OWN.capitalize())


def place_names(area: str, youth_region: str, country: str) -> dict[str, str]:
    """Name the four places as they stand in the picture and the table."""
    return {
        "own": f"{area} ({OWN})" if area else OWN,
        "area": f"{area} ({OPEN})",
        "youth_region": youth_region,
        "country": country,
    }


_PLACE_ORDER: Final = {"own": 0, "area": 1, "youth_region": 2, "country": 3}


def _ordered(labels: "pd.Series[str]") -> list[str]:
    """Order referrers by the national list; answers that name nobody come last."""
    listed = in_order(labels.drop_duplicates().tolist())
    return [label for label in listed if label not in APART] + [
        label for label in APART if label in listed
    ]


def _words(main: float | None, country: float | None = None) -> str:
    """Say the share that the picture is about, and that of the country."""
    shares = [None if share is None or pd.isna(share) else share for share in (main, country)]
    said = [] if shares[0] is None else [general.percent(shares[0])]
    if shares[1] is not None:
        said.append(f"land {general.percent(shares[1])}")
    return " · ".join(said)


def year_name(year: int, provisional: Collection[int]) -> str:
    """Name a year in the list to choose from."""
    return f"{year} (voorlopig)" if year in provisional else str(year)


def _cell(row: dict[Hashable, object]) -> str:
    share, number = row["share"], row["trajectories"]
    if pd.isna(share):  # type: ignore[call-overload]
        return NOT_SHOWN
    return f"{general.percent(float(str(share)))} ({general.number(float(str(number)))})"


def _sides(rows: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {
        OWN.capitalize(): [own for own, _ in rows],
        OPEN.capitalize(): [published for _, published in rows],
    }
