"""The sentence above a picture: what it shows, of how many, and what it is when that is hidden."""

import pandas as pd
import pytest

from core.providers.peers import Mirror
from core.text import chain_costs, reconciliation, step_tables, steps
from core.text import provider_mirror as mirror

YEARS = {2022: (40, 20, 40), 2023: (None, 15, 25), 2024: (50, 10, 40)}
STEPS = pd.DataFrame(
    [
        {"year": year, "step": step, "starts": starts}
        for year, counts in YEARS.items()
        for step, starts in zip(("up", "down", "same"), counts, strict=True)
    ]
).astype({"starts": "Int64"})


def test_of_steps_the_last_year_stands_beside_the_first_that_is_shown() -> None:
    said = step_tables.years_finding(step_tables.in_step_order(STEPS, as_of=20027))
    assert said == (
        "Van de 100 vervolgstappen in 2024 (t/m 31-10) ging 50% omhoog en 10% omlaag; "
        "van de 100 in 2022 was dat 40% en 20%."
    )
    one = step_tables.in_step_order(STEPS[STEPS["year"] == 2022], as_of=20027)
    assert step_tables.years_finding(one).endswith("in 2022 ging 40% omhoog en 20% omlaag.")


def test_a_year_with_a_hidden_part_is_not_told() -> None:
    hidden = step_tables.in_step_order(STEPS[STEPS["year"] == 2023], as_of=20027)
    assert step_tables.years_finding(hidden) == steps.YEARS_TITLE


def followed(counts: dict[tuple[str, str], int | None]) -> pd.DataFrame:
    rows = [
        {
            "source_kind": "form",
            "source": source,
            "target_kind": "rest" if target == "rest" else "form",
            "target": target,
            "chains": chains,
        }
        for (source, target), chains in counts.items()
    ]
    return step_tables.with_share_of_source(pd.DataFrame(rows).astype({"chains": "Int64"}))


def test_what_followed_most_is_a_share_of_who_began_so() -> None:
    table = followed({("A", "B"): 30, ("A", "rest"): 90, ("B", "A"): 25, ("B", "rest"): 25})
    said = step_tables.followups_finding(table)
    assert said.endswith("het vaakst: B na A (25% van 120 reeksen).")


def test_what_followed_as_often_is_named_too_and_nothing_hidden_is() -> None:
    table = followed({("A", "B"): 30, ("A", "rest"): 30, ("B", "A"): 30, ("B", "rest"): 70})
    assert "B na A (50% van 60 reeksen) en A na B (30% van 100 reeksen)" in (
        step_tables.followups_finding(table)
    )
    hidden = followed({("A", "B"): 30, ("A", "rest"): None})
    assert step_tables.followups_finding(hidden) == steps.FOLLOWUPS_TITLE


COSTS = pd.DataFrame(
    {
        "length": [1, 2, 3],
        "chains": pd.array([100, 50, 20], dtype="Int64"),
        "middle_cents": pd.array([100_000, 250_000, 900_000], dtype="Int64"),
    }
)


def test_costs_are_told_of_the_shortest_and_of_the_longest_chains() -> None:
    assert chain_costs.lengths_finding(COSTS) == (
        "De middelste reeks kostte tot nu toe € 1.000 bij 1 traject (van 100 reeksen) en "
        "€ 9.000 bij 3 of meer trajecten op rij (van 20 reeksen)."
    )
    one = COSTS.assign(middle_cents=COSTS["middle_cents"].mask(COSTS["length"] > 1))
    assert chain_costs.lengths_finding(one).endswith("€ 1.000 bij 1 traject (van 100 reeksen).")
    none = COSTS.assign(middle_cents=pd.array([pd.NA] * 3, dtype="Int64"))
    assert chain_costs.lengths_finding(none) == chain_costs.LENGTHS_TITLE


@pytest.mark.parametrize(
    ("outcome", "column", "said"),
    [
        (
            "matched",
            "provider",
            "80% van de regels is bij beide kanten gelijk, per aanbieder die te tonen is.",
        ),
        (
            "both",
            "quarter",
            (
                "50% tot 80% van de trajecten is bij beide kanten bekend, "
                "per kwartaal dat te tonen is."
            ),
        ),
    ],
)
def test_both_sides_are_told_by_the_groups_that_are_shown(
    outcome: str, column: str, said: str
) -> None:
    other = {"provider": None, "quarter": 10}[column]
    counts = pd.DataFrame(
        {
            column: [8088, 8088, 8089, 8089],
            "outcome": [outcome, "only_provider"] * 2,
            "lines": pd.array([80, 20, 10, other], dtype="Int64"),
        }
    )
    bars = reconciliation.outcome_bars(counts, column, "lines", str)
    assert reconciliation.groups_finding(bars, column) == said
    hidden = bars.assign(share=bars["share"].mask(bars["share"] > 0))
    assert reconciliation.groups_finding(hidden, column) == reconciliation.TITLE


def test_days_of_a_provider_stand_beside_those_of_others() -> None:
    seen = Mirror(200.4, 60, None, (100.0, 150.0, 300.0), (120.0, 250.0), 0)
    said = mirror.days_finding("Noord", seen, "Basis-ggz")
    assert said.startswith("De helft van de 60 trajecten Basis-ggz van Noord is klaar na 200 dagen")
    assert said.endswith("bij de middelste helft van de andere aanbieders na 120 tot 250 dagen.")
    alone = Mirror(200.4, 60, None, (), None, 3)
    assert mirror.days_finding("Noord", alone, "Basis-ggz").endswith("na 200 dagen.")
    hidden = Mirror(None, None, None, (), None, 3)
    assert mirror.days_finding("Noord", hidden, "Basis-ggz") == mirror.DAYS_TITLE
