"""The invented purchase and waiting times: they can be read, and say something about the region."""

from core.reading.lots import read_lots
from core.reading.waiting_times import read_waiting_times
from core.sample.providers import CODES
from tests.sample.conftest import SAMPLE, Shipped


def test_every_product_but_youth_protection_is_in_a_lot(shipped: Shipped) -> None:
    lots = {row["product"] for row in read_lots(SAMPLE / "percelen.csv")}
    assert set(shipped.lines["product"]) - lots == {"48A04", "47B10"}


def test_waiting_times_are_of_providers_that_are_there_and_some_are_not_public() -> None:
    rows = read_waiting_times(SAMPLE / "wachttijden.csv")
    assert {row["provider"] for row in rows} <= set(CODES)
    assert 10 <= sum(row["days"] is None for row in rows) <= 40
    assert len({row["reference_day"] for row in rows}) == 1
