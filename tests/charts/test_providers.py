"""What the pictures of Aanbieders hold: published numbers, no name of another provider."""

import json

import pandas as pd
import pytest

from core.charts import theme
from core.charts.provider_coverage import chart_coverage
from core.charts.provider_lots import chart_lots
from core.charts.provider_mirror import chart_mirror
from core.charts.provider_waiting import chart_waiting_list
from core.charts.providers import CELL, chart_active
from core.providers.peers import Mirror
from core.tables import ELSEWHERE, MISSING
from core.text import provider_coverage, provider_lots, provider_mirror, provider_waiting
from core.text import providers as text

CELLS = text.cells_of(
    pd.DataFrame(
        {
            "municipality": ["2", "1", "1", "1"],
            "care_form": ["light", "heavy", "light", ELSEWHERE],
            "providers": pd.array([4.0, None, 1.0, 9.0], dtype="Float64"),
            "trajectories": pd.array([40, None, 20, None], dtype="Int64"),
            "clients": pd.array([40, None, 20, 15], dtype="Int64"),
        }
    ),
    {"1": "Noord", "2": "Zuid"},
    ["light", "heavy", ELSEWHERE],
)


def rows_of(chart: object) -> list[dict[str, object]]:
    """List the rows that a picture carries."""
    spec = chart.to_dict()  # type: ignore[attr-defined]
    return [row for rows in spec.get("datasets", {}).values() for row in rows]


def test_a_cell_that_is_protected_is_not_in_the_picture() -> None:
    spec = chart_active(CELLS).to_dict()
    drawn = rows_of(chart_active(CELLS))
    assert [(row["place"], row["form"], row["words"]) for row in drawn] == [
        ("Noord", "light", "1"),
        ("Noord", text.OTHER_FORMS, "9"),
        ("Zuid", "light", "4"),
    ]
    assert [parameter["name"] for parameter in spec["params"]] == [CELL]


def test_a_number_that_is_left_out_beside_another_is_not_called_small() -> None:
    table = text.active_table(CELLS)
    assert table[text.TRAJECTORIES].tolist() == ["20", "niet te tonen", "40"]
    assert table[text.CLIENTS].tolist() == ["20", "15", "40"]


def test_who_has_a_number_for_a_name_stands_in_order_of_numbers() -> None:
    labels = {str(place): text.unnamed(place) for place in (1, 2, 10)}
    counts = pd.DataFrame(
        {"provider": [MISSING, "10", "1", "2"], "trajectories": 20, "clients": 20}
    )
    table = text.cell_table(counts, labels | {MISSING: "onbekend"})
    names = ["aanbieder 1", "aanbieder 2", "aanbieder 10", "onbekend"]
    assert table[text.PROVIDER].tolist() == names


def test_few_providers_are_not_called_the_largest_ten() -> None:
    assert text.finding(COUNTS.head(3), LABELS, named=True) == ("3 aanbieders gaven 90 trajecten.")
    assert text.finding(COUNTS.head(1), LABELS, named=True) == "1 aanbieder gaf 50 trajecten."


def test_the_finding_is_about_one_form_in_one_place() -> None:
    assert text.active_finding(CELLS) == (
        "De meeste aanbieders zijn actief bij light in Zuid: 4; in 1 van de 2 vakken is het er één."
    )


COUNTS = pd.DataFrame(
    {
        "provider": ["A", "B", "C", ELSEWHERE, MISSING],
        "providers": pd.array([1, 1, 1, 7, 0], dtype="Float64"),
        "trajectories": pd.array([50, 30, 10, 5, 5], dtype="Int64"),
        "clients": pd.array([50, 30, 10, 5, 5], dtype="Int64"),
    }
)
LABELS = {"A": "Aa", "B": "Bee", "C": "Cee", ELSEWHERE: text.OTHER_PROVIDERS, MISSING: "-"}


def test_the_curve_adds_up_to_all_with_the_rest_last() -> None:
    curve = provider_coverage.curve_of(COUNTS, LABELS, frozenset({"B"}))
    assert curve["label"].tolist()[-2:] == [f"{text.OTHER_PROVIDERS} (7)", "-"]
    assert curve["cumulated"].tolist() == pytest.approx([0.5, 0.8, 0.9, 0.95, 1.0])
    assert curve["present"].tolist() == [False, True, False, False, False]
    said = "2 aanbieders zijn samen goed voor 60% van de trajecten."
    assert provider_coverage.larger_part(curve) == said
    spec = json.dumps(chart_coverage(curve).to_dict())
    assert theme.OWN in spec
    assert "60%: 2 aanbieders" in spec


def test_no_sum_is_told_beside_a_number_that_is_left_out() -> None:
    hidden = COUNTS.assign(trajectories=pd.array([50, 30, 10, 5, None], dtype="Int64"))
    assert provider_coverage.curve_of(hidden, LABELS, frozenset()).empty


SIDES = pd.DataFrame(
    {
        "side": ["inside", "outside"],
        "trajectories": pd.array([62, 38], dtype="Int64"),
        "clients": pd.array([70, 30], dtype="Int64"),
        "amount_cents": pd.array([630, 370], dtype="Int64"),
    }
)


