"""Dutch of the part of the page Stapeling on care forms that are held together."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.tables import SET_SEPARATOR
from core.text import general, ties

QUESTION: Final = "Welke hulpvormen hebben jeugdigen tegelijk, en welke na elkaar?"
REST: Final = "overige hulpvormen"
OTHER_SETS: Final = "andere combinaties"
FORM: Final = "Hulpvorm"
AND: Final = "En"
SET: Final = "Combinatie"
HOW: Final = "Hoe"
CLIENTS: Final = "Jeugdigen"
SETS_TITLE: Final = "Tegelijk op één dag: elke combinatie apart"
PAIRS_TITLE: Final = "Boven de schuine lijn tegelijk, eronder na elkaar"
SAME_TITLE: Final = "Dezelfde hulpvorm bij twee aanbieders tegelijk"
HOW_NAMES: Final[Mapping[str, str]] = {
    "together": "tegelijk, ten minste één dag",
    "apart": "na elkaar, nooit op één dag",
    "same": "dezelfde hulpvorm bij twee aanbieders",
}
JOINED: Final = " + "
LONGEST_BAR: Final = 10.0
DOT: Final = 0.55
MOST_SETS: Final = 15
SETS_NOTE: Final = (
    "De grafiek toont de vijftien grootste combinaties, de tabel alle. Een combinatie is precies "
    "de verzameling hulpvormen die op een dag liep, hoe die ook begonnen. Een jeugdige "
    "kan bij meer combinaties horen. Combinaties en hulpvormen van te weinig jeugdigen staan samen."
)
PAIRS_NOTE: Final = (
    "Boven de schuine lijn: jeugdigen die beide hulpvormen ten minste één dag tegelijk hadden. "
    "Eronder: jeugdigen die beide hadden in de gekozen periode, maar nooit op één dag. Op de lijn: "
    "dezelfde hulpvorm bij twee aanbieders tegelijk. Een punt: {few}."
)
FEW_WORDS: Final = f"geen, minder dan {general.LEAST} of bijna alle jeugdigen"
NONE_WORDS: Final = "geen jeugdigen"
DOT_SIGN: Final = "·"


def finding(sets: pd.DataFrame) -> str:
    """Name the set of care forms that most clients had at the same time."""
    named = sets[(sets["size"] > 1) & sets["clients"].notna()]
    if named.empty:
        return "Er zijn te weinig jeugdigen met dezelfde combinatie van hulpvormen."
    most = ties.largest_of(named.sort_values("forms"), "clients")
    alike = [general.listed(list(map(form_name, _members(forms)))) for forms in most["forms"]]
    if len(alike) > 1:
        alike = [f"‘{words}’" for words in alike]
    clients = ties.each(len(alike), general.count(most["clients"].iloc[0]))
    words = ties.tied(alike, len(named) + 1, "")
    return f"Het vaakst liepen {words} tegelijk: bij {clients} jeugdigen."


def form_name(form: str) -> str:
    """Name a care form; the rest of them has no name of its own."""
    return form or REST


def pairs_note(*, exact: bool) -> str:
    """Say how to read the square of pairs, and what a dot in it means."""
    return PAIRS_NOTE.format(few=NONE_WORDS if exact else FEW_WORDS)


def shown_sets(sets: pd.DataFrame, most: int = MOST_SETS) -> pd.DataFrame:
    """Choose the sets that are shown: most clients first, all others last; hidden ones left out."""
    shown = sets.dropna(subset=["clients"])
    named = shown[shown["size"] > 1].sort_values(["clients", "forms"], ascending=[False, True])
    rest = shown[shown["size"] == 0]
    return pd.concat([named.head(most), rest]).reset_index(drop=True)


def dots_of_sets(
    sets: pd.DataFrame, order: Sequence[str], colours: Mapping[str, str], unranked: str
) -> pd.DataFrame:
    """Place a dot for each care form of each set: ``row``, ``x``, ``form`` and ``colour``."""
    members = [_members(forms) for forms in sets["forms"]]
    columns = [form for form in order if any(form in row for row in members)]
    rows = [
        {
            "row": row + 0.5,
            "x": (columns.index(form) - len(columns)) * DOT,
            "form": form_name(form),
            "colour": colours.get(form, unranked),
        }
        for row, forms in enumerate(members)
        for form in forms
    ]
    return pd.DataFrame(rows, columns=["row", "x", "form", "colour"])


def bars_of_sets(sets: pd.DataFrame, dots: pd.DataFrame) -> pd.DataFrame:
    """Lay out a bar for each set, and where its first and last dot are."""
    most = float(sets["clients"].max()) if len(sets) else 1.0
    first, last = (dots.groupby("row")["x"].agg(edge) for edge in ("min", "max"))
    ends = sets["clients"].astype(float) / most * LONGEST_BAR
    names = [JOINED.join(map(form_name, _members(forms))) or OTHER_SETS for forms in sets["forms"]]
    words = sets["clients"].map(general.count)
    return pd.DataFrame(
        {
            "row": [row + 0.5 for row in range(len(sets))],
            "top": [row + 0.2 for row in range(len(sets))],
            "bottom": [row + 0.8 for row in range(len(sets))],
            "forms": names,
            "begin": 0.0,
            "end": ends,
            "words": [
                f"{number} ({OTHER_SETS})" if name == OTHER_SETS else number
                for number, name in zip(words, names, strict=True)
            ],
            "first": [float(first.get(row + 0.5, 0.0)) for row in range(len(sets))],
            "last": [float(last.get(row + 0.5, 0.0)) for row in range(len(sets))],
        }
    )


def rows_of_sets(sets: pd.DataFrame) -> pd.DataFrame:
    """Write the sets as a table of text."""
    names = [JOINED.join(map(form_name, _members(forms))) or OTHER_SETS for forms in sets["forms"]]
    return pd.DataFrame(
        {
            SET: names,
            CLIENTS: sets["clients"].map(general.count),
            "Dagen": sets["days"].map(general.count),
        }
    )


def cells_of_pairs(
    pairs: pd.DataFrame, same: pd.DataFrame, order: Sequence[str], *, exact: bool
) -> pd.DataFrame:
    """Lay out every cell of the square: two care forms, how, and its number as words and shade.

    What is not in a table is nobody, which only an ``exact`` square may tell.
    """
    numbers = _numbers(pairs, same)
    cells = [
        (first, second, how, numbers.get((first, second, how)))
        for row, first in enumerate(order)
        for column, second in enumerate(order)
        for how in [_how(row, column)]
    ]
    table = pd.DataFrame(cells, columns=["first", "second", "how_code", "clients"])
    numbers_shown = table["clients"].astype("Float64")
    most = numbers_shown.groupby(table["how_code"]).transform("max")
    shade = (numbers_shown / most).fillna(0.0).astype(float)
    few = NONE_WORDS if exact else FEW_WORDS
    return table.assign(
        first=table["first"].map(form_name),
        second=table["second"].map(form_name),
        how=table["how_code"].map(HOW_NAMES),
        shade=shade,
        words=[_cell_words(number) for number in table["clients"]],
        told=[few if pd.isna(number) else general.count(number) for number in table["clients"]],
    )


def rows_of_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """Write the pairs of which a number may be told, most at the same time first.

    Not their days: those are the days of all sets with both, also of sets that are not shown.
    """
    keys = ["first", "second"]
    wide = {
        how: pairs[pairs["how"] == how].set_index(keys)[["clients"]]
        for how in ("together", "apart")
    }
    both = wide["together"].join(wide["apart"].add_suffix("_apart"), how="outer")
    shown = both[both["clients"].notna() | both["clients_apart"].notna()]
    ordered = shown.sort_values(["clients", "clients_apart"], ascending=False, na_position="last")
    names = [JOINED.join(map(form_name, pair)) for pair in ordered.index]
    return pd.DataFrame(
        {
            "Hulpvormen": names,
            "Tegelijk (jeugdigen)": ordered["clients"].map(general.count).tolist(),
            "Na elkaar (jeugdigen)": ordered["clients_apart"].map(general.count).tolist(),
        }
    )


def same_finding(same: pd.DataFrame) -> str:
    """Say in which care form most had two providers at once."""
    most = ties.largest_of(same, "clients")
    if most.empty:
        return f"{SAME_TITLE}: te weinig jeugdigen om te tonen."
    forms = [form_name(str(form)) for form in most["care_form"]]
    clients = ties.each(len(forms), general.count(most["clients"].iloc[0]))
    words = ties.tied(forms, len(same) + 1, "")
    return f"{SAME_TITLE} komt het meest voor bij {words}: {clients} jeugdigen."


def _members(forms: str) -> list[str]:
    return forms.split(SET_SEPARATOR) if forms else []


def _how(row: int, column: int) -> str:
    if row == column:
        return "same"
    return "together" if column > row else "apart"


def _numbers(pairs: pd.DataFrame, same: pd.DataFrame) -> dict[tuple[str, str, str], int | None]:
    numbers = {}
    for row in pairs.to_dict("records"):
        for first, second in ((row["first"], row["second"]), (row["second"], row["first"])):
            numbers[(first, second, row["how"])] = row["clients"]
    twice = zip(same["care_form"], same["clients"], strict=True)
    return numbers | {(form, form, "same"): clients for form, clients in twice}


def _cell_words(number: int | None) -> str:
    return DOT_SIGN if number is None or pd.isna(number) else general.number(number)
