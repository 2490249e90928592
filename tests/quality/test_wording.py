"""What is said about reconciliation, completeness and revisions, from protected numbers only."""

from datetime import date

import pandas as pd
import pytest

from core.disclosure import Margins, protect_tables
from core.protection.policy import STRICT
from core.quality.completeness import STATES as MONTH_STATES
from core.quality.reasons import REASONS
from core.quality.reconciliation import CARE_OUTCOMES, OUTCOMES, STATES
from core.text import completeness, findings, general, quality_rules, reconciliation, revisions
from core.trajectories.calendar import day_number
from pages.quality_changes import CHANGES


def outcomes(*lines: int | None) -> pd.DataFrame:
    return pd.DataFrame({"outcome": OUTCOMES, "lines": pd.array(lines, dtype="Int64")})


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(
            (1200, 20, 40, 10),
            "Over 1.200 van de 1.270 regels uit bestanden van beide kanten (94%) zijn gemeente en "
            "aanbieders het eens.",
            id="the share of what both sides have alike",
        ),
        pytest.param(
            (1200, None, 40, 10),
            "Over 1.200 regels zijn gemeente en aanbieders het eens. Van de rest is een deel te "
            "klein om te tonen.",
            id="no share and no total beside a hidden part",
        ),
        pytest.param((0, 0, 0, 0), reconciliation.ONE_SIDE, id="no files of two sides"),
    ],
)
def test_how_far_both_sides_agree(lines: tuple[int | None, ...], said: str) -> None:
    assert reconciliation.agreed_finding(outcomes(*lines)) == said


def test_what_the_model_finds_has_a_name() -> None:
    assert set(REASONS) == set(reconciliation.REASON_NAMES)
    assert {*OUTCOMES, *CARE_OUTCOMES} == set(reconciliation.OUTCOME_NAMES)
    assert set(STATES) == set(reconciliation.STATE_NAMES)
    assert {*MONTH_STATES, "few"} == set(completeness.STATE_NAMES) == set(completeness.STATE_SIGNS)


def test_what_is_not_explained_always_shows() -> None:
    counts = pd.DataFrame(
        {
            "side": ["provider"] * 3,
            "reason": ["unexplained", "no_line", "credited"],
            "lines": pd.array([0, 12, 0], dtype="Int64"),
            "clients": pd.array([0, 11, 0], dtype="Int64"),
        }
    )
    table = reconciliation.reason_table(counts)
    assert table[reconciliation.REASON].tolist() == [
        reconciliation.REASON_NAMES["no_line"],
        reconciliation.REASON_NAMES["unexplained"],
    ]


def test_euros_that_were_left_out_have_no_difference() -> None:
    counts = outcomes(20, 10, 10, 10).assign(
        clients=pd.array([15, 10, 10, 10], dtype="Int64"),
        municipality_cents=pd.array([100_000, pd.NA, 300_000, 0], dtype="Int64"),
        provider_cents=pd.array([100_000, 200_000, 0, 500_000], dtype="Int64"),
    )
    assert reconciliation.euro_table(counts)[reconciliation.DIFFERENCE].tolist() == [
        "€ 0",
        "niet te tonen",
        "€ 3.000",
        "-€ 5.000",
    ]


def test_which_months_are_in() -> None:
    def strips(*states: str) -> str:
        return completeness.finding(pd.DataFrame({"label": ["A", "B"], "state": list(states)}))

    assert strips("delivered", "few") == (
        "Van deze ene aanbieder zijn alle maanden binnen, voor zover te zien."
    )
    assert strips("missing", "partial") == (
        "Van de 2 aanbieders mist er 1 een hele maand; bij 1 is een maand maar deels binnen."
    )
    assert "te weinig" in strips("few", "few")


