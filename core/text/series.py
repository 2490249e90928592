"""Dutch of the series of quarters: whether something changed at the date of the agreement."""

from typing import Final

import pandas as pd

from core.text import general
from core.text.triggers import ordinal
from core.trajectories.rules import Rules

WAYS: Final = {"number": "Aantal", "share": "Per 100 begonnen trajecten"}
WAY: Final = "Kijk naar"
DATE: Final = "Eerste kwartaal van de afspraak"
PERIOD: Final = "Kwartaal"
SHOWN: Final = "Werkelijk"
FITTED: Final = "Lijn van het model"
OTHERWISE: Final = "Lijn als alles bleef als ervoor"
SHORT_FITTED: Final = "model"
SHORT_OTHERWISE: Final = "zonder verandering"
PER: Final = 100
NO_PROOF: Final = (
    "Dit is geen bewijs dat de afspraak de oorzaak is: in dezelfde tijd veranderde meer, en een "
    "lijn door weinig kwartalen is onzeker. Zonder vergelijking met een regio zonder afspraak "
    "blijft het een vraag voor het gesprek."
)


def question(rules: Rules) -> str:
    """Ask the question of the part."""
    return f"Begonnen er na het begin van de afspraak meer of minder {ordinal(rules)} trajecten?"


def too_short(before: int, after: int, possible: list[int], rules: Rules) -> str:
    """Say why nothing is measured, and what would help; ``possible`` are quarters that would do."""
    first = (
        "Om een verandering te meten zijn ten minste 8 hele kwartalen vóór en 4 na het begin van "
        f"de afspraak nodig. Hier zijn het er {before} en {after} die u mag zien. "
    )
    if possible:
        ends = general.quarter(possible[0]), general.quarter(possible[-1])
        return f"{first}Met deze gegevens kan het voor een afspraak van {ends[0]} t/m {ends[1]}."
    return (
        f"{first}Korter terugkijken kan helpen (Begrippen en telregels, nu {rules.lookback_months} "
        "maanden): dan begint de trend eerder. Voorlopige kwartalen doen niet mee."
    )


def values_of(counts: pd.DataFrame, way: str) -> pd.DataFrame:
    """Give the published counts of quarters as one ``value``: the number, or the share in 100."""
    whole = counts["thirds"].astype("Float64")
    value = whole if way == "number" else whole / counts["starts"].astype("Float64") * PER
    return counts[["quarter"]].assign(value=value.astype(float))


def finding(changes: pd.DataFrame, way: str, date: int, rules: Rules) -> str:
    """Say in one sentence what changed at the date; what may be chance is not called a change."""
    level, slope = (_row(changes, term) for term in ("level", "slope"))
    unit = "" if way == "number" else " per 100 begonnen trajecten"
    return (
        f"Vanaf {general.quarter(date)} lag het aantal {ordinal(rules)} of latere trajecten{unit} "
        f"{_signed(level)} dan de lijn van ervoor; {_sloped(slope)}."
    )


def bounds(changes: pd.DataFrame) -> str:
    """Say between what bounds both changes lie."""
    level, slope = (_between(_row(changes, term)) for term in ("level", "slope"))
    return f"Met 95% zekerheid ligt de sprong {level}, en het verschil elk kwartaal {slope}."


def lines_of(lines: pd.DataFrame, date: int) -> pd.DataFrame:
    """Give the rows of the model the words for a picture; ``after`` parts them at the date."""
    last = lines.index == lines.index[-1]
    return lines.assign(
        period=lines["quarter"].map(general.quarter),
        after=lines["quarter"] >= date,
        name_fitted=pd.Series(SHORT_FITTED, index=lines.index).where(last, ""),
        name_otherwise=pd.Series(SHORT_OTHERWISE, index=lines.index).where(last, ""),
    )


def table(lines: pd.DataFrame) -> pd.DataFrame:
    """Write quarters with what was, the line, and the line as if nothing had changed."""
    columns = {SHOWN: "value", FITTED: "fitted", OTHERWISE: "otherwise"}
    cells = {words: lines[name].map(general.decimal) for words, name in columns.items()}
    return pd.DataFrame({PERIOD: lines["quarter"].map(general.quarter), **cells})


def note(rules: Rules, months: int) -> str:
    """Say how it was measured, in words, and that it proves nothing.

    ``months`` is how far each start looks back here, which may be less than the rules say.
    """
    shorter = (
        f" Hier is dat {months} maanden en niet {rules.lookback_months}: anders zijn er te weinig "
        "kwartalen."
        if months < rules.lookback_months
        else ""
    )
    return (
        "Gemeten met onderbroken tijdreeksregressie op de getoonde aantallen: een sprong op de "
        "datum en een knik erna, met 95%-interval (HC3, Student t). De stippellijn trekt de lijn "
        f"van ervoor door. Elk {ordinal(rules)} traject kijkt even ver terug.{shorter} Kwartalen "
        f"die nog kunnen veranderen door late declaraties staan er niet in. {NO_PROOF}"
    )


def _row(changes: pd.DataFrame, term: str) -> dict[str, float]:
    row = changes[changes["term"] == term].iloc[0]
    return {name: float(row[name]) for name in ("estimate", "low", "high")}


def _signed(change: dict[str, float]) -> str:
    """Write a change as so much lower or higher, or that it may be chance."""
    if not _is_sure(change):
        return "niet zeker hoger of lager"
    return f"{general.decimal(abs(change['estimate']))} {_way(change, 'hoger', 'lager')}"


def _sloped(change: dict[str, float]) -> str:
    if not _is_sure(change):
        return "daarna is niet zeker of er elk kwartaal meer of minder bij kwamen"
    size = general.decimal(abs(change["estimate"]))
    return f"daarna werden het er elk kwartaal {size} {_way(change, 'meer', 'minder')} dan die lijn"


def _is_sure(change: dict[str, float]) -> bool:
    return change["low"] > 0 or change["high"] < 0


def _way(change: dict[str, float], up: str, down: str) -> str:
    return up if change["estimate"] >= 0 else down


def _between(change: dict[str, float]) -> str:
    low, high = (general.decimal(change[name]).replace("-", "−") for name in ("low", "high"))
    return f"tussen {low} en {high}"
