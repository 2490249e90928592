"""One chain in time: its trajectories, uncounted care during it, and talks about its client.

Rows of one person, so only for who may see rows. A chain is pointed at by the number of one of its
trajectories, which says nothing about who it is; no pseudonym comes out.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import LONGEST_CHAINS, TIMELINE, TIMELINE_TALKS
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_chains

MOST_CHAINS: Final = 200
"""So many chains are offered: those with most trajectories in a row."""


def find_longest_chains(chained: Frame, selection: Selection) -> Frame:
    """List the chains of the selection with most trajectories in a row (``LONGEST_CHAINS``).

    The longest first, of equals the one that began first.
    """
    chains = select_chains(chained.filter(nw.col("kind") != "uncounted"), selection)
    is_first = (nw.col("kind") == "next") & (nw.col("position") == 1)
    firsts = chains.filter(is_first).select(
        "client_id", "chain", "trajectory_id", "care_form", "start"
    )
    sizes = chains.group_by("client_id", "chain").agg(
        length=nw.col("position").max(), trajectories=nw.len()
    )
    joined = firsts.join(sizes, on=["client_id", "chain"], how="inner").with_columns(
        shortness=nw.lit(0) - nw.col("length"), clients=nw.lit(1)
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in LONGEST_CHAINS if name != "care_form"]
    listed = joined.sort("shortness", "start", "trajectory_id").head(MOST_CHAINS)
    return listed.with_columns(*numbers).select(*LONGEST_CHAINS)


def find_timeline(chained: Frame, trajectory_id: int, rules: Rules) -> Frame:
    """List the chain that holds a trajectory, with uncounted care during it (``TIMELINE``).

    In order of begin. Nothing when the trajectory is in no chain.
    """
    until = nw.min_horizontal(nw.col("end"), nw.lit(rules.as_of + 1))
    during = (nw.col("start") < nw.col("chain_end")) & (nw.col("end") > nw.col("chain_start"))
    here = (nw.col("chain") == nw.col("chosen")).fill_null(value=False)
    rows = (
        chained.join(_span(chained, trajectory_id), on="client_id", how="inner")
        .filter(here | ((nw.col("kind") == "uncounted") & during))
        .with_columns(
            end=until, clients=nw.lit(1), position=nw.col("position").cast(nw.Int64).fill_null(0)
        )
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("start", "end", "position", "clients")]
    return rows.with_columns(*numbers).sort("start", "trajectory_id").select(*TIMELINE)


def find_timeline_talks(
    chained: Frame, evaluations: Frame, trajectory_id: int, rules: Rules
) -> Frame:
    """List the talks about the client of a chain that could count for it (``TIMELINE_TALKS``)."""
    talks = evaluations.join(_span(chained, trajectory_id), on="client_id", how="inner")
    near = (nw.col("date") >= nw.col("chain_start") - rules.evaluation_window_days) & (
        nw.col("date") <= nw.lit(rules.as_of)
    )
    dated = talks.filter(near).select(nw.col("date").cast(nw.Int64)).unique()
    return dated.with_columns(clients=nw.lit(1).cast(nw.Int64)).sort("date").select(*TIMELINE_TALKS)


def _span(chained: Frame, trajectory_id: int) -> Frame:
    """Find the client and the days of a chain: ``client_id``, ``chosen``, start and end."""
    chosen = chained.filter(
        (nw.col("trajectory_id") == trajectory_id) & (nw.col("kind") != "uncounted")
    ).select("client_id", chosen=nw.col("chain"))
    rows = chained.join(chosen, on="client_id", how="inner")
    inside = rows.filter(nw.col("chain") == nw.col("chosen"))
    return inside.group_by("client_id", "chosen").agg(
        chain_start=nw.col("start").min(), chain_end=nw.col("end").max()
    )
