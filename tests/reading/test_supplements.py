"""The small files beside the declarations: names of codes, and evaluation talks."""

from datetime import date
from pathlib import Path

import pytest

from core.errors import DataError, IdentifyingData, MissingMeaning, NotReadable
from core.reading.supplements import find_unnamed, read_evaluations, read_names
from core.tables import DECLARATIONS
from core.text.errors import explain
from core.trajectories.calendar import day_number
from tests.conftest import in_duckdb, lines_of


def file_of(folder: Path, text: str) -> Path:
    path = folder / "small.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_are_read_by_kind_and_code(tmp_path: Path) -> None:
    path = file_of(tmp_path, "\ufeffkind;code;name\nprovider;007;De Linde\nmunicipality;0114;Emmen")
    assert read_names(path) == {
        ("provider", "007"): "De Linde",
        ("municipality", "0114"): "Emmen",
    }


@pytest.mark.parametrize(
    "written",
    [
        *("2024-04-03", "03-04-2024", "03/04/2024", "20240403", "3 april 2024"),
        *("2024-04-03 00:00:00", "45385"),
    ],
)
def test_a_talk_is_read_however_its_date_is_written(written: str, tmp_path: Path) -> None:
    path = file_of(tmp_path, f"client_id,date,youth_present,conclusion\n 007 ,{written},ja,stop")
    told = {"youth_present": "yes", "conclusion": "stop", "parties": ""}
    day = day_number(date(2024, 4, 3))
    assert read_evaluations(path) == [{"client_id": "007", "date": day} | told]


UNTOLD = dict.fromkeys(("youth_present", "conclusion", "parties"), "")

TOLD = {
    "the words of the form": (
        "ja,lichtere hulp,ouders + school",
        ("yes", "step_down", "parents+school"),
    ),
    "codes, in any order": (
        "no,other_approach,school/parents",
        ("no", "other_approach", "parents+school"),
    ),
    "capitals and a number of people": ("NEE,Hulp afronden,4", ("no", "stop", "4")),
    "not known": ("onbekend,onbekend,", ("", "", "")),
    "nothing": (",,", ("", "", "")),
}


@pytest.mark.parametrize(("cells", "codes"), TOLD.values(), ids=TOLD)
def test_what_a_talk_tells_becomes_codes(
    cells: str, codes: tuple[str, str, str], tmp_path: Path
) -> None:
    heading = "client_id,date,youth_present,conclusion,parties"
    (talk,) = read_evaluations(file_of(tmp_path, f"{heading}\n1,2024-04-03,{cells}"))
    assert (talk["youth_present"], talk["conclusion"], talk["parties"]) == codes


@pytest.mark.parametrize("column", ["youth_present", "conclusion", "parties"])
def test_a_word_that_is_in_no_list_is_refused_unless_nobody_needs_it(
    column: str, tmp_path: Path
) -> None:
    path = file_of(tmp_path, f"client_id,date,{column}\n1,2024-04-03,Pietje vond het fijn")
    with pytest.raises(NotReadable) as caught:
        read_evaluations(path)
    assert column in explain(caught.value)
    assert "Pietje" not in explain(caught.value)
    (talk,) = read_evaluations(path, only_dates=True)
    assert talk[column] == ""


NFC, NFD = "Jos\u00e9", "Jose\u0301"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_talks_are_read_as_excel_saves_them(
    encoding: str, delimiter: str, newline: str, tmp_path: Path
) -> None:
    lines = [("client_id", "date"), ("", ""), (f" {NFC}\u00a0", "2024-04-03"), ("", "")]
    text = newline.join(delimiter.join(cells) for cells in lines)
    path = tmp_path / "talks.csv"
    path.write_bytes(text.encode(encoding))
    day = day_number(date(2024, 4, 3))
    assert read_evaluations(path) == [{"client_id": NFC, "date": day} | UNTOLD]


def test_a_letter_of_two_signs_is_the_same_letter(tmp_path: Path) -> None:
    (talk,) = read_evaluations(file_of(tmp_path, f"client_id,date\n{NFD},2024-04-03"))
    assert talk["client_id"] == NFC
    path = file_of(tmp_path, f"kind,code,name\nprovider, {NFD} ,De Linde\n,,\n")
    assert read_names(path) == {("provider", NFC): "De Linde"}


