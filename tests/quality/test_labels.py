"""Quality labels: what lacks how much, and what that is called."""

from typing import Any

import pandas as pd
import pytest

from core.disclosure import Shape, protect
from core.quality.labels import TOPICS, count_topics, label_rows, mark_of
from core.tables import DECLARATIONS, TRAJECTORIES
from core.text import labels as text
from tests.conftest import Opener, drawn, lines_of, trajectories_of

NUMBERS = Shape(counts=["number"])


def test_what_every_topic_lacks_is_counted(engine: Opener) -> None:
    lines = drawn("""
        client_id  side      start  last  amount_cents  counterpart_cents  volume  dated
        a          both      10     20    5             5                  1       1
        a          both      10     20    5             6                  1       1
        b          provider  10     20    -             -                  -       0
        c          -         99     99    5             -                  2       1""")
    care = drawn("""
        client_id  start  last  status       referrer
        a          10     -     running      -
        a          10     20    unknown_end  gemeente
        b          10     20    ended        huisarts""")
    whole = [row | {"side": row["side"] or "", "dated": bool(row["dated"])} for row in lines]
    volumes = [row | {"volume": row["volume"] and float(row["volume"])} for row in whole]
    counted = count_topics(
        engine(lines_of(volumes), DECLARATIONS), engine(trajectories_of(care), TRAJECTORIES), 90
    )
    found = counted.sort_values(["topic", "part"]).to_dict("records")
    assert [tuple(row.values()) for row in found if row["part"] == "lacking"] == [
        ("duration", "lacking", 1, 1),
        ("freshness", "lacking", 1, 1),
        ("money", "lacking", 1, 1),
        ("order", "lacking", 1, 1),
        ("referrer", "lacking", 1, 1),
        ("sides", "lacking", 3, 3),
        ("volume", "lacking", 1, 1),
    ]
    assert {row["topic"]: row["number"] for row in found if row["part"] == "whole"} == {
        **dict.fromkeys(TOPICS, 4),
        "duration": 2,
        "referrer": 3,
    }
    published = protect(counted, "eigen", NUMBERS)
    assert label_rows(published).set_index("topic")["mark"]["duration"] == "weak"


@pytest.mark.parametrize(
    ("share", "mark"),
    [(0.0, "good"), (0.054, "good"), (0.06, "mind"), (0.2, "mind"), (0.21, "weak"), (None, "mind")],
)
def test_up_to_5_percent_is_good_and_above_20_is_weak(share: float | None, mark: str) -> None:
    assert mark_of(share) == mark


def judged(level: Any, lacking: tuple[int, int], whole: tuple[int, int]) -> pd.DataFrame:  # noqa: ANN401
    rows = [
        {"topic": topic, "part": part, "number": number, "clients": clients}
        for topic in TOPICS
        for part, (number, clients) in (("lacking", lacking), ("whole", whole))
    ]
    return label_rows(protect(pd.DataFrame(rows), level, NUMBERS))


def test_a_label_says_what_the_share_means() -> None:
    rows = judged("tafel", (120, 60), (1000, 500))
    assert text.beside(rows, "duration") == (
        "Duur: ! let op. 12% van de trajecten heeft geen stopdatum: de duur is een ondergrens."
    )
    table = text.label_table(rows)
    assert table[text.TOPIC].tolist() == list(text.TOPIC_NAMES.values())


def test_nothing_delivered_is_weak_but_a_second_side_that_never_spoke_is_not() -> None:
    rows = judged("tafel", (1000, 500), (1000, 500)).set_index("topic")
    assert rows["mark"]["money"] == "weak"
    assert rows["sentence"]["money"] == text.ABSENT["money"]
    assert rows["mark"]["sides"] == "mind"


def test_where_mostly_one_side_spoke_there_is_nobody_to_disagree_with() -> None:
    rows = judged("tafel", (880, 400), (1000, 500)).set_index("topic")
    assert rows["mark"]["sides"] == "mind"
    assert rows["sentence"]["sides"].startswith("88% van alle regels")
    assert rows["mark"]["money"] == "weak"


def test_what_fewer_than_ten_persons_lack_is_good_among_many_and_hidden_among_few() -> None:
    many = judged("tafel", (40, 3), (1000, 500))
    assert set(many["mark"]) == {"good"}
    assert set(many["sentence"]) == {text.RARE}
    few = judged("tafel", (40, 3), (100, 50))
    assert set(few["mark"]) == {"mind"}
    assert set(few["sentence"]) == {text.HIDDEN}


def test_exactly_nothing_lacking_is_said_at_the_own_level() -> None:
    rows = judged("eigen", (0, 0), (100, 50)).set_index("topic")
    assert rows["sentence"]["order"] == text.COMPLETE["order"]
    assert rows["share"]["order"] == 0.0
