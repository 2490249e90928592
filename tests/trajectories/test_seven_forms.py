"""The seven forms of youth help: each trajectory has one, and a sector goes before a place."""

import pytest

from core.care_forms import CARE_FORMS
from core.tables import TRAJECTORIES
from core.trajectories.selection import Selection
from core.trajectories.seven_forms import BY_LABEL, FORMS, OTHER, count_seven_forms, form_of
from tests.conftest import Opener, drawn, rows_of, trajectories_of

LABELS = ["Wijkteam", "ambulant-regulier", "Pleegzorg", "JeugdzorgPlus", "Vervoer", "eigen vorm"]

CARE = """
client_id  care_form          sector  municipality  start       last
k1         Wijkteam           j&o     Noord         2023-01-01  2023-02-01
k1         ambulant-regulier  j&o     Noord         2023-01-01  2023-02-01
k2         ambulant-regulier  ggz     Noord         2023-05-01  -
k2         ambulant-regulier  lvb     Noord         2023-05-01  2023-06-01
k3         Pleegzorg          lvb     Noord         2022-01-01  2022-12-31
k3         Pleegzorg          j&o     Zuid          2023-01-01  2023-12-31
k4         JeugdzorgPlus      j&o     Noord         2023-12-31  2024-03-01
k5         Vervoer            -       Noord         2023-03-01  2023-03-02
k5         eigen-vorm         -       Noord         2023-03-01  2023-03-02"""


def counted(engine: Opener, selection: Selection, fewest: int = 0) -> dict[str, tuple[int, int]]:
    rows = [row | {"sector": row.get("sector") or ""} for row in drawn(CARE)]
    frame = engine(trajectories_of(rows), TRAJECTORIES)
    found = count_seven_forms(frame, LABELS, selection, fewest)
    table = rows_of(found, ["form", "trajectories", "clients"])
    return {row["form"]: (row["trajectories"], row["clients"]) for row in table}


def test_every_trajectory_of_the_year_has_one_form(engine: Opener) -> None:
    assert counted(engine, Selection(2023, 2023, "Noord")) == {
        "team": (1, 1),
        "home": (1, 1),
        "ggz": (1, 1),
        "lvb": (1, 1),
        "secure": (1, 1),
        OTHER: (2, 1),
    }


def test_only_care_of_the_period_and_the_municipality_counts(engine: Opener) -> None:
    assert counted(engine, Selection(2022, 2022)) == {"lvb": (1, 1)}
    assert counted(engine, Selection(2023, 2023, "Zuid")) == {"foster": (1, 1)}


def test_what_too_few_have_stands_with_other_help(engine: Opener) -> None:
    assert counted(engine, Selection(2023, 2023), 2) == {OTHER: (8, 5)}


@pytest.mark.parametrize(
    ("label", "form"),
    [
        ("lokaal team", "team"),
        ("Jeugd-ggz specialistisch", "ggz"),
        ("daghulp", "institution"),
        ("gesloten plaatsing", "secure"),
        ("ots", OTHER),
        ("zelfgemaakt", OTHER),
    ],
)
def test_a_label_is_known_by_its_other_names(label: str, form: str) -> None:
    assert form_of(label) == form


def test_every_label_that_has_a_form_is_a_care_form_and_every_form_but_lvb_has_one() -> None:
    assert set(BY_LABEL) <= {form.label for form in CARE_FORMS}
    assert set(BY_LABEL.values()) == set(FORMS) - {"lvb"}
