"""Referrals: one label for many words, and what follows at equal follow-up."""

import pytest

from core.frames import Frame
from core.referrers import IN_ORDER, in_order
from core.tables import CHAINED
from core.trajectories.grids import merge_rare
from core.trajectories.referrals import (
    count_delivered,
    count_first_forms,
    count_followed,
    count_referrals,
    find_first_trajectories,
    find_referrals,
    name_referrers,
)
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

LINK = {"chain": 1, "kind": "next", "step": "same", "gap_days": 0, "overlap_days": 0}
ALL = Selection(2020, 2024)


def opened(engine: Opener, drawing: str) -> Frame:
    """Open drawn trajectories as ``CHAINED``; ``_`` in a referrer is a space."""
    rows = [LINK | row for row in trajectories_of(drawn(drawing))]
    return engine(
        [row | {"referrer": str(row["referrer"]).replace("_", " ")} for row in rows], CHAINED
    )


WORDS = {
    "Huisarts": "huisarts",
    "02": "huisarts",
    "2": "huisarts",
    "02_Huisarts": "huisarts",
    "GI": "gecertificeerde instelling",
    "Gemeentelijke_toegang": "gemeente",
    "ZELFVERWIJZER/geen_verwijzer": "geen verwijzer",
    "Rechter": "rechter, officier van justitie of JJI",
    "Onbekend": "onbekend",
    "Buurvrouw_Jansen": "Buurvrouw Jansen",
    "?": "",
    "-": "",
}


@pytest.mark.parametrize(("word", "label"), WORDS.items(), ids=WORDS)
def test_a_referrer_is_known_by_any_of_its_words(word: str, label: str, engine: Opener) -> None:
    drawing = f"position  referrer  start  last\n1  {word}  2021-01-01  2021-02-28"
    named = name_referrers(opened(engine, drawing))
    assert rows_of(named, ["referrer"]) == [{"referrer": label}]


def test_referrers_stand_in_the_order_of_the_national_list() -> None:
    assert in_order(["", "onbekend", "school", "huisarts", "gemeente"]) == [
        "gemeente",
        "huisarts",
        "school",
        "onbekend",
        "",
    ]
    assert in_order(sorted(IN_ORDER)) == list(IN_ORDER)


STARTS = """
client_id  position  kind        referrer  care_form  start       last
edge       1         next        huisarts  light      2020-01-31  2020-03-31
k1         1         next        huisarts  light      2020-02-01  2020-03-31
k1         2         next        gemeente  medium     2020-06-01  2020-07-31
k2         1         next        -         light      2020-02-01  2020-03-31
k3         1         next        HUISARTS  heavy      2021-02-01  2021-03-31
k3         1         uncounted   gemeente  transport  2021-02-01  2021-03-31"""


def test_counted_starts_after_the_first_month_are_shared_out_by_year(engine: Opener) -> None:
    found = find_referrals(opened(engine, STARTS), ALL)
    assert rows_of(count_referrals(found, "other", 0), ["year", "referrer", "trajectories"]) == [
        {"year": 2020, "referrer": "", "trajectories": 1},
        {"year": 2020, "referrer": "gemeente", "trajectories": 1},
        {"year": 2020, "referrer": "huisarts", "trajectories": 1},
        {"year": 2021, "referrer": "huisarts", "trajectories": 1},
    ]
    assert rows_of(count_delivered(found), ["referrer", "trajectories", "clients"])[-1] == {
        "referrer": "huisarts",
        "trajectories": 2,
        "clients": 2,
    }


def test_the_first_form_of_a_chain_belongs_to_its_first_referrer(engine: Opener) -> None:
    firsts = find_first_trajectories(opened(engine, STARTS), ALL)
    assert rows_of(count_first_forms(firsts, "rest", 0), ["referrer", "care_form", "chains"]) == [
        {"referrer": "", "care_form": "light", "chains": 1},
        {"referrer": "huisarts", "care_form": "heavy", "chains": 1},
        {"referrer": "huisarts", "care_form": "light", "chains": 1},
    ]


RARE = "client_id  position  referrer  start  last\n" + "\n".join(
    f"{referrer}{number}  1  {referrer}  2021-01-01  2021-02-28"
    for referrer, clients in {"a": 1, "b": 1, "c": 3, "d": 9}.items()
    for number in range(clients)
)


def test_rare_categories_are_merged_with_the_smallest_of_the_rest_when_few(engine: Opener) -> None:
    rare = opened(engine, RARE)
    assert sizes(merge_rare(rare, "referrer", "other", 2)) == {"c": 3, "d": 9, "other": 2}
    assert sizes(merge_rare(rare, "referrer", "other", 3)) == {"d": 9, "other": 5}
    assert sizes(merge_rare(rare, "referrer", "other", 1)) == {"a": 1, "b": 1, "c": 3, "d": 9}
    assert sizes(merge_rare(rare, "referrer", "other", 10)) == {"other": 14}


def sizes(frame: Frame) -> dict[str, int]:
    """Count the rows of each referrer."""
    names = [row["referrer"] for row in rows_of(frame, ["referrer"])]
    return {name: names.count(name) for name in names}


FOLLOWED = """
client_id  position  referrer  start       last
edge       1         huisarts  2020-01-01  2020-03-31
k1         1         huisarts  2021-12-31  2022-03-31
k1         2         gemeente  2022-12-31  2023-03-31
k1         3         gemeente  2023-12-31  2024-03-31
k2         1         huisarts  2021-12-31  2022-03-31
k2         2         huisarts  2023-01-01  2023-03-31
k3         1         huisarts  2023-12-31  2024-01-31
k3         2         huisarts  2024-02-01  2024-03-31
k4         1         huisarts  2024-01-01  2024-01-31
k4         2         huisarts  2024-02-01  2024-03-31"""


def test_chains_are_followed_equally_long_from_their_first_start(engine: Opener) -> None:
    chained = opened(engine, FOLLOWED)
    counted = count_followed(find_first_trajectories(chained, ALL), rules_of())
    found = rows_of(counted, ["months", "position", "reached", "chains"])
    assert {(row["months"], row["position"], row["reached"]): row["chains"] for row in found} == {
        (12, 2, "yes"): 2,  # k1 to the day, k3; k2 a day late, k4 begins too late to be followed
        (12, 2, "no"): 1,
        (12, 3, "yes"): 0,
        (12, 3, "no"): 3,
        (24, 2, "yes"): 2,
        (24, 2, "no"): 0,
        (24, 3, "yes"): 1,
        (24, 3, "no"): 1,
    }
