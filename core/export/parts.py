"""The parts of the account of the app: the same on the screen and in a document."""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the account: its title, a sentence about it, a list, and a table of text cells.

    ``listed`` may be empty and ``table`` may be None; a part says at least something.
    """

    title: str
    about: str
    listed: tuple[str, ...] = ()
    table: pd.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the parts: the title of the page, its question and its finding."""

    title: str
    question: str
    finding: str
    made_on: date
