from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from core.errors import SourceNotUsable
from core.opendata.client import (
    Client,
    Filter,
    OpenTable,
    Progress,
    Question,
    describe,
    dimension,
    fetch,
    figures,
    list_tables,
    measures,
    open_client,
    rows,
    table_info,
    widened,
)
from core.opendata.hosts import Publisher
from tests.opendata.faults import lose_a_row, page
from tests.opendata.server import Fault, Server, serve
from tests.opendata.tables import Axis, Gauge, Served, crossed, regions, years

AXES = {
    "VormenVanJeugdzorg": Axis({"A045561": "JZ Totaal jeugdzorg", "A045560": "JH 1"}, width=9),
    "RegioS": regions("NL01", "GM0363", "GM9801"),
    "Perioden": years("2022JJ00", "2023JJ00", "2023HJ01"),
}
GAUGES = {
    "JongerenMetJeugdzorg_1": Gauge("Jongeren met jeugdzorg", heading="Jongeren"),
    "Naam_2": Gauge("Naam", "", text=True),
}
TABLE = Served("85099NED", AXES, GAUGES, crossed(AXES, GAUGES))
BOTH: tuple[Publisher, ...] = ("statline", "datasets")
COUNTRY = Filter("RegioS", keys=("NL01",))


@pytest.fixture
def server() -> Iterator[Server]:
    tables = [TABLE, *(replace(TABLE, publisher=one) for one in ("third_party", "datasets"))]
    with serve(tables, page_rows=5) as serving:
        yield serving


@pytest.fixture
def client(server: Server, tmp_path: Path) -> Iterator[Client]:
    with open_client(server.hosts, tmp_path) as opened:
        yield opened


def of(publisher: Publisher) -> OpenTable:
    return OpenTable("85099NED", publisher)


@pytest.mark.parametrize("publisher", [*BOTH, "third_party"])
def test_a_table_tells_its_title_and_when_it_changed(client: Client, publisher: Publisher) -> None:
    info = table_info(client, of(publisher))
    assert (info.title, info.modified) == ("Jongeren met jeugdzorg", "2026-04-30T02:00:00")
    assert info.figures == (31 if publisher == "datasets" else -1)


@pytest.mark.parametrize("publisher", [*BOTH, "third_party"])
def test_a_table_can_be_found_by_its_title(client: Client, publisher: Publisher) -> None:
    [found] = list_tables(client, publisher)
    assert (found.id, found.title) == ("85099NED", "Jongeren met jeugdzorg")


@pytest.mark.parametrize("publisher", BOTH)
def test_keys_lose_their_padding_and_periods_have_a_status(
    client: Client, publisher: Publisher
) -> None:
    described = describe(client, of(publisher))
    assert dimension(described, "VormenVanJeugdzorg")["key"].tolist() == ["A045561", "A045560"]
    assert dimension(described, "RegioS")["key"].tolist() == ["NL01", "GM0363", "GM9801"]
    assert set(dimension(described, "Perioden")["status"]) == {"Definitief"}
    with pytest.raises(SourceNotUsable):
        dimension(described, "Leeftijd")


@pytest.mark.parametrize("publisher", BOTH)
def test_measures_tell_their_unit_and_the_heading_above_them(
    client: Client, publisher: Publisher
) -> None:
    found = measures(describe(client, of(publisher)))
    assert found["key"].tolist() == list(GAUGES)
    assert found["name"].tolist() == ["JongerenMetJeugdzorg", "Naam"]
    assert found["group"].tolist() == ["Jongeren", ""]
    assert found["number"].tolist() == [True, False]


@pytest.mark.parametrize("publisher", BOTH)
def test_both_protocols_give_the_same_figures(client: Client, publisher: Publisher) -> None:
    kept = fetch(client, Question(of(publisher), published_only=True))
    wide = widened(figures(kept))
    served = pd.DataFrame(TABLE.rows).set_index(list(AXES))
    served["Naam_2"] = served["Naam_2"].str.strip()
    found = wide.set_index(list(AXES))
    for name in GAUGES:
        expected = served[name].dropna().to_dict()
        assert found[name].dropna().to_dict() == expected


@pytest.mark.parametrize("publisher", BOTH)
def test_a_question_may_ask_for_some_measures_keys_and_beginnings(
    client: Client, server: Server, publisher: Publisher
) -> None:
    asked = Question(
        of(publisher),
        ("JongerenMetJeugdzorg",),
        (Filter("RegioS", keys=("NL01",), starts=("GM98",)), Filter("Perioden", contains=("JJ",))),
    )
    found = figures(fetch(client, asked))
    assert set(found["RegioS"]) == {"NL01", "GM9801"}
    assert set(found["Perioden"]) == {"2022JJ00", "2023JJ00"}
    assert set(found["measure"]) == {"JongerenMetJeugdzorg_1"}
    if publisher == "statline":
        assert server.requests("RegioS eq 'NL01  '")