def test_from_when_on_it_is_too_fresh() -> None:
    day = day_number(date(2024, 10, 31))
    assert completeness.lag_finding(3, day) == (
        "Na 3 maanden is 95% van de declaraties van een maand binnen. Alles na 31-10-2024 is te "
        "vers om over te praten."
    )
    assert completeness.lag_finding(0, day).startswith("Nog in de maand zelf")
    assert "past bij" in completeness.as_of_note(day, day)
    assert "31-10-2024 beter" in completeness.as_of_note(day, day + 30)


def test_a_figure_says_what_it_was() -> None:
    assert revisions.then_and_now(1230, 1250) == (
        "Dit cijfer was in de vorige levering 1.230 en is nu 1.250."
    )
    assert revisions.then_and_now(pd.NA, pd.NA) == "Dit cijfer was in de vorige levering ook <10."
    then = pd.DataFrame({"headline": ["chains"], "number": pd.array([120], dtype="Int64")})
    table = revisions.figures_table(then, then, {"chains": "Reeksen", "clients": "Jeugdigen"})
    assert table.to_dict("records") == [
        {revisions.FIGURE: "Reeksen", revisions.THEN: "120", revisions.NOW: "120"}
    ]


def test_what_changed_is_told_by_quarter_and_over_all() -> None:
    changes = pd.DataFrame(
        {
            "quarter": [8096] * 3,
            "change": ["added", "removed", "changed"],
            "lines": pd.array([25, pd.NA, 10], dtype="Int64"),
        }
    )
    versions = pd.DataFrame(
        {
            "quarter": [8096, 8096],
            "version": ["before", "after"],
            "lines": pd.array([100, 125], dtype="Int64"),
            "amount_cents": pd.array([pd.NA, 100_000], dtype="Int64"),
        }
    )
    assert revisions.finding(changes) == (
        "Regels sinds de vorige levering: 25 erbij, een niet te tonen aantal weg en 10 gewijzigd."
    )
    [row] = revisions.quarter_table(versions, changes).to_dict("records")
    assert list(row.values()) == [
        *("2024 kw 1", "100", "125", "25", "<10", "10"),
        *("niet te tonen", "€ 1.000"),
    ]
    nothing = changes.assign(lines=pd.array([0, 0, 0], dtype="Int64"))
    assert revisions.finding(nothing) == "Er is geen regel veranderd sinds de vorige levering."
    hidden = changes.assign(lines=pd.array([pd.NA, pd.NA, pd.NA], dtype="Int64"))
    assert revisions.finding(hidden) == revisions.ALL_HIDDEN


def test_many_new_lines_are_not_called_few_where_they_would_tell_the_others() -> None:
    counted = pd.DataFrame(
        {
            "change": list(revisions.CHANGE_NAMES),
            "lines": [5_000, 0, 0],
            "clients": [900, 0, 0],
        }
    )
    table = (counted, CHANGES, Margins(["change"]))
    [told] = protect_tables([table], "tafel", STRICT)
    assert told["lines"].isna().all()
    assert general.FEW not in revisions.finding(told)


def test_another_last_day_is_told_where_two_deliveries_are_compared() -> None:
    july, august = 19935, 19966
    same = revisions.compared("Levering 1", july, july)
    assert "peildatum" not in same
    assert revisions.compared("Levering 1", july, august).removeprefix(same) == (
        " De peildatum was 31-07-2024 en is nu 31-08-2024: ook daardoor kunnen de kerncijfers "
        "verschillen."
    )


def test_a_picture_of_months_is_sent_without_more_decimals_than_its_words() -> None:
    judged = pd.DataFrame(
        {
            "supplier": ["A"],
            "month": [24282],
            "state": ["delivered"],
            "share": [37 / 47],
            "clients": pd.array([20], dtype="Int64"),
        }
    )
    [row] = completeness.cells(judged, str).to_dict("records")
    assert (row["share"], row["filled"]) == (0.79, "79%")


def test_files_of_both_sides_of_which_nobody_said_whose_they_are_are_asked_about() -> None:
    asked = "van wie elk bestand komt"
    assert asked in findings.sentence("conflicting_reference", 535)
    assert asked in quality_rules.advice("conflicting_reference")
    assert asked in reconciliation.ONE_SIDE
