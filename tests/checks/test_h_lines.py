"""H8, H9, H12 and H14: every line is counted once, and no line shifts, doubles or disappears."""

from pathlib import Path

import pytest

from core.analysis import analyse
from core.errors import MissingMeaning, NothingAccepted
from core.frames import collect, open_duckdb
from core.reading.delivery import read_files
from core.trajectories.rules import Rules
from tests.reading.loads import HEADINGS, LINE, day, lines, load, load_text, rules_of, total
from tests.reading.messages import declaration, line, lines_of

ALLOCATED = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;Toewijzingnummer"
USUAL = [f"k{i};A;01-0{m}-2024;28-0{m}-2024;5,00;T{i}" for m in range(1, 7) for i in range(12)]
ODD = {
    "end_before_begin": ["k1;A;02-01-2024;01-01-2024;5,00;T9"],
    "period_over_months": ["k1;A;15-01-2024;15-02-2024;5,00;T8"],
    "future_declaration": ["k1;A;01-06-2031;30-06-2031;5,00;T7"],
    "overlap_in_allocation": [
        "k1;B;01-01-2024;31-01-2024;5,00;T6",
        "k1;B;20-01-2024;30-01-2024;1,00;T6",
    ],
}


@pytest.mark.parametrize("rule", ODD)
def test_h8_an_odd_period_has_a_rule_of_its_own_and_counts_once(rule: str) -> None:
    delivery, rows = load_text(lines(*USUAL, *ODD[rule], headings=ALLOCATED))
    rejects = rule == "end_before_begin"
    assert rules_of(delivery)[rule] == 1
    assert not (set(ODD) - {rule}) & set(rules_of(delivery))
    assert total(delivery)["lines_rejected"] == rejects
    assert len(rows) == len(USUAL) + len(ODD[rule]) - rejects


