"""Recorded talks last, belong to one data set, and leave no trace once that is gone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.datasets import analysis_of, recorded_talks, take_talks
from core.errors import NotStored
from core.frames import collect
from core.storage.backing_up import backup, restore
from core.storage.catalogue import Store
from core.storage.deleting import delete_everything, delete_expired, delete_stored
from core.storage.stored import open_stored
from core.storage.talks import (
    FILE,
    Talk,
    add_talks,
    change_talk,
    list_talks,
    remove_talks,
    replace_list,
)
from core.storage.verifying import list_events, verify_log
from core.trajectories.rules import Rules
from tests.storage.stores import brought, delivery, elsewhere, reopened, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

PLANTED = "goudreinet88"
TALK = Talk(PLANTED, 19_000, "yes", "stop", "parents+school")


@pytest.fixture
def kept(store: Store, tmp_path: Path) -> str:
    """Store a delivery with a talk about a client that is named nowhere else."""
    identity = brought(store, delivery(tmp_path / "a.csv")).stored.id
    add_talks(store, identity, [TALK], "toets")
    return identity


def traces(store: Store) -> bool:
    """Say whether the planted pseudonym is left, in a table or in the bytes of any file."""
    files = [path.read_bytes() for path in store.places.home.rglob("*") if path.is_file()]
    return PLANTED in texts_of(store) + b"".join(files).decode("latin-1")


def test_a_talk_comes_back_as_it_was_recorded_with_who_and_when(store: Store, kept: str) -> None:
    (talk,) = list_talks(reopened(store), kept)
    assert replace(talk, number=0, recorded_at="", recorded_by="") == TALK
    assert (talk.number, talk.recorded_by, talk.recorded_at[:2]) == (1, "toets", "20")


def test_a_talk_is_corrected_in_its_place_and_removed(store: Store, kept: str) -> None:
    (talk,) = list_talks(store, kept)
    change_talk(store, kept, replace(talk, conclusion="same"), "ander")
    (changed,) = list_talks(store, kept)
    assert (changed.number, changed.conclusion, changed.recorded_by) == (1, "same", "ander")
    remove_talks(store, kept, [1], "toets")
    assert list_talks(store, kept) == ()


def test_a_list_replaces_the_list_before_it_and_not_what_was_filled_in(
    store: Store, kept: str
) -> None:
    replace_list(store, kept, [Talk("b", 1), Talk("c", 2)], "toets")
    replace_list(store, kept, [Talk("d", 3)], "toets")
    told = [(talk.client_id, talk.source) for talk in list_talks(store, kept)]
    assert told == [(PLANTED, "form"), ("d", FILE)]


def test_talks_of_another_data_set_stay_as_they_are(
    store: Store, kept: str, tmp_path: Path
) -> None:
    other = brought(store, delivery(tmp_path / "b.csv", seed="b")).stored.id
    add_talks(store, other, [Talk("b", 1)], "toets")
    remove_talks(store, kept, [1, 2], "toets")
    assert [talk.client_id for talk in list_talks(store, other)] == ["b"]
    delete_stored(store, kept, "toets")
    assert [talk.client_id for talk in list_talks(store, other)] == ["b"]


def test_a_next_delivery_knows_the_talks_until_the_last_one_is_gone(
    store: Store, kept: str, tmp_path: Path
) -> None:
    later = brought(store, delivery(tmp_path / "b.csv", seed="b"), after=kept).stored.id
    delete_stored(store, kept, "toets")
    assert [talk.client_id for talk in list_talks(store, later)] == [PLANTED]
    delete_stored(store, later, "toets")
    assert not traces(store)


@pytest.mark.parametrize("way", ["deleted", "expired", "wiped", "removed", "corrected"])
def test_no_trace_of_a_client_is_left_in_whichever_way_it_goes(
    way: str, store: Store, kept: str
) -> None:
    assert traces(store)
    ways: dict[str, Callable[[], object]] = {
        "deleted": lambda: delete_stored(store, kept, "toets"),
        "expired": lambda: delete_expired(store, date(2100, 1, 1), "toets"),
        "wiped": lambda: delete_everything(store, "toets"),
        "removed": lambda: remove_talks(store, kept, [1], "toets"),
        "corrected": lambda: change_talk(store, kept, Talk("other", 1, number=1), "toets"),
    }
    ways[way]()
    assert not traces(store)


def test_what_is_gone_takes_no_talks(store: Store, kept: str) -> None:
    delete_stored(store, kept, "toets")
    with pytest.raises(NotStored):
        add_talks(store, kept, [TALK], "toets")
    with pytest.raises(NotStored):
        list_talks(store, kept)


def test_the_log_tells_that_and_by_whom_but_never_about_whom(store: Store, kept: str) -> None:
    remove_talks(store, kept, [1], "toets")
    actions = [(line.action, line.details) for line in list_events(store, 9)]
    assert ("record", '{"rows":1}') in actions
    assert ("withdraw", '{"rows":1}') in actions
    assert PLANTED not in texts_of(store, ["events"])
    assert verify_log(store).problem == ""


def test_talks_are_in_a_backup_and_come_back(store: Store, kept: str, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy")
    there = elsewhere(store, tmp_path / "there")
    restore(tmp_path / "copy", there, "toets")
    assert list_talks(there, kept) == list_talks(store, kept)


def test_recorded_talks_judge_a_data_set_that_is_opened(store: Store, kept: str) -> None:
    data_set = open_stored(store, kept)
    assert [row["client_id"] for row in recorded_talks(data_set)] == [PLANTED]
    analysis = analysis_of(data_set, Rules(), lambda *_: None)
    assert analysis.has_evaluations
    assert analysis.evaluations is not None
    assert collect(analysis.evaluations)["client_id"].tolist() == [PLANTED]


def test_an_analysis_is_judged_anew_when_talks_change(store: Store, tmp_path: Path) -> None:
    data_set = open_stored(store, brought(store, delivery(tmp_path / "a.csv")).stored.id)
    before = analysis_of(data_set, Rules(), lambda *_: None)
    assert (before.has_evaluations, before.revision) == (False, 0)
    take_talks(data_set, [TALK.as_row()])
    after = analysis_of(data_set, Rules(), lambda *_: None)
    assert (after.has_evaluations, after.revision) == (True, 1)
    assert "unknown" not in set(collect(after.triggers)["status"])
    take_talks(data_set, [])
    again = analysis_of(data_set, Rules(), lambda *_: None)
    assert (again.has_evaluations, again.evaluations, again.revision) == (False, None, 2)
