"""Code lists of iJw whose labels people read: why care stopped (JZ588) and who referred (COD327).

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


def end_reason_label(code: str) -> str:
    """Write a reason for ending as code and label, such as ``31 volgens plan``."""
    return f"{code} {END_REASONS[code]}" if code in END_REASONS else code


def referrer_label(code: str) -> str:
    """Write a kind of referrer as its label; an empty code was not delivered."""
    return REFERRERS.get(code, code) if code else MISSING
