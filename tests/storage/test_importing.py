"""What an import makes: a data set that is there once, opens as it was read, and has versions."""

import json
from pathlib import Path

import pytest

from core.datasets import analysis_of
from core.errors import NothingAccepted, NotReadable, NotStored
from core.frames import collect, kept
from core.opening import Supplements, open_files
from core.reading.choices import ReadingChoices
from core.storage.catalogue import Store
from core.storage.durable import remove_folder
from core.storage.importing import ImportRequest, id_of, import_files
from core.storage.records import list_stored, list_versions
from core.storage.stored import open_stored
from core.trajectories.rules import Rules
from tests.storage.stores import brought, check_whole, delivery, digests, request_of

EXAMPLE = Path(__file__).parents[1] / "golden" / "example"


def test_what_was_read_opens_again_with_the_same_lines_and_findings(
    store: Store, tmp_path: Path
) -> None:
    names, talks = tmp_path / "names.csv", tmp_path / "talks.csv"
    names.write_text("kind,code,name\nprovider,aanbieder1,De Eik\n", encoding="utf-8")
    talks.write_text("client_id,date\nkind1,2024-05-01\n", encoding="utf-8")
    supplements = Supplements(names, talks)
    file = delivery(tmp_path / "maart.csv")
    request = ImportRequest((file,), "Maart", ReadingChoices(), supplements, "toets")
    outcome = import_files(store, request, lambda *_: None)
    opened = open_stored(store, outcome.stored.id)
    direct = open_files([file], "Maart", ReadingChoices(), supplements, lambda *_: None)
    assert opened.title == "Maart"
    assert opened.names == direct.names == {("provider", "aanbieder1"): "De Eik"}
    assert opened.has_evaluations
    assert opened.delivery.ledger == direct.delivery.ledger
    for table in ("declarations", "evaluations"):
        one, other = (
            collect(kept(data_set.workspace, table)).sort_values(["client_id"], kind="stable")
            for data_set in (opened, direct)
        )
        assert sorted(map(repr, one.to_dict("records"))) == sorted(
            map(repr, other.to_dict("records"))
        )
    assert analysis_of(opened, Rules(), lambda *_: None)


def test_lines_that_were_set_aside_open_again_with_their_rule(store: Store, tmp_path: Path) -> None:
    file = delivery(tmp_path / "a.csv")
    with file.open("a", encoding="utf-8") as lines:
        lines.write("kind9;Dagbehandeling;gisteren;31-01-2024;5,00;aanbieder1\n")
    opened = open_stored(store, brought(store, file).stored.id)
    aside = collect(kept(opened.workspace, "set_aside").select("row", "rule"))
    assert aside.to_dict("records") == [{"row": 21, "rule": "unreadable_date"}]
    rejected = collect(kept(opened.workspace, "rejected"))
    assert rejected.to_dict("records") == [{"file": "a.csv", "row": 21, "rule": "unreadable_date"}]
    assert collect(kept(opened.workspace, "allocations")).empty


def test_the_same_files_again_add_nothing(store: Store, tmp_path: Path) -> None:
    first = brought(store, delivery(tmp_path / "a.csv"))
    before = digests(store.places.data)
    again = brought(store, delivery(tmp_path / "other name.csv"))
    assert (first.is_new, again.is_new) == (True, False)
    assert again.stored == first.stored
    assert digests(store.places.data) == before
    assert len(check_whole(store)) == 1


def test_another_choice_or_another_byte_is_another_data_set(tmp_path: Path) -> None:
    file = delivery(tmp_path / "a.csv")
    plain = request_of(file)
    chosen = ImportRequest((file,), choices=ReadingChoices(cents=True))
    longer = delivery(tmp_path / "b.csv", lines=21)
    ids = {id_of(plain), id_of(chosen), id_of(request_of(longer)), id_of(request_of(file, longer))}
    assert len(ids) == 4
    assert id_of(request_of(file, longer)) == id_of(request_of(longer, file))
    assert all(len(one) == 16 for one in ids)


def test_a_choice_at_its_default_leaves_the_id_as_it_is(tmp_path: Path) -> None:
    """Else a new choice in a next version of the app would make every delivery a new one."""
    file = delivery(tmp_path / "a.csv")
    assert id_of(request_of(file)) == id_of(ImportRequest((file,), choices=ReadingChoices()))


def test_versions_of_a_delivery_stay_side_by_side(store: Store, tmp_path: Path) -> None:
    first = brought(store, delivery(tmp_path / "a.csv")).stored
    other = brought(store, delivery(tmp_path / "b.csv", seed="2")).stored
    second = brought(store, delivery(tmp_path / "c.csv", 30), after=first.id).stored
    third = brought(store, delivery(tmp_path / "d.csv", 40), after=second.id).stored
    assert [one.id for one in list_versions(store, first.series)] == [
        first.id,
        second.id,
        third.id,
    ]
    assert [one.version for one in (first, second, third, other)] == [1, 2, 3, 1]
    assert list_stored(store)[:3] == (third, second, first)
    assert len(check_whole(store)) == 4


def test_no_version_of_what_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotStored):
        brought(store, delivery(tmp_path / "a.csv"), after="0123456789abcdef")
    assert not check_whole(store)


def test_a_refused_file_leaves_nothing_but_a_line_in_the_log(store: Store, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("Pseudoniem;Hulpvorm;Begindatum;Einddatum\na;Ambulant;gisteren;\n")
    with pytest.raises(NothingAccepted):
        brought(store, bad)
    with pytest.raises(NotReadable):
        brought(store, tmp_path / "not there.csv")
    assert not check_whole(store)
    assert not [path for path in store.places.spill.iterdir() if path.is_dir()]


def test_an_import_that_is_stopped_leaves_nothing(store: Store, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(store, request_of(delivery(tmp_path / "a.csv")), stop)
    assert not check_whole(store)


def test_no_cell_is_kept_as_an_example(store: Store, tmp_path: Path) -> None:
    outcome = brought(store, delivery(tmp_path / "a.csv"))
    assert any(column.examples for one in outcome.delivery.mappings for column in one.columns)
    told = (store.places.data / outcome.stored.id / "delivery.json").read_text(encoding="utf-8")
    assert "kind1" not in told
    assert json.loads(told)["delivery"]["ledger"][0]["lines_read"] == 20


@pytest.mark.parametrize("identity", ["0123456789abcdef", "..", "../../etc", "", "voorbeeld"])
def test_what_was_never_here_says_so(identity: str, store: Store) -> None:
    with pytest.raises(NotStored) as problem:
        open_stored(store, identity)
    assert problem.value.reason == "never"


def test_a_folder_that_was_lost_comes_back_with_the_same_files(
    store: Store, tmp_path: Path
) -> None:
    first = brought(store, delivery(tmp_path / "a.csv"))
    remove_folder(store.places.data / first.stored.id)
    again = brought(store, delivery(tmp_path / "a.csv"))
    assert again.stored == first.stored
    assert again.is_new
    assert open_stored(store, first.stored.id).delivery.ledger == first.delivery.ledger
    assert check_whole(store) == (first.stored,)
