from core.quality.rules.unknown_end_reason import RULE
from tests.quality.drawing import failing


def test_a_code_of_another_list() -> None:
    drawing = """
    end_reason
    19
    """
    assert failing(RULE, drawing) == [1]


def test_code_name_both_or_none() -> None:
    drawing = """
    end_reason
    31
    volgens_plan
    31_volgens_plan
    05
    -
    """
    assert failing(RULE, drawing) == []
