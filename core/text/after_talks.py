"""Dutch of what began within six months after a talk, beside what the talk concluded."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.talk_words import CONCLUSIONS

QUESTION: Final = "Wat begon er binnen een half jaar na het gesprek, en past dat bij de uitkomst?"
OUTCOMES: Final[Mapping[str, str]] = {
    "nothing": "niets nieuws",
    "down": "lichtere hulp",
    "same": "even zware hulp",
    "up": "zwaardere hulp",
    "other": "niet te vergelijken",
    "rest": "overig (apart te weinig)",
}
RECENT: Final = "te recent om te weten"
NOBODY: Final = "–"
CONCLUSION: Final = "Uitkomst van het gesprek"
TALKS: Final = "Gesprekken"
SHARE: Final = "Aandeel"
AFTER: Final = "Daarna begonnen"
TITLE: Final = "Wat begon binnen zes maanden na het gesprek, per uitkomst"
TOO_FEW: Final = "Er zijn te weinig gesprekken om te zeggen wat erna begon."
NOTE: Final = (
    "Elke regel telt op tot alle gesprekken met die uitkomst die minstens een half jaar geleden "
    "waren; wat te recent is, staat apart. Een gesprek hoort bij de laatste hulp die toen liep "
    "of was geweest. Zwaarder en lichter volgen de ladder, naast de hulp ervoor gelegd; niet te "
    "vergelijken is hulp zonder trede, hulp naast hulp die doorloopt, of een nieuwe reeks. Dat "
    "iets na een gesprek begon, zegt niet dat het door het gesprek kwam."
)


def finding(overall: pd.DataFrame) -> str:
    """Say in one sentence after which part of the talks nothing new began, and heavier help.

    ``overall`` are all talks long enough ago, by outcome; rare outcomes are one.
    """
    whole = total_of(overall, "talks")
    cells = dict(zip(overall["outcome"], overall["talks"], strict=True))
    if not whole:
        return TOO_FEW
    told = {
        name: f"bij {general.percent(share_of(int(cells[name]), whole))} {words}"
        for name, words in OUTCOMES.items()
        if name in cells
    }
    named = [told[name] for name in ("nothing", "down", "same", "up") if name in told]
    return (
        f"Na {general.number(whole)} gesprekken begon er binnen een half jaar "
        f"{general.listed(named)}."
    )


def together(counts: pd.DataFrame) -> pd.DataFrame:
    """Give talks long enough ago the words for a picture, in order of conclusion and outcome.

    A conclusion of which a part is hidden is not drawn: the bar would tell the rest. Adds
    ``share`` of the conclusion, ``label``, ``name``, ``words`` and their ``middle``.
    """
    known = counts[counts["conclusion"].isin(CONCLUSIONS)]
    places = {code: place for place, code in enumerate(CONCLUSIONS)}
    order = {code: place for place, code in enumerate(OUTCOMES)}
    rows = known.assign(
        row=known["conclusion"].map(places),
        order=known["outcome"].map(order),
        label=known["conclusion"].map(CONCLUSIONS),
        name=known["outcome"].map(OUTCOMES),
    ).sort_values(["row", "order"])
    whole = rows.groupby("row")["talks"].transform(lambda cells: cells.sum(skipna=False))
    shares = (rows["talks"] / whole).where(whole > 0)
    shown = rows.assign(share=shares.astype("Float64"), whole=whole)
    shown = shown[shown["share"].notna()]
    words = [general.percent(share) if share >= 0.08 else "" for share in shown["share"]]
    wholes = [f" ({general.number(number)})" for number in shown["whole"]]
    until = shown.groupby("row")["share"].cumsum()
    middle = (until - shown["share"] / 2).astype(float)
    labels = [label + number for label, number in zip(shown["label"], wholes, strict=True)]
    return shown.assign(words=words, label=labels, middle=middle).reset_index(drop=True)


def table(counts: pd.DataFrame, recent: pd.DataFrame) -> pd.DataFrame:
    """Write the matrix as a table: a conclusion a row, an outcome a column, too recent apart.

    A cell without a row is a dash: nobody, or so few that they are among the rest.
    """
    cells = counts.set_index(["conclusion", "outcome"])["talks"].unstack()  # noqa: PD010 - keeps what is missing
    shown = [code for code in CONCLUSIONS if code in cells.index]
    named = [name for name in OUTCOMES if name in cells.columns]
    there = set(zip(counts["conclusion"], counts["outcome"], strict=True))
    columns = {
        OUTCOMES[name]: [
            general.count(cells.loc[code, name]) if (code, name) in there else NOBODY
            for code in shown
        ]
        for name in named
    }
    late = recent.set_index("conclusion")["talks"]
    columns[RECENT] = [general.count(late.get(code)) for code in shown]
    return pd.DataFrame({CONCLUSION: [CONCLUSIONS[code] for code in shown], **columns})
