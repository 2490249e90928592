"""Pseudonymising: nobody is left in the file, and everything that the app needs still is."""

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DataError, HostileFile, MissingMeaning, NotReadable
from core.reading.pseudonyms import pseudonymise
from core.reading.pseudonyms.keys import client_pseudonym
from tests.reading.messages import BSN
from tests.reading.persons import (
    CELLS,
    HEADINGS,
    JANUARY,
    KEPT,
    KEY,
    SECRETS,
    as_csv,
    raw_messages,
    written,
)

AT_MIDNIGHT = datetime.fromisoformat


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
            "stopreden": pa.array(["31", "x" * 41]).dictionary_encode(),
            "product": [b"bytes", b"bytes"],
            "bedrag": pa.array([1, 2], pa.int32()),
        }
    )
    stream = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"owner": "Bakker"}), stream)
    new = pq.read_table(written(tmp_path, "a.parquet", stream.getvalue()))
    assert new.schema.metadata is None
    assert new.column_names == ["Pseudoniem", "hulpvorm", "begindatum", "stopreden", "bedrag"]
    assert new["stopreden"].to_pylist() == ["31", ""]
    assert new["Pseudoniem"].to_pylist() == [client_pseudonym(KEY, BSN), ""]
    assert new.schema.field("bedrag").type == pa.int32()
    assert new.schema.field("begindatum").type == pa.timestamp("ms")


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


def test_a_stray_quote_makes_no_cell_of_the_rest_of_the_file(tmp_path: Path) -> None:
    content = f'BSN;Productnaam\r\n"{BSN}";"Pleegzorg\r\n{BSN};Wit "de"; Tom\r\n{BSN};Logeren\r\n'
    new = written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")
    pseudonym = client_pseudonym(KEY, BSN)
    assert new.splitlines()[1:] == [f"{pseudonym};Pleegzorg", ";;", f"{pseudonym};Logeren"]


def test_a_cell_of_several_lines_is_left_out(tmp_path: Path) -> None:
    content = as_csv(("BSN", "Productnaam"), (BSN, "Pleegzorg\nvoor Tom"))
    assert "Tom" not in written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")


TOLD = "geheim7"
around = st.text('ab;,"\t\r\n ', max_size=6)
secrets = st.tuples(around, around).map(lambda sides: f"{sides[0]}{TOLD}{sides[1]}")


@settings(deadline=None)
@given(st.lists(st.tuples(secrets, secrets, secrets), min_size=1, max_size=5))
def test_no_quote_or_newline_lets_a_person_slip_into_another_column(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("wild")
    rows = [(number, name, "Pleegzorg", "1,00", note) for number, name, note in people]
    headings = ("BSN", "Naam", "Hulpvorm", "Bedrag", "Opmerking")
    content = as_csv(headings, *rows)
    new = written(folder, "a.csv", content.encode()).read_bytes()
    assert TOLD.encode() not in new


def test_columns_that_would_get_one_name_are_told_apart(tmp_path: Path) -> None:
    content = as_csv(("BSN", "BSN client", "Hulpvorm"), (BSN, "7", "Pleegzorg"))
    new = written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8")
    assert new.splitlines()[0] == "Pseudoniem;Pseudoniem 2;Hulpvorm"


def test_a_story_in_a_column_of_codes_is_left_out(tmp_path: Path) -> None:
    story = "Moeder belde dat Tom naar zijn oma in Assen verhuist"
    content = as_csv(("BSN", "Productnaam", "Reden einde"), (BSN, story, story), (BSN, "P", "31"))
    new = written(tmp_path, "a.csv", content.encode()).read_text(encoding="utf-8").splitlines()
    pseudonym = client_pseudonym(KEY, BSN)
    assert new[1:] == [f"{pseudonym};{story};", f"{pseudonym};P;31"]
