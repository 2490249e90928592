"""Dutch of the page Stepped of matched care."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chains import TOO_FEW, whole_of

TABS: Final = {"moves": "Omhoog en omlaag"}
"""The parts of the page, in their order."""

QUESTION: Final = "Beginnen we te licht, te vaak opnieuw, of precies goed?"
NO_CAUSE: Final = (
    "Dit zegt niet waarom een reeks omhoog of omlaag ging, en niet of een andere start beter was "
    "geweest: wie licht begint, is een andere jeugdige dan wie zwaar begint. Licht: trede 1 of 2. "
    "Zwaarder: trede 3 of hoger. De treden zijn een afspraak over licht en zwaar, niet over goed "
    "en slecht."
)
WITHHELD: Final = "niet te tonen"
MOST_UNMATCHED: Final = 0.05
"""With a larger share of lines without a known care form nothing is said about steps."""

BEGUN_NAMES: Final[Mapping[str, str]] = {
    "light": "licht begonnen",
    "heavier": "zwaarder begonnen",
    "unranked": "begonnen met hulp zonder trede",
}
MOVE_NAMES: Final[Mapping[str, str]] = {
    "up": "Ging binnen twee jaar omhoog",
    "down": "Ging binnen twee jaar omlaag",
}
COURSE_NAMES: Final[Mapping[str, str]] = {
    "single": "bleef bij één begin",
    "level": "ging door op dezelfde trede",
    "only_up": "alleen omhoog",
    "up_and_down": "omhoog en omlaag",
    "only_down": "alleen omlaag",
}
WAY_NAMES: Final[Mapping[int, str]] = {1: "begon daar direct", 0: "bouwde ernaartoe op"}
FEW_MOVED: Final = (
    "Te weinig van de reeksen die licht begonnen, gingen omhoog (of juist niet) om er een aandeel "
    "van te noemen."
)
MOVES_TITLE: Final = "Omhoog en omlaag, binnen twee jaar na het begin"
COURSES_TITLE: Final = "Hoe reeksen als geheel liepen"
YEARS_TITLE: Final = "Stappen per jaar"
FOLLOWUPS_TITLE: Final = "Wat volgde binnen een jaar op het eerste traject?"
REFERRERS_TITLE: Final = "Naar verwijzer van het eerste traject"
REFERRERS_NOTE: Final = (
    "Verwijzers staan op naam. Een verschil kan liggen aan wie zij zien en waarvoor."
)
MUCH_MISSING: Final = (
    "Bij {share} van deze reeksen is geen verwijzer geleverd. Lees de aandelen hieronder daarom "
    "met voorzichtigheid."
)
MUCH: Final = 0.2
REST_REFERRERS: Final = "overige verwijzers"
SHARE_AXIS: Final = "Deel van de reeksen (%)"
STARTS_AXIS: Final = "Deel van de vervolgstappen (%)"
CHAINS: Final = "Reeksen"
STEPPED_HELP: Final = (
    "Ten minste één keer omhoog en nooit omlaag, van {chains} reeksen van drie of meer."
)
HEAVY_HELP: Final = (
    "Van de {chains} reeksen die binnen twee jaar op trede 6 of hoger kwamen. De andere bouwden "
    "ernaartoe op."
)
DENOMINATORS: Final = (
    "Aantal reeksen waarvan dit aandelen zijn. Omhoog en omlaag: {chains}. Opklimmend: {stepped}. "
    "Verblijf: {heavy}."
)
YEAR: Final = "Jaar"
STEP: Final = "Stap"
SHARE: Final = "Deel"
FIRST: Final = "Eerste hulpvorm"
NEXT: Final = "Vervolg"


def withheld(unmatched: float) -> str:
    """Say why nothing is stated: too many lines have no known care form."""
    return (
        f"Bij {general.percent(unmatched)} van de declaratieregels is de hulpvorm niet bekend. "
        f"Boven {general.percent(MOST_UNMATCHED)} doet deze pagina geen uitspraak over lichter en "
        "zwaarder. Vul de onbekende codes aan bij Gegevens inlezen, of geef ze een trede bij "
        "Begrippen en telregels."
    )


def finding(moves: pd.DataFrame) -> str:
    """Say which share went up, of those that began light and of those that began heavier."""
    light, heavier = moved_share(moves, "light"), moved_share(moves, "heavier")
    if light is None:
        return TOO_FEW if whole(moves, "light") is None else FEW_MOVED
    start = (
        f"Van de reeksen die licht begonnen, ging {general.percent(light)} binnen twee jaar omhoog"
    )
    if heavier is None:
        return f"{start}."
    return f"{start}; van de reeksen die direct zwaarder begonnen {general.percent(heavier)}."


def basis(moves: pd.DataFrame) -> str:
    """Say of how many chains the shares are, and how many stand apart."""
    parts = [f"{_many(whole(moves, begun))} {name}" for begun, name in BEGUN_NAMES.items()]
    return f"Reeksen die twee jaar te volgen zijn: {general.listed(parts)}."


def moved_share(moves: pd.DataFrame, begun: str) -> float | None:
    """Divide the chains that moved by all that began so; None when a part is hidden."""
    return share_of(_moved(moves, begun), whole(moves, begun))


def rows_of_moves(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Write the moves as a table of text: begun, move, chains that moved, of how many, share."""
    rows = [
        {
            "Begin": BEGUN_NAMES[begun],
            "Beweging": MOVE_NAMES[move],
            CHAINS: shown(_moved(table, begun)),
            "Van": shown(whole(table, begun)),
            SHARE: general.percent(moved_share(table, begun)),
        }
        for move, table in tables.items()
        for begun in BEGUN_NAMES
    ]
    return pd.DataFrame(rows)


