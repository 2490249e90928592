"""Dutch of completeness and freshness: which months are in, and which are too fresh to discuss."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.text import general
from core.trajectories.calendar import MONTHS, date_of

TITLE: Final = "Welke maanden zijn binnen?"
SUPPLIER: Final = "Aanbieder"
MONTH: Final = "Maand"
STATE: Final = "Stand"
FILLED: Final = "Vergeleken met de maanden eromheen"
AGE: Final = "Maanden na de maand van de hulp"
WITHIN: Final = "Aandeel van de regels dat binnen is"
LINES: Final = "Regels binnen"
TOO_FRESH: Final = "te vers om over te praten"
FRESH_ZONE: Final = f"◂ {TOO_FRESH}"
ENOUGH: Final = "95%"

SHORT_MONTHS: Final = (
    *("jan", "feb", "mrt", "apr", "mei", "jun"),
    *("jul", "aug", "sep", "okt", "nov", "dec"),
)

STATE_NAMES: Final[Mapping[str, str]] = {
    "delivered": "geleverd",
    "partial": "deels geleverd",
    "missing": "ontbreekt",
    "recent": "te vers",
    "before": "nog niet begonnen",
    "after": "niets meer: gestopt of niet geleverd",
    "few": "te weinig jeugdigen om te tonen",
}

STATE_SIGNS: Final[Mapping[str, str]] = {
    "delivered": "",
    "partial": "½",
    "missing": "✕",
    "recent": "…",
    "before": "",
    "after": "–",
    "few": general.FEW,
}
"""What stands in the cell, so that the strip reads without colour."""

NOTE: Final = (
    "Deels geleverd: minder dan 60% van wat deze aanbieder in de drie maanden ervoor en erna "
    "gewoonlijk levert, bij ten minste tien regels. Ontbreekt: geen enkele regel, tussen maanden "
    "die er wel zijn. Na de laatste maand van een aanbieder zien wij niet of hij stopte of nog "
    f"niet leverde. Een aanbieder met gewoonlijk minder dan {general.LEAST} jeugdigen in een maand "
    "staat er zonder stand."
)
START_TITLE: Final = "Waar komt de begindatum vandaan?"
START_NOTE: Final = (
    "Een start (JW305) gaat voor de toewijzing (JW301), en die voor de gedeclareerde periode. Van "
    "hulp die per stuk of in euro's wordt betaald, is soms alleen de datum van declareren bekend. "
    "Die regels tellen mee in aantallen en euro's, niet in de volgorde, de pauzes en regie op drie."
)
START_SOURCE: Final = "Bron"
LINES_OF_SOURCE: Final = "Regels"
SHARE: Final = "Aandeel"
START_NAMES: Final[Mapping[str, str]] = {
    "start": "Gemelde start",
    "allocation": "Toewijzing",
    "declaration": "Gedeclareerde periode",
    "undated": "Alleen de datum van declareren",
}
ODD_TITLE: Final = "Maanden die ontbreken of maar deels binnen zijn"
LAG_TITLE: Final = "Hoe lang duurt het voor een maand compleet is?"
NOT_CHECKABLE: Final = (
    "Wanneer een maand compleet is, is niet te meten: de datum van declareren ontbreekt. Daarom "
    "geldt de gewone regel: de peildatum is de laatste maand met een gewoon aantal regels."
)


def cells(judged: pd.DataFrame, named: Callable[[str], str]) -> pd.DataFrame:
    """Write every month of every supplier as it is drawn and told, in order of name and month.

    ``judged`` is ``COMPLETENESS``, published: where ``clients`` was left out no state is told, and
    <10 stands once, in the first month. Codes of suppliers are left out: a picture is sent with all
    of its columns.
    """
    state = judged["state"].mask(judged["clients"].isna(), "few")
    shown = judged["share"].where(state.isin(["delivered", "partial", "missing"]))
    rows = judged.assign(
        label=judged["supplier"].map(named),
        month_label=judged["month"].map(month_label),
        share=judged["share"].round(2),  # the picture is sent with its numbers: no more than words
        state=state,
        name=state.map(STATE_NAMES),
        sign=state.map(STATE_SIGNS),
        filled=[general.percent(share) if pd.notna(share) else "–" for share in shown],
    )
    ordered = rows.sort_values(["label", "month"], key=general.column_in_order, ignore_index=True)
    again = (ordered["state"] == "few") & ordered.duplicated("supplier")
    return ordered.assign(sign=ordered["sign"].mask(again, "")).drop(columns="supplier")


def finding(rows: pd.DataFrame) -> str:
    """Say how many suppliers miss a month or a part of one. Takes what ``cells`` gives."""
    by_supplier = rows.groupby("label")["state"].agg(set)
    shown = [states for states in by_supplier if states != {"few"}]
    if not shown:
        return general.NOTHING_TO_SHOW
    missing = sum("missing" in states for states in shown)
    partial = sum("partial" in states for states in shown)
    if not missing and not partial:
        return f"Van {_suppliers(len(shown))} zijn alle maanden binnen, voor zover te zien."
    return (
        f"Van {_suppliers(len(shown))} {_miss(missing)} er {missing} een hele maand; bij {partial} "
        "is een maand maar deels binnen."
    )


def strip_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the months that are not simply delivered, as a table to read and print."""
    odd = rows[rows["state"].isin(["missing", "partial"])]
    table = {
        SUPPLIER: odd["label"],
        MONTH: odd["month_label"],
        STATE: odd["name"],
        FILLED: odd["filled"],
    }
    return pd.DataFrame(table).reset_index(drop=True)


