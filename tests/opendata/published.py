"""A small country as its publishers have it: a table of each kind, with the shapes they have.

Two invented municipalities, one real one that came about by a merger (with one of its former
parts), a district in each invented one. Titles, keys and paddings are as recorded; figures are
drawn, so that each can be told from the others.
"""

from collections.abc import Mapping

from tests.opendata.published_care import (
    divided_by_referrer,
    on_a_day,
    several,
    trajectories_on_a_day,
    use,
)
from tests.opendata.published_files import DISTRICTS, FORMER, PLACES, TOTAL
from tests.opendata.published_parts import periods, regions, table
from tests.opendata.published_surroundings import (
    district_use,
    forecast,
    households,
    indicators,
    persons,
    social_score,
    survey,
    yardsticks,
)
from tests.opendata.tables import Axis, Gauge, Served


def areas() -> Served:
    """Publish in which province and youth region each municipality lies."""
    told = {
        "Naam_2": ("Codes en namen", "Naam", "Plaats"),
        "Code_14": ("Lokaliseringen > Jeugdregio's", "Code", "JZ98  "),
        "Naam_15": ("Lokaliseringen > Jeugdregio's", "Naam", "Jeugdregio Noord   "),
        "Code_28": ("Lokaliseringen > Provincies", "Code", "PV98  "),
        "Naam_29": ("Lokaliseringen > Provincies", "Naam", "Provincie Noord  "),
        "Code_46": ("Gemeentegrootte", "Code", "5  "),
        "Code_48": ("Stedelijkheid", "Code", "3  "),
    }
    gauges = {
        key: Gauge(title, "", text=True, heading=heading)
        for key, (heading, title, _) in told.items()
    }
    axes = {"RegioS": regions(*PLACES)}
    return table("86059NED", axes, gauges, lambda _, gauge: told[gauge][2])


def accounts(name: str, year: int, posts: Mapping[str, str], axis: str) -> Served:
    """Publish the accounts of a year; 100 thousand on each expense, minus a mark for nothing."""
    axes = {
        "Gemeenten": Axis({code: code for code in PLACES}, width=9),
        axis: Axis(posts, width=6),
        "Categorie": Axis({"L1.1": "Salarissen", "L3.1": "Inkoop", "B1": "Baten"}, width=8),
        "Verslagsoort": Axis({f"{year}X000": "Begroting", f"{year}X005": "Jaarrekening"}),
    }
    gauges = {
        "k_1ePlaatsing_1": Gauge("1e plaatsing", "x 1 000 euro"),
        "k_2ePlaatsing_2": Gauge("2e plaatsing", "x 1 000 euro"),
    }

    def fill(row: Mapping[str, str], gauge: str) -> float | None:
        if row["Categorie"] == "B1":
            return 9_999.0
        if row["Gemeenten"] == "GM9802":
            return -99998.0
        return 90.0 if gauge.startswith("k_1") else None if row["Categorie"] == "L1.1" else 100.0

    return table(name, axes, gauges, fill, "third_party")


def neighbourhoods(name: str = "85984NED") -> Served:
    """Publish key figures of districts; of the second one the care is too rare to publish.

    The second one was redrawn since the year before.
    """
    told = {
        "AantalInwoners_5": ("aantal", 1_000.0),
        "k_0Tot15Jaar_8": ("aantal", 200.0),
        "k_15Tot25Jaar_9": ("aantal", 100.0),
        "HuishoudensTotaal_28": ("aantal", 400.0),
        "GemiddeldInkomenPerInwoner_78": ("x 1 000 euro", 34.5),
        "k_40HuishoudensMetLaagsteInkomen_84": ("%", 38.0),
        "PersonenPerSoortUitkeringBijstand_87": ("aantal", 20.0),
        "BasisonderwijsVmboMbo1_67": ("aantal", 100.0),
        "HavoVwoMbo24_68": ("aantal", 200.0),
        "HboWo_69": ("aantal", 100.0),
        "JongerenMetJeugdzorgInNatura_91": ("aantal", 30.0),
        "PercentageJongerenMetJeugdzorg_92": ("%", 10.7),
        "Omgevingsadressendichtheid_121": ("per km2", 900.0),
    }
    changed = Gauge("Indelingswijziging", text=True)
    gauges = {"IndelingswijzigingGemeenteWijkBuurt_4": changed} | {
        key: Gauge(key, unit) for key, (unit, _) in told.items()
    }
    axes = {"WijkenEnBuurten": regions(*PLACES, *DISTRICTS, "BU98010001", width=10)}

    def fill(row: Mapping[str, str], gauge: str) -> float | str | None:
        if gauge.startswith("Indeling"):
            return "3   " if row["WijkenEnBuurten"] == "WK980200" else "1   "
        few = row["WijkenEnBuurten"] == "WK980200" and gauge.startswith("Jongeren")
        return None if few else told[gauge][1]

    return table(name, axes, gauges, fill)


def people() -> Served:
    """Publish inhabitants by single years of age, a hundred of each."""
    ages = {"10000": "Totaal"} | {f"2{age:02}00": f"{age} jaar" for age in range(26)}
    axes = {
        "Geslacht": Axis(TOTAL | {"3000": "Mannen"}, width=8),
        "Leeftijd": Axis(ages, width=6),
        "RegioS": regions(*PLACES),
        "Perioden": periods("2013JJ00", "2024JJ00"),
    }
    gauges = {"BevolkingOp1Januari_1": Gauge("Bevolking op 1 januari")}
    return table(
        "03759ned", axes, gauges, lambda row, _: 100.0 if row["Leeftijd"] != "10000" else 9e3
    )


def prices() -> Served:
    """Publish the index of consumer prices."""
    axes = {
        "Bestedingscategorieen": Axis(
            {"T001112": "000000 Alle bestedingen", "C1": "Brood"}, width=10
        ),
        "Perioden": periods("2021JJ00", "2024JJ00", "2024MM01"),
    }
    return table("83131NED", axes, {"CPI_1": Gauge("CPI", "2015=100")}, lambda *_: 137.27)


def everything() -> tuple[Served, ...]:
    """Publish all of it."""
    second = {"6.2": "Toegang", "6.72a": "Jeugdhulp begeleiding", "6.73a": "Pleegzorg"}
    return (
        areas(),
        use("85099NED", periods("2023JJ00", "2024HJ01", provisional=["2024HJ01"]), PLACES),
        use("84134NED", periods("2020JJ00"), (*PLACES[:2], *FORMER)),
        divided_by_referrer(),
        several(),
        on_a_day(),
        trajectories_on_a_day(),
        people(),
        prices(),
        indicators(),
        persons(),
        survey(),
        forecast(),
        households(),
        yardsticks(),
        social_score(),
        district_use(),
        neighbourhoods(),
        neighbourhoods("85618NED"),
        accounts("45067NED", 2024, second, "TaakveldBalanspost"),
        accounts(
            "45059NED", 2022, {"6.72": "Maatwerk 18-", "6.82": "Zorg 18-"}, "TaakveldBalanspost"
        ),
        accounts("45031NED", 2016, {"670": "Wmo en Jeugd", "682": "Jeugd"}, "FunctieBalanspost"),
    )
