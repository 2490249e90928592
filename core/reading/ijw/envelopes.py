"""What a message says about itself: which one it is, between whom, and the sum it declares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.errors import NotReadable
from core.tables import MISSING

MESSAGE_CODES: Final[Mapping[str, str]] = {
    "436": "301",
    "438": "305",
    "440": "307",
    "446": "315",
    "490": "323",
    "491": "325",
}
"""The number of a message by its code in the header (COD002), for when no namespace tells it."""

TO_PROVIDER: Final = ("301", "319", "325")
"""Messages that a municipality sends; the others are sent by a provider."""

DATED: Final = ("header/berichtidentificatie/dagtekening", "header/dagtekening")
"""Where a header says when the message was written."""

MESSAGE_NAME: Final = re.compile(r"\bjw(\d{3})\b")

Texts = dict[str, str]
"""Texts by the path of lower-case names below what they belong to, ``productperiode/begindatum``;
of an element that repeats the first that holds something is kept."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Which message it is, between which parties, and what it declares as a whole.

    ``declaration`` is the number of a declaration, ``declared_on`` its day as jjjj-mm-dd, ``total``
    and ``total_sign`` the sum it says to hold, in cents, and C or D. MISSING where it says nothing.
    """

    number: str
    municipality: str
    provider: str
    declaration: str
    declared_on: str
    total: str
    total_sign: str


def message_of(file: str, name: str, namespace: str) -> str:
    """Give the number of a message by its root element, MISSING when that does not tell it.

    Raises ``NotReadable`` for XML that is no message of iJw (Wmo included).
    """
    space = namespace.casefold()
    named = MESSAGE_NAME.search(space)
    if name != "bericht" or "wmo" in space:
        raise NotReadable(file, "no_ijw")
    return named.group(1) if named else MISSING


def envelope_of(around: Texts) -> Envelope:
    """Read what a message says about itself. Without a telling namespace its code counts."""
    code = first_of(around, "header/berichtcode", "header/berichtspecificatie/code", "header/code")
    number = around.get("message") or MESSAGE_CODES.get(code, MISSING)
    parties = around.get("header/afzender", MISSING), around.get("header/ontvanger", MISSING)
    municipality, provider = parties if number in TO_PROVIDER else parties[::-1]
    total = "declaratie/totaalingediendbedrag"
    return Envelope(
        number,
        municipality,
        provider,
        first_of(around, "declaratie/declaratienummer", "declaratieantwoord/declaratienummer"),
        first_of(around, "declaratie/declaratiedagtekening", *DATED),
        first_of(around, f"{total}/totaalbedrag", total),
        first_of(around, f"{total}/debetcredit"),
    )


def first_of(texts: Texts, *paths: str) -> str:
    """Give the first of these paths that holds a text, or MISSING."""
    return next((texts[path] for path in paths if path in texts), MISSING)
