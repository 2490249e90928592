"""The words and the files of the small country that the tests publish."""

import json
from typing import Final

PLACES: Final = ("GM9801", "GM9802", "GM1980")
FORMER: Final = ("GM0398", "GM0416")
DISTRICTS: Final = ("WK980100", "WK980200")
FORMS: Final = {
    "A045561": "JZ Totaal jeugdzorg",
    "A1": "JZ Totaal jeugdzorg in natura",
    "A045560": "JH 1 Totaal jeugdhulp",
    "A2": "JH 11 Jeugdhulp PGB",
    "A3": "JH 12 Totaal jeugdhulp in natura",
    "A4": "JH 121 Totaal jeugdhulp zonder verblijf",
    "A5": "JH 1211 Uitgevoerd door wijkteam",
    "A6": "JH 1212 Niet uitgevoerd door wijkteam",
    "A7": "JH 12121 Ambulante JH op loc. aanbieder",
    "A8": "JH 12122 Daghulp op locatie aanbieder",
    "A9": "JH 12123 JH in het netwerk v.d. jongere",
    "B1": "JH 122 Totaal jeugdhulp met verblijf",
    "B2": "JH 1221 Pleegzorg",
    "B3": "JH 1222 Gezinsgericht",
    "B4": "JH 1223 Gesloten plaatsing",
    "B5": "JH 1224 Ander verblijf bij JH-aanbieder",
    "C1": "JB 1 Totaal jeugdbescherming",
    "C2": "JB 11 Totaal ondertoezichtstelling",
    "C3": "JB 111 Ondertoezichtstelling",
    "C4": "JB 12 Totaal voogdij",
    "D1": "JR 1 Totaal jeugdreclassering",
}
REFERRERS: Final = {
    "T1": "Totaal verwijzer",
    "R1": "Gemeentelijke toegang",
    "R2": "Huisarts",
    "R3": "Jeugdarts",
    "R4": "Gecertificeerde instelling",
    "R5": "Medisch specialist",
    "R6": "Rechter, Officier van Justitie, functionaris JJI",
    "R7": "Geen verwijzer",
    "R8": "Verwijzer onbekend",
}
TOTAL: Final = {"T001038": "Totaal"}


def shapes() -> bytes:
    """Publish outlines of municipalities."""
    square = [[[5.123456789, 52.0], [5.2, 52.0], [5.2, 52.1], [5.123456789, 52.0]]]
    features = [
        {
            "type": "Feature",
            "properties": {"statcode": code, "statnaam": code},
            "geometry": {"type": "Polygon", "coordinates": square},
        }
        for code in PLACES
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


SCHOOL_LIST: Final = (
    "VESTIGINGSCODE;VESTIGINGSNAAM;GEMEENTENUMMER;SWV NUMMER;NAAM SWV;AANTAL LEERLINGEN\r\n"
    "01AB00;De Eik;9801;PO3001;Samen Noord;210\r\n"
    "01AC00;De Beuk;9801;PO3001;Samen Noord;90\r\n"
    "01AD00;De Linde;9802;PO3001;Samen Noord;\r\n"
)


def files() -> dict[str, bytes]:
    """Publish a list of schools and the outlines."""
    return {"03-alle-vestigingen-bo.csv": SCHOOL_LIST.encode(), "v1_0": shapes()}
