"""Deel deze weergave: a full link that brings back the same view, and never more than that."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core.session import CHOSEN_LEVEL, DATA_SET, RULES
from core.text import chains, providers, sharing, shell
from core.trajectories.rules import start_rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, upload, words

CHAINS = "course/chains.py"
PROVIDERS = "picture/providers.py"


def shared(app: AppTest) -> dict[str, str]:
    """Give the parameters of the link that a page offers."""
    (link,) = [code.value for code in app.code]
    return dict(parse_qsl(urlsplit(link).query))


def follow(script: str, link: dict[str, str]) -> AppTest:
    """Open a link on its own page, in a fresh visit."""
    app = arrive(script)
    for name, word in link.items():
        app.query_params[name] = word
    return app.run()


def warned(app: AppTest) -> list[str]:
    """Give the warnings of a page."""
    return [warning.value for warning in app.warning]


@pytest.mark.parametrize(
    ("script", "made"),
    [
        (CHAINS, {"deel": "routes", "vraag": "preceding", "voor": "Pleegzorg"}),
        (CHAINS, {"deel": "odds", "plaats": "1", "gelijk": "huisarts", "hulpvorm": "Basis-ggz"}),
        ("course/stacking.py", {"deel": "special", "selectie": "transport", "gemeente": "9801"}),
        ("course/steps.py", {"deel": "what_if", "aandeel": "70", "wordt": "like_second"}),
        ("course/triggers.py", {"deel": "series", "maat": "share", "sinds": "2023-2"}),
        ("picture/expected.py", {"gebied": "GM9801", "deel": "soorten", "verdeling": "stay"}),
        (PROVIDERS, {"deel": "mirror", "spiegel": "98010017"}),
        ("prepare/quality.py", {"deel": "aansluiting", "per": "quarter"}),
    ],
)
def test_a_link_brings_back_the_view_it_was_made_of(script: str, made: dict[str, str]) -> None:
    whole = SAMPLE | {"periode": "2021_2023"} | made
    first = follow(script, whole)
    assert not first.exception
    assert not {shell.DEAD_VALUE, shell.DEAD_CHOICE} & set(warned(first))
    link = shared(first)
    assert whole.items() <= link.items()
    again = follow(script, link)
    assert shared(again) == link
    assert words(again) == words(first)


def test_a_link_writes_out_what_stands_at_its_default() -> None:
    link = shared(arrive(CHAINS, SAMPLE))
    assert link["periode"] == "2020_2024"
    assert link["deel"] == "lengths"
    for setting in ("as_of.2024-10-31", "merge_gap_days.62", "chain_gap_days.184", "ladder."):
        assert setting in link["regels"]
    assert {"niveau", "level"}.isdisjoint(link)


def test_a_link_made_in_own_walls_names_no_rare_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(THREE_CLIENTS).switch_page(CHAINS).run()
    assert "ladder.~" in shared(app)["regels"]
    assert "Pleegzorg" not in str(shared(app))


def test_frozen_rules_open_the_analysis_that_is_there() -> None:
    app = arrive(CHAINS, SAMPLE)
    link = shared(app)
    before = len(app.session_state[DATA_SET].analyses)
    again = follow(CHAINS, link)
    assert again.session_state[RULES] == start_rules()
    assert len(again.session_state[DATA_SET].analyses) == before


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"onbekend": "1"}, shell.DEAD_VALUE),
        ({"niveau": "eigen"}, shell.DEAD_VALUE),
        ({"selectie": "crisis"}, shell.DEAD_VALUE),
        ({"deel": "nergens"}, shell.DEAD_CHOICE),
        ({"deel": "routes", "vraag": "preceding", "voor": "Nergens"}, shell.DEAD_CHOICE),
        ({"na": "9"}, shell.DEAD_CHOICE),
    ],
)
def test_what_is_not_registered_is_refused_with_a_sentence(
    asked: dict[str, str], sentence: str
) -> None:
    app = follow(CHAINS, SAMPLE | asked)
    assert not app.exception
    assert sentence in warned(app)


def test_a_link_of_the_table_shows_the_council_what_it_may_see(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = SAMPLE | {"deel": "mirror", "spiegel": "98010017"}
    link = shared(follow(PROVIDERS, made | {"aanbieder": "98010017"}))
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "raad")
    app = follow(PROVIDERS, link)
    assert not app.exception
    assert {shell.NOT_AT_LEVEL, shell.DEAD_CHOICE} <= set(warned(app))
    assert not {"aanbieder", "spiegel"} & set(shared(app))
    assert shell.level_line("raad") in words(app)
    assert app.session_state["providers_tab"] == providers.TABS["mirror"]


def test_a_link_never_lifts_a_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = arrive(CHAINS, SAMPLE)
    app.session_state["chains_tab"] = chains.TABS["timeline"]
    link = shared(app.run())
    assert "timeline" not in set(link) - {"deel"}
    app.session_state[CHOSEN_LEVEL] = "tafel"
    for name, word in link.items():
        app.query_params[name] = word
    assert shell.level_line("tafel") in words(app.run())
    assert not [box for box in app.selectbox if box.key == "timeline"]


def test_a_page_says_what_its_link_holds_and_for_whom() -> None:
    said = words(arrive(CHAINS, SAMPLE))
    for part in (sharing.HOLDS, sharing.PAGE, sharing.WHO, sharing.NEWER, sharing.NEVER):
        assert part in said
    assert sharing.ELSEWHERE not in said


def test_where_nothing_is_chosen_there_is_nothing_to_share() -> None:
    app: Any = arrive("picture/municipality.py")
    assert not app.code
