"""The page Het beeld van onze gemeente: from open data alone, and with own declarations beside."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.benchmark.form_parts import TREE
from core.opendata.shelf import bundled_shelf, figures_of
from core.text import general, opendata, schemes, stock
from core.text import municipality as text
from core.text import municipality_flow as flow
from core.text import municipality_forms as forms
from core.text import municipality_groups as groups
from core.text import municipality_life as life
from core.text import municipality_seven as seven
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "picture/municipality.py"
OWN = {"gebied": "GM9801"}
LATEST = 2025


def visited(tab: str, address: dict[str, str]) -> AppTest:
    """Open a part of the page."""
    app = arrive(PAGE, address)
    app.session_state["municipality_tab"] = tab
    return app.run()


def finding(app: AppTest) -> str:
    """Give the sentence that opens a part."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


def published(topic: str, category: str, region: str = "GM9801") -> float:
    """Look a figure of the newest year up in the edition itself."""
    rows = figures_of(bundled_shelf(), topic)
    chosen = rows[
        rows["region"].eq(region) & rows["year"].eq(LATEST) & rows["category"].eq(category)
    ]
    return float(chosen["value"].iloc[-1])


@pytest.fixture(scope="module", params=text.TABS)
def part(request: pytest.FixtureRequest) -> AppTest:
    """Visit every part without declarations."""
    return visited(request.param, OWN)


def test_every_part_answers_without_declarations_with_sources_and_questions(part: AppTest) -> None:
    assert not part.exception
    assert "Aldervoorde" in finding(part)
    assert opendata.INVENTED in words(part)
    assert opendata.NOT_FOR in words(part)
    assert "Bron: " in words(part)
    assert general.QUESTIONS["recognise"] in [area.label for area in part.text_area]
    assert part.get("vega_lite_chart")


def test_every_picture_has_its_finding_as_words_and_its_numbers_as_a_table(part: AppTest) -> None:
    charts = part.get("vega_lite_chart")
    tables = [box.label for box in part.expander if box.label == general.TABLE_OF]
    assert len(tables) == len(charts)
    assert finding(part).removeprefix("## ") in [chart.proto.alt for chart in charts]


def test_the_share_is_that_of_the_edition_beside_the_region_and_the_country() -> None:
    app = visited(text.TABS[0], OWN)
    rows = {row[text.PLACE]: row for row in cells(app, text.MARGIN)}
    assert list(rows) == ["Aldervoorde", "Jeugdregio Aldervoorde", "Verzonnen land"]
    for region, name in (("GM9801", "Aldervoorde"), ("NL98", "Verzonnen land")):
        share = published("youth_with_care", "all", region) / published("population", "<23", region)
        assert rows[name][text.SHARE] == general.percent(share, 1)
    assert rows["Aldervoorde"][text.SHARE] in finding(app)
    assert "(voorlopig)" in finding(app)
    assert "de middelste helft" in words(app)


def test_every_share_of_protection_and_probation_has_its_own_base() -> None:
    app = visited(text.TABS[0], OWN)
    app.segmented_control(key="municipality_group").set_value("protection").run()
    assert "jeugdigen tot 18 jaar jeugdbescherming" in finding(app)
    share = published("youth_with_care", "protection") / published("population", "<18")
    assert general.percent(share, 1) in finding(app)
    app.segmented_control(key="municipality_group").set_value("probation").run()
    assert "jeugdigen van 12 tot 23 jaar jeugdreclassering" in finding(app)


def test_the_trend_has_every_year_and_no_line_over_the_break() -> None:
    app = visited(text.TABS[0], OWN)
    rows = cells(app, "Verzonnen land")
    years = [row[text.YEAR] for row in cells_of_trend(app)]
    assert years == [str(year) for year in range(2015, LATEST + 1)]
    assert rows
    spec = json.loads(app.get("vega_lite_chart")[1].proto.spec)
    line = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "line")
    assert {"field": "era", "type": "nominal"} in line["encoding"]["detail"]


def cells_of_trend(app: AppTest) -> list[dict[str, str]]:
    """Give the table of the trend: a row a year."""
    tables = [table.value for table in app.table if "Aldervoorde" in table.value.columns]
    trend = next(table for table in tables if table.columns[0] == text.YEAR)
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in trend.to_dict("records")
    ]