def bars_of_moves(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Lay out a bar for each beginning and move, with ``share`` in percents."""
    rows = [
        {
            "begun": f"{BEGUN_NAMES[begun]} ({shown(whole(tables['up'], begun))})",
            "move": MOVE_NAMES[move],
            "key": move,
            "share": 100 * share,
            "words": general.percent(share),
        }
        for begun in BEGUN_NAMES
        for move, table in tables.items()
        if (share := moved_share(table, begun)) is not None
    ]
    return pd.DataFrame(rows, columns=["begun", "move", "key", "share", "words"])


def figures(
    courses: pd.DataFrame, stepped: pd.DataFrame, ways: pd.DataFrame
) -> list[tuple[str, str, str]]:
    """Write the key figures of whole chains: label, share and meaning with its denominator."""
    chains = f"Van {shown(total_of(courses, 'chains'))} reeksen, twee jaar gevolgd."
    return [
        ("Alleen omhoog", _part(courses, "course", "only_up"), chains),
        ("Alleen omlaag", _part(courses, "course", "only_down"), chains),
        ("Omhoog en omlaag", _part(courses, "course", "up_and_down"), chains),
        (
            "Opklimmend, bij drie of meer op rij",
            _part(stepped, "is_stepped", 1),
            STEPPED_HELP.format(chains=shown(_whole(stepped))),
        ),
        (
            "Verblijf: direct begonnen",
            _part(ways, "is_direct", 1),
            HEAVY_HELP.format(chains=shown(_whole(ways))),
        ),
    ]


def of_how_many(courses: pd.DataFrame, stepped: pd.DataFrame, ways: pd.DataFrame) -> str:
    """Say of how many chains each key figure is a share."""
    return DENOMINATORS.format(
        chains=shown(_whole(courses)), stepped=shown(_whole(stepped)), heavy=shown(_whole(ways))
    )


def rows_of_courses(courses: pd.DataFrame, ways: pd.DataFrame) -> pd.DataFrame:
    """Write courses, and the ways to heavy care, as one table of text."""
    named = [(COURSE_NAMES, "course", courses), (WAY_NAMES, "is_direct", ways)]
    rows = [
        {
            "Verloop": name if column == "course" else f"kwam op trede 6 of hoger: {name}",
            CHAINS: shown(_cell(table, column, key)),
            SHARE: _part(table, column, key),
        }
        for names, column, table in named
        for key, name in names.items()  # type: ignore[attr-defined]
    ]
    return pd.DataFrame(rows)


def referrer_caution(moves: pd.DataFrame) -> str:
    """Warn when many of the chains shown have no referrer; empty when few do."""
    wholes = moves[moves["moved"] == 1].dropna(subset=["whole"])
    missing = wholes[(wholes["referrer"] == "") & (wholes["is_rest"] == 0)]
    share = share_of(total_of(missing, "whole"), total_of(wholes, "whole"))
    if share is None or share <= MUCH:
        return ""
    return MUCH_MISSING.format(share=general.percent(share))


def whole(moves: pd.DataFrame, begun: str) -> int | None:
    """Give the chains that began so, moved or not; None when that number is hidden."""
    return whole_of(moves[moves["begun"] == begun])


def shown(number: int | None) -> str:
    """Write a number, or that it is not to be shown, which says nothing about its size."""
    return WITHHELD if number is None else general.number(number)


def _moved(moves: pd.DataFrame, begun: str) -> int | None:
    return _cell(moves[moves["begun"] == begun], "moved", 1)


def _many(number: int | None) -> str:
    return "een niet te tonen aantal" if number is None else general.number(number)


def _cell(table: pd.DataFrame, column: str, key: object) -> int | None:
    part = table[table[column] == key]
    return total_of(part, "chains") if len(part) else None


def _part(table: pd.DataFrame, column: str, key: object) -> str:
    return general.percent(share_of(_cell(table, column, key), _whole(table)))


def _whole(table: pd.DataFrame) -> int | None:
    """Give the whole of a table: a number of its own, or what its parts add up to."""
    return whole_of(table) if "whole" in table else total_of(table, "chains")
