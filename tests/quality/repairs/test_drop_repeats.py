from core.quality.repairs.drop_repeats import REPAIR
from tests.quality.mending import mended


def test_said_twice() -> None:
    drawing = """
    start amount_cents volume
    2024-01-01 100 -
    2024-01-01 100 -
    2024-01-01 100 -
    """
    assert mended(REPAIR, drawing, "row") == ["1", "-", "-"]


def test_a_reference_or_another_value() -> None:
    drawing = """
    start amount_cents referrer reference
    2024-01-01 100 - r1
    2024-01-01 100 - r1
    2024-02-01 100 - -
    2024-02-01 - - -
    2024-02-01 100 GI -
    """
    assert mended(REPAIR, drawing, "row") == ["1", "2", "3", "4", "5"]
