"""What publishers call things, drawn: titles as recorded, and what we call them."""

import pytest

from core.opendata.descriptions import Item
from core.opendata.topics import FORMS
from core.opendata.words import (
    ages_of,
    factor_of,
    forms_of,
    period_of,
    persons_of,
    referrers_of,
    status_of,
)
from tests.opendata.published_files import FORMS as PUBLISHED_FORMS

COSTS = (
    *("JZ Totaal jeugdzorg", "JH 1 Totaal jeugdhulp", "JH zonder verblijf wijkteam (ZiN+PGB)"),
    *("JH zonder verblijf niet-wijkteam (ZiN+PGB)", "JH met verblijf (ZiN+PGB)"),
    *("Totaal Jeugdbescherming en - reclassering", "JB 1 Totaal jeugdbescherming"),
    *("JR 1 Totaal jeugdreclassering", "Preventief justitieel kader", "Overige"),
)


def items(*titles: str) -> tuple[Item, ...]:
    return tuple(Item(title, title, title) for title in titles)


def test_every_form_is_found_once_in_the_table_of_use() -> None:
    found = forms_of(items(*PUBLISHED_FORMS.values()))
    assert sorted(found.values()) == sorted(FORMS)


def test_without_help_in_kind_help_with_pgb_is_the_help_of_the_table() -> None:
    found = forms_of(items(*COSTS))
    assert found == {
        "JZ Totaal jeugdzorg": "all",
        "JH 1 Totaal jeugdhulp": "help",
        "JH zonder verblijf wijkteam (ZiN+PGB)": "local_team",
        "JH met verblijf (ZiN+PGB)": "stay",
        "JB 1 Totaal jeugdbescherming": "protection",
        "JR 1 Totaal jeugdreclassering": "probation",
    }


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Totaal verwijzer", ""),
        ("Gemeentelijke toegang", "01"),
        ("Huisarts", "02"),
        ("Jeugdarts", "03"),
        ("Gecertificeerde instelling", "04"),
        ("Medisch specialist", "05"),
        ("Geen verwijzer", "06"),
        ("Verwijzer onbekend", "07"),
        ("Rechter, Officier van Justitie, functionaris JJI", "08"),
    ],
)
def test_referrers_get_the_codes_of_the_national_list(title: str, code: str) -> None:
    assert referrers_of(items(title)) == {title: code}


def test_sex_and_age_are_apart() -> None:
    titles = ("Totaal personen", "Mannen", "Vrouwen", "Leeftijd: 0 tot 4 jaar", "18 tot 23 jaar")
    assert list(persons_of(items(*titles)).values()) == ["", "M", "V", "0-4", "18-23"]


def test_only_single_years_below_23_and_the_whole_are_ages() -> None:
    titles = (
        "Totaal",
        "0 jaar",
        "9 jaar",
        "22 jaar",
        "23 jaar",
        "5 tot 10 jaar",
        "99 jaar of ouder",
    )
    assert ages_of(items(*titles)) == {"Totaal": "", "0 jaar": "0", "9 jaar": "9", "22 jaar": "22"}


@pytest.mark.parametrize(
    ("key", "title", "period"),
    [
        pytest.param("2023JJ00", "2023*", "2023JJ00", id="a year"),
        pytest.param("2023HJ01", "1e halfjaar 2023*", "2023HJ01", id="half a year"),
        pytest.param("2023X000", "30 juni 2023*", "2023-06-30", id="a reference day"),
        pytest.param("x", "31 december 2022", "2022-12-31", id="the last day of a year"),
        pytest.param("2023MM01", "2023 januari", "", id="a month is left out"),
        pytest.param("2015G400", "2015/2018", "", id="several years together are left out"),
    ],
)
def test_periods(key: str, title: str, period: str) -> None:
    assert period_of(Item(key, key, title)) == period


@pytest.mark.parametrize(
    ("title", "told", "status"),
    [
        ("2023", "Definitief", "definitive"),
        ("2023", "Voorlopig", "provisional"),
        ("2023", "NaderVoorlopig", "revised"),
        ("2023", "Concept", "provisional"),
        ("2023*", "", "provisional"),
        ("2023**", "", "revised"),
        ("2023", "", "definitive"),
    ],
)
def test_how_sure_a_period_is(title: str, told: str, status: str) -> None:
    assert status_of(Item("k", "k", title, told)) == status


@pytest.mark.parametrize(
    ("unit", "factor"),
    [("x 1 000 euro", 1000), ("x 1 000", 1000), ("1 000 euro", 1000), ("aantal", 1), ("%", 1)],
)
def test_units_in_thousands(unit: str, factor: float) -> None:
    assert factor_of(unit) == factor
