"""Events of chains for other programs: a trajectory a row, with running numbers for pseudonyms."""

import pandas as pd

from core.frames import Frame

EVENT = (
    *("client_id", "chain", "trajectory_id", "care_form", "provider", "kind", "position", "step"),
    *("start", "end", "status", "amount_cents", "level"),
)


def find_events(observed: Frame) -> Frame:
    """List the counted trajectories of chains, all kinds of them, with what an event log tells."""
    return observed.select(*EVENT)


def number_clients(events: pd.DataFrame) -> pd.DataFrame:
    """Replace pseudonyms by running numbers: ``client`` and ``chain`` count from 1 by first start.

    A chain keeps its rows together, in the order of the model; ``clients`` is 1 on every row, which
    is about one person. Neither the pseudonym nor the number of a trajectory is left.
    """
    ordered = events.sort_values(["start", "trajectory_id"], kind="stable")
    clients = ordered.groupby("client_id", sort=False).ngroup() + 1
    chains = ordered.groupby(["client_id", "chain"], sort=False).ngroup() + 1
    numbered = ordered.assign(client=clients, chain=chains, clients=1)
    rows = numbered.sort_values(["chain", "trajectory_id"], kind="stable")
    return rows.drop(columns=["client_id", "trajectory_id"]).reset_index(drop=True)
