"""The agreement about the key of a project, and what it says about comparing two sides."""

from datetime import date

import pytest

from core.errors import WrongRules
from core.reading.pseudonyms.agreement import (
    Agreement,
    agreement_from_json,
    agreement_to_json,
)
from core.text import pseudonyms as text

AGREED = Agreement("Aansluiting 2024", "Notaris Verzonnen", date(2024, 3, 1))


def test_an_agreement_is_remembered_as_it_was_made() -> None:
    assert agreement_from_json(agreement_to_json(AGREED)) == AGREED


@pytest.mark.parametrize(
    ("project", "keeper"), [("", "x"), ("x", " "), ("x" * 121, "x"), ("x\ny", "x")]
)
def test_an_agreement_has_a_project_and_a_keeper(project: str, keeper: str) -> None:
    with pytest.raises(WrongRules):
        Agreement(project, keeper, date(2024, 3, 1))


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"agreed_on": "gisteren"}'])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(WrongRules):
        agreement_from_json(written)


def test_the_page_says_who_keeps_the_key() -> None:
    sentence = text.agreed(AGREED.project, AGREED.key_keeper, AGREED.agreed_on)
    assert sentence.startswith("Afgesproken op 01-03-2024 voor Aansluiting 2024: de sleutel is bij")
    assert "derde" in text.ONE_KEY
