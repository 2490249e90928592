"""Dutch of the seven tables: who sits there, what is on the agenda and what it ends with.

An agenda leads past the pages; a moment without a page is a conversation without a screen.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of an agenda: minutes, what people do, and the page (a key of ``shell.TITLES``)."""

    minutes: int
    topic: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class MeetingTable:
    """A kind of meeting."""

    name: str
    people: str
    rhythm: str
    agenda: tuple[Moment, ...]
    result: str


TABLES: Final = (
    MeetingTable(
        "Kwartaaltafel van gemeenten en aanbieders",
        "beleidsmedewerkers en contractmanagers, inhoud en financiën van de grootste aanbieders, "
        "de bestuurlijk trekker",
        "elk kwartaal, 90 minuten",
        (
            Moment(10, "Wat spraken we de vorige keer af, en wat werd het?"),
            Moment(5, "Zijn we het over de cijfers eens?", "quality"),
            Moment(10, "Hebben we het goede beeld van onze gemeente?", "municipality"),
            Moment(5, "Dekt wie hier zit het grootste deel van de hulp?", "providers"),
            Moment(15, "Hoe loopt hulp van de eerste tot de laatste stap?", "chains"),
            Moment(15, "Beginnen we te licht, te vaak opnieuw, of precies goed?", "steps"),
            Moment(10, "Was er een gesprek vóór het derde traject?", "triggers"),
            Moment(20, "Wat spreken we af, wie trekt het? Elke partij sluit af met één zin"),
        ),
        "ten hoogste drie afspraken, elk met een naam en een cijfer om te volgen",
    ),
    MeetingTable(
        "Duidingstafel",
        "onderzoekers, gedragswetenschappers, het wijkteam, jeugdigen en ouders",
        "na elk kwartaal, 60 minuten",
        (
            Moment(10, "Welke aanname kijken we vandaag na?"),
            Moment(20, "Wat zien we in de reeksen?", "chains"),
            Moment(20, "Herkennen jeugdigen, ouders en professionals dit?"),
            Moment(10, "Steunen de cijfers de aanname? Wat doen we ermee?"),
        ),
        "een oordeel over één aanname, en een actie of een punt erachter",
    ),
    MeetingTable(
        "Verwijzerstafel",
        "huisartsen en praktijkondersteuners, jeugdartsen, het wijkteam, de gecertificeerde "
        "instelling",
        "twee keer per jaar, 75 minuten",
        (
            Moment(5, "Wat tellen we wel en niet?", "rules"),
            Moment(25, "Wie verwijst waarheen, en wat volgt daarop?", "referrers"),
            Moment(20, "Welke routes volgen na de eerste hulp?", "chains"),
            Moment(25, "Wat spreken we af over verwijzen?"),
        ),
        "een afspraak over verwijzen",
    ),
    MeetingTable(
        "Onderwijstafel",
        "samenwerkingsverbanden, scholen, gemeenten, aanbieders",
        "twee keer per jaar, 60 minuten",
        (
            Moment(15, "Is er zoveel hulp als we mogen verwachten?", "expected"),
            Moment(20, "Wat gebeurt er na een verwijzing?", "referrers"),
            Moment(25, "Wat kunnen we op school samen doen?"),
        ),
        "een arrangement van onderwijs en zorg, of samen inkopen",
    ),
    MeetingTable(
        "Inkooptafel",
        "inkopers, contractmanagers, financiën",
        "elk jaar een ronde, 90 minuten",
        (
            Moment(15, "Zijn wij anders dan gemeenten die op ons lijken?", "comparison"),
            Moment(15, "Bij welke aanbieders is de hulp?", "providers"),
            Moment(15, "Lokken onze blokken van licht naar zwaar stappen uit?", "steps"),
            Moment(15, "Wat kosten hele reeksen?", "steps"),
            Moment(30, "Wat veranderen we in de inkoop of in de ladder?"),
        ),
        "een inkoopafspraak, of een wijziging van de ladder",
    ),
    MeetingTable(
        "Gemeenteraad of raad van toezicht",
        "de raadscommissie of de toezichthouders van een aanbieder",
        "elk half jaar, 45 minuten",
        (
            Moment(10, "Wat tellen we, en wat zien we niet?", "start"),
            Moment(20, "Wat verandert er?", "steps"),
            Moment(15, "Welke keuze of vraag geeft u de tafel mee?"),
        ),
        "een keuze, of een vraag terug aan de tafel",
    ),
    MeetingTable(
        "Regisseurstafel regie op drie",
        "regisseurs binnen één organisatie",
        "elke maand, 60 minuten",
        (
            Moment(20, "Bij welke reeksen komt een derde traject in zicht?", "triggers"),
            Moment(30, "Welk gesprek plannen we, en wie voert het?"),
            Moment(10, "Welke aantallen nemen we mee naar de kwartaaltafel?"),
        ),
        "geplande gesprekken; alleen aantallen gaan naar de kwartaaltafel",
    ),
)


def names() -> list[str]:
    """List the tables in the order in which they are offered."""
    return [table.name for table in TABLES]


def table_named(name: str) -> MeetingTable:
    """Find a table by its name. An unknown name raises ``KeyError``."""
    return {table.name: table for table in TABLES}[name]


def length(table: MeetingTable) -> int:
    """Add up the minutes of an agenda."""
    return sum(moment.minutes for moment in table.agenda)
