"""Dutch of the page Regie op drie: third starts and the talk before them."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from core.complements import hide_second
from core.disclosure import share_of, shares_of
from core.text import general
from core.trajectories.rules import Rules

ORDINALS: Final = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste")
STATUS_LABELS: Final[Mapping[str, str]] = {
    "evaluated": "met gesprek vooraf",
    "not_evaluated": "zonder gesprek vooraf",
    "unknown": "geen gesprekken aangeleverd",
    "together": "met of zonder gesprek: niet uit te splitsen",
}
TALK_LABELS: Final[Mapping[str, str]] = {
    "attention": "gesprek niet bekend of nog niet geweest",
    "prepared": "gesprek al geweest",
}
TODAY: Final = "Nu: "
TODAY_ELSEWHERE: Final = (
    "Hoe de reeksen van nu ervoor staan, is hier niet te tonen. Kies boven een gemeente en kijk "
    "bij ‘Stand nu’."
)
PERIOD: Final = "Begonnen in"
WHOLE_PERIOD: Final = "de hele periode"
MUNICIPALITY: Final = "Gemeente"
SHARE: Final = "Aandeel met gesprek"
TOTAL: Final = "Samen"
NOT_SHOWN: Final = "niet te tonen"
PERIOD_AXIS: Final = "Start in"
AXIS: Final = "Begonnen trajecten"
STATUS: Final = "Gesprek"
THIRDS: Final = "Aantal"
NUMBER: Final = "Nr"
TABS: Final[Mapping[str, str]] = {
    "over_time": "Door de tijd",
    "places": "Per gemeente",
    "what": "Wat was het?",
    "adherence": "Naleving",
    "standings": "Stand nu",
    "after": "Na het gesprek",
    "series": "Sinds de afspraak",
    "exceptions": "Uitzonderingen",
    "register": "Gesprekken",
    "worklist": "Werklijst",
}
"""The parts of the page; the last exists only where rows may be seen."""

NO_TALKS: Final = (
    "Geen gesprekken aangeleverd. Of er vooraf een gesprek was, is daarom niet bekend. U kunt een "
    "lijst met gesprekken toevoegen bij Gegevens inlezen."
)


def ordinal(rules: Rules) -> str:
    """Write the trigger position as people say it: derde."""
    place = rules.trigger_position
    return ORDINALS[place - 1] if place <= len(ORDINALS) else f"{place}e"


def question(rules: Rules) -> str:
    """Ask the one question of the page."""
    return f"Was er een evaluatiegesprek vóór het {ordinal(rules)} traject, en wat leverde het op?"


def readable(counts: pd.DataFrame) -> pd.DataFrame:
    """Give counts by quarter, year or the whole period the words for a picture.

    Columns: ``period``, ``status``, ``thirds``, ``order``, ``label`` and what a picture writes
    where: ``share_label`` at ``top`` and ``direct_label`` at ``middle``.
    """
    at = str(counts.columns[0])
    names: dict[str, Callable[[int], str]] = {"quarter": general.quarter, "year": str}
    periods = counts[at].map(names.get(at, lambda _: WHOLE_PERIOD))
    return _positioned(counts.assign(at=counts[at], period=periods))


def is_hidden(counts: pd.DataFrame) -> bool:
    """Tell whether anything is hidden, so that longer periods tell more; or there is no period."""
    return bool(counts.empty or counts["thirds"].isna().any())


def finding(rows: pd.DataFrame, total: int | None, rules: Rules) -> str:
    """Say in one sentence how many third starts there were, and how many had a talk before.

    ``total`` is their published number: rounded by itself, unlike the sum of rounded quarters. It
    is not of rows by year, which leave out what lies in no whole year.
    """
    if is_hidden(rows):
        return f"Er zijn te weinig {ordinal(rules)} trajecten om iets over te zeggen."
    first, last = rows["period"].iloc[0], rows["period"].iloc[-1]
    span = f"In {first}" if first == last else f"Van {first} t/m {last}"
    number = general.number(rows["thirds"].sum() if total is None or "year" in rows else total)
    return f"{span} begonnen {number} {ordinal(rules)} of latere trajecten{_talks(rows)}"


def trend_note(rules: Rules) -> str:
    """Say what counts in the trend, and why it begins later than the data."""
    return (
        f"Een start telt hier als {ordinal(rules)} traject of later als binnen de "
        f"{rules.lookback_months} maanden ervoor al {rules.trigger_position - 1} trajecten van "
        f"dezelfde reeks begonnen. Daarom begint het beeld {rules.lookback_months} maanden na het "
        "begin van de gegevens en telt hulp die in de eerste maand al liep niet als begin. Alleen "
        "hele kwartalen staan erin."
    )


def talk_note(rules: Rules, *, has_evaluations: bool) -> str:
    """Say what counts as a talk in advance, or that none were supplied."""
    if not has_evaluations:
        return NO_TALKS
    start_day = "op de startdag mag ook" if rules.evaluation_on_start_day else "niet op de startdag"
    return (
        f"Een gesprek telt mee als het ten hoogste {general.days(rules.evaluation_window_days)} "
        f"voor de start was ({start_day}) en niet voor het begin van het traject ervoor."
    )


def place_note(rules: Rules, table: pd.DataFrame) -> str:
    """Say what the columns about today mean, or where today is told if ``table`` has none."""
    gap = general.days(rules.chain_gap_days)
    today = (
        f"De kolommen met ‘Nu’ gaan over reeksen waarin de volgende start het {ordinal(rules)} "
        f"traject zou zijn: de laatste hulp loopt nog of stopte ten hoogste {gap} geleden. De "
        "periode die u koos doet daarbij niet mee."
    )
    return (
        f"{today if tells_today(table) else TODAY_ELSEWHERE} Gemeenten staan op alfabet. Naast "
        f"{general.FEW} staat ‘niet te tonen’, ook bij een tweede gemeente, zodat niemand het "
        "getal kan terugrekenen."
    )


def tells_today(table: pd.DataFrame) -> bool:
    """Tell whether the table by municipality has columns about the live chains of today."""
    return any(str(name).startswith(TODAY) for name in table.columns)


def chart_title(rules: Rules) -> str:
    """Head the picture of the trend."""
    return f"Begonnen {ordinal(rules)} of latere trajecten; boven de balk het aandeel met gesprek"


def period_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the rows of ``readable`` as a table: a period a row, a status a column."""
    return _wide(rows.rename(columns={"period": PERIOD}), PERIOD)


