"""Every page of open data on an edition that was fetched, from an empty folder, and no sample."""

from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.__main__ import main
from core.opendata.editions import folder_of, list_editions
from core.opendata.hosts import SETTING
from core.opendata.shelf import Shelf, figures_of
from core.storage.places import places_of
from core.text import comparison, districts, expected, general, municipality, opendata, referrers
from core.text import shell as shell_words
from pages.district_places import stamp_of
from pages.municipality_figures import shares_of
from pages.registry import PAGES
from tests.opendata.published_wide import OWN, inhabitants, wide, wide_files
from tests.opendata.server import serve
from tests.pages.visiting import arrive, cells, words

HOSTS = ("statline", "third_party", "datasets", "schools", "shapes")
AREA = {"gebied": OWN[0]}
PARTS = [
    *[("municipality", "municipality_tab", tab) for tab in municipality.TABS],
    *[("comparison", "comparison_tab", tab) for tab in comparison.TABS.values()],
    *[("expected", "expected_part", tab) for tab in expected.TABS],
    *[("districts", "districts_tab", tab) for tab in districts.TABS.values()],
    *[("referrers", "referrers_tab", tab) for tab in referrers.OPEN_TABS],
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Fetch all of it with the command, as an office does on its first day."""
    with pytest.MonkeyPatch.context() as patch, serve(wide(), wide_files()) as server:
        patch.setenv("TRAJECTZICHT_HOME", str(tmp_path_factory.mktemp("home")))
        for name in HOSTS:
            patch.setenv(f"{SETTING}{name.upper()}", getattr(server.hosts, name))
        assert main(["opendata", "refresh"]) == 0
        [edition] = list_editions(folder_of(places_of().home))
        yield edition


@pytest.fixture(autouse=True)
def home(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(shelf.folder.parents[1]))


def opened(page: str, key: str, part: str) -> AppTest:
    app = arrive(f"picture/{page}.py", AREA)
    app.session_state[key] = part
    return app.run()


@pytest.mark.parametrize(("page", "key", "part"), PARTS)
def test_every_part_answers_from_what_was_fetched(page: str, key: str, part: str) -> None:
    app = opened(page, key, part)
    assert not app.exception
    said = words(app)
    assert "erzonnen" not in said
    assert "Bron: " in said
    assert "CC BY 4.0" in said
    assert "niet te tonen en niet te tonen" not in said
    told_why_not = "niet bekend" in said or "niets opgehaald" in said
    assert app.get("vega_lite_chart") or app.table or told_why_not


@pytest.mark.parametrize("page", PAGES["picture"])
def test_every_page_answers_before_anything_is_chosen(page: str) -> None:
    app = arrive(f"picture/{page}.py")
    assert not app.exception
    assert shell_words.TITLES[page] in words(app)
    assert "erzonnen" not in words(app)


def test_the_figures_are_those_that_were_served(shelf: Shelf) -> None:
    """The publisher gives 23 ages, and 500 young people with care in a place of 50 thousand."""
    app = opened("municipality", "municipality_tab", municipality.TABS[0])
    rows = {row[municipality.PLACE]: row for row in cells(app, municipality.MARGIN)}
    country = inhabitants("NL01") / 50_000
    people, care = 23 * 5 * round(country * 400 / 5), 5 * round(country * 500 / 5)
    assert rows["Nederland"][municipality.SHARE] == general.percent(care / people, 1)
    served = figures_of(shelf, "youth_with_care", "country").query(
        "period == '2025JJ00' and category == 'all'"
    )
    assert served["value"].tolist() == [care]


def test_half_years_stand_beside_years_and_never_in_their_place(shelf: Shelf) -> None:
    figures = figures_of(shelf, "youth_with_care", "municipality")
    assert {"2025JJ00", "2025HJ01", "2025HJ02"} <= set(figures["period"])
    keys = ["region", "period", "category"]
    assert not figures.duplicated(keys).any()


def test_an_edition_of_the_same_day_that_is_fetched_again_is_shown(shelf: Shelf) -> None:
    before, known = shares_of(shelf, "youth_with_care", "all"), stamp_of(shelf)
    path = shelf.folder / "figures.parquet"
    kept = path.read_bytes()
    figures = pd.read_parquet(path)
    doubled = figures["value"].where(figures["topic"] != "youth_with_care", figures["value"] * 2)
    figures.assign(value=doubled).to_parquet(path, index=False)
    assert stamp_of(shelf) != known
    after = shares_of(shelf, "youth_with_care", "all")
    path.write_bytes(kept)
    pd.testing.assert_series_equal(after["share"], before["share"] * 2)


def test_a_post_about_youth_that_nobody_knows_is_told(shelf: Shelf) -> None:
    absent = pd.read_parquet(shelf.folder / "absent.parquet").set_index("source")
    assert absent.loc["45071NED 6.999", "reason"] == "unknown_post"
    told = opendata.absent_table(absent.reset_index()).set_index("Tabel")
    assert "telt niet mee in de uitgaven" in str(told.loc["45071NED 6.999", "Waarom niet"])
