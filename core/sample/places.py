"""The fourteen municipalities of the artificial region and their young people.

Names and codes are invented: no code is on the list of Statistics Netherlands.
"""

from dataclasses import dataclass
from typing import Final

YEARS: Final = (2020, 2021, 2022, 2023, 2024)


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality: young people aged 0-17 in 2022, and how it differs from the region.

    ``clients`` are drawn for it, of whom some leave no line; ``onward`` multiplies the chance that
    one trajectory follows another; ``unreferred`` is the part of trajectories that was delivered
    without a referrer.
    """

    code: str
    name: str
    youth: int
    clients: int
    onward: float = 1.0
    unreferred: float = 0.05


PLACES: Final = (
    Place("9801", "Aldervoorde", 10000, 3900),
    Place("9802", "Brinkmeer", 7810, 3030),
    Place("9803", "Duinrode", 5740, 2310, onward=0.85),
    Place("9804", "Eikenhage", 6230, 2440, onward=1.12),
    Place("9805", "Fluitwoude", 5040, 1690),
    Place("9806", "Grensbroek", 4530, 1670),
    Place("9807", "Kolkerwaard", 4230, 1330),
    Place("9808", "Lindermeer", 3730, 1140),
    Place("9809", "Meerlaar", 3140, 980),
    Place("9810", "Noorderkamp", 2820, 880),
    Place("9811", "Oosterhage", 2890, 1030, onward=1.10),
    Place("9812", "Rietwolde", 2650, 660),
    Place("9813", "Vennebroek", 2210, 710, unreferred=0.30),
    Place("9814", "Zandkamp", 2290, 560),
)

DECLINE: Final = 0.004
"""The part of the young people by which a municipality shrinks in a year."""


def youth_in(place: Place, year: int) -> int:
    """Count the young people aged 0-17 of a municipality in a year."""
    return round(place.youth * (1 - DECLINE * (year - 2022)))
