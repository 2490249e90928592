"""Dutch of the page Verwijzers: who refers, where to, and what follows."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import product
from textwrap import wrap
from typing import Final

import pandas as pd

from core.disclosure import share_of, shares_of, total_of
from core.referrers import UNKNOWN_REFERRER, in_order
from core.tables import MISSING
from core.text import general
from core.trajectories.rules import Rules

Cells = dict[Hashable, tuple[float | None, int | None]]
"""Shares and the numbers behind them, by referrer, position and months."""

QUESTION: Final = "Wie verwijst, waarheen, en wat volgt daarop?"
TABS: Final = ("Wie verwijst", "Waarheen", "Wat volgt")
OTHER_REFERRERS: Final = "andere verwijzers"
OTHER_FORMS: Final = "andere hulpvormen"
REFERRER: Final = "Verwijzer"
FORM: Final = "Eerste hulpvorm"
YEAR: Final = "Jaar"
SHARE: Final = "Aandeel"
TRAJECTORIES: Final = "Begonnen trajecten"
CHAINS: Final = "Reeksen"
SHARE_AXIS: Final = "Aandeel van alle starts"
FOLLOW_AXIS: Final = "Aandeel van de reeksen waarop dit traject volgde"
LABEL_WIDTH: Final = 16
MOST_MISSING: Final = 0.2
"""Above this share of missing referrers, that sentence comes first."""

VIA: Final[Mapping[str, str]] = {
    "gemeente": "via de gemeente",
    "huisarts": "via de huisarts",
    "jeugdarts": "via de jeugdarts",
    "gecertificeerde instelling": "via een gecertificeerde instelling",
    "medisch specialist": "via een medisch specialist",
    "geen verwijzer": "zonder verwijzer",
    "rechter, officier van justitie of JJI": "via rechter, officier van justitie of JJI",
    OTHER_REFERRERS: "via andere verwijzers",
}
NEXT_NAMES: Final[Mapping[int, str]] = {2: "tweede traject", 3: "derde traject"}

WHO_NOTE: Final = (
    "‘Geen verwijzer’ is een antwoord: de jeugdige kwam zonder verwijzing. ‘Niet geleverd’ wil "
    "zeggen dat het gegeven ontbreekt. Hulp die volgens de telregels niet meetelt, zoals vervoer, "
    "staat er niet in, en hulp die in de eerste maand van de gegevens al liep ook niet. Verwijzers "
    "met minder dan 10 jeugdigen in een jaar staan in dat jaar bij ‘andere verwijzers’."
)
WHERE_TITLE: Final = "Waarmee begint een reeks? Aandeel van de reeksen per verwijzer"
WHERE_NOTE: Final = (
    "Elke rij telt op tot 100%. Hulpvormen met minder dan 10 jeugdigen in een rij staan als <10 en "
    "tellen mee bij ‘andere hulpvormen’. De verwijzer is die van het eerste traject van de reeks."
)
FOLLOW_NOTE: Final = (
    "Elke reeks is even lang gevolgd: bij 12 maanden tellen alleen reeksen mee die ten minste 12 "
    "maanden voor de peildatum begonnen, bij 24 maanden ten minste 24 maanden ervoor. Wie waarheen "
    "verwijst, hangt af van wie er komt. Een verschil zegt dus niets over het werk van een "
    "verwijzer. De volgorde is die van de landelijke lijst. Open punt: 12 maanden (mnd); dicht "
    "punt: 24 maanden; <10: te weinig jeugdigen om te tonen."
)


def finding(delivered: pd.DataFrame, years: str) -> str:
    """Say in one sentence who referred most, after the warning that much is missing."""
    shares = shares_of(delivered.assign(all=1), "trajectories", ["all"])
    known = shares.set_axis(delivered["referrer"]).dropna()
    if known.empty:
        return general.NOTHING_TO_SHOW
    named = known[[label for label in known.index if label not in {MISSING, UNKNOWN_REFERRER}]]
    largest = in_order(named.nlargest(2).index.tolist())
    parts = [f"{general.percent(named[label])} {via(label)}" for label in largest]
    who = _who(parts, years) if parts else ""
    missing = float(known.reindex([MISSING, UNKNOWN_REFERRER]).sum())
    if missing <= MOST_MISSING:
        return who
    return (
        f"Let op: bij {general.percent(missing)} van de trajecten is de verwijzer niet geleverd of "
        f"onbekend, dus de andere aandelen zijn te laag. {who}"
    )


def _who(parts: list[str], years: str) -> str:
    share, _, way = parts[0].partition(" ")
    return f"In {years} begon {general.listed([f'{share} van de trajecten {way}', *parts[1:]])}."


def via(label: str) -> str:
    """Write how a trajectory came about."""
    return VIA.get(label, f"via {label}")


def trend_rows(counts: pd.DataFrame) -> pd.DataFrame:
    """Add to counts by year and referrer the ``share`` within the year, and its words.

    In the fixed order of referrers; ``ends`` is the share in words at the first and last year.
    """
    rows = counts.assign(share=shares_of(counts, "trajectories", ["year"]))
    order = {label: place for place, label in enumerate(in_order(rows["referrer"].tolist()))}
    rows = rows.assign(order=rows["referrer"].map(order)).sort_values(["order", "year"])
    ends = rows["year"].isin([rows["year"].min(), rows["year"].max()])
    return rows.assign(
        label=rows["referrer"].map(general.filled),
        axis_label=rows["referrer"].map(folded),
        ends=rows["share"].map(general.percent).where(ends & rows["share"].notna(), ""),
    ).reset_index(drop=True)


def folded(label: str) -> str:
    """Fold a label over short lines, for below or above a column."""
    return "\n".join(wrap(general.filled(label), LABEL_WIDTH))


def trend_axis(rows: pd.DataFrame) -> str:
    """Say how to read the small lines."""
    first, last = rows["year"].min(), rows["year"].max()
    return f"Elke lijn loopt van {first} (links) tot en met {last} (rechts)"


def trend_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the shares and counts by referrer as a table, a year a column."""
    cells = {
        (label, year): f"{general.percent(share)} ({general.count(number)})"
        for label, year, share, number in rows[
            ["label", "year", "share", "trajectories"]
        ].to_numpy()
    }
    labels, years = rows["label"].unique().tolist(), sorted(rows["year"].unique().tolist())
    table = {
        str(year): [cells.get((label, year), general.FEW) for label in labels] for year in years
    }
    return pd.DataFrame({REFERRER: labels} | table)


