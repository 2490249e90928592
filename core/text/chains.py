"""Dutch of the page Trajectreeksen."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general

QUESTION: Final = "Hoe loopt hulp van de eerste tot de laatste stap?"
STARTED: Final = "Reeksen die begonnen"
CLIENTS: Final = "Jeugdigen"
ONE_AFTER_ANOTHER: Final = "Drie of meer op rij, na elkaar"
WITH_PARALLEL: Final = "Met gelijktijdige hulp erbij"
RUNNING_ALREADY: Final = "Liep al toen de gegevens begonnen"
STARTED_HELP: Final = (
    "Reeksen waarvan het eerste traject in de gekozen periode begon. Een reeks is een of meer "
    "trajecten van één jeugdige, met hoogstens een korte pauze ertussen."
)
CLIENTS_HELP: Final = "Jeugdigen met ten minste één van deze reeksen."
RUNNING_HELP: Final = (
    "Van deze reeksen is het begin niet te zien. Zij tellen hier daarom nergens mee."
)
SHARE_HELP: Final = (
    "Van de reeksen die twee jaar te volgen zijn, het deel dat binnen die twee jaar drie of meer "
    "trajecten op rij telt."
)
FLOW_TITLE: Final = "Van het eerste naar het vierde traject"
FLOW_NOTE: Final = (
    "Zwaardere hulp staat hoger; een stroom die stijgt, gaat dus naar zwaardere hulp. "
    "Gestopt: van alle hulp in de reeks is bekend dat die klaar is. Te recent om te weten: de hulp "
    "eindigde kort voor de stand van de gegevens, en kan nog doorgaan. Overige routes: stromen die "
    "te klein zijn om apart te tonen."
)
REST: Final = "overige routes"
LENGTHS_TITLE: Final = "Hoeveel trajecten op rij?"
LENGTHS_NOTE: Final = (
    "Alleen reeksen die even lang te volgen zijn, uit jaren waarin ver genoeg terug te kijken is. "
    "De kosten zijn die van de trajecten die in deze tijd begonnen, tot de stand van de gegevens."
)
ROUTES_TITLE: Final = "De meest voorkomende routes"
ROOM_FOR_WORDS: Final = 14
"""From this percentage on a bar is wide enough for words."""

ROOM_FOR_LABEL: Final = 4
FOLLOWED: Final[Mapping[int, str]] = {12: "één jaar gevolgd", 24: "twee jaar gevolgd"}
CHAINS_AXIS: Final = "Deel van de reeksen (%)"
CHAINS: Final = "Reeksen"
FROM: Final = "Van"
TO: Final = "Naar"
COHORT: Final = "Begonnen in"
LENGTH: Final = "Trajecten op rij"
SHARE: Final = "Deel"
LONG_ENOUGH: Final = "reeksen die twee jaar te volgen zijn"


PARTS: Final = ("row", "name", "begin", "middle", "end", "shade", "words", "label")


def finding(following: pd.DataFrame, parallel: pd.DataFrame) -> str:
    """Say which share of the chains is long, in both readings."""
    shares = [long_share(table) for table in (following, parallel)]
    if shares[0] is None:
        return general.NOTHING_TO_SHOW
    both = (
        f" Telt hulp die tegelijk loopt ook mee, dan is dat {general.percent(shares[1])}."
        if shares[1] is not None
        else ""
    )
    return (
        f"{general.percent(shares[0])} van de reeksen telt binnen twee jaar drie of meer trajecten "
        f"op rij.{both}"
    )


def basis(following: pd.DataFrame) -> str:
    """Say of how many chains the finding is a share."""
    return f"Van {general.count(total_of(following, 'chains'))} {LONG_ENOUGH}."


def figures(
    started: pd.DataFrame, running: pd.DataFrame, following: pd.DataFrame, parallel: pd.DataFrame
) -> list[tuple[str, str, str]]:
    """Write the key figures: label, number and meaning."""
    help_with_n = f"{SHARE_HELP} {basis(following)}"
    return [
        (STARTED, general.count(started["chains"].iloc[0]), STARTED_HELP),
        (CLIENTS, general.count(started["clients"].iloc[0]), CLIENTS_HELP),
        (ONE_AFTER_ANOTHER, general.percent(long_share(following)), help_with_n),
        (WITH_PARALLEL, general.percent(long_share(parallel)), f"{SHARE_HELP} {basis(parallel)}"),
        (RUNNING_ALREADY, general.count(running["chains"].iloc[0]), RUNNING_HELP),
    ]


def flow_takeaway(flows: pd.DataFrame) -> str:
    """Say in one sentence what the flow shows: how much goes on after the first trajectory."""
    first = flows[flows["column"] == 1]
    onward = total_of(first[first["target_kind"].isin(["form", "rest"])], "chains")
    share = share_of(onward, total_of(first, "chains"))
    if share is None:
        return FLOW_TITLE
    return f"{FLOW_TITLE}: na het eerste traject volgt bij {general.percent(share)} een tweede."


def rows_of_all(tables: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """Write the tables of lengths under each other as text."""
    return pd.concat([rows_of_lengths(table, months) for months, table in tables.items()])


def long_share(table: pd.DataFrame) -> float | None:
    """Divide the long chains by all that were followed; None when a part is hidden."""
    long = table.loc[table["is_long"] == 1, "chains"]
    return share_of(
        total_of(table[table["is_long"] == 1], "chains") if len(long) else None,
        total_of(table, "chains"),
    )


def place_name(kind: str, form: str) -> str:
    """Name a place in the flow: a care form, the rest, or how a chain stands."""
    if kind == "form":
        return general.filled(form)
    return REST if kind == "rest" else general.STATUS_NAMES[kind]


def column_name(column: int) -> str:
    """Head a column of the flow: '2e traject'."""
    return f"{column}e traject"


def length_name(length: int, longest: int) -> str:
    """Name a class of lengths: '3' or '3 of meer'."""
    return f"{length} of meer" if longest > length else str(length)


def described(column: int, source: str, target: str, chains: str) -> str:
    """Describe a stream for who hears the picture."""
    return f"Na het {column_name(column)} van {source} naar {target}: {chains} reeksen"


def rows_of_flows(flows: pd.DataFrame) -> pd.DataFrame:
    """Write the streams as a table of text, one row a stream."""
    sources = flows.groupby(["column", "source_kind", "source"])["chains"]
    whole = sources.transform("sum").mask(sources.transform(lambda part: part.isna().any()))
    return pd.DataFrame(
        {
            "Na": [column_name(column) for column in flows["column"]],
            "Van": list(map(place_name, flows["source_kind"], flows["source"])),
            "Naar": list(map(place_name, flows["target_kind"], flows["target"])),
            CHAINS: [general.count(chains) for chains in flows["chains"]],
            "Deel van deze stap": [
                general.percent(share_of(part, total))
                for part, total in zip(flows["chains"], whole, strict=True)
            ],
        }
    )


def rows_of_lengths(lengths: pd.DataFrame, months: int) -> pd.DataFrame:
    """Write a table of lengths as text, with the mean cost of a chain."""
    totals = {cohort: total_of(part, "chains") for cohort, part in lengths.groupby("cohort")}
    return pd.DataFrame(
        {
            "Begonnen in": lengths["cohort"].astype(str).tolist(),
            "Gevolgd": FOLLOWED[months],
            "Trajecten op rij": list(map(length_name, lengths["length"], lengths["longest"])),
            CHAINS: [general.count(chains) for chains in lengths["chains"]],
            "Deel": [
                general.percent(share_of(chains, totals[cohort]))
                for chains, cohort in zip(lengths["chains"], lengths["cohort"], strict=True)
            ],
            "Gemiddelde kosten per reeks": [
                general.euros(_mean(amount, chains))
                for amount, chains in zip(lengths["amount_cents"], lengths["chains"], strict=True)
            ],
        }
    )


def parts_of_lengths(tables: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """Lay the shares of lengths end to end, a row for each cohort and months of follow-up.

    Columns: PARTS, with ``begin``, ``middle`` and ``end`` from 0 to 100 and ``words`` to stand in
    the bar. A cohort of which a part is hidden has no shares and is left out.
    """
    parts = [
        part
        for months, table in tables.items()
        for cohort, lengths in table.groupby("cohort")
        for part in _parts_of(f"{cohort}, {FOLLOWED[months]}", lengths.sort_values("length"))
    ]
    return pd.DataFrame(parts, columns=list(PARTS))


def routes_finding(routes: pd.DataFrame) -> str:
    """Say how much of all chains the named routes cover."""
    named = routes[routes["rank"] > 0]
    share = share_of(total_of(named, "chains"), total_of(routes, "chains"))
    if share is None:
        return ROUTES_TITLE
    return (
        f"De {len(named)} meest voorkomende routes dekken {general.percent(share)} van de reeksen."
    )


def rows_of_routes(routes: pd.DataFrame) -> pd.DataFrame:
    """Write the routes as a table of text, the other routes last."""
    whole = total_of(routes, "chains")
    ordered = pd.concat(
        [routes[routes["rank"] > 0].sort_values("rank"), routes[routes["rank"] == 0]]
    )
    return pd.DataFrame(
        {
            "Route": [
                route or f"{general.number(number)} {REST}"
                for route, number in zip(ordered["route"], ordered["routes"], strict=True)
            ],
            CHAINS: [general.count(chains) for chains in ordered["chains"]],
            "Deel": [general.percent(share_of(chains, whole)) for chains in ordered["chains"]],
        }
    )


def _parts_of(row: str, lengths: pd.DataFrame) -> list[dict[str, object]]:
    whole = total_of(lengths, "chains")
    if not whole:
        return []
    parts: list[dict[str, object]] = []
    begin = 0.0
    for length, longest, chains in zip(
        lengths["length"], lengths["longest"], lengths["chains"], strict=True
    ):
        share = 100 * int(chains) / whole
        name, label = length_name(length, longest), general.percent(share / 100)
        words = f"{name} op rij\n{label}" if share >= ROOM_FOR_WORDS else label
        parts.append(
            {
                "row": row,
                "name": name,
                "begin": begin,
                "end": begin + share,
                "middle": begin + share / 2,
                "shade": min(int(length), 6),
                "words": words if share >= ROOM_FOR_LABEL else "",
                "label": label,
            }
        )
        begin += share
    return parts


def _mean(amount: float | None, chains: int | None) -> float | None:
    return (
        None if pd.isna(amount) or pd.isna(chains) or not chains else float(amount) / float(chains)
    )
