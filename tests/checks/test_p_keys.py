"""P7 and P8: what a pseudonym is, and without which key none is made."""

import csv
import hashlib
from pathlib import Path

import pytest

from core.__main__ import main
from core.reading.pseudonyms import pseudonymise
from core.reading.pseudonyms.keys import LEAST_BYTES
from core.text.settings import KEY_REASONS
from tests.checks.traces import UNUSABLE
from tests.reading.messages import BSN
from tests.reading.persons import CELLS, HEADINGS, KEY, as_csv

OTHER_KEY = KEY[::-1]


def pseudonyms(folder: Path, key: bytes, *names: str) -> set[str]:
    """Pseudonymise the same client in files of an organisation; gives what the client became."""
    for name in names:
        (folder / name).write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    out = folder / hashlib.sha256(key).hexdigest()
    pseudonymise([folder / name for name in names], key, out)
    return {
        row["Pseudoniem"]
        for name in names
        for row in csv.DictReader((out / name).open(encoding="utf-8"), delimiter=";")
    }


def test_p7_a_client_in_two_files_of_one_organisation_is_one(tmp_path: Path) -> None:
    assert len(pseudonyms(tmp_path, KEY, "maart.csv", "april.csv")) == 1


def test_p7_a_client_of_two_organisations_is_two(tmp_path: Path) -> None:
    (one,) = pseudonyms(tmp_path, KEY, "gemeente.csv")
    (other,) = pseudonyms(tmp_path, OTHER_KEY, "aanbieder.csv")
    assert one != other


def test_p7_a_pseudonym_has_128_bits_and_is_no_hash_without_a_key(tmp_path: Path) -> None:
    (pseudonym,) = pseudonyms(tmp_path, KEY, "maart.csv")
    assert len(bytes.fromhex(pseudonym)) * 8 >= 128
    for text in (BSN, BSN.lstrip("0"), f"client:{BSN}", KEY.hex() + BSN, BSN + KEY.hex()):
        for digest in (hashlib.sha256, hashlib.sha1, hashlib.md5):
            assert not digest(text.encode()).hexdigest().startswith(pseudonym[:16])


UNFIT = {
    "missing": None,
    "short": bytes(range(60, 60 + LEAST_BYTES - 1)),
    "example": b"dit-is-een-voorbeeld-van-een-sleutel-van-ons",
}


@pytest.mark.parametrize("reason", UNFIT)
def test_p8_without_a_fit_key_nothing_is_made(
    reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, key, out = tmp_path / "in.csv", tmp_path / "sleutel", tmp_path / "uit"
    source.write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    content = UNFIT[reason]
    if content is not None:
        key.write_bytes(content)
    assert main(["pseudonymise", str(source), "--key-file", str(key), "--out", str(out)]) == (
        UNUSABLE
    )
    assert capsys.readouterr().err.strip() == KEY_REASONS[reason]
    assert not out.exists()


def test_p8_with_a_fit_key_it_is(tmp_path: Path) -> None:
    source, key, out = tmp_path / "in.csv", tmp_path / "sleutel", tmp_path / "uit"
    source.write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    key.write_bytes(hashlib.sha512(b"een sleutel").digest())
    assert main(["pseudonymise", str(source), "--key-file", str(key), "--out", str(out)]) == 0
    assert (out / "in.csv").exists()
