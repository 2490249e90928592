"""The third starts that a what-if may replace: every rule as a drawn example."""

from core.frames import Frame
from core.tables import REPLACEABLE
from core.trajectories.selection import Selection
from core.trajectories.what_if import count_replaceable
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import chained

HEADING = "client_id  care_form  provider  start  last  amount_cents"
EDGE = "\n".join(f"edge{number}  light  A  2020-01-01  2020-01-31  100" for number in range(6))
EVERYTHING = Selection(2000, 2030)

CHAIN = """
    a  light   A  2022-01-01  2022-01-31  1000
    a  light   B  2022-02-01  2022-03-31  2000
    a  heavy   C  2022-04-01  2024-03-30  73000
    a  closed  D  2024-04-01  2024-04-30  9000"""


def of(engine: Opener, lines: str) -> Frame:
    """Chain drawn lines with a provider and an amount."""
    return chained(engine, f"{HEADING}\n{EDGE}\n{lines}")


def test_a_third_and_the_one_before_it_are_priced_over_their_first_year(engine: Opener) -> None:
    found = rows_of(count_replaceable(of(engine, CHAIN), rules_of(), EVERYTHING), list(REPLACEABLE))
    assert [tuple(row.values()) for row in found] == [(4 * 2022 + 1, 1, 1, 1, 1, 36_500, 2_000)]


def test_providers_are_those_behind_both_amounts(engine: Opener) -> None:
    """Three providers gave a third start; all money for the second starts went to one of them."""
    thirds = "\n".join(
        f"""
        {client}  light  A  2022-01-01  2022-01-31  1000
        {client}  light  B  2022-02-01  2022-03-31  2000
        {client}  heavy  {provider}  2022-04-01  2022-04-30  {cents}"""
        for client, provider, cents in (("a", "C", 100), ("b", "D", 700), ("c", "E", 200))
    )
    counted = count_replaceable(of(engine, thirds), rules_of(), EVERYTHING)
    behind = ["third_provider_first", "second_provider_first"]
    row = rows_of(counted, [*REPLACEABLE, *behind])[0]
    assert (row["thirds"], row["providers"]) == (3, 1)
    assert (row["third_cents"], row["third_provider_first"]) == (1000, 700)
    assert (row["second_cents"], row["second_provider_first"]) == (6000, 6000)


def test_another_trigger_position_looks_at_other_starts(engine: Opener) -> None:
    rules = rules_of(trigger_position=2)
    found = rows_of(count_replaceable(of(engine, CHAIN), rules, EVERYTHING), list(REPLACEABLE))
    assert [(row["quarter"], row["third_cents"], row["second_cents"]) for row in found] == [
        (4 * 2022, 2_000, 1_000)
    ]


def test_a_start_that_is_not_yet_a_year_old_takes_no_part(engine: Opener) -> None:
    rules = rules_of(trigger_position=4)
    assert rows_of(count_replaceable(of(engine, CHAIN), rules, EVERYTHING), ["quarter"]) == []


def test_a_third_without_an_amount_is_counted_and_not_priced(engine: Opener) -> None:
    bare = CHAIN.replace("73000", "-")
    found = rows_of(count_replaceable(of(engine, bare), rules_of(), EVERYTHING), list(REPLACEABLE))
    assert [(row["thirds"], row["priced"], row["third_cents"]) for row in found] == [(1, 0, 0)]
    assert found[0]["second_cents"] == 0


def test_a_selection_chooses_among_the_third_starts(engine: Opener) -> None:
    chosen = Selection(2000, 2030, dimension="care_form", value="light")
    assert rows_of(count_replaceable(of(engine, CHAIN), rules_of(), chosen), ["quarter"]) == []
