"""Dutch of what followed for comparable groups, and of why that is no cause."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.steps import shown_cell

QUESTION: Final = "Wat volgde er na een lichte en na een zwaardere start, bij jeugdigen die lijken?"
NO_CAUSE: Final = (
    "**Dit is geen oorzaak en gevolg.** De groepen lijken op elkaar in wat er is aangeleverd: "
    "{keys}. Hoe ernstig de problemen waren, staat niet in declaraties. Wie zwaarder begon, kan ook"
    " meer nodig hebben gehad. Zeg dus niet dat een lichte of zwaardere start dit *veroorzaakte*, "
    "en gebruik het niet om over één jeugdige te beslissen."
)
METHOD: Final = (
    "**Zo is vergeleken.** Elke jeugdige telt één keer, met de eerste reeks die we zien beginnen en"
    " die twee jaar te volgen is. Jeugdigen staan in hetzelfde groepje als zij gelijk zijn in "
    "{keys}. Alleen groepjes met aan beide kanten ten minste drie jeugdigen tellen mee. Binnen elk "
    "groepje vergelijken we licht met zwaarder; elk groepje weegt naar zijn aantal jeugdigen. Zo "
    "zijn beide kanten even oud, even vaak door de huisarts verwezen, enzovoort. Op de hulpvorm "
    "zelf is niet vergeleken: die is juist het verschil. De gemeente is hier niet gebruikt; kies er"
    " boven een om daarbinnen te vergelijken. Het bereik geldt met 95% zekerheid en gaat alleen "
    "over toeval. De kosten zijn naar rato van de dagen binnen die twee jaar."
)
NOT_COMPARABLE: Final = (
    "Niet te vergelijken: te weinig jeugdigen hebben aan de andere kant iemand die op hen lijkt."
)
HIDDEN_SUPPORT: Final = "{begun}: hoeveel jeugdigen zijn vergeleken, is niet te tonen."
SUPPORT_TITLE: Final = "Wie is vergeleken, en wie niet"
TITLE: Final = "Na een zwaardere start meer of minder dan na een lichte, in twee jaar"
AXIS: Final = "Minder (links) of meer (rechts) dan na een lichte start, in procenten"
OUTCOME: Final = "In de twee jaar na het begin"
LIGHT: Final = "Licht begonnen"
HEAVIER: Final = "Zwaarder begonnen"
DIFFERENCE: Final = "Verschil"
BETWEEN: Final = "Bereik (95%)"
OUTCOME_NAMES: Final[Mapping[str, str]] = {
    "onward": "kreeg een volgend traject",
    "long": "drie of meer trajecten op rij",
    "days": "dagen met hulp",
    "euros": "kosten per jeugdige",
}
KEY_NAMES: Final[Mapping[str, str]] = {
    "age": "leeftijdsgroep",
    "referrer": "verwijzer",
    "sector": "sector (ggz, lvb of jeugd- en opvoedhulp)",
    "year": "jaar waarin de reeks begon",
}
REASON_NAMES: Final[Mapping[str, str]] = {
    "compared": "vergeleken",
    "alone": "niemand die lijkt aan de andere kant",
    "unknown": "leeftijd, verwijzer of sector niet geleverd",
}
BEGUN_NAMES: Final[Mapping[str, str]] = {"light": LIGHT, "heavier": HEAVIER}


def keys_in_words(known: pd.DataFrame) -> str:
    """Name what persons are alike in: the characteristics that enough of them have."""
    kept = set(known.dropna(subset=["clients"])["key"]) | {"year"}
    return general.listed([name for key, name in KEY_NAMES.items() if key in kept])


def finding(outcomes: pd.DataFrame) -> str:
    """Say what differed most visibly: who went on, after a light and after a heavier start."""
    onward, euros = _means(outcomes, "onward"), _means(outcomes, "euros")
    if onward is None:
        return NOT_COMPARABLE
    start = (
        f"Bij jeugdigen die op elkaar lijken, kreeg {general.percent(onward[0])} na een lichte "
        f"start binnen twee jaar een volgend traject, en {general.percent(onward[1])} na een "
        "zwaardere"
    )
    if euros is None:
        return f"{start}."
    return (
        f"{start}; de kosten waren {general.euros(euros[0])} en {general.euros(euros[1])} per "
        "jeugdige."
    )


def support_sentence(support: pd.DataFrame) -> str:
    """Say how many persons are compared on each side, and how many are left out."""
    sides = [_supported(support, begun) for begun in BEGUN_NAMES]
    return " ".join(
        side or HIDDEN_SUPPORT.format(begun=name)
        for side, name in zip(sides, BEGUN_NAMES.values(), strict=True)
    )


def rows_of_support(support: pd.DataFrame) -> pd.DataFrame:
    """Write who is compared and who is not, as a table of text."""
    return pd.DataFrame(
        {
            "Begin": support["begun"].map(BEGUN_NAMES),
            "Vergeleken?": support["reason"].map(REASON_NAMES),
            "Jeugdigen": support["clients"].map(shown_cell),
        }
    )


def rows_of_outcomes(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Write both sides, their difference and its interval; text says what cannot be compared."""
    rows = [
        {
            OUTCOME: OUTCOME_NAMES[str(row["outcome"])],
            LIGHT: written(row["outcome"], row["light"]),
            HEAVIER: written(row["outcome"], row["heavier"]),
            DIFFERENCE: _signed(row["outcome"], row["difference"]),
            BETWEEN: _between(row),
        }
        for row in outcomes.to_dict("records")
    ]
    return pd.DataFrame(rows)


