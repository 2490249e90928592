"""P1 to P6: data that identify a person are refused, and nothing of them stays behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import IdentifyingData
from core.frames import open_duckdb
from core.reading.headings import Column
from core.reading.identifying import judge_contents, kind_of_heading, most_by_chance
from core.reading.landed import Landed, land_lines
from tests.checks.traces import (
    UNUSABLE,
    on_command_line,
    refused_by_upload,
    sentences_of,
    watch,
)
from tests.reading.loads import lines, load_text, rules_of
from tests.reading.messages import BSN, declaration, line, lines_of
from tests.reading.test_identifying import BSNS, dice, file_with, thirds

RAW = declaration(lines_of(BSN, line("RN1", "2024-01-01", "2024-01-31"), element="Bsn"))


def test_p1_raw_message_is_refused_and_leaves_nothing_on_the_command_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    watched = watch(tmp_path, monkeypatch)
    assert on_command_line(RAW, "JW323.xml", tmp_path) == UNUSABLE
    said = capfd.readouterr()
    assert "Bsn" in said.err
    assert "(aantal cellen: 1)" in said.err
    assert "python -m core pseudonymise" in said.err
    assert BSN not in said.out + said.err + caplog.text
    assert not (tmp_path / "out").exists()
    assert BSN.encode() not in watched.bytes_left()
    assert watched.files() == []


def test_p1_raw_message_is_refused_and_leaves_nothing_in_the_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    watched = watch(tmp_path, monkeypatch)
    said = refused_by_upload(RAW, "JW323.xml", watched.store())
    assert "“Bsn” bevat burgerservicenummers (aantal cellen: 1)" in said
    assert "python -m core pseudonymise" in said
    assert BSN not in said + caplog.text
    assert BSN.encode() not in watched.bytes_left()
    assert [*watched.temporary.iterdir(), *watched.data_kept()] == []


def spelled(number: str, place: int) -> str:
    """Write a BSN as people do: whole, without its zero, or with dots."""
    return (number, number.removeprefix("0"), ".".join(thirds(number)))[place % 3]


def test_p2_a_column_of_bsns_is_refused_however_they_are_written() -> None:
    numbers = [*BSNS[:999], "123456782"]
    cells = [spelled(number, place) for place, number in enumerate(numbers)]
    assert len(cells) == 1000
    said = sentences_of(lambda: load_text(file_with(cells, "kenmerk")))
    assert "kenmerk" in said
    assert not any(cell in said for cell in cells)


DISGUISES: dict[str, Callable[[str], str]] = {
    "full width": lambda number: number.translate({48 + i: 0xFF10 + i for i in range(10)}),
    "a sign that nobody sees": lambda number: f"{number[:4]}\u200b{number[4:]}",
    "a sign that turns round": lambda number: f"\u202e{number}",
    "spaces that do not break": lambda number: "\u00a0".join(thirds(number)),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_p2_bsns_that_only_people_see_are_refused(disguise: str) -> None:
    with pytest.raises(IdentifyingData):
        load_text(file_with([DISGUISES[disguise](number) for number in BSNS[:50]], "kenmerk"))


def test_p2_bsns_of_eight_digits_are_refused() -> None:
    cells = [number[1:] for number in zero_first(200)]
    assert {len(cell) for cell in cells} == {8}
    with pytest.raises(IdentifyingData):
        load_text(file_with(cells, "kenmerk"))


def zero_first(count: int) -> list[str]:
    """Give numbers that pass the test and begin with a zero; they belong to a computer's dice."""
    chance, found = dice(8), list[str]()
    while len(found) < count:
        number = f"{chance.randrange(10**7, 10**8):09}"
        if sum(int(d) * w for d, w in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11:
            continue
        found.append(number)
    return found


@pytest.mark.parametrize("others", [0, 40])
def test_p2_a_single_bsn_among_clients_is_refused(others: int) -> None:
    clients = [BSNS[0], *(f"pseudoniem{i:04x}q" for i in range(others))]
    written = [f"{client};Ambulant;01-01-2024;31-01-2024" for client in clients]
    with pytest.raises(IdentifyingData):
        load_text(lines(*written, headings="Pseudoniem;Hulpvorm;Begindatum;Einddatum"))


def test_p2_one_bsn_in_seven_among_random_numbers_is_refused() -> None:
    chance = dice(2)
    cells = [*BSNS[:150], *(str(chance.randrange(10**8, 10**9)) for _ in range(850))]
    assert int(most_by_chance(1000)) == 127
    with pytest.raises(IdentifyingData):
        load_text(file_with(cells, "kenmerk"))


HARMLESS: dict[str, Callable[[int], str]] = {
    "AGB-code": lambda place: f"{dice(place % 40).randrange(10**7, 10**8):08}",
    "ReferentieNummer": lambda place: f"{dice(place).randrange(10**8, 10**9)}",
}


def test_p3_random_client_numbers_are_refused_at_most_once_in_a_hundred_files() -> None:
    session = open_duckdb().session
    columns = [Column(0, "Pseudoniem", "client_id")]
    refused = 0
    for seed in range(100):
        chance = dice(10_000 + seed)
        land_lines(
            session, ("Pseudoniem",), (((f"{chance.randrange(10**9):09}",), "") for _ in range(200))
        )
        try:
            judge_contents(session, Landed("f.csv", ("Pseudoniem",)), columns, encrypted=False)
        except IdentifyingData:
            refused += 1
    assert refused <= 1


@pytest.mark.parametrize("heading", HARMLESS)
def test_p3_codes_of_providers_and_references_are_never_refused(heading: str) -> None:
    _, rows = load_text(file_with([HARMLESS[heading](place) for place in range(200)], heading))
    assert len(rows) == 200


@pytest.mark.parametrize("cell", ["cliënt 123456782 belt", "bsn 123456782", "123456782 (cliënt)"])
def test_p4_a_bsn_in_free_text_is_found_and_not_repeated(cell: str) -> None:
    said = sentences_of(lambda: load_text(file_with(["", cell, ""], "Opmerking")))
    assert "burgerservicenummers in tekst" in said
    assert "123456782" not in said
    assert cell not in said


@pytest.mark.parametrize("heading", ["geboortedatum", "naam", "adres", "e-mail"])
def test_p5_a_heading_that_names_a_person_is_refused_alone(heading: str) -> None:
    said = sentences_of(lambda: load_text(file_with(["x"], heading)))
    assert f"kolomnaam “{heading}”" in said


def test_p5_a_birth_year_is_accepted() -> None:
    assert kind_of_heading("geboortejaar") == ""
    _, rows = load_text(file_with(["2010", "2011"], "geboortejaar"))
    assert len(rows) == 2


def test_p6_one_whole_postcode_in_a_hundred_is_refused() -> None:
    said = sentences_of(lambda: load_text(file_with(["9401 AB", *["x"] * 99])))
    assert "volledige postcodes" in said
    assert "9401" not in said


AREA = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Postcode;{}"


def test_p6_an_area_with_a_birth_date_is_refused() -> None:
    born = [f"{place % 28 + 1:02}-{place % 12 + 1:02}-{2004 + place % 17}" for place in range(40)]
    given = [f"k{place};A;01-01-2024;;9401;{day}" for place, day in enumerate(born)]
    for heading in ("Geboortedatum", "Kenmerk"):
        with pytest.raises(IdentifyingData) as refused:
            load_text(lines(*given, headings=AREA.format(heading)))
        assert refused.value.kind == "birth_date"


def test_p6_an_area_with_a_birth_year_is_accepted_with_a_warning() -> None:
    given = [f"k{place};A;01-01-2024;;9401;{2004 + place % 17}" for place in range(40)]
    delivery, rows = load_text(lines(*given, headings=AREA.format("Geboortejaar")))
    assert len(rows) == 40
    assert "postcode_area" in rules_of(delivery)


def test_p4_a_number_that_is_no_bsn_is_let_through() -> None:
    _, rows = load_text(file_with(["cliënt 123456781 belt"], "Opmerking"))
    assert len(rows) == 1
