"""Dutch of the part Uitgaven sinds 2015: the index, its group, breaks, and budgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.benchmark.spending import FIRST_YEAR
from core.text import general, opendata

QUESTION: Final = "Hoe zijn de uitgaven aan jeugdzorg gelopen sinds 2015, bij ons en bij anderen?"
FIRST_SHOWN: Final = FIRST_YEAR
"""With this year a picture without figures begins."""

COUNTED: Final = "Gerekend"
PER_YOUTH: Final = "per jeugdige tot 23 jaar"
IN_ALL: Final = "in totaal"
WAYS: Final = (PER_YOUTH, IN_ALL)
KIND: Final = "Soort kosten"
KINDS: Final[Mapping[str, str]] = {
    "all": "alle jeugdzorg",
    "no_stay": "hulp zonder verblijf",
    "stay": "hulp met verblijf",
    "measures": "bescherming en reclassering",
}
REAL: Final = "Zonder inflatie"
REAL_HELP: Final = (
    "Alle bedragen in prijzen van het laatste jaar, met de consumentenprijsindex van het CBS. "
    "Lonen en tarieven in de zorg kunnen anders zijn gestegen dan deze prijzen."
)
OWN: Final = "own"
GROUP: Final = "group"
COUNTRY: Final = "country"
COUNTRY_NAME: Final = "Land"
GROUP_NAME: Final = "Middelste van de groep"
BAND_NAME: Final = "Middelste helft van de groep"
AXIS: Final = "Uitgaven ({first} = 100)"
YEAR: Final = "Jaar"
COUNTED_COLUMN: Final = "Gemeenten in de groep met cijfer"
MISSING_COLUMN: Final = "zonder cijfer"
BREAK_COLUMN: Final = "Trendbreuk"
TABLE_LABEL: Final = (
    "Index van de uitgaven {way}, {real}. De lijn is onderbroken waar de telling veranderde: over "
    "zo'n breuk heen is een stijging of daling niet goed te lezen."
)
NOMINAL_WORDS: Final = "in de prijzen van elk jaar"
REAL_WORDS: Final = "in de prijzen van {year}"
NO_INDEX: Final = (
    "Van {name} zijn over {first} of over {kind} geen uitgaven gepubliceerd. Er is dus geen index. "
    "Dat is onbekend en niet nul."
)
LATER: Final = (
    "Over {kind} staan de uitgaven pas vanaf {first} apart in de rekening van gemeenten. Daarom is "
    "hier {first} gelijk aan 100, en niet 2015."
)
LIMITS: Final = (
    "Hogere uitgaven zijn niet slechter en lagere niet beter. Gemeenten boeken verschillend, en "
    "een index zegt niets over het bedrag zelf: wie hoog begon, stijgt minder snel. Niet "
    "gebruiken om gemeenten op volgorde te zetten."
)
NOT_PUBLISHED: Final = "niet gepubliceerd"
BREAKS: Final[Mapping[str, str]] = {
    "more_providers": "meer aanbieders\ngeteld",
    "residence": "ander woon-\nplaatsbeginsel",
    "task_fields": "andere\ntaakvelden",
    "task_fields_refined": "fijnere\ntaakvelden",
    "task_fields_renumbered": "nieuwe codes\ntaakvelden",
}
"""Why a line is broken, in as few words as fit beside it."""

OTHERWISE: Final = "anders\ngeteld"
BROKEN: Final = (
    "Tussen {first} en {last} is {times} anders geteld. Lees het verschil met {first} daarom als "
    "richting, niet als precies getal."
)


@dataclass(frozen=True, slots=True)
class Said:
    """What spending is spoken of: its kind, per young person or in all, and without inflation.

    ``first`` is the year that it is laid beside.
    """

    kind: str = "all"
    per_youth: bool = True
    real: bool = False
    first: int = FIRST_YEAR

    @property
    def spending(self) -> str:
        """Name it: 'uitgaven aan hulp met verblijf per jeugdige tot 23 jaar'."""
        of = "" if self.kind == "all" else f" aan {KINDS[self.kind]}"
        return f"uitgaven{of} {PER_YOUTH}" if self.per_youth else f"uitgaven{of}"

    @property
    def since(self) -> str:
        """Name what they are laid beside: '2015, zonder inflatie'."""
        return f"{self.first}, zonder inflatie" if self.real else str(self.first)


def finding(name: str, said_of: Said, index: "pd.Series[float]", middle: "pd.Series[float]") -> str:
    """Say how spending stands in the newest year beside the first, and the middle of the group.

    Both series are indexes by year. Without an index of its own a municipality gets a sentence why.
    """
    own = index.dropna()
    if own.empty:
        return NO_INDEX.format(name=name, kind=KINDS[said_of.kind], first=said_of.first)
    year = int(own.index.max())
    change = _change(own.loc[year])
    said = f"De {said_of.spending} van {name} waren in {year} {change} {said_of.since}"
    if year not in middle.index or pd.isna(middle.loc[year]):
        return f"{said}."
    return f"{said}; bij de middelste van de groep {_change(middle.loc[year])} {said_of.first}."


def later(said_of: Said) -> str:
    """Say that a kind of spending is known since a later year only; nothing when it is not."""
    if said_of.first == FIRST_YEAR:
        return ""
    return LATER.format(kind=KINDS[said_of.kind], first=said_of.first)


def axis_of(first: int) -> str:
    """Name the axis of an index, of which the first year is 100."""
    return AXIS.format(first=first)


def risen(said_of: Said, counts: tuple[int, int, int], spread: tuple[float, float] | None) -> str:
    """Say in how many municipalities spending rose, how differently, and how many are unknown.

    ``counts`` are those that rose, those that can be compared, and those that cannot.
    """
    number, counted, missing = counts
    if not counted:
        return f"Van geen enkele gemeente is te zeggen of de {said_of.spending} stegen."
    said = (
        f"**In {number} van de {counted} gemeenten stegen de {said_of.spending} sinds "
        f"{said_of.since}.**"
    )
    pace = f" {_pace(*spread)}" if spread else ""
    unknown = (
        f" Van {missing} {_gemeenten(missing)} is dat niet te zeggen, omdat een cijfer ontbreekt."
        if missing
        else ""
    )
    return said + pace + unknown


def label(way: str, year: int | None) -> str:
    """Say what the picture counts; ``year`` is that of the prices, None when each year has its."""
    real = NOMINAL_WORDS if year is None else REAL_WORDS.format(year=year)
    return TABLE_LABEL.format(way=way, real=real)


def break_words(reason: str) -> str:
    """Say in a few words why a line is broken, on short lines."""
    return BREAKS.get(reason, OTHERWISE)


def broken(breaks: pd.DataFrame, years: list[int]) -> str:
    """Warn that some years were counted otherwise, and why; nothing when they were not."""
    within = _within(breaks, years)
    if within.empty:
        return ""
    since = len(set(within["year"]))
    times = "één keer" if since == 1 else f"{since} keer"
    reasons = dict.fromkeys(opendata.BREAK_REASONS.get(key, "") for key in within["reason"])
    warned = BROKEN.format(times=times, first=min(years), last=max(years))
    return " ".join([warned, *[reason for reason in reasons if reason]])


def marks_of(breaks: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """Write what changed at each break that lies within some years: a row a year."""
    within = _within(breaks, years)
    rows = within.assign(words=[break_words(reason) for reason in within["reason"]])
    told = rows.groupby("year")["words"].agg(lambda words: "\n".join(dict.fromkeys(words)))
    return told.reset_index() if len(told) else pd.DataFrame({"year": [], "words": []})


def in_a_line(words: str) -> str:
    """Write words of a picture on one line."""
    return words.replace("-\n", "").replace("\n", " ")


def names_of(own: str) -> dict[str, str]:
    """Name the lines of the picture."""
    return {OWN: own, GROUP: GROUP_NAME, COUNTRY: COUNTRY_NAME}


def rows_of_years(
    lines: pd.DataFrame, spread: pd.DataFrame, marks: pd.DataFrame, own: str
) -> pd.DataFrame:
    """Write the index of every year: our own, the group with who is missing, and the country."""
    wide = lines.pivot_table(index="year", columns="series", values="index")
    years = list(spread["year"])
    told = dict(zip(marks["year"], marks["words"], strict=True))
    cells = {
        name: wide[name] if name in wide else pd.Series(dtype=float) for name in (OWN, COUNTRY)
    }
    return pd.DataFrame(
        {
            YEAR: [str(year) for year in years],
            own: [_index(cells[OWN].get(year)) for year in years],
            GROUP_NAME: [_index(value) for value in spread["middle"]],
            BAND_NAME: [
                f"{_index(low)} tot {_index(high)}"
                for low, high in zip(spread["low"], spread["high"], strict=True)
            ],
            COUNTED_COLUMN: [str(value) for value in spread["counted"]],
            MISSING_COLUMN: [str(value) for value in spread["missing"]],
            COUNTRY_NAME: [_index(cells[COUNTRY].get(year)) for year in years],
            BREAK_COLUMN: [in_a_line(told.get(year, "")) for year in years],
        }
    )


def _within(breaks: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """Keep the breaks that part some years, the earliest first."""
    if not years:
        return breaks.iloc[:0]
    return breaks[breaks["year"].between(min(years) + 1, max(years))].sort_values("year")


def _change(index: float) -> str:
    change = round(float(index) - 100)
    if not change:
        return "even hoog als in"
    return f"{abs(change)}% {'hoger' if change > 0 else 'lager'} dan in"


def _pace(low: float, high: float) -> str:
    return (
        f"Niet overal even snel: bij de middelste helft lag de verandering tussen {low - 100:.0f}% "
        f"en {high - 100:.0f}%."
    )


def _index(value: float | None) -> str:
    return NOT_PUBLISHED if value is None or pd.isna(value) else general.number(value)


def _gemeenten(number: int) -> str:
    return "gemeente" if number == 1 else "gemeenten"
