from core.quality.repairs.fill_from_allocation import REPAIR
from tests.quality.mending import mended


def test_the_others_agree() -> None:
    drawing = """
    allocation provider municipality referrer
    7 A G huisarts
    7 - G -
    7 A - huisarts
    """
    assert mended(REPAIR, drawing, "provider", "municipality", "referrer") == [
        "A G huisarts",
        "A G huisarts *",
        "A G huisarts *",
    ]


def test_they_differ_or_there_is_no_number() -> None:
    drawing = """
    allocation client_id provider municipality referrer
    7 k A G huisarts
    7 k B G GI
    7 k - G -
    - k - G -
    7 m - G -
    """
    assert mended(REPAIR, drawing, "provider", "municipality", "referrer") == [
        "A G huisarts",
        "B G GI",
        "- G -",
        "- G -",
        "- G -",
    ]
