"""What the picture of the flow holds: columns, places in ladder order, and nothing hidden."""

import pandas as pd
import pytest

from core.charts.chains import BAR, LANE, chart_flow, chart_lengths
from core.charts.flow_layout import FORM, HEIGHT, laid_out, ribbons
from core.export.lettering import width_of
from core.export.note import PICTURE_WIDTH
from core.export.pictures import WIDER
from core.text import chains as text
from core.text.chain_lengths import parts_of_lengths

LADDER = (("light", 2), ("heavy", 7))
AS_OF = 20_088  # the last day of 2024


def flows_of(*rows: tuple[int, str, str, str, int | None]) -> pd.DataFrame:
    """Write streams as (column, source, target, kind of target, chains)."""
    table = pd.DataFrame(rows, columns=["column", "source", "target", "target_kind", "chains"])
    return table.assign(source_kind=FORM, chains=table["chains"].astype("Int64"))


FLOWS = flows_of(
    (1, "light", "heavy", FORM, 40),
    (1, "light", "", "ended", 60),
    (1, "heavy", "", "running", 20),
    (2, "heavy", "", "too_recent", 40),
)


def test_heavier_care_stands_higher_and_ends_stand_last() -> None:
    nodes = laid_out(FLOWS, dict(LADDER))
    places = [node.place for node in nodes]
    assert places == [
        (1, FORM, "heavy"),
        (1, FORM, "light"),
        (2, FORM, "heavy"),
        (2, "running", ""),
        (2, "ended", ""),
        (3, "too_recent", ""),
    ]
    assert all(0 <= node.top <= HEIGHT for node in nodes)


def test_a_node_holds_all_that_passes_it() -> None:
    sizes = {node.place: node.chains for node in laid_out(FLOWS, dict(LADDER))}
    assert sizes[1, FORM, "light"] == 100
    assert sizes[2, FORM, "heavy"] == 40


def test_ribbons_leave_and_arrive_within_their_nodes() -> None:
    nodes = laid_out(FLOWS, dict(LADDER))
    where = {node.place: node for node in nodes}
    drawn = ribbons(FLOWS, nodes)
    assert len(drawn) == len(FLOWS)
    for stream in drawn.to_dict("records"):
        for end, top in (("from", "leaves"), ("to", "arrives")):
            node = where[stream[end]]
            assert node.top - 0.01 <= stream[top]
            assert stream[top] + stream["thickness"] <= node.top + node.height + 0.01


def test_a_hidden_stream_is_not_drawn_and_its_places_get_no_number() -> None:
    hidden = flows_of((1, "light", "heavy", FORM, None), (1, "light", "", "ended", 60))
    nodes = laid_out(hidden, dict(LADDER))
    assert {node.place: node.is_whole for node in nodes} == {
        (1, FORM, "light"): False,
        (2, "ended", ""): True,
    }
    assert len(ribbons(hidden, nodes)) == 1


def test_the_picture_heads_its_columns_and_tells_every_stream() -> None:
    spec = chart_flow(FLOWS, LADDER).to_dict()
    drawn = [row for rows in spec["datasets"].values() for row in rows]
    assert {"1e traject", "2e traject", "3e traject"} <= {row.get("words") for row in drawn}
    told = [row["described"] for row in drawn if "described" in row]
    assert "Na het 1e traject van light naar heavy: 40 reeksen" in told
    assert spec["layer"][0]["encoding"]["tooltip"][0]["title"] == text.FROM


@pytest.mark.parametrize(
    ("words", "number"), [("Persoonlijke verzorging", "995"), ("te recent om te weten", "9.995")]
)
def test_a_number_stands_beside_its_words_on_paper_too(words: str, number: str) -> None:
    room = PICTURE_WIDTH * WIDER * (LANE - BAR) / (3 + LANE)
    assert width_of(words, 12.5) + width_of(number, 12.5, bold=True) < room


def test_lengths_lie_end_to_end_up_to_a_whole() -> None:
    lengths = pd.DataFrame(
        {"cohort": 2022, "length": [1, 2], "longest": [1, 4], "chains": [75, 25]}
    )
    parts = parts_of_lengths({24: lengths}, AS_OF)
    assert parts["end"].tolist() == [75.0, 100.0]
    assert parts["name"].tolist() == ["1", "2 of meer"]
    assert parts["row"].tolist() == ["2022, twee jaar gevolgd"] * 2
    assert chart_lengths(parts).to_dict()["layer"][0]["encoding"]["x"]["title"] == text.CHAINS_AXIS


def test_a_cohort_that_could_not_be_followed_to_its_end_says_so() -> None:
    lengths = pd.DataFrame({"cohort": 2022, "length": [1], "longest": [1], "chains": [75]})
    parts = parts_of_lengths({24: lengths}, AS_OF - 61)
    assert parts["row"].tolist() == ["2022 t/m oktober, twee jaar gevolgd"]


def test_a_cohort_with_a_hidden_part_has_no_shares() -> None:
    lengths = pd.DataFrame(
        {"cohort": 2022, "length": [1, 2], "longest": [1, 2], "chains": [75, None]}
    )
    assert parts_of_lengths({24: lengths}, AS_OF).empty
