"""Lines of another law than the one on youth care: accepted, and apart from everything else."""

from pathlib import Path

import pytest

from core.analysis import analyse, count_attrition
from core.errors import NotReadable
from core.frames import Workspace, collect, kept, open_duckdb
from core.reading.delivery import Delivery, read_files
from core.storage.folders import Contents, open_tables, write_folder
from core.trajectories.rules import Rules

HEADING = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag"
YOUTH = "a;N;A1;Ambulant regulier;01-01-2022;31-03-2022;100,00"
OTHER = "a;N;W1;01A03;01-02-2022;31-03-2022;50,00"

NAMES = {
    "Wmo": "wmo",
    "WMO 2015": "wmo",
    "Participatiewet": "participatiewet",
    "P-wet": "participatiewet",
    "Wlz": "wlz",
    "Zvw": "zvw",
    "Schuldhulpverlening": "schuldhulp",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_known_scheme_stands_apart(name: str, tmp_path: Path) -> None:
    workspace, delivery = read(tmp_path, f"{YOUTH};Jeugdwet", f"{OTHER};{name}")
    assert forms(workspace, "declarations") == ["Ambulant regulier"]
    others = collect(kept(workspace, "other_schemes"))
    assert others["scheme"].tolist() == [NAMES[name]]
    assert [(one.lines_accepted, one.cents_accepted) for one in delivery.ledger] == [(2, 15000)]


@pytest.mark.parametrize("heading", ["Regeling", "wet", "Wettelijk kader", "scheme"])
def test_the_column_is_known_by_its_usual_names(heading: str, tmp_path: Path) -> None:
    workspace, _ = read(tmp_path, f"{YOUTH};Jw", f"{OTHER};Wmo", heading=heading)
    assert forms(workspace, "other_schemes") == ["01A03"]


@pytest.mark.parametrize("name", ["", "Jeugdwet", "JW", "jeugdhulp"])
def test_youth_care_goes_by_several_names_or_none(name: str, tmp_path: Path) -> None:
    workspace, delivery = read(tmp_path, f"{YOUTH};{name}")
    assert forms(workspace, "declarations") == ["Ambulant regulier"]
    assert "unknown_scheme" not in {finding.rule for finding in delivery.findings}


def test_a_name_that_nobody_knows_never_makes_youth_care_disappear(tmp_path: Path) -> None:
    workspace, delivery = read(tmp_path, f"{YOUTH};ZIN")
    assert forms(workspace, "declarations") == ["Ambulant regulier"]
    [found] = [finding for finding in delivery.findings if finding.rule == "unknown_scheme"]
    assert (found.rows, found.severity) == (1, "warning")
    assert "ZIN" not in found.message


def test_a_code_of_another_scheme_is_no_unknown_care_form(tmp_path: Path) -> None:
    _, delivery = read(tmp_path, f"{YOUTH};", f"{OTHER};Wmo", product=True)
    assert delivery.unmatched_share == 0


def test_a_file_with_only_other_schemes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as refused:
        read(tmp_path, f"{OTHER};Wmo")
    assert refused.value.reason == "only_other_schemes"


def test_other_schemes_are_no_trajectory_chain_or_trigger(tmp_path: Path) -> None:
    workspace, _ = read(tmp_path, f"{YOUTH};", f"{OTHER};Wmo")
    analysis = analyse(workspace, Rules())
    assert collect(analysis.trajectories)["care_form"].tolist() == ["Ambulant regulier"]
    assert collect(analysis.chained)["position"].tolist() == [1]
    assert [step["rows"] for step in count_attrition(analysis)][-1] == 1


@pytest.mark.parametrize("files", [1, 2])
def test_they_are_stored_apart_and_open_again(files: int, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    paths = [written(tmp_path, f"{n}.csv", f"{YOUTH};", f"{OTHER};Wmo") for n in range(files)]
    workspace = open_duckdb()
    delivery = read_files(workspace, paths, None, lambda *_: None, folder)
    write_folder(folder, workspace, Contents(delivery))
    again = open_duckdb()
    open_tables(folder, again)
    assert forms(again, "declarations") == ["Ambulant regulier"]
    assert forms(again, "other_schemes") == ["01A03"]


def test_a_folder_without_them_opens_with_none(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    workspace = open_duckdb()
    delivery = read_files(
        workspace, [written(tmp_path, "a.csv", f"{YOUTH};")], None, lambda *_: None, folder
    )
    write_folder(folder, workspace, Contents(delivery))
    assert not (folder / "other_schemes.parquet").exists()
    again = open_duckdb()
    open_tables(folder, again)
    assert forms(again, "other_schemes") == []


def read(
    folder: Path, *lines: str, heading: str = "regeling", product: bool = False
) -> tuple[Workspace, Delivery]:
    """Read lines with a column for the scheme, in memory."""
    workspace = open_duckdb()
    path = written(folder, "lines.csv", *lines, heading=heading, product=product)
    return workspace, read_files(workspace, [path])


def written(
    folder: Path, name: str, *lines: str, heading: str = "regeling", product: bool = False
) -> Path:
    """Write lines under the heading of this module."""
    known = HEADING.replace("hulpvorm", "productcode") if product else HEADING
    usual = [line.replace("Ambulant regulier", "45A04") if product else line for line in lines]
    path = folder / name
    path.write_text("\n".join([f"{known};{heading}", *usual]))
    return path


def forms(workspace: Workspace, table: str) -> list[str]:
    """List the care forms in a table."""
    return sorted(collect(kept(workspace, table).select("care_form"))["care_form"].tolist())
