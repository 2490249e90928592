"""Codes that are one organisation: a merger or a new code is no step, and duplicates stay known."""

from pathlib import Path

import pytest

from core.__main__ import main
from core.errors import MissingMeaning, NotReadable
from core.reading.choices import ReadingChoices
from core.reading.organisations import ALWAYS, Organisation
from core.reading.supplements import read_codes, read_organisations, write_codes
from core.tables import OPEN_END
from core.text.errors import explain
from tests.reading.loads import day, lines, load_text, total

HEADINGS = "Pseudoniem;AGB-code;Hulpvorm;Begindatum;Einddatum;Referentienummer"
YOUTH = lines(
    "k1;111;Ambulant;01-11-2023;31-12-2023;R1",
    "k1;222;Ambulant;01-01-2024;31-03-2024;R1",
    headings=HEADINGS,
)
MERGED = (Organisation("111", "Jeugdhulp Noord"), Organisation("222", "Jeugdhulp Noord"))


def written(text: str, folder: Path, name: str = "organisations.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("code,organisation\n111,Noord\n", [Organisation("111", "Noord")]),
        (
            "code;organisation;from;until\n111;Noord;;31-12-2023\n111;Zuid;01-01-2024;\n",
            [
                Organisation("111", "Noord", ALWAYS, day("2024-01-01")),
                Organisation("111", "Zuid", day("2024-01-01"), OPEN_END),
            ],
        ),
        ("code,organisation\n111,Noord\n111,Noord\n", [Organisation("111", "Noord")]),
    ],
    ids=["a code is an organisation", "until a day, and from the next", "said twice"],
)
def test_what_a_code_stands_for(text: str, known: list[Organisation], tmp_path: Path) -> None:
    assert list(read_organisations(written(text, tmp_path))) == known


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code,organisation\n111,\n", "incomplete_organisations"),
        ("code,organisation\n111,A\n111,B\n", "overlapping_organisations"),
        ("code,organisation,from,until\n1,A,,2024-01-01\n1,B,2024-01-01,\n", "overlapping_"),
        ("code,organisation,from,until\n1,A,2024-02-01,2024-01-01\n", "overlapping_"),
        ("code,organisation,from\n1,A,gisteren\n", "unreadable_date"),
    ],
    ids=[
        "nobody is behind a code",
        "two at once",
        "the last day counts for both",
        "ends before it begins",
        "no date",
    ],
)
def test_a_table_that_cannot_be_meant_gets_one_sentence(
    text: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(NotReadable) as error:
        read_organisations(written(text, tmp_path))
    assert error.value.reason.startswith(reason)
    assert explain(error.value).startswith("organisations.csv: ")


def test_without_its_headings_it_is_another_file(tmp_path: Path) -> None:
    with pytest.raises(MissingMeaning):
        read_organisations(written("a,b\n1,2\n", tmp_path))


def test_the_organisation_takes_the_place_of_the_code_and_the_code_is_kept() -> None:
    _, (first, second) = load_text(YOUTH, choices=ReadingChoices(organisations=MERGED))
    assert first["provider"] == second["provider"] == "Jeugdhulp Noord"
    assert (first["provider_code"], second["provider_code"]) == ("111", "222")


def test_another_code_stays_as_it_is() -> None:
    known = (Organisation("333", "Elders"),)
    _, (first, _) = load_text(YOUTH, choices=ReadingChoices(organisations=known))
    assert (first["provider"], first["provider_code"]) == ("111", "")


def test_a_code_is_an_organisation_in_its_own_time_only() -> None:
    until = (Organisation("111", "Noord", ALWAYS, day("2023-12-01")),)
    text = lines(
        "k1;111;Ambulant;01-11-2023;30-11-2023;R1",
        "k1;111;Ambulant;01-12-2023;31-12-2023;R2",
        headings=HEADINGS,
    )
    _, (first, second) = load_text(text, choices=ReadingChoices(organisations=until))
    assert (first["provider"], second["provider"]) == ("Noord", "111")


def test_lines_are_told_apart_by_the_code_as_delivered() -> None:
    """Both codes use reference R1 for a line of their own: within one organisation no conflict."""
    delivery, rows = load_text(YOUTH, choices=ReadingChoices(organisations=MERGED))
    assert len(rows) == 2
    assert total(delivery)["lines_duplicate"] == total(delivery)["lines_rejected"] == 0


def test_a_new_code_of_one_organisation_is_one_trajectory_and_no_step(tmp_path: Path) -> None:
    file = written(YOUTH, tmp_path, "lines.csv")
    table = written("code,organisation\n111,Noord\n222,Noord\n", tmp_path)
    asked = ["analyse", str(file), "--as-of", "2024-12-31", "--out"]
    main([*asked, str(tmp_path / "apart")])
    main([*asked, str(tmp_path / "one"), "--organisations", str(table)])
    apart = (tmp_path / "apart" / "trajectories.csv").read_text().splitlines()
    together = (tmp_path / "one" / "trajectories.csv").read_text().splitlines()
    assert len(apart) - 1 == 2
    assert len(together) - 1 == 1
    assert ",Noord,Ambulant,2,2023-11-01,2024-03-31," in together[1]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("municipality,code,care_form\n0114,A1,Wijkteam\n", {"0114": {"A1": "Wijkteam"}}),
        (
            "code;municipality;care_form\nA1;;Wijkteam\nA1;0114;Crisis\n",
            {"": {"A1": "Wijkteam"}, "0114": {"A1": "Crisis"}},
        ),
    ],
    ids=["a code of a municipality", "a code of all, and otherwise in one"],
)
def test_own_codes(text: str, codes: dict[str, dict[str, str]], tmp_path: Path) -> None:
    assert read_codes(written(text, tmp_path, "codes.csv")) == codes


def test_own_codes_survive_a_download(tmp_path: Path) -> None:
    codes = {"": {"Ü;1": "Wijkteam"}, "0114": {"A1": "Crisis", "A2": "Crisis"}}
    path = tmp_path / "codes.csv"
    path.write_bytes(write_codes(codes))
    assert read_codes(path) == codes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("municipality,code,care_form\n0114,A1,\n", "incomplete_codes"),
        ("municipality,code,care_form\n0114,A1,Crisis\n0114,A1,Wijkteam\n", "conflicting_codes"),
    ],
)
def test_own_codes_that_cannot_be_meant_get_one_sentence(
    text: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(NotReadable) as error:
        read_codes(written(text, tmp_path, "codes.csv"))
    assert error.value.reason == reason
    assert explain(error.value).startswith("codes.csv: Een ")
