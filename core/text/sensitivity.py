"""Dutch of the panel that shows how much a headline depends on how one counts."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general

TITLE: Final = "Hoe zeker is dit?"
HELP: Final = (
    "Zou de bevinding anders zijn als u anders telt? De app telt opnieuw: voor elke combinatie van "
    "twee pauzes, met een ladder op prijs, en met andere keuzes over wat meetelt. Dat duurt even."
)
BUTTON: Final = "Tel op 25 andere manieren"
BUSY: Final = "Opnieuw tellen"
SWITCHES_TITLE: Final = "Bij één andere keuze"
MERGE: Final = "Onderbreking binnen een traject"
CHAIN: Final = "Pauze binnen een reeks"
CHOICE: Final = "Andere keuze"
OUTCOME: Final = "Uitkomst"
GRID_NOTE: Final = (
    "In elk vak staat het aandeel, met daaronder van hoeveel. Het omrande vak is uw keuze."
)
PRICE_LADDER: Final = (
    "De ladder op prijs geeft dezelfde treden aan dezelfde hulpvormen, maar op volgorde van wat "
    "een dag hulp kost (de mediaan). Hulpvormen met minder dan tien jeugdigen staan er niet op. "
    "Niemand heeft die ladder afgesproken."
)
SUBJECTS: Final[Mapping[str, str]] = {
    "long_chains": "van de reeksen heeft na twee jaar drie of meer trajecten op rij",
    "light_up": "van de licht begonnen reeksen gaat binnen twee jaar omhoog",
    "talks": "van de starts die regie op drie vraagt had vooraf een gesprek",
}
"""What the share of each headline is a share of, as the end of a sentence."""

COUNTED: Final[Mapping[str, str]] = {
    "talks": "starts die regie op drie vraagt",
}
"""What is counted where a headline is a number and no share."""

SWITCH_NAMES: Final[Mapping[str, str]] = {
    "own": "Uw keuze",
    "by_price": "Een ladder op prijs",
    "with_parallel": "Ook gelijktijdige hulp krijgt een volgnummer",
    "without_parallel": "Alleen hulp na elkaar krijgt een volgnummer",
    "with_dyslexia": "Dyslexie telt wel mee",
    "without_dyslexia": "Dyslexie telt niet mee",
    "with_measures": "Jeugdbescherming en jeugdreclassering tellen wel mee",
    "without_measures": "Jeugdbescherming en jeugdreclassering tellen niet mee",
    "with_administrative": "Administratieve stappen tellen wel als stap",
    "without_administrative": "Administratieve stappen tellen niet als stap",
}
"""What each variant beside the grid does."""


TOO_FEW: Final = "zijn er te weinig jeugdigen om iets te tonen"
REFUSED: Final = "niet te tonen naast een eerder antwoord"
"""Stands at a variant that the difference guard refuses."""


def finding(rows: pd.DataFrame, headline: str) -> str:
    """Say between which bounds the headline lies, and how often nothing could be shown.

    ``rows`` has a row a variant: ``part`` and ``whole``, published; a ``whole`` below zero says
    that the headline is a number. ``is_refused`` marks what the difference guard refuses.
    """
    known = rows.dropna(subset=["part", "whole"])
    if known.empty:
        return general.NOTHING_TO_SHOW
    if (known["whole"] < 0).all():
        low, high = (general.number(bound) for bound in (known["part"].min(), known["part"].max()))
        return _bounds(low, high, f"{COUNTED[headline]}") + _hidden(rows, known)
    shares = shares_of_rows(known).dropna()
    if shares.empty:
        return general.NOTHING_TO_SHOW
    low, high = general.percent(shares.min()), general.percent(shares.max())
    return _bounds(low, high, SUBJECTS[headline]) + _hidden(rows, known)


def cells_of_grid(grid: pd.DataFrame, chosen: tuple[int, int]) -> pd.DataFrame:
    """Write the cells of the grid for a picture: both pauses as text, the share, and the words.

    ``grid`` has ``merge_gap_days``, ``chain_gap_days``, ``part`` and ``whole``; ``is_own`` marks
    the chosen pauses.
    """
    own = (grid["merge_gap_days"] == chosen[0]) & (grid["chain_gap_days"] == chosen[1])
    return pd.DataFrame(
        {
            "merge": grid["merge_gap_days"].map(general.days),
            "chain": grid["chain_gap_days"].map(general.days),
            "share": shares_of_rows(grid),
            "share_label": list(map(_share_words, grid["part"], grid["whole"])),
            "whole_label": list(map(_whole_words, grid["part"], grid["whole"])),
            "is_own": own,
        }
    )


def rows_of_grid(cells: pd.DataFrame) -> pd.DataFrame:
    """Write the grid as a table of text: a row an interruption, a column a pause in a chain."""
    words = cells.assign(words=cells["share_label"] + " " + cells["whole_label"])
    chains = list(dict.fromkeys(cells["chain"]))
    return pd.DataFrame(
        [
            {MERGE: merge} | {f"{CHAIN}: {chain}": _only(part, chain) for chain in chains}
            for merge, part in words.groupby("merge", sort=False)
        ]
    )


def rows_of_switches(rows: pd.DataFrame) -> pd.DataFrame:
    """Write a row for the chosen rules and for each switch, with its outcome."""
    chosen = rows[rows["name"].isin(list(SWITCH_NAMES))]
    outcomes = map(outcome_or_refused, chosen["part"], chosen["whole"], chosen["is_refused"])
    return pd.DataFrame({CHOICE: chosen["name"].map(SWITCH_NAMES), OUTCOME: list(outcomes)})


def shares_of_rows(rows: pd.DataFrame) -> "pd.Series[float]":
    """Divide published parts by their wholes; missing when either is, or there is no whole."""
    shares = [
        share_of(part, whole) for part, whole in zip(rows["part"], rows["whole"], strict=True)
    ]
    numbers = pd.Series(shares, index=rows.index, dtype="float64")
    return numbers.where(rows["whole"].fillna(-1) > 0)


def outcome(part: object, whole: object) -> str:
    """Write '41% van 1.230', a number, or that it may not be shown."""
    if any(cell is None or bool(pd.isna(cell)) for cell in (part, whole)):  # type: ignore[call-overload]
        return general.percent(None)
    numbers = int(str(part)), int(str(whole))
    if numbers[1] < 0:
        return general.number(numbers[0])
    share = share_of(*numbers)
    return general.percent(share) if share is None else _of(share, numbers[1])


def outcome_or_refused(part: object, whole: object, is_refused: object) -> str:
    """Write an outcome, or that the difference guard refuses it."""
    return REFUSED if is_refused else outcome(part, whole)


def left_out(number: object) -> str:
    """Say how many starts on paper take no place in the order, as a published count."""
    return (
        f"Administratieve stappen die niet meetellen als stap: {general.count(number)} "
        "(in alle gegevens). Welke dat zijn en of ze meetellen, kiest u bij Telregels."
    )


def _bounds(low: str, high: str, subject: str) -> str:
    if low == high:
        return f"**{low}** {subject}, hoe u ook telt."
    return f"Tussen **{low}** en **{high}** {subject}, hoe u ook telt."


def _hidden(rows: pd.DataFrame, known: pd.DataFrame) -> str:
    refused = int(rows["is_refused"].sum())
    hidden = len(rows) - len(known) - refused
    return "".join(
        f" Op {number} van de {len(rows)} manieren {why}."
        for number, why in ((hidden, TOO_FEW), (refused, f"is de uitkomst {REFUSED}"))
        if number
    )


def _share_words(part: object, whole: object) -> str:
    return outcome(part, whole).partition(" van ")[0]


def _whole_words(part: object, whole: object) -> str:
    tail = outcome(part, whole).partition(" van ")[2]
    return f"van {tail}" if tail else ""


def _of(share: float, whole: int) -> str:
    return f"{general.percent(share)} van {general.number(whole)}"


def _only(part: pd.DataFrame, chain: str) -> str:
    return str(part.loc[part["chain"] == chain, "words"].item()).strip()