def bars_of_outcomes(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Lay out each difference as percents of the light side, with its bounds and its words."""
    rows = [
        {
            "name": OUTCOME_NAMES[str(row["outcome"])],
            "difference": 100 * row["difference"] / row["light"],
            "low": 100 * row["low"] / row["light"],
            "high": 100 * row["high"] / row["light"],
            "words": f"{written(row['outcome'], row['light'])} → "
            f"{written(row['outcome'], row['heavier'])}",
        }
        for row in outcomes.to_dict("records")
        if not pd.isna(row["difference"]) and row["light"]
    ]
    return pd.DataFrame(rows, columns=["name", "difference", "low", "high", "words"])


def _supported(support: pd.DataFrame, begun: str) -> str:
    """Say it of one side."""
    rows = support[support["begun"] == begun]
    everyone = total_of(rows, "clients")
    kept = total_of(rows[rows["reason"] == "compared"], "clients")
    if everyone is None or kept is None:
        return HIDDEN_SUPPORT.format(begun=BEGUN_NAMES[begun])
    left = general.percent(share_of(everyone - kept, everyone))
    return (
        f"{BEGUN_NAMES[begun]}: {general.number(kept)} van {general.number(everyone)} jeugdigen "
        f"vergeleken, {left} valt af."
    )


def _means(outcomes: pd.DataFrame, outcome: str) -> tuple[float, float] | None:
    """Give the means of both sides; None when they may not be compared."""
    rows = outcomes[outcomes["outcome"] == outcome].dropna(subset=["difference"])
    if rows.empty:
        return None
    return float(rows["light"].iloc[0]), float(rows["heavier"].iloc[0])


def written(outcome: object, value: float) -> str:
    """Write a mean in its own unit: a share, days or euros; missing is 'niet te vergelijken'."""
    if pd.isna(value):
        return "niet te vergelijken"
    if outcome == "euros":
        return general.euros(value)
    return general.days(round(value)) if outcome == "days" else general.percent(value)


def _signed(outcome: object, value: float) -> str:
    if pd.isna(value):
        return written(outcome, value)
    sign = "+" if value > 0 else "-" if value < 0 else ""
    words = written(outcome, abs(value))
    return f"{sign}{words.replace('%', ' procentpunt')}"


def _between(row: Mapping[Hashable, Any]) -> str:
    if pd.isna(row["low"]) or pd.isna(row["high"]):
        return written(row["outcome"], row["low"])
    return f"{_signed(row['outcome'], row['low'])} tot {_signed(row['outcome'], row['high'])}"
