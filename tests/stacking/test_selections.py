"""Ready-made selections: by the name of the help, by what a line says, or by age."""

import pytest

from core.frames import Frame
from core.stacking import selections as model
from core.tables import CHAINED, DECLARATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of, trajectories_of

FORMS = ("Pleegzorg", "VERVOER", "Verblijf", "gesloten", "Dyslexie", "spoed", "Iets anders")

LABELS = {
    "crisis": ("spoed",),
    "transport": ("VERVOER",),
    "dyslexia": ("Dyslexie",),
    "foster": ("Pleegzorg",),
    "residential": ("Verblijf",),
    "secure": ("gesloten",),
    "eighteen": (),
}


@pytest.mark.parametrize("name", model.SELECTIONS)
def test_a_selection_knows_its_help_under_other_names_too(name: str) -> None:
    assert model.labels_of(name, FORMS) == LABELS[name]


# k has foster care over the turn of a year and something else; l only foster care; m none.
CARE = """
client_id  provider  care_form  start       last        amount_cents
k          A         foster     2022-11-01  2023-02-28  400
k          B         light      2022-12-01  2022-12-31  100
l          A         foster     2023-01-01  2023-01-31  50
m          C         light      2023-01-01  -           70"""

YEARS = Selection(2022, 2023)


def test_care_of_each_year_inside_and_outside(engine: Opener) -> None:
    counted = model.count_selected(care_years(engine, YEARS))
    columns = ["year", "side", "clients", "trajectories", "amount_cents", "providers"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [
        (2022, "inside", 1, 1, 400, 1),
        (2022, "outside", 1, 1, 100, 1),
        (2023, "inside", 2, 2, 50, 1),
        (2023, "outside", 1, 1, 70, 1),
    ]


def test_the_parts_of_the_clients_add_up(engine: Opener) -> None:
    years = care_years(engine, YEARS)
    parts = rows_of(model.count_selected_parts(years), ["year", "part", "number"])
    assert [tuple(row.values()) for row in parts] == [
        (2022, "both", 1),
        (2023, "only", 2),
        (2023, "without", 1),
    ]
    two = rows_of(model.count_selected_clients(years), ["year", "part", "number"])
    assert [tuple(row.values()) for row in two] == [
        (2022, "inside", 1),
        (2023, "inside", 2),
        (2023, "without", 1),
    ]


def test_a_line_that_says_crisis_belongs_to_crisis_whatever_its_form(engine: Opener) -> None:
    rows = trajectories_of(drawn("care_form start last\nlight 2022-01-01 2022-01-31"))
    care = chained(engine, [row | {"crisis": True} for row in rows])
    marked = model.mark(care, "crisis", (), born(engine))
    assert rows_of(marked, ["selected_from"]) == [{"selected_from": 0}]


def test_somebody_is_surely_eighteen_from_the_year_after_the_birthday(engine: Opener) -> None:
    care = trajectories_of(drawn("client_id start last\na 2019-06-01 2024-06-30\nb 2019-06-01 -"))
    marked = model.mark(chained(engine, care), "eighteen", (), born(engine))
    years = model.find_marked_years(marked, Selection(2021, 2023), rules_of())
    inside = rows_of(years, ["client_id", "year", "side"])
    assert [(row["client_id"], row["year"]) for row in inside if row["side"] == "inside"] == [
        ("a", 2022),
        ("a", 2023),
    ]
    unknown = model.count_unborn(marked, born(engine), Selection(2021, 2023))
    assert rows_of(unknown, ["clients"]) == [{"clients": 1}]


def test_euros_of_another_municipality_are_left_out(engine: Opener) -> None:
    here = Selection(2022, 2023, municipality="elsewhere")
    assert rows_of(model.count_selected(care_years(engine, here)), ["year"]) == []


def care_years(engine: Opener, selection: Selection) -> Frame:
    """Mark the foster care of the drawing, year by year."""
    care = chained(engine, trajectories_of(drawn(CARE)))
    marked = model.mark(care, "foster", ("foster",), born(engine))
    return model.find_marked_years(marked, selection, rules_of())


def chained(engine: Opener, rows: list[dict[str, object]]) -> Frame:
    """Chain drawn trajectories."""
    found = find_steps(find_chains(engine(rows, TRAJECTORIES), rules_of()), rules_of())
    return found.select(*CHAINED)


def born(engine: Opener) -> Frame:
    """Tell that a was born in 2003, the rest unknown; of two years the last counts."""
    lines = lines_of(drawn("client_id start last\na 2022-01-01 -\na 2022-02-01 -\nb 2022-01-01 -"))
    years = (2002, 2003, None)
    told = [line | {"birth_year": year} for line, year in zip(lines, years, strict=True)]
    return model.find_born(engine(told, DECLARATIONS))
