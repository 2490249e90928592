"""Tables about youth care, as the small country publishes them."""

from collections.abc import Mapping, Sequence

from tests.opendata.published_files import FORMS, REFERRERS
from tests.opendata.published_parts import periods, regions, table
from tests.opendata.tables import Axis, Gauge, Served


def use(name: str, axis: Axis, codes: Sequence[str]) -> Served:
    """Publish young people and trajectories by form; secure care is too rare to publish."""
    axes = {
        "VormenVanJeugdzorg": Axis(FORMS, width=8),
        "RegioS": regions(*codes),
        "Perioden": axis,
    }
    gauges = {
        "JongerenMetJeugdzorg_1": Gauge("Jongeren met jeugdzorg"),
        "JongerenMetJeugdzorgRelatief_2": Gauge("Jongeren met jeugdzorg (relatief)", "%"),
        "Jeugdzorgtrajecten_3": Gauge("Jeugdzorgtrajecten"),
    }

    def fill(row: Mapping[str, str], gauge: str) -> float | None:
        number = 500.0 - 20 * list(FORMS).index(row["VormenVanJeugdzorg"])
        if row["VormenVanJeugdzorg"] == "B4" and row["RegioS"] != "NL01":
            return None
        return {"1": number, "2": 9.5, "3": number * 1.5}[gauge[-1]]

    return table(name, axes, gauges, fill)


def divided_by_referrer() -> Served:
    """Publish trajectories by referrer, in a block for all help and one for help with stay."""
    words = {
        "TotaalJeugdhulptrajecten": "Totaal jeugdhulptrajecten",
        "TotaalBegonnenTrajecten": "Toaal begonnen trajecten",
        "NieuwTraject": "Nieuw traject",
        "HerhaaldBeroep": "Herhaald beroep",
        "GestartMetCrisis": "Gestart met crisis",
        "TotaalBeeindigdeTrajecten": "Totaal beëindigde trajecten",
        "GemiddeldeDuur": "Gemiddelde duur",
        "VolgensPlan": "Beëindigd volgens plan",
        "VoortijdigAfgesloten": "Voortijdig afgesloten",
    }
    blocks = ("Totaal jeugdhulp", "Jeugdhulp met verblijf")
    gauges = {
        f"{name}_{number}": Gauge(title, heading=block)
        for number, (block, (name, title)) in enumerate(
            [(block, word) for block in blocks for word in words.items()], 1
        )
    }
    axes = {
        "VerwijzerJeugdzorg": Axis(REFERRERS, width=8),
        "RegioS": regions("GM9801"),
        "Perioden": periods("2023JJ00"),
    }
    return table("85097NED", axes, gauges, lambda _, gauge: float(gauge.rsplit("_")[-1]))


def several() -> Served:
    """Publish young people by which schemes they have."""
    choice = {"W": "Wel", "N": "Niet", "T": "Totaal"}
    schemes = ("JeugdPGB", "JeugdhulpInNatura", "Jeugdbescherming", "Jeugdreclassering")
    axes = {name: Axis({k: f"{v} {name}" for k, v in choice.items()}) for name in schemes} | {
        "RegioS": regions("GM9801"),
        "Perioden": periods("2023JJ00"),
    }

    def fill(row: Mapping[str, str], _: str) -> float | None:
        number = sum(row[name] == "W" for name in schemes)
        rare = number == 3 and row["JeugdPGB"] == "W" and row["RegioS"] != "NL01"
        return None if rare else 40.0 / max(number, 1)

    return table("85101NED", axes, {"TotaalJongeren_1": Gauge("Jongeren met jeugdzorg")}, fill)


def on_a_day() -> Served:
    """Publish young people on a day by scheme: 30 with each, 100 in all; and trajectories."""
    choice = {"W": "Met", "N": "Zonder", "T": "Totaal"}
    schemes = ("JeugdPGB", "JeugdhulpInNatura", "Jeugdbescherming", "Jeugdreclassering")
    day = Axis({"2023X001": "30 juni 2023*"}, "time")
    axes = {name: Axis({k: f"{v} {name}" for k, v in choice.items()}) for name in schemes} | {
        "RegioS": regions("GM9801"),
        "Perioden": day,
    }

    def fill(row: Mapping[str, str], _: str) -> float:
        return {0: 100.0, 1: 30.0}.get(sum(row[name] == "W" for name in schemes), 5.0)

    return table("85102NED", axes, {"TotaalJongeren_1": Gauge("Jongeren met jeugdzorg")}, fill)


def trajectories_on_a_day() -> Served:
    """Publish trajectories on a day: here every form is a measure."""
    titles = ("Totaal jeugdhulp in natura", "Pleegzorg", "Jeugdbescherming", "Jeugdreclassering")
    gauges = {f"M_{number}": Gauge(title) for number, title in enumerate(titles, 1)}
    axes = {"RegioS": regions("GM9801"), "Perioden": Axis({"D": "30 juni 2023*"}, "time")}
    return table("85094NED", axes, gauges, lambda _, gauge: float(gauge[-1]) * 10)
