from core.quality.rules.future_declaration import RULE
from tests.quality.drawing import failing

TWO_MONTHS = "start last\n" + "2024-01-01 2024-01-31\n" * 11 + "2024-02-01 2024-02-29\n" * 11


def test_long_after_all_others() -> None:
    assert failing(RULE, TWO_MONTHS + "2031-05-01 2031-05-31") == [23]


def test_in_a_usual_month() -> None:
    assert failing(RULE, TWO_MONTHS) == []
