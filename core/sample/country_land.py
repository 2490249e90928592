"""The land of the fictitious country: where municipalities lie, and to which regions they belong.

Municipalities are points in a box, moved apart until they lie evenly. A division into regions
cuts the points in equal halves again and again, so that every region is one piece of land.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from core.sample.country_names import invent_names
from core.sample.draws import Floats, Ints
from core.sample.places import PLACES

WIDTH: Final = 3.2
HEIGHT: Final = 2.8
"""Degrees east and north of the corner at 3.6 east and 50.8 north."""
CORNER: Final = (3.6, 50.8)

OTHERS: Final = 306
MERGERS: Final = ((4, 2019), (57, 2021), (121, 2023))
"""Which of the others were made of two, and in which year they began."""

COUNTRY: Final = "NL98"
PROVINCES: Final = 12
YOUTH_REGIONS: Final = 24
HOME: Final = len(PLACES)


@dataclass(frozen=True, slots=True)
class Land:
    """Municipalities, those of the region first, then the others, then those that merged.

    ``first`` and ``last`` are the years in which a municipality exists; ``heir`` is the place of
    the municipality that it became, itself when it still is one. The numbers of regions count
    from 0; the last ones are those of the artificial region.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    points: Floats  # [municipality, 2], of those that still are one
    heir: Ints
    first: Ints
    last: Ints
    province: Ints
    youth_region: Ints
    partnership: Ints


def find_land(rng: np.random.Generator) -> Land:
    """Draw the land."""
    points = _points(rng)
    count = len(points)
    order = _with_home_first(points)
    points = points[order]
    youth_region = _youth_regions(points)
    own = [place.name for place in PLACES]
    names = [*own, *invent_names(rng, OTHERS + 2 * len(MERGERS), own)]
    old = [f"GM{9401 + number}" for number in range(2 * len(MERGERS))]
    codes = [*(f"GM{place.code}" for place in PLACES)]
    codes += [f"GM{9001 + number}" for number in range(OTHERS)]
    merged = [HOME + place for place, _ in MERGERS for _ in range(2)]
    heir = np.array([*range(count), *merged])
    first, last = np.full(len(heir), 0), np.full(len(heir), 9999)
    for number, (place, year) in enumerate(MERGERS):
        first[HOME + place] = year
        last[count + 2 * number : count + 2 * number + 2] = year - 1
    return Land(
        codes=(*codes, *old),
        names=tuple(names),
        points=points,
        heir=heir,
        first=first,
        last=last,
        province=(youth_region // 2)[heir],
        youth_region=youth_region[heir],
        partnership=_partnerships(points, youth_region)[heir],
    )


def _points(rng: np.random.Generator) -> Floats:
    """Draw points, and let each move away from its neighbours until they lie evenly."""
    from scipy.spatial import cKDTree  # noqa: PLC0415 - only the sample needs it, not every command

    points = rng.random((OTHERS + HOME, 2)) * (WIDTH, HEIGHT)
    samples = rng.random((20_000, 2)) * (WIDTH, HEIGHT)
    for _ in range(6):
        nearest = cKDTree(points).query(samples)[1]
        counts = np.maximum(np.bincount(nearest, minlength=len(points)), 1)
        for axis in range(2):
            sums = np.bincount(nearest, samples[:, axis], minlength=len(points))
            points[:, axis] = np.where(sums > 0, sums / counts, points[:, axis])
    return np.round(points + CORNER, 3)


def _with_home_first(points: Floats) -> Ints:
    """Order points so that the region lies together in the north-east corner."""
    corner = np.add(CORNER, (WIDTH, HEIGHT))
    return np.argsort(((points - corner) ** 2).sum(axis=1), kind="stable").astype(np.int64)


def _youth_regions(points: Floats) -> Ints:
    """Divide the others in 22 + 1 regions, the region itself being the last of its province."""
    numbers = np.full(len(points), YOUTH_REGIONS - 1)
    others = np.arange(HOME, len(points))
    numbers[others] = _halved(points[others], YOUTH_REGIONS - 1)
    nearest = numbers[HOME]
    last = YOUTH_REGIONS - 2
    swapped = np.where(numbers == nearest, last, np.where(numbers == last, nearest, numbers))
    swapped[:HOME] = YOUTH_REGIONS - 1
    return swapped


def _halved(points: Floats, parts: int) -> Ints:
    """Number points by cutting along the longest side into parts of about equal size."""
    if parts == 1:
        return np.zeros(len(points), np.int64)
    axis = int(np.ptp(points, axis=0).argmax())
    order = np.argsort(points[:, axis], kind="stable")
    left = parts // 2
    cut = round(len(points) * left / parts)
    numbers = np.empty(len(points), np.int64)
    numbers[order[:cut]] = _halved(points[order[:cut]], left)
    numbers[order[cut:]] = left + _halved(points[order[cut:]], parts - left)
    return numbers


def _partnerships(points: Floats, youth_region: Ints) -> Ints:
    """Divide sixteen youth regions, the artificial region among them, in two partnerships."""
    numbers = np.empty(len(points), np.int64)
    free = 0
    for region in range(YOUTH_REGIONS):
        within = np.flatnonzero(youth_region == region)
        parts = 1 if region % 3 == 0 else 2
        numbers[within] = free + _halved(points[within], parts)
        free += parts
    return numbers


def regions_of_land(land: Land, urbanity: Ints, size_class: Ints) -> list[dict[str, Any]]:
    """Give the country and its regions as rows of ``OPEN_REGIONS``, districts excepted."""
    current = range(len(land.points))
    rows = [_region(COUNTRY, "Verzonnen land", "country")]
    kinds = (
        ("province", "PV", 87, "Provincie", land.province),
        ("youth_region", "JZ", 75, "Jeugdregio", land.youth_region),
        ("school_partnership", "SV", 59, "Samenwerkingsverband", land.partnership),
    )
    for kind, prefix, start, word, numbers in kinds:
        for number in range(int(numbers.max()) + 1):
            largest = land.names[int(np.flatnonzero(numbers == number)[0])]
            rows.append(_region(f"{prefix}{start + number}", f"{word} {largest}", kind))
    rows += [
        _region(land.codes[place], land.names[place], "municipality")
        | {
            "province": province_code(land, place),
            "youth_region": youth_region_code(land, place),
            "school_partnership": partnership_code(land, place),
            "size_class": int(size_class[place]),
            "urbanity": int(urbanity[place]),
        }
        for place in current
    ]
    return rows


def province_code(land: Land, place: int) -> str:
    """Give the code of the province of a municipality."""
    return f"PV{87 + int(land.province[place])}"


def youth_region_code(land: Land, place: int) -> str:
    """Give the code of the youth region of a municipality."""
    return f"JZ{75 + int(land.youth_region[place])}"


def partnership_code(land: Land, place: int) -> str:
    """Give the code of the partnership of schools of a municipality."""
    return f"SV{59 + int(land.partnership[place])}"


def _region(code: str, name: str, kind: str) -> dict[str, Any]:
    empty = {"municipality": "", "province": "", "youth_region": "", "school_partnership": ""}
    return {
        "region": code,
        "name": name,
        "kind": kind,
        "year": 2025,
        **empty,
        "size_class": 0,
        "urbanity": 0,
    }
