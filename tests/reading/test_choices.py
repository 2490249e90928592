"""What the owner says about whole files: read, remembered by layout, and recalled."""

from pathlib import Path

import pytest

from core.errors import WrongRules
from core.reading.choices import ReadingChoices, read_choices
from core.reading.memory import (
    choices_about,
    choices_from_json,
    choices_to_json,
    fingerprint,
    recall_into,
)

EVERYTHING = ReadingChoices(
    headings={"Nummer kind": "client_id"},
    files={"maart.csv": {"Kolom 7": "amount"}},
    care_forms={"ABC1": "Ambulant regulier"},
    municipalities={"0114": {"ABC1": "Dagbehandeling"}},
    cents=False,
    encrypted=True,
    sides={"maart.csv": "provider"},
    amounts={"maart.csv": "cents"},
    date_orders={"maart.csv": "m-d-y"},
    providers={"maart.csv": "98010017"},
    payers={"april.csv": "9801"},
    kinds={"april.csv": "cbs"},
)


def test_the_settings_of_the_documentation_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(str(read_choices.__globals__["__doc__"]).partition("\n\n")[2])
    choices = read_choices(path)
    assert choices.sides == {"maart.csv": "provider"}
    assert choices.amounts == {"maart.csv": "cents"}
    assert choices.date_orders == {"maart.csv": "m-d-y"}
    assert (choices.providers, choices.payers) == ({"maart.csv": "98010017"}, {"maart.csv": "9801"})
    assert choices.kinds == {"maart.csv": "declarations"}
    assert choices.municipalities == {"0114": {"ABC1": "Dagbehandeling"}}


@pytest.mark.parametrize(
    "line",
    ['[sides]\n"f" = "x"', '[amounts]\n"f" = "x"', '[date_orders]\n"f" = "x"', '[kinds]\n"f" = ""'],
)
def test_an_answer_that_does_not_exist_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(line)
    with pytest.raises(WrongRules) as error:
        read_choices(path)
    assert error.value.reason == "unknown_answer"


@pytest.mark.parametrize(
    ("choices", "otherwise", "in_cents"),
    [
        (ReadingChoices(), False, False),
        (ReadingChoices(), True, True),
        (ReadingChoices(cents=True), False, True),
        (ReadingChoices(cents=True, amounts={"f": "euros"}), True, False),
        (ReadingChoices(cents=False, amounts={"f": "cents"}), False, True),
    ],
    ids=[
        "nobody said, so as reading would",
        "nobody said, and it is a message",
        "what holds for all files",
        "a file in euros among files in cents",
        "a file in cents among files in euros",
    ],
)
def test_cents_or_euros(choices: ReadingChoices, *, otherwise: bool, in_cents: bool) -> None:
    assert choices.in_cents("f", otherwise=otherwise) is in_cents


def test_choices_survive_json() -> None:
    assert choices_from_json(choices_to_json(EVERYTHING)) == EVERYTHING
    assert choices_to_json(ReadingChoices()) == "{}"


@pytest.mark.parametrize("text", ["", "[]", "nonsense"])
def test_json_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(WrongRules):
        choices_from_json(text)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (["bsn pseudo", "BEDRAG", ""], True),
        (["Bedrag", "BSN (pseudo)"], True),
        (["Bedrag"], False),
        (["Bedrag", "BSN pseudo", "Wijk"], False),
    ],
    ids=["capitals and empty columns", "another order and signs", "one less", "one more"],
)
def test_a_layout_is_its_set_of_headings(other: list[str], *, same: bool) -> None:
    assert (fingerprint(["BSN-pseudo", "Bedrag"]) == fingerprint(other)) is same


def test_the_answers_of_march_hold_for_april() -> None:
    remembered = choices_from_json(choices_to_json(choices_about(EVERYTHING, "maart.csv")))
    recalled = recall_into(ReadingChoices(), "juni.csv", remembered)
    assert recalled.files == {"juni.csv": {"Kolom 7": "amount"}}
    assert recalled.sides == {"juni.csv": "provider"}
    assert recalled.amounts == {"juni.csv": "cents"}
    assert recalled.providers == {"juni.csv": "98010017"}
    assert recalled.payers == {}
    assert recalled.care_forms == {}


def test_what_is_chosen_now_goes_before_what_is_remembered() -> None:
    now = ReadingChoices(sides={"f": "municipality"}, files={"f": {"Kolom 7": "volume"}})
    remembered = choices_about(EVERYTHING, "maart.csv")
    recalled = recall_into(now, "f", remembered)
    assert recalled.sides == {"f": "municipality"}
    assert recalled.files == {"f": {"Kolom 7": "volume"}}
