"""Where providers have no name, neither their names nor their codes are behind a page."""

import pytest

from tests.behind.planted import PROVIDERS, TITLES
from tests.behind.walking import walk

SHOWN = ("picture/providers.py", "prepare/quality.py")
"""Pages that say something of each provider at the table."""


@pytest.mark.parametrize("script", SHOWN)
def test_no_provider_is_told_to_the_public(
    script: str, kept: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "openbaar")
    for stop, sent in walk(script, kept):
        told = list(sent.texts())
        assert not [word for word in told if any(name in word for name in (*TITLES, *PROVIDERS))], (
            stop
        )
        assert not {int(code) for code in PROVIDERS} & sent.whole_numbers(), stop


def test_at_the_table_they_have_their_names(kept: dict[str, str]) -> None:
    told = "".join(text for _, sent in walk(SHOWN[0], kept) for text in sent.texts())
    assert f"Huize {TITLES[0]}" in told
