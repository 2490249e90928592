"""Dutch of the page Stapeling en bijzondere selecties: care at the same time."""

from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text.basics import year_label

TABS: Final = {
    "at_once": "Tegelijk",
    "combinations": "Combinaties",
    "special": "Bijzondere selecties",
    "schemes": "Meer regelingen",
}
"""The parts of the page, in their order."""

QUESTION: Final = (
    "Wie heeft meer dan één soort hulp tegelijk, en wie heeft crisis, vervoer, dyslexie, "
    "pleegzorg of verblijf?"
)
TOO_FEW: Final = f"Hoeveel jeugdigen hulp naast elkaar hadden, is niet te tonen: {general.TOO_FEW}."
AT_ONCE_QUESTION: Final = "Hoe vaak loopt er hulp naast elkaar?"
CLIENTS_MEASURE: Final = "jeugdigen met een dag waarop twee of meer trajecten liepen"
DAYS_MEASURE: Final = "dagen met hulp waarop twee of meer trajecten liepen"
YEAR: Final = "Jaar"
MEASURE: Final = "Wat"
SHARE: Final = "Deel"
SHARE_AXIS: Final = "Deel van alle jeugdigen met hulp, en van alle dagen met hulp (%)"
NOTE: Final = (
    "Een dag telt als gestapeld als er twee of meer trajecten van één jeugdige lopen: van een "
    "andere hulpvorm of van een andere aanbieder. Hulp die in reeksen niet meetelt, zoals vervoer "
    "en maatregelen, telt ook hier niet mee; zie Begrippen en telregels. Een overdracht van enkele "
    "dagen is ook een gestapelde dag. Dagen na de peildatum tellen niet mee. Stapeling is geen "
    "oordeel: soms hoort hulp bij elkaar."
)
INDEX: Final = "Extra trajecten op 100 dagen"
INDEX_HELP: Final = (
    "Op 100 dagen met hulp liepen er zoveel trajecten meer dan één. Loopt er nooit iets naast "
    "elkaar, dan is dit 0."
)
WITH_HELP: Final = "Jeugdigen met hulp"
STACKED: Final = "Met twee of meer tegelijk"
STACKED_HELP: Final = "Jeugdigen met ten minste één dag waarop twee of meer trajecten liepen, in {}"
DAYS: Final = "Dagen met hulp"
STACKED_DAYS: Final = "Dagen met twee of meer"
DAYS_HELP: Final = "Van alle dagen met hulp, het deel met twee of meer trajecten tegelijk, in {}."
MOST: Final = "Meest tegelijk"
MOST_HELP: Final = (
    f"Het hoogste aantal trajecten tegelijk dat in de hele periode bij ten minste {general.LEAST} "
    "jeugdigen voorkwam, of bij minder als exacte aantallen te zien zijn."
)


def stacked_share(stacked: pd.DataFrame, year: int) -> float | None:
    """Divide the clients with a stacked day by all of a year; None when a part is hidden."""
    rows = stacked[stacked["year"] == year]
    part = rows[rows["is_stacked"] == 1]["number"]
    return share_of(part.iloc[0], rows["whole"].iloc[0]) if len(part) else None


def days_share(depths: pd.DataFrame, year: int) -> float | None:
    """Divide the stacked days of a year by all days of care; None when a part is hidden."""
    single, double = (_cell(depths, year, depth, "days") for depth in (1, 2))
    if single is None or double is None:
        return None
    return share_of(double, single + double)


def index_of(depths: pd.DataFrame, year: int) -> float | None:
    """Give the trajectories beyond the first on 100 days of care: the stacking index."""
    single, double = (_cell(depths, year, depth, "days") for depth in (1, 2))
    extra = _cell(depths, year, 2, "extra_days")
    if single is None or double is None or extra is None or not single + double:
        return None
    return 100 * extra / (single + double)


