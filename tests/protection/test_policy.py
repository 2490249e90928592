"""The policy: what a setting chooses, what is refused, and what holds for both rules."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import SHARED, Level, Shape, protect
from core.errors import WrongSetting
from core.protection.policy import (
    MOST_OF_TWO,
    P_PERCENT,
    RULE,
    STATISTICS,
    STRICT,
    Policy,
    policy_of,
)
from core.text.errors import explain

BOTH = pytest.mark.parametrize("rule", [STRICT, STATISTICS], ids=lambda rule: rule.name)


@pytest.mark.parametrize(
    ("word", "chosen"), [(None, STRICT), ("", STRICT), ("streng", STRICT), ("cbs", STATISTICS)]
)
def test_a_setting_chooses_the_policy(word: str | None, chosen: Policy) -> None:
    assert policy_of({} if word is None else {RULE: word}) == chosen


def test_what_one_or_two_may_have_is_set_apart_from_the_rule() -> None:
    chosen = policy_of({RULE: "cbs", P_PERCENT: "15", MOST_OF_TWO: "85"})
    assert chosen == replace(STATISTICS, p_percent=15, most_of_two=85)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        *((RULE, word) for word in ("los", "CBS", "5")),
        *((P_PERCENT, word) for word in ("0", "-1")),
        *((MOST_OF_TWO, word) for word in ("101", "veel")),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(name: str, word: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        policy_of({name: word})
    sentence = explain(refused.value)
    assert sentence.startswith(f"Instelling {name}: ")
    assert sentence.endswith("De app start zo niet.")


@BOTH
@given(persons=st.integers(0, 60), level=st.sampled_from(SHARED))
def test_no_rule_shows_fewer_than_eight_persons(rule: Policy, persons: int, level: Level) -> None:
    table = pd.DataFrame({"clients": [persons]})
    shown = protect(table, level, Shape(counts=["clients"]), rule)["clients"].item()
    assert pd.isna(shown) == (persons < rule.threshold)
    assert rule.threshold >= 8
    assert pd.isna(shown) or (shown % rule.base == 0 and abs(shown - persons) <= rule.base // 2)


@BOTH
def test_at_the_own_level_every_rule_is_silent(rule: Policy) -> None:
    table = pd.DataFrame({"clients": [3], "days": [4.567]})
    shown = protect(table, "eigen", Shape(counts=[], values=["days"]), rule)
    assert shown.to_dict("list") == {"clients": [3], "days": [4.567]}
