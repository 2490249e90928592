"""The slips in the shipped region: each found by its rule, in exactly as many lines as planted."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.frames import frame_of_rows, kept
from core.quality.checking import check_rules, tables_of
from core.quality.delivered import find_delivered
from core.quality.registry import BY_NAME
from core.sample.beside import MADE_ON, SIDED_FROM, SIDED_PROVIDERS
from core.sample.slips import SLIPS
from core.tables import OPEN_END, SET_ASIDE
from tests.sample.conftest import Shipped

GOLDEN = Path(__file__).parents[1] / "golden" / "sample_slips.csv"


def test_every_slip_is_found_by_its_rule(shipped: Shipped) -> None:
    with GOLDEN.open(encoding="utf-8") as file:
        wanted = {row["slip"]: int(row["lines"]) for row in csv.DictReader(file)}
    declarations = kept(shipped.workspace, "declarations")
    nothing = frame_of_rows(shipped.workspace, [], SET_ASIDE)
    tables = tables_of(declarations, nothing, find_delivered(declarations))
    found = check_rules(tables, [BY_NAME[name] for name in wanted])
    assert {result.rule.name: result.lines for result in found} == wanted
    assert list(wanted) == [slip.name for slip in SLIPS]


def test_most_lines_are_declared_within_two_months_and_never_after_the_file_was_made(
    shipped: Shipped,
) -> None:
    lines = shipped.lines
    closed = lines[lines["end"] < OPEN_END]
    lag = closed["declared_on"] - closed["end"]
    assert lines["declared_on"].max() <= MADE_ON
    assert (lag <= 62).mean() == pytest.approx(0.88, abs=0.04)
    assert (lag > 180).sum() > 100


def test_five_providers_delivered_too_and_nearly_all_of_it_agrees(shipped: Shipped) -> None:
    sided = shipped.lines[shipped.lines["side"] != ""]
    assert set(sided["provider"]) == set(SIDED_PROVIDERS)
    assert sided["start"].min() >= SIDED_FROM
    shares = sided["side"].value_counts(normalize=True)
    assert shares["both"] == pytest.approx(0.95, abs=0.01)
    assert min(shares["municipality"], shares["provider"]) > 0.015
    both = sided[sided["side"] == "both"].dropna(subset=["amount_cents"])
    assert both["counterpart_cents"].notna().all()
    assert (both["counterpart_cents"] != both["amount_cents"]).mean() == pytest.approx(
        0.012, abs=0.004
    )
    assert sided[sided["side"] != "both"]["counterpart_cents"].isna().all()


def test_a_line_and_its_corrections_have_one_side(shipped: Shipped) -> None:
    periods = shipped.lines.groupby(["allocation", "start"])["side"].nunique()
    assert periods.max() == 1


def test_a_credit_names_the_line_it_takes_back(shipped: Shipped) -> None:
    lines = shipped.lines
    credits_ = lines[lines["is_credit"]].merge(
        lines, left_on="previous_reference", right_on="reference", suffixes=("", "_taken")
    )
    assert len(credits_) > 0.98 * lines["is_credit"].sum()
    assert (credits_["amount_cents"] == -credits_["amount_cents_taken"]).all()
    assert (credits_["declared_on"] >= credits_["declared_on_taken"]).all()


def test_volume_times_rate_is_the_amount_and_all_of_it_is_told_of_nearly_every_line(
    shipped: Shipped,
) -> None:
    told = shipped.lines.dropna(subset=["volume"])
    assert len(told) / len(shipped.lines) > 0.97
    wrong = (told["amount_cents"].abs() - told["volume"] * told["rate_cents"]).abs() >= 1
    assert wrong.sum() == {slip.name: slip.number for slip in SLIPS}["amount_not_volume_times_rate"]
    assert not set(told["unit"]) & {"82", "83"}


def test_a_client_is_a_young_person_of_a_district(shipped: Shipped) -> None:
    lines = shipped.lines
    years = pd.to_datetime(lines["start"], unit="D").dt.year - lines["birth_year"]
    assert np.percentile(years, [0, 50]).tolist()[0] >= 0
    assert years.median() == pytest.approx(11, abs=2)
    assert lines["district"].nunique() == 14 * 6 + 1
    filled = lines[lines["district"] != ""]
    assert (filled["district"].str[:4] == filled["municipality"]).all()
