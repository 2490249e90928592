"""The page Gegevenskwaliteit en aansluiting: are the figures right, and who agrees on them."""

import os
import re
from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from core.reading.findings import ERRORS, WARNINGS
from core.storage.migrating import open_store
from core.storage.verifying import list_events
from core.text import completeness, general, headlines, labels, reconciliation, revisions
from core.text import quality as text
from core.text import repairs as repair_words
from core.trajectories.rules import REPAIRS
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

QUALITY = "prepare/quality.py"
SIDES, MONTHS, RULES, REPAIR, CHANGES = text.TABS
HEADING = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag;referentie"


def opened(tab: str, address: dict[str, str] | None = None) -> AppTest:
    """Open a tab of the page, with the sample region unless an address says otherwise."""
    app = arrive(QUALITY, SAMPLE if address is None else address)
    return shown(app, tab)


def shown(app: AppTest, tab: str) -> AppTest:
    """Look at another tab."""
    app.session_state["quality_tab"] = tab
    return app.run()


def finding(app: AppTest) -> str:
    """Give the sentence that opens the page."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


def numbers(said: str) -> list[int]:
    """Give the whole numbers in a sentence."""
    return [int(number.replace(".", "")) for number in re.findall(r"\d[\d.]*", said)]


def delivery(amounts: Sequence[int]) -> str:
    """Write a file with a line for each of some clients, all of one provider."""
    care = "Ambulant regulier;01-03-2022;31-03-2022"
    lines = [
        f"kind{place:03};0114;0301{place % 3:04};{care};{euros};R{place}"
        for place, euros in enumerate(amounts)
    ]
    return "\n".join([HEADING, *lines, ""])


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(QUALITY)
    assert not app.exception
    assert general.NO_DATA_YET in [notice.value for notice in app.info]


def test_the_finding_counts_what_both_sides_agree_on() -> None:
    app = opened(SIDES)
    assert not app.exception
    agreed, whole, share = numbers(finding(app))
    assert share == round(100 * agreed / whole)
    rows = cells(app, reconciliation.MUNICIPALITY_EUROS)
    assert sum(sum(numbers(row[reconciliation.LINES])) for row in rows) == whole
    alike = rows[0]
    assert alike[reconciliation.MUNICIPALITY_EUROS] == alike[reconciliation.PROVIDER_EUROS]
    assert alike[reconciliation.DIFFERENCE] == "€ 0"


def test_the_reasons_add_up_to_what_stands_alone_or_are_hidden() -> None:
    app = opened(SIDES)
    app.toggle(key="show_reasons").set_value(True).run()
    assert not app.exception
    rows = cells(app, reconciliation.REASON)
    named = {row[reconciliation.REASON] for row in rows}
    assert reconciliation.REASON_NAMES["no_line"] in named
    assert reconciliation.REASON_NAMES["unexplained"] in named


def test_euros_per_provider_are_not_there_where_the_screen_is_shared() -> None:
    app = opened(SIDES)
    app.segmented_control[1].set_value("euros").run()
    assert not app.exception
    rows = cells(app, text.GROUPS["provider"])
    assert {row[reconciliation.MUNICIPALITY_EUROS] for row in rows} == {general.euros(None)}
    app.segmented_control[0].set_value("quarter").run()
    rows = cells(app, text.GROUPS["quarter"])
    assert any(row[reconciliation.MUNICIPALITY_EUROS].startswith("€") for row in rows)


def test_a_filter_chooses_the_lines_that_are_laid_side_by_side() -> None:
    whole = numbers(finding(opened(SIDES)))[1]
    year = numbers(finding(opened(SIDES, SAMPLE | {"periode": "2024_2024"})))[1]
    assert year < whole


def test_the_months_say_from_when_it_is_too_fresh_to_talk() -> None:
    app = opened(MONTHS)
    assert not app.exception
    said = words(app)
    assert completeness.TOO_FRESH in said
    suppliers = cells(app, completeness.STATE_NAMES["delivered"])
    small = [row for row in suppliers if row[completeness.STATE_NAMES["delivered"]] == general.FEW]
    assert suppliers
    assert len(small) < len(suppliers)


def test_where_starts_come_from_is_shown_with_its_share() -> None:
    rows = cells(opened(MONTHS), completeness.START_SOURCE)
    named = [row[completeness.START_SOURCE] for row in rows]
    assert named == [name for name in completeness.START_NAMES.values() if name in named]
    assert {*named} & {*completeness.START_NAMES.values()}
    assert all(row[completeness.LINES_OF_SOURCE] for row in rows)


def test_every_topic_has_a_word_and_a_reason() -> None:
    rows = cells(opened(RULES), labels.MARK)
    assert [row[labels.TOPIC] for row in rows] == [*labels.TOPIC_NAMES.values()]
    assert {row[labels.MARK] for row in rows} <= {*labels.WORDS.values()}


def test_every_rule_has_one_of_three_outcomes() -> None:
    app = opened(RULES)
    assert not app.exception
    said = next(line.value for line in app.markdown if "controles" in line.value)
    total, failed, passed, unchecked = numbers(said)
    listed = [[*table.value.columns] for table in app.table for _ in range(len(table.value))]
    assert sum(text.ADVICE in columns for columns in listed) == failed
    assert sum(text.MISSING in columns for columns in listed) == unchecked
    assert listed.count([text.RULE, text.WHAT]) == passed
    assert failed + passed + unchecked == total
    assert total >= len(ERRORS) + len(WARNINGS)


def test_what_few_have_is_not_told_by_the_order_of_the_rules() -> None:
    rows = cells(opened(RULES), text.ADVICE)
    for severity in dict.fromkeys(row[text.SEVERITY] for row in rows):
        lines = [row[text.LINES] for row in rows if row[text.SEVERITY] == severity]
        shown_first = [numbers(cell)[0] for cell in lines if cell != general.FEW]
        assert lines[len(shown_first) :] == [general.FEW] * (len(lines) - len(shown_first))
        assert shown_first == sorted(shown_first, reverse=True)


def test_the_fix_list_is_only_there_where_separate_lines_may_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert text.FIX_ONLY_OWN in words(opened(RULES))
    monkeypatch.setitem(os.environ, "TRAJECTZICHT_LEVEL", "eigen")
    app = opened(RULES)
    assert text.FIX_ONLY_OWN not in words(app)
    next(button for button in app.button if button.label == text.FIX_MAKE).click().run()
    assert not app.exception
    last = list_events(open_store(), 1)[0]
    assert (last.action, last.result) == ("export", "done")


def test_a_repair_counts_and_shows_its_effect_and_goes_off_again() -> None:
    app = opened(REPAIR)
    assert [toggle.label for toggle in app.toggle] == [repair_words.NAMES[name] for name in REPAIRS]
    key = "repair_bridge_missing_month"
    app.toggle(key=key).set_value(True).run()
    assert not app.exception
    assert app.query_params["regels"] == "repairs.bridge_missing_month"
    effect = cells(app, headlines.BEGUN_CHAINS)
    assert [row[text.REPAIR] for row in effect] == [text.WITHOUT, text.WITH]
    app.toggle(key=key).set_value(False).run()
    assert "regels" not in app.query_params
    assert text.NO_REPAIR in words(app)


def test_a_small_file_shows_no_small_number_and_says_it_has_one_side() -> None:
    app = upload(THREE_CLIENTS)
    app.switch_page(QUALITY).run()
    assert not app.exception
    assert "controles" in finding(app)
    assert reconciliation.ONE_SIDE in words(app)
    rows = cells(shown(app, RULES), text.ADVICE)
    assert {row[text.LINES] for row in rows} == {general.FEW}


def test_a_next_delivery_shows_what_changed_and_what_was_agreed_stays() -> None:
    app = upload(delivery([100] * 40), "eerste.csv")
    assert revisions.ONE_VERSION in words(shown(app.switch_page(QUALITY).run(), CHANGES))
    app.switch_page("prepare/data.py").run()
    next(
        button for button in app.button if button.label.startswith("Lees een nieuwe")
    ).click().run()
    app.file_uploader[0].upload(
        "tweede.csv", delivery([100] * 25 + [200] * 30).encode(), "text/csv"
    )
    press(app.run(), "Lees in")
    app.switch_page(QUALITY).run()
    said = words(shown(app, CHANGES))
    assert not app.exception
    assert "15 erbij" in said
    assert "15 gewijzigd" in said
