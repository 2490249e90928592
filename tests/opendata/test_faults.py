"""Whatever goes wrong between a publisher and us: all rows come, or one error is told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import DataError, SourceNotReached, SourceNotUsable
from core.opendata.client import (
    Client,
    Limits,
    OpenTable,
    Question,
    fetch,
    figures,
    open_client,
    widened,
)
from core.opendata.hosts import Publisher
from core.text.errors import explain
from tests.opendata import faults
from tests.opendata.faults import Change, page
from tests.opendata.server import Fault, Server, serve
from tests.opendata.tables import Gauge, Served, crossed, regions, years

AXES = {"RegioS": regions("NL01", "GM0363", "GM9801", "GM9802"), "Perioden": years("2022JJ00")}
GAUGES = {"Jongeren_1": Gauge("Jongeren"), "Trajecten_2": Gauge("Trajecten")}
TABLE = Served("85099NED", AXES, GAUGES, crossed(AXES, GAUGES))
LIMITS = Limits(
    connect_seconds=2,
    silent_seconds=0.3,
    answer_seconds=0.4,
    attempts=3,
    pause_seconds=0.001,
    longest_pause_seconds=0.01,
    most_bytes=1 << 20,
)
ROWS = {"statline": "/TypedDataSet?", "datasets": "/Observations?"}

PASSING: dict[str, Change] = {
    "busy": faults.status(503),
    "too many requests": faults.status(429, Retry_After="86400"),
    "a pause that makes no sense": faults.status(503, Retry_After="soon"),
    "bad gateway": faults.status(502),
    "fails": faults.status(500),
    "hangs up": faults.reset,
    "cut off": faults.cut_off,
    "cut off in pieces": faults.cut_chunked,
    "half of the text": faults.cut_silently,
    "slow": faults.slow(0.5),
    "dripping": faults.dripping(0.01),
    "not a number": faults.body(b'{"value": [{"ID": NaN}]}'),
    "too deep": faults.body(b'{"value": ' + b"[" * 200_000),
}
"""Faults that may be over the next time, and with which reason they end when they are not."""

REASONS = {
    "busy": "busy",
    "too many requests": "busy",
    "a pause that makes no sense": "busy",
    "bad gateway": "busy",
    "fails": "failed",
    "hangs up": "no_connection",
    "slow": "timeout",
    "dripping": "timeout",
}

LASTING: dict[str, tuple[Change, str]] = {
    "gone": (faults.status(404), "not_found"),
    "forbidden": (faults.status(403), "refused"),
    "sent on elsewhere": (faults.sent_on(faults.ELSEWHERE), "moved"),
    "sent on in circles": (faults.sent_on(""), "moved"),
    "sent on to plain http": (faults.sent_on("http://example.org/x"), "moved"),
    "a web page": (faults.web_page, "not_open_data"),
    "Atom": (faults.called("application/atom+xml"), "not_open_data"),
    "a bomb": (faults.bomb(64), "too_large"),
    "a list": (faults.body(b"[]"), "wrong_shape"),
    "no rows": (faults.body(b"{}"), "wrong_shape"),
    "rows that are no rows": (faults.body(b'{"value": [1, 2]}'), "wrong_shape"),
    "rows without a number": (faults.body(b'{"value": [{"RegioS": "GM0363"}]}'), "wrong_shape"),
    "a row too few": (page(faults.lose_a_row), "incomplete"),
    "a row twice": (page(faults.repeat_a_row), "repeated"),
    "a figure twice": (page(faults.repeat_a_figure), "repeated"),
    "words for numbers": (page(faults.write_words), "wrong_shape"),
    "goes on elsewhere": (page(faults.go_on_at(faults.ELSEWHERE)), "moved"),
    "goes on at a number": (
        page(lambda content: content.update({"odata.nextLink": 3})),
        "wrong_shape",
    ),
}
"""Faults that stay, and the reason that is told."""


@contextmanager
def opened(folder: Path, publisher: Publisher) -> Iterator[tuple[Server, Client, Question]]:
    """Publish the table, and open a client with little patience."""
    with (
        serve([replace(TABLE, publisher=publisher)], page_rows=3) as server,
        open_client(server.hosts, folder, limits=LIMITS) as client,
    ):
        yield server, client, Question(OpenTable("85099NED", publisher), ("Jongeren", "Trajecten"))


def values_in(client: Client, question: Question) -> dict[tuple[str, str], float]:
    """Fetch, and give what is published by region and measure."""
    found = figures(fetch(client, question)).dropna(subset="value")
    rows = found.to_dict("records")
    return {(str(row["RegioS"]), str(row["measure"])): row["value"] for row in rows}


SERVED = {
    (row["RegioS"], name): row[name]
    for row in TABLE.rows
    for name in GAUGES
    if row[name] is not None
}


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_costs_no_rows(tmp_path: Path, name: str, publisher: Publisher) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault(ROWS[publisher], PASSING[name], times=2))
        assert values_in(client, question) == SERVED


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_should_have_passed_is_told_and_leaves_nothing(
    tmp_path: Path, name: str, publisher: Publisher
) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault(ROWS[publisher], PASSING[name]))
        with pytest.raises(SourceNotReached) as error:
            fetch(client, question)
    assert error.value.reason == REASONS.get(name, "cut_off")
    assert explain(error.value).startswith("127.0.0.1 ")
    assert not list(tmp_path.rglob("*.parquet")) + list(tmp_path.rglob(".part-*"))


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
@pytest.mark.parametrize("name", LASTING)
def test_a_fault_that_lasts_is_told_and_leaves_nothing(
    tmp_path: Path, name: str, publisher: Publisher
) -> None:
    change, reason = LASTING[name]
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault(ROWS[publisher], change))
        with pytest.raises(SourceNotUsable) as error:
            fetch(client, question)
    assert error.value.reason == reason
    assert explain(error.value).startswith("Bron 85099NED: ")
    assert not list(tmp_path.rglob("*.parquet")) + list(tmp_path.rglob(".part-*"))


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
@pytest.mark.parametrize("part", ["TableInfos", "Properties", "Perioden", "RegioS", "Measure"])
@pytest.mark.parametrize("name", ["a web page", "a list", "gone", "a bomb"])
def test_what_a_table_says_about_itself_is_read_with_the_same_care(
    tmp_path: Path, name: str, part: str, publisher: Publisher
) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault(part, LASTING[name][0]))
        with suppress(DataError):
            assert values_in(client, question) == SERVED
            assert not server.requests(part)


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
def test_a_host_that_forgets_to_say_where_it_goes_on_is_found_out(
    tmp_path: Path, publisher: Publisher
) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault(ROWS[publisher], page(faults.forget_the_rest)))
        with pytest.raises(SourceNotUsable) as error:
            fetch(client, question)
    assert error.value.reason == "incomplete"


def test_a_host_that_goes_round_in_circles_is_found_out(tmp_path: Path) -> None:
    with opened(tmp_path, "statline") as (server, client, question):
        here = f"{server.hosts.statline}/ODataFeed/odata/85099NED/TypedDataSet?$format=json&a=1"
        server.faults.append(Fault("/TypedDataSet?", page(faults.go_on_at(here))))
        with pytest.raises(SourceNotUsable) as error:
            fetch(client, question)
    assert error.value.reason == "repeated"


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
@pytest.mark.parametrize("name", ["packed", "in_chunks", "marked", "written_as_texts"])
def test_packed_and_in_pieces_are_no_faults(
    tmp_path: Path, name: str, publisher: Publisher
) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault("", getattr(faults, name)))
        assert values_in(client, question) == SERVED


def test_a_row_without_what_is_measured_is_told(tmp_path: Path) -> None:
    with opened(tmp_path, "statline") as (server, client, question):
        server.faults.append(Fault(ROWS["statline"], page(faults.forget_a_measure)))
        with pytest.raises(SourceNotUsable) as error:
            fetch(client, question)
    assert error.value.reason == "no_measure"


def test_being_sent_on_within_a_host_is_no_fault(tmp_path: Path) -> None:
    with opened(tmp_path, "statline") as (server, client, question):
        address = f"{server.hosts.statline}/ODataFeed/odata/85099NED/TableInfos?$format=json&x=1"
        server.faults.append(Fault("TableInfos?$format=json", faults.sent_on(address), times=1))
        assert values_in(client, question) == SERVED


@pytest.mark.parametrize("publisher", ["statline", "datasets"])
def test_a_host_that_counts_nothing_gives_figures_that_are_not_counted(
    tmp_path: Path, publisher: Publisher
) -> None:
    with opened(tmp_path, publisher) as (server, client, question):
        server.faults.append(Fault("$count", faults.status(404)))
        kept = fetch(client, replace(question, measures=()))
    assert kept.counted is (publisher == "datasets")  # v4 also says it in the properties
    assert len(widened(figures(kept))) == len(TABLE.rows)


def test_no_host_at_all_is_told_at_once(tmp_path: Path) -> None:
    with serve([TABLE]) as server:
        hosts = server.hosts
    with (
        open_client(hosts, tmp_path, limits=LIMITS) as client,
        pytest.raises(SourceNotReached) as error,
    ):
        fetch(client, Question(OpenTable("85099NED")))
    assert error.value.reason == "no_connection"
