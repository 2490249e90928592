"""The fictitious country agrees with the declarations of the artificial region."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.codes import REFERRERS
from core.opendata.shelf import bundled_shelf, figures_of
from core.sample.country import count_declared
from core.sample.places import PLACES
from tests.sample.conftest import SAMPLE

SHELF = bundled_shelf()
HOME = [f"GM{place.code}" for place in PLACES]
DECLARED = [
    *("client_id", "municipality", "district", "start", "end", "is_credit"),
    *("referrer", "allocation"),
]


def of(topic: str, category: str, year: int, kind: str = "municipality") -> pd.Series:
    """Give the figures of one category and year by region."""
    rows = figures_of(SHELF, topic, kind)
    chosen = rows[(rows["category"] == category) & (rows["year"] == year)]
    return chosen.set_index("region")["value"]


def test_the_artificial_region_agrees_with_its_declarations() -> None:
    """Open data count a little more: declarations miss help paid as a task, and pgb."""
    region = pq.read_table(SAMPLE / "region.parquet", columns=DECLARED)
    declared = count_declared(region)
    for year in (2021, 2022, 2023):
        counted = pd.Series({f"GM{one.code}": declared[one.code, year] for one in PLACES})
        ratio = of("youth_with_care", "all", year)[HOME] / counted
        assert ratio.between(1.0, 1.25).all()
        of_minors = counted.sum() / of("population", "<18", year)[HOME].sum()
        assert of_minors == pytest.approx(0.098, abs=0.005)
        wijken = of("youth_with_care", "all", year, "district")
        assert wijken.sum() == pytest.approx(1.1 * counted.sum(), rel=0.05)


def test_a_year_counts_who_had_care_on_any_of_its_days() -> None:
    day = np.datetime64("2022-12-31").astype(int)
    lines = pa.table(
        {
            "client_id": ["a", "a", "b", "c", "d"],
            "municipality": ["9801"] * 5,
            "district": ["980101", "980101", "", "980101", "980101"],
            "start": [day, day + 1, day + 1, day, day + 40],
            "end": [day + 1, day + 31, day + 31, day + 1, 1_000_000],
            "is_credit": [False, False, False, True, False],
            "referrer": ["huisarts", "huisarts", "", "huisarts", "gemeente"],
            "allocation": ["1", "1", "2", "1", "4"],
        }
    )
    counted = count_declared(lines)
    assert counted == {
        ("9801", 2022): 1,
        ("980101", 2022): 1,
        ("9801", 2023): 3,
        ("980101", 2023): 2,
        ("", 2023): 1,
        ("9801", "huisarts"): 1,
        ("9801", ""): 1,
        ("9801", "gemeente"): 1,
    }


def test_referrers_of_the_artificial_region_are_as_declared() -> None:
    declared = count_declared(pq.read_table(SAMPLE / "region.parquet", columns=DECLARED))
    for place in PLACES[:6]:
        told = [declared.get((place.code, label), 0) for label in REFERRERS.values()]
        share = declared[place.code, "huisarts"] / sum(told)
        published = of("referred", "02", 2022) / of("referred", "", 2022)
        assert published[f"GM{place.code}"] == pytest.approx(share, abs=0.03)
