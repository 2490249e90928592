"""What is hidden in one view is hidden in all linked views, and nothing can be put together."""

import numpy as np
import pandas as pd
import pytest

from core.disclosure import Margins, Shape, protect_tables
from core.protection.margins import describe
from core.protection.policy import STRICT
from tests.protection.attacking import attacked, told_in

FORMS = pd.DataFrame(
    {
        "municipality": ["a", "a", "a", "b", "b", "b"],
        "care_form": ["light", "medium", "heavy"] * 2,
        "clients": [120, 11, 3, 60, 44, 31],
    }
)
YEARS = pd.DataFrame(
    {
        "municipality": ["a", "a", "b", "b"],
        "year": [2023, 2024, 2023, 2024],
        "clients": [126, 8, 70, 65],
    }
)
BY_FORM, BY_YEAR = (Margins(["municipality", other], told=True) for other in ("care_form", "year"))
SHAPE = Shape(counts=["clients"])


def test_two_views_with_the_same_sums_give_nothing_away_together() -> None:
    told = protect_tables([(FORMS, SHAPE, BY_FORM), (YEARS, SHAPE, BY_YEAR)], "tafel", STRICT)
    assert attacked([(FORMS, BY_FORM), (YEARS, BY_YEAR)], told, "clients", STRICT) == []


def test_a_cell_of_two_views_is_hidden_in_both_or_in_none() -> None:
    tables = [(FORMS, BY_FORM), (YEARS, BY_YEAR)]
    told = protect_tables([(table, SHAPE, sums) for table, sums in tables], "tafel", STRICT)
    cells = describe(tables, "clients")
    shown = told_in(cells, told, "clients")
    for table, places in zip(told, cells.places, strict=True):
        assert (table["clients"].notna().to_numpy() == shown[places]).all()


def test_protected_apart_one_view_tells_what_the_other_hides() -> None:
    """Each view alone is safe; it is together that they would not be, or hide otherwise."""
    few = FORMS.assign(clients=[14, 0, 0, 60, 44, 31])
    years = YEARS.assign(clients=[7, 7, 70, 65])
    tables = [(few, BY_FORM), (years, BY_YEAR)]
    apart = [protect_tables([(table, SHAPE, sums)], "tafel", STRICT)[0] for table, sums in tables]
    together = protect_tables([(table, SHAPE, sums) for table, sums in tables], "tafel", STRICT)
    assert attacked(tables, apart, "clients", STRICT)
    assert not attacked(tables, together, "clients", STRICT)


@pytest.mark.parametrize("level", ["openbaar", "raad", "tafel"])
def test_with_a_cell_goes_all_that_its_row_tells(level: str) -> None:
    shape = Shape(counts=["clients"], values=["providers"])
    table = pd.DataFrame({"part": range(2), "clients": [12, 2], "providers": [4.0, 2.0]})
    told = protect_tables([(table, shape, Margins(["part"]))], level, STRICT)[0]  # type: ignore[arg-type]
    assert told[["clients", "providers"]].isna().all(axis=None)


def test_at_a_level_of_the_owner_everything_is_told_with_its_sums() -> None:
    told = protect_tables([(FORMS, SHAPE, BY_FORM)], "eigen", STRICT)[0]
    assert told["clients"].tolist() == [120, 11, 3, 60, 44, 31, 134, 135, 180, 55, 34, 269]
    assert np.isin(told["clients"], FORMS["clients"]).sum() >= len(FORMS)
