"""Where clients live by their declarations, on every engine, and which district that is."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.districts.homes import count_homes, find_homes, place_homes, place_of, places_of
from core.tables import DECLARATIONS, TRAJECTORIES
from core.trajectories.selection import Selection
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, trajectories_of

IN_2024 = Selection(2024, 2024, municipality="G")


def homes(engine: Opener, drawing: str) -> list[Row]:
    """Find the district of each client of drawn lines, in 2024."""
    lines = engine(lines_of(drawn(drawing)), DECLARATIONS)
    return rows_of(find_homes(lines, IN_2024), ["client_id", "district"])


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(
            """
            client_id start      last       district
            k         2023-01-01 2023-01-31 noord
            k         2024-03-01 2024-03-31 zuid
            k         2024-05-01 2024-05-31 -
            """,
            "zuid",
            id="the district of the latest line that names one",
        ),
        pytest.param(
            """
            client_id start      last       district
            k         2024-03-01 2024-03-31 noord
            k         2025-03-01 2025-03-31 zuid
            """,
            "noord",
            id="a later year does not count",
        ),
        pytest.param(
            """
            client_id start      last       district
            k         2024-03-01 2024-03-31 zuid
            k         2024-03-01 2024-05-31 noord
            """,
            "noord",
            id="of two on one day the first in order of text",
        ),
        pytest.param(
            """
            client_id start      last       district municipality
            k         2024-03-01 2024-03-31 noord   G
            k         2024-05-01 2024-05-31 elders   H
            """,
            "noord",
            id="lines of another municipality do not count",
        ),
    ],
)
def test_where_a_client_lives(engine: Opener, drawing: str, expected: str) -> None:
    assert homes(engine, drawing) == [{"client_id": "k", "district": expected}]


def test_clients_with_care_in_the_year_are_counted_where_they_live(engine: Opener) -> None:
    care = """
        client_id start      last
        a         2023-01-01 2024-01-01
        b         2024-12-31 -
        c         2023-01-01 2023-12-31
        d         2024-02-01 2024-03-31
        e         2024-02-01 2024-03-31
    """
    lines = """
        client_id start      last       district
        a         2023-01-01 2024-01-01 wijk
        b         2024-12-31 -          wijk
        c         2023-01-01 2023-12-31 wijk
        d         2024-02-01 2024-03-31 dorp
        e         2024-02-01 2024-03-31 -
    """
    counted = count_homes(
        engine(trajectories_of(drawn(care)), TRAJECTORIES),
        engine(lines_of(drawn(lines)), DECLARATIONS),
        IN_2024,
    )
    assert rows_of(counted, ["district", "clients"]) == [
        {"district": "", "clients": 1},
        {"district": "dorp", "clients": 1},
        {"district": "wijk", "clients": 2},
    ]


def test_output_without_a_date_is_no_care_in_a_year(engine: Opener) -> None:
    rows = [{"start": 19_800, "end": 19_830, "dated": False}]
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    lines = engine(lines_of(rows), DECLARATIONS)
    assert rows_of(count_homes(trajectories, lines, IN_2024), ["district", "clients"]) == []


PLACES = {"WK000101": "WK000101", "WK000102": "WK000101", "het dorp": "WK000101"}


@pytest.mark.parametrize(
    ("district", "cluster"),
    [
        pytest.param("000102", "WK000101", id="a code of figures"),
        pytest.param("WK000102", "WK000101", id="a code with letters"),
        pytest.param("00010203", "WK000101", id="a neighbourhood lies in its district"),
        pytest.param("BU00010203", "WK000101", id="a neighbourhood with letters"),
        pytest.param(" Het Dorp ", "WK000101", id="a name, however it is written"),
        pytest.param("000199", "", id="a code that the edition does not know"),
        pytest.param("elders", "", id="a name that the edition does not know"),
        pytest.param("", "", id="nothing was delivered"),
    ],
)
def test_the_place_of_a_district_as_delivered(district: str, cluster: str) -> None:
    assert place_of(district, PLACES) == cluster


def test_every_cluster_has_a_row_and_who_has_no_place_too() -> None:
    homes = pd.DataFrame({"district": ["000101", "000102", "elders"], "clients": [3, 4, 5]})
    clusters = {"WK000101": "WK000101", "WK000102": "WK000101", "WK000103": "WK000103"}
    placed = place_homes(homes, clusters)
    assert placed.to_dict("records") == [
        {"cluster": "WK000101", "clients": 7},
        {"cluster": "WK000103", "clients": 0},
        {"cluster": "", "clients": 5},
    ]


def test_nobody_leaves_every_cluster_at_zero() -> None:
    empty = pd.DataFrame({"district": [], "clients": pd.Series([], dtype="int64")})
    placed = place_homes(empty, {"WK000101": "WK000101"})
    assert placed["clients"].tolist() == [0, 0]


def test_names_and_codes_of_districts_lead_to_their_cluster() -> None:
    districts = pd.DataFrame({"region": ["WK000101", "WK000102"], "name": ["Het Dorp", "De Brink"]})
    clusters = pd.DataFrame({"region": ["WK000101", "WK000102"], "cluster": ["WK000101"] * 2})
    assert places_of(districts, clusters) == {
        "het dorp": "WK000101",
        "de brink": "WK000101",
        "WK000101": "WK000101",
        "WK000102": "WK000101",
    }


@given(counts=st.dictionaries(st.sampled_from(["000101", "000102", "x", ""]), st.integers(0, 50)))
def test_no_client_is_lost_or_counted_twice(counts: dict[str, int]) -> None:
    homes = pd.DataFrame({"district": list(counts), "clients": list(counts.values())})
    placed = place_homes(homes.astype({"clients": "int64"}), PLACES)
    assert placed["clients"].sum() == sum(counts.values())
