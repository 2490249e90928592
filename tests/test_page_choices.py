"""The table of choices that travel: complete, without doubles, and as the pages offer them."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from core.benchmark.shares import MEASURES
from core.choice_words import READERS
from core.expected.outcomes import DIVISIONS
from core.page_choices import LEFT_OUT, TABLE, choices_on
from core.providers.mirror import BASES
from core.sequences.odds import POSITIONS
from core.stacking.selections import SELECTIONS
from core.stepping.escalation import LEAST_LENGTHS
from core.stepping.what_if import REPLACEMENTS
from core.text import (
    adherence,
    endings,
    municipality,
    patterns,
    quality,
    referral_mirror,
    routes,
    series,
    shell,
    spending,
    stock,
)
from core.text import expected as expected_text
from pages.expected_look import CHOICES
from pages.linked_page import PLACES
from pages.quality_months import SUPPLIERS
from pages.what_if import SHARES

RESERVED = {
    *("data", "gemeente", "periode", "hulpvorm", "aanbieder", "verwijzer", "regels", "gebied"),
    *("groep", "open", "niveau"),
}
OFFERED: dict[str, Collection[object]] = {
    "routes_view": routes.VIEWS,
    "routes_reading": routes.READINGS,
    "pattern_months": patterns.MONTHS,
    "odds_position": POSITIONS,
    "waiting_position": endings.POSITIONS,
    "stock_unit": stock.UNITS,
    "stock_grain": stock.GRAINS,
    "special": SELECTIONS,
    "stepped_from": LEAST_LENGTHS,
    "what_if_share": SHARES,
    "what_if_by": REPLACEMENTS,
    "kept_by": adherence.WAYS,
    "series": series.WAYS,
    "municipality_group": municipality.GROUPS,
    "spending_kind": spending.KINDS,
    "funnel_measure": MEASURES,
    "expected_form": CHOICES,
    "expected_division": DIVISIONS,
    "mirror_measure": referral_mirror.MEASURES,
    "mirror_basis_{mirror_provider}": BASES,
    "months_supplier": SUPPLIERS,
    "sides_group": quality.GROUPS,
    "sides_number": quality.NUMBERS,
}
"""What a page offers, of every choice with words of its own."""

ELSEWHERE = (
    *("municipality", "from_year", "to_year", "dimension", "value"),  # travel under other names
    *("level_choice", "meeting_table", "open_", "kept_", "key_", "guess_", "column_", "corrected_"),
    *("form_", "side", "show_log", "rule_", "rung_", "exception_", "agreed_", "set_"),
)
"""Keys of shared filters, of rules, and of fields that bring data in or take them out."""

PAGES = sorted((Path(__file__).parents[1] / "pages").rglob("*.py"))
CHOOSING = {
    *("selectbox", "radio", "multiselect", "segmented_control", "pills", "toggle", "slider"),
    *("select_slider", "text_input", "show_tabs", "tabs"),
}


def test_each_choice_has_a_page_and_a_parameter_of_its_own() -> None:
    pages = set(shell.ADDRESSES.values())
    for choice in TABLE:
        assert choice.page in pages
        assert choice.kind in {*READERS, "place"}
        assert choice.parameter not in RESERVED
    named = [(choice.page, choice.parameter) for choice in TABLE]
    assert len(set(named)) == len(named)
    assert len({choice.key for choice in TABLE}) == len(TABLE)


def test_each_page_with_parts_says_which_is_open() -> None:
    pages = {choice.page for choice in TABLE}
    assert all(choices_on(page)[0].parameter == "deel" for page in pages)


@pytest.mark.parametrize("choice", TABLE, ids=lambda choice: choice.key)
def test_the_words_of_a_choice_are_what_its_page_offers(choice: object) -> None:
    (found,) = [one for one in TABLE if one == choice]
    if found.kind == "place":
        assert len(PLACES[found.key]) == len(found.words) == len(set(found.words))
    elif found.words:
        assert set(found.words) == {str(one) for one in OFFERED[found.key]}
    assert PLACES["expected_part"] == expected_text.TABS


def test_every_field_of_a_page_travels_or_is_known_to_stay() -> None:
    travels = {re.sub(r"\{.*", "", choice.key) for choice in TABLE}
    stays = (*LEFT_OUT, *ELSEWHERE)
    found = {key for file in PAGES for key in _keys_of(file)}
    left = {key for key in found if not key.startswith(stays)}
    assert not {key for key in left if not any(one.startswith(key) for one in travels)}


def test_what_stays_behind_is_still_there() -> None:
    written = "\n".join(file.read_text() for file in PAGES)
    assert all(f'"{key}' in written for key in LEFT_OUT)


def _keys_of(file: Path) -> Iterator[str]:
    """Give the keys of the fields of a module as far as they are written down, in lower case."""
    tree = ast.parse(file.read_text())
    constants = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in CHOOSING:
            for word in node.keywords:
                if word.arg == "key" and (key := _written(word.value, constants)):
                    yield key.lower()


def _constants(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Constant):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {ast.unparse(target): str(node.value.value) for target in targets}
    return found


def _written(value: ast.expr, constants: dict[str, str]) -> str:
    match value:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name):
            return constants.get(name, "")
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
            return re.sub(r"\{.*", "", constants.get(name, ""))
    return ""