def form_rows(counts: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """Give every cell of referrer by first care form its ``share`` of the row, and its words.

    ``forms`` is the order of the columns. A form that a referrer has too few of is <10.
    """
    shared = counts.assign(share=shares_of(counts, "chains", ["referrer"]))
    found = shared.set_index(["referrer", "care_form"])["share"]
    labels = in_order(counts["referrer"].tolist())
    names = {label: _row_name(label, counts) for label in labels}
    cells = pd.DataFrame(product(labels, forms), columns=["referrer", "care_form"])
    shares = [found.get((who, form)) for who, form in product(labels, forms)]
    cells = cells.assign(share=pd.Series(shares, dtype="Float64"))
    return cells.assign(
        label=cells["referrer"].map(names),
        form=cells["care_form"].map(general.filled),
        axis_label=cells["care_form"].map(folded),
        words=cells["share"].map(general.percent).where(cells["share"].notna(), general.FEW),
    )


def form_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the cells of ``form_rows`` as a table."""
    table = rows.set_index(["label", "form"])["words"].unstack()  # noqa: PD010 - keeps the order
    table = table.loc[rows["label"].unique().tolist(), rows["form"].unique().tolist()]
    return table.rename_axis(None, axis=1).rename_axis(REFERRER).reset_index()


def form_finding(rows: pd.DataFrame) -> str:
    """Say in one sentence which first form is most frequent at the first two referrers."""
    shown = rows[rows["share"].notna() & (rows["care_form"] != OTHER_FORMS)]
    most = shown.sort_values("share", ascending=False).drop_duplicates("referrer")
    first = [label for label in in_order(most["referrer"].tolist()) if label in VIA][:2]
    said = [most[most["referrer"] == label].iloc[0] for label in first]
    parts = [f"{via(row['referrer'])} met {row['form']} ({row['words']})" for row in said]
    return f"Reeksen beginnen het vaakst {general.listed(parts)}." if parts else WHERE_TITLE


def follow_rows(counts: pd.DataFrame) -> pd.DataFrame:
    """Give each referrer and position the shares within 12 and 24 months, and the words for them.

    Columns: ``referrer``, ``label``, ``position``, ``next``, ``share_12``, ``share_24``, ``n_12``,
    ``n_24`` and ``words``; a share of which a part is hidden is missing.
    """
    by = ["referrer", "position", "months"]
    keys = product(in_order(counts["referrer"].tolist()), NEXT_NAMES)
    cells: Cells = {key: _followed(part) for key, part in counts.groupby(by)}
    rows = [_follow_row(who, position, cells) for who, position in keys]
    return pd.DataFrame(rows).astype({"share_12": "Float64", "share_24": "Float64"})


def follow_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the rows of ``follow_rows`` as a table, a referrer a row."""
    second, third = (rows[rows["position"] == place] for place in NEXT_NAMES)
    columns: dict[str, list[str]] = {REFERRER: second["label"].tolist()}
    for months in (12, 24):
        columns[f"n ({months} maanden)"] = second[f"n_{months}"].tolist()
        for part, place in ((second, 2), (third, 3)):
            heading = f"{NEXT_NAMES[place].capitalize()} binnen {months} maanden"
            columns[heading] = part[f"share_{months}"].map(general.percent).tolist()
    return pd.DataFrame(columns)


def follow_finding(rows: pd.DataFrame, rules: Rules) -> str:
    """Say in one sentence what the picture of what follows shows."""
    shares = rows[(rows["position"] == 2)]["share_24"].dropna()
    if shares.empty:
        return general.NOTHING_TO_SHOW
    low, high = general.percent(shares.min()), general.percent(shares.max())
    span = low if low == high else f"{low} tot {high}"
    return (
        f"Binnen 24 maanden volgde bij {span} van de reeksen een tweede traject, afhankelijk van "
        f"de verwijzer; een pauze van ten hoogste {general.days(rules.chain_gap_days)} telt als "
        "zelfde reeks."
    )


def _row_name(label: str, counts: pd.DataFrame) -> str:
    whole = total_of(counts[counts["referrer"] == label], "chains")
    number = f" (n {general.number(whole)})" if whole is not None else ""
    return f"{general.filled(label)}{number}"


def _followed(part: pd.DataFrame) -> tuple[float | None, int | None]:
    """Give the share that was reached, and the number of chains behind it."""
    whole = total_of(part, "chains")
    return share_of(part[part["reached"] == "yes"]["chains"].iloc[0], whole), whole


def _follow_row(who: str, position: int, cells: Cells) -> dict[str, object]:
    year, two_years = (cells.get((who, position, months), (None, None)) for months in (12, 24))
    ends = [
        general.percent(share) if share is not None else general.FEW
        for share, _ in (year, two_years)
    ]
    return {
        "referrer": who,
        "label": general.filled(who),
        "position": position,
        "next": NEXT_NAMES[position],
        "share_12": year[0],
        "share_24": two_years[0],
        "n_12": "niet te tonen" if year[1] is None else general.number(year[1]),
        "n_24": "niet te tonen" if two_years[1] is None else general.number(two_years[1]),
        "words": _words(ends),
        "end": two_years[0] if two_years[0] is not None else (year[0] or 0.0),
    }


def _words(ends: list[str]) -> str:
    return ends[0] if set(ends) == {general.FEW} else f"12 mnd {ends[0]}, 24 mnd {ends[1]}"
