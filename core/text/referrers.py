"""Dutch of the page Verwijzers: who refers and where to."""

from collections.abc import Mapping, Sequence
from itertools import product
from textwrap import wrap
from typing import Final, TypeVar

import pandas as pd

from core.disclosure import shares_of, total_of
from core.referrers import UNKNOWN_REFERRER, in_order
from core.tables import MISSING
from core.text import general, ties

Part = TypeVar("Part")

QUESTION: Final = "Wie verwijst, waarheen, en wat volgt daarop?"
TABS: Final = (
    *("Wie verwijst", "Waarheen", "Wat volgt", "Einde en kosten"),
    *("Naast het land", "Spiegel", "Onderwijs"),
)
"""Parts of the page; of them these answer without declarations:"""
OPEN_TABS: Final = ("Naast het land", "Onderwijs")
OTHER_REFERRERS: Final = "andere verwijzers"
OTHER_FORMS: Final = "andere hulpvormen"
REFERRER: Final = "Verwijzer"
FORM: Final = "Eerste hulpvorm"
YEAR: Final = "Jaar"
SHARE: Final = "Aandeel"
TRAJECTORIES: Final = "Begonnen trajecten"
CHAINS: Final = "Reeksen"
SHARE_AXIS: Final = "Aandeel van alle starts"
TOGETHER: Final = "–"
"""Stands where somebody is counted elsewhere; that need not be fewer than ten."""

LABEL_WIDTH: Final = 16
NOBODY_NAMED: Final = "Geen enkele verwijzer komt vaak genoeg voor om te noemen."
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
WHO_NOTE: Final = (
    "‘Geen verwijzer’ is een antwoord: de jeugdige kwam zonder verwijzing. ‘Niet geleverd’ wil "
    "zeggen dat het gegeven ontbreekt. Hulp die volgens de telregels niet meetelt, zoals vervoer, "
    "staat er niet in, en hulp die in de eerste maand van de gegevens al liep ook niet. n telt "
    "de trajecten van de getoonde jaren."
)
WHO_MERGED: Final = (
    f"Verwijzers met minder dan {general.LEAST} jeugdigen in een jaar staan in dat jaar bij "
    "‘andere verwijzers’. Soms staat de kleinste van de andere daar ook bij, zodat geen aantal te "
    "herleiden is. In de tabel staat er dan een streepje."
)
ONE_REFERRER: Final = (
    "U koos één verwijzer, dus is er niets te verdelen. Kijk bij Waarheen en Wat volgt wat er na "
    "de verwijzing kwam."
)
WHERE_TITLE: Final = "Waarmee begint een reeks? Aandeel van de reeksen per verwijzer"
WHERE_NOTE: Final = (
    "Elke rij telt op tot 100%. De verwijzer is die van het eerste traject van de reeks."
)
WHERE_MERGED: Final = (
    f"Bij een streepje heeft de hulpvorm in die rij minder dan {general.LEAST} jeugdigen, of zou "
    "een ander aantal te herleiden zijn. Dan telt zij mee bij ‘andere hulpvormen’. Een verwijzer "
    "met maar één hulpvorm staat er niet bij."
)
DASH_IS_NOBODY: Final = "Een streepje is niemand."


def in_tab_order(parts: Mapping[str, Part], *, with_own: bool) -> list[tuple[str, Part]]:
    """Order the parts of the page; without declarations those that need none come first."""
    names = TABS if with_own else dict.fromkeys((*OPEN_TABS, *TABS))
    return [(name, parts[name]) for name in names]


def who_note(*, merged: bool) -> str:
    """Say what the shares of referrers are of; ``merged`` when few persons are counted together."""
    return f"{WHO_NOTE} {WHO_MERGED if merged else DASH_IS_NOBODY}"


def where_note(*, merged: bool) -> str:
    """Say what a row of first care forms is; ``merged`` when few persons are counted together."""
    return f"{WHERE_NOTE} {WHERE_MERGED if merged else DASH_IS_NOBODY}"


def chosen_finding(delivered: pd.DataFrame, years: str) -> str:
    """Say how many starts there were of the one referrer that was chosen."""
    number = delivered["trajectories"].sum(min_count=1)
    if pd.isna(number):
        return general.NOTHING_TO_SHOW
    return f"In {years} begonnen {general.number(number)} trajecten via de gekozen verwijzer."


