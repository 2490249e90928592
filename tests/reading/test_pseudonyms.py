"""Pseudonymising: nobody is left in the file, and everything that the app needs still is."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DataError, HostileFile, MissingMeaning, NotReadable, UnusableInput, WrongKey
from core.frames import open_duckdb
from core.reading.delivery import read_files
from core.reading.ijw import read_messages
from core.reading.pseudonyms import pseudonymise, read_key
from core.reading.pseudonyms.keys import client_pseudonym, number_digest
from core.reading.pseudonyms.treatments import Treatment, kind_of_referrer, treatment_of, year_of
from core.text.errors import explain
from tests.reading.messages import (
    BSN,
    allocated,
    client,
    declaration,
    line,
    lines_of,
    message,
    started,
    stopped,
)

KEY = bytes(range(7, 250, 7)) + b"een vaste sleutel voor de tests"
OTHER_BSN = "999900018"
JANUARY = ("2024-01-01", "2024-01-31")
AT_MIDNIGHT = datetime.fromisoformat
FEBRUARY = ("2024-02-01", "2024-02-29")

HEADINGS = (
    *("BSN", "Naam cliënt", "Geboortedatum", "Postcode", "Gemeente", "AGB-code", "Productcode"),
    *("Begindatum", "Einddatum", "Bedrag", "Toewijzingnummer", "Referentienummer"),
    *("Type verwijzer", "AGB verwijzer", "Opmerking", "Juridische status", "Iets onbekends"),
)
CELLS = (
    *(BSN, "De Wit, Tom", "14-02-2010", "9401 AB", "Assen", "65656055", "45A04"),
    *("01-01-2024", "31-01-2024", "1.234,56", "10072", "RN077"),
    *("Huisarts", "01012345", "belt vaak; is boos", "01", "Jansen"),
)
SECRETS = (
    *(BSN, BSN[1:], "De Wit", "14-02", "9401", "10072", "RN077", "01012345", "belt", "Jansen"),
)
KEPT = ("Assen", "65656055", "45A04", "01-01-2024", "31-01-2024", "1.234,56", "Huisarts", "2010")


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    source = tmp_path / name
    source.write_bytes(content)
    pseudonymise([source], KEY, tmp_path / "uit")
    return tmp_path / "uit" / name


def as_csv(*rows: tuple[str, ...], delimiter: str = ";") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_text_keeps_its_form_and_loses_its_people(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    content = as_csv(HEADINGS, CELLS, CELLS, delimiter=delimiter).encode(encoding)
    new = written(tmp_path, "maart.csv", content).read_bytes().decode(encoding)
    headings, *lines = csv.reader(new.splitlines(), delimiter=delimiter)
    assert headings == [
        *("Pseudoniem", "Geboortejaar", "Gemeente", "AGB-code", "Productcode", "Begindatum"),
        *("Einddatum", "Bedrag", "Toewijzingnummer", "Referentienummer", "Type verwijzer"),
    ]
    assert lines[0] == lines[1]
    assert lines[0][0] == client_pseudonym(KEY, BSN)
    assert "\r\n" in new
    assert not [secret for secret in SECRETS if secret in new]
    assert [kept for kept in KEPT if kept not in new] == []


def test_the_lines_above_the_headings_stay_behind_but_a_sep_line_does_not(tmp_path: Path) -> None:
    content = "sep=;\r\nGemaakt door mevrouw Bakker\r\n\r\n" + as_csv(HEADINGS, CELLS)
    new = written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")
    assert new.startswith("sep=;")
    assert "Bakker" not in new
    assert len(new.splitlines()) == 3


def test_a_line_that_cannot_be_taken_apart_comes_out_empty(tmp_path: Path) -> None:
    content = as_csv(HEADINGS, (*CELLS, "verschoven"), CELLS)
    new = written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")
    assert set(new.splitlines()[1]) == {";"}
    assert new.splitlines()[2].startswith(client_pseudonym(KEY, BSN))


def test_a_total_is_not_made_a_client(tmp_path: Path) -> None:
    content = as_csv(HEADINGS, ("Totaal", *CELLS[1:]))
    assert "Totaal" in written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")


def test_a_workbook_keeps_dates_and_numbers_and_only_its_declarations(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Voor mevrouw Bakker"])
    book.active.append(
        ["BSN", "Naam", "Geboortedatum", "Hulpvorm", "Begindatum", "Einddatum", "Bedrag"]
    )
    born, start, end = (AT_MIDNIGHT(day) for day in ("2010-02-14", *JANUARY))
    book.active.append([999900006, "Tom", born, "=1+1", start, end, 12.5])
    book.create_sheet("Namen").append(["Tom de Wit"])
    book.active["A3"].comment = openpyxl.comments.Comment("belt vaak", "Bakker")
    stream = io.BytesIO()
    book.save(stream)
    new = openpyxl.load_workbook(written(tmp_path, "a.xlsx", stream.getvalue()))
    assert new.sheetnames == ["Declaraties"]
    rows = list(new.active.iter_rows(values_only=True))
    assert rows[0] == (
        "Pseudoniem",
        "Geboortejaar",
        "Hulpvorm",
        "Begindatum",
        "Einddatum",
        "Bedrag",
    )
    assert rows[1][:2] == (client_pseudonym(KEY, BSN), "2010")
    assert rows[1][3:] == (start, end, 12.5)
    assert new.active["A2"].comment is None


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    table = pa.table(
        {
            "bsn": pa.array([999900006, None], pa.int64()),
            "hulpvorm": ["Pleegzorg", "Pleegzorg"],
            "begindatum": pa.array([AT_MIDNIGHT("2024-01-01")] * 2, pa.timestamp("ms")),
            "naam": ["Tom", "Piet"],
            "bedrag": pa.array([1, 2], pa.int32()),
        }
    )
    stream = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"owner": "Bakker"}), stream)
    new = pq.read_table(written(tmp_path, "a.parquet", stream.getvalue()))
    assert new.schema.metadata is None
    assert new.column_names == ["Pseudoniem", "hulpvorm", "begindatum", "bedrag"]
    assert new["Pseudoniem"].to_pylist() == [client_pseudonym(KEY, BSN), ""]
    assert new.schema.field("bedrag").type == pa.int32()
    assert new.schema.field("begindatum").type == pa.timestamp("ms")


PERSON = """<m:Geboortedatum><ijw:Datum>2010-02-14</ijw:Datum></m:Geboortedatum>
  <m:Geslacht>1</m:Geslacht>
  <m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Wit</ijw:Achternaam></ijw:Geslachtsnaam></m:Naam>
  <m:JuridischeStatus>01</m:JuridischeStatus><m:Commentaar>belt vaak</m:Commentaar>
  <m:Relaties><m:Relatie><m:Bsn>999900079</m:Bsn><m:Geboortedatum>
  <ijw:Datum>1971-04-07</ijw:Datum></m:Geboortedatum></m:Relatie></m:Relaties>
  <m:Contactgegevens><m:Adres><ijw:Postcode>9401AB</ijw:Postcode></m:Adres></m:Contactgegevens>"""
ASKED = """<m:AangevraagdeProducten><m:AangevraagdProduct>
  <m:ReferentieAanbieder>A1</m:ReferentieAanbieder><m:BeschikkingNummer>B7</m:BeschikkingNummer>
  <m:Verwijzer><ijw:Type>02</ijw:Type><ijw:Naam>dokter Bernard</ijw:Naam>
  <ijw:ZorgverlenerCode>01012345</ijw:ZorgverlenerCode></m:Verwijzer>
  </m:AangevraagdProduct></m:AangevraagdeProducten>"""


def raw_messages() -> dict[str, bytes]:
    lines = [
        line("RN001", *JANUARY),
        line("RN002", *JANUARY, "C", previous="RN001"),
        line("RN003", *JANUARY),
        line("RN004", *FEBRUARY),
    ]
    other = lines_of(OTHER_BSN, line("RN005", *JANUARY, allocation="10099"), element="Bsn")
    return {
        "JW323.xml": declaration(lines_of(BSN, *lines, element="Bsn") + other),
        "JW301.xml": message("301", client(BSN, PERSON + allocated("2024-01-05"), "Bsn")),
        "JW305.xml": message("305", client(BSN, PERSON + started("2024-01-09"), "Bsn")),
        "JW307.xml": message(
            "307", client(BSN, PERSON + stopped("2024-01-09", "2024-02-12"), "Bsn")
        ),
        "JW315.xml": message("315", client(BSN, PERSON + ASKED, "Bsn")),
    }


MESSAGE_SECRETS = (
    *(BSN, OTHER_BSN, "999900079", "Wit", "2010-02", "1971", "9401", "belt", "Bernard", "01012345"),
    *("10072", "10099", "RN00", ">A1<", ">B7<", "DN001", "123456789012", "JuridischeStatus"),
)


def test_messages_are_read_back_with_their_links_and_without_people(tmp_path: Path) -> None:
    sources = []
    for name, content in raw_messages().items():
        sources.append(tmp_path / name)
        sources[-1].write_bytes(content)
    done = pseudonymise(sources, KEY, tmp_path / "uit")
    assert [file.lines for file in done] == [5, 1, 1, 1, 1]
    new = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    text = b"".join(new.values()).decode()
    assert [secret for secret in MESSAGE_SECRETS if secret in text] == []

    read, *_ = read_messages([(name, io.BytesIO(new[name])) for name in raw_messages()])
    assert isinstance(read.table, pa.Table)
    rows = read.table.to_pylist()
    assert {row["client_id"] for row in rows[:4]} == {client_pseudonym(KEY, BSN)}
    assert rows[4]["client_id"] == client_pseudonym(KEY, OTHER_BSN)
    assert [(row["start"], row["end"]) for row in rows[:4]] == [
        *[("2024-01-09", "2024-01-31")] * 3,
        ("2024-02-01", "2024-02-12"),
    ]
    assert rows[3]["end_reason"] == "31 volgens plan"
    assert rows[0]["referrer"] == "huisarts"
    assert number_digest(KEY, "RN001") in new["JW323.xml"].decode()
    assert f"VorigReferentieNummer>{rows[0]['reference']}<" in new["JW323.xml"].decode()


def test_what_was_written_is_accepted_by_the_reader(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in (*raw_messages(), "regels.csv")]
    for source, content in zip(sources, raw_messages().values(), strict=False):
        source.write_bytes(content)
    sources[-1].write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    pseudonymise(sources, KEY, tmp_path / "uit")
    workspace = open_duckdb()
    delivery = read_files(workspace, [tmp_path / "uit" / source.name for source in sources])
    assert [entry.lines_accepted for entry in delivery.ledger] == [5, 0, 0, 0, 0, 1]
    query = "SELECT count(DISTINCT client_id) FROM declarations"
    assert workspace.session.sql(query).fetchall() == [(2,)]


def test_as_they_were_sent_every_one_of_them_is_refused(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in raw_messages()]
    for source, content in zip(sources, raw_messages().values(), strict=True):
        source.write_bytes(content)
    with pytest.raises(UnusableInput) as refused:
        read_files(open_duckdb(), sources)
    assert len(refused.value.problems) == 5
    assert not [secret for secret in MESSAGE_SECRETS if secret in explain(refused.value)]


def test_a_zip_stays_a_zip_of_the_same_files(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("map/JW323.xml", raw_messages()["JW323.xml"])
        archive.writestr("map/regels.csv", as_csv(HEADINGS, CELLS))
    with zipfile.ZipFile(written(tmp_path, "alles.zip", stream.getvalue())) as archive:
        assert archive.namelist() == ["map/JW323.xml", "map/regels.csv"]
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert BSN not in text
    assert text.count(client_pseudonym(KEY, BSN)) == 2


def test_nothing_is_written_when_one_file_fails(tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.csv", tmp_path / "fout.csv"
    good.write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    bad.write_text("Gemeente;Begindatum\nAssen;01-01-2024\n", encoding="utf-8")
    with pytest.raises(MissingMeaning) as refused:
        pseudonymise([good, bad], KEY, tmp_path / "uit")
    assert refused.value.missing == ("client_id",)
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', HostileFile),
        ("a.xml", b"<Bericht xmlns='http://x/jw323/schema'><Header>", NotReadable),
        ("a.xml", b"<html><body>BSN</body></html>", NotReadable),
        ("a.csv", b"", NotReadable),
        ("a.parquet", b"PAR1 en verder niets", NotReadable),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    tmp_path: Path, name: str, content: bytes, error: type[DataError]
) -> None:
    with pytest.raises(error):
        written(tmp_path, name, content)


def test_a_source_is_never_written_over(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    with pytest.raises(NotReadable):
        pseudonymise([source], KEY, tmp_path)
    assert BSN in source.read_text(encoding="utf-8")


def test_two_files_of_one_name_are_both_written(tmp_path: Path) -> None:
    sources = [tmp_path / folder / "a.csv" for folder in ("een", "twee")]
    for source in sources:
        source.parent.mkdir()
        source.write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    pseudonymise(sources, KEY, tmp_path / "uit")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["a-2.csv", "a.csv"]


@pytest.mark.parametrize("written_as", ["012345672", "12345672", "0123.45.672", " 12 345 672 "])
def test_one_person_has_one_pseudonym_however_the_number_is_written(written_as: str) -> None:
    assert client_pseudonym(KEY, written_as) == client_pseudonym(KEY, "012345672")


@pytest.mark.parametrize("nobody", ["", " ", "999999999", "000000000"])
def test_an_unknown_client_is_not_one_person(nobody: str) -> None:
    assert client_pseudonym(KEY, nobody) == ""


def test_leading_zeros_of_other_numbers_matter() -> None:
    assert client_pseudonym(KEY, "007") != client_pseudonym(KEY, "7")


@given(st.text(min_size=1).filter(str.strip), st.binary(min_size=32, max_size=64))
def test_a_pseudonym_has_128_bits_and_hangs_on_the_key(number: str, key: bytes) -> None:
    pseudonym = number_digest(key, number)
    assert len(bytes.fromhex(pseudonym)) >= 16
    assert pseudonym != number_digest(key + b"x", number)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "short"),
        (b"a" * 31, "short"),
        (bytes(31) + b"\n\n\n", "short"),
        (b"a" * 64, "example"),
        (b"0123456789abcdef" * 4, "example"),
        (bytes(range(1, 65)), "example"),
        (b"ditiseenvoorbeeldsleutelvan40tekens12345", "example"),
        (b"ab12" * 16, "example"),
    ],
)
def test_a_key_that_anyone_could_guess_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "sleutel.txt"
    path.write_bytes(content)
    with pytest.raises(WrongKey) as refused:
        read_key(path)
    assert refused.value.reason == reason


def test_a_key_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongKey) as refused:
        read_key(tmp_path / "weg.txt")
    assert refused.value.reason == "missing"


def test_a_real_key_is_read_without_the_newline_at_its_end(tmp_path: Path) -> None:
    key = "4f1c0a9be2d37786a5b94e10c3d2f8677b19ae05d6c4830f"
    path = tmp_path / "sleutel"
    path.write_text(key + "\n", encoding="ascii")
    assert read_key(path) == key.encode()


TREATED = {
    Treatment.CLIENT: ("BSN", "Burgerservicenummer", "BSN jeugdige", "Cliëntnummer", "Pseudoniem"),
    Treatment.NUMBER: (
        *("Toewijzingsnummer", "Beschikkingnummer", "Referentienummer", "Vorig referentienummer"),
        *("Referentie aanbieder", "Declaratienummer", "Dossiernummer"),
    ),
    Treatment.YEAR: ("Geboortedatum", "Geb.datum", "Datum geboortedatum"),
    Treatment.REFERRER: ("Verwijzer", "Type verwijzer"),
    Treatment.KEEP: (
        *("Gemeente", "Gemeentenaam", "Woonplaatsgemeente", "Naam aanbieder", "AGB-code"),
        *("Productcode", "Begindatum zorg", "Toegekend bedrag", "Debet/Credit", "Geboortejaar"),
        *("Toewijzingsdatum", "Wet", "Einddatum van de levering", "Geslacht"),
    ),
    Treatment.REMOVE: (
        *("Naam", "Voornaam", "Achternaam cliënt", "Naam cliënt", "Adres", "Straat", "Postcode"),
        *("Woonplaats", "E-mail", "Telefoonnummer", "IBAN", "Opmerking", "Commentaar"),
        *("Juridische status", "Naam verwijzer", "AGB verwijzer", "BSN moeder", "Iets anders", ""),
        *("Naam huisarts", "Geboorteplaats", "Begindatum opmerking"),
    ),
}


@pytest.mark.parametrize(
    ("heading", "treatment"),
    [(heading, treatment) for treatment, headings in TREATED.items() for heading in headings],
)
def test_a_heading_decides_what_happens(heading: str, treatment: Treatment) -> None:
    assert treatment_of(heading) is treatment


@pytest.mark.parametrize(
    ("birth", "year"),
    [
        ("14-02-2010", "2010"),
        ("2010-02-14", "2010"),
        ("20100214", "2010"),
        ("14022010", "2010"),
        ("20100000", "2010"),
        ("14-02-10", "2010"),
        ("40223", "2010"),
        (date(2010, 2, 14), "2010"),
        ("onbekend", ""),
        (None, ""),
    ],
)
def test_a_date_of_birth_becomes_its_year(birth: object, year: str) -> None:
    assert year_of(birth) == year


@pytest.mark.parametrize(
    ("referrer", "kept"),
    [
        ("Huisarts", "Huisarts"),
        ("02", "02"),
        ("Gecertificeerde instelling", "Gecertificeerde instelling"),
        ("Huisarts Bernard", ""),
        ("01012345", ""),
    ],
)
def test_of_a_referrer_only_the_kind_is_kept(referrer: str, kept: str) -> None:
    assert kind_of_referrer(referrer) == kept
