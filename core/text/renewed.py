"""Dutch of new and repeated use, looking back and looking forward."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.text.chain_lengths import cohort_name
from core.trajectories.calendar import MONTHS, date_of
from core.trajectories.rules import Rules

QUESTION: Final = "Is hulp nieuw, of komt een jeugdige terug?"
LOOK_BACK_YEARS: Final = 5
BEGAN: Final = "Begon in"
STOPPED: Final = "Alle hulp stopte in"
DEPTH: Final = "Kijkt terug"
BEGINNERS: Final = "Jeugdigen die begonnen"
AGAIN: Final = "Had eerder hulp (opnieuw)"
STARTS_AGAIN: Final = "Deel van de begonnen trajecten"
CONTINUED: Final = "Sloot aan, zonder dag ertussen"
NUMBER: Final = "Jeugdigen"
SHARE: Final = "Aandeel"
AXIS: Final = "Aandeel van de jeugdigen"
ROW: Final = " "
ABSENT: Final = "–"
TOO_RECENT: Final = "te recent om te weten"
TOO_FEW: Final = "Bij deze keuze zijn er te weinig jeugdigen, of gaan de gegevens te kort terug."
WHY: Final = (
    "**Waarom deze twee cijfers verschillen.** Terugkijken gaat over wie begint: had die eerder "
    "hulp? Vooruitkijken gaat over wie stopt: komt die terug? Het zijn andere jeugdigen, met een "
    "andere noemer en over een andere tijd. Het CBS geeft ze allebei; geen van beide is fout."
)
BACK_TITLE: Final = "Terugkijken: wie begon"
FORWARD_TITLE: Final = "Vooruitkijken: bij wie alle hulp stopte"
BACK_NOTE: Final = (
    "Opnieuw: in de jaren voor dat kalenderjaar was er al jeugdhulp, met ten minste een dag zonder "
    "hulp voor de nieuwe start. Wat zonder dag ertussen aansluit, telt niet als opnieuw en niet "
    "als nieuw. Begint iemand in een jaar meer dan eens, dan tellen al die starts gelijk. "
    "Maatregelen, vervoer, toeslagen en coördinatie zijn hier geen jeugdhulp."
)
FORWARD_NOTE: Final = (
    "Alleen jeugdigen van wie bekend is dat alle hulp stopte, en die zo lang daarna te volgen zijn "
    "dat een nieuwe start te zien zou zijn. Wie 18 werd of verhuisde, kan niet terugkomen en telt "
    "hier wel mee."
)


def finding(far: pd.DataFrame, returns: Mapping[int, pd.DataFrame], rules: Rules) -> str:
    """Say both readings in one sentence each, of the latest year that can be read whole."""
    parts = [*_back_sentence(far, rules), *_forward_sentence(returns, rules)]
    return " ".join(parts) or TOO_FEW


def depth_note(far: pd.DataFrame, rules: Rules) -> str:
    """Say how far the data go back for the latest whole year, when that is less than five years."""
    depth = _latest(far, rules)["depth"]
    if depth.empty or int(depth.iloc[0]) >= LOOK_BACK_YEARS:
        return ""
    year = int(_latest(far, rules)["year"].iloc[0])
    return (
        f"De gegevens gaan {_years(int(depth.iloc[0]))} terug voor {year}, geen vijf jaar zoals "
        "bij het CBS. Wie langer geleden hulp had, telt hier als nieuw: het aandeel opnieuw is "
        "een ondergrens."
    )


def bars_of(
    equal: pd.DataFrame, returns: Mapping[int, pd.DataFrame], rules: Rules, as_of: int
) -> pd.DataFrame:
    """Give the bars to draw: ``row``, ``share``, ``words`` and ``reading``, headings included.

    ``equal`` looks back equally far for every year, so that years can be compared; ``as_of`` is
    the last day of which all is known. A share that may not be shown has no bar; without
    any there are no rows.
    """
    rows = [_heading(f"{BACK_TITLE}, {_years(_depth(equal))} terug", "back")]
    for year in _years_of(equal):
        words = f"{BEGAN.casefold()} {_begun(year, rules)}"
        rows.append(_bar(words, "back", _renewed(equal[equal["year"] == year])))
    months = min(returns)
    rows.append(_heading(f"{FORWARD_TITLE}, {_years(months // MONTHS)} vooruit", "forward"))
    for year in _years_of(returns[months]):
        words = f"stopte in {cohort_name(year, months, as_of)}"
        part = returns[months][returns[months]["year"] == year]
        rows.append(_bar(words, "forward", (_returned(part), _whole(part))))
    bars = pd.DataFrame(rows).astype({"share": "Float64"})
    return bars.iloc[:0] if bars["share"].isna().all() else bars


def back_table(far: pd.DataFrame, equal: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Write who began by year: how many, and who had help before, as far back and equally far."""
    even = f"{AGAIN}, {_years(_depth(equal))} terug"
    rows = []
    for year in _years_of(far):
        part, same = far[far["year"] == year], equal[equal["year"] == year]
        share, whole = _renewed(part)
        rows.append(
            {
                BEGAN: _begun(year, rules),
                BEGINNERS: general.count(whole),
                even: general.percent(_renewed(same)[0]) if _is_even(same, equal) else ABSENT,
                DEPTH: _years(int(part["depth"].iloc[0])),
                f"{AGAIN}, zo ver als kan": general.percent(share),
                STARTS_AGAIN: general.percent(_starts_again(part)),
                CONTINUED: general.count(_of(part, "continued")),
            }
        )
    return pd.DataFrame(rows)


