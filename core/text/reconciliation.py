"""Dutch of the reconciliation: what municipality and providers agree on, and where they differ."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general

Named = Callable[[str], str]
"""Gives the name of a provider by its code."""

OUTCOME_NAMES: Final[Mapping[str, str]] = {
    "matched": "Bij beide, zelfde bedrag",
    "different": "Bij beide, ander bedrag",
    "both": "Bij beide",
    "only_municipality": "Alleen bij de gemeente",
    "only_provider": "Alleen bij de aanbieder",
}

REASON_NAMES: Final[Mapping[str, str]] = {
    "rejected": "De gemeente heeft de regel afgewezen",
    "credited": "Eén kant heeft de regel teruggenomen",
    "outside_months": "De andere kant leverde over deze maand niets van deze aanbieder",
    "unknown_client": "De andere kant kent de jeugdige niet",
    "other_number": "De andere kant heeft minder van zulke regels",
    "other_product": "De andere kant heeft een ander product over dezelfde dagen",
    "other_period": "De andere kant heeft hetzelfde product over andere dagen",
    "unknown_allocation": "De andere kant kent de toewijzing niet",
    "no_line": "De andere kant heeft over deze dagen niets van deze jeugdige en aanbieder",
    "unexplained": "Niet verklaard",
}

STATE_NAMES: Final[Mapping[str, str]] = {
    "declared": "Gedeclareerd",
    "started": "Gestart, nog niet gedeclareerd",
    "waiting": "Toegewezen, nog niet gestart",
}

SIDE_NAMES: Final[Mapping[str, str]] = {
    "municipality": "Alleen bij de gemeente",
    "provider": "Alleen bij de aanbieder",
}

ALIKE: Final[Mapping[str, str]] = {
    "matched": "van de regels is bij beide kanten gelijk",
    "both": "van de trajecten is bij beide kanten bekend",
}
GROUP_WORDS: Final[Mapping[str, str]] = {
    "provider": "aanbieder die te tonen is",
    "quarter": "kwartaal dat te tonen is",
}

TITLE: Final = "Zijn gemeente en aanbieders het eens over de cijfers?"
ONE_SIDE: Final = (
    "Van deze gegevens is niet bekend dat ze van beide kanten komen. Lees de bestanden van de "
    "gemeente en van de aanbieders samen in en kies van wie elk bestand komt. Dan legt de app ze "
    "naast elkaar."
)
PROVIDER: Final = "Aanbieder"
QUARTER: Final = "Kwartaal"
OUTCOME: Final = "Uitkomst"
LINES: Final = "Regels"
CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Aandeel"
REASON: Final = "Reden"
MUNICIPALITY_EUROS: Final = "Bedrag gemeente"
PROVIDER_EUROS: Final = "Bedrag aanbieder"
DIFFERENCE: Final = "Verschil"
ALLOCATIONS: Final = "Toewijzingen"
BUDGET: Final = "Budget"
STATE: Final = "Stand"
REASONS_TITLE: Final = "Waarom staat een regel maar bij één kant?"
REASONS_HELP: Final = (
    "Elke regel krijgt de eerste reden die klopt, van boven naar beneden. Wat geen reden heeft, "
    "staat er als ‘niet verklaard’."
)
ALLOCATED_TITLE: Final = "Toegewezen, maar nog geen hulp"
ALLOCATED_HELP: Final = (
    "Een toewijzing zonder declaratie telt nergens als hulp. Hier staat hoeveel het er zijn."
)
NOTE: Final = (
    "Een regel die beide kanten leverden, telt één keer. Kloppen de cijfers niet, dan is dat een "
    "vraag voor het gesprek en nog geen fout van een van beide."
)


def agreed_finding(counts: pd.DataFrame) -> str:
    """Say over how many lines both sides agree, from protected counts of all outcomes together.

    ``counts`` has ``outcome`` and ``lines``. When a part may not be shown there is no share.
    """
    lines = dict(zip(counts["outcome"], counts["lines"], strict=True))
    agreed = lines.get("matched")
    if agreed is None or pd.isna(agreed):
        return general.NOTHING_TO_SHOW
    whole = total_of(counts, "lines")
    if whole == 0:
        return ONE_SIDE
    share = share_of(int(agreed), whole)
    if whole is None or share is None:
        return (
            f"Over {general.count(agreed)} regels zijn gemeente en aanbieders het eens. Van de "
            "rest is een deel te klein om te tonen."
        )
    return (
        f"Over {general.count(agreed)} van de {general.number(whole)} regels uit bestanden van "
        f"beide kanten ({general.percent(share)}) zijn gemeente en aanbieders het eens."
    )


def outcome_bars(counts: pd.DataFrame, column: str, number: str, named: Named) -> pd.DataFrame:
    """Add to protected counts what a picture of them says: ``label``, ``name``, ``words``.

    ``column`` is provider or quarter, ``number`` lines or trajectories. Groups come in order of
    name or time and never in that of the outcome; ``share`` is that within the group, missing when
    any part of the group may not be shown.
    """
    whole = counts.groupby(column)[number].transform(lambda cells: cells.sum(skipna=False))
    shares = (counts[number] / whole).where(whole > 0)
    rows = counts.assign(
        label=counts[column].map(named if column == "provider" else general.quarter),
        name=counts["outcome"].map(OUTCOME_NAMES),
        order=counts["outcome"].map({name: place for place, name in enumerate(OUTCOME_NAMES)}),
        number=counts[number],
        share=shares,
        words=[_words(part, share) for part, share in zip(counts[number], shares, strict=True)],
    )
    first = "label" if column == "provider" else column
    return rows.sort_values([first, "order"], key=general.column_in_order, ignore_index=True)


def groups_finding(bars: pd.DataFrame, column: str) -> str:
    """Say between which shares lies what both sides have alike, over the groups that are shown.

    Takes what ``outcome_bars`` gives; ``column`` is provider or quarter.
    """
    alike = bars[bars["outcome"].isin([*ALIKE]) & bars["share"].notna()]
    if alike.empty:
        return TITLE
    low, high = general.percent(alike["share"].min()), general.percent(alike["share"].max())
    span = low if low == high else f"{low} tot {high}"
    return f"{span} {ALIKE[alike['outcome'].iloc[0]]}, per {GROUP_WORDS[column]}."


def outcome_table(bars: pd.DataFrame, heading: str) -> pd.DataFrame:
    """Write the counts of every group as a row with an outcome a column."""
    groups = list(dict.fromkeys(bars["label"]))
    names = list(dict.fromkeys(bars.sort_values("order")["name"]))
    cells = {(row["label"], row["name"]): row["words"] for row in bars.to_dict("records")}
    columns = {name: [cells[group, name] for group in groups] for name in names}
    return pd.DataFrame({heading: groups} | columns)


def euro_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write the euros of both sides by outcome, and the difference between what is shown."""
    paid, given = counts["municipality_cents"], counts["provider_cents"]
    rows = pd.DataFrame(
        {
            OUTCOME: counts["outcome"].map(OUTCOME_NAMES),
            LINES: counts["lines"].map(general.count),
            CLIENTS: counts["clients"].map(general.count),
            MUNICIPALITY_EUROS: paid.map(general.euros),
            PROVIDER_EUROS: given.map(general.euros),
            DIFFERENCE: (paid - given).map(general.euros),
        }
    )
    return rows.assign(order=_order(counts["outcome"], OUTCOME_NAMES)).pipe(_sorted)


