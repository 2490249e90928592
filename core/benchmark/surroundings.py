"""What lies around a region: the youth region it is in, and the country."""

from dataclasses import dataclass

from core.opendata.shelf import Shelf, name_of, regions_of


@dataclass(frozen=True, slots=True)
class Place:
    """A region to compare: its code, its name, and what it is in this comparison.

    ``role`` is own, region or country.
    """

    region: str
    name: str
    role: str


def find_surroundings(shelf: Shelf, area: str) -> list[Place]:
    """List a region itself, its youth region when it is a municipality in one, and the country."""
    rows = regions_of(shelf).set_index("region")
    around = str(rows["youth_region"].get(area, ""))
    countries = rows.index[rows["kind"] == "country"]
    places = [Place(area, name_of(shelf, area), "own")]
    if around in rows.index:
        places.append(Place(around, name_of(shelf, around), "region"))
    return [*places, *(Place(code, name_of(shelf, code), "country") for code in countries[:1])]


def kind_of(shelf: Shelf, area: str) -> str:
    """Tell what kind of region a code is; empty for one that is not in the edition."""
    rows = regions_of(shelf).set_index("region")
    return str(rows["kind"].get(area, ""))
