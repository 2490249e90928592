"""Dutch of the templates: what each column of a file says, and how to fill it."""

from collections.abc import Mapping
from typing import Final

LINES: Final = "Declaraties"
CARE: Final = "Jeugdhulp"
EXPLAINED: Final = "Uitleg"
COLUMNS: Final = ("Kolom", "Wat staat erin", "Nodig", "Voorbeeld")
MAY: Final = "mag"
MUST: Final = "verplicht"

TITLES: Final[Mapping[str, str]] = {
    "municipality": "Sjabloon voor een gemeente",
    "provider": "Sjabloon voor een aanbieder",
    "cbs": "Sjabloon voor beleidsinformatie jeugd (CBS)",
}
"""What to call the template of each side on screen."""

NAMES: Final[Mapping[str, str]] = {
    "municipality": "sjabloon-gemeente",
    "provider": "sjabloon-aanbieder",
    "cbs": "sjabloon-beleidsinformatie",
}
"""The name of the file of each template, without what kind of file it is."""

HOW: Final = (
    "Vul per declaratieregel één rij in. Haal de voorbeeldrij weg: die is verzonnen.",
    "Laat de kolomnamen staan. Een kolom die niet verplicht is, mag u leeg laten of weghalen.",
    "Zet nooit een BSN, naam, adres of geboortedatum in dit bestand, ook niet in een andere kolom.",
    "Gebruik voor elke jeugdige hetzelfde pseudoniem, gemaakt met de sleutel van het project.",
    "Datums als 31-12-2024, bedragen als 1234,56 in euro's.",
)
"""What to know before filling a template, a sentence each."""

HOW_CBS: Final = (
    "Vul per jeugdhulptraject één rij in, met de codes van het informatieprotocol.",
    *HOW[1:4],
    "Datums als 20241231; 20241200 als de dag onbekend is, 20240000 als ook de maand dat is.",
)
"""The same for a file of beleidsinformatie jeugd."""

MEANINGS: Final[Mapping[str, str]] = {
    "client_id": "Het pseudoniem van de jeugdige. Nooit een BSN.",
    "municipality": "De gemeente die betaalt: de code van vier cijfers, of de naam.",
    "provider": "De aanbieder: de AGB-code van acht cijfers, of de naam.",
    "care_form": "De hulpvorm in woorden. Laat leeg als de productcode genoeg zegt.",
    "product": "De productcode, landelijk of van de gemeente.",
    "start": "De eerste dag van de periode van deze regel.",
    "end": "De laatste dag van de periode. Laat leeg als de hulp nog loopt.",
    "amount": "Het bedrag van deze regel in euro's.",
    "debit_credit": "D voor een gewone regel, C voor een regel die een bedrag terugneemt.",
    "allocation": "Het nummer van de toewijzing of beschikking.",
    "referrer": "Wie verwees: het woord, of de code 01 tot en met 08.",
    "end_reason": "Waarom de hulp stopte. Alleen op de laatste regel.",
    "crisis": "Of het crisishulp is: ja of nee.",
    "reference": "Het nummer van deze regel, uniek bij wie het bestand levert.",
    "previous_reference": "Bij een C-regel: het nummer van de regel die wordt teruggenomen.",
    "declared_on": "De dag waarop de regel is ingediend.",
    "volume": "Hoeveel hulp er is geleverd, geteld in de eenheid.",
    "unit": "De eenheid: 01 minuut, 04 uur, 14 etmaal, 16 dagdeel, 82 of 84 stuks, 83 euro's.",
    "rate": "De prijs van één eenheid, in euro's.",
    "district": "De wijk waar de jeugdige woont: code of naam. Geen postcode.",
    "birth_year": "Het geboortejaar. Nooit een geboortedatum.",
    "sex": "V, M of O.",
    "decision": "Wat de gemeente besloot. Een regel met Afgewezen telt niet mee.",
    "scheme": (
        "De wet die de regel betaalt: Jeugdwet, Wmo, Participatiewet, Wlz, Zvw of schuldhulp. Leeg "
        "is Jeugdwet. Andere wetten tellen alleen mee bij Stapeling, Meer regelingen."
    ),
}
"""What each column of declaration lines says."""

MEANINGS_CBS: Final[Mapping[str, str]] = {
    **MEANINGS,
    "care_form": (
        "De code van de hulpvorm: 01 wijkteam, 02 ambulant, 03 daghulp, 04 in het netwerk, "
        "11 pleegzorg, 12 gezinsgericht, 13 gesloten, 14 overig verblijf."
    ),
    "start": "De dag waarop de jeugdhulp begon.",
    "end": "De dag waarop de jeugdhulp eindigde. Laat leeg als de hulp nog loopt.",
    "end_reason": (
        "Waarom de hulp stopte: 01 volgens plan, 02 voortijdig in overeenstemming, 03 eenzijdig "
        "door de cliënt, 04 eenzijdig door de aanbieder, 05 door externe omstandigheden."
    ),
    "crisis": "Of de hulp met een crisis begon: 01 ja, 02 nee.",
    "declared_on": "De dag waarop dit bestand is gemaakt. De nieuwste stand van een traject telt.",
}
"""The same for a file of beleidsinformatie jeugd."""
