"""Every visit of a test keeps its data in a folder of its own, never in that of who runs it."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the app an empty folder to keep data sets in."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRAJECTZICHT_HOME", str(folder))
    return folder
