"""The same headline under other definitions: what the variants are, and what each gives."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis import Analysis, analyse
from core.charts.sensitivity import chart_grid
from core.frames import Workspace, collect, frame_of_rows, keep, open_duckdb
from core.readings import NO_WHOLE, READINGS, Reading, read_all
from core.sensitivity import (
    GRID,
    OWN,
    differs_in_pauses_only,
    find_group_switched,
    find_kind_variants,
    find_variants,
    measure_variants,
)
from core.tables import DAY_PRICES, DECLARATIONS, TRAJECTORIES
from core.text import administrative, general
from core.text import sensitivity as text
from core.trajectories.rules import ADMINISTRATIVE, SENSITIVITY
from core.trajectories.selection import Selection
from core.trajectories.tariffs import count_day_prices, ladder_by_price
from tests.conftest import (
    Opener,
    Row,
    drawn,
    lines_of,
    rows_of,
    rules_of,
    trajectories_of,
)

ALL_YEARS = Selection(2020, 2024)
CARE = """
    care_form         start       last
    Wijkteam          2021-01-01  2021-03-31
    Dyslexie          2021-04-15  2021-06-30
    Residentieel      2021-09-01  2022-03-31
    Wijkteam          2022-03-01  2022-12-31
    Residentieel      2023-02-15  2023-12-31"""


@pytest.fixture(scope="module")
def opened() -> tuple[Workspace, Analysis]:
    """Analyse forty with all that care, twenty with the first of it, and forty from before."""
    workspace = open_duckdb()
    early = drawn("care_form start last\n Wijkteam 2020-03-01 2020-03-31")
    rows: list[Row] = [
        row
        | {"client_id": f"k{number}", "start": row["start"] + number, "end": row["end"] + number}
        for number in range(40)
        for row in drawn(CARE)
    ]
    rows += [row | {"client_id": f"e{number}"} for number in range(40) for row in early]
    rows += [row | {"client_id": f"s{number}"} for number in range(20) for row in drawn(CARE)[:1]]
    keep(workspace, frame_of_rows(workspace, lines_of(rows), DECLARATIONS), "declarations")
    ladder = (("Residentieel", 7), ("Wijkteam", 1))
    rules = rules_of(merge_gap_days=62, ladder=ladder, uncounted=("Dyslexie",))
    return workspace, analyse(workspace, rules, name="a1")


def test_every_pair_of_pauses_and_every_switch_is_a_variant(
    opened: tuple[Workspace, Analysis],
) -> None:
    variants = find_variants(opened[1])
    names = [variant.name for variant in variants]
    grid = [v.rules for v in variants if v.name == GRID]
    assert [(r.merge_gap_days, r.chain_gap_days) for r in grid] == [
        (merge, chain)
        for merge in SENSITIVITY["merge_gap_days"]
        for chain in SENSITIVITY["chain_gap_days"]
    ]
    assert names[0] == OWN
    assert names[1 + len(grid) :] == [
        *("by_price", "with_parallel", "with_dyslexia", "without_administrative"),
    ]
    assert set(names) - {GRID} <= set(text.SWITCH_NAMES)
    assert variants[-2].rules.uncounted == ()


def test_a_variant_is_what_an_analysis_by_those_rules_gives(
    opened: tuple[Workspace, Analysis],
) -> None:
    """Nothing that is built again differs from what would be built from the beginning."""
    workspace, base = opened
    variants = [*find_variants(base)[3:21:6], *find_variants(base)[21:]]
    found = measure_variants(workspace, base, variants, exactly, lambda _: None)
    for variant, (chained, triggers) in zip(variants, found, strict=True):
        fresh = analyse(workspace, variant.rules, name="fresh")
        pd.testing.assert_frame_equal(chained, exactly(fresh)[0])
        pd.testing.assert_frame_equal(triggers, exactly(fresh)[1])


def exactly(analysis: Analysis) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the chains and the triggers of an analysis, in one order."""
    by = ["trajectory_id"]
    return (
        collect(analysis.chained.sort(*by)).reset_index(drop=True),
        collect(analysis.triggers.sort(*by)).reset_index(drop=True),
    )


