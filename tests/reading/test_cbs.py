"""Beleidsinformatie jeugd: codes become words, dates may be incomplete, the newest state counts."""

from pathlib import Path

import pytest

from core.errors import IdentifyingData, NotReadable
from core.reading.choices import CBS, DECLARED, ReadingChoices
from core.reading.pseudonyms import pseudonymise
from core.reading.shown import rows_of_mapping
from core.text.errors import explain
from tests.reading.loads import Read, Row, day, lines, load, load_text, rules_of, total

HEADINGS = (
    "Pseudoniem;AGB-code;Gemeentecode;Hulpvorm;Verwijzer;Gestart met crisis;"
    "Datum aanvang jeugdhulp;Datum einde jeugdhulp;Reden beëindiging"
)
MADE = f"{HEADINGS};Datum aanmaak bestand"


def record(**told: str) -> str:
    """Write a line of such a file."""
    plain = {"who": "k1", "form": "02", "by": "02", "crisis": "02"}
    cells = plain | {"start": "20240301", "end": "", "why": ""} | told
    order = ("who", "form", "by", "crisis", "start", "end", "why")
    who, *rest = [cells[name] for name in order]
    made = [cells["made"]] if "made" in cells else []
    return ";".join([who, "98010017", "9801", *rest, *made])


def read(*records: str, headings: str = HEADINGS) -> Read:
    return load_text(lines(*records, headings=headings))


def only(*records: str) -> Row:
    _, (row,) = read(*records)
    return row


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("01", "Wijkteam"),
        ("2", "Ambulant regulier"),
        ("03", "Dagbehandeling"),
        ("04", "Hulp in het netwerk"),
        ("11 pleegzorg", "Pleegzorg"),
        ("12", "Gezinshuis"),
        ("13", "JeugdzorgPlus"),
        ("14", "Residentieel verblijf"),
    ],
)
def test_a_care_form_by_its_code(code: str, label: str) -> None:
    row = only(record(form=code))
    assert row["care_form"] == label
    assert row["product"] == code[:2].strip().zfill(2)
    assert row["amount_cents"] is None


def test_a_care_form_in_words_stays_as_it_is() -> None:
    assert only(record(form="Speltherapie"))["care_form"] == "Speltherapie"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("01", "31 volgens plan"),
        ("02", "34 voortijdig in overleg"),
        ("03", "32 voortijdig door cliënt"),
        ("04", "33 voortijdig door aanbieder"),
        ("5", "35 voortijdig door externe oorzaak"),
        ("", ""),
    ],
)
def test_why_care_stopped_has_numbers_of_its_own(code: str, reason: str) -> None:
    assert only(record(end="20240630", why=code))["end_reason"] == reason


@pytest.mark.parametrize(
    ("code", "crisis"), [("01", True), ("1", True), ("02", False), ("", False)]
)
def test_crisis(code: str, *, crisis: bool) -> None:
    assert only(record(crisis=code))["crisis"] is crisis


@pytest.mark.parametrize(
    ("start", "end", "first", "after"),
    [
        ("20240315", "20240401", "2024-03-15", "2024-04-02"),
        ("20240200", "", "2024-02-01", "-"),
        ("20240000", "", "2024-01-01", "-"),
        ("20240105", "20240200", "2024-01-05", "2024-03-01"),
        ("20240105", "20240000", "2024-01-05", "2025-01-01"),
        ("20240105", "00000000", "2024-01-05", "-"),
    ],
    ids=[
        "days that are known",
        "a begin of which the day is unknown",
        "a begin of which only the year is known",
        "an end of which the day is unknown",
        "an end of which only the year is known",
        "no end at all",
    ],
)
def test_dates_of_which_a_part_is_unknown(start: str, end: str, first: str, after: str) -> None:
    delivery, (row,) = read(record(start=start, end=end))
    assert (row["start"], row["end"]) == (day(first), day(after))
    imprecise = any(cell.endswith("00") and cell[:4] != "0000" for cell in (start, end))
    assert rules_of(delivery).get("imprecise_date", 0) == imprecise
    assert row["start_source"] == "start"


