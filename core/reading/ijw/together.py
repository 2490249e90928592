"""Lines of many messages typed at once: judging them one file at a time would take the longest.

A municipality has hundreds of small messages, and what reading asks about lines (may they be read,
which dates and products are there) costs as much for ten as for ten thousand. Messages about which
the owner chose the same are therefore loaded as if they were one file, and each line gets back the
name, number and row of its own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import duckdb
import pyarrow as pa

from core.errors import DataError, refuse
from core.reading.choices import WHOLE_FILE, ReadingChoices
from core.reading.headings import Column
from core.reading.ijw.lines import keep_table
from core.reading.landed import land_raw
from core.reading.loading import Loaded, load
from core.reading.raw import RawLines
from core.reading.typed import Into

WITHOUT_LINES: Final = ("client_id", "municipality", "provider", "allocation", "referrer")
"""What a message that has no lines tells about allocations."""

GIVE_BACK: Final = """
    UPDATE typed SET source = places.name, row = lines.row, file_number = places.number
    FROM ijw_resolved AS lines JOIN ijw_places AS places USING (file)
    WHERE typed.file_number = $first AND typed.row = lines.number"""

Raws = Mapping[int, RawLines]
"""Messages by their number among all files."""


def load_messages(
    session: duckdb.DuckDBPyConnection, raws: Raws, choices: ReadingChoices
) -> dict[int, Loaded]:
    """Add the lines of messages, in the order ``read_messages`` gave them, to ``typed``.

    What is found about all lines of a group is told of its first file. Raises what ``load`` does.
    """
    loaded = {number: _without_lines(raw) for number, raw in raws.items() if not raw.lines_read}
    groups: dict[tuple[str | None, ...], dict[int, RawLines]] = defaultdict(dict)
    for number, raw in raws.items():
        if number not in loaded:
            chosen = (*(getattr(choices, name).get(raw.file) for name in WHOLE_FILE),)
            groups[chosen][number] = raw
    for group in groups.values():
        loaded |= _load_group(session, group, choices, list(raws))
    return loaded


def _without_lines(raw: RawLines) -> Loaded:
    columns = tuple(Column(place, name, name) for place, name in enumerate(WITHOUT_LINES))
    return Loaded(raw.file, columns, raw.findings)


def _load_group(
    session: duckdb.DuckDBPyConnection, group: Raws, choices: ReadingChoices, order: Sequence[int]
) -> dict[int, Loaded]:
    """Load messages together; when they may not be read, one by one, to say which of them."""
    if len(group) > 1:
        try:
            return _load_as_one(session, group, choices, order)
        except DataError:
            pass
    return _load_each(session, group, choices)


def _load_each(
    session: duckdb.DuckDBPyConnection, group: Raws, choices: ReadingChoices
) -> dict[int, Loaded]:
    loaded: dict[int, Loaded] = {}
    problems: list[DataError] = []
    for number, raw in group.items():
        try:
            loaded[number] = load(session, land_raw(session, raw), choices, Into(number))
        except DataError as problem:
            problems.append(problem)
    refuse(problems)
    return loaded


def _load_as_one(
    session: duckdb.DuckDBPyConnection, group: Raws, choices: ReadingChoices, order: Sequence[int]
) -> dict[int, Loaded]:
    first = min(group)
    places = {
        "file": pa.array([order.index(number) for number in group], pa.int64()),
        "number": pa.array(list(group), pa.int64()),
        "name": pa.array([raw.file for raw in group.values()], pa.string()),
    }
    keep_table(session, "ijw_places", places)
    together = RawLines(group[first].file, _lines(session), cents=True)
    one = load(session, land_raw(session, together), choices, Into(first))
    session.execute(GIVE_BACK, {"first": first})
    return {
        number: Loaded(
            raw.file, one.columns, (*raw.findings, *(one.findings if number == first else ()))
        )
        for number, raw in group.items()
    }


def _lines(session: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    """Select the lines of the messages in ``ijw_places``, numbered over all of them."""
    resolved = session.table("ijw_resolved")
    ours = session.table("ijw_places").select("file")
    names = [name for name in resolved.columns if name not in {"file", "row", "number"}]
    row = duckdb.ColumnExpression("number").alias("row")
    return resolved.join(ours, "file").select(row, *names)
