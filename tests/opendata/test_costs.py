"""The crosswalk of posts, drawn per period."""

import pandas as pd
import pytest

from core.opendata.costs import POSTS, add_up, find_settled, posts_in


@pytest.mark.parametrize(
    ("year", "titles", "expected"),
    [
        pytest.param(
            2016,
            {"670": "Wmo en Jeugd", "682": "Individuele voorzieningen Jeugd", "683": "Veiligheid"},
            {"670": "access", "682": "", "683": "measures"},
            id="2015-2016: functions, of which three are shared with help for adults",
        ),
        pytest.param(
            2020,
            {
                "6.2": "Wijkteams",
                "6.71": "Maatwerk 18+",
                "6.72": "Maatwerk 18-",
                "6.82": "Zorg 18-",
            },
            {"6.2": "access", "6.72": "", "6.82": "measures"},
            id="2017-2022: one post holds help with and without stay",
        ),
        pytest.param(
            2023,
            {"6.72a": "x", "6.73b": "x", "6.74a": "x", "6.74c": "x", "6.82b": "x", "6.81a": "18+"},
            {
                "6.72a": "no_stay",
                "6.73b": "stay",
                "6.74a": "no_stay",
                "6.74c": "stay",
                "6.82b": "measures",
            },
            id="2023-2024: refined",
        ),
        pytest.param(
            2025,
            {
                "6.211": "Toegang",
                "6.751": "Jeugdhulp ambulant lokaal",
                "6.762": "Jeugdhulp met verblijf",
                "6.791": "PGB Jeugd",
                "6.792": "PGB Wmo",
                "6.821": "Jeugdbescherming",
            },
            {
                "6.211": "access",
                "6.751": "no_stay",
                "6.762": "stay",
                "6.791": "",
                "6.821": "measures",
            },
            id="2025: renumbered, and what is about adults by its title is left out",
        ),
        pytest.param(
            2023,
            {"6.72": "Totaal", "6.72a": "Deel", "6.2": "Toegang"},
            {"6.72a": "no_stay", "6.2": "access"},
            id="a post that is divided is left out for its parts",
        ),
        pytest.param(2022, {"A111": "Activa", "0.10": "Reserves"}, {}, id="nothing about youth"),
    ],
)
def test_posts(year: int, titles: dict[str, str], expected: dict[str, str]) -> None:
    assert posts_in(year, titles) == expected


def test_every_year_since_2015_has_posts_without_overlap() -> None:
    for year in range(2015, 2027):
        codes = [post.code for post in POSTS if post.first_year <= year <= post.last_year]
        assert len(codes) == len(set(codes))
        assert {"access", "measures"} <= {
            post.kind for post in POSTS if post.first_year <= year <= post.last_year
        }


def drawn(*rows: tuple[str, str, float | None, float | None]) -> pd.DataFrame:
    columns = ["post", "account", "first", "second"]
    return (
        pd.DataFrame(rows, columns=columns)
        .assign(region="GM0001")
        .astype({"first": float, "second": float})
    )


def test_the_second_publication_goes_before_the_first() -> None:
    rows = drawn(("6.72", "L1.1", 80, 100), ("6.72", "L3.1", 50, None))
    [total] = add_up(rows, {"6.72": ""})["value"]
    assert total == 150_000


def test_a_mark_for_nothing_is_no_amount_and_a_large_correction_is() -> None:
    marked = drawn(("6.72", "L1.1", None, -99998), ("6.72", "L3.1", None, 10))
    assert add_up(marked, {"6.72": ""})["value"].tolist() == [10_000]
    corrected = drawn(("6.72", "L1.1", None, -446327), ("6.72", "L3.1", None, 10))
    assert add_up(corrected, {"6.72": ""})["value"].tolist() == [-446_317_000]


def test_income_and_totals_of_accounts_are_not_added() -> None:
    rows = drawn(
        ("6.72", "L1", None, 100), ("6.72", "L1.1", None, 100), ("6.72", "B2.1", None, 900)
    )
    assert add_up(rows, {"6.72": ""})["value"].tolist() == [100_000]


def test_accounts_are_final_once_a_second_publication_is_there() -> None:
    early = drawn(("6.72", "L1.1", 100, None), ("6.72", "L3.1", 10, -99998))
    final = drawn(("6.72", "L1.1", 100, 120), ("6.72", "L3.1", 10, None))
    assert find_settled(early) == set()
    assert find_settled(final) == set(final["region"])
