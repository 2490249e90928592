"""Charts of routes: blocks in ladder colours, shares of protected numbers, nothing hidden."""

from typing import Any

import pandas as pd

from core.charts import theme
from core.charts.routes import chart_preceding, chart_routes
from core.sequences.routes import measure_coverage
from core.text import preceding, routes

LADDER = (("light", 2), ("heavy", 7))


def drawn(chart: Any) -> list[list[dict[str, Any]]]:  # noqa: ANN401 - a chart of any kind
    """List the rows of every layer."""
    whole = chart.to_dict()
    layers = [layer if "data" in layer else whole for layer in whole["layer"]]
    return [whole["datasets"][layer["data"]["name"]] for layer in layers]


def test_a_route_has_a_block_for_every_step_in_the_colour_of_its_rung() -> None:
    chart = chart_routes(routes.bars_of_routes(_routes(60, 40)), LADDER)
    bars, _, blocks = drawn(chart)
    assert [row["row"] for row in bars] == ["light > heavy", "overige routes"]
    assert bars[0]["words"] == "60% · 60 reeksen"
    colours = theme.form_colours(LADDER)
    assert [row["colour"] for row in blocks] == [colours["light"], colours["heavy"]]
    assert chart.to_dict()["layer"][0]["encoding"]["x"]["title"] == routes.SHARE_AXIS


def test_a_hidden_number_leaves_nothing_to_draw() -> None:
    bars = routes.bars_of_routes(_routes(60, None))
    assert bars.empty
    assert drawn(chart_routes(bars, LADDER)) == [[], [], []]
    assert routes.finding(_routes(60, None)) == routes.TITLE


def test_what_is_merged_is_said_with_its_number() -> None:
    assert routes.merged(_routes(60, 40)).startswith("15 van 16 routes zijn samengevoegd")


def test_what_went_before_stands_in_ladder_order_with_the_rest_and_nothing_last() -> None:
    counts = _preceding(60, 40)
    bars, _ = drawn(chart_preceding(preceding.bars_of(counts, LADDER), LADDER))
    assert [row["row"] for row in bars] == [
        *("light", "heavy"),
        preceding.OTHER_FORMS,
        preceding.NOTHING,
    ]
    assert [row["label"] for row in bars] == ["50%", "20%", "15%", "40%"]
    assert preceding.finding(counts, "closed") == (
        "Van 100 jeugdigen die met closed begonnen, had 50% in het jaar ervoor light en 40% geen "
        "andere hulp."
    )


def test_a_hidden_kind_hides_every_share() -> None:
    counts = _preceding(60, None)
    assert preceding.bars_of(counts, LADDER).empty
    assert preceding.rows_of(counts, LADDER)[preceding.BEFORE].tolist() == [preceding.INVISIBLE]


def _routes(chains: int, rest: int | None) -> pd.DataFrame:
    rows = [(1, "light > heavy", 1, chains, chains), (0, "", 15, rest, rest)]
    columns = ["rank", "route", "routes", "chains", "clients"]
    table = pd.DataFrame(rows, columns=columns)
    return measure_coverage(
        table.astype({"routes": "Int64", "chains": "Int64", "clients": "Int64"})
    )


def _preceding(something: int, nothing: int | None) -> pd.DataFrame:
    rows = [
        ("something", "", something),
        ("nothing", "", nothing),
        ("invisible", "", 30),
        ("form", "heavy", 20),
        ("form", "light", 50),
        ("rest", "", 15),
    ]
    table = pd.DataFrame(rows, columns=["kind", "care_form", "clients"])
    return table.assign(clients=table["clients"].astype("Int64"))
