"""Every problem and every rule has its Dutch sentence: what, where, and what to do."""

import ast
from pathlib import Path

import pytest

from core import errors
from core.errors import (
    DataError,
    HostileFile,
    IdentifyingData,
    LogBroken,
    MissingMeaning,
    NothingAccepted,
    NothingFetched,
    NotReadable,
    NotStored,
    SourceNotReached,
    SourceNotUsable,
    StoreTrouble,
    UnusableInput,
    WrongHost,
    WrongKey,
    WrongOption,
    WrongRules,
    WrongSetting,
)
from core.reading.findings import ERRORS, WARNINGS, found
from core.reading.identifying import PERSONAL_WORDS
from core.reading.ijw.records import IDENTIFYING
from core.text.errors import KINDS, REASONS, RULE_REASONS, explain
from core.text.findings import SENTENCES
from core.text.settings import KEY_REASONS

EVERY_ERROR: list[DataError] = [
    NotReadable("f.csv", "empty"),
    MissingMeaning("f.csv", ("client_id", "end"), ("A", "B")),
    IdentifyingData("f.csv", "Naam", "name", 0),
    HostileFile("f.csv", "bomb"),
    NothingAccepted(("f.csv",), 3),
    WrongRules("as_of", "wants_date"),
    WrongOption("--as-of", "day"),
    WrongSetting("TRAJECTZICHT_RULE", "rule"),
    NotStored("0123456789abcdef", "deleted", "2026-11-22"),
    LogBroken(7, "changed"),
    StoreTrouble("full"),
    WrongKey("short"),
    WrongHost("TRAJECTZICHT_OPENDATA_STATLINE"),
    SourceNotReached("opendata.example", "busy"),
    SourceNotUsable("85099NED", "no_measure", "Aantal"),
    NothingFetched("connection"),
    UnusableInput((NotReadable("f.csv", "empty"), WrongKey("short"))),
]


def test_every_error_is_explained() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type)}
    ours = {kind for kind in kinds if issubclass(kind, DataError)} - {DataError}
    assert {type(error) for error in EVERY_ERROR} == ours


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
def test_an_explanation_says_where_and_ends_well(error: DataError) -> None:
    sentence = explain(error)
    assert sentence.endswith(".")
    assert getattr(error, "file", "") in sentence


@pytest.mark.parametrize("rule", [*ERRORS, *WARNINGS])
def test_every_rule_has_a_sentence(rule: str) -> None:
    finding = found(rule, "f.csv", 1234)
    assert finding.message.endswith(".")
    assert "{" not in finding.message
    assert ("{rows}" not in SENTENCES[rule]) or "1.234" in finding.message


def test_no_sentence_belongs_to_no_rule() -> None:
    assert set(SENTENCES) == {*ERRORS, *WARNINGS}


def test_every_reason_in_the_code_has_words() -> None:
    given = {
        "NotReadable": set[str](),
        "HostileFile": set[str](),
        "WrongKey": set[str](),
        "WrongRules": set[str](),
    }
    for file in Path(errors.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in given:
                last = node.args[-1]
                if isinstance(last, ast.Constant):
                    given[ast.unparse(node.func)].add(str(last.value))
    assert given["NotReadable"] | given["HostileFile"] <= set(REASONS)
    assert given["WrongKey"] <= set(KEY_REASONS)
    assert given["WrongRules"] <= set(RULE_REASONS)
    assert {*PERSONAL_WORDS, *IDENTIFYING.values()} <= set(KINDS)


def test_a_heading_that_is_too_long_for_one_is_cut() -> None:
    story = "zo lang\nis " + "een kolomnaam nooit " * 5
    told = explain(MissingMeaning("f.csv", ("start",), (story,)))
    assert story not in told
    assert "\n" not in told