def test_the_families_are_sketched_beside_the_country() -> None:
    rows = cells(visited(text.TABS[0], OWN), life.WHAT)
    assert [row[life.WHAT] for row in rows] == list(life.TOPICS.values())
    assert general.UNKNOWN not in rows[0].values()


def test_forms_are_those_of_the_edition_and_unknown_stays_unknown() -> None:
    rows = cells(visited(text.TABS[1], OWN), forms.FORM)
    found = dict(zip([name for name, _ in TREE], rows, strict=True))
    for form, row in found.items():
        number = published("youth_with_care", form)
        assert row[forms.YOUTH] == (text.UNKNOWN if pd.isna(number) else general.number(number))
    assert found["secure"][forms.YOUTH] == text.UNKNOWN


def test_own_declarations_stand_beside_with_the_reason_why_they_differ() -> None:
    app = visited(text.TABS[1], SAMPLE | {"gebied": "JZ98"})
    assert not app.exception
    said = words(app)
    assert seven.WHY in said
    rows = cells(app, seven.SHARE)
    found = {row[forms.FORM]: row for row in rows}
    assert set(seven.NAMES.values()) <= set(found)
    assert found["jeugd-ggz"][seven.SHARE] == "50%"
    assert found["lokaal team"][seven.AT_CBS] != seven.OTHERWISE
    assert found["lvb"][seven.AT_CBS] == seven.OTHERWISE


def test_ages_and_sexes_are_those_of_the_edition() -> None:
    app = visited(text.TABS[2], OWN)
    rows = cells(app, groups.AGE)
    assert [row[groups.AGE] for row in rows] == list(groups.AGE_NAMES.values())
    number = published("youth_with_care_by_age", "12-18")
    assert rows[2][groups.NUMBER] == general.number(number)
    share = number / published("population", "12-18")
    assert rows[2][text.SHARE] == general.percent(share, 1)
    values = {figure.label: figure.value for figure in app.metric}
    assert values[groups.BOYS].startswith(general.number(published("youth_with_care_by_age", "M")))


def test_more_than_one_scheme_adds_up_and_other_laws_stand_beside_with_the_reason() -> None:
    app = visited(text.TABS[3], SAMPLE | OWN)
    assert not app.exception
    several = sum(published("youth_with_several", name) for name in ("2", "3 or more"))
    share = several / published("youth_with_care", "all")
    assert general.percent(share, 1) in finding(app)
    rows = cells(app, groups.COMBINATION)
    assert [row[groups.COMBINATION] for row in rows] == list(groups.COMBINATION_NAMES.values())
    assert groups.WHY_SCHEMES in words(app)
    assert schemes.NOTE in words(app)


def test_stock_and_flow_are_those_of_the_edition_and_own_stock_follows() -> None:
    app = visited(text.TABS[4], SAMPLE | OWN)
    assert not app.exception
    rows = cells(app, flow.AGAIN)
    last = next(row for row in rows if row[flow.YEAR] == str(LATEST))
    assert last[flow.BARS["started"]] == general.number(published("started", ""))
    assert last[flow.BARS["in_force"]] == general.number(
        published("trajectories_on_reference_day", "help")
    )
    assert last[flow.STANDING] == text.PROVISIONAL_MARK
    assert flow.WHY in words(app)
    assert stock.QUESTION in words(app)


def test_without_a_fitting_municipality_nothing_of_own_declarations_is_shown() -> None:
    elsewhere = SAMPLE | {"gebied": "GM9102"}
    assert seven.WHY not in words(visited(text.TABS[1], elsewhere))
    assert flow.WHY not in words(visited(text.TABS[4], elsewhere))


def test_a_small_file_shows_no_numbers_of_few_persons() -> None:
    app = upload(THREE_CLIENTS.replace("Noord", "9801").replace("Zuid", "9802"))
    app.session_state["area"] = "GM9801"
    app.switch_page(PAGE).run()
    for tab in text.TABS:
        app.session_state["municipality_tab"] = tab
        app.run()
        assert not app.exception
        assert seven.WHY not in words(app)


def test_the_page_answers_at_the_public_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "openbaar")
    app = visited(text.TABS[0], OWN)
    assert not app.exception
    assert "Aldervoorde" in finding(app)
