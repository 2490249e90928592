"""Where things are kept: as it is set, or by default; and troubles told without secrets."""

import getpass
from pathlib import Path

import pytest

from core.errors import StoreTrouble
from core.storage.catalogue import connect_to
from core.storage.migrating import open_store
from core.storage.places import RETENTION_DAYS, current_actor, places_of
from core.text.errors import explain
from core.text.storage import TROUBLES
from tests.storage.stores import places_in


def test_without_settings_all_is_in_the_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    places = places_of({"XDG_DATA_HOME": "/x"})
    assert places.home == Path("/x/trajectzicht")
    assert places.database == f"sqlite:///{places.home / 'catalogue.db'}"
    assert places.retention_days == RETENTION_DAYS == 7 * 365 + 2


def test_settings_say_otherwise() -> None:
    given = {
        "TRAJECTZICHT_HOME": "/elders",
        "TRAJECTZICHT_DATABASE": "postgresql://server/naam",
        "TRAJECTZICHT_RETENTION_DAYS": "365",
        "TRAJECTZICHT_MEMORY": "4GB",
    }
    places = places_of(given)
    assert (places.home, places.database) == (Path("/elders"), "postgresql://server/naam")
    assert (places.retention_days, places.memory) == (365, "4GB")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("TRAJECTZICHT_RETENTION_DAYS", word) for word in ("0", "-1", "veel", "999999")),
        ("TRAJECTZICHT_MEMORY", "veel"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(name: str, value: str) -> None:
    with pytest.raises(StoreTrouble):
        places_of({"TRAJECTZICHT_HOME": "x", name: value})


def test_who_is_at_work_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_USER", "beheer\n")
    assert current_actor() == "beheer"
    monkeypatch.delenv("TRAJECTZICHT_USER")
    monkeypatch.setattr(getpass, "getuser", lambda: "iemand")
    assert current_actor() == "iemand"


@pytest.mark.parametrize("address", ["mysql://a/b", "niets", "oracle://a", "sqlserver://a/b"])
def test_a_database_of_another_kind_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as problem:
        connect_to(places_in(tmp_path, address))
    assert problem.value.reason == "address"


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    address = "postgresql://naam:geheim@127.0.0.1:1/naam"
    with pytest.raises(StoreTrouble) as problem:
        open_store(places_in(tmp_path, address))
    assert problem.value.reason == "unreachable"
    assert "geheim" not in explain(problem.value)
    assert "geheim" not in repr(connect_to(places_in(tmp_path, address)).engine)


def test_a_file_that_is_no_catalogue_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").write_bytes(b"dit is geen database" * 100)
    with pytest.raises(StoreTrouble) as problem:
        open_store(places_in(tmp_path))
    assert problem.value.reason == "damaged"


@pytest.mark.parametrize("reason", TROUBLES)
def test_every_trouble_says_what_to_do(reason: str) -> None:
    assert explain(StoreTrouble(reason)).endswith(".")
