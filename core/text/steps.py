"""Dutch of the page Stepped of matched care."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.intervals import wilson_interval
from core.text import general
from core.text.chains import TOO_FEW, whole_of

TABS: Final = {
    "moves": "Omhoog en omlaag",
    "openings": "Licht of zwaarder beginnen",
    "comparable": "Wat volgde, voor vergelijkbare groepen",
    "costs": "Kosten van hele reeksen",
    "what_if": "Wat als",
}
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

UPPER_BASIS: Final = (
    "Alleen reeksen die twee jaar te volgen zijn; tussen haakjes het bereik (95% zekerheid)."
)
BEGUN_NAMES: Final[Mapping[str, str]] = {
    "light": "licht begonnen",
    "heavier": "zwaarder begonnen",
    "unranked": "begonnen met hulp zonder trede",
}
MOVE_NAMES: Final[Mapping[str, str]] = {
    "up": "Ging binnen twee jaar omhoog",
    "down": "Ging binnen twee jaar omlaag",
}
FEW_MOVED: Final = (
    "Te weinig van de reeksen die licht begonnen, gingen omhoog (of juist niet) om er een aandeel "
    "van te noemen."
)
MOVES_TITLE: Final = "Omhoog en omlaag, binnen twee jaar na het begin"
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
    """Say of how many chains each share is, between which bounds it lies, and who stands apart."""
    shares = [_of_how_many(moves, begun) for begun in ("light", "heavier")]
    apart = f"{_many(whole(moves, 'unranked'))} {BEGUN_NAMES['unranked']}, die staan apart"
    return f"{UPPER_BASIS} {' '.join(shares)} {_capital(apart)}."


def too_recent(recent: pd.DataFrame) -> str:
    """Say how many chains began too recently to know."""
    chains = {begun: cell_of(recent, "begun", begun) for begun in BEGUN_NAMES}
    parts = [f"{_many(number)} {BEGUN_NAMES[begun]}" for begun, number in chains.items()]
    return f"Te recent om te weten, want nog geen twee jaar te volgen: {general.listed(parts)}."


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


def shown_cell(cell: object) -> str:
    """Write a published number, or that it is not to be shown."""
    return shown(None if pd.isna(cell) else int(str(cell)))  # type: ignore[call-overload]


def cell_of(table: pd.DataFrame, column: str, key: object) -> int | None:
    """Give the chains of the rows in which a column has some value; None without any row."""
    part = table[table[column] == key]
    return total_of(part, "chains") if len(part) else None


def _of_how_many(moves: pd.DataFrame, begun: str) -> str:
    """Write the numbers behind a share, with its interval (95%, Wilson)."""
    part, all_chains = _moved(moves, begun), whole(moves, begun)
    name = _capital(BEGUN_NAMES[begun])
    if part is None or all_chains is None:
        return f"{name}: {_many(all_chains)} reeksen."
    bounds = wilson_interval(min(part, all_chains), all_chains)
    between = f" ({general.between(*bounds)})" if bounds else ""
    return f"{name}: {general.number(part)} van {general.number(all_chains)} reeksen{between}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _moved(moves: pd.DataFrame, begun: str) -> int | None:
    return cell_of(moves[moves["begun"] == begun], "moved", 1)


def _many(number: int | None) -> str:
    return "een niet te tonen aantal" if number is None else general.number(number)
