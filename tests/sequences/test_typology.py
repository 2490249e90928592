"""Kinds of routes: what is shown, what is not, and that nobody is ever in a table."""

from itertools import product

import pandas as pd
import pytest

from core.sequences.followed import (
    MONTHS_FOLLOWED,
    count_followed_routes,
    find_followed_amounts,
)
from core.sequences.typology import COLUMNS, FEWEST_CHAINS, find_groups_of_routes
from core.tables import (
    CHAINED,
    FOLLOWED_ROUTES,
    ROUTE_AMOUNTS,
    ROUTE_GROUPS,
    VARIANT_SEPARATOR,
)
from core.trajectories.chains import find_chains
from core.trajectories.cohorts import find_observed
from core.trajectories.steps import find_steps
from tests.conftest import LADDER, TRAJECTORIES, Opener, drawn, rows_of, rules_of, trajectories_of

FEWEST = 10
LEVELS = dict(LADDER)
COUNTS = ("chains", "clients", "days", "rises", "falls", "amount_cents", "providers")

# Client b goes up and then down again and comes back in a chain of its own (after 2021-12);
# client c begins too late to be followed for two years.
FOLLOWED = """
    client_id | care_form | start      | last       | provider | amount_cents
    z         | light     | 2019-01-01 | 2019-01-31 | A        | 100
    a         | light     | 2020-03-01 | 2020-03-31 | A        | 100
    a         | heavy     | 2020-04-01 | 2020-04-30 | B        | 500
    b         | light     | 2020-03-01 | 2020-03-10 | B        | -
    b         | heavy     | 2020-03-11 | 2020-03-20 | B        | 300
    b         | light     | 2021-06-01 | 2024-12-31 | A        | 100
    c         | light     | 2023-06-01 | 2023-06-30 | A        | 100
    """


def test_followed_routes_are_counted_with_what_they_amount_to(engine: Opener) -> None:
    """The light chain of b lasts longer than two years, but no more than those count."""
    rules = rules_of()
    trajectories = engine(trajectories_of(drawn(FOLLOWED)), TRAJECTORIES)
    chained = find_steps(find_chains(trajectories, rules), rules).select(*CHAINED)
    counted = count_followed_routes(find_observed(chained), rules, MONTHS_FOLLOWED)
    assert rows_of(counted, list(FOLLOWED_ROUTES)) == [
        {"variant": "light"} | dict(zip(COUNTS, (1, 0, 730, 0, 0, 100, 1), strict=True)),
        {"variant": "light > heavy"}
        | dict(zip(COUNTS, (2, 2, 61 + 20, 2, 0, 900, 2), strict=True)),
    ]


def test_every_chain_is_in_one_group_of_each_division() -> None:
    routes = region()
    groups = divided(routes)
    wholes = groups[groups["rank"] == 0]
    for _, division in wholes.groupby("groups"):
        parts, everything = division[division["group"] > 0], division[division["group"] == 0]
        for name in ("chains", "clients", "rises", "amount_cents"):
            assert parts[name].sum() == everything[name].sum() == routes[name].sum()


def test_the_best_stable_division_is_chosen() -> None:
    groups = divided(region())
    assert groups["groups"].unique().tolist() == [5, 6, 7]
    chosen = groups[(groups["chosen"] == 1) & (groups["rank"] == 0) & (groups["group"] > 0)]
    assert 5 <= len(chosen) <= 7
    assert chosen["group"].tolist() == list(range(1, len(chosen) + 1))
    assert chosen["returned"].min() >= 60
    assert (chosen["clients"] >= FEWEST).all()


def test_routes_that_lie_apart_are_apart_and_stand_from_light_to_heavy() -> None:
    groups = divided(region())
    chosen = groups[groups["chosen"] == 1]
    group_of = dict(zip(chosen["route"], chosen["group"], strict=True))
    assert group_of["light"] < group_of["heavy"]
    assert group_of["light"] != group_of["light > light"]


def test_a_route_of_few_persons_is_never_named() -> None:
    groups = divided(region())
    named = groups[groups["rank"] > 0]
    assert not named.empty
    assert (named["clients"] >= FEWEST).all()
    for _, group in groups[groups["group"] > 0].groupby(["groups", "group"]):
        whole, routes = group[group["rank"] == 0], group[group["rank"] > 0]
        left = whole["clients"].sum() - routes["clients"].sum()
        assert left == 0 or left >= FEWEST or len(routes) <= 1