def group_euro_table(counts: pd.DataFrame, column: str, heading: str, named: Named) -> pd.DataFrame:
    """Write the euros of both sides for every provider or quarter, in order of name or time."""
    label = counts[column].map(named if column == "provider" else general.quarter)
    paid, given = counts["municipality_cents"], counts["provider_cents"]
    rows = pd.DataFrame(
        {
            heading: label,
            LINES: counts["lines"].map(general.count),
            MUNICIPALITY_EUROS: paid.map(general.euros),
            PROVIDER_EUROS: given.map(general.euros),
            DIFFERENCE: (paid - given).map(general.euros),
            "order": label if column == "provider" else counts[column],
        }
    )
    ordered = rows.sort_values("order", key=general.column_in_order, ignore_index=True)
    return ordered.drop(columns="order")


def reason_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write the reasons of lines that one side has alone; what is never explained always shows.

    A reason without a line is left out where that may be told (not at shared levels).
    """
    shown = counts[(counts["lines"] != 0).fillna(value=True) | (counts["reason"] == "unexplained")]
    rows = pd.DataFrame(
        {
            OUTCOME: shown["side"].map(SIDE_NAMES),
            REASON: shown["reason"].map(REASON_NAMES),
            LINES: shown["lines"].map(general.count),
            CLIENTS: shown["clients"].map(general.count),
        }
    )
    order = _order(shown["reason"], REASON_NAMES)
    return _sorted(rows.assign(order=order).sort_values([OUTCOME, "order"], kind="stable"))


def allocated_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Write how far allocations came."""
    rows = pd.DataFrame(
        {
            STATE: counts["state"].map(STATE_NAMES),
            ALLOCATIONS: counts["allocations"].map(general.count),
            CLIENTS: counts["clients"].map(general.count),
            BUDGET: counts["budget_cents"].map(general.euros),
        }
    )
    return _sorted(rows.assign(order=_order(counts["state"], STATE_NAMES)))


def _words(number: object, share: float | None) -> str:
    return (
        general.count(number)
        if pd.isna(share)
        else f"{general.count(number)} ({general.percent(share)})"
    )


def _order(values: "pd.Series[str]", names: Mapping[str, str]) -> "pd.Series[int]":
    return values.map({name: place for place, name in enumerate(names)})


def _sorted(rows: pd.DataFrame) -> pd.DataFrame:
    by = [OUTCOME, "order"] if REASON in rows else ["order"]
    return rows.sort_values(by).drop(columns="order").reset_index(drop=True)
