from core.quality.rules.care_form_spelling import RULE
from tests.quality.drawing import failing


def test_the_less_usual_spelling() -> None:
    drawing = """
    care_form
    Gezinshuis
    Gezinshuis
    gezinshuis
    """
    assert failing(RULE, drawing) == [3]


def test_one_spelling() -> None:
    drawing = """
    care_form
    Gezinshuis
    Pleegzorg
    """
    assert failing(RULE, drawing) == []