def test_h8_rejected_lines_can_be_listed_each_once(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    odd = [text for texts in ODD.values() for text in texts]
    path.write_text(lines(*USUAL, *odd, headings=ALLOCATED))
    workspace = open_duckdb()
    read_files(workspace, [path])
    rejected = workspace.session.sql("SELECT file, row, rule FROM rejected").fetchall()
    assert rejected == [("f.csv", len(USUAL) + 1, "end_before_begin")]


SHAPES = {
    "short row": ("k1;Ambulant;01-01-2024", "wrong_field_count"),
    "long row": (LINE + ";te;veel", "wrong_field_count"),
    "trailing total row": ("Totaal;;;;10,00", "total_row"),
    "second header row": (HEADINGS, "repeated_heading"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_h9_a_line_of_another_shape_is_counted_and_rejected(shape: str) -> None:
    odd, rule = SHAPES[shape]
    last = LINE.replace("k1", "k9")
    delivery, rows = load_text(lines(LINE, odd, last))
    assert rules_of(delivery)[rule] == 1
    assert total(delivery)["lines_read"] == 3
    assert [(row["client_id"], row["row"], row["amount_cents"]) for row in rows] == [
        ("k1", 1, 500),
        ("k9", 3, 500),
    ]


def test_h9_a_file_of_which_every_row_is_too_long_is_refused() -> None:
    with pytest.raises(NothingAccepted) as refused:
        load_text(lines(*[LINE + ";te veel"] * 5))
    assert refused.value.lines_read == 5


def test_h9_blank_lines_are_no_lines() -> None:
    delivery, rows = load_text(lines("", LINE, "", "   ", ";;;;", LINE, ""))
    assert (total(delivery)["lines_read"], len(rows)) == (2, 2)


def test_h9_a_first_header_row_of_groups_is_passed_over() -> None:
    delivery, rows = load_text("Wie;;Wanneer;;Geld\n" + lines(LINE))
    assert (total(delivery)["lines_read"], rows[0]["client_id"]) == (1, "k1")


def test_h9_a_header_that_stands_twice_is_told_and_shifts_nothing() -> None:
    delivery, [row] = load_text(lines(LINE + ";9,00", headings=HEADINGS + ";Bedrag"))
    assert "conflicting_headings" in rules_of(delivery)
    assert row["amount_cents"] in {500, 900}
    assert (row["client_id"], row["care_form"]) == ("k1", "Ambulant")


REQUIRED = {"Pseudoniem": "client_id", "Hulpvorm": "care_form", "Begindatum": "start"}


@pytest.mark.parametrize("heading", REQUIRED)
def test_h9_a_missing_column_refuses_the_file(heading: str) -> None:
    place = HEADINGS.split(";").index(heading)
    headings, cells = HEADINGS.split(";"), LINE.split(";")
    del headings[place], cells[place]
    with pytest.raises(MissingMeaning) as refused:
        load_text(lines(";".join(cells), headings=";".join(headings)))
    assert refused.value.missing == (REQUIRED[heading],)


KEYED = "Pseudoniem;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;D/C;Referentienummer"
MONTHS = [f"k;A;X;01-0{m}-2024;28-0{m}-2024;{m},00;D;R{m}" for m in range(1, 6)]
FILE = lines(*MONTHS, headings=KEYED)


def read_in_turn(folder: Path, *files: tuple[str, str]) -> list[tuple[int, int, int]]:
    """Read files by name and text together; gives accepted, duplicate and rejected of each."""
    paths = []
    for place, (name, text) in enumerate(files):
        path = folder / str(place) / name
        path.parent.mkdir()
        path.write_text(text)
        paths.append(path)
    delivery, _ = load(*paths)
    return [
        (entry.lines_accepted, entry.lines_duplicate, entry.lines_rejected)
        for entry in delivery.ledger
    ]


@pytest.mark.parametrize(
    "name", ["maart.csv", "maart kopie.csv"], ids=["file twice", "file renamed"]
)
def test_h12_a_file_given_again_adds_nothing(name: str, tmp_path: Path) -> None:
    assert read_in_turn(tmp_path, ("maart.csv", FILE), (name, FILE)) == [(5, 0, 0), (0, 5, 0)]


def test_h12_the_same_bytes_add_nothing_without_references_too(tmp_path: Path) -> None:
    text = lines(LINE, LINE.replace("k1", "k2"))
    assert read_in_turn(tmp_path, ("a.csv", text), ("b.csv", text)) == [(2, 0, 0), (0, 2, 0)]


def test_h12_a_file_with_one_line_more_adds_that_line(tmp_path: Path) -> None:
    more = lines(*MONTHS, MONTHS[0].replace("R1", "R9"), headings=KEYED)
    assert read_in_turn(tmp_path, ("a.csv", FILE), ("b.csv", more)) == [(5, 0, 0), (1, 5, 0)]


def test_h12_other_content_under_one_reference_is_a_conflict_and_overwrites_nothing(
    tmp_path: Path,
) -> None:
    changed = FILE.replace("3,00", "9,00")
    first, second = read_in_turn(tmp_path, ("a.csv", FILE), ("b.csv", changed))
    assert (first, second) == ((5, 0, 0), (0, 4, 1))
    delivery, rows = load_text(FILE, changed)
    assert rules_of(delivery)["conflicting_reference"] == 1
    assert [row["amount_cents"] for row in rows] == [100, 200, 300, 400, 500]


CREDITED = "k;A;X;01-01-2024;28-01-2024;1,00;{};{}"
CREDITS: dict[str, tuple[list[str], int, int]] = {
    "credit before debit": ([CREDITED.format("C", "R2"), CREDITED.format("D", "R1")], 0, 0),
    "credit after debit": ([CREDITED.format("D", "R1"), CREDITED.format("C", "R2")], 0, 0),
    "credit without debit": ([CREDITED.format("C", "R2")], -100, 0),
    "credit twice": (
        [CREDITED.format("D", "R1"), CREDITED.format("C", "R2"), CREDITED.format("C", "R3")],
        -100,
        0,
    ),
    "debit repeated after credit": (
        [CREDITED.format("D", "R1"), CREDITED.format("C", "R2"), CREDITED.format("D", "R3")],
        100,
        1,
    ),
}
RULES = Rules(merge_gap_days=0, as_of=day("2024-12-31"))
OTHER = "k;A;X;01-03-2024;28-03-2024;7,00;D;R8"


@pytest.mark.parametrize("case", CREDITS)
def test_h14_what_is_credited_nets_out(case: str, tmp_path: Path) -> None:
    given, cents, periods = CREDITS[case]
    path = tmp_path / "f.csv"
    path.write_text(lines(*given, OTHER, headings=KEYED))
    workspace = open_duckdb()
    delivery = read_files(workspace, [path])
    assert total(delivery)["cents_accepted"] == 700 + cents
    found = collect(analyse(workspace, RULES).trajectories)
    assert (len(found), found["amount_cents"].sum()) == (1 + periods, 700 + 100 * periods)
    assert ("credit_without_debit" in rules_of(delivery)) == (case == "credit without debit")


JANUARY = ("2024-01-01", "2024-01-31")
DEBIT, CREDIT = line("R1", *JANUARY), line("R2", *JANUARY, "C", previous="R1")
MESSAGES: dict[str, tuple[list[str], str, int]] = {
    "credit before debit": ([CREDIT, DEBIT], "", 0),
    "credit twice": (
        [DEBIT, CREDIT, line("R3", *JANUARY, "C", previous="R1")],
        "credited_twice",
        0,
    ),
    "credit without debit": ([CREDIT, line("R8", "2024-03-01", "2024-03-31")], "unknown_debit", 0),
    "debit repeated after credit": ([DEBIT, CREDIT, line("R3", *JANUARY)], "", 0),
    "debit repeated without credit": ([DEBIT, line("R3", *JANUARY)], "superseded_debit", 1),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_h14_the_credits_of_messages_are_told_apart(case: str, tmp_path: Path) -> None:
    given, rule, rejected = MESSAGES[case]
    path = tmp_path / "JW323.xml"
    path.write_bytes(declaration(lines_of("p1", *given)))
    delivery, rows = load(path)
    told = {"credited_twice", "unknown_debit", "superseded_debit"} & set(rules_of(delivery))
    assert told == ({rule} if rule else set())
    assert (len(rows), total(delivery)["lines_rejected"]) == (len(given) - rejected, rejected)
