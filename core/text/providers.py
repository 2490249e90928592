"""Dutch of the page Aanbieders: the finding, and the part on who is active where."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.tables import ELSEWHERE, MISSING
from core.text import general, ties

QUESTION: Final = "Met wie kunnen we het verschil maken?"
TABS: Final[Mapping[str, str]] = {
    "active": "Wie is waar actief",
    "coverage": "Wie dekt wat",
    "mirror": "Spiegel",
    "handovers": "Overdrachten",
    "waiting": "Wachttijd",
    "lots": "Percelen",
}
BASIS: Final = "trajecten met in de periode een dag hulp, van alle hulpvormen"
ONE_PROVIDER: Final = (
    "De gekozen aanbieder geldt hier voor de spiegel en de overdrachten. De andere delen gaan over "
    "alle aanbieders."
)
TOP: Final = 10
TOP_WORD: Final = "tien"

ACTIVE_TITLE: Final = "Aanbieders per gemeente en hulpvorm"
ACTIVE_NOTE: Final = (
    "In elk vak staat hoeveel aanbieders er hulp gaven. Een leeg vak is niemand of te weinig: "
    f"hulpvormen met minder dan {general.LEAST} jeugdigen in een gemeente staan samen bij ‘overige "
    "hulpvormen’. De hulpvormen staan van licht naar zwaar, daarna wat niet op de ladder staat."
)
PICK: Final = "Kies een vak, in het beeld of hier, om te zien wie er actief zijn."
MUNICIPALITY: Final = "Gemeente"
FORM: Final = "Hulpvorm"
ASKED: Final[Mapping[str, str]] = {"municipality": MUNICIPALITY, "care_form": FORM}
PROVIDER: Final = "Aanbieder"
PROVIDERS: Final = "Aanbieders"
TRAJECTORIES: Final = "Trajecten"
CLIENTS: Final = "Jeugdigen"
OTHER_PROVIDERS: Final = "overige aanbieders"
OTHER_FORMS: Final = "overige hulpvormen"
OTHER_PLACES: Final = "overige gemeenten"


def finding(counts: pd.DataFrame, labels: Mapping[str, str], *, named: bool) -> str:
    """Say how much of the care the ten largest give, and who is the largest.

    Takes the published ``CONCENTRATION`` in order of size.
    """
    whole = total_of(counts, "trajectories")
    largest = largest_of(counts)
    share = share_of(total_of(largest.head(TOP), "trajectories"), whole)
    if share is None or len(largest) <= TOP:
        return few_finding(counts)
    first = share_of(int(largest["trajectories"].iloc[0]), whole)
    alike = ties.largest_of(largest, "trajectories")["provider"].map(labels).tolist()
    return (
        f"De {TOP_WORD} grootste van de {number_of_providers(counts)} aanbieders gaven "
        f"{general.percent(share)} van de {general.count(whole)} trajecten; "
        f"{_first(alike, general.percent(first), named=named)}."
    )


def _first(alike: Sequence[str], share: str, *, named: bool) -> str:
    """Say what the largest gave, or each of those that are as large."""
    many = len(alike)
    if not named:
        return f"de grootste gaf {share}" if many == 1 else f"de {many} grootste gaven elk {share}"
    who = ties.tied(alike, many + 1, "")
    return f"de grootste {'is' if many == 1 else 'zijn'} {who}, met {ties.each(many, share)}"


def few_finding(counts: pd.DataFrame) -> str:
    """Say how much care there is where ten providers would be nearly all of them."""
    whole = total_of(counts, "trajectories")
    if whole is None or counts.empty:
        return general.NOTHING_TO_SHOW
    number = int(counts["providers"].fillna(0).sum())
    gave = "gaf" if number == 1 else "gaven"
    return f"{number_words(number).capitalize()} {gave} {general.count(whole)} trajecten."


def number_of_providers(counts: pd.DataFrame) -> str:
    """Write how many providers the rows of ``CONCENTRATION`` stand for."""
    return general.number(float(counts["providers"].fillna(0).sum()))


def largest_of(counts: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that are one known provider, the largest first; of equals by code."""
    single = counts[~counts["provider"].isin([ELSEWHERE, MISSING])].dropna(subset=["trajectories"])
    return single.sort_values(["trajectories", "provider"], ascending=[False, True])


def number_words(number: int) -> str:
    """Write a number of providers in words that fit it: '1 aanbieder', '12 aanbieders'."""
    return "1 aanbieder" if number == 1 else f"{general.number(number)} aanbieders"


