"""Returns: whether chains come back to the same help, at once, later, or to and fro.

Each question has chains of its own in which the answer could be yes: the same form again asks for
two trajectories in a row, coming back after something else for three. Sources: repetition and
self-loop as in bupaR (Janssenswillen 2019); ping-pong is A-B-A.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, RETURNS
from core.trajectories.cohorts import find_followed
from core.trajectories.rules import Rules

QUESTIONS: Final = {"again": 2, "again_elsewhere": 2, "returned": 3, "ping_pong": 3}
"""Each question, and how many trajectories in a row a chain needs before it can be asked."""

ANSWERS: Final = ("yes", "no")


def count_returns(observed: Frame, rules: Rules, months: int) -> Frame:
    """Count followed chains by question and answer (``RETURNS``), over starts within ``months``.

    ``again``: the same care form straight after itself; ``again_elsewhere``: that at another
    provider; ``returned``: a form comes back after another one; ``ping_pong``: with exactly one
    other between. Providers that were not delivered are never another one.
    """
    chains = _per_chain(find_followed(observed, rules, months))
    answered = [_answered(chains, question, least) for question, least in QUESTIONS.items()]
    counted = (
        nw.concat(answered, how="vertical")
        .group_by("question", "answer")
        .agg(chains=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("chains", "clients").cast(nw.Int64)).select(*RETURNS)


def _per_chain(followed: Frame) -> Frame:
    """Give a row per chain: ``length``, and for each question whether it holds (1 or 0)."""
    seen = _with_earlier(followed.filter(nw.col("kind") == "next"))
    again = nw.col("care_form") == nw.col("before")
    elsewhere = (nw.col("provider") != nw.col("provider_before")) & (
        (nw.col("provider") != MISSING) & (nw.col("provider_before") != MISSING)
    )
    holds = {
        "again": again,
        "again_elsewhere": again & elsewhere,
        "returned": ~again & (nw.col("nth") > 1),
        "ping_pong": ~again & (nw.col("care_form") == nw.col("two_before")),
    }
    flags = {name: nw.when(told).then(1).otherwise(0) for name, told in holds.items()}
    return (
        seen.with_columns(**flags)
        .group_by("client_id", "chain")
        .agg(*[nw.col(name).max() for name in flags], length=nw.col("position").max())
    )


def _with_earlier(following: Frame) -> Frame:
    """Add the care form one and two before, the provider before, and how often the form came."""
    return (
        following.with_columns(before=_shifted("care_form", 1))
        .with_columns(two_before=_shifted("care_form", 2))
        .with_columns(provider_before=_shifted("provider", 1))
        .with_columns(
            nth=nw.col("position")
            .cum_count()
            .over("client_id", "chain", "care_form", order_by="position")
        )
    )


def _shifted(column: str, places: int) -> nw.Expr:
    shifted = nw.col(column).shift(places).over("client_id", "chain", order_by="position")
    return shifted.fill_null(NOTHING)


NOTHING: Final = "\ue000"
"""Stands before the first trajectory of a chain: no care form and no provider is called so."""


def _answered(chains: Frame, question: str, least: int) -> Frame:
    answer = nw.when(nw.col(question) == 1).then(nw.lit("yes")).otherwise(nw.lit("no"))
    asked = chains.filter(nw.col("length") >= least)
    return asked.select("client_id", question=nw.lit(question), answer=answer)
