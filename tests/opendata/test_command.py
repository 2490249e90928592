"""``python -m core opendata refresh``: what it writes, says and returns."""

from pathlib import Path

import pytest

from core.__main__ import UNUSABLE, main
from core.opendata.editions import list_editions
from core.opendata.hosts import SETTING
from tests.opendata.server import Server

NAMES = ("statline", "third_party", "datasets", "schools", "shapes")


def point_at(hosts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, address in hosts.items():
        monkeypatch.setenv(f"{SETTING}{name.upper()}", address)


def hosts_of(server: Server) -> dict[str, str]:
    return {name: getattr(server.hosts, name) for name in NAMES}


def test_it_says_what_came_and_what_did_not(
    publisher: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    point_at(hosts_of(publisher), monkeypatch)
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(tmp_path))
    assert main(["opendata", "refresh"]) == 0
    [shelf] = list_editions(tmp_path / "opendata")
    said = capsys.readouterr().err
    assert f"Opgehaald naar {shelf.edition}" in said
    assert "85099NED  2023 t/m 2024" in said
    assert "82969NED  Trajecten per verwijzer" in said


def test_it_writes_where_it_is_told_to(
    publisher: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point_at(hosts_of(publisher), monkeypatch)
    assert main(["opendata", "refresh", "--out", str(tmp_path / "elders")]) == 0
    assert len(list_editions(tmp_path / "elders")) == 1


def test_without_a_connection_nothing_is_written_and_a_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    point_at(dict.fromkeys(NAMES, "http://127.0.0.1:9"), monkeypatch)
    monkeypatch.setattr("urllib3.Retry.sleep", lambda *_: None)
    assert main(["opendata", "refresh", "--out", str(tmp_path)]) == UNUSABLE
    assert "niet te bereiken" in capsys.readouterr().err
    assert list_editions(tmp_path) == ()
