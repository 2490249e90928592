"""Lists of schools, drawn: whichever headings they have, and what is not told stays unknown."""

from pathlib import Path

import pandas as pd
import pytest

from core.errors import SourceNotUsable
from core.opendata.schools import (
    Locations,
    count_schools,
    joined,
    partnerships_of,
    read_locations,
)


def read(folder: Path, text: str, encoding: str = "utf-8") -> pd.DataFrame:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return read_locations(path, "list.csv")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Vestigingscode;Naam;Gemeentenummer\nA;Één;0034\n", "utf-8-sig"),
        ("VESTIGINGSCODE,NAAM,GEMEENTENUMMER\nA,Één,34\n", "cp1252"),
    ],
)
def test_separator_capitals_and_encoding_do_not_matter(
    tmp_path: Path, text: str, encoding: str
) -> None:
    schools = Locations("primary", "list.csv", read(tmp_path, text, encoding))
    counted = count_schools(schools, "2026-11-22", {})
    assert counted[["region", "value"]].values.tolist() == [["GM0034", 1.0]]


def test_a_list_without_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceNotUsable):
        read(tmp_path, "naam;telefoon\nx;y\n")


def test_partnerships_come_from_a_list_of_their_own(tmp_path: Path) -> None:
    schools = Locations(
        "primary",
        "list.csv",
        read(tmp_path, "VESTIGINGSCODE;GEMEENTENUMMER\nA;34\nB;34\nC;34\nD;50\nE;51\n"),
    )
    members = read(
        tmp_path,
        "SWV NUMMER;NAAM SWV;VESTIGINGSCODE\nP1;Noord;A\nP1;Noord;B\nP2;Zuid;C\nP2;Zuid;D\n",
    )
    both = joined(schools, members)
    regions, partners = partnerships_of([both])
    assert regions["region"].tolist() == ["SVP1", "SVP2"]
    assert regions["name"].tolist() == ["Noord", "Zuid"]
    assert partners == {"GM0034": "SVP1", "GM0050": "SVP2"}, "of most schools; unknown is left out"
    counted = count_schools(both, "2026-11-22", partners).query("topic == 'schools'")
    assert dict(zip(counted["region"], counted["value"], strict=True)) == {
        "GM0034": 3.0,
        "GM0050": 1.0,
        "GM0051": 1.0,
        "SVP1": 3.0,
        "SVP2": 1.0,
    }


def test_without_any_partnership_there_are_none() -> None:
    regions, partners = partnerships_of([])
    assert regions.empty
    assert partners == {}
