"""The generator: the right columns, the same for a seed, and as many lines as asked for."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from core.care_forms import known_form
from core.products import product_of
from core.sample.care import HELPS
from core.sample.providers import CODES, PROVIDERS
from core.sample.region import SCHEMA, make_region, region_parts
from core.tables import DECLARATIONS, OPEN_END
from tests.sample.conftest import SAMPLE, Shipped


@pytest.fixture(scope="module")
def made() -> pa.Table:
    return make_region(seed=1)


def test_the_columns_are_those_of_the_vocabulary(made: pa.Table) -> None:
    assert made.schema == SCHEMA
    assert made.column_names == list(DECLARATIONS)


def test_only_numbers_may_be_missing(made: pa.Table) -> None:
    beside = {"counterpart_cents", "declared_on", "volume", "rate_cents", "birth_year"}
    missing = {name for name in SCHEMA.names if made[name].null_count}
    assert "amount_cents" in missing <= {"amount_cents", *beside}


def test_the_shipped_file_is_what_seed_1_gives(made: pa.Table) -> None:
    assert pq.read_table(SAMPLE / "region.parquet", schema=SCHEMA).equals(made)


def test_another_seed_gives_other_people(made: pa.Table) -> None:
    other = make_region(seed=2)
    assert not set(pc.unique(other["client_id"]).to_pylist()) & set(
        pc.unique(made["client_id"]).to_pylist()
    )


def test_fewer_lines_are_the_first_ones(made: pa.Table) -> None:
    assert make_region(seed=1, lines=500).equals(made.slice(0, 500))


def test_more_lines_are_further_people(made: pa.Table) -> None:
    first, second = region_parts(seed=1, lines=made.num_rows + 1000)
    assert second.num_rows == 1000
    assert second["row"][0].as_py() == made.num_rows + 1
    for column in ("client_id", "allocation"):
        assert not set(pc.unique(first[column]).to_pylist()) & set(second[column].to_pylist())


def test_every_line_is_a_period_of_care(shipped: Shipped) -> None:
    lines = shipped.lines
    assert (lines["start"] < lines["end"]).all()
    assert lines["start"].min() == _day("2020-01-01")
    closed = lines["end"][lines["end"] < OPEN_END]
    assert closed.max() <= _day("2025-01-01")


def test_periods_say_months_and_little_more(shipped: Shipped) -> None:
    """At least nine in ten are whole months, so that silence of two months is no interruption."""
    closed = shipped.lines[shipped.lines["end"] < OPEN_END]
    starts = pd.to_datetime(closed["start"], unit="D").dt.day == 1
    ends = pd.to_datetime(closed["end"], unit="D").dt.day == 1
    assert 0.90 <= (starts & ends).mean() < 1
    assert shipped.rules.merge_gap_days == 62


def test_credits_are_negative_and_debits_are_not(shipped: Shipped) -> None:
    priced = shipped.lines.dropna(subset="amount_cents")
    assert ((priced["amount_cents"] < 0) == priced["is_credit"]).all()


@pytest.mark.parametrize("help_", HELPS, ids=lambda help_: help_.label)
def test_every_kind_of_help_is_a_care_form_of_the_app(help_: object) -> None:
    label, product = getattr(help_, "label", ""), getattr(help_, "product", "")
    form = known_form(label)
    assert form is not None
    assert form.label == label
    known = product_of(product)
    assert known is None or known.label == label


def test_an_agb_code_cannot_be_taken_for_a_bsn() -> None:
    assert len(set(CODES)) == 40
    assert all(len(code) == 8 for code in CODES)
    assert len({provider.name for provider in PROVIDERS}) == 40
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    for code in CODES:
        digits = map(int, code.zfill(9))
        assert sum(w * d for w, d in zip(weights, digits, strict=True)) % 11


def _day(text: str) -> int:
    return (pd.Timestamp(text) - pd.Timestamp("1970-01-01")).days
