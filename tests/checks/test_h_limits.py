"""H1 and H2: bombs in XML and in archives cost little, and are refused for what they are."""

import io
import zipfile
from pathlib import Path

import pytest

from core.errors import DataError, HostileFile, NotReadable
from core.reading import files, weighing
from tests.checks.limited import Measured, measure
from tests.checks.sheets import sheet_of
from tests.reading.loads import HEADINGS, LINE, lines, load_bytes, total
from tests.reading.test_files import MACRO, SHEET, encrypted, packed

MOST_SECONDS = 2.0
MOST_MEGABYTES = 100.0
JW323 = 'xmlns="http://www.istandaarden.nl/ijw/3_2/jw323/schema"'

XML_BOMBS = {
    "billion laughs": "<!DOCTYPE b [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(30))
    + "]><Bericht>&a30;</Bericht>",
    "quadratic": f"<!DOCTYPE b [<!ENTITY a '{'x' * 200_000}'>]><Bericht>{'&a;' * 20_000}</Bericht>",
    "external entity": "<!DOCTYPE b [<!ENTITY a SYSTEM 'file:{canary}'>]><Bericht>&a;</Bericht>",
    "parameter entity": "<!DOCTYPE b [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/canary'> %a;]><b/>",
    "DTD only": "<!DOCTYPE Bericht SYSTEM 'canary.dtd'><Bericht/>",
    "100,000 deep": f"<Bericht {JW323}>" + "<Client>" * 100_000,
}


@pytest.fixture(scope="module")
def exploded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    """Read every XML bomb, in one process."""
    folder = tmp_path_factory.mktemp("bombs")
    canary = folder / "canary"
    canary.write_text("not to be read")
    paths = [folder / f"{number}.xml" for number in range(len(XML_BOMBS))]
    for path, text in zip(paths, XML_BOMBS.values(), strict=True):
        path.write_text('<?xml version="1.0"?>' + text.replace("{canary}", str(canary)))
    return dict(zip(XML_BOMBS, measure(*paths), strict=True))


@pytest.mark.parametrize("bomb", XML_BOMBS)
def test_h1_an_xml_bomb_is_refused_quickly_in_little_memory(
    bomb: str, exploded: dict[str, Measured]
) -> None:
    measured = exploded[bomb]
    assert measured.outcome == ("deep" if bomb == "100,000 deep" else "dtd")
    assert measured.seconds < MOST_SECONDS
    assert measured.megabytes < MOST_MEGABYTES
    assert measured.reached == []


def sheet_bomb() -> bytes:
    """Pack 200 MB of one digit into a sheet of some 200 kB."""
    return packed({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 200 * 1024**2})


def honest_sheet() -> bytes:
    """Make a sheet that repeats itself as declarations do: 68 times as large as it is packed."""
    words = [f"k{place // 450};A;01-01-2024;;5,00".split(";") for place in range(4_000)]
    return sheet_of([HEADINGS.split(";"), *words])


ARCHIVES: dict[str, tuple[bytes, type[DataError], str]] = {
    "xlsx bomb 1028:1": (sheet_bomb(), HostileFile, "bomb"),
    "1,001 entries": (
        packed({f"{i}.csv": lines(LINE).encode() for i in range(1_001)}),
        HostileFile,
        "too_many_entries",
    ),
    "nested zip": (packed({"a.zip": packed({"f.csv": b"x"})}), HostileFile, "nested_zip"),
    "encrypted xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        NotReadable,
        "old_or_encrypted_excel",
    ),
    "encrypted zip": (encrypted(lines(LINE).encode()), HostileFile, "encrypted"),
    "xlsm": (MACRO, HostileFile, "macro"),
}


@pytest.mark.parametrize("archive", ARCHIVES)
def test_h2_an_archive_that_may_harm_is_refused(archive: str) -> None:
    content, kind, reason = ARCHIVES[archive]
    with pytest.raises(kind) as refused:
        load_bytes(content, name="f.xlsx")
    assert getattr(refused.value, "reason", "") == reason


def test_h2_the_bomb_of_a_sheet_costs_little(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(sheet_bomb())
    assert path.stat().st_size < 250_000
    (measured,) = measure(path)
    assert (measured.outcome, measured.seconds < MOST_SECONDS) == ("bomb", True)
    assert measured.megabytes < MOST_MEGABYTES


def test_h2_the_limits_are_those_of_the_contract() -> None:
    assert (files.MOST_RATIO, weighing.MOST_BYTES, files.MOST_ENTRIES) == (
        200,
        512 * 1024**2,
        1_000,
    )


def test_h2_more_than_512_mb_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 10_000)
    with pytest.raises(HostileFile) as refused:
        load_bytes(packed({"f.csv": lines(*[LINE] * 300).encode()}))
    assert refused.value.reason == "too_large"


def test_h2_a_thousand_entries_are_accepted() -> None:
    content = packed({f"{i}.csv": b"" for i in range(1_000)})
    with pytest.raises(DataError) as refused:
        load_bytes(content)
    assert getattr(refused.value, "reason", "") == "empty"


def test_h2_an_honest_sheet_of_68_to_1_is_accepted() -> None:
    content = honest_sheet()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    assert 60 < sheet.file_size / sheet.compress_size < files.MOST_RATIO
    assert total(load_bytes(content, name="f.xlsx")[0])["lines_accepted"] == 4_000


@pytest.mark.parametrize("name", ["f.csv", "f.xlsx", "f.xml", "f"])
def test_h2_a_file_renamed_is_read_by_what_is_in_it(name: str) -> None:
    for content in (SHEET, lines(LINE).encode()):
        assert total(load_bytes(content, name=name)[0])["lines_accepted"] == 1
