from core.quality.repairs.close_at_stop import REPAIR
from tests.quality.mending import mended


def test_a_stop_was_told() -> None:
    drawing = """
    allocation start last end_reason
    7 2024-01-01 - -
    7 2024-02-01 2024-02-29 31
    """
    assert mended(REPAIR, drawing, "last") == ["2024-02-29 *", "2024-02-29"]


def test_told_for_another_or_begun_later() -> None:
    drawing = """
    allocation start last end_reason
    8 2024-01-01 - -
    7 2024-03-01 - -
    7 2024-02-01 2024-02-29 31
    - 2024-01-01 - -
    """
    assert mended(REPAIR, drawing, "last") == ["-", "-", "2024-02-29", "-"]
