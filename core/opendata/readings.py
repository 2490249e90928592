"""What of a table is which figure: measures by their words, and how a table divides them.

Measures are found by their name (the key before ``_``), headings, title and unit together,
because the number behind a name changes with every new table. The first rule that fits decides;
a rule without a topic leaves a measure out. Each rule takes one measure, the first that fits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PARTS_OF_HELP: Final = (
    r"verblijf|ambulant|daghulp|netwerk|wijkteam|pleegzorg|gezinsgericht|\bgesloten"
)
"""Words in the headings of blocks that divide help further."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A topic, and the pattern of the words of its measure in small letters.

    Those are name, headings, title and unit with ``|`` between. ``category`` is for measures that
    divide a topic themselves.
    """

    topic: str
    pattern: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read. ``division``: form, referrer, person, age, scheme or none.

    With ``form_of_measure`` every measure is a form, and the one rule is for all of them. Of any
    other dimension the total is taken. ``regions`` are the beginnings of the codes.
    """

    rules: tuple[Rule, ...]
    division: str = ""
    regions: tuple[str, ...] = ("NL", "PV", "JZ", "GM")


BY_REFERRER: Final = (
    Rule("", rf"({PARTS_OF_HELP})"),
    Rule("", r"\b(nieuwe?|crisis|maand|maanden|jaar|eenzijdig|overeenstemming|extern)"),
    Rule("started_again", r"herhaald"),
    Rule("ended_as_planned", r"volgens ?plan"),
    Rule("ended_early", r"voortijdig"),
    Rule("mean_duration", r"gemiddelde"),
    Rule("started", r"begonnen"),
    Rule("ended", r"be[eë]+indigd"),
    Rule("referred", r"traject"),
)

IN_NEIGHBOURHOODS: Final = (
    Rule("renewed", r"^indelingswijziging"),
    Rule("inhabitants", r"^aantalinwoners"),
    Rule("under_15", r"^k_0tot15jaar"),
    Rule("aged_15_to_24", r"^k_15tot25jaar"),
    Rule("households", r"^huishoudenstotaal"),
    Rule("income", r"^gemiddeldinkomenperinwoner"),
    Rule("low_income", r"^k_40huishoudensmetlaagsteinkomen"),
    Rule("assistance", r"^personenpersoortuitkeringbijstand"),
    Rule("low", r"^(opleidingsniveaulaag|basisonderwijsvmbombo1)"),
    Rule("middle", r"^(opleidingsniveaumiddelbaar|havovwombo24)"),
    Rule("high", r"^(opleidingsniveauhoog|hbowo)"),
    Rule("born_here", r"^(geboreninnederland.*buiteneuropa|nietwesterstotaal)"),
    Rule("born_elsewhere", r"^geborenbuitennederland.*buiteneuropa"),
    Rule("with_care", r"^jongerenmetjeugdzorg"),
    Rule("share_with_care", r"^percentagejongerenmetjeugdzorg"),
    Rule("urbanity", r"^matevanstedelijkheid"),
    Rule("density", r"^omgevingsadressendichtheid"),
)
"""Key figures of districts: the topics here are columns for ``core.opendata.neighbourhoods``."""

READINGS: Final[Mapping[str, Reading]] = {
    "use": Reading(
        (
            Rule("care_share", r"relatief|percentage"),
            Rule("youth_with_care", r"jongeren"),
            Rule("care_trajectories", r"traject"),
        ),
        "form",
    ),
    "indicators": Reading(
        (
            Rule("", r"jeugdbescherming.*jeugdhulp|jeugdbesch.*en.*jeugdh"),
            Rule("stay_share", r"jongerenmetjeugdh(ulp)?metverbl|met verblijf"),
            Rule("protection_share", r"jeugdbescherming"),
            Rule("probation_share", r"jeugdreclassering"),
            Rule("help_share", r"jeugdhulp"),
        )
    ),
    "referrers": Reading(BY_REFERRER, "referrer"),
    "persons": Reading((Rule("youth_with_care_by_age", r"jongeren"),), "person"),
    "schemes": Reading((Rule("youth_with_several", r"jongeren|aantal"),), "scheme"),
    "reference_youth": Reading((Rule("youth_on_reference_day", r"jongeren|aantal"),), "scheme"),
    "reference_day": Reading((Rule("trajectories_on_reference_day", ""),), "form_of_measure"),
    "survey": Reading(
        (Rule("surveyed_budget", r"begro"), Rule("surveyed_spending", r"gerealiseerd")), "form"
    ),
    "population": Reading((Rule("population", r"1 ?januari"),), "age"),
    "forecast": Reading((Rule("expected_population", r"bevolking"),), "age"),
    "households": Reading(
        (
            Rule("with_children", r"meerpersoons.*met ?kinderen"),
            Rule("single_parents", r"eenouder"),
        )
    ),
    "prices": Reading((Rule("consumer_prices", r"^cpi\|"),), regions=()),
    "yardsticks": Reading(
        (
            Rule("low_income_children", r"kinderen.*120.*(relatief|aandeel|\|%$)"),
            Rule("children", r"minderjarige ?kinderen(?!.*120)"),
            Rule("poor_children", r"kinderen.*120"),
            Rule("assistance", r"bijstand.*(totaal|huishoudens)"),
            Rule("households", r"particuliere ?huishoudens.*totaal"),
        ),
        regions=("NL", "GM"),
    ),
    "social_score": Reading(
        (
            Rule("", r"deelscore|financi|opleiding|arbeid|spreiding"),
            Rule("social_score", r"score.*gemiddeld|gemiddeld.*score"),
        ),
        regions=("NL", "GM", "WK"),
    ),
    "neighbourhoods": Reading(IN_NEIGHBOURHOODS, regions=("NL", "GM", "WK")),
    "district_use": Reading(
        (
            Rule("youth_with_care_by_age", r"\b0 tot 4 jaar", "0-4"),
            Rule("youth_with_care_by_age", r"\b4 tot 12 jaar", "4-12"),
            Rule("youth_with_care_by_age", r"\b12 tot 18 jaar", "12-18"),
            Rule("youth_with_care_by_age", r"\b18 tot 23 jaar", "18-23"),
            Rule("referred", r"verwijzer.*gemeente|gemeentelijketoegang", "01"),
            Rule("referred", r"huisarts", "02"),
            Rule("referred", r"jeugdarts", "03"),
            Rule("referred", r"gecertificeerde", "04"),
            Rule("referred", r"medisch", "05"),
            Rule("referred", r"geenverwijzer|geen verwijzer", "06"),
            Rule("referred", r"onbekend", "07"),
            Rule("referred", r"rechter", "08"),
            Rule("referred", r"totaal.*traject"),
            Rule("youth_with_care", r"totaal ?jongeren"),
        ),
        "form",
        ("WK",),
    ),
    "regions": Reading(()),
    "accounts": Reading(()),
}
"""How each kind of table is read, by the name that ``core.opendata.catalogue`` calls it."""
