"""Dutch of the start page: who is at the table, what the data are, and what they cannot tell."""

from typing import Final

from core.text import general
from core.text.meetings import MeetingTable, length

TITLE: Final = "Aan welke tafel zit u?"
QUESTION: Final = (
    "Trajectzicht laat zien hoe jeugdhulp verloopt: van het eerste traject tot het laatste. Het "
    "rekent lokaal: er gaat niets het netwerk op."
)
CHOOSE_TABLE: Final = "Kies de tafel, dan ziet u de agenda"
WHO: Final = "Wie zitten er"
RHYTHM: Final = "Wanneer"
RESULT: Final = "Waar het op uitloopt"
OPEN_SAMPLE: Final = "Open de voorbeeldregio"
OPENING: Final = "De voorbeeldregio wordt geopend. Dit duurt even."
SAMPLE_HELP: Final = (
    "Verzonnen gegevens van 14 gemeenten en 40 aanbieders. U kunt er alles mee proberen."
)
READ_OWN: Final = "Open bewaarde gegevens, of lees eigen bestanden in"
DATA_TITLE: Final = "Met welke gegevens?"

LIMITS_TITLE: Final = "Wat deze cijfers niet laten zien"
LIMITS: Final = (
    "Taakgericht bekostigde hulp en pgb ontbreken in declaraties.",
    "Een declaratie zegt dat er hulp was, niet of die hielp.",
    "De laatste maanden zijn nog niet volledig: declaraties komen later binnen.",
    "Hulp van vóór het eerste bestand is onzichtbaar: een eerste traject is het eerste in de data.",
)
PRIVACY_TITLE: Final = "Gepseudonimiseerd is niet anoniem"
PRIVACY: Final = (
    "Een overeenkomst tussen gemeente en aanbieder over wie wat mag zien en waarvoor.",
    "Eén partij die de sleutel van de pseudoniemen bewaart, en niemand anders.",
    "Een grondslag in de wet voor dit gebruik van de gegevens.",
    "Een advies van de functionaris gegevensbescherming (FG) en een DPIA.",
    "Een bewaartermijn. De app wist gegevens vanzelf, standaard na zeven jaar.",
)
PRIVACY_FIRST: Final = "Regel dit voordat u echte gegevens inleest:"
NOT_YET_SAFE: Final = (
    "Deze versie kent nog geen accounts: wie bij deze server kan, kan bij de gegevens. Deel het "
    "scherm, geef geen toegang."
)

BASICS_TITLE: Final = "Hoeveel hulp is er, en van wie?"
COUNT_NAMES: Final = {"clients": "Jeugdigen", "trajectories": "Trajecten"}
YEAR: Final = "Jaar"
MEASURE: Final = "Wat"
NUMBER: Final = "Aantal"
COUNT_AXIS: Final = "Aantal in het jaar"
BASIS: Final = (
    "trajecten met ten minste één dag hulp in het jaar, ook vervoer en andere hulp die in reeksen "
    "niet meetelt"
)
HEADINGS: Final = {
    "year": YEAR,
    "clients": "Jeugdigen",
    "trajectories": "Trajecten",
    "providers": "Aanbieders",
    "ggz": "Ggz",
    "unknown_sector": "Sector onbekend",
    "top_5": "Grootste 5 aanbieders",
    "top_10": "Grootste 10 aanbieders",
}
SHARE_NOTE: Final = (
    "Percentages gaan over de trajecten van dat jaar. Ggz volgt uit de productcode; onbekend is "
    "hulp waarvan de code geen sector noemt. Aanbieders zijn organisaties; dat aantal is precies."
)

YOUTH_AXIS: Final = "Deel van de jeugd van 0 tot en met 17 jaar met hulp in het jaar"
YOUTH_SHARE: Final = "Deel van de jeugd"
YOUTH: Final = "Jeugd 0-17"
PLACE: Final = "Gemeente"
WITH_HELP: Final = "Jeugdigen met hulp"
REGION: Final = "Alle samen"


def about(table: MeetingTable) -> str:
    """Say who sits at a table, when, and how long."""
    return f"**{WHO}:** {table.people}.  \n**{RHYTHM}:** {table.rhythm}."


def minutes(number: int) -> str:
    """Write how long a moment takes."""
    return f"**{number} min**"


def result(table: MeetingTable) -> str:
    """Say what a meeting ends with."""
    return f"**{RESULT}:** {table.result}. Samen {length(table)} minuten."


def bullets(sentences: tuple[str, ...]) -> str:
    """Write sentences as a list."""
    return "\n".join(f"- {sentence}" for sentence in sentences)


def open_now(title: str) -> str:
    """Say which data are open; empty is none."""
    return f"Nu geopend: {title}." if title else general.NO_DATA_YET
