"""``rules.toml``: every setting by its own name, and one sentence for what cannot be meant."""

from datetime import date
from pathlib import Path

import pytest

from core.errors import WrongRules
from core.reading.settings import read_rules
from core.text.errors import explain
from core.trajectories.calendar import day_number
from core.trajectories.rules import AUTO, Rules, settled

WHOLE = """
merge_gap_days = "auto"
chain_gap_days = 92
count_parallel = true
as_of = 2024-06-30
uncounted = ["Vervoer", "Coaching"]

[ladder]
"Pleegzorg" = 5
"Verblijf" = 7
"""


def rules_in(folder: Path, text: str) -> Rules:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path)


def test_settings_are_read_by_name_and_the_rest_stays_at_its_default(tmp_path: Path) -> None:
    rules = rules_in(tmp_path, WHOLE)
    assert rules == Rules(
        merge_gap_days=AUTO,
        chain_gap_days=92,
        count_parallel=True,
        as_of=day_number(date(2024, 6, 30)),
        uncounted=("Vervoer", "Coaching"),
        uncounted_groups=(),
        ladder=(("Pleegzorg", 5), ("Verblijf", 7)),
        default_ladder=False,
    )


def test_given_labels_replace_the_default_and_match_exactly(tmp_path: Path) -> None:
    fixed = settled(rules_in(tmp_path, WHOLE), ["pleegzorg", "Verblijf", "vervoer", "Crisis"], 0, 0)
    assert fixed.ladder == (("Pleegzorg", 5), ("Verblijf", 7))
    assert fixed.uncounted == ("Vervoer", "Coaching")


def test_default_labels_match_without_regard_to_case_and_punctuation() -> None:
    fixed = settled(Rules(), ["AMBULANT (regulier)", "jeugdzorg-plus", "vervoer", "Iets"], 0, 0)
    assert dict(fixed.ladder) == {"AMBULANT (regulier)": 2, "jeugdzorg-plus": 8}
    assert fixed.uncounted == ("vervoer",)


def test_a_rung_given_on_screen_goes_before_the_default_one() -> None:
    changed = Rules(ladder=(("Pleegzorg", 5), ("Gezinshuis", 0)))
    fixed = settled(changed, ["Pleegzorg", "Gezinshuis", "Residentieel"], 0, 0)
    assert dict(fixed.ladder) == {"Pleegzorg": 5, "Residentieel": 7}


@pytest.mark.parametrize(
    "text",
    [
        "chain_gap_days = ",
        "chain_gap = 3",
        "default_ladder = false",
        "chain_gap_days = -1",
        "chain_gap_days = true",
        "chain_gap_days = 1.5",
        'count_parallel = "ja"',
        'as_of = "morgen"',
        "trigger_position = 0",
        "merge_gap_days = -1",
        'uncounted = "Vervoer"',
        "uncounted_groups = ['everything']",
        "[ladder]",
        '[ladder]\n"Pleegzorg" = 0',
        '[ladder]\n"Pleegzorg" = "zwaar"',
    ],
)
def test_what_cannot_be_meant_is_one_dutch_sentence(text: str, tmp_path: Path) -> None:
    with pytest.raises(WrongRules) as caught:
        rules_in(tmp_path, text)
    assert explain(caught.value).endswith(".")
