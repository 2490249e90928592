"""The settings of the server are known to this Streamlit, and keep the data on this machine."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"
SETTINGS = {
    f"{section}.{name}": value
    for section, names in tomllib.loads(CONFIG.read_text(encoding="utf-8")).items()
    for name, value in names.items()
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_known_to_this_streamlit(setting: str) -> None:
    assert config.get_option(setting) is not None


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("server.enableStaticServing", False),
        ("server.enableXsrfProtection", True),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("runner.magicEnabled", False),
    ],
)
def test_nothing_leaves_this_machine(setting: str, value: object) -> None:
    assert SETTINGS[setting] == value


def test_there_is_one_look() -> None:
    """Any other section of the theme would offer the visitor a choice of looks."""
    assert not [name for name in SETTINGS if name.startswith(("theme.light", "theme.dark"))]
