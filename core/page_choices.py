"""What of one page travels in a link: the one table of the choices that decide its picture.

Each choice has a parameter of its own on its page, and the words that it may hold. A word that is
not in the table is nothing. Codes (of a provider, a care form, a region) are checked by the field
that offers them: it takes no code that people at this level could not have chosen.

What is not in the table stays behind, and ``LEFT_OUT`` says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class PageChoice:
    """A choice on the page with an address; the session keeps it under ``key``.

    What the session keeps follows from ``kind``: one of ``words`` itself (``word``), as a number
    (``number``), or what stands in the list of the page at its place (``place``); yes or no
    (``switch``), a ``year``, a ``quarter``, a code, some codes, or a dimension with a code
    (``pair``). A ``provider``, and ``providers``, exist only where providers may be named.
    """

    page: str
    key: str
    parameter: str
    kind: str
    words: tuple[str, ...]


def _page(page: str, *rows: str) -> tuple[PageChoice, ...]:
    """Read the rows of a page: key, parameter, kind, and the words if they are fixed."""

    def read(key: str, parameter: str, kind: str, *words: str) -> PageChoice:
        return PageChoice(page, key, parameter, kind, words)

    return tuple(read(*row.split()) for row in rows)


TABLE: Final = (
    *_page(
        "reeksen",
        "chains_tab deel place lengths routes states follows handovers kinds odds waiting stock"
        " renewed timeline",
        "routes_view vraag word routes search preceding returns",
        "routes_reading lezing word raw collapsed",
        "preceding_form voor code",
        "pattern_months maanden number 12 24 36",
        "odds_position plaats number 1 2 3",
        "odds_alike gelijk place alle 0-11 12-17 18-22 gemeente huisarts jeugdarts instelling"
        " specialist geen rechter",
        "odds_form vorm code",
        "waiting_position na number 1 2 3",
        "stock_unit eenheid word clients trajectories",
        "stock_grain stap number 3 1",
    ),
    *_page(
        "stapeling",
        "stacking_tab deel place at_once combinations special schemes",
        "special selectie word crisis transport dyslexia foster residential secure eighteen",
    ),
    *_page(
        "stepped-care",
        "steps_tab deel place moves openings comparable costs what_if",
        "stepped_from minstens number 2 3",
        "what_if_share aandeel number 10 20 30 40 50 60 70 80 90 100",
        "what_if_by wordt word nothing like_second",
    ),
    *_page(
        "regie-op-drie",
        "triggers_tab deel place over_time places what adherence standings after series exceptions"
        " register worklist",
        "kept_by per word quarter municipality provider",
        "agreement_quarter sinds quarter",
        "series maat word number share",
    ),
    *_page(
        "beeld",
        "municipality_tab deel place kort vormen leeftijd meer stroom",
        "municipality_group soort word all help protection probation",
    ),
    *_page(
        "vergelijken",
        "comparison_tab deel place group spending difference ordinary",
        "spending_way telling place jeugdige totaal",
        "spending_kind soort word all no_stay stay measures",
        "spending_real prijzen switch",
        "difference_way verschil place jaren groep eigen",
        "difference_from van year",
        "difference_to tot year",
        "declared_from eigen-van year",
        "declared_to eigen-tot year",
        "funnel_measure maat word help stay protection",
    ),
    *_page(
        "verwacht",
        "expected_part deel place positie soorten herkomst modelkaart",
        "expected_form soort word help all protection probation no_stay local_team ambulatory"
        " day_care in_network stay foster family secure other_stay supervision guardianship",
        "expected_year jaar year",
        "expected_division verdeling word kinds help stay protection",
        "expected_beside_municipality naast-gemeenten codes",
        "expected_beside_youth_region naast-regios codes",
        "expected_beside_school_partnership naast-verbanden codes",
        "expected_beside_province naast-provincies codes",
    ),
    *_page("wijken", "districts_tab deel place use circumstances expected schemes"),
    *_page(
        "verwijzers",
        "referrers_tab deel place wie waarheen vervolg einde land spiegel onderwijs",
        "beside_year jaar year",
        "mirror_referrer spiegel code",
        "mirror_measure maat word share again",
    ),
    *_page(
        "aanbieders",
        "providers_tab deel place active coverage mirror handovers waiting lots",
        "at_table tafel providers",
        "active_place plaats code",
        "active_form vorm code",
        "mirror_provider spiegel provider",
        "mirror_basis_{mirror_provider} spiegelhulp pair care_form sector",
        "lots_year jaar year",
    ),
    *_page(
        "kwaliteit",
        "quality_tab deel place aansluiting volledigheid controles herstel veranderd",
        "months_supplier leverancier word provider municipality",
        "sides_group per word provider quarter",
        "sides_number telling word lines trajectories euros",
        "show_reasons redenen switch",
    ),
)
"""Every choice of a page that decides its picture, page by page."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "pattern_words": "typed by hand: what is typed could name anything",
    "kind_name_": "typed by hand, and of this visit only",
    "follows_told": "a place in an order, which reads one arrow out that is drawn already",
    "handovers_told": "a place in an order, which reads one arrow out that is drawn already",
    "follows_drawn": "how many of the same arrows are drawn; the table below has them all",
    "handovers_drawn": "how many of the same arrows are drawn; the table below has them all",
    "attrition_step": "stands in a box that is closed on arrival",
    "timeline": "rows about one person never travel",
    "chosen_chain": "rows about one person never travel",
}
"""Choices that stay behind, by the beginning of their key, and why."""


def choices_on(page: str) -> tuple[PageChoice, ...]:
    """List the choices of the page with an address."""
    return tuple(choice for choice in TABLE if choice.page == page)
