"""The difference guard for lists: no list of values tells of one person.

A value is offered where enough persons have it. That it appears in a next delivery, or under other
rules, would tell that somebody made them enough. So the persons behind a value are compared with
those behind the same value before: as long as they differ by fewer than the threshold, it stays as
it was, offered or not.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.protection.guard import Population, distances, stack

KIND: Final = "by {column}"
"""The kind of population that a value of a column is; its choice is the value."""


def kind_of(column: str) -> str:
    """Name the kind of population that the values of a column are."""
    return KIND.format(column=column)


def as_options(populations: Sequence[Population]) -> list[Population]:
    """Make values of a list out of populations that were asked together, a kind for each value."""
    return [replace(one, kind=one.choice, choice=one.kind) for one in populations]


def judge_options(
    earlier: Sequence[Population], asked: Sequence[Population], threshold: int
) -> tuple[tuple[str, ...], list[Population]]:
    """Tell which values are offered, and which have to be remembered; both in the order asked.

    ``earlier`` are the values remembered before, the first one first: of those that are near it is
    the first that decides, so that the same question always has the same answer.
    """
    before: dict[tuple[str, str], list[Population]] = {}
    for one in earlier:
        before.setdefault((one.kind, one.choice), []).append(one)
    near = [_near(before.get((one.kind, one.choice), []), one, threshold) for one in asked]
    pairs = list(zip(asked, near, strict=True))
    offered = tuple(one.choice for one, first in pairs if (first or one).size >= threshold)
    return offered, [one for one, first in pairs if first is None]


def _near(before: Sequence[Population], asked: Population, threshold: int) -> Population | None:
    apart = distances(stack([one.members for one in before]), asked.members)
    return next((one for one, far in zip(before, apart, strict=True) if far < threshold), None)
