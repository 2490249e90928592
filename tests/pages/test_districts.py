"""The page Wijken: without data, without a municipality, with the sample region, and protected."""

import pytest
from streamlit.testing.v1 import AppTest

from core.protection.attack import WIDTH
from core.session import AREA
from core.text import district_expected, district_schemes
from core.text import districts as text
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "picture/districts.py"
LARGE = {"gebied": "GM9801"}
SMALL = {"gebied": "GM9814"}


def opened(part: str, address: dict[str, str]) -> AppTest:
    """Open a part of the page by its name."""
    app = arrive(PAGE, address)
    app.session_state["districts_tab"] = text.TABS[part]
    return app.run()


def test_without_a_municipality_the_page_says_what_to_do() -> None:
    app = arrive(PAGE)
    assert not app.exception
    assert "Kies eerst een gemeente" in str(app.info[0].value)
    assert not app.table


def test_it_answers_without_declarations() -> None:
    app = arrive(PAGE, LARGE)
    assert not app.exception
    rows = cells(app, text.DISTRICT)
    assert len(rows) == 7
    assert rows[-1][text.DISTRICT] == text.WHOLE
    assert text.NO_OWN in words(app)
    assert text.COUNTED_IN.format(year=2024) in words(app)
    assert "Verzonnen voorbeeld" in words(app)


@pytest.mark.parametrize("level", ["openbaar", "raad", "tafel", "analist"])
def test_it_answers_at_every_level(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    assert not arrive(PAGE, LARGE).exception


def test_own_declarations_stand_beside_the_open_figures() -> None:
    rows = cells(arrive(PAGE, SAMPLE | LARGE), text.DISTRICT)
    own = [row["Eigen declaraties (2024)"] for row in rows]
    assert own[-2] == text.DASH
    assert sum(cell.isdecimal() for cell in own) >= 4


def test_small_own_counts_stay_hidden_and_never_alone() -> None:
    """One count below ten is the rest of the whole, which other pages tell, but for rounding."""
    rows = cells(arrive(PAGE, SAMPLE | SMALL), text.DISTRICT)
    own = [row["Eigen declaraties (2024)"] for row in rows]
    shown = [cell.split()[0] for cell in own if cell[0].isdecimal()]
    assert all(int(cell) >= 10 and int(cell) % 5 == 0 for cell in shown)
    alone = sum(cell.startswith(text.NOT_SHOWN) for cell in own) == 1
    left_by_rounding = 4 * len(shown)
    assert not alone or left_by_rounding >= WIDTH


def test_own_counts_of_merged_districts_say_with_whom() -> None:
    rows = cells(arrive(PAGE, SAMPLE | SMALL), text.DISTRICT)
    assert any("samen met" in row["Eigen declaraties (2024)"] for row in rows)


FEW_CLIENTS = """clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag;wijk
pseudo-a;9801;A1;Ambulant regulier;01-01-2024;31-12-2024;100,00;980101
pseudo-b;9801;A1;Ambulant regulier;01-02-2024;31-12-2024;100,00;980102
pseudo-c;9801;A1;Pleegzorg;01-01-2025;31-01-2025;100,00;980101
"""


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param(THREE_CLIENTS, text.OWN_OTHER_YEAR, id="of another year"),
        pytest.param(FEW_CLIENTS, text.OWN_OTHER_PLACE, id="of too few young people"),
    ],
)
def test_a_small_file_says_why_nothing_stands_beside_the_open_figures(file: str, said: str) -> None:
    app = upload(file)
    app.session_state[AREA] = LARGE["gebied"]
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert "Eigen declaraties (2024)" not in words(app)
    assert said.format(year=2024) in words(app)


def test_a_municipality_without_districts_says_so() -> None:
    app = arrive(PAGE, {"gebied": "GM9001"})
    assert not app.exception
    assert text.NO_DISTRICTS in [str(info.value) for info in app.info]


def test_circumstances_come_from_open_data() -> None:
    app = opened("circumstances", LARGE)
    assert not app.exception
    rows = cells(app, text.DISTRICT)
    assert [row[text.DISTRICT] for row in rows][-2:] == [text.WHOLE, "Heel het land"]
    assert len(app.get("vega_lite_chart")) == 2
    assert app.get("vega_lite_chart")[0].proto.alt.count("(2024)") == 2


def test_what_is_expected_has_only_plain_words() -> None:
    app = opened("expected", LARGE)
    assert not app.exception
    rows = cells(app, district_expected.VERDICT)
    assert {row[district_expected.VERDICT] for row in rows} <= set(
        district_expected.VERDICTS.values()
    )
    assert "gemeenten en daarna gevraagd naar wijken" in words(app)


def test_schemes_without_own_lines_point_to_what_is_open() -> None:
    said = words(opened("schemes", LARGE))
    assert district_schemes.NO_LINES in said
    assert "meer dan één vorm daarvan" in said
    assert ", 2025, voorlopig)" in said


def test_schemes_with_own_lines_are_protected() -> None:
    app = opened("schemes", SAMPLE | LARGE)
    assert not app.exception
    rows = cells(app, district_schemes.TOGETHER)
    numbers = [row[district_schemes.TOGETHER] for row in rows]
    assert all(cell == text.NOT_SHOWN or int(cell) >= 10 for cell in numbers)
    assert numbers.count(text.NOT_SHOWN) != 1
    hidden = [
        [
            row[name] == text.NOT_SHOWN
            for name in (district_schemes.TOGETHER, district_schemes.OTHER)
        ]
        for row in rows
    ]
    assert all(one == other for one, other in hidden)
