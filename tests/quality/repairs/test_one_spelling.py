from core.quality.repairs.one_spelling import REPAIR
from tests.quality.mending import mended


def test_the_most_usual_wins() -> None:
    drawing = """
    care_form provider
    Gezinshuis A
    Gezinshuis A
    gezinshuis a
    Gezinshuis a
    """
    assert mended(REPAIR, drawing, "care_form", "provider") == [
        "Gezinshuis A",
        "Gezinshuis A",
        "Gezinshuis A *",
        "Gezinshuis A *",
    ]


def test_another_name_stays() -> None:
    drawing = """
    care_form provider
    Gezinshuis A
    Pleegzorg A+
    Pleegzorg -
    """
    assert mended(REPAIR, drawing, "care_form", "provider") == [
        "Gezinshuis A",
        "Pleegzorg A+",
        "Pleegzorg -",
    ]
