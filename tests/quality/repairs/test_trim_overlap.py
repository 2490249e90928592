from core.quality.repairs.trim_overlap import REPAIR
from tests.quality.mending import mended


def test_shared_days_count_once() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 2024-01-31
    7 2024-01-20 2024-02-29
    """
    assert mended(REPAIR, drawing, "start", "last") == [
        "2024-01-01 2024-01-31",
        "2024-02-01 2024-02-29 *",
    ]


def test_within_credited_or_of_another() -> None:
    drawing = """
    allocation start last is_credit
    7 2024-01-01 2024-01-31 -
    7 2024-01-10 2024-01-15 -
    8 2024-01-20 2024-02-29 -
    7 2024-01-20 2024-02-29 -
    7 2024-01-20 2024-02-29 ja
    7 2024-02-01 2024-02-29 -
    """
    assert mended(REPAIR, drawing, "start", "last") == [
        "2024-01-01 2024-01-31",
        "2024-01-10 2024-01-15",
        "2024-01-20 2024-02-29",
        "2024-01-20 2024-02-29",
        "2024-01-20 2024-02-29",
        "2024-02-01 2024-02-29",
    ]
