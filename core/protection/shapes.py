"""What the columns of a table hold and which of its sums are known, to protect it by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from core.tables import around, contributors_of


@dataclass(frozen=True, slots=True)
class Shape:
    """Which columns of a table hold what.

    ``counts`` are numbers of things (persons included), hidden together with ``persons`` or when
    small themselves; ``values`` are statistics over all of those persons, and ``averages`` say of
    columns over which count they are means; ``percentiles`` say of columns which quantile they
    are (0.5 is a median), and stay only with enough persons on both sides of it.

    ``amounts`` are cents, for which ``providers`` counts the organisations behind them;
    ``typical`` are cents of one thing at a place in the order, such as a median amount; ``means``
    are cents of one thing on average, made of the amounts that ``divided`` names.

    The table has, beside all of these, the columns that decide whether cents may be shown
    (``deciding``): who is behind each amount, and how many persons lie around each typical one.
    They never leave with it.

    Rows that divide a group tell which by ``within`` (all rows when it is empty), and rows of
    which a person can be in several by ``whole``: the column with how many persons the group has.
    A part outside which there are few is then hidden as one that is few. Rows in which several
    kinds were merged, which ``rest`` tells by a column and its value, say nothing that all have.
    """

    counts: Sequence[str]
    persons: str = "clients"
    values: Sequence[str] = field(default=())
    averages: Mapping[str, str] = field(default_factory=dict)
    percentiles: Mapping[str, float] = field(default_factory=dict)
    amounts: Sequence[str] = field(default=())
    providers: str = "providers"
    typical: Sequence[str] = field(default=())
    means: Sequence[str] = field(default=())
    divided: Sequence[str] = field(default=())
    within: Sequence[str] | None = None
    whole: str = ""
    rest: tuple[str, object] | None = None

    @property
    def numbers(self) -> Sequence[str]:
        """All columns with counts, those of persons and of the group among them."""
        return list(dict.fromkeys([*self.counts, self.persons, *filter(None, [self.whole])]))

    @property
    def statistics(self) -> Sequence[str]:
        """All columns with values that are no cents, each once."""
        spread = [name for name in self.percentiles if name not in self.typical]
        return list(dict.fromkeys([*self.values, *self.averages, *spread]))

    @property
    def cents(self) -> Sequence[str]:
        """All columns with cents that may be shown."""
        return [*self.amounts, *self.typical, *self.means]

    @property
    def deciding(self) -> Sequence[str]:
        """All columns that decide about cents, and are never shown themselves."""
        behind = [contributors_of(name) for name in (*self.amounts, *self.divided)]
        return [name for table in (*behind, *map(around, self.typical)) for name in table]

    @property
    def parts(self) -> Sequence[str]:
        """The columns of which the cells are parts of a group.

        Rows that divide a group do so by persons and by the first count; of others, such as the
        number of routes that were merged, nothing follows about a person. Where a person can be in
        several rows, only persons are compared with those of the group.
        """
        if self.whole:
            return [self.persons]
        return [self.persons, *self.counts[:1]] if self.within is not None else []

    def __post_init__(self) -> None:
        """Refuse means without the amounts they are made of."""
        if self.means and not self.divided:
            raise ValueError("means are divided from amounts: name those")


@dataclass(frozen=True, slots=True)
class Margins:
    """Which sums of a table may be known to who reads it.

    ``by`` are the columns that divide. A sum is named by the columns that stay apart in it: ``()``
    is the sum of everything, ``("year",)`` that of each year. Left out, all of them may be known.
    ``told`` says that the sums are told with the table, so that they can be hidden in it; without
    that they stand in other views, where they stay and may be told more closely.
    """

    by: Sequence[str]
    sums: Sequence[Sequence[str]] | None = None
    told: bool = False

    @property
    def asked(self) -> Sequence[tuple[str, ...]]:
        """The sums from large to small, each with its columns in the order of ``by``."""
        if self.sums is None:
            sizes = range(len(self.by) - 1, -1, -1)
            return [kept for size in sizes for kept in combinations(self.by, size)]
        ordered = [tuple(name for name in self.by if name in kept) for kept in self.sums]
        return sorted(dict.fromkeys(ordered), key=len, reverse=True)
