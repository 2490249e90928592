"""Dutch of Wie dekt wat: how care is divided over providers, and what the table has of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.tables import ELSEWHERE, MISSING
from core.text import general
from core.text import providers as page

QUESTION: Final = "Wie moeten we uitnodigen om een groot deel van de hulp aan tafel te hebben?"
TITLE: Final = "Verdeling van de trajecten over de aanbieders"
HALF_AND_MORE: Final = 0.6
"""The share that is called the larger part: the line in the picture."""

AT_TABLE: Final = "Wie zit er aan tafel?"
CHOOSE: Final = "Kies aanbieders"
NOBODY: Final = "Kies hierboven wie er aan tafel zit: dan staat hier wat zij samen doen."
NOBODY_TO_CHOOSE: Final = (
    "Hier is niemand te kiezen: geen aanbieder heeft in deze keuze genoeg jeugdigen om te tonen. "
    "Kies meer jaren of een grotere groep, of lees meer gegevens in."
)
THE_LARGEST: Final = (
    "Op dit niveau worden aanbieders niet genoemd: hieronder staat wat de tien grootste doen."
)
TRAJECTORIES_AXIS: Final = "Trajecten"
SHARE_AXIS: Final = "Opgeteld aandeel"
CUMULATED: Final = "Opgeteld"
PRESENT: Final = "Aan tafel"
YES, NO = "ja", "nee"
COSTS_STEP: Final = 5
"""Costs are told in steps of so many percent where numbers are protected."""

NOTE: Final = (
    "Een jeugdige met hulp van meer aanbieders telt één keer. Kosten zijn de hele bedragen van die "
    "trajecten, ook van dagen buiten de periode; het aandeel is afgerond op 5%. Het staat er "
    "alleen voor de tien grootste samen: wie veel keuzes naast elkaar legt, zou anders de omzet "
    "van één aanbieder kunnen uitrekenen."
)
EXACT_NOTE: Final = (
    "Een jeugdige met hulp van meer aanbieders telt één keer. Kosten zijn de hele bedragen van die "
    "trajecten, ook van dagen buiten de periode."
)
NO_EUROS: Final = (
    "Het aandeel van de kosten staat er niet: dat kan alleen voor de tien grootste aanbieders "
    "samen, en als er aan tafel en daarbuiten genoeg aanbieders en jeugdigen zijn van wie niemand "
    "bijna alles heeft."
)


@dataclass(frozen=True, slots=True)
class Covered:
    """What the chosen providers have, as shares (0 to 1); None where it may not be shown."""

    trajectories: float | None
    clients: float | None
    cents: float | None


def covered_of(
    sides: pd.DataFrame, reached: pd.DataFrame, *, shared: bool, by_hand: bool = False
) -> Covered:
    """Divide the published ``COVERED`` and the clients by side; costs in steps where shared.

    Costs need both sides: of one side and the whole the other could be told. A side that is not
    there has nothing, and may be told. Where shared a choice made ``by_hand`` has no costs: the
    answers to many choices together bound what a single provider has, however they are rounded.
    """
    costs = None if shared and by_hand else _costs(sides, shared=shared)
    return Covered(_inside(sides, "trajectories"), _inside(reached, "clients"), costs)


def _inside(table: pd.DataFrame, column: str) -> float | None:
    return share_of(total_of(table[table["side"] == "inside"], column), total_of(table, column))


def _costs(sides: pd.DataFrame, *, shared: bool) -> float | None:
    share = _inside(sides, "amount_cents")
    if share is None or not shared:
        return share
    return round(share * 100 / COSTS_STEP) * COSTS_STEP / 100


def sentence(covered: Covered, *, named: bool) -> str:
    """Say what those who are at the table now, or else the ten largest, have of all care."""
    words = {
        "de trajecten": covered.trajectories,
        "de jeugdigen": covered.clients,
        "de kosten": covered.cents,
    }
    known = [f"{general.percent(share)} van {what}" for what, share in words.items() if share]
    if not known:
        return general.NOTHING_TO_SHOW
    who = "Met wie nu aan tafel zit dekken we" if named else "De tien grootste aanbieders dekken"
    return f"{who} {general.listed(known)}."


def larger_part(curve: pd.DataFrame) -> str:
    """Say how many providers together give the larger part; takes ``curve_of``."""
    enough = curve[curve["cumulated"] >= HALF_AND_MORE]
    if enough.empty or enough["rest"].iloc[0]:
        return ""
    number = int(enough["place"].iloc[0])
    who = "1 aanbieder is" if number == 1 else f"{general.number(number)} aanbieders zijn samen"
    return f"{who} goed voor {general.percent(HALF_AND_MORE)} van de trajecten."


def curve_of(
    counts: pd.DataFrame, labels: Mapping[str, str], chosen: frozenset[str]
) -> pd.DataFrame:
    """Lay ``CONCENTRATION`` out for the picture: the largest first, all others together last.

    Empty when a number is left out: then no sum may be told.
    """
    whole = total_of(counts, "trajectories")
    if not whole:
        return pd.DataFrame()
    rest = counts[counts["provider"].isin([ELSEWHERE, MISSING])]
    rows = pd.concat([page.largest_of(counts), rest.sort_values("provider", ascending=False)])
    numbers = rows["trajectories"].astype(int)
    return pd.DataFrame(
        {
            "place": range(1, len(rows) + 1),
            "label": [_label(row, labels) for row in rows.to_dict("records")],
            "trajectories": numbers.tolist(),
            "number": numbers.map(general.count).tolist(),
            "clients": rows["clients"].map(general.count).tolist(),
            "share": (numbers / whole).tolist(),
            "cumulated": (numbers.cumsum() / whole).tolist(),
            "rest": rows["provider"].isin([ELSEWHERE, MISSING]).tolist(),
            "present": rows["provider"].isin(chosen).tolist(),
        }
    )


def _label(row: Mapping[object, object], labels: Mapping[str, str]) -> str:
    name = labels[str(row["provider"])]
    number = row["providers"]
    if row["provider"] != ELSEWHERE or bool(pd.isna(number)):  # type: ignore[call-overload]
        return name
    return f"{name} ({general.number(float(str(number)))})"


def curve_table(curve: pd.DataFrame) -> pd.DataFrame:
    """Write the curve as a table of text."""
    return pd.DataFrame(
        {
            page.PROVIDER: curve["label"],
            page.TRAJECTORIES: curve["number"],
            page.CLIENTS: curve["clients"],
            "Aandeel trajecten": curve["share"].map(general.percent),
            CUMULATED: curve["cumulated"].map(general.percent),
            PRESENT: [YES if one else NO for one in curve["present"]],
        }
    )
