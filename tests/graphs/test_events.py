"""What other programs get: no pseudonym, a log after the standard, a network with its grounds."""

from io import BytesIO
from xml.etree import ElementTree as ET

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graphs.events import find_events, number_clients
from core.graphs.graphml import write_graphml
from core.graphs.markup import cleaned, quoted
from core.graphs.xes import NAMESPACE, write_xes
from core.trajectories.cohorts import find_observed
from tests.conftest import Opener, rows_of
from tests.trajectories.observing import EDGE, chained

X = f"{{{NAMESPACE}}}"

COURSES = f"""client_id  care_form  start  last
    {EDGE}
    secret-a  light   2022-03-01  2022-03-31
    secret-a  medium  2022-04-01  2022-04-01
    secret-b  heavy   2022-02-01  -
    secret-a  heavy   2024-01-01  2024-02-29
"""


def events_of(engine: Opener) -> pd.DataFrame:
    frame = find_events(find_observed(chained(engine, COURSES)))
    columns = frame.collect_schema().names()
    return number_clients(pd.DataFrame(rows_of(frame, columns, ["trajectory_id"])))


def log_of(events: pd.DataFrame) -> ET.Element:
    return ET.fromstring(write_xes(events, {"title": "A < B & 'C'"}))  # noqa: S314 - our own


def test_pseudonyms_become_running_numbers_by_first_start(engine: Opener) -> None:
    """Client b began first and is 1; the two chains of a are 2 and 3, both of client 2."""
    events = events_of(engine)
    found = list(zip(events["client"], events["chain"], events["care_form"], strict=True))
    assert found == [(1, 1, "heavy"), (2, 2, "light"), (2, 2, "medium"), (2, 3, "heavy")]
    assert not {"client_id", "trajectory_id"} & set(events.columns)
    assert "secret" not in events.to_csv() + write_xes(events, {}).decode()
    assert events["clients"].tolist() == [1] * 4


def test_a_log_has_its_parts_in_the_order_of_the_standard(engine: Opener) -> None:
    log = log_of(events_of(engine))
    assert (log.tag, float(log.attrib["xes.version"])) == (f"{X}log", 1849.2016)
    tags = [part.tag.removeprefix(X) for part in log]
    order = ["extension", "global", "classifier", "string", "trace"]
    assert tags == sorted(tags, key=order.index)
    assert {part.attrib["scope"] for part in log.iter(f"{X}global")} == {"trace", "event"}
    extensions = {part.attrib["prefix"]: part.attrib["uri"] for part in log.iter(f"{X}extension")}
    assert list(extensions) == ["concept", "time", "lifecycle", "org", "cost"]
    assert all(uri == f"{NAMESPACE}{prefix}.xesext" for prefix, uri in extensions.items())


def test_every_attribute_is_declared_and_every_event_has_what_is_global(engine: Opener) -> None:
    log = log_of(events_of(engine))
    prefixes = {part.attrib["prefix"] for part in log.iter(f"{X}extension")}
    globals_ = {
        part.attrib["scope"]: {inside.attrib["key"] for inside in part}
        for part in log.iter(f"{X}global")
    }
    for scope in ("trace", "event"):
        for element in log.iter(f"{X}{scope}"):
            keys = [inside.attrib["key"] for inside in element if "key" in inside.attrib]
            assert globals_[scope] <= set(keys)
            assert len(keys) == len(set(keys))
            assert {key.split(":")[0] for key in keys if ":" in key} <= prefixes
    classified = {key for part in log.iter(f"{X}classifier") for key in part.attrib["keys"].split()}
    assert classified <= globals_["event"]


def test_a_trajectory_starts_and_completes_unless_it_runs(engine: Opener) -> None:
    events = [
        (read(event, "concept:name"), read(event, "lifecycle:transition"), moment(event))
        for event in log_of(events_of(engine)).iter(f"{X}event")
    ]
    assert events == [
        ("heavy", "start", "2022-02-01T00:00:00+00:00"),
        ("light", "start", "2022-03-01T00:00:00+00:00"),
        ("light", "complete", "2022-03-31T23:59:59+00:00"),
        ("medium", "start", "2022-04-01T00:00:00+00:00"),
        ("medium", "complete", "2022-04-01T23:59:59+00:00"),
        ("heavy", "start", "2024-01-01T00:00:00+00:00"),
        ("heavy", "complete", "2024-02-29T23:59:59+00:00"),
    ]


def test_an_amount_is_told_once(engine: Opener) -> None:
    log = log_of(events_of(engine))
    costs = [read(event, "cost:total") for event in log.iter(f"{X}event")]
    assert costs == [None, None, "1.00", None, "1.00", None, "1.00"]


@given(st.text())
def test_any_text_survives_as_far_as_xml_can_hold_it(words: str) -> None:
    read_back = ET.fromstring(f"<a b={quoted(words)}/>")  # noqa: S314 - our own
    assert read_back.attrib["b"] == cleaned(words)


@given(st.text(min_size=1), st.text())
def test_a_network_is_read_back_as_it_was(place: str, line: str) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge(place, "other place", transitions=15, share=0.25)
    graph.add_edge("other place", "other place", transitions=10)
    written = write_graphml(graph, {"other place": "Elders"}, {"provenance": line})
    found = nx.read_graphml(BytesIO(written))
    assert found.is_directed()
    names = nx.get_node_attributes(found, "label")
    said = [(names[a], names[b], arc) for a, b, arc in found.edges(data=True)]
    plain = cleaned(place).replace("\r\n", "\n").replace("\r", "\n")
    assert sorted(map(str, said)) == sorted(
        map(
            str,
            [
                (plain, "Elders", {"transitions": 15, "share": 0.25}),
                ("Elders", "Elders", {"transitions": 10}),
            ],
        )
    )


def read(event: ET.Element, key: str) -> str | None:
    return next((part.attrib["value"] for part in event if part.attrib["key"] == key), None)


def moment(event: ET.Element) -> str | None:
    return read(event, "time:timestamp")


@pytest.mark.parametrize("key", ["kind", "step", "status"])
def test_own_attributes_need_no_extension(engine: Opener, key: str) -> None:
    events = list(log_of(events_of(engine)).iter(f"{X}event"))
    assert all(read(event, key) for event in events)
