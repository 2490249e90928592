"""Nothing exact is behind the pages of this part of the menu, at the levels that are shared."""

from typing import Final

import pytest

from tests.behind.judging import AT_TABLE, BELOW, LEVELS_BELOW, leaks_of
from tests.behind.leaks import Planted
from tests.behind.walking import scripts_of

HERE: Final = [*scripts_of("prepare"), *scripts_of("account")]


@pytest.mark.parametrize("script", HERE)
def test_nothing_exact_is_sent_to_the_table(
    script: str, kept: dict[str, str], planted: Planted
) -> None:
    assert not leaks_of(script, kept, planted, AT_TABLE)


@pytest.mark.parametrize("level", LEVELS_BELOW)
@pytest.mark.parametrize("script", HERE)
def test_nothing_exact_is_sent_below_the_table(
    script: str,
    level: str,
    kept: dict[str, str],
    planted: Planted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    assert not leaks_of(script, kept, planted, BELOW)
