"""However a table is divided on its way to us, the figures that come are those that were sent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SourceNotUsable
from core.opendata import paging, v3
from core.opendata.client import (
    Filter,
    Limits,
    OpenTable,
    Question,
    fetch,
    figures,
    open_client,
)
from tests.opendata import faults
from tests.opendata.faults import page
from tests.opendata.server import Fault, Server, serve
from tests.opendata.tables import Axis, Gauge, Served, crossed, regions, years

if TYPE_CHECKING:
    from core.opendata.hosts import Publisher

FORMS = ("A1", "A 2", "it's", "A45 and more", "B")
PLACES = ("NL01", "PV20", "GM0034", "GM0363", "GM9801", "GM9802", "GM9803", "WK003401")
PERIODS = ("2021JJ00", "2022HJ01", "2022JJ00", "2023JJ00")
GAUGES = {
    "Jongeren_1": Gauge("Jongeren"),
    "Naam_2": Gauge("Naam", text=True),
    "Deel_3": Gauge("Deel"),
}
PATIENT = Limits(attempts=4, pause_seconds=0.001, longest_pause_seconds=0.002)
DATA = ("/TypedDataSet", "/Observations")
PASSING = (
    faults.status(503),
    faults.status(500),
    faults.cut_off,
    faults.cut_silently,
    faults.reset,
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve([]) as serving:
        yield serving


def keys_of(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.lists(st.sampled_from(values), min_size=1, unique=True)
    return chosen.map(lambda keys: tuple(key for key in values if key in keys))


@st.composite
def tables(draw: st.DrawFn) -> Served:
    """Draw a table: some keys of each dimension, padded to some width, with some rows missing."""
    width = draw(st.sampled_from([0, 9, 10]))
    axes = {
        "Vorm": Axis({key: key for key in draw(keys_of(FORMS))}, width=width),
        "RegioS": regions(*draw(keys_of(PLACES)), width=width),
        "Perioden": years(*draw(keys_of(PERIODS))),
    }
    rows = crossed(axes, GAUGES, nothing=draw(st.integers(2, 9)))
    kept = draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    publisher: Publisher = draw(st.sampled_from(["statline", "third_party", "datasets"]))
    chosen = [row for row, keep in zip(rows, kept, strict=True) if keep]
    return Served("85097NED", axes, GAUGES, chosen, publisher)


@st.composite
def questions(draw: st.DrawFn, table: Served) -> Question:
    """Draw a question that the table can answer, perhaps with nothing."""
    filters = []
    for name, axis in table.axes.items():
        keys = draw(st.lists(st.sampled_from(list(axis.titles)), unique=True, max_size=5))
        starts = draw(st.lists(st.sampled_from(["GM", "A", "2022"]), unique=True, max_size=1))
        contains = draw(st.lists(st.sampled_from(["JJ", "'", "5 a"]), unique=True, max_size=1))
        if keys or starts or contains:
            filters.append(Filter(name, tuple(keys), tuple(starts), tuple(contains)))
    names = draw(st.lists(st.sampled_from(["Jongeren", "Naam_2", "Deel_3"]), unique=True))
    asked = OpenTable(table.id, table.publisher)
    return Question(asked, tuple(names), tuple(filters), draw(st.booleans()))


Figures = dict[tuple[str, ...], Any]


def asked_of(table: Served, question: Question) -> Figures:
    """Say naively what must come: every published figure that is asked for."""
    names = [
        name
        for name in GAUGES
        if not question.measures or {name, name.rpartition("_")[0]} & set(question.measures)
    ]
    rows = [
        row for row in table.rows if all(one.admits(row[one.dimension]) for one in question.filters)
    ]
    return {
        (*(row[axis] for axis in table.axes), name): _plain(row[name])
        for row in rows
        for name in names
        if row[name] is not None
    }


def came(server: Server, question: Question) -> Figures:
    """Fetch into an empty folder, and give every published figure."""
    with (
        TemporaryDirectory() as folder,
        open_client(server.hosts, Path(folder), None, PATIENT) as c,
    ):
        rows = figures(fetch(c, question)).to_dict("records")
    found: Figures = {}
    for row in rows:
        *where, value, text = row.values()
        told = text if isinstance(text, str) else value
        if told == told:  # noqa: PLR0124 - a missing number is the only one that differs from itself
            assert tuple(where) not in found
            found[tuple(where)] = told
    return found


def _plain(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


@given(st.data())
def test_pages_padding_and_parts_change_nothing(server: Server, data: st.DataObject) -> None:
    table = data.draw(tables())
    question = data.draw(questions(table))
    server.asked.clear()
    server.publish(table)
    server.page_rows = data.draw(st.sampled_from([1, 2, 3, 7, 1000]))
    server.most_rows = data.draw(st.sampled_from([0, 1, 5, 20]))
    fault = Fault(data.draw(st.sampled_from(DATA)), data.draw(st.sampled_from(PASSING)), 3)
    server.faults[:] = [fault]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(v3, "PAGE_ROWS", data.draw(st.sampled_from([2, 10, 10_000])))
        patch.setattr(paging, "LONGEST_QUERY", data.draw(st.sampled_from([500, 600, 1_800])))
        assert came(server, question) == asked_of(table, question)


@given(st.data())
def test_a_page_that_is_changed_on_its_way_never_gives_fewer_rows(
    server: Server, data: st.DataObject
) -> None:
    table = data.draw(tables())
    question = Question(OpenTable(table.id, table.publisher))
    server.asked.clear()
    server.publish(table)
    server.page_rows, server.most_rows = data.draw(st.sampled_from([1, 2, 7, 1000])), 0
    changes = [page(faults.lose_a_row), page(faults.repeat_a_row), page(faults.forget_the_rest)]
    skipped = data.draw(
        st.sampled_from(["skip=1", "skip=2", "skip=7", "TypedData", "Observations"])
    )
    server.faults[:] = [Fault(skipped, data.draw(st.sampled_from(changes)), 1)]
    try:
        found = came(server, question)
    except SourceNotUsable as error:
        assert error.reason in {"incomplete", "repeated"}  # noqa: PT017 - or nothing was lost at all
    else:
        assert found == asked_of(table, question)


def test_a_long_table_is_read_period_by_period(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The host counts from the start for each page, so that one long list costs too much."""
    axes = {"RegioS": regions(*PLACES), "Perioden": years(*PERIODS)}
    server.publish(Served("85099NED", axes, GAUGES, crossed(axes, GAUGES)))
    server.page_rows, server.most_rows, server.faults[:] = 8, 0, []
    server.asked.clear()
    monkeypatch.setattr(v3, "PAGE_ROWS", 8)
    with open_client(server.hosts, tmp_path) as client:
        fetch(client, Question(OpenTable("85099NED")))
    assert all(server.requests(f"Perioden eq '{period}'") == 1 for period in PERIODS)
    assert server.requests("$skip") == 0


def test_a_question_that_cannot_be_divided_any_further_is_told(
    server: Server, tmp_path: Path
) -> None:
    axes = {"RegioS": regions("NL01")}
    table = Served("85099NED", axes, GAUGES, [*crossed(axes, GAUGES)] * 3)
    server.publish(replace(table, publisher="statline"))
    server.most_rows, server.faults[:] = 2, []
    with (
        open_client(server.hosts, tmp_path) as client,
        pytest.raises(SourceNotUsable) as error,
    ):
        fetch(client, Question(OpenTable("85099NED")))
    assert error.value.reason == "too_many"
