"""Dutch of the part Wat volgt op wat: transitions between care forms, written out."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.tables import BEGINNING, ELSEWHERE, NOT_FOLLOWED, STILL_OPEN
from core.text import general, ties
from core.text.chains import Ladder

Row = Mapping[Any, Any]

QUESTION: Final = (
    "Welke hulp volgt in een reeks op welke, en hoeveel tijd zit ertussen of loopt samen op?"
)
TITLE: Final = "Wat volgt op wat"
MATRIX_TITLE: Final = "Van elke 100 trajecten: wat kwam erna?"
NAMES: Final = {
    ELSEWHERE: "overige hulp",
    NOT_FOLLOWED: "geen vervolg",
    STILL_OPEN: "loopt nog of te recent",
}
BEGIN: Final = "begin van een reeks"
NOTHING: Final = "Bij deze keuze zijn er te weinig overgangen om er een te noemen."
HOW_MANY: Final = "Toon de grootste overgangen"
CHOOSE: Final = "Lees een overgang"
NOTE: Final = (
    "Elk vak is een hulpvorm, van licht (links) naar zwaar (rechts); wat niet op de ladder staat, "
    "staat rechts daarvan. Een pijl boven de vakken gaat naar rechts, een pijl eronder naar links. "
    "Hoe dikker de pijl, hoe vaker. Overige hulp: hulpvormen en overgangen met te weinig jeugdigen "
    "om apart te tonen."
)
EXITS_NOTE: Final = (
    "Geen vervolg: alle hulp in de reeks stopte, zo lang geleden dat nieuwe hulp een nieuwe reeks "
    "zou zijn. Loopt nog of te recent: de hulp loopt nog, het einde is te kort geleden, of het "
    "einde is niet bekend. Die twee tellen wij nooit bij elkaar. Leeg: niemand, of te weinig."
)
TIME_NOTE: Final = (
    "Dagen zonder hulp tellen vanaf het einde van alle eerdere hulp in de reeks. Loopt die hulp "
    "nog door, dan is dat aantal nul; hoe vaak en hoelang dat zo is, staat er apart bij. Het is "
    "geen wachttijd: declaraties zeggen niet wanneer iemand werd verwezen of zich aanmeldde."
)
FROM: Final = "Van"
TO: Final = "Naar"
TRANSITIONS: Final = "Overgangen"
CLIENTS: Final = "Jeugdigen"
OF_SOURCE: Final = "Van elke 100 'van'"
OF_TARGET: Final = "Van elke 100 'naar'"
WAITED: Final = "Dagen zonder hulp (midden)"
MIDDLE_HALF: Final = "Middelste helft"
SHARED: Final = "Liep samen op"
SHARED_DAYS: Final = "Dagen samen (midden)"
EVER: Final = "Ooit later (reeksen)"
BEGINS: Final = "Begin van reeks"
DASH: Final = "–"
LANES: Final = ("begint een reeks", "geen vervolg, van 100", "loopt of te recent, van 100")
ABOVE: Final = "Naar rechts:\nzwaarder of gelijk"
BELOW: Final = "Naar links:\nlichter of gelijk"
LINE_LENGTH: Final = 13


def place_name(place: str) -> str:
    """Name a place: a care form, the rest, the beginning, or one of both ends."""
    return BEGIN if place == BEGINNING else NAMES.get(place) or general.filled(place)


def in_order(places: Sequence[str], ladder: Ladder) -> list[str]:
    """Order places from light to heavy, then what has no rung, the rest, and the ends."""
    levels = dict(ladder)
    last = max(levels.values(), default=0) + 1
    ends = (ELSEWHERE, *NAMES)

    def rank(place: str) -> tuple[int, int, str]:
        return ends.index(place) + 1 if place in ends else 0, levels.get(place) or last, place

    return sorted(set(places), key=rank)


def finding(shares: pd.DataFrame) -> str:
    """Say which transition between two care forms is the most frequent, as a share."""
    named = shares[~shares["source"].isin(NAMES) & ~shares["target"].isin(NAMES)]
    known = named.dropna(subset=["transitions", "share"]).sort_values(["source", "target"])
    if known.empty:
        return NOTHING
    followed = "van elke 100 trajecten {} {} gevolgd door {}".format
    told = [
        followed(place_name(row["source"]), _were(row["share"]), place_name(row["target"]))
        for row in ties.largest_of(known, "transitions").to_dict("records")
    ]
    many = "overgang" if len(told) == 1 else "overgangen, even vaak"
    return f"De meest voorkomende {many}: {ties.tied(told, len(known) + 1, '')}."


def sentence(row: Row) -> str:
    """Write a transition out: both shares with what they are of, the time between, the overlap."""
    source, target = place_name(row["source"]), place_name(row["target"])
    number, clients = general.count(row["transitions"]), general.count(row["clients"])
    if pd.isna(row["share"]):
        first = f"Van {source} naar {target}: {number} keer. Een aandeel is niet te tonen."
    else:
        first = (
            f"Van elke 100 trajecten {source} in een reeks {_were(row['share'])} gevolgd door "
            f"{target} ({number} van {general.count(row['whole'])} trajecten, "
            f"{clients} jeugdigen)."
        )
    parts = [first, _from_the_other_side(row), _ever(row), *_times(row)]
    return " ".join(filter(None, parts))


def _ever(row: Row) -> str:
    if pd.isna(row["chains"]):
        return ""
    number = general.count(row["chains"])
    return f"Ooit later in dezelfde reeks, ook met andere hulp ertussen: in {number} reeksen."


def _from_the_other_side(row: Row) -> str:
    if pd.isna(row["share_of_target"]):
        return ""
    source, target = place_name(row["source"]), place_name(row["target"])
    return (
        f"Van elke 100 trajecten {target} {_came(row['share_of_target'])} direct na {source} "
        f"(van {general.count(row['arrived'])}, eerste trajecten van een reeks tellen mee)."
    )


def _times(row: Row) -> list[str]:
    """Say the time between and the overlap: never the one without the other."""
    if pd.isna(row["median_gap_days"]):
        return []
    return [waiting(row), overlap(row)]


def waiting(row: Row) -> str:
    """Say how many days without care lie between, in the middle and for the middle half."""
    if pd.isna(row["median_gap_days"]):
        return ""
    if not row["median_gap_days"]:
        return "Bij ten minste de helft zat er geen dag zonder hulp tussen."
    spread = half(row)
    around = "" if spread == DASH else f" (middelste helft: {spread})"
    days = general.days(row["median_gap_days"])
    return f"In het midden zaten er {days} zonder hulp tussen{around}."


def overlap(row: Row) -> str:
    """Say how often earlier help ran on, and for how long."""
    number = row["overlapping"]
    if pd.isna(number):
        return f"Bij minder dan {general.LEAST} jeugdigen liep eerdere hulp nog door."
    if not number:
        return "Bij geen enkele overgang liep eerdere hulp nog door."
    days = row["median_overlap_days"]
    middle = "" if pd.isna(days) else f", in het midden {general.days(days)}"
    return f"Bij {general.count(number)} overgangen liep eerdere hulp nog door{middle}."


def half(row: Row) -> str:
    """Write the middle half of the days between: '0 tot 40 dagen'."""
    if pd.isna(row["low_gap_days"]) or pd.isna(row["high_gap_days"]):
        return DASH
    low, high = (general.decimal(row[name], 0) for name in ("low_gap_days", "high_gap_days"))
    return f"{low} tot {high} dagen"


def drawn_note(drawn: int, left_out: int) -> str:
    """Say how many transitions are not drawn, and that nothing was counted anew without them."""
    if not left_out:
        if drawn == 1:
            return "De ene overgang die te tonen is, staat in het beeld."
        return f"Alle {general.number(drawn)} overgangen staan in het beeld."
    rest = "1 kleinere overgang staat" if left_out == 1 else f"{left_out} kleinere staan"
    return (
        f"Getekend: de {general.number(drawn)} grootste overgangen. Nog {rest} alleen in de tabel. "
        "Aantallen, aandelen en tijden zijn die van alle reeksen: zij zijn niet opnieuw berekend "
        "zonder wat is weggelaten."
    )


def rows_of_follows(shares: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write the transitions and the ends as a table of text, in ladder order."""
    order = in_order([*shares["source"], *shares["target"]], ladder)
    rows = sorted(
        shares.to_dict("records"),
        key=lambda row: (order.index(row["source"]), order.index(row["target"])),
    )
    return pd.DataFrame([_cells(row) for row in rows], columns=list(COLUMNS))


