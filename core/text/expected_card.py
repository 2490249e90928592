"""Dutch of the model card of Verwacht en werkelijk: what it is, how good, what it does not know."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general
from core.text.expected import (
    ACTUAL,
    EXPECTED,
    FORM_NAMES,
    MARGIN,
    MEMBERS,
    margin_words,
    points,
    share,
)
from core.text.expected_contributions import CHARACTERISTIC, CHARACTERISTICS

MEANINGS: Final[Mapping[str, str]] = {
    "low_income_children": "% van de minderjarigen, huishouden tot 120% van het sociaal minimum",
    "single_parent": "% van de huishoudens met kinderen",
    "benefit": "% van de huishoudens",
    "social_score": "welvaart, opleiding en werk samen; 0 is Nederland in 2019",
    "education_high": "% van de inwoners met hbo of wo",
    "origin_outside_europe": "% van de inwoners",
    "aged_12_to_17": "% van de jeugdigen tot 23 jaar",
    "density": "omgevingsadressendichtheid; telt mee als logaritme",
}
USED_YEAR: Final = "Cijfers van"
WHAT_IT_IS: Final = "Wat telt"
EXPECTED_AXIS: Final = "Verwacht aandeel"
ACTUAL_AXIS: Final = "Werkelijk aandeel"
PART: Final = "Deel"
CALIBRATION_NOTE: Final = (
    "Elke punt is een tiende van de gemeenten, van lage naar hoge verwachting. Geen gemeente telde "
    "mee in haar eigen verwachting. Op de schuine lijn klopt de verwachting precies; de lichte "
    "balk is de marge van dat deel."
)
METRICS: Final = (
    ("Verklaard", "Deel van de verschillen tussen gemeenten dat met de kenmerken samengaat"),
    ("Typisch verschil", "De helft van de gemeenten ligt dichter bij haar verwachting dan dit"),
    ("Binnen eigen marge", "Aandeel gemeenten; bij een eerlijke marge is dat ongeveer 95%"),
)
CARD: Final = """
**Wat het is.** Een schatting: welk deel van de jeugdigen heeft deze jeugdzorg in gemeenten waar
mensen net zo leven als hier? Een binomiale regressie (logit) van alle gemeenten op de kenmerken
hieronder. Elke gemeente weegt mee naar haar aantal jeugdigen.

**Geen gemeente voorspelt zichzelf.** De gemeenten zijn in tien groepen verdeeld, per jeugdregio.
Elke groep krijgt haar verwachting van een model dat alleen de andere negen kent. Ook de buren met
wie een gemeente inkoopt, tellen dus niet mee.

**De marge (95%)** telt vier dingen: toeval, verschillen tussen gemeenten die de kenmerken niet
verklaren, onzekerheid van het model, en het afronden op vijftallen. Bij een regio zijn de
verwachtingen van haar gemeenten opgeteld. Gemeenten van één jeugdregio kunnen samen afwijken; hoe
sterk, schatten we uit de cijfers zelf. Van gemeenten uit verschillende jeugdregio’s nemen we aan
dat zij los van elkaar afwijken.

**Wat ontbreekt, vullen we niet in.** Een gemeente zonder een van de kenmerken krijgt geen
verwachting. Kleine aantallen worden niet gepubliceerd. Daarom vergelijken we alleen gemeenten die
groot genoeg zijn: van zulke gemeenten is bijna altijd een cijfer bekend. Bij een regio met kleine
gemeenten gebruiken we het cijfer dat van de regio zelf is gepubliceerd.

**Wat het niet weet:**
- hoe dichtbij speciaal onderwijs, een instelling met verblijf of een gezinshuis is;
- hoe het wijkteam is ingericht, en hoeveel hulp daar blijft zonder verwijzing;
- wachttijden, contracten, beleid, en hulp die anders is bekostigd of geregistreerd;
- hoe zwaar problemen zijn, en of jeugdigen die hulp nodig hebben die ook vinden.

