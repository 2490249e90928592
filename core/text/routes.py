"""Dutch of the part on routes: which are frequent, and which help comes back."""

from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, share_of
from core.tables import VARIANT_SEPARATOR
from core.text import general
from core.text.chains import REST

VIEWS: Final = {
    "routes": "Routes",
    "search": "Zoek een patroon",
    "preceding": "Wat ging vooraf?",
    "returns": "Terugkeer",
}
VIEW: Final = "Wat wilt u zien?"
QUESTION: Final = "Welke routes komen het meest voor?"
READING: Final = "Hoe tellen routes?"
READINGS: Final = {
    "raw": "elk traject is een stap",
    "collapsed": "herhaling van dezelfde hulp is één stap",
}
TITLE: Final = "De meest voorkomende routes"
ROUTE: Final = "Route"
CHAINS: Final = "Reeksen"
CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Deel"
COVERED: Final = "Samen met de routes erboven"
SHARE_AXIS: Final = "Deel van de reeksen (%)"
NOTE: Final = (
    "Reeksen waarvan het begin in beeld is en waarvan het eerste traject in de periode begon. Een "
    "reeks die nog loopt, telt mee met de route tot nu toe. De blokjes zijn de stappen van de "
    "route: hoe donkerder, hoe hoger op de ladder."
)

RETURNS_QUESTION: Final = "Hoe vaak komt dezelfde hulp terug?"
RETURN_NAMES: Final = {
    "again": "direct weer dezelfde hulpvorm",
    "again_elsewhere": "direct weer dezelfde hulpvorm, bij een andere aanbieder",
    "returned": "terug bij een hulpvorm, na iets anders",
    "ping_pong": "heen en weer: hulp A, hulp B, weer hulp A",
}
RETURN_BASIS: Final = {
    "again": "reeksen met twee of meer trajecten op rij",
    "again_elsewhere": "reeksen met twee of meer trajecten op rij",
    "returned": "reeksen met drie of meer trajecten op rij",
    "ping_pong": "reeksen met drie of meer trajecten op rij",
}
RETURN: Final = "Terugkeer"
OF: Final = "Van de"
RETURNS_NOTE: Final = (
    "Reeksen die twee jaar te volgen zijn, met de trajecten die in die twee jaar begonnen. De "
    "regels overlappen: heen en weer is ook terugkomen. Is de aanbieder niet geleverd, dan telt "
    "die niet als een andere. Terugkeer kan gepland zijn, en zegt niet of hulp hielp."
)


def finding(routes: pd.DataFrame) -> str:
    """Say how much of all chains the named routes cover (``measure_coverage``)."""
    covered = routes["covered"].dropna()
    if covered.empty:
        return TITLE if len(routes) else general.NOTHING_TO_SHOW
    share = general.percent(float(covered.max()))
    if len(covered) == 1:
        return f"De meest voorkomende route dekt {share} van de reeksen."
    return f"De {len(covered)} meest voorkomende routes dekken {share} van de reeksen."


def merged(routes: pd.DataFrame) -> str:
    """Say how many routes were merged; nothing when none were, or their number is hidden."""
    rest = routes[routes["rank"] == 0]["routes"]
    if rest.empty or rest.isna().any():
        return ""
    rare = int(rest.iloc[0])
    whole = rare + int((routes["rank"] > 0).sum())
    return (
        f"{general.number(rare)} van {general.number(whole)} routes zijn samengevoegd tot "
        f"‘{REST}’: zij komen minder voor, of bij minder dan {MINIMUM_PERSONS} jeugdigen."
    )


def rows_of_routes(routes: pd.DataFrame) -> pd.DataFrame:
    """Write the routes as a table of text (``measure_coverage``), the other routes last."""
    return pd.DataFrame(
        {
            ROUTE: [route or REST for route in routes["route"]],
            CHAINS: routes["chains"].map(general.count),
            CLIENTS: routes["clients"].map(general.count),
            SHARE: [general.percent(share) for share in routes["share"]],
            COVERED: [
                general.percent(share) if route else "–"
                for share, route in zip(routes["covered"], routes["route"], strict=True)
            ],
        }
    )


def steps_of(route: str) -> list[str]:
    """Give the care forms of a route in order; none of the other routes."""
    return route.split(VARIANT_SEPARATOR) if route else []


def bars_of_routes(routes: pd.DataFrame) -> pd.DataFrame:
    """Write each route as it is drawn; routes of which the share is hidden are left out."""
    shown = routes.dropna(subset=["share"])
    covered = shown["covered"].astype(float)
    return pd.DataFrame(
        {
            "row": [route or REST for route in shown["route"]],
            "route": shown["route"],
            "share": shown["share"].astype(float) * 100,
            "words": [
                f"{general.percent(share)} · {general.count(chains)} reeksen"
                + (f" · samen {general.percent(sum_)}" if route and rank > 1 else "")
                for share, chains, sum_, route, rank in zip(
                    shown["share"],
                    shown["chains"],
                    covered,
                    shown["route"],
                    shown["rank"],
                    strict=True,
                )
            ],
        }
    )


def returns_finding(returns: pd.DataFrame) -> str:
    """Say how often the same help comes at once again, and to and fro."""
    again, to_and_fro = (_return_share(returns, question) for question in ("again", "ping_pong"))
    if again is None:
        return general.NOTHING_TO_SHOW
    more = (
        f" Van wie drie of meer trajecten op rij had, ging {general.percent(to_and_fro)} heen en "
        "weer."
        if to_and_fro is not None
        else ""
    )
    return (
        f"Bij {general.percent(again)} van de reeksen met twee of meer trajecten op rij volgde "
        f"direct weer dezelfde hulpvorm.{more}"
    )


def rows_of_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Write every question with its numerator, its denominator in words, and the share."""
    yes = returns[returns["answer"] == "yes"].set_index("question")
    asked = [question for question in RETURN_NAMES if question in yes.index]
    return pd.DataFrame(
        {
            RETURN: [RETURN_NAMES[question] for question in asked],
            CHAINS: [general.count(yes["chains"][question]) for question in asked],
            OF: [
                f"{general.count(yes['whole'][question])} {RETURN_BASIS[question]}"
                for question in asked
            ],
            SHARE: [general.percent(_return_share(returns, question)) for question in asked],
        }
    )


def _return_share(returns: pd.DataFrame, question: str) -> float | None:
    rows = returns[(returns["question"] == question) & (returns["answer"] == "yes")]
    return share_of(rows["chains"].iloc[0], rows["whole"].iloc[0]) if len(rows) else None
