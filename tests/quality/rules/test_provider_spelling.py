from core.quality.rules.provider_spelling import RULE
from tests.quality.drawing import failing


def test_the_less_usual_spelling() -> None:
    drawing = """
    provider
    De_Linde
    De_Linde
    de_linde
    """
    assert failing(RULE, drawing) == [3]


def test_one_spelling() -> None:
    drawing = """
    provider
    De_Linde
    De_Linde+
    """
    assert failing(RULE, drawing) == []
