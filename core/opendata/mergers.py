"""Which municipalities went up in which, since 2015: the crosswalk of reorganisations.

A row is a code that ended, the code that holds its area since, and the day. Codes are those of the
official list of municipalities. A municipality that was divided has a row for each part, none of
them whole. Two rows on end lead on: Groesbeek took in two others in 2015 and was renamed in 2016.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Merger:
    """An old code, the code after it, the first day of that, and whether all of it went there."""

    old: str
    new: str
    day: date
    whole: bool = True


def _into(new: str, day: str, *old: str) -> tuple[Merger, ...]:
    return tuple(Merger(f"GM{one}", f"GM{new}", date.fromisoformat(day)) for one in old)


def _divided(old: str, day: str, *new: str) -> tuple[Merger, ...]:
    first = date.fromisoformat(day)
    return tuple(Merger(f"GM{old}", f"GM{one}", first, whole=False) for one in new)


MERGERS: Final = (
    *_into("0241", "2015-01-01", "0265", "0282"),  # Groesbeek
    *_into("0361", "2015-01-01", "0365", "0458"),  # Alkmaar
    *_into("1930", "2015-01-01", "0568", "0612"),  # Nissewaard
    *_into("1931", "2015-01-01", "0491", "0608", "0623", "0643", "0644"),  # Krimpenerwaard
    *_divided("1671", "2015-01-01", "0796", "0828"),  # Maasdonk
    *_into("1940", "2015-07-01", "1921"),  # De Fryske Marren, a name
    *_into("0385", "2016-01-01", "0478"),  # Edam-Volendam
    *_into("1942", "2016-01-01", "0381", "0424", "0425"),  # Gooise Meren
    *_into("1945", "2016-01-01", "0241"),  # Berg en Dal, a name
    *_into("1948", "2017-01-01", "0844", "0846", "0860"),  # Meierijstad
    *_into("0080", "2018-01-01", "0081"),  # Leeuwarden
    *_into("0299", "2018-01-01", "0196"),  # Zevenaar
    *_into("1949", "2018-01-01", "0063", "0070", "1908"),  # Waadhoeke
    *_into("1950", "2018-01-01", "0007", "0048"),  # Westerwolde
    *_into("1952", "2018-01-01", "0018", "0040", "1987"),  # Midden-Groningen
    *_divided("0140", "2018-01-01", "0080", "1900", "1949"),  # Littenseradiel
    *_into("0014", "2019-01-01", "0009", "0017"),  # Groningen
    *_into("0394", "2019-01-01", "0393"),  # Haarlemmermeer
    *_into("0575", "2019-01-01", "0576"),  # Noordwijk
    *_into("1954", "2019-01-01", "0881", "0951", "0962"),  # Beekdaelen
    *_into("1959", "2019-01-01", "0738", "0870", "0874"),  # Altena
    *_into("1960", "2019-01-01", "0236", "0304", "0733"),  # West Betuwe
    *_into("1961", "2019-01-01", "0545", "0620", "0707"),  # Vijfheerenlanden
    *_into("1963", "2019-01-01", "0584", "0585", "0588", "0611", "0617"),  # Hoeksche Waard
    *_into("1966", "2019-01-01", "0005", "1651", "1663"),  # Het Hogeland
    *_into("1969", "2019-01-01", "0015", "0022", "0025", "0056"),  # Westerkwartier
    *_into("1970", "2019-01-01", "0058", "0079", "1722"),  # Noardeast-Fryslân
    *_into("1978", "2019-01-01", "0689", "1927"),  # Molenlanden
    *_divided("0053", "2019-01-01", "1966", "1969"),  # Winsum
    *_into("1979", "2021-01-01", "0003", "0010", "0024"),  # Eemsdelta
    *_divided("0788", "2021-01-01", "0757", "0824", "0855", "0865"),  # Haaren
    *_into("0439", "2022-01-01", "0370"),  # Purmerend
    *_into("1980", "2022-01-01", "0398", "0416"),  # Dijk en Waard
    *_into("1982", "2022-01-01", "0756", "0786", "0815", "1684", "1702"),  # Land van Cuijk
    *_into("1991", "2022-01-01", "0856", "1685"),  # Maashorst
    *_into("0363", "2022-03-24", "0457"),  # Amsterdam
    *_into("1992", "2023-01-01", "0501", "0530", "0614"),  # Voorne aan Zee
)
"""All reorganisations since 2015 that are known here, in order of day."""


FIRST_NEW: Final = "GM1930"
"""Codes are given out in order: from this one on they came with a row of this table."""


def heir_of(code: str) -> str:
    """Give the code that holds the area of a municipality now; of a divided one its own code."""
    heirs = {merger.old: merger.new for merger in MERGERS if merger.whole}
    while code in heirs:
        code = heirs[code]
    return code


def parts_of(code: str, day: date) -> frozenset[str]:
    """List the codes that together were, on a day, what a municipality is now.

    Nothing when it was made of pieces of a divided one too: how large those were, no table here
    says. An older municipality that got such a piece counts as it was.
    """
    later = [merger for merger in MERGERS if merger.new == code and merger.day > day]
    if not later or (code < FIRST_NEW and not any(merger.whole for merger in later)):
        return frozenset({code})
    if code >= FIRST_NEW and not all(merger.whole for merger in later):
        return frozenset()
    parts = frozenset[str]().union(*(parts_of(one.old, day) for one in later if one.whole))
    return parts if code >= FIRST_NEW else parts | {code}
