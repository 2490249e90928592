"""Dutch of the page that accounts for the app: who sees what, why, how long, and by which rules.

Every sentence here is about a setting or holds whatever the settings are; what is in force is
filled in by the page.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from core.disclosure import Level, is_shared
from core.text import general

QUESTION: Final = "Wie ziet wat, waarom, hoe lang, en volgens welke regels?"
DOWNLOAD: Final = "Download de verantwoording (Word)"
DOWNLOAD_HELP: Final = (
    "Alles op deze pagina, op A4. Bijvoorbeeld voor de functionaris gegevensbescherming."
)
WRITTEN: Final = (
    "De app schrijft deze pagina zelf, uit de instellingen die nu gelden. Verandert een "
    "instelling, dan verandert de tekst."
)

TITLES: Final[Mapping[str, str]] = {
    "levels": "Wie ziet wat?",
    "fields": "Welke gegevens, waarvoor en hoe lang?",
    "beside": "Wat staat er nog meer op deze server?",
    "door": "Wat komt er niet in?",
    "rules": "Welke regels beschermen een getal?",
    "counting": "Welke begrippen en telregels gelden nu?",
    "sources": "Welke open cijfers?",
    "never": "Wat de app niet doet",
    "log": "Wie deed wat?",
    "rights": "Rechten en contact",
    "limits": "Wat is niet beschermd?",
}
"""The parts of the account, in their order."""

ABOUT: Final[Mapping[str, str]] = {
    "levels": (
        "Het niveau bepaalt wat wordt uitgerekend, niet alleen wat u ziet. Wie de server start, "
        "kiest het hoogste niveau; een bezoek kan alleen lager."
    ),
    "fields": (
        "Dit zijn alle gegevens over een jeugdige die de app kan bewaren. Wat niet is geleverd, is "
        "er niet. De leverancier beslist wat in het bestand staat: lever alleen wat nodig is."
    ),
    "beside": "Alles staat op deze server. Uit bewaarde gegevens is geen naam te maken.",
    "door": (
        "De app kijkt naar kolomnamen en naar de inhoud. Een bestand met zulke gegevens wordt "
        "geweigerd voordat er iets is bewaard, en geen melding herhaalt een waarde."
    ),
    "rules": (
        "Elk getal gaat door één poort, op het scherm en in elk bestand dat u meeneemt. Deze "
        "regels gelden op de gedeelde niveaus, sinds de start van deze server."
    ),
    "counting": "Een andere telregel geeft andere cijfers. Daarom staat hier wat nu geldt.",
    "sources": (
        "Open cijfers zijn al beschermd door wie ze publiceert. De lijst van alle tabellen staat "
        "op Gegevens inlezen."
    ),
    "log": (
        "Het logboek groeit alleen en laat zien of er iets aan is veranderd. Er staat nooit iets "
        "over een jeugdige in. Wie deze server mag gebruiken, leest het op Gegevens inlezen; "
        "aantallen regels staan er alleen op de niveaus Eigen organisatie en Analist."
    ),
    "rights": (
        "De app kent geen namen: wie zijn gegevens wil zien, verbeteren of wissen, of bezwaar "
        "maakt, vraagt dat aan de gemeente of de aanbieder. Die kan met de sleutel het pseudoniem "
        "maken en de levering zonder deze jeugdige opnieuw aanbieden; de oude levering wist u op "
        "Gegevens inlezen."
    ),
    "limits": "Geen regel beschermt tegen alles. Dit blijft over; spreek er samen over af.",
}
"""What stands under each title."""

NO_STORE: Final = "Er wordt hier niets bewaard, en dus is er geen logboek."
NO_EVENTS: Final = "Er is nog niets ingelezen, geopend, meegenomen of gewist."

NEVER: Final = (
    "Geen score, voorspelling of stempel voor één jeugdige.",
    "Geen ranglijst van gemeenten, aanbieders of wijken.",
    "Geen besluit: de app telt, mensen praten en beslissen.",
)
NO_TRACKER: Final = "Geen meting van uw gebruik: er gaat niets over u of dit bezoek naar buiten."
TRACKER: Final = "Let op: in de instellingen staat het meten van gebruik aan."
ASKED_ONLY: Final = (
    "Geen vraag aan een andere server, tenzij u zelf open cijfers ververst. Dan gaan alleen de "
    "namen van tabellen mee, nooit iets uit uw gegevens."
)

LIMITS: Final = (
    "Wie al veel van één jeugdige weet, kan meer uit een cijfer halen dan een ander.",
    "Wat elders is gepubliceerd of eerder is meegenomen, kan naast deze cijfers worden gelegd.",
    "Een aanbieder kent zijn eigen cijfers en kan die van een totaal aftrekken.",
    "De app kent één organisatie: deze server. Wie op twee servers kijkt, wordt niet vergeleken.",
    "Er zijn nog geen accounts. Wie deze server kan bereiken, ziet wat op dit niveau te zien is.",
    "Een foto van het scherm, een uitdraai of een meegenomen bestand volgt niemand meer.",
    "Reservekopieën en de schijf zelf vallen buiten het wissen: versleutel ze.",
    "Gepseudonimiseerd is niet anoniem: de AVG blijft gelden voor alles wat hier is bewaard.",
)
EXACT_NOW: Final = "Op dit niveau zijn cijfers exact: deel dit scherm en deze bestanden niet."
NETWORK: Final = "Deze server luistert ook naar andere computers: scherm hem af."

NEVER_ABOUT: Final = "Dit geldt altijd, op elk niveau."
AUTOMATIC: Final = "automatisch, zodra er gegevens zijn"
ON, OFF, NOTHING, USUAL = "aan", "uit", "niets", "de standaardladder"
LADDER: Final = "Treden op de ladder"
LISTS: Final[Mapping[str, str]] = {
    "uncounted_groups": "Telt niet mee in reeksen",
    "administrative": "Is geen stap van de hulp",
    "repairs": "Herstel in de app",
    "exceptions": "Vraagt geen gesprek",
}
"""The rules that are lists."""

SETTLED: Final = "volgt uit deze gegevens"
STANDARD: Final = "standaard van versie {version}"
OWN_CHOICE: Final = "dit bezoek: gekozen of uit een link"


def finding(level: Level, threshold: int, kept: str) -> str:
    """Say in one sentence what holds here: what is seen, and how long it is kept."""
    name = general.LEVEL_NAMES[level]
    stays = f"gegevens worden {kept} na het inlezen gewist" if kept else "er wordt niets bewaard"
    if is_shared(level):
        seen = f"ziet u geen aantal van minder dan {threshold} jeugdigen"
    else:
        seen = "ziet u exacte aantallen, alleen bedoeld voor uw eigen organisatie"
    return f"Op niveau {name} {seen}; {stays}, en niets gaat naar buiten zonder dat u dat vraagt."


def smaller(threshold: int) -> str:
    """Say that numbers show from fewer persons than usual."""
    return f"Deze server toont aantallen al vanaf {threshold} jeugdigen, zoals het CBS."


def bullets(sentences: Sequence[str]) -> str:
    """Write sentences as a list."""
    return "\n".join(f"- {sentence}" for sentence in sentences)