@pytest.mark.parametrize(("shared", "cents"), [(True, 0.65), (False, 0.63)])
def test_shares_of_euros_are_in_steps_where_they_are_shared(shared: bool, cents: float) -> None:  # noqa: FBT001
    covered = provider_coverage.covered_of(SIDES, SIDES, shared=shared)
    assert (covered.trajectories, covered.clients, covered.cents) == (0.62, 0.7, cents)
    assert provider_coverage.sentence(covered, named=True).startswith(
        "Met wie nu aan tafel zit dekken we 62% van de trajecten, 70% van de jeugdigen en 6"
    )


def test_of_a_choice_by_hand_the_owner_alone_has_the_costs() -> None:
    told = [
        provider_coverage.covered_of(SIDES, SIDES, shared=shared, by_hand=True).cents
        for shared in (True, False)
    ]
    assert told == [None, 0.63]


def test_a_side_that_is_protected_leaves_no_share() -> None:
    hidden = SIDES.assign(amount_cents=pd.array([None, None], dtype="Int64"))
    covered = provider_coverage.covered_of(hidden, SIDES, shared=True)
    assert covered.cents is None
    assert "kosten" not in provider_coverage.sentence(covered, named=True)


MIRRORS = {
    provider_mirror.FIRST: Mirror(0.5, 100, (0.4, 0.6), (0.45, 0.5, 0.55), (0.47, 0.53), 1),
    provider_mirror.THIRD: Mirror(0.3, 100, (0.22, 0.4), (0.1, 0.12, 0.2), (0.11, 0.16), 1),
    provider_mirror.EARLY: Mirror(None, None, None, (), None, 2),
}


def test_the_mirror_has_no_name_and_no_mark_for_what_is_protected() -> None:
    own, others = provider_mirror.own_rows(MIRRORS), provider_mirror.other_rows(MIRRORS)
    chart = chart_mirror(own, others, in_days=False)
    assert set(others) == {"label", "value"}
    scale = chart.to_dict()["layer"][0]["encoding"]["y"]["scale"]
    assert provider_mirror.MEASURES[provider_mirror.EARLY] not in scale["domain"]
    assert all("provider" not in row for row in rows_of(chart))


def test_only_what_surely_lies_outside_the_middle_half_is_asked_about() -> None:
    asked = provider_mirror.questions("Aa", MIRRORS)
    measure = provider_mirror.MEASURES[provider_mirror.THIRD]
    assert len(asked) == 1
    assert measure in asked[0]
    assert "ligt bij Aa hoger dan bij de middelste helft van de anderen:" in asked[0]
    assert asked[0].endswith("?")


def test_too_few_others_leave_the_own_picture() -> None:
    alone = {provider_mirror.THIRD: Mirror(0.3, 100, (0.2, 0.4), (), None, 0)}
    assert provider_mirror.finding("Aa", alone, "light") == (
        "Van de 100 trajecten light van Aa was 30% het derde of een later traject."
    )
    assert provider_mirror.questions("Aa", alone) == []
    row = provider_mirror.table_of(alone).iloc[0]
    assert row[provider_mirror.MIDDLE] == provider_mirror.DASH


def test_what_may_not_be_shown_is_not_called_few() -> None:
    """A measure goes as soon as one part of it is small, however many it is counted on."""
    hidden = {provider_mirror.SAME: Mirror(None, None, None, (), None, 7)}
    row = provider_mirror.table_of(hidden).iloc[0]
    assert row[provider_mirror.NUMBER] == row[provider_mirror.OWN] == "niet te tonen"


ROWS = pd.DataFrame(
    {
        "provider": ["A", "B"],
        "care_form": ["light", "light"],
        "kind": ["intake", "start"],
        "days": [20, None],
        "reference_day": [20_000, 20_001],
    }
)


def test_what_is_not_public_has_no_dot_and_a_dash_in_the_table() -> None:
    dots = provider_waiting.dots_of(ROWS, LABELS, ["light"])
    assert [row["provider"] for row in rows_of(chart_waiting_list(dots))] == ["Aa"]
    table = provider_waiting.line_table(ROWS, LABELS, ["light"])
    assert table[provider_waiting.DAYS].tolist() == ["20", provider_waiting.DASH]
    assert provider_waiting.reference_days(ROWS) == ("peildatums 04-10-2024 tot en met 05-10-2024")


USE = pd.DataFrame(
    {
        "lot": ["L", "M", MISSING],
        "year": [2022, 2022, 2022],
        "clients": pd.array([50, 40, 30], dtype="Int64"),
        "providers": pd.array([5, 2, 3], dtype="Float64"),
        "amount_cents": pd.array([110_000_00, None, 70_000_00], dtype="Int64"),
    }
)
RATES = pd.DataFrame(
    {
        "lot": ["L"],
        "year": [2022],
        "lines": pd.array([90], dtype="Int64"),
        "whole": pd.array([100], dtype="Int64"),
    }
)


def test_a_lot_whose_euros_are_protected_has_no_bar() -> None:
    rows = provider_lots.used_rows(USE, {("L", 2022): 100_000_00, ("M", 2022): 1}, RATES)
    assert rows["label"].tolist() == ["L", "M", provider_lots.NO_LOT]
    assert rows["used"].tolist() == ["110%", "niet te tonen", provider_lots.NO_CEILING]
    assert rows["at_rate"].tolist() == ["90%", "niet te tonen", "niet te tonen"]
    bars = [row for row in rows_of(chart_lots(rows)) if "label" in row]
    assert [row["label"] for row in bars] == ["L"]
    assert provider_lots.finding(rows, 2022, 20_000) == (
        "In 2022 is het meest gebruikt van L: 110% van het plafond; op of over het plafond: L."
    )
