"""Events as XES (IEEE 1849-2016), the format in which programs for processes exchange logs.

A trace is a chain, an activity a care form, a resource a provider. Every trajectory is an event
with the transition ``start`` on its first day, and one with ``complete`` at the end of its last day
unless it runs; both carry the same instance. Times are days, written in UTC.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from core.graphs.markup import quoted
from core.tables import OPEN_END
from core.trajectories.calendar import date_of

NAMESPACE: Final = "http://www.xes-standard.org/"
VERSION: Final = "1849.2016"
"""``xes.version`` is a decimal number in the schema of the standard."""

EXTENSIONS: Final = {
    "concept": "Concept",
    "time": "Time",
    "lifecycle": "Lifecycle",
    "org": "Organizational",
    "cost": "Cost",
}
GLOBALS: Final = {
    "trace": '<string key="concept:name" value="-"/>',
    "event": (
        '<string key="concept:name" value="-"/>'
        '<date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/>'
        '<string key="lifecycle:transition" value="complete"/>'
        '<string key="org:resource" value="-"/>'
    ),
}
"""What every trace and every event has; the values stand for unknown."""

CLASSIFIERS: Final = {"care form": "concept:name", "provider": "org:resource"}
CURRENCY: Final = "EUR"
CENTS: Final = 100

Row = Mapping[Any, Any]


def write_xes(events: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Write numbered events (``number_clients``) as an event log.

    ``about`` are texts for the log as a whole; its keys are names without spaces.
    """
    return "\n".join(_lines(events, about)).encode("utf-8")


def _lines(events: pd.DataFrame, about: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<log xes.version="{VERSION}" xes.features="" xmlns="{NAMESPACE}">'
    for prefix, name in EXTENSIONS.items():
        yield f'<extension name="{name}" prefix="{prefix}" uri="{NAMESPACE}{prefix}.xesext"/>'
    for scope, inside in GLOBALS.items():
        yield f'<global scope="{scope}">{inside}</global>'
    for name, keys in CLASSIFIERS.items():
        yield f'<classifier name="{name}" scope="event" keys="{keys}"/>'
    yield '<string key="lifecycle:model" value="standard"/>'
    for key, words in about.items():
        yield _text(key, words)
    for chain, rows in events.groupby("chain", sort=True):
        yield from _trace(str(chain), rows.to_dict("records"))
    yield "</log>\n"


def _trace(chain: str, rows: list[dict[Any, Any]]) -> Iterator[str]:
    """Write a chain with its events in order of time, starts before ends of the same trajectory."""
    yield f"<trace>{_text('concept:name', chain)}{_number('client', rows[0]['client'])}"
    moments = [
        moment
        for instance, row in enumerate(rows, start=1)
        for moment in _moments(row, f"{chain}.{instance}")
    ]
    for _, event in sorted(moments, key=lambda moment: moment[0]):
        yield event
    yield "</trace>"


def _moments(row: Row, instance: str) -> Iterator[tuple[str, str]]:
    start = f"{_day(row['start'])}T00:00:00+00:00"
    yield start, _event(row, "start", start, instance)
    if row["end"] < OPEN_END:
        end = f"{_day(row['end'] - 1)}T23:59:59+00:00"
        yield end, _event(row, "complete", end, instance)


def _event(row: Row, transition: str, moment: str, instance: str) -> str:
    parts = [
        _text("concept:name", row["care_form"]),
        _text("concept:instance", instance),
        _text("lifecycle:transition", transition),
        f'<date key="time:timestamp" value="{moment}"/>',
        _text("org:resource", row["provider"]),
        _text("kind", row["kind"]),
        _text("step", row["step"]),
        _number("position", row["position"]),
        _number("level", row["level"]),
        _text("status", row["status"]),
    ]
    if transition == "complete":
        parts += _cost(row["amount_cents"])
    return f"<event>{''.join(parts)}</event>"


def _cost(cents: Any) -> list[str]:  # noqa: ANN401 - a number of any engine, or missing
    """Write the amount with the end, so that adding up counts it once."""
    if pd.isna(cents):
        return []
    amount = f'<float key="cost:total" value="{int(cents) / CENTS:.2f}"/>'
    return [amount, _text("cost:currency", CURRENCY)]


def _text(key: str, words: str) -> str:
    return f"<string key={quoted(key)} value={quoted(words)}/>"


def _number(key: str, number: Any) -> str:  # noqa: ANN401 - as above
    return "" if pd.isna(number) else f"<int key={quoted(key)} value={quoted(str(int(number)))}/>"


def _day(day: int) -> date:
    return date_of(int(day))
