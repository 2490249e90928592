"""Dutch of the part on the course in a picture: states over time, paths and expert figures."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, share_of, total_of
from core.text import general

Ladder = Sequence[tuple[str, int]]

REST: Final = -2
TOO_RECENT: Final = -1
NONE: Final = 0
WITHOUT_RUNG: Final = 1
"""Codes of states, as ``STATE_COUNTS`` in the vocabulary says."""

QUESTION: Final = "Welke hulp krijgen jeugdigen, maand na maand sinds hun eerste start?"
TITLE: Final = "Verloop sinds de eerste start"
MONTH: Final = "Maanden sinds de eerste start"
MONTHS_AXIS: Final = "Maanden sinds de eerste start, en hoeveel jeugdigen zo ver te volgen zijn (n)"
STATE: Final = "Stand"
CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Deel van wie te volgen is"
SHARE_AXIS: Final = "Deel van de jeugdigen (%)"
UP_TO: Final = "apart t/m maand "
NO_HELP: Final = "geen hulp"
NO_RUNG: Final = "hulp zonder trede"
OTHERS: Final = "overig, te klein om apart te tonen"
NOTE: Final = (
    "Elke jeugdige begint links, op de dag van het eerste traject. Op elk moment telt de zwaarste "
    "hulp van die dag, ook van een latere reeks. Wie te recent begon om zo ver te volgen, telt "
    "rechts niet meer mee: rechts staan dus andere jeugdigen dan links."
)
PATHS_TITLE: Final = "De wegen over de ladder"
PATHS_QUESTION: Final = (
    "Elke band is een weg over de ladder; hoe hoger de band, hoe meer reeksen die weg gingen."
)
PATHS_NOTE: Final = (
    "Geen jeugdigen maar wegen: reeksen met dezelfde treden in dezelfde volgorde, ten minste "
    f"{MINIMUM_PERSONS} jeugdigen per band. Begin en einde van elk deel zijn het midden (de "
    "mediaan) van die reeksen. Alleen reeksen die drie jaar te volgen zijn; wat later gebeurde, "
    "telt niet mee. Zeldzame wegen staan samen onderaan."
)
PATH: Final = "Weg"
PATH_REST: Final = "overige wegen"
CHAINS: Final = "Reeksen"
PART: Final = "Deel"
FROM: Final = "Van maand"
UNTIL: Final = "Tot maand"
RUNG: Final = "trede"
WITHOUT: Final = "zonder trede"

EXPERT_TITLE: Final = "Cijfers voor wie reeksen onderzoekt"
EXPERT_NOTE: Final = (
    "Over de standen van hierboven, om de drie maanden, van jeugdigen die drie jaar te volgen "
    "zijn. Een hoger cijfer is niet beter of slechter. Bronnen: Gabadinho, Ritschard, Müller en "
    "Studer, Journal of Statistical Software 40(4), 2011; Elzinga en Liefbroer, European Journal "
    "of Population 23, 2007; Brzinsky-Fay, 2018."
)
FIGURE: Final = "Kengetal"
MEAN: Final = "Gemiddeld"
MEANING: Final = "Wat het zegt"
INDICATOR_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "changes": ("Wisselingen", "hoe vaak de stand verandert in drie jaar"),
    "subsequences": (
        "Deelreeksen (phi)",
        "hoeveel verschillende kortere volgordes in het verloop zitten; 2 is één stand",
    ),
    "complexity": (
        "Complexiteit",
        "wisselingen en spreiding samen; 0 is één stand, 1 is steeds iets anders",
    ),
    "turbulence": (
        "Turbulentie (Elzinga)",
        "veel verschillende volgordes met stukken die even lang duren; 1 is één stand",
    ),
    "volatility": (
        "Beweeglijkheid",
        "het deel van de standen dat is bezocht en het deel van de wisselingen, gemiddeld",
    ),
    "recurrence": (
        "Terugkeer in een stand",
        "hoe vaak een bezochte stand gemiddeld wordt betreden; 1 is nooit terug",
    ),
}
ENTROPY: Final = "Spreiding over standen (entropie)"
ENTROPY_NOTE: Final = (
    "0: alle jeugdigen zijn in dezelfde stand; 1: zij zijn gelijk verdeeld over alle standen."
)


def state_name(state: int, ladder: Ladder) -> str:
    """Name a state: no help, or a rung with the first of its care forms."""
    fixed = {
        REST: OTHERS,
        TOO_RECENT: "te recent om te weten",
        NONE: NO_HELP,
        WITHOUT_RUNG: NO_RUNG,
    }
    if state in fixed:
        return fixed[state]
    level = state - WITHOUT_RUNG
    forms = sorted(form for form, rung in ladder if rung == level)
    named = f": {forms[0]}{' e.a.' if len(forms) > 1 else ''}" if forms else ""
    return f"{RUNG} {level}{named}"


def followed(counts: pd.DataFrame) -> dict[int, int | None]:
    """Add up, for each month, who could be followed so far; None when a part is hidden."""
    seen = counts[counts["state"] != TOO_RECENT]
    return {int(str(month)): total_of(part, "clients") for month, part in seen.groupby("month")}


def with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Add ``share`` of those who could be followed, missing when a part of the month is hidden."""
    wholes = followed(counts)
    shares = [
        None if state == TOO_RECENT else share_of(clients, wholes.get(int(month)))
        for month, state, clients in zip(
            counts["month"], counts["state"], counts["clients"], strict=True
        )
    ]
    return counts.assign(share=pd.array(shares, dtype="Float64"))


