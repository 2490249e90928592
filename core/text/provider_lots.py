"""Dutch of Percelen: what was declared of each lot of the purchase, beside its ceiling."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.tables import MISSING
from core.text import general, ties
from core.text.basics import year_label

QUESTION: Final = "Hoeveel van wat we per perceel inkochten, is gebruikt?"
UPLOAD: Final = "Percelen van de inkoop"
UPLOAD_HELP: Final = (
    "Een regel per product en jaar, met het perceel, en als die er zijn het tarief per eenheid en "
    "het plafond van het hele perceel in dat jaar."
)
YEAR: Final = "Jaar"
LOT: Final = "Perceel"
CLIENTS: Final = "Jeugdigen"
PROVIDERS: Final = "Aanbieders"
DECLARED: Final = "Gedeclareerd"
CEILING: Final = "Plafond"
USED: Final = "Deel van het plafond"
AT_RATE: Final = "Tegen het afgesproken tarief"
NO_LOT: Final = "in geen perceel"
NO_CEILING: Final = "geen plafond"
AXIS: Final = "Gedeclareerd als deel van het plafond"
NOTHING: Final = "Voor dit jaar is van geen perceel met een plafond iets te tonen."
TITLE: Final = "Gebruik van de plafonds"
NOTE: Final = (
    "Regels die in het jaar beginnen, van alle gemeenten en aanbieders samen, zoals gedeclareerd "
    f"tot en met de peildatum. {general.WHEN_EUROS} Ze zijn afgerond op duizend euro. Bij het "
    "tarief tellen regels waarvan beide tarieven bekend zijn."
)


def used_rows(
    use: pd.DataFrame, ceilings: Mapping[tuple[str, int], int], rates: pd.DataFrame
) -> pd.DataFrame:
    """Lay the published ``LOT_USE`` beside ceilings and rates, a row a lot and year.

    Columns: ``lot``, ``label``, ``year``, ``share`` (of the ceiling) and all as text. Of a hidden
    amount no share is known.
    """
    at_rate = {
        (row["lot"], row["year"]): share_of(row["lines"], row["whole"])
        for row in rates.to_dict("records")
    }
    rows = [_row(row, ceilings, at_rate) for row in use.to_dict("records")]
    table = pd.DataFrame(rows)
    ordered = table.assign(last=table["lot"] == MISSING).sort_values(
        ["year", "last", "label"], key=general.column_in_order, ignore_index=True
    )
    return ordered.drop(columns="last")


def _row(
    row: Mapping[object, object],
    ceilings: Mapping[tuple[str, int], int],
    at_rate: Mapping[tuple[object, object], float | None],
) -> dict[str, object]:
    lot, year = str(row["lot"]), int(str(row["year"]))
    cents = None if bool(pd.isna(row["amount_cents"])) else int(str(row["amount_cents"]))  # type: ignore[call-overload]
    ceiling = ceilings.get((lot, year))
    used = cents / ceiling if cents is not None and ceiling else None
    return {
        "lot": lot,
        "label": lot or NO_LOT,
        "year": year,
        "share": used,
        "used": general.percent(used) if ceiling else NO_CEILING,
        "declared": general.euros(cents),
        "ceiling": general.euros(ceiling) if ceiling else NO_CEILING,
        "clients": general.count(row["clients"]),
        "providers": _providers(row["providers"]),
        "at_rate": general.percent(at_rate[lot, row["year"]])
        if (lot, row["year"]) in at_rate
        else general.percent(None),
    }


def _providers(published: object) -> str:
    """Write a number of organisations; left out, it is not few persons."""
    hidden = bool(pd.isna(published))  # type: ignore[call-overload]
    return general.percent(None) if hidden else general.count(published)


def finding(rows: pd.DataFrame, year: int, as_of: int) -> str:
    """Say of which lots of a year the use is known, and which are at or over their ceiling."""
    known = rows[(rows["year"] == year)].dropna(subset=["share"])
    if known.empty:
        return NOTHING
    most = ties.largest_of(known, "share")
    labels = ties.tied(most["label"].tolist(), len(known), f"alle {len(known)} percelen")
    share = ties.each(len(most), general.percent(most["share"].iloc[0]))
    over = known[known["share"] >= 1]["label"].tolist()
    beyond = f"; op of over het plafond: {general.listed(over)}" if over else ""
    return (
        f"In {year_label(year, as_of)} is het meest gebruikt van {labels}: "
        f"{share} van het plafond{beyond}."
    )


def years_of(rows: pd.DataFrame) -> Sequence[int]:
    """List the years there are, the newest last."""
    return sorted({int(year) for year in rows["year"]})


def table_of(rows: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write lots and years as a table of text."""
    return pd.DataFrame(
        {
            LOT: rows["label"],
            YEAR: [year_label(int(year), as_of) for year in rows["year"]],
            CLIENTS: rows["clients"],
            PROVIDERS: rows["providers"],
            DECLARED: rows["declared"],
            CEILING: rows["ceiling"],
            USED: rows["used"],
            AT_RATE: rows["at_rate"],
        }
    )
