"""The same division of a difference, made from declarations: clients, help each, mix and price."""

from collections.abc import Collection

import pandas as pd

from core.benchmark.decomposition import MIXED, cents, decompose_mixed, steps_of

Years = tuple[int, int]


def find_declared_steps(forms: pd.DataFrame, clients: pd.DataFrame, years: Years) -> pd.DataFrame:
    """Divide the difference between two years over ``MIXED`` as steps (``WATERFALL``).

    Takes published tables (``PAID_FORMS``, ``PAID_CLIENTS``). A number that was left out divides
    nothing: then there are no rows.
    """
    sides = [side_of(forms, clients, year) for year in years]
    if any(side.empty or side.isna().any(axis=None) for side in sides):
        return steps_of(None, 0)
    return steps_of(decompose_mixed(sides[0], sides[1]), cents(float(sides[0]["euros"].sum())))


def forms_of_every_year(forms: pd.DataFrame, years: Collection[int]) -> list[str]:
    """List the care forms of which the euros of every one of these years may be shown.

    Takes published ``PAID_FORMS``. Of nothing or less no part can be divided either.
    """
    told = forms[(forms["amount_cents"] > 0).fillna(value=False) & forms["year"].isin(years)]
    number = told.groupby("care_form")["year"].nunique()
    return sorted(number.index[number == len(years)])


def side_of(forms: pd.DataFrame, clients: pd.DataFrame, year: int) -> pd.DataFrame:
    """Write one year as ``decompose_mixed`` takes it: a row a care form."""
    rows = forms[forms["year"] == year]
    of_year = clients.loc[clients["year"] == year, "clients"]
    return pd.DataFrame(
        {
            "care_form": rows["care_form"],
            "clients": of_year.iloc[0] if len(of_year) else pd.NA,
            "trajectories": rows["trajectories"],
            "euros": rows["amount_cents"] / 100,
        }
    )


def factors_declared(side: pd.DataFrame) -> dict[str, float]:
    """Give what can be said of one year in one number: clients, and trajectories each."""
    clients, trajectories = float(side["clients"].iloc[0]), float(side["trajectories"].sum())
    return dict(zip(MIXED[:2], (clients, trajectories / clients), strict=True))