def place_label(code: str, name: str) -> str:
    """Name a municipality, or the rest of them."""
    return OTHER_PLACES if code == ELSEWHERE else name


def form_label(form: str) -> str:
    """Name a care form, or the rest of them."""
    return OTHER_FORMS if form == ELSEWHERE else general.filled(form)


def cells_of(counts: pd.DataFrame, places: Mapping[str, str], forms: Sequence[str]) -> pd.DataFrame:
    """Lay the published ``ACTIVE`` out for the picture: places by name, forms in this order.

    A cell of too few persons is left out, as is one with nobody.
    """
    shown = counts.dropna(subset=["providers"])
    cells = shown.assign(
        place=[place_label(code, places[code]) for code in shown["municipality"]],
        form=[form_label(form) for form in shown["care_form"]],
        form_rank=[list(forms).index(form) for form in shown["care_form"]],
        last=shown["municipality"] == ELSEWHERE,
        rest=(shown["municipality"] == ELSEWHERE) | (shown["care_form"] == ELSEWHERE),
    )
    cells = cells.assign(
        providers=cells["providers"].astype(float).round().astype(int),
        words=[general.number(number) for number in cells["providers"]],
        trajectories_words=[_shown(number) for number in cells["trajectories"]],
        clients_words=[general.count(number) for number in cells["clients"]],
    )
    return cells.sort_values(
        ["last", "place", "form_rank"], key=general.column_in_order, ignore_index=True
    )


def _shown(published: object) -> str:
    """Write a number of trajectories; left out beside another, it need not be few."""
    hidden = bool(pd.isna(published))  # type: ignore[call-overload]
    return general.percent(None) if hidden else general.count(published)


def active_finding(cells: pd.DataFrame) -> str:
    """Say where most providers are active, and in how many cells there is one only."""
    of_one_form = cells[~cells["rest"]]
    if of_one_form.empty:
        return general.NOTHING_TO_SHOW
    most = ties.largest_of(of_one_form, "providers")
    single = int((of_one_form["providers"] == 1).sum())
    alone = (
        f"; in {general.number(single)} van de {general.number(len(of_one_form))} vakken is het "
        "er één"
        if single
        else ""
    )
    return (
        f"De meeste aanbieders zijn actief bij {_where(most, of_one_form)}: "
        f"{ties.each(len(most), general.number(most['providers'].iloc[0]))}{alone}."
    )


def _where(most: pd.DataFrame, cells: pd.DataFrame) -> str:
    """Name the cells with most providers: of one form the municipalities, or all of them."""
    forms, places = most["form"].unique(), cells["place"].nunique()
    if len(forms) == 1:
        everywhere = f"alle {general.number(places)} gemeenten"
        return f"{forms[0]} in {ties.tied(most['place'].tolist(), places, everywhere)}"
    pairs = [f"{form} in {place}" for form, place in zip(most["form"], most["place"], strict=True)]
    return ties.tied(pairs, len(cells), f"alle {general.number(len(cells))} vakken")


def active_table(cells: pd.DataFrame) -> pd.DataFrame:
    """Write every cell as a line of text."""
    return pd.DataFrame(
        {
            MUNICIPALITY: cells["place"],
            FORM: cells["form"],
            PROVIDERS: cells["words"],
            TRAJECTORIES: cells["trajectories_words"],
            CLIENTS: cells["clients_words"],
        }
    )


def cell_title(cell: Mapping[str, object]) -> str:
    """Say about how many providers, trajectories and young people a cell is."""
    who = number_words(int(str(cell["providers"])))
    return (
        f"{cell['form']} in {cell['place']}: {who}, {cell['trajectories_words']} trajecten, "
        f"{cell['clients_words']} jeugdigen"
    )


def cell_table(counts: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Write who is active in a cell, by name and by number, all others last."""
    named = counts["provider"].map(labels)
    rows = counts.assign(
        label=named,
        last=counts["provider"].isin([ELSEWHERE, MISSING]),
    ).sort_values(["last", "label"], key=general.column_in_order)
    return pd.DataFrame(
        {
            PROVIDER: rows["label"],
            TRAJECTORIES: rows["trajectories"].map(general.count),
            CLIENTS: rows["clients"].map(general.count),
        }
    )


def unnamed(place: int) -> str:
    """Call a provider by its place in the table, where none may be named."""
    return f"aanbieder {place}"
