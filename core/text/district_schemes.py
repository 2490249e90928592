"""Dutch of the part of the page Wijken on youth care together with other help."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text.districts import NO_DISTRICT, NOT_SHOWN, named_cluster, year_name

QUESTION: Final = "Hoeveel jeugdigen met jeugdhulp hebben tegelijk hulp uit een andere regeling?"
PLACE: Final = "Wijk of wijken samen"
TOGETHER: Final = "Tegelijk een andere regeling"
OTHER: Final = "Alleen jeugdhulp"
SHARE: Final = "Deel dat tegelijk iets anders heeft"
AXIS: Final = "Deel van de jeugdigen met jeugdhulp dat tegelijk een andere regeling heeft"

COMBINATIONS: Final[Mapping[str, str]] = {
    "1": "één vorm",
    "2": "twee vormen",
    "3 or more": "drie of meer vormen",
}
"""Of help in kind, help by budget, protection and probation, as published."""

NO_LINES: Final = (
    "Per wijk is dit alleen te zien met eigen regels van andere regelingen. Lees bij *Gegevens "
    "inlezen* een bestand mee in met een kolom Regeling (Wmo, Participatiewet, Wlz, Zvw of "
    "schuldhulp) en de wijk van de jeugdige. Meer hierover staat bij *Stapeling en bijzondere "
    "selecties*."
)
NO_WMO: Final = (
    "Hoeveel huishoudens meer dan één regeling uit het sociaal domein gebruiken, staat per "
    "gemeente op waarstaatjegemeente.nl. Per wijk publiceert niemand dat."
)
NO_OPEN: Final = "Over jeugdigen met meer dan één vorm van jeugdzorg is hier niets opgehaald."
LABEL: Final = (
    "Tegelijk: op ten minste één dag liepen jeugdhulp en een andere regeling allebei. De wijk is "
    "die van de laatste regel; kleine wijken zijn samengevoegd."
)
BLANKS: Final = (
    f"‘Niet te tonen’: het zijn er minder dan {general.LEAST}, of een ander getal is er anders uit "
    "te herleiden. Een keuze bij *Kies ook op* telt hier niet mee."
)


def open_finding(combined: pd.DataFrame, name: str) -> str:
    """Say how many young people have more than one form of youth care in a municipality.

    Rows have ``category`` (1, 2, 3 or more) and the ``value`` of one year; null was not published.
    """
    rows = combined.set_index("category")["value"].reindex(list(COMBINATIONS))
    if rows.empty or rows.isna().any() or not rows.sum():
        return NO_OPEN
    several = float(rows.iloc[1:].sum())
    year = year_name(combined["year"].iloc[0], combined["status"])
    return (
        f"In {name} hadden {general.number(several)} van de {general.number(rows.sum())} jeugdigen "
        f"met jeugdzorg meer dan één vorm daarvan ({general.percent(several / rows.sum())}, "
        f"{year}): hulp in natura, pgb, bescherming of reclassering."
    )


def finding(counts: pd.DataFrame, names: Mapping[str, Sequence[str]], years: str) -> str:
    """Say between which shares the places lie that may be shown."""
    bars = bars_of(counts, names)
    if bars.empty:
        return "Per wijk zijn er te weinig jeugdigen met een andere regeling om iets te tonen."
    low, high = (
        general.percent(float(bound)) for bound in (bars["share"].min(), bars["share"].max())
    )
    spread = f"ongeveer {low}" if low == high else f"tussen {low} en {high}"
    return (
        f"Van de jeugdigen met jeugdhulp had in de wijken die te tonen zijn {spread} op ten minste "
        f"één dag tegelijk hulp uit een andere regeling ({years})."
    )


def bars_of(counts: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Lay out the places of which both counts are shown, in order of name."""
    rows = _named(counts, names)
    shared = rows.assign(share=_shares(rows)).dropna(subset=["share"])
    return pd.DataFrame(
        {
            "name": shared["name"],
            "share": shared["share"].astype(float),
            "words": [
                f"{general.percent(share)} ({general.count(part)} van {general.count(part + rest)})"
                for share, part, rest in zip(
                    shared["share"], shared["together"], shared["other"], strict=True
                )
            ],
        }
    ).reset_index(drop=True)


def table_of_schemes(counts: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Write each place as a row of text, in order of name; who has no district comes last."""
    rows = _named(counts, names)
    return pd.DataFrame(
        {
            PLACE: rows["name"],
            TOGETHER: rows["together"].map(_cell),
            OTHER: rows["other"].map(_cell),
            SHARE: [general.percent(share) for share in _shares(rows)],
        }
    )


def _named(counts: pd.DataFrame, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    named = counts.assign(
        name=[
            named_cluster(names[code]) if code in names else NO_DISTRICT
            for code in counts["cluster"]
        ],
        last=~counts["cluster"].isin(list(names)),
    )
    return named.sort_values(["last", "name"], key=general.column_in_order, ignore_index=True)


def _shares(rows: pd.DataFrame) -> "pd.Series[float]":
    whole = rows["together"] + rows["other"]
    shares = [share_of(part, all_) for part, all_ in zip(rows["together"], whole, strict=True)]
    return pd.Series(shares, index=rows.index, dtype="Float64")


def _cell(count: object) -> str:
    return NOT_SHOWN if bool(pd.isna(count)) else general.count(count)  # type: ignore[call-overload]
