"""The small files beside the declarations: names of codes, and evaluation talks."""

from datetime import date
from pathlib import Path

import pytest

from core.errors import DataError, MissingMeaning, NotReadable
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


@pytest.mark.parametrize("written", ["2024-04-03", "03-04-2024", "03/04/2024", "20240403"])
def test_a_talk_is_read_however_its_date_is_written(written: str, tmp_path: Path) -> None:
    path = file_of(tmp_path, f"client_id,date,youth_present,conclusion\n 007 ,{written},ja,stop")
    assert read_evaluations(path) == [{"client_id": "007", "date": day_number(date(2024, 4, 3))}]


BROKEN = {
    "names without a heading": (read_names, "kind,code\nprovider,1", MissingMeaning),
    "names of an unknown kind": (read_names, "kind,code,name\nchild,1,x", NotReadable),
    "talks without a date": (read_evaluations, "client_id\n1", MissingMeaning),
    "a talk on no day": (read_evaluations, "client_id,date\n1,31-02-2024", NotReadable),
    "a talk in another age": (read_evaluations, "client_id,date\n1,1901-01-01", NotReadable),
}


@pytest.mark.parametrize(("read", "text", "error"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_a_sentence(
    read: object, text: str, error: type[DataError], tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        read(file_of(tmp_path, text))  # type: ignore[operator]
    assert explain(caught.value).endswith(".")


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
