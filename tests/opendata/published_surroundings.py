"""Tables about shares, people, costs and circumstances, as the small country publishes them."""

from collections.abc import Mapping

from tests.opendata.published_files import DISTRICTS, FORMS, TOTAL
from tests.opendata.published_parts import periods, regions, table
from tests.opendata.tables import Axis, Gauge, Served

AGES = {
    "T": "Totaal personen",
    "M": "Mannen",
    "V": "Vrouwen",
    "A": "0 tot 4 jaar",
    "B": "Herkomst",
} | {
    "C": "4 tot 12 jaar",
    "D": "12 tot 18 jaar",
    "E": "18 tot 23 jaar",
}


def indicators() -> Served:
    """Publish shares of young people; nobody is told how many have probation."""
    told: dict[str, float | None] = {
        "JongerenMetJeugdhulpInNatura_1": 12.9,
        "JongerenMetJeugdhMetVerblInNat_2": 9.3,
        "JongerenMetJeugdbescherming_3": 1.3,
        "JeugdbeschEnJeugdhMetVerblInNat_4": 37.2,
        "JongerenMetJeugdreclassering_5": None,
    }
    gauges = {key: Gauge(key.partition("_")[0], "%") for key in told}
    axes = {"RegioS": regions("GM9801", "MD01"), "Perioden": periods("2022JJ00")}
    return table("85098NED", axes, gauges, lambda _, gauge: told[gauge])


def persons() -> Served:
    """Publish young people by sex or age, within every form."""
    axes = {
        "Persoonskenmerken": Axis(AGES, width=8),
        "VormenVanJeugdzorg": Axis(FORMS, width=8),
        "RegioS": regions("GM9801"),
        "Perioden": periods("2023JJ00"),
    }

    def fill(row: Mapping[str, str], _: str) -> float:
        whole = 100.0 if row["VormenVanJeugdzorg"] == "A045561" else 5.0
        return whole + list(AGES).index(row["Persoonskenmerken"])

    return table("85100NED", axes, {"TotaalJongeren_1": Gauge("Totaal jongeren")}, fill)


def survey() -> Served:
    """Publish costs that municipalities told, in thousands of euros."""
    forms = {
        "K1": "JZ Totaal jeugdzorg",
        "K2": "JH 1 Totaal jeugdhulp",
        "K3": "JH zonder verblijf wijkteam (ZiN+PGB)",
        "K4": "Totaal JB en JR",
    }
    axes = {
        "VormenVanJeugdzorg": Axis(forms, width=8),
        "Regio": regions("GM9801"),
        "Perioden": periods("2024JJ00", provisional=["2024JJ00"]),
    }
    gauges = {
        "BegroteKosten_1": Gauge("Begrote kosten", "x 1 000 euro"),
        "GerealiseerdeKosten_2": Gauge("Gerealiseerde kosten", "x 1 000 euro"),
    }
    costs = {"BegroteKosten_1": 42_786.0, "GerealiseerdeKosten_2": 41_869.0}
    return table("83454NED", axes, gauges, lambda _, gauge: costs[gauge])


def forecast() -> Served:
    """Publish the population that is expected, in thousands."""
    ages = {"10000": "Totaal leeftijd", "20": "0 tot 20 jaar", "65": "65 jaar of ouder"}
    axes = {
        "Geslacht": Axis(TOTAL, width=8),
        "Leeftijd": Axis(ages, width=8),
        "RegioIndeling2021": regions("GM9801"),
        "Perioden": periods("2030JJ00", "2040JJ00"),
    }
    gauges = {"TotaleBevolking_1": Gauge("Totale bevolking", "x 1 000")}
    return table("85171NED", axes, gauges, lambda *_: 52.5)


def households() -> Served:
    """Publish kinds of households by the age of who heads them."""
    told = {
        "TotaalParticuliereHuishoudens_1": 1_000.0,
        "MeerpersoonshuishoudensMetKinderen_5": 400.0,
        "TotaalEenouderhuishoudens_9": 100.0,
        "EenouderhuishoudenMet1Kind_10": 60.0,
    }
    gauges = {key: Gauge(key.partition("_")[0]) for key in told}
    axes = {
        "LeeftijdReferentiepersoon": Axis({"10000": "Totaal", "20": "Jonger dan 20"}, width=8),
        "RegioS": regions("GM9801"),
        "Perioden": periods("2024JJ00"),
    }
    return table("71486ned", axes, gauges, lambda _, gauge: told[gauge])


def yardsticks() -> Served:
    """Publish yardsticks: a table without periods."""
    told = {
        "MinderjarigeKinderenTotaal_3": (
            "Minderjarige kinderen in part. hh totaal",
            "aantal",
            2_000.0,
        ),
        "Tot120Aantal_4": ("Minderjarige kinderen tot 120% soc. minimum", "aantal", 300.0),
        "ParticuliereHuishoudensTotaal_6": ("Particuliere huishoudens totaal", "aantal", 5_000.0),
        "BijstandshuishoudensTotaal_9": ("Bijstandshuishoudens totaal", "aantal", 250.0),
    }
    gauges = {key: Gauge(title, unit) for key, (title, unit, _) in told.items()}
    axes = {"RegioS": regions("GM9801")}
    return table("85052NED", axes, gauges, lambda _, gauge: told[gauge][2])


def social_score() -> Served:
    """Publish scores of districts; a part of the score stands before the whole."""
    gauges = {
        "GemiddeldeScore_5": Gauge("Gemiddelde score", "", heading="Deelscore arbeid"),
        "GemiddeldeScore_9": Gauge("Gemiddelde score", "", heading="SES-WOA > Totaalscore"),
        "Spreiding_10": Gauge("Spreiding", "", heading="SES-WOA > Totaalscore"),
    }
    axes = {
        "WijkenEnBuurten": regions("GM9801", *DISTRICTS, width=10),
        "Perioden": periods("2022JJ00"),
    }
    told = {"GemiddeldeScore_5": 9.0, "GemiddeldeScore_9": 0.123, "Spreiding_10": 0.4}
    return table("85900NED", axes, gauges, lambda _, gauge: told[gauge])


def district_use() -> Served:
    """Publish youth care by district: young people, their ages, and who referred."""
    told = {
        "Gemeentenaam_1": ("Gemeentenaam", "", None),
        "TotaalJongerenMetJeugdzorg_5": ("Totaal jongeren met jeugdzorg", "", 60.0),
        "k_0Tot4Jaar_6": ("0 tot 4 jaar", "Leeftijd", 10.0),
        "TotaalTrajecten_15": ("Totaal trajecten", "Trajecten", 90.0),
        "Huisarts_17": ("Huisarts", "Trajecten > Verwijzer", 35.0),
        "VerwijzerOnbekend_22": ("Verwijzer onbekend", "Trajecten > Verwijzer", None),
    }
    gauges = {
        key: Gauge(title, text=key.startswith("Gemeente"), heading=heading)
        for key, (title, heading, _) in told.items()
    }
    axes = {
        "VormenVanJeugdzorg": Axis(FORMS, width=8),
        "Wijken": regions(*DISTRICTS, width=10),
        "Perioden": periods("2023JJ00"),
    }
    return table("85685NED", axes, gauges, lambda _, gauge: told[gauge][2])
