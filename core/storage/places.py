"""Where things are kept, as whoever installs the app decides: in the environment, or by default.

``TRAJECTZICHT_HOME`` is the folder, ``TRAJECTZICHT_DATABASE`` the address of the catalogue,
``TRAJECTZICHT_RETENTION_DAYS`` how long a data set stays, ``TRAJECTZICHT_USER`` who is at work, and
``TRAJECTZICHT_MEMORY`` (such as 4GB) beyond which an open data set uses the disk.
"""

import getpass
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from core.errors import StoreTrouble

NAME: Final = "trajectzicht"
RETENTION_DAYS: Final = 2557
"""Seven years: how long municipalities keep the accounts that declarations belong to."""

UNKNOWN_ACTOR: Final = "onbekend"
LONGEST_ACTOR: Final = 64
MEMORY: Final = re.compile(r"(\d+(\.\d+)? ?([KMGT]i?B|%))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the app on this machine, and the address of its catalogue."""

    home: Path
    database: str
    retention_days: int = RETENTION_DAYS
    memory: str = ""

    @property
    def data(self) -> Path:
        """The folder with a folder for each data set, named by its id."""
        return self.home / "data"

    @property
    def incoming(self) -> Path:
        """The folder for what is being read and is not a data set yet."""
        return self.home / "incoming"

    @property
    def spill(self) -> Path:
        """The folder for what does not fit in memory while it is counted."""
        return self.home / "spill"

    @property
    def anchor(self) -> Path:
        """The file that holds the last line of the log, outside the catalogue."""
        return self.home / "log.head"


def places_of(environment: Mapping[str, str] = os.environ) -> Places:
    """Read the places from the environment. Raises ``StoreTrouble`` for what cannot be meant."""
    named = environment.get("TRAJECTZICHT_HOME", "")
    home = Path(named).expanduser().absolute() if named else _user_folder(environment) / NAME
    address = environment.get("TRAJECTZICHT_DATABASE", "") or f"sqlite:///{home / 'catalogue.db'}"
    memory = environment.get("TRAJECTZICHT_MEMORY", "")
    if not MEMORY.fullmatch(memory):
        raise StoreTrouble("memory")
    days = _days(environment.get("TRAJECTZICHT_RETENTION_DAYS", ""))
    return Places(home, address, days, memory)


def current_actor() -> str:
    """Say who is at work on the command line: the user that was set, or that of the system."""
    try:
        name = os.environ.get("TRAJECTZICHT_USER", "") or getpass.getuser()
    except (OSError, KeyError):
        name = UNKNOWN_ACTOR
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_ACTOR]


def now() -> str:
    """Give this moment in UTC, as the catalogue and the log write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _user_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder where this system keeps the data of programs for one user."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _days(word: str) -> int:
    if not word:
        return RETENTION_DAYS
    if not word.isdecimal() or int(word) == 0 or int(word) > 100 * 366:
        raise StoreTrouble("retention")
    return int(word)
