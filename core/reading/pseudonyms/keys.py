"""The key of the pseudonyms, and the two kinds of digest that are made with it.

A client number has few digits, so a plain hash of it can be undone by trying them all. A keyed
hash (HMAC, RFC 2104) cannot, as long as the key is long, secret and kept apart from the data.
"""

import hmac
import re
from itertools import pairwise
from pathlib import Path
from typing import Final

from core.errors import WrongKey
from core.tables import MISSING

LEAST_BYTES: Final = 32
LEAST_DIFFERENT: Final = 8
"""Different bytes in a key: a real one of 32 bytes, or of 32 hexadecimal digits, has more."""

EXAMPLE_WORDS: Final = (b"voorbeeld", b"example", b"geheim", b"secret", b"changeme", b"sleutel")

HEX_DIGITS: Final = 32
"""Length of a pseudonym: 128 bits, so that two clients never get the same one."""

UNKNOWN_BSN: Final = ("999999999", "000000000")
"""What is written for a client without a known number, or not yet born: nobody in particular."""

SPACED_DIGITS: Final = re.compile(r"\d[\d .\-]*")


def read_key(path: Path) -> bytes:
    """Read a key from a file: all its bytes, or of a text all but the white space around it.

    Raises ``WrongKey`` when the file is missing, holds less than 32 bytes, or holds what anyone
    could guess: few different bytes, a repetition, a sequence, or an example from a manual.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise WrongKey("missing") from None
    key = content.strip() if content.isascii() else content
    if len(key) < LEAST_BYTES:
        raise WrongKey("short")
    if len(set(key)) < LEAST_DIFFERENT or _repeats(key) or _counts(key) or _is_example(key):
        raise WrongKey("example")
    return key


def _repeats(key: bytes) -> bool:
    return any(key == (key[:n] * len(key))[: len(key)] for n in range(1, len(key) // 2 + 1))


def _counts(key: bytes) -> bool:
    return len({(after - before) % 256 for before, after in pairwise(key)}) == 1


def _is_example(key: bytes) -> bool:
    return any(word in key.lower() for word in EXAMPLE_WORDS)


def client_pseudonym(key: bytes, number: str) -> str:
    """Give the pseudonym of a client number; the same person gets the same one in every file.

    A number of eight or nine digits is taken without dots, spaces and dashes and gets its leading
    zero, as Excel takes it off. An unknown client gives MISSING, or all of them would be one.
    """
    text = _as_bsn(number.strip())
    return MISSING if text in {MISSING, *UNKNOWN_BSN} else _digest(key, "client", text)


def number_digest(key: bytes, number: str) -> str:
    """Give the digest of the number of an allocation, decision or line, so that links survive."""
    text = number.strip()
    return _digest(key, "number", text) if text else MISSING


def _as_bsn(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    is_one = SPACED_DIGITS.fullmatch(text) and len(digits) in {8, 9}
    return digits.zfill(9) if is_one else text


def _digest(key: bytes, kind: str, text: str) -> str:
    return hmac.digest(key, f"{kind}:{text}".encode(), "sha256").hex()[:HEX_DIGITS]
