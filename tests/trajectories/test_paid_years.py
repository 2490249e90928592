"""What care cost in two years: parts of amounts by days, and forms that tell of nobody."""

from datetime import date

import pytest

from core.benchmark.declared import forms_of_every_year
from core.disclosure import Level, Shape, publish
from core.frames import Frame
from core.tables import PAID_FORMS, TRAJECTORIES
from core.trajectories.calendar import day_number
from core.trajectories.paid_years import (
    count_paid_clients,
    count_paid_forms,
    find_paid,
    first_whole_year,
    keep_forms,
    with_named_forms,
)
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of, trajectories_of

RULES = Rules(as_of=20_088)  # 31 December 2024
YEARS = (2022, 2024)
SELECTION = Selection(2022, 2024)

DRAWING = """
client_id  provider  care_form  municipality  start       last        amount_cents
k1         A         light      Noord         2022-12-01  2023-01-30  6100
k2         B         light      Noord         2024-01-01  2024-01-10  1000
k2         A         light      Noord         2024-02-01  2024-02-10  500
k3         A         heavy      Zuid          2022-01-01  2022-01-01  900
k3         A         heavy      Noord         2024-05-01  2024-05-10  -"""


def paid(engine: Opener, drawing: str, selection: Selection = SELECTION) -> Frame:
    return find_paid(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), selection, YEARS, RULES)


def test_a_year_has_the_part_of_an_amount_for_its_days(engine: Opener) -> None:
    rows = rows_of(count_paid_forms(paid(engine, DRAWING)), [*PAID_FORMS])
    shown = {(row["year"], row["care_form"]): row for row in rows}
    assert shown[2022, "light"]["amount_cents"] == 3100  # 31 of 61 days
    assert shown[2024, "light"] == {
        "year": 2024,
        "care_form": "light",
        "clients": 1,
        "trajectories": 2,
        "providers": 2,
        "amount_cents": 1500,
    }
    assert (2024, "heavy") not in shown  # without an amount it is left out


def test_parts_of_following_years_are_the_whole_amount(engine: Opener) -> None:
    line = "client_id  start       last        amount_cents\nk1  2022-03-05  2024-10-07  123457"
    trajectories = engine(trajectories_of(drawn(line)), TRAJECTORIES)
    cents = [
        rows_of(find_paid(trajectories, SELECTION, years, RULES), ["year", "cents"])
        for years in ((2022, 2023), (2024, 2025))
    ]
    assert sum(row["cents"] for rows in cents for row in rows) == 123_457


def test_a_year_in_which_the_data_begin_is_not_whole() -> None:
    begun = [day_number(date(2022, 1, 31)), day_number(date(2022, 2, 1))]
    assert [first_whole_year(day) for day in begun] == [2022, 2023]


def test_only_the_municipality_that_is_looked_at(engine: Opener) -> None:
    found = count_paid_clients(paid(engine, DRAWING, Selection(2022, 2024, municipality="Noord")))
    assert rows_of(found, ["year", "clients"]) == [
        {"year": 2022, "clients": 1},
        {"year": 2024, "clients": 1},
    ]


SHAPE = Shape(counts=["clients", "trajectories"], amounts=["amount_cents"])
HEAD = "client_id  provider  care_form  start       last        amount_cents\n"


def crowd(form: str, providers: str, each: int, cents: int = 1_000_000) -> str:
    """Draw care of one form with so many clients of each provider, in both years."""
    return "\n".join(
        f"{form}{provider}{number}  {provider}  {form}  {year}-02-01  {year}-02-10  {cents}"
        for year in YEARS
        for provider in providers
        for number in range(each)
    )


def told(engine: Opener, lines: str, level: Level = "tafel") -> list[str]:
    """Name the forms that may be told of drawn care, and those that may be told together."""
    care = paid(engine, HEAD + lines)
    named = forms_of_every_year(publish(count_paid_forms(care), level, SHAPE), YEARS)
    merged = with_named_forms(care, named)
    return forms_of_every_year(publish(count_paid_forms(merged), level, SHAPE), YEARS)


@pytest.mark.parametrize(
    ("lines", "forms"),
    [
        (crowd("light", "ABC", 4), ["light"]),
        (crowd("light", "ABC", 3), []),
        (crowd("light", "AB", 9), []),
        (crowd("light", "ABC", 4) + "\n" + crowd("heavy", "ABC", 3), ["light"]),
        (
            "\n".join([crowd("light", "ABC", 4), crowd("heavy", "AB", 5), crowd("med", "C", 2)]),
            ["", "light"],
        ),
        (crowd("light", "A", 10, 9_000_000) + "\n" + crowd("light", "BC", 5, 100_000), []),
    ],
    ids=[
        "ten persons and three providers are named",
        "nine persons are not",
        "two providers are not",
        "what is left over is too little and left out",
        "rare forms go together when that tells of nobody",
        "a form of which one provider has nearly all is not named",
    ],
)
def test_which_forms_are_told(engine: Opener, lines: str, forms: list[str]) -> None:
    assert told(engine, lines) == forms


def test_a_form_must_tell_of_nobody_in_every_year(engine: Opener) -> None:
    lines = crowd("light", "ABC", 4) + "\nx  A  light  2024-02-01  2024-02-10  1"
    once = "\n".join(line for line in crowd("heavy", "ABC", 4).splitlines() if "2024-" in line)
    assert told(engine, f"{lines}\n{once}") == ["light"]


def test_the_owner_of_the_data_sees_every_form(engine: Opener) -> None:
    assert told(engine, crowd("light", "A", 1), "eigen") == ["light"]


def test_only_the_care_of_forms_that_are_told_is_kept(engine: Opener) -> None:
    kept = keep_forms(paid(engine, DRAWING), ["heavy"])
    assert {row["care_form"] for row in rows_of(kept, ["care_form"])} == {"heavy"}
