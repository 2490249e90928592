"""What a comparison with a peer found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that both calculated, how many numbers it is, and how far apart the two are.

    ``difference`` is the largest absolute one; counts must not differ at all.
    """

    what: str
    data: str
    numbers: int
    difference: float
    allowed: float = 0.0

    @property
    def is_equal(self) -> bool:
        """Tell whether something was compared, and nothing differs by more than is allowed."""
        return self.numbers > 0 and self.difference <= self.allowed
