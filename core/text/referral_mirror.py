"""Dutch of the mirror of referrers: quarters beside a band of normal variation, as a question."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general
from core.text.referrers import VIA, via

REFERRER: Final = "Verwijzer"
MEASURE: Final = "Waar kijkt u naar?"
MEASURES: Final[Mapping[str, str]] = {
    "share": "Aandeel van de starts",
    "again": "Tweede traject binnen 12 maanden",
}
AXES: Final[Mapping[str, str]] = {
    "share": "Aandeel van alle starts in het kwartaal",
    "again": "Aandeel van de reeksen waarop binnen 12 maanden een tweede traject volgde",
}
QUARTER: Final = "Kwartaal"
SHARE: Final = "Aandeel"
NUMBER: Final = "Aantal"
WHOLE: Final = "Van"
BAND: Final = "Gewone schommeling"
PLACE: Final = "Plaats"
BAND_NAME: Final = "gewone schommeling (stippellijn: gemiddeld)"
POSITIONS: Final[Mapping[str, str]] = {
    "inside": "erbinnen",
    "above": "erboven",
    "below": "eronder",
    "": "niet te zeggen",
}
NOTE: Final = (
    "De band laat zien hoe ver het aandeel van kwartaal tot kwartaal meestal uiteenloopt: bij "
    "toeval alleen valt ongeveer 3 op de 1.000 kwartalen erbuiten. De band houdt er rekening mee "
    "dat kwartalen sterker verschillen dan toeval alleen (de grenzen van Laney). Een kwartaal "
    "buiten de band vraagt om een verhaal; het zegt niet dat iemand het goed of fout doet. Onder "
    f"de {general.LEAST} jeugdigen tonen we niets, en dat kwartaal telt niet mee voor de band."
)
VISIBLE_TO: Final = (
    "Deze spiegel gaat over een soort verwijzer, nooit over één praktijk. Bespreek hem eerst met "
    "die verwijzers zelf."
)
NO_REFERRERS: Final = "Er zijn te weinig starts om verwijzers naast elkaar te zetten."


def finding(band: pd.DataFrame, referrer: str, measure: str, fewest: int) -> str:
    """Say what the band shows, and end with a question."""
    known = band[band["share"].notna()]
    if known.empty:
        return general.NOTHING_TO_SHOW
    if known["high"].isna().all():
        return (
            f"Er zijn {len(known)} kwartalen met genoeg jeugdigen; vanaf {fewest} is te zeggen "
            "wat een gewone schommeling is. Kies een ruimere periode of alle gemeenten."
        )
    outside = known[known["position"].isin(["above", "below"])]
    if outside.empty:
        return (
            f"Alle {len(known)} kwartalen {via(referrer)} liggen binnen de gewone schommeling. "
            "Herkent u dat, of had u een verandering verwacht?"
        )
    last = outside.iloc[-1]
    more = len(outside) - 1
    beside = "" if not more else f" Dat geldt voor nog {more} {_quarters(more)}."
    side = "boven" if last["position"] == "above" else "onder"
    return (
        f"In {general.quarter(int(last['quarter']))} was het {_what(referrer, measure)} "
        f"{general.percent(last['share'])}; dat ligt {side} de gewone schommeling "
        f"({general.between(last['low'], last['high'])}).{beside} Wat was er toen anders?"
    )


def chart_rows(band: pd.DataFrame) -> pd.DataFrame:
    """Give ``NORMAL_BAND`` its words: the quarter, its place, and what stands at a point."""
    outside = band["position"].isin(["above", "below"])
    last = band["share"].notna() & (band.index == band["share"].last_valid_index())
    words = band["share"].map(general.percent)
    return band.assign(
        name=band["quarter"].map(general.quarter),
        axis_label=band["quarter"].map(_on_axis),
        words=words.where(outside | last, ""),
        is_outside=outside,
        place=band["position"].map(POSITIONS),
    )


def table_rows(band: pd.DataFrame) -> pd.DataFrame:
    """Write the quarters as a table."""
    limits = [
        "–" if pd.isna(low) else general.between(low, high)
        for low, high in zip(band["low"], band["high"], strict=True)
    ]
    return pd.DataFrame(
        {
            QUARTER: band["quarter"].map(general.quarter),
            NUMBER: band["part"].map(general.number),
            WHOLE: band["whole"].map(general.number),
            SHARE: band["share"].map(general.percent),
            BAND: limits,
            PLACE: band["position"].map(POSITIONS),
        }
    )


def choices(referrers: list[str]) -> list[str]:
    """Keep the referrers of the national list, in its order: those have a mirror."""
    return [label for label in VIA if label in referrers]


def _on_axis(quarter: int) -> str:
    year, place = divmod(int(quarter), 4)
    return f"kw {place + 1}\n{year}"


def _what(referrer: str, measure: str) -> str:
    if measure == "share":
        return f"aandeel {via(referrer)}"
    return f"aandeel reeksen {via(referrer)} met een tweede traject"


def _quarters(number: int) -> str:
    return "kwartaal" if number == 1 else "kwartalen"
