"""No hidden number comes out of all tables of a page together, or out of those of many pages.

``make soak`` attacks every page, and some over single years beside all years at once; and all tabs
of all pages together, of everybody and of two municipalities.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from tests.behind.attacking import Attacked, attack, completed
from tests.behind.choices import Choice, of_place, of_years
from tests.behind.counted import Counted, Name, Words, counted_in
from tests.behind.judging import SOAKS
from tests.behind.walking import SCRIPTS, Depth, Stop, walk

AS_IT_IS: Final = (Choice({}),)
PERIODS: Final = (of_years(2020, 2024), *(of_years(year, year) for year in range(2020, 2025)))
USUAL: Final = [("course/triggers.py", AS_IT_IS)]
TOGETHER: Final = SCRIPTS if SOAKS else ("course/chains.py", "course/steps.py")
PLACES: Final = tuple(of_place(code) for code in ("9802", "9804"))
CASES: Final = [(script, asked) for script in SCRIPTS for asked in (AS_IT_IS, PERIODS)]


@pytest.mark.parametrize(("script", "choices"), CASES if SOAKS else USUAL)
def test_nothing_hidden_comes_out_of_a_page(
    script: str,
    choices: tuple[Choice, ...],
    kept: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = attacked([script], kept, choices, monkeypatch)
    assert not found.pinned
    assert found.hidden or SOAKS


def test_nothing_hidden_comes_out_of_pages_together(
    kept: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several choices, so that what is alike on two pages is so under each of them."""
    found = attacked(TOGETHER, kept, (*AS_IT_IS, *PLACES), monkeypatch)
    assert found.hidden
    assert not found.pinned
    assert not found.small


def attacked(
    scripts: Sequence[str],
    kept: dict[str, str],
    choices: tuple[Choice, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> Attacked:
    """Read pages under some choices, exactly and as the table does, and attack them together."""
    asked = [(str(choice), kept | choice.address) for choice in choices]
    shown = read(scripts, asked, {})
    with monkeypatch.context() as patch:
        patch.setenv("TRAJECTZICHT_LEVEL", "eigen")
        exact = read(scripts, asked, shown)
    return attack(exact, completed(exact, shown))


def read(
    scripts: Sequence[str],
    asked: list[tuple[str, dict[str, str]]],
    like: Mapping[Name, Counted],
) -> dict[Name, Counted]:
    """Read the tables of pages; where they stand says also what was chosen.

    Of several pages every tab is read in the soak only.
    """
    depth: Depth = "tabs" if SOAKS or len(scripts) == 1 else "arrival"
    walked = [
        (Stop(stop.page, stop.tab, choice), sent)
        for choice, address in asked
        for script in scripts
        for stop, sent in walk(script, address, depth)
    ]
    return counted_in(walked, like)


FORMS: Final = ("Wijkteam", "Ambulant", "Verblijf", "alle hulp")
TRUE: Final = (112, 12, 9, 133)


def page_of(*tables: tuple[int | None, ...], over: tuple[str, ...] = ()) -> dict[Name, Counted]:
    """Draw a page: tables with a row for every form and one for all, or one for every choice."""
    headings: Words = ("Hulpvorm", "Reeksen")
    return {
        (Stop("drawn", choice=choice), headings, place): Counted(
            headings[:1],
            {(form,): {"Reeksen": n} for form, n in zip(FORMS, cells, strict=True)},
            headings[1:],
        )
        for place, choice, cells in zip(
            [0] * len(over) or range(len(tables)), over or [""] * len(tables), tables, strict=True
        )
    }


def test_a_hidden_part_of_a_shown_whole_is_caught() -> None:
    found = attack(page_of(TRUE), page_of((110, 10, None, 135)))
    assert list(found.pinned.values()) == [9]


def test_a_number_that_is_hidden_in_one_table_only_is_caught() -> None:
    exact = page_of(TRUE, TRUE)
    assert attack(exact, page_of((110, 10, None, None), (110, None, None, None))).narrow


def test_what_is_hidden_together_stays_hidden() -> None:
    shown = page_of((110, None, None, None), (110, None, None, None))
    found = attack(page_of(TRUE, TRUE), shown)
    assert found.hidden
    assert not found.pinned
    assert not found.narrow


def test_a_row_that_is_left_out_is_attacked_as_a_hidden_one() -> None:
    exact, shown = page_of(TRUE), page_of((110, 10, None, 135))
    name = next(iter(shown))
    rows = {words: cells for words, cells in shown[name].rows.items() if words != ("Verblijf",)}
    without = {name: Counted(shown[name].labels, rows, shown[name].counts)}
    assert attack(exact, completed(exact, without)).pinned


def test_a_hidden_number_that_two_years_leave_is_caught() -> None:
    years = {"over": ("2023_2024", "2023", "2024")}
    exact = page_of((118, 27, 38, 66), (112, 12, 15, 33), (6, 15, 23, 33), **years)
    shown = page_of((120, 25, 40, 65), (110, 10, 15, 35), (None, 15, 25, 35), **years)
    assert attack(exact, shown).narrow


def pages_of(*drawn: tuple[int | None, int | None, int]) -> dict[Name, Counted]:
    """Draw two pages under every choice: two parts on one, and on the other one number."""
    tables: dict[Name, Counted] = {}
    for place, (light, heavy, whole) in enumerate(drawn):
        parts: dict[Words, dict[str, int | None]] = {
            ("licht",): {"Reeksen": light},
            ("zwaar",): {"Reeksen": heavy},
        }
        one = Stop("one", choice=str(place)), ("Begin", "Reeksen"), 0
        other = Stop("other", choice=str(place)), ("Kerncijfer", "Aantal"), 0
        tables[one] = Counted(("Begin",), parts, ("Reeksen",))
        told: dict[Words, dict[str, int | None]] = {("gevolgd",): {"Aantal": whole}}
        tables[other] = Counted(("Kerncijfer",), told, ("Aantal",))
    return tables


def test_a_hidden_part_of_what_another_page_tells_is_caught() -> None:
    exact = pages_of((112, 3, 115), (12, 9, 21), (61, 30, 91))
    found = attack(exact, pages_of((110, None, 115), (10, None, 20), (60, 30, 90)))
    assert len(found.small) == 1


def test_what_is_alike_under_one_choice_only_is_no_sum() -> None:
    exact = pages_of((112, 3, 115), (12, 9, 22), (61, 30, 91))
    found = attack(exact, pages_of((110, None, 115), (10, None, 20), (60, 30, 90)))
    assert not found.sums