def test_an_end_takes_the_place_of_an_open_end() -> None:
    delivery, (row,) = read(record(end="20240630", why="01"), record())
    assert row["end"] == day("2024-07-01")
    assert rules_of(delivery)["superseded_state"] == 1
    assert total(delivery)["lines_rejected"] == 1


def test_the_latest_delivery_counts_whatever_it_says() -> None:
    _, (row,) = read(
        record(end="20240630", made="20240715"),
        record(end="", made="20250115"),
        record(end="20240531", made="20240601"),
        headings=MADE,
    )
    assert row["end"] == day("-")


def test_the_order_of_the_files_does_not_matter() -> None:
    july = lines(record(end="20240630"), headings=HEADINGS)
    january = lines(record(end="20241130"), headings=HEADINGS)
    assert load_text(july, january)[1][0]["end"] == load_text(january, july)[1][0]["end"]


@pytest.mark.parametrize("other", [{"who": "k2"}, {"form": "03"}, {"start": "20240302"}])
def test_other_care_is_no_earlier_state(other: dict[str, str]) -> None:
    _, rows = read(record(), record(**other))
    assert len(rows) == 2


def test_declarations_beside_it_are_never_an_earlier_state() -> None:
    declared = "Pseudoniem;AGB-code;Hulpvorm;Begindatum;Einddatum;Bedrag"
    months = lines(
        "k1;98010017;Ambulant regulier;01-03-2024;31-03-2024;5,00",
        "k1;98010017;Ambulant regulier;01-03-2024;31-03-2024;5,00",
        headings=declared,
    )
    _, rows = load_text(lines(record(), headings=HEADINGS), months)
    assert len(rows) == 3


def test_what_kind_of_source_a_file_is_can_be_seen_and_chosen() -> None:
    text = lines(record(), headings=HEADINGS)
    delivery, (row,) = load_text(text)
    assert (delivery.mappings[0].kind, row["side"]) == (CBS, "provider")
    shown = rows_of_mapping(delivery.mappings, 0)
    assert set(shown["Bestand"]) == {"f.csv (Beleidsinformatie jeugd)"}
    choices = ReadingChoices(kinds={"f.csv": DECLARED}, sides={"f.csv": "municipality"})
    delivery, (row,) = load_text(text, choices=choices)
    assert (delivery.mappings[0].kind, row["side"]) == (DECLARED, "municipality")
    assert row["care_form"] == "02"


@pytest.mark.parametrize("heading", ["BSN", "Geboortedatum"])
def test_who_it_is_about_is_refused(heading: str) -> None:
    with pytest.raises(IdentifyingData):
        read(f"{record()};x", headings=f"{HEADINGS};{heading}")


def test_the_form_of_fixed_width_gets_a_sentence() -> None:
    text = "".join(f"9999000{n}620120300V7911AB0202022024030{n}        \n" for n in range(1, 9))
    with pytest.raises(NotReadable) as error:
        load_text(text)
    assert error.value.reason == "fixed_width"
    assert "vaste posities" in explain(error.value)


def test_it_can_be_read_once_it_is_pseudonymised(tmp_path: Path) -> None:
    raw = tmp_path / "bij.csv"
    headings = HEADINGS.replace("Pseudoniem", "BSN") + ";Geboortedatum"
    raw.write_text(
        lines(
            f"{record(who='999900006', start='20240300')};20120315",
            f"{record(who='999900018', end='20240600')};20110000",
            headings=headings,
        ),
        encoding="utf-8",
    )
    pseudonymise([raw], b"k" * 32, tmp_path / "out", lambda _: None)
    delivery, (first, second) = load(tmp_path / "out" / "bij.csv")
    assert delivery.mappings[0].kind == CBS
    assert first["start"] == day("2024-03-01")
    assert second["end"] == day("2024-07-01")
    assert (first["birth_year"], second["birth_year"]) == (2012, 2011)
    assert "9999" not in first["client_id"]