def test_nothing_stays_behind_in_the_workspace(opened: tuple[Workspace, Analysis]) -> None:
    workspace, base = opened
    before = tables_of(workspace)
    measure_variants(workspace, base, find_variants(base)[:3], lambda _: None, lambda _: None)
    assert tables_of(workspace) == before
    with pytest.raises(RuntimeError):
        measure_variants(workspace, base, find_variants(base)[:3], refuse, lambda _: None)
    assert tables_of(workspace) == before


def refuse(analysis: Analysis) -> None:
    raise RuntimeError(analysis.rules.chain_gap_days)


def tables_of(workspace: Workspace) -> set[str]:
    rows = workspace.session.execute("SELECT table_name FROM information_schema.tables")
    return {name for (name,) in rows.fetchall()}


def test_each_kind_of_step_on_paper_is_turned_by_itself(
    opened: tuple[Workspace, Analysis],
) -> None:
    base = opened[1]
    on = find_kind_variants(base)[1:]
    assert [variant.rules.administrative for variant in on] == [(kind,) for kind in ADMINISTRATIVE]
    all_on = replace(base, rules=replace(base.rules, administrative=ADMINISTRATIVE))
    off = find_kind_variants(all_on)[1:]
    assert all(variant.name not in variant.rules.administrative for variant in off)
    assert all(len(variant.rules.administrative) == 4 for variant in off)


def test_a_group_is_turned_to_the_other_side_or_is_not_there() -> None:
    rules = rules_of(uncounted=("OTS", "Vervoer"))
    counted = find_group_switched(rules, ["OTS", "Vervoer", "light"], "measures")
    assert counted is not None
    assert (counted.name, counted.rules.uncounted) == ("with_measures", ("Vervoer",))
    back = find_group_switched(counted.rules, ["OTS", "Vervoer", "light"], "measures")
    assert back is not None
    assert (back.name, back.rules.uncounted) == ("without_measures", ("Vervoer", "OTS"))
    assert find_group_switched(rules, ["light"], "dyslexia") is None


def test_the_readings_of_a_page_are_published(opened: tuple[Workspace, Analysis]) -> None:
    """Forty of sixty chains reach three in a row, and those go up from the team to the stay."""
    read = read_all(opened[1], ALL_YEARS, "tafel")
    assert set(read) == set(READINGS) == set(text.SUBJECTS) == set(administrative.HEADLINES)
    assert read["long_chains"] == Reading(40, 60)
    assert read["light_up"] == Reading(40, 60)
    assert read["talks"].whole == NO_WHOLE
    few = read_all(opened[1], replace(ALL_YEARS, municipality="elsewhere"), "tafel")
    assert few["long_chains"] == Reading(None, None)
    assert few["long_chains"].share is None


def test_a_price_is_the_median_of_amounts_by_day(engine: Opener) -> None:
    rows = drawn("""
        client_id  care_form  start  last  amount_cents
        a          light      0      9     1000
        b          light      0      9     3000
        c          light      0      99    2000
        a          heavy      0      -     50000
        b          unpriced   0      9     -""")
    prices = count_day_prices(engine(trajectories_of(rows), TRAJECTORIES), 99)
    assert rows_of(prices, list(DAY_PRICES)) == [
        {"care_form": "heavy", "cents_per_day": 500.0, "clients": 1},
        {"care_form": "light", "cents_per_day": 100.0, "clients": 3},
    ]