def finding(stacked: pd.DataFrame, depths: pd.DataFrame, year: int) -> str:
    """Say in one sentence how many had two trajectories at once, and on how many days."""
    share = stacked_share(stacked, year)
    if share is None:
        return TOO_FEW
    whole = general.count(stacked[stacked["year"] == year]["whole"].iloc[0])
    days = days_share(depths, year)
    also = f"; dat is {general.percent(days)} van alle dagen met hulp" if days is not None else ""
    return (
        f"Van de {whole} jeugdigen met hulp in {year} had {general.percent(share)} op ten minste "
        f"één dag twee of meer trajecten tegelijk{also}."
    )


def figures(
    stacked: pd.DataFrame, depths: pd.DataFrame, reached: pd.DataFrame, year: int
) -> list[tuple[str, str, str]]:
    """Write the key figures: label, number and meaning."""
    rows = stacked[stacked["year"] == year]
    several = rows[rows["is_stacked"] == 1]["number"]
    number = general.count(several.iloc[0] if len(several) else None)
    return [
        (f"{STACKED}, {year}", number, STACKED_HELP.format(year)),
        ("Deel van de dagen", general.percent(days_share(depths, year)), DAYS_HELP.format(year)),
        (INDEX, _decimal(index_of(depths, year)), INDEX_HELP),
        (MOST, most_at_once(reached), MOST_HELP),
    ]


def most_at_once(reached: pd.DataFrame) -> str:
    """Give the highest number at once that may be told; a dash when there is none."""
    shown = reached[reached["clients"].fillna(0) > 0]["at_once"]
    return "–" if shown.empty else str(int(shown.max()))


def bars_of_years(stacked: pd.DataFrame, depths: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Lay the shares out for the picture: a row a year and measure, what is hidden left out."""
    rows = [
        {"year": year_label(year, as_of), "measure": words, "share": share}
        for year in _years(stacked)
        for words, share in (
            (CLIENTS_MEASURE, stacked_share(stacked, year)),
            (DAYS_MEASURE, days_share(depths, year)),
        )
    ]
    table = pd.DataFrame(rows, columns=["year", "measure", "share"]).dropna(subset=["share"])
    written = table["share"].map(general.percent).astype(str)
    return table.assign(words=written, share=table["share"].astype(float) * 100)


def rows_of_years(stacked: pd.DataFrame, depths: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write the years as a table of text."""
    several = stacked[stacked["is_stacked"] == 1].set_index("year")["number"]
    wholes = stacked.drop_duplicates("year").set_index("year")["whole"]
    return pd.DataFrame(
        [
            {
                YEAR: year_label(year, as_of),
                WITH_HELP: general.count(wholes.get(year)),
                STACKED: general.count(several.get(year)),
                "Deel van de jeugdigen": general.percent(stacked_share(stacked, year)),
                STACKED_DAYS: _days(_cell(depths, year, 2, "days")),
                "Deel van de dagen": general.percent(days_share(depths, year)),
                INDEX: _decimal(index_of(depths, year)),
            }
            for year in _years(stacked)
        ]
    )


def rows_of_reached(reached: pd.DataFrame) -> pd.DataFrame:
    """Write how many ever had so many at once, up to the highest number that may be told."""
    shown = reached[reached["clients"].fillna(0) > 0].sort_values("at_once")
    return pd.DataFrame(
        {
            "Ten minste één dag met": [f"{number} of meer tegelijk" for number in shown["at_once"]],
            "Jeugdigen": shown["clients"].map(general.count),
        }
    )


def _years(stacked: pd.DataFrame) -> list[int]:
    return sorted(int(year) for year in stacked["year"].unique())


def _cell(depths: pd.DataFrame, year: int, at_once: int, column: str) -> int | None:
    """Give a published cell; 0 where nobody was, None where it is hidden."""
    cells = depths[(depths["year"] == year) & (depths["at_once"] == at_once)][column]
    if cells.empty:
        return 0
    return None if pd.isna(cells.iloc[0]) else int(cells.iloc[0])


def _days(days: int | None) -> str:
    return "niet te tonen" if days is None else general.number(days)


def _decimal(value: float | None) -> str:
    return "niet te tonen" if value is None else general.decimal(value)
