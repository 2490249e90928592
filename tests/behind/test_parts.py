"""Parts of which the sum stands on another page: who knows that exactly learns none of them.

Who begins light is told as chains in one part of a page and as who is compared in another;
trajectories by care form are together all that began.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array

from core.disclosure import MINIMUM_PERSONS, protect_tables
from core.protection.attack import Known, find_exposed, known_from
from core.referrals.starts import SIDES as OF_REFERRER
from core.referrals.starts import with_years
from pages.referral_mirror import SIDES, SUMS
from tests.behind.choices import of_place
from tests.behind.counted import COUNT
from tests.behind.judging import SOAKS
from tests.behind.walking import opened, seen

Cells = dict[str, dict[str, int | None]]
"""Numbers by the whole that they are a part of, and by their words; None is a hidden one."""


@dataclass(frozen=True, slots=True)
class Divided:
    """Where parts stand: script, open tab, and three headings: of the whole, the part, the count.

    Without a first heading all rows are one whole.
    """

    script: str
    tab: dict[str, str]
    whole: str
    part: str
    count: str


COMPARED: Final = Divided(
    "course/steps.py",
    {"steps_tab": "Wat volgde, voor vergelijkbare groepen"},
    "Begin",
    "Vergeleken?",
    "Jeugdigen",
)
LASTING: Final = Divided(
    "course/chains.py",
    {"chains_tab": "Hoe lang en wanneer verder"},
    "",
    "Hulpvorm",
    "Begonnen trajecten",
)


@pytest.mark.parametrize("divided", [COMPARED, LASTING] if SOAKS else [COMPARED])
def test_parts_stay_hidden_from_who_knows_their_sum(
    divided: Divided, kept: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = kept | of_place("9804").address
    shown = read(divided, address)
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    exact = read(divided, address)
    assert any(number is None for cells in shown.values() for number in cells.values())
    for whole, cells in exact.items():
        numbers = [number or 0 for number in cells.values()]
        hidden = [shown.get(whole, {}).get(part) is None for part in cells]
        assert not told_by_sum(numbers, hidden)


def test_the_starts_of_a_year_tell_none_of_its_quarters() -> None:
    own, others = [30, 35, 40, 28, 11, 1, 0, 0], [60, 55, 50, 70, 60, 55, 50, 70]
    counted = pd.DataFrame(
        {
            "quarter": [4 * 2023 + place for place in range(8) for _ in OF_REFERRER],
            "side": [*OF_REFERRER] * 8,
            "trajectories": [number for pair in zip(own, others, strict=True) for number in pair],
        }
    )
    counted["clients"] = counted["trajectories"]
    shown = protect_tables([(with_years(counted), SIDES, SUMS)], "tafel")[0]
    hidden = shown[shown["side"] == "inside"]["trajectories"].isna().tolist()
    assert not told_by_sum(own[4:], hidden[4:])


def test_parts_that_their_sum_tells_are_caught() -> None:
    assert told_by_sum([3, 0, 214], [True, True, False]) == [0, 1]
    assert not told_by_sum([3, 0, 214], [True, True, True])


def told_by_sum(numbers: list[int], hidden: list[bool]) -> list[int]:
    """List the small parts of which a sum that is known exactly leaves too few values."""
    told = known_from(np.array(numbers, float), np.array(hidden))
    known = Known(np.append(told.lower, sum(numbers)), np.append(told.upper, sum(numbers)))
    equation = csr_array([[1.0] * len(numbers) + [-1.0]])
    exposed = find_exposed(known, equation, np.array([*hidden, False]))
    return [part for part in exposed if numbers[part] < MINIMUM_PERSONS]


def read(divided: Divided, address: dict[str, str]) -> Cells:
    """Read the parts at the level in force."""
    tables = seen(opened(divided.script, address, divided.tab)).tables
    table = next(one for one in tables if {divided.part, divided.count} <= set(one.columns))
    cells: Cells = {}
    for row in table.to_dict("records"):
        found = COUNT.fullmatch(str(row[divided.count]))
        number = int(found[1].replace(".", "")) if found else None
        cells.setdefault(str(row.get(divided.whole, "")), {})[str(row[divided.part])] = number
    return cells
