"""Which care forms are held at the same time: sets, whatever the order in which they began.

Every care form has a bit of its own. The sum of the bits that run on a day is then the set that is
held, decided by the forms themselves and never by how their names are written.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.stacking.sweep import find_stretches
from core.tables import FORM_PAIRS, MISSING
from core.trajectories.grids import merge_rare

MOST_FORMS: Final = 24
"""Care forms that keep their name, those with most clients; the others are one: the rest."""

HOW: Final = ("together", "apart")
"""How two care forms of one client lie: on at least one day together, or never on one day."""


def find_named(periods: Frame, fewest: int) -> Frame:
    """Rename the care forms of fewer than ``fewest`` clients to MISSING, and those beyond the most.

    Takes and gives ``client_id``, ``care_form``, ``start`` and ``end``.
    """
    asked = periods.select("client_id", "care_form", "start", "end")
    common = merge_rare(asked, "care_form", MISSING, fewest)
    keeps = (nw.col("place") <= MOST_FORMS) & (nw.col("care_form") != MISSING)
    name = nw.when(keeps).then(nw.col("care_form")).otherwise(nw.lit(MISSING))
    names = _placed(common).select("care_form", name=name)
    joined = common.join(names, on="care_form", how="left")
    return joined.select("client_id", "start", "end", care_form=nw.col("name"))


def find_bits(named: Frame) -> Frame:
    """Give each care form its ``bit``, a power of two, the largest form first."""
    bit = nw.lit(1)
    for place in range(2, MOST_FORMS + 2):
        bit = nw.when(nw.col("place") == place).then(2 ** (place - 1)).otherwise(bit)
    return _placed(named).select("care_form", bit=bit.cast(nw.Int64))


def find_held(named: Frame) -> Frame:
    """Find the stretches on which a client has a care form, from one provider or more.

    Gives ``client_id``, ``care_form``, ``start`` and ``end``.
    """
    weighted = named.with_columns(weight=nw.lit(1).cast(nw.Int64))
    stretches = find_stretches(weighted, ["client_id", "care_form"])
    return stretches.select("client_id", "care_form", "start", "end")


def find_sets(held: Frame, bits: Frame) -> Frame:
    """Find the stretches on which a client holds one set of care forms.

    Gives ``client_id``, ``start``, ``end`` and ``bits``, the sum of the bits of the forms.
    """
    weighted = held.join(bits, on="care_form", how="left").with_columns(weight=nw.col("bit"))
    return find_stretches(weighted, ["client_id"]).rename({"running": "bits"})


def find_members(held: Frame, bits: Frame) -> Frame:
    """Add up the days of each client with each set, and repeat them for every form in the set.

    Gives ``client_id``, ``bits``, ``days``, ``care_form`` and its ``bit``: all that the questions
    about sets and pairs need, so that it can be held.
    """
    days = find_sets(held, bits).with_columns(days=nw.col("end") - nw.col("start"))
    summed = days.group_by("client_id", "bits").agg(nw.col("days").sum())
    is_in = (nw.col("bits") / nw.col("bit")).floor().cast(nw.Int64) % 2 == 1
    members = summed.with_columns(nw.col("days").cast(nw.Int64)).join(bits, how="cross")
    return members.filter(is_in)


def find_names(members: Frame) -> Frame:
    """List the ``bit`` of each ``care_form`` that is in a set."""
    return members.select("care_form", "bit").unique()


def count_sets(members: Frame, fewest: int) -> Frame:
    """Count ``clients`` and ``days`` by set (``bits``); sets of fewer clients than that are 0."""
    set_days = members.group_by("client_id", "bits").agg(days=nw.col("days").max())
    written = set_days.with_columns(nw.col("bits").cast(nw.String))
    merged = merge_rare(written, "bits", "0", fewest)
    counted = merged.group_by("bits").agg(
        clients=nw.col("client_id").n_unique(), days=nw.col("days").sum()
    )
    return counted.select(nw.col("bits", "clients", "days").cast(nw.Int64))


def count_pairs(members: Frame) -> Frame:
    """Count each pair of care forms by ``how`` a client has them (``FORM_PAIRS``).

    A client is *together* with at least one day of both, and else *apart*; ``days`` are those on
    which both were held. Of a pair the form that is first in order of text stands first.
    """
    together = _pairs_of(members.drop("bit"), ["client_id", "bits", "days"])
    days = together.group_by("client_id", "first", "second").agg(nw.col("days").sum())
    both = _pairs_of(members.select("client_id", "care_form").unique(), ["client_id"])
    joined = both.join(days, on=["client_id", "first", "second"], how="left")
    how = nw.when(nw.col("days").is_null()).then(nw.lit(HOW[1])).otherwise(nw.lit(HOW[0]))
    counted = (
        joined.with_columns(how=how)
        .with_columns(nw.col("days").cast(nw.Int64).fill_null(0))
        .group_by("first", "second", "how")
        .agg(clients=nw.col("client_id").n_unique(), days=nw.col("days").sum())
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("clients", "days")]
    return counted.with_columns(*whole).select(*FORM_PAIRS)


def count_everyone(members: Frame) -> Frame:
    """Count all clients, with any care form: one row, ``members``."""
    return members.select(members=nw.col("client_id").n_unique())


def _placed(named: Frame) -> Frame:
    """Number the care forms by their clients, most first: ``care_form`` and ``place``, from 1."""
    sizes = named.group_by("care_form").agg(clients=nw.col("client_id").n_unique())
    ordered = sizes.with_columns(descending=nw.lit(0) - nw.col("clients").cast(nw.Int64))
    place = nw.col("care_form").cum_count().over(order_by=["descending", "care_form"])
    return ordered.with_columns(place=place).select("care_form", "place")


def _pairs_of(rows: Frame, on: list[str]) -> Frame:
    """Pair the care forms of each value of ``on``: ``first`` and ``second``, in order of text."""
    seconds = rows.select(*on, second=nw.col("care_form"))
    pairs = rows.rename({"care_form": "first"}).join(seconds, on=on, how="inner")
    return pairs.filter(nw.col("first") < nw.col("second"))
