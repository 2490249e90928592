"""Dutch of a difference divided from one's own declarations."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import decomposition, general

NOT_OURS: Final = (
    "De declaraties die openstaan, gaan niet over {name}, of over te weinig jeugdigen daar. Kies "
    "hierboven een gemeente waarvan u de declaraties hebt ingelezen."
)
TOO_LITTLE: Final = (
    "Er is te weinig om te verdelen: er zijn geen twee hele jaren met bedragen, of elke hulpvorm "
    "heeft te weinig jeugdigen of aanbieders. Kies meer jaren."
)
LABEL: Final = (
    "Eigen declaraties van {name}, naar rato van de dagen in elk jaar. Hulpvormen met minder dan "
    f"{general.LEAST} jeugdigen of 3 aanbieders, of waarvan één of twee bijna alles hebben, "
    "staan in alle jaren samen onder overige hulpvormen of tellen niet mee. Trajecten zonder "
    "bedrag tellen niet mee."
)
ROUNDED: Final = (
    "Op dit niveau zijn bedragen afgerond op € 1.000 en aantallen op vijftallen. De stappen tellen "
    "op tot het verschil van die afgeronde bedragen."
)
LIMITS: Final = (
    "Dit gaat alleen over wat is gedeclareerd. Taakgericht bekostigde hulp en pgb ontbreken, dus "
    "een verschuiving daarheen lijkt hier minder hulp. Een stap is een rekensom en geen oorzaak. "
    "Niet gebruiken om een aanbieder te beoordelen."
)
METHOD: Final = """
De euro's van een jaar zijn per hulpvorm een vermenigvuldiging: **jeugdigen met hulp × trajecten per
jeugdige × het deel van de trajecten in die hulpvorm × euro per traject in die hulpvorm**. Wij
gebruiken de logaritmisch gemiddelde Divisia-index (LMDI, Ang 2005) en tellen de hulpvormen op. Er
blijft niets over: de stappen tellen op tot het verschil, en de volgorde maakt niet uit.
"""
FORM: Final = "Hulpvorm"
TRAJECTORIES: Final = "Trajecten {year}"
PRICE: Final = "Euro per traject {year}"
REST: Final = "overige hulpvormen"
BY_FORM: Final = "verschilt per hulpvorm"
FORMS_TITLE: Final = "Per hulpvorm"


def finding(name: str, years: tuple[int, int], steps: pd.DataFrame) -> str:
    """Say how declared euros changed between two years, and where the largest step is."""
    said = decomposition.year_finding(name, years, steps)
    return said.replace("de uitgaven van", "de declaraties van").replace(
        "De uitgaven van", "De declaraties van"
    )


def rows_of_steps(
    steps: pd.DataFrame, before: Mapping[str, float], after: Mapping[str, float], years: list[str]
) -> pd.DataFrame:
    """Write every factor with its values where there is one number, and its part to the cent."""
    inner = steps[~steps["step"].isin(["start", "end"])]
    ends = dict(zip(steps["step"], steps["cents"], strict=True))
    return pd.DataFrame(
        {
            decomposition.STEP: [
                *[decomposition.name_of(step, mixed=True) for step in inner["step"]],
                decomposition.TOGETHER,
            ],
            years[0]: [*_values(inner, before), general.euros(ends["start"], 2)],
            years[1]: [*_values(inner, after), general.euros(ends["end"], 2)],
            decomposition.PART: [
                general.euros(cents, 2) for cents in [*inner["cents"], inner["cents"].sum()]
            ],
        }
    )


def rows_of_forms(
    before: pd.DataFrame, after: pd.DataFrame, years: list[str], order: list[str]
) -> pd.DataFrame:
    """Write of every care form its trajectories and euros each, in both years.

    ``order`` gives the care forms from light to heavy; the others stand last.
    """
    both = before.merge(after, on="care_form", suffixes=("_0", "_1"))
    places = {form: place for place, form in enumerate(order)}
    both = both.sort_values("care_form", key=lambda forms: forms.map(places).fillna(len(places)))
    shown = {FORM: [form or REST for form in both["care_form"]]}
    for place, year in enumerate(years):
        trajectories, euros = both[f"trajectories_{place}"], both[f"euros_{place}"]
        shown[TRAJECTORIES.format(year=year)] = [general.count(number) for number in trajectories]
        shown[PRICE.format(year=year)] = [
            general.euros(float(each) * 100) for each in euros / trajectories
        ]
    return pd.DataFrame(shown)


def _values(inner: pd.DataFrame, values: Mapping[str, float]) -> list[str]:
    return [
        decomposition.factor_words(step, values[step]) if step in values else BY_FORM
        for step in inner["step"]
    ]
