"""D10: credits are taken from the same client first; the owner has the total to the cent."""

import pandas as pd
import pytest

from core.disclosure import SHARED, Level, Shape, protect
from tests.contributing import cell_of

EUROS = Shape(counts=["clients"], amounts=["amount_cents"])
OTHERS = [(f"k{place}", f"A{place % 4}", 10_000 + place) for place in range(10)]
BACK = [("back", "A0", 1_000_000), ("back", "A0", -1_000_000)]
"""10,000 euros and 10,000 euros taken back."""


def shown(rows: list[tuple[str, str, int]], level: Level) -> int | None:
    """Publish the euros of one cell."""
    cents = protect(cell_of("amount_cents", rows), level, EUROS)["amount_cents"].iloc[0]
    return None if pd.isna(cents) else int(cents)


@pytest.mark.parametrize("level", SHARED)
def test_d10_who_got_everything_back_has_no_part(level: Level) -> None:
    """The ten others have a tenth each of 1,000 euros."""
    assert shown([*OTHERS, *BACK], level) == 100_000
    assert shown([*OTHERS, BACK[0]], level) is None


def test_d10_nine_others_are_too_few_however_many_lines() -> None:
    assert shown([*OTHERS[:9], *BACK], "tafel") is None


def test_d10_the_owner_has_the_total_to_the_cent() -> None:
    assert shown([*OTHERS, *BACK], "eigen") == sum(cents for *_, cents in OTHERS)
    assert shown([*OTHERS, BACK[1]], "analist") == sum(cents for *_, cents in OTHERS) - 1_000_000


@pytest.mark.parametrize("level", SHARED)
def test_d10_an_amount_of_nothing_or_less_is_hidden(level: Level) -> None:
    backs = [(client, provider, -cents) for client, provider, cents in OTHERS]
    assert shown(backs, level) is None
    assert shown([*OTHERS, *backs], level) is None


def test_d10_what_is_still_to_be_taken_back_counts_without_its_sign() -> None:
    """A credit larger than all else together tells of one client, though it is below zero."""
    crowd = [(f"m{place}", f"A{place % 4}", 400_000) for place in range(30)]
    assert shown([*crowd, ("back", "A0", -100_000)], "tafel") is not None
    assert shown([*crowd[:12], ("back", "A0", -4_000_000)], "tafel") is None