**Waarvoor wel en niet.** Voor een gesprek over inzet, signaleren en toeleiden. Niet om te
rangschikken, te korten of te belonen, en niet over één jeugdige. De kenmerken hangen samen met
gebruik en zijn geen oorzaak. Verwacht is ook niet hetzelfde als nodig of goed: waar een groep
minder gebruikt dan zij nodig heeft, verwacht het model dat ook. Dat geldt vooral bij herkomst.

**Dit is niet het cijfer van het NJi.** Het Nederlands Jeugdinstituut maakt een eigen verwachting,
die ook let op voorzieningen in de buurt en op het wijkteam. Die formule is niet openbaar. Kijk voor
dat cijfer op [nji.nl](https://www.nji.nl/impact-maken-met-jeugdbeleid/het-verwachte-jeugdzorggebruik);
de twee kunnen verschillen.
"""


def quality_figures(explained: float, typical: float, within: float) -> list[tuple[str, str, str]]:
    """Give the three figures on how good the expectation is: label, words, meaning."""
    like = typical * 10
    words = (
        general.percent(max(explained, 0.0)),
        f"{points(typical, like).removeprefix('+')} procentpunt",
        general.percent(within),
    )
    return [(label, word, help_) for (label, help_), word in zip(METRICS, words, strict=True)]


def quality_finding(explained: float, municipalities: int, form: str) -> str:
    """Say in one sentence how much the characteristics tell."""
    of = f"({general.number(municipalities)} gemeenten vergeleken)"
    if explained < 0.05:
        return (
            f"{FORM_NAMES[form]}: de kenmerken zeggen hier bijna niets over verschillen tussen "
            f"gemeenten {of}. De verwachting is dan weinig meer dan het gemiddelde van het land."
        )
    return (
        f"{FORM_NAMES[form]}: de kenmerken gaan samen met {general.percent(explained)} van de "
        f"verschillen tussen gemeenten {of}; de rest verklaren zij niet."
    )


def spread_words(times: float, youth: int, correlation: float) -> str:
    """Say how much municipalities differ beyond chance, and together."""
    return (
        f"Een gemeente met {general.number(youth)} jeugdigen wijkt {general.decimal(times)} keer "
        "zo ver af als toeval alleen zou geven. De samenhang tussen afwijkingen van gemeenten in "
        f"één jeugdregio is {general.decimal(correlation, 2)} (0 is geen, 1 is volledig)."
    )


def calibration_rows(parts: pd.DataFrame) -> pd.DataFrame:
    """Give the parts (``EXPECTED_PARTS``) their words."""
    words = [
        f"verwacht {share(row['expected'])}, werkelijk {share(row['actual'], row['expected'])} "
        f"({general.number(row['members'])} gemeenten)"
        for _, row in parts.iterrows()
    ]
    return parts.assign(words=words)


def calibration_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Write the parts as a table of text."""
    rows = [row for _, row in parts.iterrows()]
    return pd.DataFrame(
        {
            PART: [f"{row['part']:.0f}e tiende" for row in rows],
            MEMBERS: [general.number(row["members"]) for row in rows],
            EXPECTED: [share(row["expected"]) for row in rows],
            MARGIN: [margin_words(row, "tot") for row in rows],
            ACTUAL: [share(row["actual"], row["expected"]) for row in rows],
        }
    )


def used_table(used: pd.DataFrame) -> pd.DataFrame:
    """Write which characteristics take part, what they are, and of which year."""
    return pd.DataFrame(
        {
            CHARACTERISTIC: used["characteristic"].map(CHARACTERISTICS),
            WHAT_IT_IS: used["characteristic"].map(MEANINGS),
            USED_YEAR: [
                str(year) if year else "niet bekend, doet niet mee" for year in used["year"]
            ],
            MEMBERS: [general.number(number) for number in used["municipalities"]],
        }
    )
