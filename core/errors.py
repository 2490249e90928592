"""What can be wrong with a file, as values.

    DataError
     ├── NotReadable        the file cannot be opened as what it says it is
     ├── MissingMeaning     a required meaning was not found in the headings
     ├── IdentifyingData    the file holds data that identify a person
     ├── HostileFile        the file is built to harm, or larger than may be read
     ├── NothingAccepted    not a single line could be used
     ├── WrongRules         rules.toml or mapping.toml says something impossible
     ├── WrongOption        an option of the command line cannot be used
     ├── WrongSetting       a setting in the environment cannot be used
     ├── NotStored          no data set with this id can be opened here
     ├── LogBroken          the log of who did what is not as it was written
     ├── StoreTrouble       the store of data sets cannot be used now
     ├── NothingFetched     of open data too little came to make an edition of
     ├── WrongKey           the key file for pseudonyms is missing, too short or an example
     ├── WrongHost          an address for open data is set to one that may not be asked
     ├── SourceNotReached   who publishes open data does not answer, or stops halfway
     ├── SourceNotUsable    what is published is not what was expected, or not all of it
     └── UnusableInput      several of these

Every error names what, where and (through ``core.text.errors``) what to do. None of them ever
holds a value from a cell, so that it may be shown and logged.
"""

import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class DataError(Exception):
    """A problem that the owner of the data can solve; shown without a traceback."""


@dataclass(eq=False)
class NotReadable(DataError):
    """The file cannot be opened. ``reason`` is a key of ``core.text.errors.REASONS``.

    ``line`` is where, of the lines that are not empty and with the headings as line 1; 0 when the
    reason is not in one line.
    """

    file: str
    reason: str
    line: int = 0


@dataclass(eq=False)
class MissingMeaning(DataError):
    """Required meanings (names of ``DECLARATIONS``) that no heading carries."""

    file: str
    missing: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(eq=False)
class IdentifyingData(DataError):
    """A column that identifies a person: its heading, the kind, and how many cells."""

    file: str
    column: str
    kind: str
    cells: int


@dataclass(eq=False)
class HostileFile(DataError):
    """A file that is refused for safety. ``reason`` is a key of ``core.text.errors.REASONS``."""

    file: str
    reason: str


@dataclass(eq=False)
class NothingAccepted(DataError):
    """No line of any file was accepted."""

    files: tuple[str, ...]
    lines_read: int


@dataclass(eq=False)
class WrongRules(DataError):
    """A setting that cannot be used; ``reason`` is a key of ``core.text.errors.RULE_REASONS``."""

    setting: str
    reason: str


@dataclass(eq=False)
class WrongOption(DataError):
    """An option with a value that cannot be used; ``reason`` is a key of ``OPTION_REASONS``."""

    option: str
    reason: str


@dataclass(eq=False)
class WrongSetting(DataError):
    """A setting in the environment; ``reason`` is a key of ``SETTING_REASONS``."""

    setting: str
    reason: str


@dataclass(eq=False)
class WrongKey(DataError):
    """The key for pseudonyms cannot be used. ``reason``: missing, short or example."""

    reason: str


@dataclass(eq=False)
class NotStored(DataError):
    """A data set that cannot be opened. ``reason``: never, deleted or expired, on ``day``."""

    id: str
    reason: str
    day: str = ""


@dataclass(eq=False)
class LogBroken(DataError):
    """The log was changed: its first wrong line, and a key of ``core.text.storage.PROBLEMS``."""

    line: int
    problem: str


@dataclass(eq=False)
class StoreTrouble(DataError):
    """The store cannot be used; ``reason`` is a key of ``core.text.storage.TROUBLES``."""

    reason: str


@dataclass(eq=False)
class WrongHost(DataError):
    """An address for open data that is neither https nor on this machine: its setting."""

    setting: str


@dataclass(eq=False)
class SourceNotReached(DataError):
    """No whole answer of a host; ``reason`` is a key of ``core.text.fetching.NOT_REACHED``."""

    host: str
    reason: str


@dataclass(eq=False)
class SourceNotUsable(DataError):
    """An answer that cannot be used; ``reason`` is a key of ``core.text.fetching.NOT_USABLE``.

    ``source`` is the id of a table or the name of a file; ``part`` names the column it is about.
    """

    source: str
    reason: str
    part: str = ""


@dataclass(eq=False)
class NothingFetched(DataError):
    """No edition of open data could be made: ``missing``: connection, regions or figures."""

    missing: str


@dataclass(eq=False)
class UnusableInput(DataError):
    """Several problems at once, so that the owner can solve them in one go."""

    problems: tuple[DataError, ...]


def problems_of(error: DataError) -> tuple[DataError, ...]:
    """List what is wrong, one problem each."""
    return error.problems if isinstance(error, UnusableInput) else (error,)


def refuse(problems: Iterable[DataError]) -> None:
    """Raise the problem, or ``UnusableInput`` when there are several; nothing when there is none.

    Of problems that have problems of their own, those count.
    """
    single = tuple(inner for problem in problems for inner in problems_of(problem))
    if len(single) > 1:
        raise UnusableInput(single)
    for problem in single:
        raise problem


def place_of(problem: BaseException) -> str:
    """Name the line of code where something went wrong, without the folders of this computer.

    That, and the kind of error, is all that may be told of an error that nobody foresaw: its
    message could repeat a value from a file.
    """
    last = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"
