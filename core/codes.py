"""Code lists whose labels people read: of iJw, and of what goes to Statistics Netherlands.

Of iJw: why care stopped (JZ588), who referred (COD327) and in which unit care is counted (WJ756).
Of beleidsinformatie jeugd: the care forms, and why care stopped, which has numbers of its own.

The labels are data, as those of the care forms are. A code that is not in its list is shown as it
was delivered. The list of the Wmo uses the same codes for other reasons and is not this one.
"""

from collections.abc import Mapping
from typing import Final

from core.tables import MISSING

TEMPORARY_STOP: Final = "20"

END_REASONS: Final[Mapping[str, str]] = {
    "02": "overlijden",
    TEMPORARY_STOP: "tijdelijk beëindigd",
    "31": "volgens plan",
    "32": "voortijdig door cliënt",
    "33": "voortijdig door aanbieder",
    "34": "voortijdig in overleg",
    "35": "voortijdig door externe oorzaak",
    "36": "op initiatief van de gemeente",
    "37": "door een wijzigingsverzoek",
    "38": "overstap naar andere aanbieder",
    "39": "uitstroom naar ander domein",
}
"""Why care stopped."""

REFERRERS: Final[Mapping[str, str]] = {
    "01": "gemeente",
    "02": "huisarts",
    "03": "jeugdarts",
    "04": "gecertificeerde instelling",
    "05": "medisch specialist",
    "06": "geen verwijzer",
    "07": "onbekend",
    "08": "rechter, officier van justitie of JJI",
}
"""Who referred. Code 07 went out of use after release 2.0."""

UNITS: Final[Mapping[str, str]] = {
    "01": "minuut",
    "04": "uur",
    "14": "etmaal",
    "16": "dagdeel",
    "82": "stuks (output)",
    "83": "euro's",
    "84": "stuks (inspanning)",
}
"""In which unit care is counted. Before release 3.0 code 82 was any piece of care."""

CBS_CARE_FORMS: Final = ("01", "02", "03", "04", "11", "12", "13", "14")
"""The care forms of beleidsinformatie jeugd; ``core.care_forms`` knows what each stands for."""

CBS_END_REASONS: Final[Mapping[str, str]] = {
    "01": "31",
    "02": "34",
    "03": "32",
    "04": "33",
    "05": "35",
}
"""Why care stopped by beleidsinformatie jeugd, and the reason of iJw that says the same.

Code 02 is an early end by agreement there, and death in the list of iJw.
"""


def end_reason_label(code: str) -> str:
    """Write a reason for ending as code and label, such as ``31 volgens plan``."""
    return f"{code} {END_REASONS[code]}" if code in END_REASONS else code


def referrer_label(code: str) -> str:
    """Write a kind of referrer as its label; an empty code was not delivered."""
    return REFERRERS.get(code, code) if code else MISSING
