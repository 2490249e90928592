"""What holds for the dates of iJw whatever the messages say, and in whatever order they come."""

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.messages import client, declaration, line, lines_of, message, read
from tests.reading.messages import started as start_of
from tests.reading.messages import stopped as stop_of

FIRST = date(2024, 1, 1)

months = st.sets(st.integers(1, 12), min_size=1, max_size=6)
care = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 90)), min_size=1, max_size=3)
"""Pairs of days without care and days of care after them."""


def period_of(month: int) -> tuple[str, str]:
    first = date(2024, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.isoformat(), last.isoformat()


def spans_of(pauses_and_care: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Lay care out in time: first and last days, one after the other."""
    spans, day = [], FIRST
    for pause, length in pauses_and_care:
        start = day + timedelta(days=pause)
        day = start + timedelta(days=length)
        spans.append((start.isoformat(), (day - timedelta(days=1)).isoformat()))
    return spans


def lines_told(contents: list[bytes]) -> list[dict[str, Any]]:
    return [row for told in read(*contents) for row in told.rows]


@settings(deadline=None)
@given(declared=months, told=care, shuffle=st.randoms(use_true_random=False))
def test_dates_are_real_or_as_declared_in_any_order_of_the_files(
    declared: set[int], told: list[tuple[int, int]], shuffle: Random
) -> None:
    periods = [period_of(month) for month in sorted(declared)]
    spans = spans_of(told)
    lines = [line(f"R{number}", *period) for number, period in enumerate(periods)]
    contents = [declaration(lines_of("p1", *lines))]
    contents += [message("305", client("p1", start_of(first))) for first, _ in spans]
    contents += [message("307", client("p1", stop_of(*span))) for span in spans]
    rows = lines_told(contents)
    shuffle.shuffle(contents)
    assert lines_told(contents) == rows

    assert len(rows) == len(periods)
    for row, (first, last) in zip(rows, periods, strict=True):
        assert row["start"] <= row["end"]
        moved = row["start_source"] == "start"
        assert row["start"] in ([first for first, _ in spans] if moved else [first])
        stops = bool(row["end_reason"])
        assert row["end"] in ([last for _, last in spans] if stops else [last])
    spells = [int(row["spell"]) for row in rows]
    assert spells == sorted(spells)
    assert max(spells) < len(spans)


@settings(deadline=None)
@given(declared=months, told=care)
def test_a_month_of_care_belongs_to_the_spell_it_lies_in(
    declared: set[int], told: list[tuple[int, int]]
) -> None:
    """A month that shares days with exactly one spell is of that spell."""
    periods = [period_of(month) for month in sorted(declared)]
    spans = spans_of(told)
    lines = [line(f"R{number}", *period) for number, period in enumerate(periods)]
    contents = [declaration(lines_of("p1", *lines))]
    contents += [message("307", client("p1", stop_of(*span))) for span in spans]
    for row, (first, last) in zip(lines_told(contents), periods, strict=True):
        sharing = [n for n, span in enumerate(spans) if span[0] <= last and span[1] >= first]
        if len(sharing) == 1:
            assert row["spell"] == str(sharing[0])


def test_a_message_without_namespaces_is_known_by_its_code() -> None:
    content = declaration(lines_of("p1", line("R1", *period_of(1)))).decode()
    bare = content.replace("m:", "").replace("ijw:", "").split("<Header>")[1]
    rows = lines_told([f"<Bericht><Header>{bare}".encode()])
    assert [row["reference"] for row in rows] == ["R1"]
