"""Every line that was not accepted stays, with the rule that says why."""

from pathlib import Path

from core.frames import collect, kept, open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import read_files
from core.tables import DECLARATIONS, SET_ASIDE
from tests.reading.loads import lines, load_text

HEADINGS = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;Aanbieder;Referentienummer"
WHOLE = "k1;Ambulant;01-01-2024;31-01-2024;5,00;A;R1"
DELIVERY = lines(
    WHOLE, WHOLE, "k2;Ambulant;31-06-2024;;7,00;A;R2", "k3;x;y", WHOLE, headings=HEADINGS
)


def test_what_is_not_accepted_is_set_aside_with_its_rule(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(DELIVERY)
    workspace = open_duckdb()
    read_files(workspace, [tmp_path / "f.csv"])
    aside = collect(kept(workspace, "set_aside")).sort_values("row")
    assert list(aside.columns) == list(SET_ASIDE)
    assert list(zip(aside["row"], aside["rule"], strict=True)) == [
        (2, "duplicate"),
        (3, "unreadable_date"),
        (4, "wrong_field_count"),
        (5, "duplicate"),
    ]
    assert aside["amount_cents"].fillna(0).tolist() == [500, 700, 0, 500]
    assert list(collect(kept(workspace, "declarations")).columns) == list(DECLARATIONS)


def test_rejected_lines_are_those_set_aside_that_are_no_duplicates(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(DELIVERY)
    workspace = open_duckdb()
    for _ in range(2):  # reading again replaces what stood there
        read_files(workspace, [tmp_path / "f.csv"])
    rejected = collect(kept(workspace, "rejected")).sort_values("row")
    assert rejected.to_dict("list") == {
        "file": ["f.csv", "f.csv"],
        "row": [3, 4],
        "rule": ["unreadable_date", "wrong_field_count"],
    }


def test_the_same_bytes_of_both_sides_agree_and_those_of_one_side_are_a_repetition() -> None:
    text = lines(WHOLE, headings=HEADINGS)
    for senders, side in (
        (("municipality", "provider"), "both"),
        (("municipality", "municipality"), "municipality"),
    ):
        choices = ReadingChoices(sides=dict(zip(("f.csv", "1-f.csv"), senders, strict=True)))
        delivery, [row] = load_text(text, text, choices=choices)
        assert row["side"] == side
        assert row["counterpart_cents"] == (500 if side == "both" else None)
        assert [entry.lines_duplicate for entry in delivery.ledger] == [0, 1]
