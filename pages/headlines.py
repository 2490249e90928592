"""The headline figures under several sets of rules."""

from dataclasses import replace

from core.disclosure import Shape, publish
from core.session import Visit, current_rules, open_analysis
from core.text import headlines as text
from core.text.headlines import Headlines
from core.trajectories.cohorts import find_observed
from core.trajectories.headlines import count_headlines
from core.trajectories.moves import count_moves_within
from core.trajectories.rules import Rules, start_rules
from core.trajectories.selection import select_chains
from pages.skeleton import show_finding, show_numbers


def show_headlines(visit: Visit) -> None:
    """Show what the choice of rules changes, na elkaar and with simultaneous help."""
    own = current_rules()
    columns = (
        headlines_of(visit, start_rules()),
        headlines_of(visit, replace(own, count_parallel=False)),
        headlines_of(visit, replace(own, count_parallel=True)),
    )
    show_finding(text.finding(*columns[:2]))
    show_numbers(text.rows_of_headlines(columns), text.TITLE)


def headlines_of(visit: Visit, rules: Rules) -> Headlines:
    """Count and publish the headline figures under some rules."""
    analysis, chosen = open_analysis(visit.data_set, rules), visit.selection
    figures = count_headlines(analysis.chained, chosen, analysis.rules.trigger_position)
    observed = select_chains(find_observed(analysis.chained), chosen)
    return Headlines(
        publish(figures, visit.level, Shape(counts=["number"])),
        publish(
            count_moves_within(observed, analysis.rules),
            visit.level,
            Shape(counts=["chains"], within=["begun"]),
        ),
    )
