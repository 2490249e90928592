"""The key and what it makes: one pseudonym a person, and no key that anyone could guess."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import WrongKey
from core.reading.pseudonyms import read_key
from core.reading.pseudonyms.keys import client_pseudonym, number_digest
from tests.reading.persons import KEY


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


def test_of_a_key_of_bytes_every_byte_counts(tmp_path: Path) -> None:
    key = bytes(range(200, 231)) + b"\n"
    path = tmp_path / "sleutel"
    path.write_bytes(key[::2] + key[1::2])
    assert read_key(path) == key[::2] + key[1::2]
