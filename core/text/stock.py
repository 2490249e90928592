"""Dutch of stock and flow: how many there were, came, went and are."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, share_of
from core.text import general
from core.trajectories.calendar import MONTH_STARTS, MONTHS, date_of
from core.trajectories.rules import Rules

QUESTION: Final = "Hoeveel jeugdigen zijn er in hulp, wie komt erbij en wie gaat eruit?"
UNITS: Final[Mapping[str, str]] = {"clients": "Jeugdigen", "trajectories": "Trajecten"}
UNIT: Final = "Wat telt?"
GRAIN: Final = "Per"
GRAINS: Final[Mapping[int, str]] = {3: "kwartaal", 1: "maand"}
FLOWS: Final[Mapping[str, str]] = {
    "begin": "Stand begin",
    "inflow": "Instroom",
    "outflow": "Uitstroom",
    "end": "Stand eind",
}
PERIOD: Final = "Periode"
STATE: Final = "Zekerheid"
PROVISIONAL: Final = "◔ voorlopig"
SETTLED: Final = "● definitief, voor zover te zien"
MARK: Final = "◔"
AXIS: Final[Mapping[str, str]] = {
    "clients": "Jeugdigen in hulp",
    "trajectories": "Lopende trajecten",
}
TOO_FEW: Final = "Bij deze keuze zijn er te weinig jeugdigen, of nog geen hele periode om te tonen."
NOTES: Final[Mapping[str, str]] = {
    "clients": (
        "Een jeugdige is in hulp zolang er zonder een dag ertussen hulp is, van welke aanbieder "
        "ook. Overstappen is dus geen uitstroom. Wie in één periode twee keer begint, telt twee "
        "keer als instroom."
    ),
    "trajectories": (
        "Elk traject telt: wie van het ene traject naar het andere gaat, stroomt hier uit en weer "
        "in."
    ),
}
NOTE: Final = (
    "Alle hulp met datums telt, ook vormen die geen plaats in een reeks krijgen. De stand is wat "
    "op de grens tussen twee periodes doorloopt. Kies bovenaan een hulpvorm om er één te zien. "
    "Uitstroom is ook wat stil viel zonder stopdatum, op de laatste gedeclareerde dag. ◔ "
    "voorlopig: late declaraties kunnen dit nog veranderen."
)
ROUNDED: Final = (
    "De standen en de instroom zijn afgerond op vijftallen; de uitstroom is zo afgerond dat de "
    "rekening klopt. Is van instroom of uitstroom een van beide kleiner dan 10, dan tonen wij "
    "geen van beide."
)
BESIDE_TITLE: Final = "Eén dag bekeken, of iedereen die begon"
BESIDE_NOTE: Final = (
    "Op één dag is de kans groter om een lang traject te treffen dan een kort: het korte is vaak "
    "al voorbij of moet nog beginnen. De stand van één dag zegt dus iets over hoeveel er tegelijk "
    "loopt, niet over hoe hulp meestal loopt. Vraag 'hoe lang' en 'hoe vaak' aan wie begon."
)
BARS: Final = ("name", "label", "flow", "low", "high", "words", "both", "end", "end_words")
READING: Final = "Bekeken"
LONGER: Final = "Langer dan een jaar"
NUMBER: Final = "Trajecten"
SHORT: Final[Mapping[int, str]] = {2: "mrt"}
"""Months whose short name is not their first three letters."""

NUMBER_OF: Final = "Aantal"


def balanced(published: pd.DataFrame) -> pd.DataFrame:
    """Lay out published flows, a row a period, so that every row adds up as it is shown.

    Columns: ``period`` and FLOWS. Rounded numbers need not add up, so that the outflow is what the
    others leave; where it or the inflow is hidden, or would be small, both are. Exact numbers stay.
    """
    wide = published.pivot_table(
        index="period", columns="flow", values="number", aggfunc="first", dropna=False
    )
    table = wide.reindex(columns=list(FLOWS)).astype("Int64").reset_index()
    left = table["begin"] + table["inflow"] - table["end"]
    fits = (left == table["outflow"]).fillna(value=False)
    hidden = table[["inflow", "outflow"]].isna().any(axis="columns") | (
        ~fits & (left < MINIMUM_PERSONS).fillna(value=True)
    )
    return table.assign(inflow=table["inflow"].mask(hidden), outflow=left.mask(hidden))


def finding(table: pd.DataFrame, unit: str, months_each: int) -> str:
    """Say how many there are at the end, how many at the beginning, and the latest flows."""
    known = table.dropna(subset=["begin", "end"])
    if known.empty:
        return TOO_FEW
    first, last = known.iloc[0], known.iloc[-1]
    moved = last["end"] - first["begin"]
    words = "evenveel als" if moved == 0 else "meer dan" if moved > 0 else "minder dan"
    subject = {"clients": "zijn er {} jeugdigen in hulp", "trajectories": "lopen er {} trajecten"}
    now = subject[unit].format(general.number(int(last["end"])))
    return (
        f"Aan het eind van {period_name(last['period'], months_each)} {now}, {words} de "
        f"{general.number(int(first['begin']))} aan het begin van "
        f"{period_name(first['period'], months_each)}."
    )


def period_name(period: int, months_each: int) -> str:
    """Name a period: '2024 kw 3', or '2024 mrt'."""
    if months_each > 1:
        return general.quarter(int(period))
    year, month = divmod(int(period), MONTHS)
    return f"{year} {SHORT.get(month, general.MONTHS[month][:3])}"


def is_provisional(period: int, months_each: int, rules: Rules) -> bool:
    """Tell whether late lines may still change a period."""
    month = (int(period) + 1) * months_each
    end = MONTH_STARTS[month - date_of(MONTH_STARTS[0]).year * MONTHS]
    return end > rules.as_of + 1 - rules.recent_days


def table_of(table: pd.DataFrame, months_each: int, rules: Rules) -> pd.DataFrame:
    """Write the flows as a table of text, a row a period."""
    provisional = [is_provisional(period, months_each, rules) for period in table["period"]]
    return pd.DataFrame(
        {
            PERIOD: [period_name(period, months_each) for period in table["period"]],
            **{
                name: [general.count(number) for number in table[flow]]
                for flow, name in FLOWS.items()
            },
            STATE: [PROVISIONAL if early else SETTLED for early in provisional],
        }
    )


def bars_of(table: pd.DataFrame, months_each: int, rules: Rules) -> pd.DataFrame:
    """Give the bars to draw: per period one for what came and one for what went.

    Columns: BARS. A period of which a flow is hidden has only its stock; one of which the stock is
    hidden is left out.
    """
    rows = [
        row
        for period in table.dropna(subset=["begin", "end"]).to_dict("records")
        for row in _bars(
            {str(name): cell for name, cell in period.items()},
            period_name(period["period"], months_each),
            _label(period["period"], months_each, rules),
        )
    ]
    return pd.DataFrame(rows, columns=list(BARS)).astype(
        {"low": "Float64", "high": "Float64", "end": "float"}
    )


def beside_finding(parts: pd.DataFrame, day: int) -> str:
    """Say how much longer care looks on one day than among all that began."""
    standing, entered = (_long_share(parts, reading) for reading in ("standing", "entered"))
    if standing is None or entered is None:
        return f"{BESIDE_TITLE}."
    on = general.day(date_of(day))
    return (
        f"Van de trajecten die op {on} liepen, duurt {general.percent(standing)} al langer dan een "
        f"jaar. Van de trajecten die begonnen, werd {general.percent(entered)} zo lang."
    )


def beside_table(parts: pd.DataFrame, day: int) -> pd.DataFrame:
    """Write both readings as a table: how many, and what share lasts longer than a year."""
    names = {
        "standing": f"Liep op {general.day(date_of(day))}",
        "entered": "Begonnen, en een jaar te volgen",
    }
    rows = parts[parts["long"] == "yes"].set_index("reading")
    return pd.DataFrame(
        {
            READING: list(names.values()),
            NUMBER: [general.count(rows["whole"].get(reading)) for reading in names],
            LONGER: [general.percent(_long_share(parts, reading)) for reading in names],
        }
    )


def _bars(period: Mapping[str, object], name: str, label: str) -> list[dict[str, object]]:
    end = period["end"]
    shared = {"name": name, "label": label, "end": end, "end_words": general.count(end)}
    came, went = general.count(period["inflow"]), general.count(period["outflow"])
    both = f"+{came} \N{MINUS SIGN}{went}"
    if came == general.FEW:
        hidden = {"flow": FLOWS["inflow"], "low": None, "high": None, "words": came, "both": ""}
        return [shared | hidden]
    begin, inflow, outflow = (int(str(period[name])) for name in ("begin", "inflow", "outflow"))
    top = {"high": begin + inflow, "both": both}
    return [
        shared | top | {"flow": FLOWS["inflow"], "low": begin, "words": came},
        shared | top | {"flow": FLOWS["outflow"], "low": begin + inflow - outflow, "words": went},
    ]


def _label(period: int, months_each: int, rules: Rules) -> str:
    """Write a period in lines, with a mark when it may still change."""
    first, *rest = period_name(period, months_each).split(" ", 1)
    mark = [MARK] if is_provisional(period, months_each, rules) else []
    return "\n".join([*rest, first, *mark])


def _long_share(parts: pd.DataFrame, reading: str) -> float | None:
    rows = parts[(parts["reading"] == reading) & (parts["long"] == "yes")]
    return share_of(rows["trajectories"].iloc[0], rows["whole"].iloc[0]) if len(rows) else None