def place_table(
    thirds: pd.DataFrame, attention: pd.DataFrame, name: Callable[[str], str]
) -> pd.DataFrame:
    """Write third starts and live chains by municipality, in order of name.

    No column hides one cell only: the sum of the region would tell it. Where of no municipality
    anything can be told of today, there are no columns about it: they would look like few.
    """
    wide = _wide(thirds.assign(**{MUNICIPALITY: thirds["municipality"].map(name)}), MUNICIPALITY)
    named = attention.assign(**{MUNICIPALITY: attention["municipality"].map(name)})
    for talk, label in TALK_LABELS.items() if named["chains"].notna().any() else ():
        chains = named[named["talk"] == talk].set_index(MUNICIPALITY)["chains"]
        wide[f"{TODAY}{label}"] = wide[MUNICIPALITY].map(written(chains, hide_second(chains)))
    return wide.sort_values(MUNICIPALITY, key=general.column_in_order, ignore_index=True)


def _wide(rows: pd.DataFrame, heading: str) -> pd.DataFrame:
    """Spread statuses over columns, with their sum and the share that had a talk.

    A row with a hidden part hides the other parts too: a sum known from elsewhere would tell it.
    """
    cells = rows.set_index([heading, "status"])["thirds"].unstack()  # noqa: PD010 - keeps what is missing
    cells = cells.loc[list(dict.fromkeys(rows[heading]))]
    table = pd.DataFrame({heading: cells.index})
    shown = [status for status in STATUS_LABELS if status in cells]
    safe = cells[shown].apply(hide_second)
    safe = safe[safe.notna().all(axis=1)].reindex(cells.index)
    for status in shown:
        name = STATUS_LABELS[status].capitalize()
        table[name] = written(cells[status], safe[status]).tolist()
    if len(shown) > 1:
        whole = safe.sum(axis=1, skipna=False)
        shares = map(share_of, safe["evaluated"].tolist(), whole.tolist())
        table[TOTAL] = whole.map(general.number).mask(whole.isna(), NOT_SHOWN).tolist()
        table[SHARE] = [general.percent(share) for share in shares]
    return table


def written(counts: "pd.Series[int]", safe: "pd.Series[int]") -> "pd.Series[str]":
    """Write protected counts; what is hidden beside a small one is not called small."""
    return counts.map(general.count).mask(safe.isna() & counts.notna(), NOT_SHOWN)


def _positioned(table: pd.DataFrame) -> pd.DataFrame:
    """Add what a picture writes at its bars, and where; in order of period and status."""
    places = {status: place for place, status in enumerate(STATUS_LABELS)}
    rows = table.assign(order=table["status"].map(places)).sort_values(["at", "order"])
    bars = rows.groupby("at")["thirds"]
    drawn = rows["thirds"].fillna(0)
    until = drawn.groupby(rows["at"]).cumsum()
    shares = shares_of(rows, "thirds", ["at"]).where(rows["status"] == "evaluated")
    last = (rows["at"] == rows["at"].max()) & rows["thirds"].notna()
    label = rows["status"].map(STATUS_LABELS)
    return rows.assign(
        label=label,
        top=bars.transform("sum"),
        share_label=shares.map(general.percent).where(shares.notna(), ""),
        middle=until - drawn / 2,
        direct_label=label.where(last, ""),
    ).reset_index(drop=True)


def _talks(rows: pd.DataFrame) -> str:
    if (rows["status"] == "unknown").all():
        return "; of er vooraf een gesprek was, is niet bekend: geen gesprekken aangeleverd."
    if (rows["status"] == "together").all():
        return "; hoe vaak er vooraf een gesprek was, is te klein om te tonen."
    part = rows[rows["status"] == "evaluated"]["thirds"].sum()
    share = share_of(int(part), int(rows["thirds"].sum()))
    return f"; bij {general.percent(share)} was er vooraf een evaluatiegesprek."