def test_a_name_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    path = file_of(tmp_path, 'kind,code,name\nprovider,1,"De\nLinde"\nprovider,2')
    assert read_names(path) == {("provider", "1"): "De\nLinde", ("provider", "2"): ""}


@pytest.mark.parametrize("read", [read_names, read_evaluations])
def test_a_file_that_is_not_there_is_not_found(read: object, tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as caught:
        read(tmp_path / "weg.csv")  # type: ignore[operator]
    assert "niet gevonden" in explain(caught.value)


@pytest.mark.parametrize("cell", [b"\x81\x8d", b"1\0"])
def test_bytes_that_are_no_text_are_refused(cell: bytes, tmp_path: Path) -> None:
    path = tmp_path / "talks.csv"
    path.write_bytes(b"client_id,date\n" + cell + b",2024-04-03")
    with pytest.raises(NotReadable) as caught:
        read_evaluations(path)
    assert caught.value.reason == "not_text"


BSN = "123456782"  # made up; it passes the test of eleven
BROKEN = {
    "an empty file": (read_names, "", MissingMeaning),
    "a talk without a date": (read_evaluations, "client_id,date\n1,", NotReadable),
    "names without a heading": (read_names, "kind,code\nprovider,1", MissingMeaning),
    "names of an unknown kind": (read_names, "kind,code,name\nchild,1,x", NotReadable),
    "talks without a date": (read_evaluations, "client_id\n1", MissingMeaning),
    "a talk on no day": (read_evaluations, "client_id,date\n1,31-02-2024", NotReadable),
    "a talk about a BSN": (read_evaluations, f"client_id,date\n{BSN},2024-04-03", IdentifyingData),
    "a talk about a BSN with dots": (
        *(read_evaluations, "client_id,date\n1234.56.782,2024-04-03", IdentifyingData),
    ),
    "a talk in another age": (read_evaluations, "client_id,date\n1,1901-01-01", NotReadable),
}


@pytest.mark.parametrize(("read", "text", "error"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_a_sentence(
    read: object, text: str, error: type[DataError], tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        read(file_of(tmp_path, text))  # type: ignore[operator]
    assert explain(caught.value).endswith(".")
    assert BSN not in explain(caught.value)


def test_codes_without_a_name_are_counted_in_lines() -> None:
    rows = [{"provider": code, "start": 0, "end": 1} for code in ("A", "B", "B", "")]
    names = {("provider", "A"): "De Linde", ("product", "45A04"): "Ambulant"}
    (finding,) = find_unnamed(
        in_duckdb(lines_of(rows), DECLARATIONS), names | {("product", "light"): "x"}
    )
    assert (finding.rule, finding.rows, finding.file) == (
        "unnamed_code",
        2,
        "names.csv (provider)",
    )


def test_talks_may_have_dutch_headings(tmp_path: Path) -> None:
    text = "Pseudoniem;Datum;Jeugdige erbij;Uitkomst;Partijen\n007;03-04-2024;ja;hulp afronden;2"
    path = file_of(tmp_path, text)
    english = text.replace(
        "Pseudoniem;Datum;Jeugdige erbij;Uitkomst;Partijen",
        "client_id;date;youth_present;conclusion;parties",
    )
    other = tmp_path / "english.csv"
    other.write_text(english)
    assert read_evaluations(path) == read_evaluations(other)


def test_a_list_of_talks_with_a_name_is_refused(tmp_path: Path) -> None:
    path = file_of(tmp_path, "client_id,date,naam\n007,2024-04-03,Jan")
    with pytest.raises(IdentifyingData) as raised:
        read_evaluations(path)
    assert raised.value.column == "naam"


def test_a_wrong_line_of_talks_is_pointed_out_and_its_words_are_not_told(tmp_path: Path) -> None:
    path = file_of(
        tmp_path, "pseudoniem,datum,jeugdige erbij\n\nk1,2024-04-03,ja\nk2,2024-04-04,x7"
    )
    with pytest.raises(NotReadable) as refused:
        read_evaluations(path)
    said = explain(refused.value)
    assert said.startswith(f"{path.name}, regel 3 (zonder lege): In ")
    assert "jeugdige erbij" in said
    assert "x7" not in said
