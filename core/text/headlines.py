"""The headline figures in words: side by side under several sets of rules.

Everything here is written from published numbers; what was left out stays left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS
from core.text import general
from core.text.steps import moved_share, whole

TITLE: Final = "Wat verandert er door uw keuze?"
FIGURE: Final = "Kerncijfer"
STANDARD: Final = "Standaard, na elkaar"
OWN: Final = "Uw keuze, na elkaar"
OWN_PARALLEL: Final = "Uw keuze, met gelijktijdige hulp"
REFUSED: Final = (
    f"Er zitten minder dan {MINIMUM_PERSONS} jeugdigen verschil tussen twee van deze keuzes. "
    "Daarom staan de cijfers van een van de twee er niet."
)
COLUMNS: Final = (STANDARD, OWN, OWN_PARALLEL)

NAMES: Final[Mapping[str, str]] = {
    "clients": "Jeugdigen met hulp",
    "trajectories": "Trajecten",
    "chains": "Reeksen die begonnen",
    "long_chains": "Reeksen met drie of meer trajecten",
    "trigger_starts": "Starts die vooraf een gesprek vragen (regie op drie)",
}
SHARES: Final[Mapping[str, str]] = {
    "light": "Licht begonnen (trede 1 of 2): omhoog binnen twee jaar",
    "heavier": "Zwaarder begonnen (trede 3 of hoger): omhoog binnen twee jaar",
}
BASIS: Final = (
    "jeugdigen en trajecten met hulp in de periode; reeksen die in de periode begonnen, zonder de "
    "reeksen die al liepen toen de gegevens begonnen; starts geteld als op Regie op drie; stappen "
    "alleen van reeksen die twee jaar te volgen zijn"
)

BEGUN_CHAINS: Final = "Reeksen die begonnen"


@dataclass(frozen=True, slots=True)
class Headlines:
    """The published headline figures (``HEADLINES``) and moves under one set of rules.

    Where the difference guard refuses them they are all left out.
    """

    figures: pd.DataFrame
    moves: pd.DataFrame
    is_refused: bool = False

    def withheld(self) -> "Headlines":
        """Give the same figures with every number left out."""
        figures = self.figures.assign(number=None, clients=None)
        moves = self.moves.assign(chains=None, clients=None, whole=None)
        return Headlines(figures, moves, is_refused=True)

    def share(self, begun: str) -> float | None:
        """Give the share of chains that moved up in time; None when a part may not be shown."""
        return moved_share(self.moves, begun)

    def followed(self, begun: str) -> int | None:
        """Give how many chains that share is about; None when a part may not be shown."""
        return whole(self.moves, begun)

    def figure(self, name: str) -> str:
        """Write a headline figure; one that is refused is not few."""
        if self.is_refused:
            return general.percent(None)
        return general.count(self.figures.loc[self.figures["headline"] == name, "number"].item())


def finding(standard: Headlines, own: Headlines) -> str:
    """Say how often light and heavier chains go up, and what the choice changes in that."""
    light, heavier = own.share("light"), own.share("heavier")
    if light is None or heavier is None:
        return general.NOTHING_TO_SHOW
    sentence = (
        f"Van de reeksen die licht begonnen ging {general.percent(light)} binnen twee jaar omhoog, "
        f"van de zwaarder begonnen reeksen {general.percent(heavier)}"
    )
    usual = (standard.share("light"), standard.share("heavier"))
    if (light, heavier) == usual:
        return f"{sentence}."
    return f"{sentence}; standaard is dat {' en '.join(map(general.percent, usual))}."


def rows_of_headlines(columns: tuple[Headlines, ...]) -> pd.DataFrame:
    """Write the headline figures as text, a row a figure and a column a set of rules."""
    counts = [
        {FIGURE: words}
        | {name: own.figure(figure) for name, own in zip(COLUMNS, columns, strict=True)}
        for figure, words in NAMES.items()
    ]
    shares = [
        {FIGURE: words}
        | {name: _share(own, begun) for name, own in zip(COLUMNS, columns, strict=True)}
        for begun, words in SHARES.items()
    ]
    return pd.DataFrame(counts + shares)


def rows_of_choices(columns: Mapping[str, Headlines], heading: str) -> pd.DataFrame:
    """Write the finding as text, a row a choice; the heading says what is chosen."""
    return pd.DataFrame(
        [
            {heading: choice, BEGUN_CHAINS: headlines.figure("chains")}
            | {words: _share(headlines, begun) for begun, words in SHARES.items()}
            for choice, headlines in columns.items()
        ]
    )


def _share(headlines: Headlines, begun: str) -> str:
    """Write a share with the number of chains it is about."""
    share, chains = headlines.share(begun), headlines.followed(begun)
    if share is None or chains is None:
        return general.percent(None)
    return f"{general.percent(share)} van {general.number(chains)}"
