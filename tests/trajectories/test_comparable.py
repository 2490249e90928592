"""Alike persons, and what followed for them in two years: every rule as a drawn example."""

from core.frames import Frame
from core.tables import ALIKE_COSTS, DECLARATIONS, STRATA
from core.trajectories.cohorts import find_observed
from core.trajectories.comparable import count_strata, find_alike, find_alike_costs
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, rules_of
from tests.trajectories.observing import chained

HEADING = "client_id  care_form  provider  start  last  amount_cents  referrer  sector"
EDGE = "\n".join(f"edge{n}  light  A  2020-01-01  2020-01-31  100  -  ggz" for n in range(6))


def strata(engine: Opener, lines: str, births: str = "") -> list[Row]:
    """Count drawn trajectories of persons with a year of birth."""
    return rows_of(count_strata(alike(engine, lines, births)), list(STRATA))


def alike(engine: Opener, lines: str, births: str = "") -> Frame:
    """Find drawn trajectories that are compared."""
    observed = find_observed(chained(engine, f"{HEADING}\n{EDGE}\n{lines}"))
    return find_alike(observed, born(engine, births), rules_of())


def born(engine: Opener, births: str) -> Frame:
    """Draw declarations that tell when clients were born."""
    drawing = f"client_id  birth_year  start  last\nk  -  2022-01-01  2022-01-31\n{births}"
    lines = [row | {"care_form": "light"} for row in drawn(drawing)]
    return engine(lines_of(lines), DECLARATIONS)


def test_persons_are_alike_in_age_referrer_sector_and_year(engine: Opener) -> None:
    lines = """
        a  light   A  2022-01-01  2022-01-31  100  huisarts  ggz
        b  light   B  2022-02-01  2022-02-28  100  huisarts  ggz
        c  medium  A  2022-03-01  2022-03-31  100  onbekend  lvb"""
    births = """
        a  2014  2022-01-01  2022-01-31
        b  2011  2022-02-01  2022-02-28"""
    rows = strata(engine, lines, births)
    keys = [(row["age"], row["referrer"], row["sector"], row["year"]) for row in rows]
    assert keys == [(-1, "", "lvb", 2022), (8, "huisarts", "ggz", 2022)]
    assert [(row["begun"], row["clients"], row["providers"]) for row in rows] == [
        ("heavier", 1, 1),
        ("light", 2, 2),
    ]


def test_everybody_counts_once_with_the_first_chain_that_began_on_the_ladder(
    engine: Opener,
) -> None:
    lines = """
        a  light   A  2021-01-01  2021-01-31  100  -  ggz
        a  heavy   A  2022-06-01  2022-06-30  100  -  ggz
        b  foster  A  2022-01-01  2022-01-31  100  -  ggz
        c  light   A  2023-06-01  2023-06-30  100  -  ggz"""
    assert [(row["begun"], row["clients"]) for row in strata(engine, lines)] == [("light", 1)]


def test_days_count_once_and_stop_after_two_years(engine: Opener) -> None:
    """31 days, then 10 of which 5 are new, then from day 212 on until day 730."""
    lines = """
        a  light  A  2021-01-01  2021-01-31  3100  -  ggz
        a  light  B  2021-01-27  2021-02-05  1000  -  ggz
        a  light  C  2021-08-01  2023-06-30  48700  -  ggz"""
    row = strata(engine, lines)[0]
    assert row["days"] == 31 + 5 + (730 - 212)
    assert row["days_squared"] == row["days"] ** 2


def test_an_amount_counts_for_its_days_within_two_years(engine: Opener) -> None:
    lines = """
        a  light  A  2021-01-01  2021-01-31  310000  -  ggz
        a  light  B  2021-03-02  2023-03-01  730000  -  ggz"""
    row = strata(engine, lines)[0]
    assert row["euros"] == 3100 + 10 * (730 - 60)
    assert (row["priced"], row["onward"], row["long"]) == (1, 1, 0)


def test_who_lacks_an_amount_has_no_costs(engine: Opener) -> None:
    lines = """
        a  light  A  2021-01-01  2021-01-31  310000  -  ggz
        a  light  B  2021-03-02  2021-03-31  -       -  ggz"""
    row = strata(engine, lines)[0]
    assert (row["priced"], row["euros"]) == (0, 0)


def test_costs_are_listed_by_who_had_them_of_persons_with_every_amount(engine: Opener) -> None:
    lines = """
        a  light  A  2021-01-01  2021-01-31  310000  -  ggz
        a  light  B  2021-03-02  2023-03-01  730000  -  ggz
        b  light  A  2021-01-01  2021-01-31  310000  -  ggz
        b  light  B  2021-03-02  2021-03-31  -       -  ggz"""
    rows = rows_of(find_alike_costs(alike(engine, lines)), list(ALIKE_COSTS))
    assert [(row["client_id"], row["provider"], row["cents"]) for row in rows] == [
        ("a", "A", 310_000),
        ("a", "B", 1_000 * (730 - 60)),
    ]


def test_three_in_a_row_within_two_years_are_long(engine: Opener) -> None:
    lines = """
        a  light  A  2021-01-01  2021-01-31  100  -  ggz
        a  light  B  2021-02-01  2021-02-28  100  -  ggz
        a  light  C  2021-03-01  2021-03-31  100  -  ggz
        b  light  A  2021-01-01  2022-12-31  100  -  ggz
        b  light  B  2023-01-02  2023-01-31  100  -  ggz
        b  light  C  2023-02-01  2023-02-28  100  -  ggz"""
    row = strata(engine, lines)[0]
    assert (row["clients"], row["onward"], row["long"]) == (2, 1, 1)
