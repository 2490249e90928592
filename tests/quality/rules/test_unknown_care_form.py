from core.quality.rules.unknown_care_form import RULE
from tests.quality.drawing import failing


def test_a_code_of_ones_own() -> None:
    drawing = """
    care_form
    YS1U
    """
    assert failing(RULE, drawing) == [1]


def test_a_known_form_however_written() -> None:
    drawing = """
    care_form
    Ambulant_regulier
    jeugd-ggz
    45A05
    """
    assert failing(RULE, drawing) == []