def test_what_is_not_published_stays_unknown(client: Client) -> None:
    found = figures(fetch(client, Question(of("statline"))))
    assert len(found) == len(TABLE.rows) * len(GAUGES)
    unknown = sum(row[name] is None for row in TABLE.rows for name in GAUGES)
    assert (found["value"].isna() & found["text"].isna()).sum() == unknown > 0
    assert not (found["value"] == 0).any()
    published = figures(fetch(client, Question(of("statline"), published_only=True)))
    assert not (published["value"].isna() & published["text"].isna()).any()


def test_one_measure_that_is_published_is_asked_of_the_host(client: Client, server: Server) -> None:
    fetch(client, Question(of("statline"), ("JongerenMetJeugdzorg",), published_only=True))
    assert server.requests("JongerenMetJeugdzorg_1 ne null")


@pytest.mark.parametrize("publisher", BOTH)
def test_a_table_that_did_not_change_is_not_fetched_again(
    client: Client, server: Server, publisher: Publisher
) -> None:
    first = fetch(client, Question(of(publisher)))
    asked = len(server.asked)
    assert fetch(client, Question(of(publisher))) == first
    assert len(server.asked) == asked + 1
    assert server.asked[-1].partition("?")[0].endswith(("/TableInfos", "/Properties"))


@pytest.mark.parametrize("publisher", BOTH)
def test_a_new_version_is_fetched_and_takes_the_place_of_the_old(
    client: Client, server: Server, publisher: Publisher
) -> None:
    old = fetch(client, Question(of(publisher)))
    fresh = replace(TABLE, publisher=publisher, rows=TABLE.rows[:6], modified="2026-10-31T02:00:00")
    server.publish(fresh)
    new = fetch(client, Question(of(publisher)))
    assert new.path == old.path
    assert new.modified == "2026-10-31T02:00:00"
    assert figures(new)["Perioden"].nunique() == 3
    assert set(figures(new)["VormenVanJeugdzorg"]) == {"A045561"}


def test_a_damaged_file_in_the_cache_is_fetched_again(client: Client) -> None:
    kept = fetch(client, Question(of("statline")))
    kept.path.write_bytes(b"PAR1 and then nothing")
    description = kept.path.with_name("description.json")
    description.write_text("{")
    again = fetch(client, Question(of("statline")))
    assert len(figures(again)) == len(TABLE.rows) * len(GAUGES)


def test_rows_come_batch_by_batch(client: Client) -> None:
    kept = fetch(client, Question(of("statline")))
    batches = list(rows(kept))
    assert sum(batch.num_rows for batch in batches) == len(figures(kept))
    assert {name for batch in batches for name in batch.schema.names} >= {*AXES, "value"}


def test_progress_is_told_page_by_page(server: Server, tmp_path: Path) -> None:
    told: list[Progress] = []
    with open_client(server.hosts, tmp_path, told.append) as client:
        fetch(client, Question(of("statline"), filters=(COUNTRY,)))
    assert told == [Progress("85099NED", 5, 6), Progress("85099NED", 6, 6)]


def test_whoever_stops_halfway_leaves_nothing_behind(server: Server, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done > 5:
            raise KeyboardInterrupt

    with open_client(server.hosts, tmp_path, stop) as client, pytest.raises(KeyboardInterrupt):
        fetch(client, Question(of("statline")))
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["description.json"]


def test_a_table_that_changes_while_it_is_read_is_refused(
    client: Client, server: Server, tmp_path: Path
) -> None:
    describe(client, of("statline"))
    changed = replace(TABLE, modified="2026-10-31T02:00:00")

    def publish(progress: Progress) -> None:
        if progress.done > 5:
            server.publish(changed)

    with open_client(server.hosts, tmp_path, publish) as watching:
        with pytest.raises(SourceNotUsable) as error:
            fetch(watching, Question(of("statline")))
        assert error.value.reason == "changed"
        assert fetch(watching, Question(of("statline"))).modified == changed.modified


def test_a_failed_fetch_leaves_the_old_figures(client: Client, server: Server) -> None:
    old = fetch(client, Question(of("statline")))
    before = old.path.read_bytes()
    server.publish(replace(TABLE, modified="2026-10-31T02:00:00"))
    server.faults.append(Fault("TypedDataSet?", page(lose_a_row)))
    with pytest.raises(SourceNotUsable):
        fetch(client, Question(of("statline")))
    assert old.path.read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (Question(of("statline"), ("Jongens",)), "no_measure"),
        (Question(of("statline"), filters=(Filter("Leeftijd", ("1",)),)), "no_dimension"),
        (Question(of("statline"), filters=(Filter("RegioS", ("GM0014",)),)), "no_key"),
        (Question(of("statline"), filters=(Filter("RegioS"),)), "no_key"),
        (Question(OpenTable("99999NED")), "not_found"),
        (Question(OpenTable("../secret")), "not_found"),
    ],
)
def test_what_a_table_does_not_have_is_named(client: Client, asked: Question, reason: str) -> None:
    with pytest.raises(SourceNotUsable) as error:
        fetch(client, asked)
    assert error.value.reason == reason
