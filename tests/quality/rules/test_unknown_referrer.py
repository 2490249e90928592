from core.quality.rules.unknown_referrer import RULE
from tests.quality.drawing import failing


def test_somebody_else() -> None:
    drawing = """
    referrer
    buurvrouw
    09
    """
    assert failing(RULE, drawing) == [1, 2]


def test_code_name_or_none() -> None:
    drawing = """
    referrer
    huisarts
    02
    GI
    -
    """
    assert failing(RULE, drawing) == []
