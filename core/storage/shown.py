"""What is stored, as tables of text for people: the data sets, their deliveries, and the log.

``fewest`` is 0 where exact numbers may be seen, more where the screen is shared.
"""

import json
from collections.abc import Sequence
from datetime import date

import pandas as pd

from core.storage.about import About
from core.storage.log import Line
from core.storage.records import Stored
from core.text import general
from core.text import keeping as text_of_log
from core.text import kept as text
from core.trajectories.calendar import date_of


def rows_of_stored(listed: Sequence[Stored], about: Sequence[About], fewest: int) -> pd.DataFrame:
    """List data sets, a row each; their lines only where the screen is not shared.

    Beside each other, lines of deliveries that differ by one person would tell of that one.
    """
    rows = [_cells(one, told, fewest) for one, told in zip(listed, about, strict=True)]
    table = pd.DataFrame(rows, columns=list(text.HEADINGS))
    return table.drop(columns=[text.LINES]) if fewest else table


def side_by_side(listed: Sequence[Stored], about: Sequence[About], fewest: int) -> pd.DataFrame:
    """Put the deliveries of one data set beside each other, a column each."""
    table = rows_of_stored(listed, about, fewest)
    turned = table.drop(columns=[text.HEADINGS[0], text.DELIVERY]).T
    turned.columns = pd.Index([text.delivery(one.version) for one in listed])
    turned.insert(0, text.WHAT, turned.index)
    return turned.reset_index(drop=True)


def _cells(one: Stored, told: About, fewest: int) -> tuple[str, ...]:
    return (
        one.title,
        text.sides(told.sides),
        _period(told, fewest),
        general.number(one.lines_read),
        str(one.version),
        text.moment(one.imported_at),
        one.imported_by,
        general.day(date.fromisoformat(one.expires_on)),
    )


def _period(told: About, fewest: int) -> str:
    """Write when declared care begins: in years where the screen is shared."""
    first, last = date_of(told.first_start), date_of(told.last_start)
    if fewest:
        return general.period(first.year, last.year)
    return text.between(general.day(first), general.day(last))


def rows_of_log(lines: Sequence[Line], *, exact: bool) -> pd.DataFrame:
    """List lines of the log; numbers only where exact ones may be seen."""
    rows = [
        (
            text_of_log.when(line.at),
            line.actor,
            text_of_log.ACTIONS.get(line.action, line.action),
            line.object,
            text_of_log.RESULTS.get(line.result, line.result),
            text_of_log.counts(json.loads(line.details)) if exact else "",
        )
        for line in lines
    ]
    table = pd.DataFrame(rows, columns=list(text_of_log.HEADINGS))
    return table if exact else table.drop(columns=[text_of_log.HEADINGS[-1]])
