"""Exceptions: starts of which was agreed in writing that they ask for no evaluation first.

Which exceptions hold of a start is seen in the data; whether an exception is agreed stands in the
rules. A start that is excepted leaves the count of starts that ask for an evaluation; it keeps its
place in the chain. Brothers and sisters who get help at once cannot be seen in declarations.

    extension  same provider and same care form as the start before it in the chain
    parallel   beside earlier care (see ``core.trajectories.chains``); only if that takes a position
    crisis     care of which a line is crisis care
    measures   itself child protection or probation, or begun while such a measure was in force
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.care_forms import CARE_FORMS, known_form
from core.frames import Frame
from core.tables import EXCEPTED, MISSING
from core.trajectories.rules import EXCEPTIONS, Rules

MEASURES: Final = "measures"


def find_exceptions(chained: Frame, rules: Rules) -> Frame:
    """Say of each start at the trigger which exceptions hold of it (``EXCEPTED``).

    Takes all of ``CHAINED``: measures need not count in chains. ``agreed`` looks at the rules.
    """
    following = chained.filter(nw.col("kind") == "next").with_columns(
        previous_provider=_before("provider"), previous_form=_before("care_form")
    )
    due = following.filter(nw.col("position") >= rules.trigger_position)
    holds = due.join(_under_measure(due, chained, rules), on="trajectory_id", how="left")
    flagged = holds.with_columns(
        extension=_flag(_is_extension()),
        parallel=_flag(_is_parallel(rules)),
        crisis=_flag(nw.col("crisis")),
        measures=_flag(~nw.col("measured").is_null()),
    )
    agreed = nw.lit(0)
    for name in rules.exceptions:
        agreed = nw.max_horizontal(agreed, nw.col(name))
    return flagged.with_columns(agreed=agreed).select(*EXCEPTED)


def find_excepted(chained: Frame, rules: Rules) -> Frame:
    """List the starts (``trajectory_id``) that an agreed exception takes out of the count."""
    return find_exceptions(chained, rules).filter(nw.col("agreed") == 1).select("trajectory_id")


def with_exceptions(thirds: Frame, exceptions: Frame) -> Frame:
    """Add the columns of ``EXCEPTED`` to third starts."""
    return thirds.join(exceptions, on="trajectory_id", how="inner")


def flag_sides(flagged: Frame) -> Frame:
    """Repeat third starts for each exception, with the ``part`` they take under it alone.

    Takes what ``with_exceptions`` gives, best held: it is read once for each exception. Adds
    ``exception`` (one of EXCEPTIONS, or agreed for all that the rules agree on) and ``part``:
    excepted, or else the status that it had.
    """
    sides = [
        flagged.select("client_id", "status", *EXCEPTIONS, "agreed").with_columns(
            exception=nw.lit(name),
            part=nw.when(nw.col(name) == 1).then(nw.lit("excepted")).otherwise(nw.col("status")),
        )
        for name in (*EXCEPTIONS, "agreed")
    ]
    return nw.concat(sides, how="vertical")


def count_exceptions(sides: Frame) -> Frame:
    """Count ``thirds`` and ``clients`` by ``exception`` and ``part`` (see ``flag_sides``)."""
    counted = sides.group_by("exception", "part").agg(
        thirds=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("thirds", "clients").cast(nw.Int64))


def _is_extension() -> nw.Expr:
    known = (nw.col("provider") != MISSING) & (nw.col("care_form") != MISSING)
    same = (nw.col("provider") == nw.col("previous_provider")) & (
        nw.col("care_form") == nw.col("previous_form")
    )
    return known & same


def _is_parallel(rules: Rules) -> nw.Expr:
    """Tell what would be beside if simultaneous help took no position of its own."""
    shown = nw.min_horizontal(nw.col("end"), nw.lit(rules.as_of + 1)) - nw.col("start")
    shared = nw.col("overlap_days")
    return (shared > rules.parallel_days) | ((shared >= shown) & (shared > 0))


def _under_measure(due: Frame, chained: Frame, rules: Rules) -> Frame:
    """Find the starts under a measure: ``trajectory_id`` and ``measured`` (1)."""
    measures = chained.filter(nw.col("care_form").is_in(_measure_labels(rules))).select(
        "client_id", begun=nw.col("start"), over=nw.col("end")
    )
    within = (nw.col("begun") <= nw.col("start")) & (nw.col("over") > nw.col("start"))
    return (
        due.select("client_id", "trajectory_id", "start")
        .join(measures, on="client_id", how="inner")
        .filter(within)
        .select("trajectory_id")
        .unique()
        .with_columns(measured=nw.lit(1))
    )


def _measure_labels(rules: Rules) -> list[str]:
    """Name measures as the data may: by default they are among what does not count."""
    usual = [form for form in CARE_FORMS if form.uncounted == MEASURES]
    names = {name for form in usual for name in (form.label, *form.synonyms)}
    forms = {label: known_form(label) for label in rules.uncounted}
    left_out = {label for label, form in forms.items() if form and form.uncounted == MEASURES}
    return sorted(names | left_out)


def _before(column: str) -> nw.Expr:
    return nw.col(column).shift(1).over("client_id", "chain", order_by="position")


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))
