"""Care forms the app knows by itself: their place on the ladder and whether they count.

The ladder is an agreement of the people at the table about light and heavy, never about better and
worse. No national order exists; this default follows the product list JZ21 (regulier against
specialistisch, verblijf above ambulant) and is replaced as a whole by ``[ladder]`` in the rules.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.tables import UNRANKED


@dataclass(frozen=True, slots=True)
class CareForm:
    """A care form: label, rung of the ladder, group if it does not count, and other names."""

    label: str
    level: int = UNRANKED
    uncounted: str = ""
    synonyms: tuple[str, ...] = ()


CARE_FORMS: Final = (
    CareForm("Wijkteam", 1, "", ("lokaal team", "wijk- of buurtteam", "jeugdteam", "01")),
    CareForm(
        "Ambulant regulier",
        2,
        "",
        ("ambulant", "ambulante jeugdhulp", "jeugdhulp ambulant regulier", "02"),
    ),
    CareForm("Hulp in het netwerk", 2, "", ("in netwerk", "netwerk van de jeugdige", "04")),
    CareForm("Persoonlijke verzorging", 2),
    CareForm(
        "Basis-ggz", 2, "", ("generalistische basis-ggz", "jeugd-ggz basis", "basis jeugd-ggz")
    ),
    CareForm("Ambulant specialistisch", 3, "", ("jeugdhulp ambulant specialistisch",)),
    CareForm(
        "Specialistische ggz",
        3,
        "",
        ("jeugd-ggz specialistisch", "specialistische jeugd-ggz", "sggz", "jeugd-ggz"),
    ),
    CareForm("Dagbehandeling", 4, "", ("daghulp", "dagbesteding", "daghulp op locatie", "03")),
    CareForm("Gezinshuis", 6, "", ("gezinsgericht", "gezinsgericht verblijf", "12")),
    CareForm(
        "Residentieel verblijf",
        7,
        "",
        ("residentieel", "verblijf", "jeugdhulp verblijf", "overig verblijf", "14"),
    ),
    CareForm(
        "JeugdzorgPlus",
        8,
        "",
        ("gesloten", "gesloten plaatsing", "gesloten jeugdhulp", "jeugdhulpplus", "13"),
    ),
    CareForm("Pleegzorg", synonyms=("11",)),
    CareForm("Voltijd pleegzorg"),
    CareForm("Verblijf, vorm onbekend"),
    CareForm("VPT", synonyms=("volledig pakket thuis",)),
    CareForm("Maatwerkarrangement", synonyms=("maatwerk",)),
    CareForm("Kindergeneeskunde"),
    CareForm("Landelijk ingekochte zorg"),
    CareForm("Vervoer", UNRANKED, "transport", ("vervoerdiensten", "vervoersdiensten")),
    CareForm(
        "Jeugdbescherming",
        UNRANKED,
        "measures",
        ("jb", "ondertoezichtstelling", "ots", "voogdij", "maatregel"),
    ),
    CareForm("Jeugdreclassering", UNRANKED, "measures", ("jr",)),
    CareForm("Preventief justitieel kader", UNRANKED, "measures", ("preventief justitieel",)),
    CareForm("Toeslag", UNRANKED, "surcharges", ("toeslagen", "nhc", "nic")),
    CareForm("Coördinatie", UNRANKED, "coordination", ("casusregie", "ambulant coördinatie")),
    CareForm("Diagnostiek", UNRANKED, "diagnostics", ("observatie",)),
    CareForm("Dyslexie", UNRANKED, "dyslexia", ("ernstige dyslexie", "ed", "dyslexiezorg")),
    CareForm("Logeren", UNRANKED, "respite", ("logeeropvang", "respijtzorg", "deeltijdverblijf")),
    CareForm(
        "Crisis", UNRANKED, "crisis", ("spoed", "spoedzorg", "crisishulp", "jeugdhulp crisis")
    ),
)

UNCOUNTED_GROUPS: Final = (
    "transport",
    "measures",
    "surcharges",
    "coordination",
    "diagnostics",
    "dyslexia",
    "respite",
    "crisis",
)
"""Kinds of care that open no chain by default; each is a switch on the page of the rules."""


def plain(label: str) -> str:
    """Reduce a label to its letters and digits, without accents: how default labels compare."""
    spelled = unicodedata.normalize("NFKD", label.casefold())
    return "".join(character for character in spelled if character.isalnum())


def _by_plain_label() -> dict[str, CareForm]:
    return {plain(name): form for form in CARE_FORMS for name in (form.label, *form.synonyms)}


BY_PLAIN_LABEL: Final[Mapping[str, CareForm]] = _by_plain_label()


def known_form(label: str) -> CareForm | None:
    """Find the care form that a label names, or None; case and punctuation do not matter."""
    return BY_PLAIN_LABEL.get(plain(label))