def forward_table(returns: Mapping[int, pd.DataFrame], as_of: int) -> pd.DataFrame:
    """Write of whom all help ended by year, and to whom it began again within so many months."""
    years = sorted({year for table in returns.values() for year in _years_of(table)})
    rows = []
    for year in years:
        parts = {months: table[table["year"] == year] for months, table in returns.items()}
        cells = {
            f"Begon opnieuw binnen {months} maanden": _forward_cell(part, year, months, as_of)
            for months, part in parts.items()
        }
        rows.append({STOPPED: str(year), NUMBER: general.count(_whole(parts[min(parts)]))} | cells)
    return pd.DataFrame(rows)


def _back_sentence(far: pd.DataFrame, rules: Rules) -> list[str]:
    part = _latest(far, rules)
    share = _renewed(part)[0] if len(part) else None
    if share is None:
        return []
    year, depth = int(part["year"].iloc[0]), int(part["depth"].iloc[0])
    before, again = _years(depth), general.percent(share)
    return [f"Van wie in {year} met hulp begon, had {again} in de {before} ervoor ook al hulp."]


def _forward_sentence(returns: Mapping[int, pd.DataFrame], rules: Rules) -> list[str]:
    months = min(returns)
    last = rules.as_of - rules.recent_days
    whole = [
        year
        for year in _years_of(returns[months])
        if cohort_name(year, months, last) == str(year)
        and _returned(returns[months][returns[months]["year"] == year]) is not None
    ]
    if not whole:
        return []
    share = _returned(returns[months][returns[months]["year"] == whole[-1]])
    again = general.percent(share)
    return [f"Van wie in {whole[-1]} alle hulp stopte, begon {again} binnen een jaar opnieuw."]


def _latest(far: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Give the rows of the latest year that is whole on ``as_of``."""
    day = date_of(rules.as_of + 1)
    whole = far[far["year"] < day.year]
    return whole[whole["year"] == whole["year"].max()]


def _renewed(part: pd.DataFrame) -> tuple[float | None, int | None]:
    """Give the share of repeated use among who began after a day without help, and how many."""
    whole = total_of(part[part["use"].isin(["new", "renewed"])], "clients")
    return share_of(_of(part, "renewed"), whole), whole


def _starts_again(part: pd.DataFrame) -> float | None:
    rows = part[part["use"].isin(["new", "renewed"])].set_index("use")["starts"]
    return share_of(rows.get("renewed"), total_of(rows.reset_index(), "starts"))


def _of(part: pd.DataFrame, use: str) -> int | None:
    cells = part[part["use"] == use]["clients"]
    return None if cells.empty or pd.isna(cells.iloc[0]) else int(cells.iloc[0])


def _returned(part: pd.DataFrame) -> float | None:
    cells = part[part["returned"] == "yes"]["clients"]
    return share_of(cells.iloc[0], _whole(part)) if len(cells) else None


def _whole(part: pd.DataFrame) -> int | None:
    cells = part["whole"].dropna()
    return int(cells.iloc[0]) if len(cells) else None


def _forward_cell(part: pd.DataFrame, year: int, months: int, as_of: int) -> str:
    if part.empty:
        return TOO_RECENT
    name = cohort_name(year, months, as_of)
    share = general.percent(_returned(part))
    return share if name == str(year) else f"{share} (stopte {name.removeprefix(f'{year} ')})"


def _heading(words: str, reading: str) -> dict[str, object]:
    return {"row": words, "share": None, "words": "", "reading": reading, "is_heading": True}


def _bar(row: str, reading: str, counted: tuple[float | None, int | None]) -> dict[str, object]:
    share, whole = counted
    words = general.percent(share)
    said = words if whole is None else f"{words} van {general.number(whole)}"
    return {"row": row, "share": share, "words": said, "reading": reading, "is_heading": False}


def _depth(equal: pd.DataFrame) -> int:
    return int(equal["depth"].max()) if len(equal) else 0


def _is_even(same: pd.DataFrame, equal: pd.DataFrame) -> bool:
    """Tell whether a year can look back as far as the others."""
    return len(same) > 0 and int(same["depth"].iloc[0]) == _depth(equal)


def _begun(year: int, rules: Rules) -> str:
    """Name a year of starts; one that is not over says up to which month."""
    return cohort_name(year, 0, rules.as_of)


def _years_of(table: pd.DataFrame) -> list[int]:
    return sorted({int(year) for year in table["year"]})


def _years(number: int) -> str:
    return "één jaar" if number == 1 else f"{number} jaar"