def finding(counts: pd.DataFrame) -> str:
    """Say which part has no help one and two years after the first start, of how many."""
    shares, wholes = with_shares(counts), followed(counts)
    one, two = (_without_help(shares, wholes, month) for month in (12, 24))
    later = f"; na twee jaar {two}" if two else ""
    if not one:
        return TITLE if len(counts.dropna(subset=["clients"])) else general.NOTHING_TO_SHOW
    return f"Eén jaar na de eerste start krijgt {one} geen hulp{later}."


def _without_help(shares: pd.DataFrame, wholes: dict[int, int | None], month: int) -> str:
    row = shares[(shares["month"] == month) & (shares["state"] == NONE)]["share"].dropna()
    whole = wholes.get(month)
    if row.empty or whole is None:
        return ""
    return f"{general.percent(float(row.iloc[0]))} van {general.number(whole)} jeugdigen"


def rows_of_states(counts: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write the states as a table of text: by month, no help first, then up the ladder."""
    ordered = with_shares(counts).sort_values(["month", "state"], key=in_order)
    return pd.DataFrame(
        {
            MONTH: [str(month) for month in ordered["month"]],
            STATE: [state_name(int(state), ladder) for state in ordered["state"]],
            CLIENTS: [general.count(clients) for clients in ordered["clients"]],
            SHARE: [
                "–" if state == TOO_RECENT else general.percent(share)
                for share, state in zip(ordered["share"], ordered["state"], strict=True)
            ],
        }
    )


def in_order(cells: "pd.Series[int]") -> "pd.Series[int]":
    """Rank states from the heaviest rung down to no help, the rest and too recent; months stay."""
    if cells.name != "state":
        return cells
    return (-cells).mask(cells == REST, 1_000).mask(cells == TOO_RECENT, 1_001)


def paths_finding(paths: pd.DataFrame) -> str:
    """Say which part of the chains stayed on one rung, of how many."""
    opening = paths[paths["part"] == 1]
    whole = total_of(opening, "chains") if len(opening) else None
    named = opening[opening["path"] != "rest"]
    single = named[[">" not in path for path in named["path"]]]
    share = share_of(total_of(single, "chains") if len(single) else None, whole)
    if share is None or whole is None:
        return PATHS_TITLE
    return (
        f"{general.percent(share)} van {general.number(whole)} reeksen bleef op één trede, gevolgd "
        "over drie jaar."
    )


def path_name(path: str) -> str:
    """Name a path: 'trede 2 → 3 → 7', or the rest."""
    if path == "rest":
        return PATH_REST
    rungs = [WITHOUT if rung == "0" else rung for rung in path.split(">")]
    return WITHOUT if rungs == [WITHOUT] else f"{RUNG} {' → '.join(rungs)}"


def path_order(path: str) -> tuple[int, ...]:
    """Rank paths by their rungs, those that begin without one and the rest last."""
    if path == "rest":
        return (1_000,)
    return tuple(int(rung) or 100 for rung in path.split(">"))


def rows_of_paths(paths: pd.DataFrame) -> pd.DataFrame:
    """Write the parts of each path as a table of text, a row a path."""
    rows = [
        {
            PATH: path_name(str(path)),
            CHAINS: general.count(parts["chains"].iloc[0]),
            "Midden van begin en einde van elk deel (maanden)": "; ".join(_spans(parts)),
        }
        for path, parts in sorted(
            paths.sort_values("part").groupby("path"), key=lambda pair: path_order(str(pair[0]))
        )
    ]
    return pd.DataFrame(rows)


def _spans(parts: pd.DataFrame) -> list[str]:
    if (parts["path"] == "rest").any():
        return ["–"]
    return [
        f"{general.decimal(begun)} tot {general.decimal(until)}"
        for begun, until in zip(parts["begun_months"], parts["until_months"], strict=True)
    ]


def rows_of_indicators(indicators: pd.DataFrame) -> pd.DataFrame:
    """Write the expert figures with their number of young people and what they say."""
    names = [INDICATOR_NAMES[name] for name in indicators["indicator"]]
    return pd.DataFrame(
        {
            FIGURE: [name for name, _ in names],
            MEAN: [general.decimal(mean, 2) for mean in indicators["mean"]],
            CLIENTS: [general.count(clients) for clients in indicators["clients"]],
            MEANING: [meaning for _, meaning in names],
        }
    )


def rows_of_entropies(entropies: pd.DataFrame) -> pd.DataFrame:
    """Write how mixed the states are, month by month."""
    return pd.DataFrame(
        {
            MONTH: [str(month) for month in entropies["month"]],
            ENTROPY: [general.decimal(entropy, 2) for entropy in entropies["entropy"]],
            CLIENTS: [general.count(clients) for clients in entropies["clients"]],
        }
    )
