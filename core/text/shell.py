"""Dutch of what surrounds every page: menu, filters, link and status line."""

from collections.abc import Mapping
from typing import Final

from core.disclosure import MINIMUM_PERSONS, Level, is_shared
from core.text.general import FEW, LEVEL_NAMES

SECTIONS: Final[Mapping[str, str]] = {
    "prepare": "Voorbereiden",
    "picture": "In beeld",
    "course": "Loop van de hulp",
    "account": "Verantwoorden",
}

TITLES: Final[Mapping[str, str]] = {
    "start": "Start",
    "data": "Gegevens inlezen",
    "quality": "Gegevenskwaliteit en aansluiting",
    "rules": "Begrippen en telregels",
    "municipality": "Het beeld van onze gemeente",
    "comparison": "Vergelijken",
    "expected": "Verwacht en werkelijk",
    "districts": "Wijken",
    "referrers": "Verwijzers",
    "providers": "Aanbieders",
    "chains": "Trajectreeksen",
    "stacking": "Stapeling en bijzondere selecties",
    "steps": "Stepped of matched care",
    "triggers": "Regie op drie",
    "privacy": "Privacy en verantwoording",
}

ADDRESSES: Final[Mapping[str, str]] = {
    "start": "",
    "data": "gegevens",
    "quality": "kwaliteit",
    "rules": "telregels",
    "municipality": "beeld",
    "comparison": "vergelijken",
    "expected": "verwacht",
    "districts": "wijken",
    "referrers": "verwijzers",
    "providers": "aanbieders",
    "chains": "reeksen",
    "stacking": "stapeling",
    "steps": "stepped-care",
    "triggers": "regie-op-drie",
    "privacy": "privacy",
}
"""An address never changes once its page exists."""

MUNICIPALITY: Final = "Gemeente"
ALL_MUNICIPALITIES: Final = "Alle gemeenten"
FIRST_YEAR: Final = "Van jaar"
LAST_YEAR: Final = "Tot en met"
DIMENSION: Final = "Kies ook op"
NO_DIMENSION: Final = "Niets anders"
CHOOSE: Final = "Maak een keuze"
DIMENSION_NAMES: Final[Mapping[str, str]] = {
    "care_form": "Hulpvorm",
    "provider": "Aanbieder",
    "referrer": "Verwijzer",
}

SHARE: Final = "Deel deze weergave"
CLEAR: Final = "Sluit gegevens"
DEAD_VALUE: Final = (
    "De link die u opende, koos iets dat niet in deze gegevens voorkomt of dat bij dit niveau niet "
    "gekozen kan worden. Die keuze geldt daarom niet; kijk hieronder welke keuzes wel gelden."
)
DEAD_CHOICE: Final = (
    "De link die u opende, koos op deze pagina iets dat hier niet te kiezen is. De pagina begint "
    "daar zoals altijd."
)
NOT_AT_LEVEL: Final = (
    "De link die u opende, koos één aanbieder. Dat kan bij dit niveau niet, want aanbieders hebben "
    "hier geen naam. U ziet daarom de cijfers van alle aanbieders samen."
)
DEAD_DATA: Final = (
    "De link die u opende, hoort bij gegevens die in dit venster niet zijn geladen. Vraag de "
    "afzender om het bestand en laad het hier, of open de voorbeeldregio."
)
DEAD_RULES: Final = (
    "De link die u opende, bevat telregels die deze versie niet kent of die bij deze gegevens niet "
    "te kiezen zijn. De standaardregels gelden."
)
LOADING: Final = "De trajecten worden opgebouwd. Dit gebeurt één keer per set telregels."
SOURCE: Final = "Bron"
PROTECTED: Final = (
    f"Aantallen van 0 tot en met {MINIMUM_PERSONS - 1} jeugdigen staan er als {FEW}. Dat staat er "
    "ook waar een ander getal anders te herleiden is, of waar bijna iedereen in een groep "
    "hetzelfde heeft. Andere aantallen zijn afgerond op vijftallen; sommen kunnen daardoor iets "
    "verschillen."
)
EXACT: Final = "Exacte aantallen: alleen voor de eigen organisatie, niet om te delen."
CONTACT: Final = "Vragen of opmerkingen? {address}"
NO_CONTACT: Final = "Neem contact op met de beheerder van deze monitor in uw organisatie."


def broken(incident: str) -> str:
    """Say that something went wrong that nobody foresaw, with the number of the incident."""
    return (
        "Er ging iets mis, en dat ligt niet aan u. Laad de pagina opnieuw. Gaat het weer mis, geef "
        f"dan dit nummer door aan uw beheerder: {incident}."
    )


def protection(level: Level) -> str:
    """Say how the numbers on the page are protected."""
    return PROTECTED if is_shared(level) else EXACT


def level_line(level: Level) -> str:
    """Name the level of a visit."""
    return f"Niveau: {LEVEL_NAMES[level]}"
