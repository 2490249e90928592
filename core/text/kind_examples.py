"""Dutch of the invented examples of kinds of routes, and of how good their division is."""

from typing import Final

import pandas as pd

from core.tables import VARIANT_SEPARATOR
from core.text import general
from core.text.kinds import DAYS_A_MONTH, GROUP, Names, chosen_groups, names_of, routes_of
from core.trajectories.calendar import MONTHS

EXAMPLE: Final = "Verzonnen voorbeeld"
EXAMPLES_TITLE: Final = "Bij elke groep een verzonnen voorbeeld"
EXAMPLES_NOTE: Final = (
    "Deze voorbeelden zijn verzonnen en gaan over geen echt kind. Ze zijn gemaakt van de meest "
    "voorkomende route van de groep en van afgeronde gemiddelden."
)
NO_EXAMPLE: Final = (
    "Geen route van deze groep komt vaak genoeg voor om er een voorbeeld van te maken."
)
INDICES_TITLE: Final = "Hoe goed is deze indeling? Maten voor wie dat wil weten"
INDICES_NOTE: Final = (
    "We proberen vijf, zes en zeven groepen. Getoond wordt de indeling met het hoogste silhouet, "
    "als elke groep ten minste 60 van 100 keer bij elkaar blijft en groot genoeg is. Silhouet: "
    "dichter bij 1 is scherper. Calinski-Harabasz: hoger is scherper. Puntbiseriële correlatie: "
    "dichter bij 1 is scherper."
)


def rows_of_examples(groups: pd.DataFrame, given: Names) -> pd.DataFrame:
    """Write an invented example for each group."""
    shown = chosen_groups(groups)
    routes = routes_of(groups).drop_duplicates("group").set_index("group")["route"]
    return pd.DataFrame(
        {
            GROUP: names_of(shown, given),
            EXAMPLE: [
                example(routes.get(group, ""), days)
                for group, days in zip(shown["group"], shown["mean_days"], strict=True)
            ],
        }
    )


def example(route: str, mean_days: float | None) -> str:
    """Tell a route as that of somebody who does not exist."""
    if not route:
        return NO_EXAMPLE
    first, *later = [general.filled(form) for form in route.split(VARIANT_SEPARATOR)]
    onward = f", daarna {', en dan '.join(later)}" if later else " en geen ander traject"
    lasted = (
        ""
        if mean_days is None or pd.isna(mean_days)
        else f" Van begin tot eind duurt dat in de eerste twee jaar {_roughly(float(mean_days))}."
    )
    return f"Een verzonnen jeugdige krijgt {first}{onward}.{lasted}"


def rows_of_indices(groups: pd.DataFrame) -> pd.DataFrame:
    """Write the indices of every division that was tried."""
    wholes = groups[(groups["rank"] == 0) & (groups["group"] > 0)]
    tried = wholes.groupby("groups").agg(
        {"silhouette": "first", "separation": "first", "correlation": "first"}
        | {"returned": "min", "chosen": "first"}
    )
    return pd.DataFrame(
        {
            "Aantal groepen": [str(number) for number in tried.index],
            "Silhouet": [general.decimal(value, 2) for value in tried["silhouette"]],
            "Calinski-Harabasz": [general.decimal(value, 0) for value in tried["separation"]],
            "Puntbiseriële correlatie": [general.decimal(x, 2) for x in tried["correlation"]],
            "Minst vaste groep": [f"{times} van 100 keer" for times in tried["returned"]],
            "Getoond": ["ja" if chosen else "nee" for chosen in tried["chosen"]],
        }
    )


def _roughly(days: float) -> str:
    months = round(days / DAYS_A_MONTH)
    return "ongeveer twee jaar" if months >= 2 * MONTHS else f"ongeveer {max(months, 1)} maanden"