def test_the_ladder_by_price_hands_out_the_same_rungs_in_another_order() -> None:
    ladder = (("dear", 1), ("cheap", 7), ("rare", 8), ("middle", 3))
    prices = [("dear", 90.0, 10), ("cheap", 10.0, 99), ("rare", 1.0, 9), ("middle", 50.0, 10)]
    unknown = ("foster", 20.0, 99)
    assert ladder_by_price(ladder, [*prices, unknown]) == (("cheap", 1), ("dear", 7), ("middle", 3))


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.tuples(st.integers(1, 9), st.integers(1, 99)), min_size=1
    )
)
def test_a_ladder_by_price_rises_with_the_price(forms: dict[str, tuple[int, int]]) -> None:
    ladder = tuple((form, level) for form, (level, _) in forms.items())
    prices = [(form, float(price), 10) for form, (_, price) in forms.items()]
    handed = dict(ladder_by_price(ladder, prices))
    assert sorted(handed.values()) == sorted(level for _, level in ladder)
    in_order = [handed[form] for form, _, _ in sorted(prices, key=lambda row: (row[1], row[0]))]
    assert in_order == sorted(in_order)


ROWS = pd.DataFrame(
    {
        "name": [OWN, GRID, GRID, GRID, "by_price"],
        "merge_gap_days": [62, 0, 62, 92, 62],
        "chain_gap_days": [184, 184, 184, 184, 184],
        "part": [40, 45, 40, None, 38],
        "whole": [100, 100, 100, None, 100],
        "is_refused": [False] * 5,
    }
).astype({"part": "Int64", "whole": "Int64"})


def test_the_finding_is_a_range_and_says_what_could_not_be_shown() -> None:
    assert text.finding(ROWS, "light_up") == (
        "Tussen **38%** en **45%** van de licht begonnen reeksen gaat binnen twee jaar omhoog, "
        "hoe u ook telt. Op 1 van de 5 manieren zijn er te weinig jeugdigen om iets te tonen."
    )
    same = ROWS.iloc[[0, 2]]
    assert text.finding(same, "light_up").startswith("**40%** van de licht")
    assert text.finding(ROWS.iloc[[3]], "light_up") == general.NOTHING_TO_SHOW
    counts = same.assign(whole=NO_WHOLE, part=[1200, 1500]).astype({"part": "Int64"})
    assert text.finding(counts, "talks").startswith("Tussen **1.200** en **1.500** starts")


def test_what_the_guard_refuses_is_told_and_is_not_called_few() -> None:
    refused = ROWS.assign(part=ROWS["part"].where(ROWS.index < 4), is_refused=ROWS.index == 4)
    assert text.rows_of_switches(refused)[text.OUTCOME].tolist() == ["40% van 100", text.REFUSED]
    assert text.finding(refused, "light_up").endswith(
        "Op 1 van de 5 manieren zijn er te weinig jeugdigen om iets te tonen. "
        "Op 1 van de 5 manieren is de uitkomst niet te tonen naast een eerder antwoord."
    )
    assert administrative.rows_of_effects({"talks": refused}, ()).iloc[-1, 1] == text.REFUSED


def test_other_pauses_are_part_of_the_answer_and_other_switches_are_not() -> None:
    pauses = rules_of(merge_gap_days=92, chain_gap_days=31)
    assert differs_in_pauses_only(rules_of(), pauses)
    assert not differs_in_pauses_only(rules_of(), replace(pauses, uncounted=("Dyslexie",)))


def test_the_grid_shows_each_share_with_its_denominator_and_marks_the_choice() -> None:
    cells = text.cells_of_grid(ROWS[ROWS["name"] == GRID], (62, 184))
    assert cells["share_label"].tolist() == ["45%", "40%", "niet te tonen"]
    assert cells["whole_label"].tolist() == ["van 100", "van 100", ""]
    assert cells["is_own"].tolist() == [False, True, False]
    table = text.rows_of_grid(cells)
    assert table.iloc[:, 1].tolist() == ["45% van 100", "40% van 100", "niet te tonen"]
    drawing = chart_grid(cells).to_dict()
    fields = {layer["encoding"]["text"]["field"] for layer in drawing["layer"][2:]}
    assert fields == {"share_label", "whole_label"}
    switches = text.rows_of_switches(ROWS)
    assert switches[text.OUTCOME].tolist() == ["40% van 100", "38% van 100"]
