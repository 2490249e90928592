from core.quality.rules.product_contradicts_care_form import RULE
from tests.quality.drawing import failing


def test_foster_care_as_ambulant_help() -> None:
    drawing = """
    product care_form
    43A03 Ambulant_regulier
    45A04 Gezinshuis
    """
    assert failing(RULE, drawing) == [1, 2]


def test_they_agree_or_are_not_known() -> None:
    drawing = """
    product care_form
    45A04 Ambulant_regulier
    43A03 Pleegzorg
    YS1U Gezinshuis
    45A04 Maatwerk
    """
    assert failing(RULE, drawing) == []