def lag_finding(months: int, as_of: int) -> str:
    """Say after how many months 95% is in, and from which day on it is too fresh to discuss.

    ``as_of`` is the day number that follows from the lag.
    """
    wait = "Nog in de maand zelf" if not months else f"Na {_months(months)}"
    return (
        f"{wait} is 95% van de declaraties van een maand binnen. Alles na "
        f"{general.day(date_of(as_of))} is {TOO_FRESH}."
    )


def as_of_note(proposed: int, used: int) -> str:
    """Lay the day that follows from the lag beside the one that is used."""
    here, there = general.day(date_of(used)), general.day(date_of(proposed))
    if proposed == used:
        return f"De peildatum is {here}, en dat past bij hoe snel er gedeclareerd wordt."
    return (
        f"De peildatum is nu {here}. Volgens de datums van declareren past {there} beter. U kunt "
        "de peildatum kiezen bij Begrippen en telregels."
    )


def lag_rows(lags: pd.DataFrame) -> pd.DataFrame:
    """Add to published ``LAGS`` the share of the whole, which is the last row, and its words."""
    rows = lags.sort_values("age").reset_index(drop=True)
    whole = rows["lines"].iloc[-1] if len(rows) else pd.NA
    shares = rows["lines"] / whole
    return rows.assign(share=shares, words=shares.map(general.percent))


def lag_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the lag as a table: months, lines and the share of the whole."""
    return pd.DataFrame(
        {
            AGE: rows["age"].astype(str),
            LINES: rows["lines"].map(general.count),
            WITHIN: rows["words"],
        }
    )


def month_label(month: int) -> str:
    """Write a month number (12 * year + month - 1) as mrt 2024."""
    year, place = divmod(month, MONTHS)
    return f"{SHORT_MONTHS[place]} {year}"


def _suppliers(count: int) -> str:
    return "deze ene aanbieder" if count == 1 else f"de {count} aanbieders"


def _miss(count: int) -> str:
    return "mist" if count == 1 else "missen"


def _months(count: int) -> str:
    return "1 maand" if count == 1 else f"{count} maanden"


def supplier_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write for every supplier how many months have which state. Takes what ``cells`` gives."""
    states = ("delivered", "partial", "missing", "recent")
    shown = pd.crosstab(rows["label"], rows["state"])
    few = shown.get("few", pd.Series(0, index=shown.index)) > 0
    columns = {
        STATE_NAMES[state]: shown.get(state, pd.Series(0, index=shown.index))
        .map(str)
        .mask(few, general.FEW)
        for state in states
    }
    return pd.DataFrame({SUPPLIER: shown.index, **columns}).reset_index(drop=True)


def start_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write published ``START_SOURCES`` with the share of the lines; a hidden part hides shares."""
    source = counts["start_source"].where(counts["dated"].astype(bool), "undated")
    shares = counts["lines"] / counts["lines"].sum(skipna=False)
    rows = pd.DataFrame(
        {
            START_SOURCE: source.map(START_NAMES),
            LINES_OF_SOURCE: counts["lines"].map(general.count),
            SHARE: shares.map(general.percent),
            "order": source.map([*START_NAMES].index),
        }
    )
    return rows.sort_values("order").drop(columns="order").reset_index(drop=True)
