from core.quality.repairs.bridge_missing_month import REPAIR
from tests.quality.mending import mended


def test_one_month_is_missing() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 2024-01-31
    8 2024-03-01 2024-03-31
    """
    assert mended(REPAIR, drawing, "last") == ["2024-02-29 *", "2024-03-31"]


def test_two_months_a_stop_or_another_provider() -> None:
    drawing = """
    provider start last end_reason
    A 2024-01-01 2024-01-31 -
    A 2024-04-01 2024-04-30 31
    A 2024-06-01 2024-06-30 -
    B 2024-08-01 2024-08-31 -
    """
    assert mended(REPAIR, drawing, "last") == [
        "2024-01-31",
        "2024-04-30",
        "2024-06-30",
        "2024-08-31",
    ]
