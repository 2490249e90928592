"""Where a page says no, it says why and nothing else: no planted number, and no count at all."""

from pathlib import Path
from typing import Final

import pytest

from core.text import guarded
from tests.behind.choices import BROKEN, HIDDEN, Choice, planted_in
from tests.behind.judging import SOAKS, told_at, verdict
from tests.behind.leaks import Planted, planted_of
from tests.behind.planted import Person, plant
from tests.behind.stored import AREA, store
from tests.behind.walking import SCRIPTS, Depth, Stop, opened, seen, walk

PAGES: Final = SCRIPTS if SOAKS else ("prepare/start.py", "course/chains.py")
"""Where a refusal is looked behind: everywhere in the soak, else where it is worded in two ways."""

DEPTH: Final[Depth] = "tabs" if SOAKS else "arrival"

FEWER: Final = 4
"""So many persons are not in the second delivery: too few to show beside the first."""

NAMES: Final = [" ".join(address.values()) for address in BROKEN]


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_planted_is_sent_while_nothing_is_open(
    script: str, apart: dict[str, str], planted: Planted
) -> None:
    assert apart
    for stop, sent in walk(script, AREA, DEPTH):
        assert not [word for word in planted.words if word in " ".join(sent.texts())], stop
        assert not verdict(sent, Planted({}, planted.amounts, planted.words)), stop


@pytest.mark.parametrize("broken", BROKEN, ids=NAMES)
@pytest.mark.parametrize("script", PAGES[-1:] if not SOAKS else PAGES)
def test_a_broken_link_sends_nothing_exact(
    script: str, broken: dict[str, str], apart: dict[str, str], planted: Planted
) -> None:
    sent = seen(opened(script, apart | broken, {}))
    said = [text for text in sent.texts() if text not in {"=".join(one) for one in broken.items()}]
    assert not [word for word in planted.words if word in " ".join(said)]
    assert not [told for told in told_at(Stop(script), sent, planted, DEPTH) if "words" not in told]


@pytest.mark.parametrize("choice", HIDDEN, ids=str)
@pytest.mark.parametrize("script", PAGES)
def test_a_hidden_selection_sends_nothing_exact(
    script: str, choice: Choice, apart: dict[str, str], people: tuple[Person, ...]
) -> None:
    for stop, sent in walk(script, apart | choice.address, DEPTH):
        assert not told_at(stop, sent, planted_in(people, choice), DEPTH), stop


def test_a_refused_page_sends_nothing_of_either_delivery(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = plant()
    fewer = people[FEWER:]
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path))
    first, second = store(people, tmp_path), store(fewer, tmp_path)
    assert guarded.TOO_NEAR_DELIVERY not in seen(opened(PAGES[-1], first, {})).words
    for script in PAGES:
        sent = seen(opened(script, second, {}))
        if script.startswith("course"):
            assert guarded.TOO_NEAR_DELIVERY in sent.words
            assert not sent.tables
        for known in (planted_of(people), planted_of(fewer)):
            assert not told_at(Stop(script), sent, known, DEPTH), script
