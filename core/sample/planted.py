"""Planted patterns: clients whose care is written out, so that the answer is known exactly.

``sample_data/README.md`` says what the model must find for each of them.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

import numpy as np

from core.sample.care import HELPS, LABELS
from core.sample.deliveries import REFERRER_LABELS
from core.sample.draws import first_day, month_of
from core.sample.patterns import PATTERNS, Care, Pattern
from core.sample.products import sector_of
from core.tables import OPEN_END


def pseudonym(seed: int, name: str, number: int) -> str:
    """Give a planted client a pseudonym as opaque as any other: 32 hexadecimal digits."""
    return blake2b(f"{seed}/{name}/{number}".encode(), digest_size=16).hexdigest()


def planted_clients(seed: int, name: str) -> list[str]:
    """List the pseudonyms of the clients of a pattern. An unknown name raises ``KeyError``."""
    pattern = {pattern.name: pattern for pattern in PATTERNS}[name]
    return [pseudonym(seed, name, number) for number in range(pattern.clients)]


def planted_lines(seed: int) -> list[dict[str, Any]]:
    """Write the lines of all planted clients: a dict a line, ``DECLARATIONS`` but source, row."""
    return [
        line
        for index, pattern in enumerate(PATTERNS)
        for number, client in enumerate(planted_clients(seed, pattern.name))
        for line in _client_lines(pattern, client, 90_000_000 + index * 10_000 + number * 100)
    ]


def planted_talks(seed: int) -> list[tuple[str, str]]:
    """List the evaluation talks of planted clients: pseudonym and ISO date."""
    return [
        (client, date)
        for pattern in PATTERNS
        for client in planted_clients(seed, pattern.name)
        for date in pattern.talks
    ]


def _client_lines(pattern: Pattern, client: str, allocation: int) -> Iterator[dict[str, Any]]:
    for number, care in enumerate(pattern.cares):
        fixed = {
            "client_id": client,
            "municipality": pattern.place,
            "provider": care.provider,
            "care_form": care.label,
            "product": HELPS[LABELS.index(care.label)].product,
            "allocation": str(allocation + (care.allocation or number + 1)),
            "spell": care.spell,
            "referrer": REFERRER_LABELS[1 + number % 2],
            "start_source": "declaration",
            "crisis": care.label == "Crisis",
            "sector": sector_of(HELPS[LABELS.index(care.label)].product),
        }
        for period in _periods(care):
            yield fixed | period


def _periods(care: Care) -> Iterator[dict[str, Any]]:
    first = month_of(care.first)
    amount = HELPS[LABELS.index(care.label)].rate_cents * 4
    for month in range(first, first + care.months):
        last = month == first + care.months - 1
        period = {
            "start": _day(month),
            "end": OPEN_END if last and care.open else _day(month + 1),
            "end_reason": care.reason if last and not care.open else "",
        }
        if month - month_of(care.first) not in care.silent:
            yield from (period | amounts for amounts in _amounts(care, amount))


def _amounts(care: Care, amount: int) -> Iterator[dict[str, Any]]:
    yield {"amount_cents": amount, "is_credit": False}
    if care.taken_back or care.corrected:
        yield {"amount_cents": -amount, "is_credit": True}
    if care.corrected:
        yield {"amount_cents": amount // 2, "is_credit": False}


def _day(month: int) -> int:
    return int(first_day(np.asarray(month)))
