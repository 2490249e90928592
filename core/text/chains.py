"""Dutch of the page Trajectreeksen."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general

TABS: Final = {
    "lengths": "Aantal op rij",
    "routes": "Routes en patronen",
    "states": "Verloop in beeld",
    "follows": "Wat volgt op wat",
    "handovers": "Overdrachten",
    "kinds": "Soorten routes",
    "odds": "Hoe vaak verder",
    "waiting": "Hoe lang en wanneer verder",
    "stock": "Stand en stroom",
    "renewed": "Nieuw of opnieuw",
    "timeline": "Tijdlijn",
}
"""The parts of the page, in their order."""

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
TOO_FEW: Final = (
    "Bij deze keuze zijn er te weinig reeksen die twee jaar te volgen zijn. Kies een eerdere of "
    "ruimere periode, of alle gemeenten."
)
FEW_LONG: Final = (
    "Te weinig reeksen tellen drie of meer trajecten op rij om er een aandeel van te noemen."
)
REST: Final = "overige routes"
KINDS: Final = ("form", "rest", "running", "too_recent", "unknown_end", "ended")
"""Kinds of places, in the order of tables."""

Ladder = Sequence[tuple[str, int]]
LENGTHS_TITLE: Final = "Hoeveel trajecten op rij?"
LENGTHS_NOTE: Final = (
    "Alleen reeksen die even lang te volgen zijn, uit jaren waarin ver genoeg terug te kijken is. "
    "De kosten zijn die van de trajecten die in deze tijd begonnen, tot de stand van de gegevens. "
    "Reeksen die later begonnen, hadden tot de stand minder tijd om kosten te maken. Alleen al "
    "daarom vallen hun kosten lager uit: vergelijk de bedragen van verschillende jaren niet."
)
ROUTES_TITLE: Final = "De meest voorkomende routes"
FOLLOWED: Final[Mapping[int, str]] = {12: "één jaar gevolgd", 24: "twee jaar gevolgd"}
CHAINS_AXIS: Final = "Deel van de reeksen (%)"
CHAINS: Final = "Reeksen"
FROM: Final = "Van"
TO: Final = "Naar"
COHORT: Final = "Begonnen in"
LENGTH: Final = "Trajecten op rij"
SHARE: Final = "Deel"
LONG_ENOUGH: Final = "reeksen die twee jaar te volgen zijn"


def finding(following: pd.DataFrame, parallel: pd.DataFrame) -> str:
    """Say which share of the chains is long, in both readings."""
    shares = [long_share(table) for table in (following, parallel)]
    if shares[0] is None:
        return TOO_FEW if whole_of(following) is None else FEW_LONG
    alone, both = map(general.percent, shares)
    also = "ook " if both == alone else ""
    beside = f" Telt hulp die tegelijk loopt ook mee, dan is dat {also}{both}."
    followed = general.count(whole_of(following))
    return (
        f"{alone} van {followed} reeksen telt binnen twee jaar drie of meer "
        f"trajecten op rij.{beside if shares[1] is not None else ''}"
    )


def whole_of(parts: pd.DataFrame) -> int | None:
    """Give the whole that some rows are parts of; None when it is hidden or there is none."""
    wholes = parts["whole"].dropna()
    return int(wholes.iloc[0]) if len(wholes) else None


def basis(following: pd.DataFrame) -> str:
    """Say of how many chains the finding is a share."""
    followed = whole_of(following)
    number = (
        "Het aantal is niet te tonen:" if followed is None else f"Van {general.number(followed)}"
    )
    return f"{number} {LONG_ENOUGH}."


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


def names_something(flows: pd.DataFrame) -> bool:
    """Tell whether any stream that is shown leaves or reaches a named care form."""
    named = (flows["source_kind"] == "form") | (flows["target_kind"] == "form")
    return bool((named & flows["chains"].notna()).any())


def flow_takeaway(flows: pd.DataFrame) -> str:
    """Say in one sentence what the flow shows: how much goes on after the first trajectory."""
    first = flows[flows["column"] == 1]
    onward = total_of(first[first["target_kind"].isin(["form", "rest"])], "chains")
    share = share_of(onward, total_of(first, "chains"))
    if share is None:
        return FLOW_TITLE
    part = general.percent(share)
    return f"{FLOW_TITLE}: na het eerste traject volgde tot nu toe bij {part} een tweede."


def long_share(table: pd.DataFrame) -> float | None:
    """Divide the long chains by all that were followed; None when a part is hidden."""
    long = table[table["is_long"] == 1]
    return share_of(total_of(long, "chains") if len(long) else None, whole_of(table))


def place_name(kind: str, form: str) -> str:
    """Name a place in the flow: a care form, the rest, or how a chain stands."""
    if kind == "form":
        return general.filled(form)
    return REST if kind == "rest" else general.STATUS_NAMES[kind]


def column_name(column: int) -> str:
    """Head a column of the flow: '2e traject'."""
    return f"{column}e traject"


def described(column: int, source: str, target: str, chains: str) -> str:
    """Describe a stream for who hears the picture."""
    return f"Na het {column_name(column)} van {source} naar {target}: {chains} reeksen"


def in_ladder_order(table: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Order streams by where they leave and arrive: light to heavy, no rung, the rest, the ends."""
    levels = dict(ladder)
    last = max(levels.values(), default=0) + 1

    def rank(kind: str, form: str) -> tuple[int, int, str]:
        return KINDS.index(kind), levels.get(form) or last, form

    columns = table["column"] if "column" in table else [1] * len(table)
    ends = [list(map(rank, table[f"{end}_kind"], table[end])) for end in ("source", "target")]
    keys = list(zip(columns, *ends, strict=True))
    return table.iloc[sorted(range(len(table)), key=keys.__getitem__)]


def rows_of_flows(streams: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write the streams as a table of text, one row a stream, in ladder order."""
    flows = in_ladder_order(streams, ladder)
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


def routes_finding(routes: pd.DataFrame) -> str:
    """Say how much of all chains the named routes cover."""
    named = routes[routes["rank"] > 0]
    share = share_of(total_of(named, "chains"), total_of(routes, "chains"))
    if share is None or named.empty:
        return ROUTES_TITLE
    if len(named) == 1:
        return f"De meest voorkomende route dekt {general.percent(share)} van de reeksen."
    return (
        f"De {len(named)} meest voorkomende routes dekken {general.percent(share)} van de reeksen."
    )


def rows_of_routes(routes: pd.DataFrame) -> pd.DataFrame:
    """Write the routes as a table of text, the other routes last; none where none is named."""
    if not (routes["rank"] > 0).any():
        return pd.DataFrame()
    whole = total_of(routes, "chains")
    ordered = pd.concat(
        [routes[routes["rank"] > 0].sort_values("rank"), routes[routes["rank"] == 0]]
    )
    return pd.DataFrame(
        {
            "Route": [
                route or _rest_of_routes(number)
                for route, number in zip(ordered["route"], ordered["routes"], strict=True)
            ],
            CHAINS: [general.count(chains) for chains in ordered["chains"]],
            "Deel": [general.percent(share_of(chains, whole)) for chains in ordered["chains"]],
        }
    )


def _rest_of_routes(number: int | None) -> str:
    """Name the other routes; how many they are is only said when it may be shown."""
    if number is None or pd.isna(number):
        return REST
    return "1 andere route" if number == 1 else f"{general.number(number)} {REST}"
