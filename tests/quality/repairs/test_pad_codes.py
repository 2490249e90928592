from core.quality.repairs.pad_codes import REPAIR
from tests.quality.mending import mended


def test_zeros_come_back() -> None:
    drawing = """
    provider municipality
    1234567 106
    1234567 Assen
    Zorg1 0106
    """
    assert mended(REPAIR, drawing, "provider", "municipality") == [
        "01234567 0106 *",
        "01234567 Assen *",
        "Zorg1 0106",
    ]


def test_names_and_long_numbers_stay() -> None:
    drawing = """
    provider municipality
    Zorg Assen
    01234567 0106
    123456789 -
    - 12345
    """
    assert mended(REPAIR, drawing, "provider", "municipality") == [
        "Zorg Assen",
        "01234567 0106",
        "123456789 -",
        "- 12345",
    ]