def test_too_little_is_not_divided() -> None:
    routes = region()
    few = routes.assign(chains=1, clients=1)
    assert few["chains"].sum() < FEWEST_CHAINS
    assert divided(few).empty
    assert divided(routes.head(5)).empty
    assert divided(routes.head(0)).columns.tolist() == list(COLUMNS)


def test_a_division_with_a_small_group_is_not_shown() -> None:
    groups = divided(region(), fewest=5_000)
    assert not groups["chosen"].any()


def test_a_division_that_does_not_come_back_is_not_shown() -> None:
    """All routes of three steps are taken equally often: nothing holds them together."""
    routes = pd.DataFrame(
        [row(VARIANT_SEPARATOR.join(forms), 10) for forms in product(LEVELS, repeat=3)]
    )
    assert not divided(routes)["chosen"].any()


def test_the_same_routes_give_the_same_groups_in_any_order() -> None:
    routes = region()
    one, other = (divided(table) for table in (routes, routes.iloc[::-1].reset_index(drop=True)))
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("table", [FOLLOWED_ROUTES, ROUTE_GROUPS])
def test_nobody_is_in_a_group(table: dict[str, object]) -> None:
    assert "client_id" not in table
    assert "trajectory_id" not in table


def divided(routes: pd.DataFrame, fewest: int = FEWEST) -> pd.DataFrame:
    """Divide routes of which every chain is that of one person, at one of four providers."""
    amounts = [
        (route["variant"], f"{route['variant']}{number}", "ABCD"[number % 4], 1_000)
        for route in routes.to_dict("records")
        for number in range(int(route["chains"]))
    ]
    table = pd.DataFrame(amounts, columns=list(ROUTE_AMOUNTS))
    return find_groups_of_routes(routes, table, LEVELS, fewest)


def test_behind_a_group_are_the_persons_and_providers_of_its_routes() -> None:
    groups = divided(region())
    assert (groups["amount_person_whole"] == groups["amount_cents"]).all()
    assert (groups["amount_person_number"] == groups["chains"]).all()
    assert (groups["amount_person_first"] == 1_000).all()
    largest = -(-groups["chains"] // 4) * 1_000  # of one route; several routes round up apart
    assert (groups["amount_provider_first"] >= largest).all()
    assert (groups["amount_provider_number"] == 4).all()


def test_amounts_of_followed_routes_are_listed_by_who_had_them(engine: Opener) -> None:
    rules = rules_of()
    trajectories = engine(trajectories_of(drawn(FOLLOWED)), TRAJECTORIES)
    chained = find_steps(find_chains(trajectories, rules), rules).select(*CHAINED)
    found = find_followed_amounts(find_observed(chained), rules, MONTHS_FOLLOWED)
    assert [tuple(one.values()) for one in rows_of(found, list(ROUTE_AMOUNTS))] == [
        ("light", "b", "A", 100),
        ("light > heavy", "a", "A", 100),
        ("light > heavy", "a", "B", 500),
        ("light > heavy", "b", "B", 300),
    ]


def row(variant: str, chains: int) -> dict[str, object]:
    levels = [LEVELS.get(form, 0) for form in variant.split(VARIANT_SEPARATOR)]
    rises = chains if max(levels) > levels[0] else 0
    values = (chains, chains, 300 * len(levels) * chains, rises, 0, 1_000 * chains, 4)
    return {"variant": variant} | dict(zip(COUNTS, values, strict=True))


def region() -> pd.DataFrame:
    """Give routes of a region: short ones often, long ones seldom, some without a rung."""
    sizes = {
        "light": 900,
        "light > light": 300,
        "light > light > light": 120,
        "medium > medium": 80,
        "light > medium": 90,
        "heavy": 200,
        "closed": 60,
        "light > heavy": 180,
        "medium > heavy": 70,
        "foster": 150,
        "foster > foster": 20,
        "light > medium > heavy": 40,
        "heavy > light": 8,
        "medium > heavy > closed": 4,
    }
    return pd.DataFrame([row(variant, chains) for variant, chains in sizes.items()])
