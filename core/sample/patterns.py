"""The planted patterns, as data: who gets which care, and how many clients have it."""

from dataclasses import dataclass
from typing import Final

from core.codes import end_reason_label

YOUTH: Final = "98010029"
OTHER_YOUTH: Final = "98010054"
AMBULANT: Final = "98010121"
GGZ: Final = "98010017"
OTHER_GGZ: Final = "98010066"
STAY: Final = "98010206"
SUPPORT: Final = "98010093"

REGULAR: Final = "Ambulant regulier"
SPECIAL: Final = "Ambulant specialistisch"
SPECIAL_GGZ: Final = "Specialistische ggz"
RESIDENTIAL: Final = "Residentieel verblijf"

PLANNED: Final = end_reason_label("31")


@dataclass(frozen=True, slots=True)
class Care:
    """Care in whole months from ``first``; ``silent`` counts the months left out from 0.

    ``allocation`` gives two cares one number when equal and not 0; ``taken_back`` credits every
    line, ``corrected`` declares it anew at half the amount; ``open`` leaves the last line endless.
    """

    label: str
    provider: str
    first: str
    months: int
    reason: str = PLANNED
    allocation: int = 0
    spell: int = 0
    silent: tuple[int, ...] = ()
    taken_back: bool = False
    corrected: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """So many clients in one municipality, each with the same care and the same talks."""

    name: str
    clients: int
    place: str
    cares: tuple[Care, ...]
    talks: tuple[str, ...] = ()


LIGHT_TO_HEAVY: Final = (
    Care(REGULAR, AMBULANT, "2021-11", 5),
    Care(SPECIAL_GGZ, GGZ, "2022-05", 4),
    Care(RESIDENTIAL, STAY, "2022-10", 9),
)
"""Thirty days lie between each: April and September are left out."""

THREE: Final = (
    Care(REGULAR, AMBULANT, "2022-01", 6),
    Care("Basis-ggz", GGZ, "2022-08", 5),
    Care(SPECIAL_GGZ, GGZ, "2023-03", 8),
)
"""The third starts on 1 March 2023, the second on 1 August 2022."""

TEN: Final = tuple(
    Care(label, provider, first, 4)
    for label, provider, first in (
        (REGULAR, AMBULANT, "2020-02"),
        ("Basis-ggz", GGZ, "2020-07"),
        (SPECIAL, YOUTH, "2020-12"),
        (SPECIAL_GGZ, OTHER_GGZ, "2021-05"),
        ("Dagbehandeling", SUPPORT, "2021-10"),
        (RESIDENTIAL, STAY, "2022-03"),
        (SPECIAL, OTHER_YOUTH, "2022-08"),
        (SPECIAL_GGZ, GGZ, "2023-01"),
        (REGULAR, YOUTH, "2023-06"),
        ("Basis-ggz", OTHER_GGZ, "2023-11"),
    )
)

PATTERNS: Final = (
    Pattern("ten_in_a_row", 12, "9804", TEN),
    Pattern("light_to_heavy", 25, "9801", LIGHT_TO_HEAVY),
    Pattern("fully_credited", 20, "9802", (Care(REGULAR, YOUTH, "2022-03", 4, taken_back=True),)),
    Pattern(
        "contract_split",
        15,
        "9803",
        (
            Care(REGULAR, YOUTH, "2021-06", 7, reason=""),
            Care(REGULAR, YOUTH, "2022-01", 5),
        ),
    ),
    Pattern("old_evaluation", 11, "9805", THREE, ("2022-07-15",)),
    Pattern("evaluated", 13, "9806", THREE, ("2023-01-16",)),
    Pattern("evaluated_on_start_day", 6, "9806", THREE, ("2023-03-01",)),
    Pattern(
        "same_day",
        9,
        "9807",
        (
            Care(REGULAR, AMBULANT, "2022-04", 5),
            Care(SPECIAL_GGZ, GGZ, "2022-04", 8),
        ),
    ),
    Pattern(
        "contained",
        14,
        "9808",
        (
            Care(RESIDENTIAL, STAY, "2021-09", 12),
            Care(REGULAR, AMBULANT, "2022-01", 3),
        ),
    ),
    Pattern(
        "warm_handover",
        10,
        "9809",
        (
            Care(REGULAR, AMBULANT, "2021-09", 5),
            Care(SPECIAL_GGZ, GGZ, "2022-01", 9),
        ),
    ),
    Pattern("unknown_end", 7, "9810", (Care(SPECIAL, YOUTH, "2021-10", 8, open=True),)),
    Pattern("running", 6, "9811", (Care("Pleegzorg", YOUTH, "2022-02", 33, open=True),)),
    Pattern("silent_summer", 10, "9812", (Care(REGULAR, YOUTH, "2022-03", 10, silent=(4, 5)),)),
    Pattern(
        "stop_and_restart",
        8,
        "9801",
        (
            Care(REGULAR, YOUTH, "2021-03", 4, allocation=1),
            Care(REGULAR, YOUTH, "2021-12", 5, allocation=1, spell=1),
        ),
    ),
    Pattern(
        "half_year_pause",
        10,
        "9802",
        (
            Care(REGULAR, AMBULANT, "2021-01", 6),
            Care(SPECIAL_GGZ, GGZ, "2022-01", 6),
        ),
    ),
    Pattern(
        "longer_pause",
        10,
        "9802",
        (
            Care(REGULAR, AMBULANT, "2021-01", 6),
            Care(SPECIAL_GGZ, GGZ, "2022-02", 6),
        ),
    ),
    Pattern(
        "transport_beside",
        10,
        "9803",
        (
            Care("Dagbehandeling", SUPPORT, "2022-02", 7),
            Care("Vervoer", "98010348", "2022-02", 7, reason=""),
        ),
    ),
    Pattern(
        "about_to_be_third",
        9,
        "9805",
        (
            Care(REGULAR, AMBULANT, "2023-08", 6),
            Care(SPECIAL_GGZ, GGZ, "2024-03", 6),
        ),
    ),
    Pattern(
        "prepared",
        4,
        "9805",
        (
            Care(REGULAR, AMBULANT, "2023-08", 6),
            Care(SPECIAL_GGZ, GGZ, "2024-03", 6),
        ),
        ("2024-08-20",),
    ),
    Pattern(
        "other_provider",
        16,
        "9804",
        (
            Care(SPECIAL, YOUTH, "2022-11", 8, reason=""),
            Care(SPECIAL, OTHER_YOUTH, "2023-07", 6),
        ),
    ),
    Pattern("corrected", 12, "9806", (Care(REGULAR, YOUTH, "2022-05", 3, corrected=True),)),
    Pattern(
        "heavy_to_light",
        10,
        "9801",
        (
            Care(RESIDENTIAL, STAY, "2021-08", 10),
            Care(SPECIAL, YOUTH, "2022-06", 7),
        ),
    ),
    Pattern(
        "into_foster_care",
        8,
        "9808",
        (
            Care(REGULAR, AMBULANT, "2021-04", 6),
            Care("Pleegzorg", YOUTH, "2021-10", 30),
        ),
    ),
)
