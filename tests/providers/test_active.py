"""Who is active where: care with a day in the period, by municipality and care form."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.providers.active import (
    count_active,
    count_help_of,
    count_in_cell,
    find_active,
    merge_cells,
    without,
    without_provider,
)
from core.tables import ACTIVE, CELL_PROVIDERS, ELSEWHERE, TRAJECTORIES
from core.trajectories.selection import Selection
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, trajectories_of

YEARS = Selection(2022, 2022)

CARE = """
    client_id  municipality  provider  care_form  start       last
    a          G             A         light      2022-01-01  2022-03-31
    b          G             B         light      2021-01-01  2022-01-01
    b          G             A         heavy      2022-05-01  -
    c          H             A         light      2022-12-31  2023-01-31
    d          H             -         light      2022-02-01  2022-02-28
    e          H             C         light      2021-01-01  2021-12-31
    f          H             C         light      2023-01-01  2023-02-01
"""
"""e and f have no day of care in the year; d has care of nobody knows whom."""


def active(engine: Opener, drawing: str = CARE, selection: Selection = YEARS) -> Frame:
    return find_active(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), selection)


def test_a_provider_is_active_where_it_has_a_day_of_care_in_the_period(engine: Opener) -> None:
    found = rows_of(count_active(merge_cells(active(engine), 1)), list(ACTIVE))
    assert [tuple(row.values()) for row in found] == [
        ("G", "heavy", 1, 1, 1, 2),
        ("G", "light", 2, 2, 2, 2),
        ("H", "light", 1, 2, 2, 2),
    ]


def test_rare_forms_of_a_municipality_are_one_cell_and_rare_places_one_row(engine: Opener) -> None:
    lines = "\n".join(
        f"{form}{number} {place} A {form} 2022-01-01 2022-01-31"
        for place, form, persons in (("G", "light", 3), ("G", "heavy", 2), ("G", "medium", 1))
        for number in range(persons)
    )
    few = "I0 I B light 2022-01-01 2022-01-31\nJ0 J C light 2022-01-01 2022-01-31"
    more = "I1 I B light 2022-01-01 2022-01-31"
    heading = "client_id municipality provider care_form start last"
    cells = merge_cells(active(engine, f"{heading}\n{lines}\n{few}\n{more}"), 3)
    found = rows_of(count_active(cells), ["municipality", "care_form", "providers", "clients"])
    assert [tuple(row.values()) for row in found] == [
        (ELSEWHERE, "light", 2, 3),
        ("G", ELSEWHERE, 1, 3),
        ("G", "light", 1, 3),
    ]


def test_a_cell_lists_its_providers_and_joins_the_small_ones(engine: Opener) -> None:
    heading = "client_id municipality provider care_form start last"
    lines = "\n".join(
        f"{provider}{number} G {provider} light 2022-01-01 2022-01-31"
        for provider, persons in (("A", 4), ("B", 1), ("C", 1))
        for number in range(persons)
    )
    cells = active(engine, f"{heading}\n{lines}\nx G A heavy 2022-01-01 2022-01-31")
    found = rows_of(count_in_cell(cells, "G", "light", 2), list(CELL_PROVIDERS))
    assert [tuple(row.values()) for row in found] == [(ELSEWHERE, 2, 2), ("A", 4, 4)]


def test_the_help_of_one_provider(engine: Opener) -> None:
    found = rows_of(count_help_of(active(engine), "A", "care_form"), ["care_form", "trajectories"])
    assert [tuple(row.values()) for row in found] == [("heavy", 1), ("light", 2)]


@pytest.mark.parametrize(("dimension", "kept"), [("provider", ""), ("care_form", "care_form")])
def test_only_the_choice_of_a_provider_is_left_out(dimension: str, kept: str) -> None:
    chosen = Selection(2022, 2023, "G", dimension, "A")
    assert without_provider(chosen).dimension == kept
    assert without_provider(chosen).municipality == "G"


def test_other_choices_can_be_left_out_too() -> None:
    chosen = Selection(2022, 2023, "G", "referrer", "huisarts")
    assert without(chosen, "provider", "referrer") == Selection(2022, 2023, "G")


PEOPLE = st.tuples(
    st.sampled_from("abcd"), st.sampled_from("GH"), st.sampled_from("AB"), st.sampled_from("xy")
)


@given(st.lists(PEOPLE, min_size=1, max_size=25))
def test_cells_are_distinct_providers_and_clients(care: list[tuple[str, ...]]) -> None:
    """Restated naively, with sets."""
    names = ("client_id", "municipality", "provider", "care_form")
    rows: list[Row] = [
        dict(zip(names, one, strict=True)) | {"start": 19_000, "end": 19_010} for one in care
    ]
    found = rows_of(
        count_active(
            find_active(in_polars(trajectories_of(rows), TRAJECTORIES), Selection(2022, 2022))
        ),
        ["municipality", "care_form", "providers", "trajectories", "clients"],
    )
    cells: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for client, place, provider, form in care:
        cells[place, form].append((provider, client))
    naive = [
        (*cell, len({p for p, _ in held}), len(held), len({c for _, c in held}))
        for cell, held in sorted(cells.items())
    ]
    assert [tuple(row.values()) for row in found] == naive