COLUMNS: Final = (
    *(FROM, TO, TRANSITIONS, CLIENTS, OF_SOURCE, OF_TARGET),
    *(WAITED, MIDDLE_HALF, SHARED, SHARED_DAYS, EVER),
)


def _cells(row: Row) -> dict[str, str]:
    is_end, is_rest = row["target"] in (NOT_FOLLOWED, STILL_OPEN), row["target"] == ELSEWHERE
    shared = DASH if is_end else general.count(row["overlapping"])
    return {
        FROM: place_name(row["source"]),
        TO: place_name(row["target"]),
        TRANSITIONS: general.count(row["transitions"]),
        CLIENTS: general.count(row["clients"]),
        OF_SOURCE: of_hundred(row["share"]),
        OF_TARGET: DASH if is_end or is_rest else of_hundred(row["share_of_target"]),
        WAITED: DASH if is_end else general.decimal(row["median_gap_days"], 0),
        MIDDLE_HALF: DASH if is_end else half(row),
        SHARED: shared,
        SHARED_DAYS: DASH if is_end else general.decimal(row["median_overlap_days"], 0),
        EVER: DASH if is_end else general.count(row["chains"]),
    }


def of_hundred(share: float | None) -> str:
    """Write a share as so many of a hundred: '23', or '<1'."""
    if share is None or pd.isna(share):
        return "niet te tonen"
    return "<1" if 0 < share < general.SMALLEST_SHARE else str(round(share * 100))


def wrapped(name: str) -> str:
    """Break a name over lines so that it fits in its box."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= LINE_LENGTH else [*lines, word]
    return "\n".join(filter(None, lines))


def times(number: float | None) -> str:
    """Write how often something was there: '1.234 keer', or nothing when that is hidden."""
    return "" if number is None or pd.isna(number) else f"{general.number(number)} keer"


def option(row: Row) -> str:
    """Name a transition in a list to choose from."""
    return f"{place_name(row['source'])} → {place_name(row['target'])}"


def _were(share: float) -> str:
    number = of_hundred(share)
    words = "minder dan 1" if number == "<1" else number
    return f"werd er {words}" if number in ("1", "<1") else f"werden er {words}"


def _came(share: float) -> str:
    number = of_hundred(share)
    words = "minder dan 1" if number == "<1" else number
    return f"kwam er {words}" if number in ("1", "<1") else f"kwamen er {words}"
