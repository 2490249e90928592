from core.quality.rules.before_youth_act import RULE
from tests.quality.drawing import failing


def test_the_day_before() -> None:
    drawing = """
    start last
    2014-12-31 2015-01-31
    """
    assert failing(RULE, drawing) == [1]


def test_the_first_day() -> None:
    drawing = """
    start last
    2015-01-01 2015-01-31
    """
    assert failing(RULE, drawing) == []
