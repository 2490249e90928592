"""Dutch of the page Wijken: where young people live, and how many of them have youth care."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.text import general, ties

QUESTION: Final = (
    "Waar wonen de jeugdigen, hoeveel van hen krijgen hulp, en is dat wat we mogen verwachten?"
)
TABS: Final[Mapping[str, str]] = {
    "use": "Jongeren en hulp per wijk",
    "circumstances": "Omstandigheden",
    "expected": "Verwacht en werkelijk per wijk",
    "schemes": "Meer dan één regeling",
}
CARE_NAMES: Final[Mapping[str, str]] = {
    "all": "jeugdzorg",
    "help": "jeugdhulp in natura",
    "": "jeugdzorg",
}
"""How the care is called that districts are published for."""

DISTRICT: Final = "Wijk"
YOUTH: Final = "Jeugdigen tot 23"
YOUTH_SHARE: Final = "Deel van de inwoners"
HELPED: Final = "Met {care} ({year})"
SHARE: Final = "Deel van de jeugdigen (marge)"
OWN: Final = "Eigen declaraties ({year})"
WHOLE: Final = "Hele gemeente"
NO_DISTRICT: Final = "Wijk niet bekend"

NOT_PUBLISHED: Final = "niet gepubliceerd: 0 tot en met 9 of onbekend"
UNKNOWN: Final = "onbekend"
NOT_SHOWN: Final = "niet te tonen"
DASH: Final = "–"
PROVISIONAL: Final = "voorlopig"

NO_DISTRICTS: Final = (
    "Van deze gemeente zijn geen cijfers per wijk opgehaald. Kies een andere gemeente, of ververs "
    "de open data bij *Gegevens inlezen*."
)
NO_CARE: Final = "Van deze gemeente is niet per wijk gepubliceerd hoeveel jeugdigen hulp krijgen."
MARGIN: Final = (
    "De marge (95%) hoort bij het aantal: hoe minder jeugdigen, hoe meer het toeval meespeelt. Een "
    "leeg getal is geen nul: het CBS laat 0 tot en met 9 weg, en wat onbekend is ook. Een jeugdige "
    "telt in de wijk van het eigen adres; bij verblijf is dat het adres daarvoor."
)
OWN_BLANKS: Final = (
    "Eigen declaraties: jeugdigen met hulp in dat jaar, in de wijk van hun laatste regel. ‘Niet te "
    f"tonen’: het zijn er minder dan {general.LEAST}, of een ander getal is er anders uit te "
    "herleiden. Open cijfers tellen ook pgb en taakgerichte hulp mee, en zijn er dus vaak meer. "
    "Een keuze bij *Kies ook op* telt hier niet mee."
)
OWN_OTHER_YEAR: Final = (
    "Uw declaraties gaan niet over {year}, het jaar van de open cijfers. Daarom staan zij er niet "
    "naast."
)
OWN_OTHER_PLACE: Final = (
    "In uw declaraties zijn over deze gemeente in {year} te weinig jeugdigen met een wijk om iets "
    "te tonen."
)
COUNTED_IN: Final = "De jeugdigen zijn geteld in {year}."
NO_OWN: Final = (
    "Lees bij *Gegevens inlezen* declaraties met een wijk in om ze hiernaast te leggen. De open "
    "cijfers werken ook zonder."
)


def finding(use: pd.DataFrame, whole: pd.DataFrame, care: str) -> str:
    """Say between which shares districts lie, and how many differ from their municipality."""
    known = use.dropna(subset=["share", "low", "high"])
    name = str(whole["name"].iloc[0])
    if known.empty:
        unknown = f"Van {name} is per wijk niet gepubliceerd hoeveel jeugdigen"
        return f"{unknown} {CARE_NAMES[care]} krijgen."
    year = year_name(known["year"].iloc[0], known["status"])
    usual = whole["share"].iloc[0]
    said = (
        f"In {name} heeft per wijk {_spread(known['share'])} van de jeugdigen {CARE_NAMES[care]} "
        f"({year})"
    )
    if pd.isna(usual):
        return f"{said}."
    alike = int(known["low"].le(usual).mul(known["high"].ge(usual)).sum())
    blank = len(use) - len(known)
    told = f" Van {blank} {_districts(blank)} is het niet gepubliceerd." if blank else ""
    return (
        f"{said}; in {alike} van de {len(known)} wijken past dat bij het gemiddelde van de "
        f"gemeente, {general.percent(float(usual))}.{told}"
    )


def where_youth_live(use: pd.DataFrame, whole: pd.DataFrame) -> str:
    """Say in which district most young people live, and where they are most among all."""
    told = use.assign(told=use["youth_share"].astype(float).round(2))
    most, dense = ties.largest_of(told, "youth"), ties.largest_of(told, "told")
    if most.empty or dense.empty:
        return ""
    usual = whole["youth_share"].iloc[0]
    beside = "" if pd.isna(usual) else f" (gemeente: {general.percent(float(usual))})"
    everywhere = f"alle {len(use)} wijken"
    where = [ties.tied(rows["name"].tolist(), len(use), everywhere) for rows in (most, dense)]
    number = ties.each(len(most), general.number(most["youth"].iloc[0]))
    said = f"De meeste jeugdigen wonen in {where[0]}: {number}."
    if len(dense) == int(told["told"].notna().sum()):
        return f"{said} Hun deel van de inwoners is in alle wijken ongeveer gelijk{beside}."
    return (
        f"{said} Naar verhouding zijn er de meeste in {where[1]}: "
        f"{general.percent(float(dense['told'].iloc[0]))} van de inwoners{beside}."
    )


def table_of_use(use: pd.DataFrame, whole: pd.DataFrame, care: str) -> pd.DataFrame:
    """Write districts in order of name, and the municipality last, as a table of text."""
    named = use.sort_values("name", key=general.column_in_order)
    rows = pd.concat([named, whole.assign(name=WHOLE)], ignore_index=True)
    helped = HELPED.format(care=CARE_NAMES[care], year=_year(rows))
    return pd.DataFrame(
        {
            DISTRICT: rows["name"],
            YOUTH: rows["youth"].map(number),
            YOUTH_SHARE: rows["youth_share"].map(_share),
            helped: [NOT_PUBLISHED if pd.isna(cell) else number(cell) for cell in rows["helped"]],
            SHARE: [
                with_margin(share, low, high)
                for share, low, high in zip(rows["share"], rows["low"], rows["high"], strict=True)
            ],
        }
    )


def with_own(table: pd.DataFrame, own: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """Add own counts (``DISTRICT_OWN``, protected) to the table of districts.

    ``clusters`` has ``name``, ``cluster`` and the ``year``. Of a cluster of several districts the
    count stands with each of them, beside the names of the others; who has no district comes last.
    """
    cells = dict(zip(own["cluster"], own["clients"], strict=True))
    names = clusters.groupby("cluster")["name"].agg(list)
    of_name = dict(zip(clusters["name"], clusters["cluster"], strict=True))
    heading = OWN.format(year=clusters["year"].iloc[0])
    column = [
        _own_cell(cells.get(of_name[name]), [n for n in names[of_name[name]] if n != name])
        if name in of_name
        else DASH
        for name in table[DISTRICT]
    ]
    unknown = dict.fromkeys(table.columns, DASH) | {
        DISTRICT: NO_DISTRICT,
        heading: _own_cell(cells.get(""), []),
    }
    return pd.concat(
        [table.assign(**{heading: column}), pd.DataFrame([unknown])], ignore_index=True
    )


def clusters_said(clusters: pd.DataFrame, minimum: int) -> str:
    """Say which districts were taken together (rows with ``name``, ``cluster``), and why."""
    joined = [rows for _, rows in clusters.groupby("cluster") if len(rows) > 1]
    if not joined:
        return f"In elke wijk wonen ten minste {minimum} jeugdigen: geen wijk is samengevoegd."
    said = "; ".join(
        f"{named_cluster(list(rows['name']))} ({general.number(rows['cluster_youth'].iloc[0])} "
        "jeugdigen)"
        for rows in joined
    )
    return (
        f"Samengevoegd, omdat in een wijk minder dan {minimum} jeugdigen wonen: {said}. Een kleine "
        "wijk gaat samen met de buurwijk waar het inkomen het meest op lijkt."
    )


def members_of(clusters: pd.DataFrame) -> dict[str, list[str]]:
    """Give the names of the districts in each cluster (rows with ``name`` and ``cluster``)."""
    named = clusters.groupby("cluster")["name"].agg(list)
    return {str(code): names for code, names in named.items()}


def named_cluster(names: Sequence[str]) -> str:
    """Name a cluster by its districts."""
    return general.listed(sorted(names, key=general.in_order))


def boundaries_said(gone: int, new: int) -> str:
    """Say that the division in districts changed over the years; empty when it did not."""
    parts = [
        f"{gone} {_districts(gone)} van eerder {_exist(gone)} niet meer" if gone else "",
        f"{new} {_districts(new)} {_are(new)} nieuw" if new else "",
    ]
    told = general.listed([part for part in parts if part])
    if not told:
        return ""
    return (
        f"De wijkindeling is veranderd: {told}. Deze pagina gebruikt alleen de nieuwste indeling "
        "en trekt geen lijn over de jaren."
    )


def with_margin(share: float, low: float, high: float) -> str:
    """Write a share with its interval: '11% (9% tot 13%)'."""
    if pd.isna(share):
        return DASH
    return f"{general.percent(share)} ({general.between(low, high)})"


def _spread(shares: "pd.Series[float]") -> str:
    low, high = (general.percent(float(bound)) for bound in (shares.min(), shares.max()))
    return f"ongeveer {low}" if low == high else f"tussen {low} en {high}"


def _own_cell(count: object, others: Sequence[str]) -> str:
    hidden = count is None or bool(pd.isna(count))  # type: ignore[call-overload]
    words = NOT_SHOWN if hidden else general.count(count)
    return f"{words} (samen met {general.listed(sorted(others))})" if others else words


def number(value: float) -> str:
    """Write a published number, or say that it is not known."""
    return UNKNOWN if pd.isna(value) else general.number(value)


def _share(value: float) -> str:
    return UNKNOWN if pd.isna(value) else general.percent(value)


def _year(rows: pd.DataFrame) -> str:
    """Write the year of the figures on care, and that it is provisional when any of them is."""
    year = rows["year"].iloc[0]
    return UNKNOWN if pd.isna(year) else year_name(year, rows["status"])


def year_name(year: object, statuses: "pd.Series[str]") -> str:
    """Write the year of some figures, and that it is provisional when any of them is."""
    sure = statuses.isin(["definitive", ""]).all()
    return str(year) if sure else f"{year}, {PROVISIONAL}"


def _districts(number: int) -> str:
    return "wijk" if number == 1 else "wijken"


def _exist(number: int) -> str:
    return "bestaat" if number == 1 else "bestaan"


def _are(number: int) -> str:
    return "is" if number == 1 else "zijn"
