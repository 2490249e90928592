"""Dutch of the part Waar zit het verschil: volume, intensity and price, in steps."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general, ties

QUESTION: Final = (
    "Zit een verschil in uitgaven in meer jeugdigen, meer hulp per jeugdige, of duurdere hulp?"
)
CHOOSE: Final = "Vergelijk"
YEARS: Final = "twee jaren"
GROUP: Final = "met onze groep"
OWN: Final = "eigen declaraties"
FROM: Final = "Van jaar"
TO: Final = "Naar jaar"
STEP: Final = "Stap"
BEFORE: Final = "Was"
AFTER: Final = "Werd"
THEIRS: Final = "Groep"
OURS: Final = "Wij"
PART: Final = "Bijdrage aan het verschil"
TOGETHER: Final = "Samen"
AXIS: Final = "Euro"
MILLIONS_AXIS: Final = "Miljoen euro"
FACTORS: Final[Mapping[str, str]] = {
    "youth": "Aantal jeugdigen tot 23 jaar",
    "use": "Deel met jeugdzorg",
    "clients": "Aantal jeugdigen met hulp",
    "intensity": "Trajecten per jeugdige met zorg",
    "mix": "Zwaardere of lichtere hulpvormen",
    "inflation": "Inflatie",
    "price": "Euro per traject",
}
PRICE_ABOVE: Final = "Euro per traject, boven inflatie"
SAME_FORM: Final = "Euro per traject binnen een hulpvorm"
CANNOT: Final = (
    "Dit verschil is niet te verdelen: van {name} of van de groep ontbreekt een van de vier "
    "cijfers (uitgaven, jeugdigen, jeugdigen met zorg, trajecten), of er zijn geen twee jaren die "
    "op dezelfde manier zijn geteld."
)
METHOD_TITLE: Final = "Zo is het verschil verdeeld"
METHOD: Final = """
Uitgaven zijn een vermenigvuldiging: **jeugdigen × deel met zorg × trajecten per jeugdige met zorg ×
euro per traject**. Verandert er meer dan één tegelijk, dan is de vraag bij welke factor het
gezamenlijke effect hoort. Wij gebruiken de logaritmisch gemiddelde Divisia-index (LMDI, Ang 2005).
Elke factor krijgt het logaritmisch gemiddelde van beide bedragen, maal de logaritme van zijn eigen
verandering. Daardoor blijft er niets over: de stappen tellen **tot op de cent** op tot het
verschil, en de volgorde maakt niet uit.
"""
LIMITS: Final = (
    "Een stap is een rekensom en geen oorzaak. *Euro per traject* is niet het tarief: langere of "
    "zwaardere trajecten, taakgerichte inkoop, pgb en boekingen zitten er allemaal in. Aantallen "
    "zijn door het CBS afgerond op vijftallen; bij een kleine gemeente schuiven stappen daardoor "
    "al snel. Niet gebruiken om een gemeente of aanbieder te beoordelen."
)
PROVISIONAL: Final = "Cijfers over {years} zijn deels voorlopig en kunnen nog veranderen."
COMPARABLE: Final = (
    "U kunt alleen jaren kiezen na de laatste trendbreuk in de aantallen; daarvoor is anders "
    "geteld. Tussen deze jaren kunnen wel de taakvelden van de gemeenterekening zijn veranderd."
)
LABEL_YEARS: Final = "Uitgaven van de hele gemeente, in de prijzen van elk jaar."
LABEL_GROUP: Final = (
    "Uitgaven per jeugdige tot 23 jaar in {year}. De groep is bij elkaar opgeteld: {counted} van "
    "de {number} gemeenten hebben alle cijfers."
)
HIGHER: Final = "hoger"
LOWER: Final = "lager"
MILLION_CENTS: Final = 100_000_000
TEN_THOUSAND_CENTS: Final = 1_000_000


def money(cents: float) -> str:
    """Write an amount short: '€ 4,6 mln', '€ 123.000' from ten thousand on, '€ 1.234' below."""
    if abs(cents) < MILLION_CENTS:
        return general.euros(cents if abs(cents) < TEN_THOUSAND_CENTS else round(cents, -5))
    sign = "-" if cents < 0 else ""
    return f"{sign}€ {general.decimal(abs(cents) / MILLION_CENTS)} mln"


def signed(cents: float) -> str:
    """Write a step with its sign: '+€ 1.234'."""
    return f"+{money(cents)}" if cents > 0 else money(cents)


def year_finding(name: str, years: tuple[int, int], steps: pd.DataFrame) -> str:
    """Say how spending changed between two years, and where the largest step is."""
    change = _change(steps)
    if not change:
        return f"De uitgaven van {name} waren in {years[1]} even hoog als in {years[0]}."
    went = "stegen" if change > 0 else "daalden"
    return (
        f"Tussen {years[0]} en {years[1]} {went} de uitgaven van {name} met {money(abs(change))}. "
        f"{_largest(steps)}"
    )


def group_finding(name: str, year: int, steps: pd.DataFrame) -> str:
    """Say how spending per young person differs from the group, and where the largest step is."""
    change = _change(steps)
    if not change:
        return f"In {year} gaf {name} per jeugdige evenveel uit als haar groep samen."
    side = "meer" if change > 0 else "minder"
    return (
        f"In {year} gaf {name} per jeugdige {money(abs(change))} {side} uit dan haar groep samen. "
        f"{_largest(steps)}"
    )


def provisional(years: list[int]) -> str:
    """Say of which years a number may still change; nothing when of none."""
    told = general.listed([str(year) for year in years])
    return PROVISIONAL.format(years=told) if years else ""


def name_of(step: str, *, inflated: bool = False, mixed: bool = False) -> str:
    """Name a factor; the price says what is not in it."""
    if step == "price" and inflated:
        return PRICE_ABOVE
    return SAME_FORM if step == "price" and mixed else FACTORS[step]


def bars_of(steps: pd.DataFrame, ends: tuple[str, str]) -> pd.DataFrame:
    """Add to the steps of a waterfall what the picture says: names, words and a kind.

    ``ends`` names the amounts at either side.
    """
    inflated, mixed = ("inflation" in set(steps["step"])), ("mix" in set(steps["step"]))
    names = [
        {"start": ends[0], "end": ends[1]}.get(step)
        or name_of(step, inflated=inflated, mixed=mixed)
        for step in steps["step"]
    ]
    is_end = steps["step"].isin(["start", "end"])
    kinds = pd.Series("less", index=steps.index).mask(steps["cents"] > 0, "more")
    words = [
        money(cents) if end else signed(cents)
        for cents, end in zip(steps["cents"], is_end, strict=True)
    ]
    scale = MILLION_CENTS if steps["to_cents"].abs().max() >= MILLION_CENTS else 100
    return steps.assign(
        name=names,
        words=words,
        kind=kinds.mask(is_end, "end"),
        low=steps[["from_cents", "to_cents"]].min(axis=1) / scale,
        high=steps[["from_cents", "to_cents"]].max(axis=1) / scale,
        level=steps["to_cents"] / scale,
    )


def axis_of(steps: pd.DataFrame) -> str:
    """Name the unit in which the picture stands."""
    return MILLIONS_AXIS if steps["to_cents"].abs().max() >= MILLION_CENTS else AXIS


def rows_of_steps(
    steps: pd.DataFrame,
    before: Mapping[str, float],
    after: Mapping[str, float],
    heads: tuple[str, str],
) -> pd.DataFrame:
    """Write every factor with its two values and its part to the cent; the parts add up."""
    inflated = "inflation" in before
    inner = steps[~steps["step"].isin(["start", "end"])]
    names = [name_of(step, inflated=inflated) for step in inner["step"]]
    ends = dict(zip(steps["step"], steps["cents"], strict=True))
    return pd.DataFrame(
        {
            STEP: [*names, TOGETHER],
            heads[0]: [
                *[factor_words(step, before[step]) for step in inner["step"]],
                general.euros(ends["start"], 2),
            ],
            heads[1]: [
                *[factor_words(step, after[step]) for step in inner["step"]],
                general.euros(ends["end"], 2),
            ],
            PART: [general.euros(cents, 2) for cents in [*inner["cents"], inner["cents"].sum()]],
        }
    )


def factor_words(step: str, value: float) -> str:
    """Write the value of a factor in its unit."""
    if step in ("youth", "clients"):
        return general.number(value)
    if step == "use":
        return general.percent(value, 1)
    if step == "inflation":
        return general.decimal(value)
    return general.decimal(value, 2) if step == "intensity" else general.euros(value * 100)


def _change(steps: pd.DataFrame) -> int:
    ends = dict(zip(steps["step"], steps["cents"], strict=True))
    return int(ends["end"] - ends["start"])


def _largest(steps: pd.DataFrame) -> str:
    """Name the largest step, without saying that it is a cause."""
    inner = steps[~steps["step"].isin(["start", "end"])]
    largest = ties.largest_of(inner.assign(size=inner["cents"].abs()), "size")
    mixed, inflated = "mix" in set(steps["step"]), "inflation" in set(steps["step"])
    names = [name_of(str(step), mixed=mixed, inflated=inflated) for step in largest["step"]]
    told = [
        f"*{name[0].lower()}{name[1:]}*: {signed(int(cents))}"
        for name, cents in zip(names, largest["cents"], strict=True)
    ]
    many = "stap is" if len(told) == 1 else "stappen zijn"
    return f"De grootste {many} {general.listed(told)}."
