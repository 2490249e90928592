"""The forty providers of the artificial region: invented names, codes shaped like an AGB code."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider: how large it is beside the others, and which kinds of help it gives."""

    code: str
    name: str
    size: float
    gives: tuple[str, ...]


GGZ: Final = ("Basis-ggz", "Specialistische ggz", "Diagnostiek")
BASIC_GGZ: Final = ("Basis-ggz",)
SPECIAL_GGZ: Final = ("Specialistische ggz", "Diagnostiek")
YOUTH: Final = (
    "Ambulant regulier",
    "Hulp in het netwerk",
    "Ambulant specialistisch",
    "Dagbehandeling",
    "Residentieel verblijf",
    "Gezinshuis",
    "Pleegzorg",
    "Crisis",
    "Toeslag",
)
AMBULANT: Final = ("Ambulant regulier", "Hulp in het netwerk", "Ambulant specialistisch")
SUPPORT: Final = ("Ambulant regulier", "Persoonlijke verzorging", "Dagbehandeling", "Logeren")
STAY: Final = ("Residentieel verblijf", "JeugdzorgPlus", "Crisis", "Toeslag")
MEASURES: Final = ("Jeugdbescherming", "Jeugdreclassering", "Coördinatie")

PROVIDERS: Final = (
    Provider("98010017", "Jeugd-ggz Klaverspin", 3.2, GGZ),
    Provider("98010029", "Stichting Vlasgans", 3.1, YOUTH),
    Provider("98010030", "Kinderpsychiatrie Morgenpad", 2.7, SPECIAL_GGZ),
    Provider("98010042", "Lokaal Team Alderstreek", 2.8, ("Wijkteam", "Hulp in het netwerk")),
    Provider("98010054", "Groep Zeemus", 2.4, YOUTH),
    Provider("98010066", "Praktijkhuis Blauwvinger", 2.4, GGZ),
    Provider("98010078", "Gezinshulp Kiezelbrug", 2.4, AMBULANT),
    Provider("98010081", "Psychologen aan de Ganzerik", 2.3, BASIC_GGZ),
    Provider("98010093", "Stichting Roodhaas", 2.2, SUPPORT),
    Provider("98010105", "Centrum Dubbelwilg", 2.2, GGZ),
    Provider("98010118", "Jeugdteam Rietstreek", 1.8, ("Wijkteam", "Hulp in het netwerk")),
    Provider("98010121", "Ambulant Kwartelveld", 1.7, AMBULANT),
    Provider("98010133", "Praktijk Sterrenmos", 1.6, BASIC_GGZ),
    Provider("98010145", "De Tweede Kievit", 1.6, AMBULANT),
    Provider("98010157", "Zorgerf Lange Linde", 1.6, SUPPORT),
    Provider("98010169", "Praktijk Hazelnoot en Zoon", 1.6, GGZ),
    Provider("98010170", "Leeskamer Letterkever", 1.6, ("Dyslexie",)),
    Provider("98010182", "Praktijk Zilverreiger Noord", 1.5, SPECIAL_GGZ),
    Provider("98010194", "Gezinspunt Appelvink", 1.5, AMBULANT),
    Provider("98010206", "Woongroep Steenuil", 1.5, STAY),
    Provider("98010221", "Taalhuis Woordmus", 1.4, ("Dyslexie",)),
    Provider("98010222", "Therapie in de Kas", 1.4, BASIC_GGZ),
    Provider("98010234", "Samen Sterk Bosrand", 1.4, AMBULANT),
    Provider("98010246", "Praktijk Halve Maan Oost", 1.4, GGZ),
    Provider("98010258", "Opvoedhulp Tapuit", 1.3, AMBULANT),
    Provider("98010260", "Verblijf Kraaienheide", 1.3, STAY),
    Provider("98010271", "Pleegzorg Nestkast", 1.3, ("Pleegzorg", "Gezinshuis")),
    Provider("98010283", "Gezinshuizen Merelhof", 1.1, ("Gezinshuis", "Pleegzorg")),
    Provider("98010295", "Dagcentrum Waterlelie Zuid", 1.2, ("Dagbehandeling", "Logeren")),
    Provider("98010308", "Zorgboerderij Bonte Os", 1.2, SUPPORT),
    Provider("98010312", "Praktijk Vuursteen", 1.2, SPECIAL_GGZ),
    Provider("98010324", "Bescherming Regio Grensland", 1.2, MEASURES),
    Provider("98010336", "Jeugdwacht Tweestromen", 0.9, MEASURES),
    Provider("98010348", "Taxi Kleine Karavaan", 1.0, ("Vervoer",)),
    Provider("98010363", "Vervoer Rode Wagen", 0.8, ("Vervoer",)),
    Provider("98010361", "Kindzorg Wollegras", 1.0, ("Persoonlijke verzorging", "Logeren")),
    Provider("98010373", "Praktijk Derde Verdieping", 1.0, BASIC_GGZ),
    Provider("98010385", "Ambulant Oeverloper", 0.9, AMBULANT),
    Provider("00980396", "Praktijk Kleine Eik", 0.9, BASIC_GGZ),
    Provider("00980409", "Coaching Zonnedauw", 0.8, ("Ambulant regulier",)),
)

CODES: Final = tuple(provider.code for provider in PROVIDERS)

REORGANISED: Final = ("98010145", "98010194")
"""The first provider hands all its care to the second on one day."""

REORGANISED_MONTH: Final = "2022-07"
