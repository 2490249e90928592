"""A refusal on a shared screen tells no small or exact number, and never a value."""

import pytest

from core.errors import DataError, IdentifyingData, NothingAccepted
from core.text.errors import explain_all

SHARED, EXACT = 10, 0


@pytest.mark.parametrize(
    ("problem", "shared", "exact"),
    [
        (IdentifyingData("a.csv", "Kenmerk", "bsn", 3), "cellen: <10)", "cellen: 3)"),
        (IdentifyingData("a.csv", "Kenmerk", "bsn", 1237), "cellen: 1.240)", "cellen: 1.237)"),
        (NothingAccepted((), 7), "gelezen: <10", "gelezen: 7"),
        (NothingAccepted((), 1237), "gelezen: 1.240", "gelezen: 1.237"),
    ],
)
def test_numbers_in_a_refusal_are_exact_for_the_owner_only(
    problem: DataError, shared: str, exact: str
) -> None:
    assert shared in " ".join(explain_all(problem, SHARED))
    assert exact in " ".join(explain_all(problem, EXACT))