def finding(delivered: pd.DataFrame, years: str) -> str:
    """Say in one sentence who referred most, after the warning that much is missing."""
    shares = shares_of(delivered.assign(all=1), "trajectories", ["all"])
    known = shares.set_axis(delivered["referrer"]).dropna()
    if known.empty:
        return general.NOTHING_TO_SHOW
    unnamed = {MISSING, UNKNOWN_REFERRER, OTHER_REFERRERS}
    named = known[[label for label in known.index if label not in unnamed]]
    largest = in_order(named.nlargest(2).index.tolist())
    parts = [f"{general.percent(named[label])} {via(label)}" for label in largest]
    number = total_of(delivered, "trajectories")
    who = _who(parts, f"de {general.number(number)} trajecten", years) if parts else NOBODY_NAMED
    missing = float(known.reindex([MISSING, UNKNOWN_REFERRER]).sum())
    if missing <= MOST_MISSING:
        return who
    return (
        f"Let op: bij {general.percent(missing)} van de trajecten is de verwijzer niet geleverd of "
        f"onbekend, dus de andere aandelen zijn te laag. {who}"
    )


def _who(parts: list[str], whole: str, years: str) -> str:
    share, _, way = parts[0].partition(" ")
    return f"In {years} begon {general.listed([f'{share} van {whole} {way}', *parts[1:]])}."


def via(label: str) -> str:
    """Write how a trajectory came about."""
    return VIA.get(label, f"via {label}")


def trend_rows(counts: pd.DataFrame) -> pd.DataFrame:
    """Add to counts by year and referrer the ``share`` within the year, and its words.

    In the fixed order of referrers. The share stands ``above`` or ``below`` the first and the last
    point of each referrer, where its line does not run; the axis says ``n``, all of its points.
    """
    rows = counts.assign(share=shares_of(counts, "trajectories", ["year"]))
    order = {label: place for place, label in enumerate(in_order(rows["referrer"].tolist()))}
    rows = rows.assign(order=rows["referrer"].map(order)).sort_values(["order", "year"])
    shown = rows["trajectories"].where(rows["share"].notna()).groupby(rows["referrer"])
    names = (
        rows["referrer"].map(folded)
        + "\nn "
        + shown.transform("sum").map(general.number).astype(str)
    )
    named = rows.assign(label=rows["referrer"].map(general.filled), axis_label=names)
    return named.assign(**_ends(rows)).reset_index(drop=True)


def _ends(rows: pd.DataFrame) -> dict[str, "pd.Series[str]"]:
    """Write the share at the ends of each line: below where the line rises away, else above."""
    drawn = rows[rows["share"].notna()]
    lines = drawn.groupby("referrer")["share"]
    before, after = lines.shift(1), lines.shift(-1)
    words = drawn["share"].map(general.percent).where(before.isna() | after.isna(), "")
    higher = before.fillna(after).fillna(0.0) > drawn["share"]
    places = {"above": words.mask(higher, ""), "below": words.where(higher, "")}
    return {name: place.reindex(rows.index, fill_value="") for name, place in places.items()}


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
        (label, year): general.FEW
        if pd.isna(number)
        else f"{general.percent(share)} ({general.number(number)})"
        for label, year, share, number in rows[
            ["label", "year", "share", "trajectories"]
        ].to_numpy()
    }
    labels, years = rows["label"].unique().tolist(), sorted(rows["year"].unique().tolist())
    table = {str(year): [cells.get((label, year), TOGETHER) for label in labels] for year in years}
    return pd.DataFrame({REFERRER: labels} | table)


def form_rows(counts: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """Give every cell of referrer by first care form its ``share`` of the row, and its words.

    ``forms`` is the order of the columns. A form that counts with the others has no share.
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
        words=cells["share"].map(general.percent).where(cells["share"].notna(), TOGETHER),
    )


def form_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the cells of ``form_rows`` as a table."""
    table = rows.set_index(["label", "form"])["words"].unstack()  # noqa: PD010 - keeps the order
    table = table.loc[rows["label"].unique().tolist(), rows["form"].unique().tolist()]
    return table.rename_axis(None, axis=1).rename_axis(REFERRER).reset_index()


def form_finding(rows: pd.DataFrame) -> str:
    """Say in one sentence which first form is most frequent at the first two referrers."""
    shown = rows[rows["share"].notna() & (rows["care_form"] != OTHER_FORMS)]
    shown = shown[shown["referrer"] != OTHER_REFERRERS]
    first = [label for label in in_order(shown["referrer"].unique().tolist()) if label in VIA][:2]
    parts = [_most_at(shown[shown["referrer"] == label]) for label in first]
    return f"Reeksen beginnen het vaakst {general.listed(parts)}." if parts else WHERE_TITLE


def _most_at(rows: pd.DataFrame) -> str:
    """Write which first form, or forms, one referrer begins with most."""
    most = ties.largest_of(rows, "share")
    forms = ties.tied(most["form"].tolist(), len(rows) + 1, "")
    words = ties.each(len(most), str(most["words"].iloc[0]))
    return f"{via(most['referrer'].iloc[0])} met {forms} ({words})"


def _row_name(label: str, counts: pd.DataFrame) -> str:
    whole = total_of(counts[counts["referrer"] == label], "chains")
    number = f" (n {general.number(whole)})" if whole is not None else ""
    return f"{general.filled(label)}{number}"
