"""What publishers call a form, a referrer, an age or a period, and what we call it.

Keys change from table to table and are read from the table itself; words stay. The first pattern
that a title holds decides; a title with the empty answer is left out, because it divides further
or adds together what we do not.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from core.opendata.descriptions import Item

Patterns = Sequence[tuple[str, str]]

FORM_WORDS: Final[Patterns] = (
    (r"jeugdzorg in natura", ""),
    (r"totaal jeugdzorg", "all"),
    (r"pgb", "pgb"),
    (r"niet[ -](uitgevoerd door )?wijkteam", ""),
    (r"wijkteam", "local_team"),
    (r"ambulant", "ambulatory"),
    (r"daghulp", "day_care"),
    (r"netwerk", "in_network"),
    (r"pleegzorg", "foster"),
    (r"gezinsgericht", "family"),
    (r"gesloten", "secure"),
    (r"(ander|overig) verblijf", "other_stay"),
    (r"zonder verblijf", "no_stay"),
    (r"met verblijf", "stay"),
    (r"jeugdhulp in natura", "help"),
    (r"totaal jeugdhulp", "help_and_pgb"),
    (r"totaal ondertoezichtstelling", "supervision"),
    (r"totaal voogdij", "guardianship"),
    (r"(bescherming.*reclasser|jb en jr)", ""),
    (r"jeugdbescherming", "protection"),
    (r"jeugdreclassering", "probation"),
)
REFERRER_WORDS: Final[Patterns] = (
    (r"totaal", ""),
    (r"onbekend", "07"),
    (r"geen verwijzer", "06"),
    (r"gemeente", "01"),
    (r"huisarts", "02"),
    (r"jeugdarts", "03"),
    (r"gecertificeerd", "04"),
    (r"medisch", "05"),
    (r"rechter", "08"),
)
PERSON_WORDS: Final[Patterns] = (
    (r"totaal", ""),
    (r"\bmannen|jongens", "M"),
    (r"\bvrouwen|meisjes", "V"),
    (r"\b0 tot 4 jaar", "0-4"),
    (r"\b4 tot 12 jaar", "4-12"),
    (r"\b12 tot 18 jaar", "12-18"),
    (r"\b18 tot 23 jaar", "18-23"),
)
MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)
STATUSES: Final[Mapping[str, str]] = {
    "definitief": "definitive",
    "naderVoorlopig".lower(): "revised",
    "voorlopig": "provisional",
}
YEAR_OR_HALF: Final = re.compile(r"\d{4}(JJ00|HJ0[12])")
DAY: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
THOUSANDS: Final = re.compile(r"\b1[ .]?000\b")


def first_match(patterns: Patterns, title: str) -> str | None:
    """Give the answer of the first pattern in a title; None when there is none."""
    words = title.casefold()
    return next((answer for pattern, answer in patterns if re.search(pattern, words)), None)


def forms_of(items: Sequence[Item]) -> dict[str, str]:
    """Give the form of each key of a dimension; keys of other things are left out.

    Where help in kind has no row of its own, help together with pgb is the help of the table.
    """
    found = {item.key: first_match(FORM_WORDS, _without_note(item.title)) for item in items}
    has_help = "help" in found.values()
    named = {key: "help" if form == "help_and_pgb" else form for key, form in found.items()}
    doubled = {key for key, form in found.items() if form == "help_and_pgb" and has_help}
    return _first_of_each({key: form for key, form in named.items() if form and key not in doubled})


def referrers_of(items: Sequence[Item]) -> dict[str, str]:
    """Give the referrer (code, or empty for all) of each key of a dimension."""
    found = {item.key: first_match(REFERRER_WORDS, item.title) for item in items}
    return _first_of_each({key: code for key, code in found.items() if code is not None})


def persons_of(items: Sequence[Item]) -> dict[str, str]:
    """Give the sex or the age of each key of a dimension; empty for everybody."""
    found = {item.key: first_match(PERSON_WORDS, item.title) for item in items}
    return _first_of_each({key: one for key, one in found.items() if one is not None})


def ages_of(items: Sequence[Item]) -> dict[str, str]:
    """Give the age of each key: single years below 23 as 0 to 22, ``<20``; empty for everybody."""
    found: dict[str, str] = {}
    for item in items:
        words = item.title.casefold().strip()
        single = re.fullmatch(r"(1?\d|2[0-2]) jaar", words)
        under = re.fullmatch(r"(?:0 tot|jonger dan) (\d+) jaar", words)
        if words.startswith("totaal"):
            found[item.key] = ""
        elif single:
            found[item.key] = single[1]
        elif under and under[1] == "20":
            found[item.key] = "<20"
    return _first_of_each(found)


def period_of(item: Item) -> str:
    """Give a period as published, a reference day as ISO day; empty for what is neither."""
    if YEAR_OR_HALF.fullmatch(item.key):
        return item.key
    named = DAY.search(item.title.casefold())
    if not named:
        return ""
    day, month, year = named.groups()
    return date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()


def status_of(item: Item) -> str:
    """Tell how sure a period is: by its status, or by the stars behind its title.

    A status that we do not know is not sure.
    """
    told = item.status.casefold().replace(" ", "")
    if told:
        return STATUSES.get(told, "provisional")
    stars = len(item.title) - len(item.title.rstrip("*"))
    return ("definitive", "provisional", "revised")[min(stars, 2)]


def factor_of(unit: str) -> float:
    """Give by what a figure is multiplied: 1,000 where the unit says so."""
    return 1000.0 if THOUSANDS.search(unit) else 1.0


def _without_note(title: str) -> str:
    return re.sub(r"\([^)]*\)", "", title)


def _first_of_each(found: dict[str, str]) -> dict[str, str]:
    """Keep the first key of each answer: a total stands before what it is divided in."""
    kept: dict[str, str] = {}
    for key, answer in found.items():
        if answer not in kept.values():
            kept[key] = answer
    return kept
