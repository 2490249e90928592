"""The national product codes of youth care (JZ21), by rule: what care a code stands for.

A code is two digits of category, a letter and two digits, such as 45A05. Series A is the national
list, series B the codes of a few regions that were added to it. Which numbers are what was read
from the list of iStandaarden (450 codes), and follows from the wording of their descriptions:
pleegzorg, gezinshuis, logeren, "regulier" against "specialistisch", licht to extra zwaar.

A municipality may have codes of its own; those are unknown here and are listed for the user. The
list holds no code for dyslexia, which is known by its label only (``core.care_forms``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from core.care_forms import plain

GGZ: Final = "ggz"
LVB: Final = "lvb"
J_AND_O: Final = "j&o"
NO_SECTOR: Final = ""


@dataclass(frozen=True, slots=True)
class Product:
    """What a code stands for.

    ``label`` is a care form of ``core.care_forms``. ``hulpvorm`` is the code of Statistics
    Netherlands (01-04 without and 11-14 with residence); empty where the list has none, and for
    the measures of categories 47, 48 and 49, whose numbers come from another list in which 11 is
    no foster care. ``sector`` is ggz for categories 51, 52 and 54 and for stays described as ggz;
    lvb for a description with LVG or VG (or "geestelijk gehandicapten"); empty for transport and
    measures; j&o for all other youth help.
    """

    label: str
    hulpvorm: str = ""
    sector: str = J_AND_O


TEAM = Product("Wijkteam", "01")
REGULAR = Product("Ambulant regulier", "02")
SPECIALIST = Product("Ambulant specialistisch", "02")
NETWORK = Product("Hulp in het netwerk", "04")
PERSONAL = Product("Persoonlijke verzorging", "04")
DAY = Product("Dagbehandeling", "03")
FOSTER = Product("Pleegzorg", "11")
FAMILY_HOME = Product("Gezinshuis", "12")
RESPITE = Product("Logeren", "12")
CLOSED = Product("JeugdzorgPlus", "13")
STAY = Product("Residentieel verblijf", "14")
STAY_LVB = replace(STAY, sector=LVB)
STAY_GGZ = replace(STAY, sector=GGZ)
STAY_UNKNOWN = Product("Verblijf, vorm onbekend")
DIAGNOSTICS = Product("Diagnostiek", "02")
SURCHARGE = Product("Toeslag")
CRISIS = Product("Crisis")
TRANSPORT = Product("Vervoer", sector=NO_SECTOR)
PROBATION = Product("Jeugdreclassering", sector=NO_SECTOR)
PROTECTION = Product("Jeugdbescherming", sector=NO_SECTOR)
PREVENTIVE = Product("Preventief justitieel kader", sector=NO_SECTOR)
CUSTOM = Product("Maatwerkarrangement")
BASIC_GGZ = Product("Basis-ggz", "02", GGZ)
SPECIALIST_GGZ = Product("Specialistische ggz", "02", GGZ)
PAEDIATRICS = Product("Kindergeneeskunde", "02")
NATIONAL = Product("Landelijk ingekochte zorg")


def _in_form(product: Product, hulpvorm: str) -> Product:
    return replace(product, hulpvorm=hulpvorm)


RANGES: Final[tuple[tuple[str, str, Product], ...]] = (
    ("40A", "0", _in_form(PERSONAL, "")),
    ("40A", "1-15", PERSONAL),
    ("40A", "12 14", _in_form(PERSONAL, "02")),  # at a distance
    ("41A", "0", _in_form(DAY, "")),
    ("41A", "1-24", DAY),
    ("41B", "0-6", DAY),
    ("41B", "1-2", _in_form(DIAGNOSTICS, "03")),
    ("42A", "0-10", TRANSPORT),
    ("43A", "0", STAY_UNKNOWN),
    ("43A", "1 7 15-19 35-39", STAY),
    ("43A", "2 8 20-22 40-42", _in_form(RESPITE, "14")),  # part-time stay
    ("43A", "3 9 23-28 60-63", FOSTER),
    ("43A", "60", replace(FOSTER, sector=LVB)),
    ("43A", "4 10 29-31", FAMILY_HOME),
    ("43A", "5 11 32-34 66", RESPITE),
    ("43A", "6 12 64", CLOSED),
    ("43A", "13 43-47 51-57", STAY_LVB),
    ("43A", "14 48-50", _in_form(DIAGNOSTICS, "14")),  # observation
    ("43A", "58-59 65", SURCHARGE),  # NHC, NIC, and a day of absence beside the stay
    ("43B", "0 8-9", FOSTER),
    ("43B", "1 10-11", FAMILY_HOME),
    ("43B", "2 12-15", CLOSED),
    ("43B", "3 16-19", STAY),
    ("43B", "4-7", _in_form(DIAGNOSTICS, "14")),
    ("44A", "0", STAY_UNKNOWN),
    ("44A", "1 6 10-14 27-31 41 44", STAY),
    ("44A", "2 15-17 32-34", _in_form(RESPITE, "14")),
    ("44A", "3 7 18-20", FOSTER),
    ("44A", "4 8 21-23", FAMILY_HOME),
    ("44A", "5 9 24-26 45", RESPITE),
    ("44A", "35-40 43", STAY_LVB),
    ("44A", "42 59-70", STAY_GGZ),
    ("44A", "46", SURCHARGE),
    ("44A", "47-58", Product("VPT", "14", GGZ)),
    ("44B", "0 2-3 6-7 9-10", FOSTER),
    ("44B", "1 4-5", FAMILY_HOME),
    ("44B", "8", _in_form(SURCHARGE, "11")),  # special costs of a foster home
    ("44B", "15-18", _in_form(SURCHARGE, "13")),  # pocket and clothing money
    ("45A", "0", _in_form(REGULAR, "")),
    ("45A", "1 4 7-12 21-29 48-51 63 70-74", REGULAR),
    ("45A", "13 30-32 52", _in_form(REGULAR, "04")),  # where the client is
    ("45A", "2 5 14-19 33-41 53-56", SPECIALIST),
    ("45A", "20 42-44 57", _in_form(SPECIALIST, "04")),
    ("45A", "64-69", SPECIALIST),  # treatment, as against guidance
    ("45A", "3 6 45-47", DIAGNOSTICS),
    ("45A", "58-62", SURCHARGE),
    ("45A", "75", Product("Coördinatie")),
    ("45B", "1-3", _in_form(DIAGNOSTICS, "01")),
    ("45B", "4-6", DIAGNOSTICS),
    ("45B", "7-9", _in_form(DIAGNOSTICS, "04")),
    ("45B", "10-12 19-21", TEAM),
    ("45B", "0 13-15", REGULAR),
    ("45B", "22-24", SPECIALIST),
    ("45B", "16-18 25-27", NETWORK),
    ("46A", "0", CRISIS),
    ("46A", "1", _in_form(CRISIS, "02")),
    ("46A", "2", _in_form(CRISIS, "12")),
    ("46A", "3-4", _in_form(CRISIS, "14")),
    ("46A", "5", _in_form(CRISIS, "11")),
    ("46B", "0 3-4", _in_form(CRISIS, "14")),
    ("46B", "1", _in_form(CRISIS, "02")),
    ("46B", "2", _in_form(CRISIS, "12")),
    ("46B", "5", _in_form(CRISIS, "11")),
    ("47A", "0-10", PROBATION),
    ("47B", "0-6 10-16", PROBATION),
    ("48A", "0-6", PROTECTION),
    ("48B", "0-2 10-14", PROTECTION),
    ("49A", "0-6", PREVENTIVE),
    ("49B", "0-7", PREVENTIVE),
    ("50A", "0-32", CUSTOM),
    ("51A", "0-5", BASIC_GGZ),
    ("52A", "0", SPECIALIST_GGZ),
    ("53A", "0", _in_form(PAEDIATRICS, "")),
    ("53A", "1-6", PAEDIATRICS),
)
"""Series, numbers and what they are. A later row overrules an earlier one."""

CATEGORIES: Final[Mapping[str, tuple[str, Product]]] = {
    "31": ("Jeugdhulp zonder verblijf, wijk- of buurtteam", TEAM),  # 31-38 were in use in 2015
    "32": ("Jeugdhulp ambulant op locatie van de aanbieder", REGULAR),
    "33": ("Daghulp op locatie van de aanbieder", DAY),
    "34": ("Jeugdhulp in het netwerk van de jeugdige", NETWORK),
    "35": ("Pleegzorg", FOSTER),
    "36": ("Gezinsgericht", FAMILY_HOME),
    "37": ("Gesloten plaatsing", CLOSED),
    "38": ("Overig residentieel", STAY),
    "40": ("Persoonlijke verzorging", PERSONAL),
    "41": ("Dagbehandeling", DAY),
    "42": ("Vervoerdiensten", TRANSPORT),
    "43": ("Jeugdhulp verblijf (incl. behandeling)", STAY_UNKNOWN),
    "44": ("Jeugdhulp verblijf (excl. behandeling)", STAY_UNKNOWN),
    "45": ("Jeugdhulp ambulant", REGULAR),
    "46": ("Jeugdhulp crisis", CRISIS),
    "47": ("Jeugdreclassering", PROBATION),
    "48": ("Jeugdbescherming", PROTECTION),
    "49": ("Activiteiten in het preventief justitieel kader", PREVENTIVE),
    "50": ("Maatwerkarrangementen jeugd", CUSTOM),
    "51": ("Generalistische basis-ggz", BASIC_GGZ),
    "52": ("Specialistische ggz", SPECIALIST_GGZ),
    "53": ("Kindergeneeskunde", PAEDIATRICS),
    "54": ("Jeugd-ggz", SPECIALIST_GGZ),
    "55": ("Landelijk ingekochte zorg", NATIONAL),
}
"""The categories (JZ020) with their descriptions, for lines that name no code."""

UNLISTED: Final = ("54", "55")
"""Categories without a code in the list: any code in them is what its category is."""

WRITTEN_CODE: Final = re.compile(r"(\d\d(?:[A-Z]\d\d)?)(?:\s+[-\u2013]\s+.*|\s*[:|]\s*.*)?")
"""A code or a category, alone or followed by its description, as in ``45A05 - Ambulant``."""


def _numbers(text: str) -> list[int]:
    parts = [part.partition("-") for part in text.split()]
    return [n for low, _, high in parts for n in range(int(low), int(high or low) + 1)]


def _by_code() -> dict[str, Product]:
    return {f"{series}{n:02}": product for series, text, product in RANGES for n in _numbers(text)}


BY_CODE: Final[Mapping[str, Product]] = _by_code()
BY_DESCRIPTION: Final[Mapping[str, Product]] = {
    plain(description): product for description, product in CATEGORIES.values()
}


def product_of(code: str) -> Product | None:
    """Find what a code or a bare category stands for, or None; capitals do not matter.

    A description after the code is allowed; a description alone is a label, not a code. A number
    that the list does not know is None, also within a known category: it is somebody's own code.
    """
    written = WRITTEN_CODE.fullmatch(code.strip().upper())
    if written is None:
        return None
    known = written.group(1)
    if len(known) == 2 or known[:2] in UNLISTED:
        return CATEGORIES[known[:2]][1] if known[:2] in CATEGORIES else None
    return BY_CODE.get(known)


def product_described(label: str) -> Product | None:
    """Find the category whose description this label is, or None: for its sector and hulpvorm.

    The label itself stays what a line says; it is never replaced by that of the category.
    """
    return BY_DESCRIPTION.get(plain(label))
