"""What open data tell: the topics, their units, and the categories within them.

A figure (``core.tables.OPEN_FIGURES``) belongs to one topic; the category divides a topic and is
empty for the whole. Sources that call the same thing otherwise meet here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal[
    "persons",
    "trajectories",
    "percent",
    "euros",
    "days",
    "index",
    "households",
    "schools",
    "score",
    "addresses_km2",
]
Division = Literal["", "form", "referrer", "age", "age_sex", "costs", "combination", "school"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: the unit of its figures, and what its categories are (empty: it has none)."""

    unit: Unit
    division: Division = ""


WHOLE_YEAR: Final = "JJ"
"""Stands in the name of a period that is a whole year, or the first day of one: 2023JJ00."""

FORMS: Final = (
    *("all", "help", "no_stay", "local_team", "ambulatory", "day_care", "in_network"),
    *("stay", "foster", "family", "secure", "other_stay"),
    *("protection", "supervision", "guardianship", "probation", "pgb"),
)
"""Forms of youth care as published: all of it, help in kind and its parts, measures, and pgb.

``all`` = help, protection and probation; ``help`` = no_stay and stay. A young person counts once
in every row, so that parts add up to more than the whole.
"""

AGES: Final = ("0-4", "4-12", "12-18", "18-23")
"""Age classes in years, the upper one not included."""

COSTS: Final = ("all", "no_stay", "stay", "measures", "access")
"""Kinds of costs; ``access`` (6.2, local teams) is shared with Wmo and is no part of ``all``."""

REFERRERS: Final = ("01", "02", "03", "04", "05", "06", "07", "08")
"""Who referred, as the codes of ``core.codes.REFERRERS``; the whole is the empty category."""

COMBINATIONS: Final = ("1", "2", "3 or more")
"""How many schemes a young person has at once: help in kind, pgb, protection, probation."""

SCHOOLS: Final = ("primary", "special_primary", "special", "secondary")
"""Kinds of schools; ``special`` is special education, both primary and secondary."""

TOPICS: Final[Mapping[str, Topic]] = {
    "population": Topic("persons", "age"),  # whole: everybody; ages also "<18" and "<23"
    "youth_with_care": Topic("persons", "form"),
    "care_trajectories": Topic("trajectories", "form"),
    "care_share": Topic("percent", "form"),  # of those under 23, measures of their own ages
    "youth_with_care_by_age": Topic("persons", "age_sex"),  # "4-12|M"; uncrossed "4-12" and "M"
    "youth_on_reference_day": Topic("persons", "form"),
    "trajectories_on_reference_day": Topic("trajectories", "form"),
    "youth_with_several": Topic("persons", "combination"),  # "1", "2", "3 or more" schemes
    "help_share": Topic("percent"),  # of those under 18: help in kind
    "stay_share": Topic("percent"),  # of those with help: with stay
    "protection_share": Topic("percent"),  # of those under 18
    "probation_share": Topic("percent"),  # of those aged 12-22
    "referred": Topic("trajectories", "referrer"),  # in force in the period
    "started": Topic("trajectories", "referrer"),
    "started_again": Topic("trajectories", "referrer"),
    "ended": Topic("trajectories", "referrer"),
    "ended_as_planned": Topic("trajectories", "referrer"),
    "ended_early": Topic("trajectories", "referrer"),
    "mean_duration": Topic("days", "referrer"),
    "spending": Topic("euros", "costs"),
    "budget": Topic("euros", "costs"),
    "surveyed_spending": Topic("euros", "form"),  # what municipalities told, many did not
    "surveyed_budget": Topic("euros", "form"),
    "consumer_prices": Topic("index"),
    "low_income_children": Topic("percent"),  # of minors: household up to 120% of the minimum
    "single_parent": Topic("percent"),  # of households with children
    "benefit": Topic("percent"),  # of households: social assistance
    "social_score": Topic("score"),  # SES-WOA, 0 is the country in 2019
    "education_low": Topic("percent"),
    "education_high": Topic("percent"),
    "income_per_person": Topic("euros"),
    "low_income_households": Topic("percent"),  # in the lowest 40% of the country
    "density": Topic("addresses_km2"),  # addresses around an address
    "origin_outside_europe": Topic("percent"),
    "expected_population": Topic("persons", "age"),  # forecast
    "schools": Topic("schools", "school"),
    "pupils": Topic("persons", "school"),
}
"""Every topic by its key."""
