"""What the columns of a table hold, so that it can be protected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """Which columns of a table hold what.

    ``counts`` are numbers of things (persons included), hidden together with ``persons`` or when
    small themselves; ``values`` are statistics over all of those persons; ``percentiles`` say of
    columns which quantile they are (0.5 is a median), and stay only with enough persons on both
    sides of it. ``amounts`` are cents, for which ``providers`` counts the organisations behind
    them; ``typical`` are cents of one thing, such as a median amount, which ``percentiles`` may
    name too. ``largest`` names, in step with ``amounts``, the columns with what the largest
    provider has of each: it decides whether that amount may be shown, and is never shown itself.

    Rows that divide a group tell which by ``within`` (all rows when it is empty), and what a
    person can be in several of, or columns that are parts, by ``whole``: the column with how many
    the group has. A part outside which there are few is then hidden as one that is few.
    """

    counts: Sequence[str]
    persons: str = "clients"
    values: Sequence[str] = field(default=())
    percentiles: Mapping[str, float] = field(default_factory=dict)
    amounts: Sequence[str] = field(default=())
    providers: str = "providers"
    typical: Sequence[str] = field(default=())
    largest: Sequence[str] = field(default=())
    within: Sequence[str] | None = None
    whole: str = ""

    @property
    def numbers(self) -> Sequence[str]:
        """All columns with counts, those of persons and of the group among them."""
        return list(dict.fromkeys([*self.counts, self.persons, *filter(None, [self.whole])]))

    @property
    def statistics(self) -> Sequence[str]:
        """All columns with values that are no cents, each once."""
        spread = [name for name in self.percentiles if name not in self.typical]
        return list(dict.fromkeys([*self.values, *spread]))

    @property
    def divides(self) -> bool:
        """Whether rows or columns are parts of a group."""
        return bool(self.whole) or self.within is not None

    def __post_init__(self) -> None:
        """Refuse largest providers of some of the amounts only."""
        if self.largest and len(self.largest) != len(self.amounts):
            raise ValueError(f"{len(self.largest)} largest are not of {len(self.amounts)} amounts")
