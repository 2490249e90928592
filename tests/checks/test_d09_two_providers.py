"""D9: sixty clients at two providers: euros are for each provider itself, at its own level."""

import narwhals.stable.v2 as nw
import pandas as pd
import pytest

from core.disclosure import SHARED, Level, Shape, protect, publish
from core.frames import Frame
from core.providers.amounts import count_amounts
from core.tables import MISSING, TRAJECTORIES
from tests.conftest import Opener
from tests.contributing import cell_of

SHAPE = Shape(counts=["clients"], amounts=["amount_cents"])
TABLE = {
    name: TRAJECTORIES[name] for name in ("client_id", "municipality", "provider", "amount_cents")
}
CENTS = {"A": 123_457, "B": 98_765}


def care(engine: Opener, providers: str = "AB") -> Frame:
    """Open thirty clients of each provider, every one with the same euros of it."""
    rows = [
        (f"{provider}{number}", "Noord", provider, CENTS[provider])
        for provider in providers
        for number in range(30)
    ]
    return engine([dict(zip(TABLE, row, strict=True)) for row in rows], TABLE)


def told(rows: Frame, by: str, level: Level) -> pd.DataFrame:
    """Publish the euros and the clients by a column."""
    clients = rows.group_by(by).agg(clients=nw.col("client_id").n_unique())
    counted = count_amounts(rows, by).join(clients, on=by, how="left")
    return publish(counted, level, SHAPE).set_index(by)


@pytest.mark.parametrize("level", SHARED)
def test_d9_at_shared_levels_neither_shows_nor_both_together(engine: Opener, level: Level) -> None:
    rows = care(engine)
    for by in ("provider", "municipality"):
        shown = told(rows, by, level)
        assert shown["amount_cents"].isna().all()
        assert shown["clients"].notna().all()


@pytest.mark.parametrize(("third", "is_hidden"), [(MISSING, True), ("C", False)])
def test_d9_a_provider_that_is_not_known_is_none_of_three(third: str, *, is_hidden: bool) -> None:
    rows = [(f"k{number}", ("A", "B", third)[number % 3], 1_000_000) for number in range(60)]
    cents = protect(cell_of("amount_cents", rows), "tafel", SHAPE)["amount_cents"]
    assert cents.isna().tolist() == [is_hidden]


def test_d9_each_provider_sees_its_own_to_the_cent(engine: Opener) -> None:
    for provider, cents in CENTS.items():
        own = told(care(engine, provider), "provider", "eigen")
        assert own["amount_cents"].to_dict() == {provider: 30 * cents}
        assert list(own.columns) == ["amount_cents", "providers", "clients"]


def test_d9_what_a_provider_takes_to_the_table_is_hidden_again(engine: Opener) -> None:
    own = told(care(engine, "A"), "provider", "tafel")
    assert own["amount_cents"].isna().all()
