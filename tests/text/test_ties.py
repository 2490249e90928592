"""A finding that names the largest names whoever is as large, and never who only stands first."""

import re
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import (
    combinations,
    decomposition,
    districts,
    follows,
    handovers,
    kinds,
    municipality_groups,
    provider_lots,
    providers,
    referrers,
    ties,
)

Numbers = list[int]


def names_of(numbers: Numbers) -> list[str]:
    return [f"naam{place:02d}" for place in range(len(numbers))]


def active(numbers: Numbers) -> str:
    """Let as many providers be active in each of some municipalities."""
    frame = pd.DataFrame({"place": names_of(numbers), "form": "vorm", "providers": numbers})
    return providers.active_finding(frame.assign(rest=False))


def concentration(numbers: Numbers) -> str:
    """Give the largest providers, and so many small ones that the ten largest are told."""
    sizes = [1000 * number for number in numbers] + [10] * providers.TOP
    labels = {f"p{place}": name for place, name in enumerate(names_of(sizes))}
    counts = pd.DataFrame({"provider": list(labels), "trajectories": sizes, "providers": 1})
    return providers.finding(counts.astype({"trajectories": "Int64"}), labels, named=True)


def homes(numbers: Numbers) -> str:
    use = pd.DataFrame({"name": names_of(numbers), "youth": numbers, "youth_share": 0.2})
    return districts.where_youth_live(use, pd.DataFrame({"youth_share": [0.2]}))


def density(numbers: Numbers) -> str:
    shares = [number / 100 for number in numbers]
    use = pd.DataFrame({"name": names_of(numbers), "youth": 100, "youth_share": shares})
    told = districts.where_youth_live(use, pd.DataFrame({"youth_share": [0.2]}))
    return "alle" if "ongeveer gelijk" in told else told.partition("verhouding")[2]


def transitions(numbers: Numbers) -> str:
    columns = {"source": "licht", "target": names_of(numbers), "share": 0.1}
    return follows.finding(pd.DataFrame(columns | {"transitions": numbers}))


def sets(numbers: Numbers) -> str:
    frame = pd.DataFrame({"forms": names_of(numbers), "size": 2, "clients": numbers})
    return combinations.finding(frame)


def same_form(numbers: Numbers) -> str:
    frame = pd.DataFrame({"care_form": names_of(numbers), "clients": numbers})
    return combinations.same_finding(frame)


def between(numbers: Numbers) -> str:
    passing = dict(zip(names_of(numbers), map(float, numbers), strict=True))
    received = pd.DataFrame({"median_gap_days": [0], "target": ["x"]})
    return handovers.questions(passing, received, str)[0]


def first_forms(numbers: Numbers) -> str:
    frame = pd.DataFrame(
        {"referrer": "huisarts", "form": names_of(numbers), "share": numbers, "words": "n%"}
    )
    return referrers.form_finding(frame.assign(care_form=frame["form"]))


def lots(numbers: Numbers) -> str:
    shares = [number / 1000 for number in numbers]
    frame = pd.DataFrame({"label": names_of(numbers), "year": 2023, "share": shares})
    return provider_lots.finding(frame, 2023, 20_000)


FINDINGS: dict[str, Callable[[Numbers], str]] = {
    "providers by municipality and form": active,
    "the largest provider": concentration,
    "young people by district": homes,
    "young people among all, by district": density,
    "transitions": transitions,
    "care forms at once": sets,
    "one care form twice": same_form,
    "who lies between others": between,
    "first forms of a referrer": first_forms,
    "lots": lots,
}


@pytest.mark.parametrize("told", FINDINGS.values(), ids=FINDINGS)
@given(numbers=st.lists(st.sampled_from([10, 15, 20]), min_size=2, max_size=8))
def test_who_is_as_large_is_named_too(told: Callable[[Numbers], str], numbers: Numbers) -> None:
    largest = {
        name
        for name, number in zip(names_of(numbers), numbers, strict=True)
        if number == max(numbers)
    }
    sentence = told(numbers)
    named = set(re.findall(r"naam\d\d", sentence))
    assert named <= largest
    if named != largest:
        assert len(largest) > ties.MOST_NAMED or len(largest) == len(numbers)
        assert "onder meer" in sentence or "alle" in sentence


def test_steps_of_one_size_are_named_together() -> None:
    rows = {"start": 0, "youth": 50, "use": -50, "price": 1, "end": 1}
    steps = pd.DataFrame({"step": list(rows), "cents": [100 * cents for cents in rows.values()]})
    told = decomposition.year_finding("Aa", (2021, 2022), steps)
    assert "De grootste stappen zijn" in told
    assert told.count("€ 50") == 2


def test_kinds_and_ages_that_are_as_large_are_named_together() -> None:
    kind = {"chosen": 1, "rank": 0, "median_length": 1.0}
    rows = [kind | {"group": group, "main_form": f"naam{group}"} for group in (0, 1, 2)]
    groups = pd.DataFrame(rows).assign(chains=pd.array([60, 30, 30], dtype="Int64"))
    assert "tellen elk 50%" in kinds.finding(groups)
    ages = pd.DataFrame({"label": ["jong", "oud"], "number": 5.0, "share": [0.1, 0.1]})
    said = municipality_groups.age_finding(ages, "Aa", 2023, "")
    assert "jong en oud: elk 5;" in said
    assert "bij jong en oud: 10" in said


def test_more_than_can_be_named_are_said_to_be_among_others() -> None:
    alike = ties.largest_of(pd.DataFrame({"cents": [5, -5, 3], "size": [5, 5, 3]}), "size")
    assert alike["cents"].tolist() == [5, -5]
    assert ties.tied(["a"], 1, "alle") == "a"
    assert ties.tied(list("abcd"), 4, "alle vier") == "alle vier"
    assert ties.tied(list("abcd"), 5, "alle vijf") == "onder meer a, b en c"
    assert (ties.each(1, "13"), ties.each(2, "13")) == ("13", "elk 13")
