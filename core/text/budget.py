"""Dutch of budget beside spending, in the part Uitgaven sinds 2015."""

from typing import Final

import pandas as pd

from core.text import general
from core.text.spending import NOT_PUBLISHED, YEAR

TITLE: Final = "Begroot naast uitgegeven"
BUDGET: Final = "Begroot"
SPENT: Final = "Uitgegeven"
OVER: Final = "Verschil"
OVER_SHARE: Final = "Verschil in % van de begroting"
AXIS: Final = "Miljoen euro"
LABEL: Final = (
    "Totaal van de gemeente in de prijzen van elk jaar. Een begroting is een verwachting vooraf; "
    "gemeenten begroten verschillend en stellen hun begroting in het jaar bij."
)
NO_BUDGET: Final = "Van {name} zijn geen begroting en uitgaven naast elkaar gepubliceerd."


def finding(rows: pd.DataFrame, name: str) -> str:
    """Say of the newest year with both how spending lay beside the budget (``BUDGETED``)."""
    both = rows.dropna(subset=["over"])
    if both.empty:
        return NO_BUDGET.format(name=name)
    last = both.iloc[-1]
    over = int((both["over"] > 0).sum())
    return (
        f"In {int(last['year'])} gaf {name} {_beside(float(last['over']))} begroot; in {over} van "
        f"de {len(both)} jaren was het meer dan begroot."
    )


def rows_of_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Write budget and spending of every year (``BUDGETED``)."""
    return pd.DataFrame(
        {
            YEAR: [str(year) for year in rows["year"]],
            BUDGET: [_euros(value) for value in rows["budget"]],
            SPENT: [_euros(value) for value in rows["spending"]],
            OVER: [_euros(value) for value in rows["difference"]],
            OVER_SHARE: [
                "–" if pd.isna(value) else general.percent(value) for value in rows["over"]
            ],
        }
    )


def bars_of_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to budget and spending what the picture says of them, in millions."""
    return rows.assign(
        budget_millions=rows["budget"] / 1_000_000,
        spending_millions=rows["spending"] / 1_000_000,
        budget_words=[_euros(value) for value in rows["budget"]],
        spending_words=[_euros(value) for value in rows["spending"]],
    )


def _beside(over: float) -> str:
    if not round(over, 3):
        return "evenveel uit als"
    return f"{general.percent(abs(over))} {'meer' if over > 0 else 'minder'} uit dan"


def _euros(value: float) -> str:
    return NOT_PUBLISHED if pd.isna(value) else general.euros(value * 100)
