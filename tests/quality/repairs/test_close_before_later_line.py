from core.quality.repairs.close_before_later_line import REPAIR
from tests.quality.mending import mended


def test_a_later_line_ends() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 -
    7 2024-02-01 2024-02-29
    """
    assert mended(REPAIR, drawing, "last") == ["2024-02-29 *", "2024-02-29"]


def test_the_last_line_runs() -> None:
    drawing = """
    allocation start last
    7 2024-01-01 -
    7 2024-02-01 2024-02-29
    7 2024-03-01 -
    - 2024-01-01 -
    - 2024-02-01 2024-02-29
    """
    assert mended(REPAIR, drawing, "last") == ["-", "2024-02-29", "-", "-", "2024-02-29"]
