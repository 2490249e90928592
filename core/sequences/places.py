"""Places in a pattern: the words with which people name care, and the care forms they stand for.

A place is a care form as it stands in the data, a group such as *verblijf*, a rung of the ladder,
or something seen against the step before it: lighter, heavier, the same form, another one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from core.care_forms import CARE_FORMS, known_form, plain
from core.trajectories.openings import HEAVY_FROM, LIGHT_UP_TO

Relation = Literal["", "lighter", "heavier", "as_heavy", "same_form", "other_form"]
AnyOf = Literal["", "same", "other"]
Ladder = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Place:
    """What a trajectory has to be: one of ``forms``, and so related to the step before it.

    Without ``forms`` every care form will do. ``words`` is how it was written; ``provider`` says
    whether the provider must be that of the step before, or must not.
    """

    words: str
    forms: tuple[str, ...] = ()
    relation: Relation = ""
    provider: AnyOf = ""

    @property
    def is_relative(self) -> bool:
        """Whether it can only be seen against a step before it."""
        return bool(self.relation or self.provider)


GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "wijkteam": ("Wijkteam",),
    "ambulant": (
        *("Ambulant regulier", "Ambulant specialistisch", "Hulp in het netwerk"),
        "Persoonlijke verzorging",
    ),
    "ggz": ("Basis-ggz", "Specialistische ggz"),
    "dagbehandeling": ("Dagbehandeling",),
    "verblijf": (
        *("Gezinshuis", "Residentieel verblijf", "JeugdzorgPlus", "Verblijf, vorm onbekend"),
    ),
    "pleegzorg": ("Pleegzorg", "Voltijd pleegzorg"),
    "gesloten": ("JeugdzorgPlus",),
}
"""Groups of care forms, by labels of ``core.care_forms``: stay is at an institution or a home."""

OTHER_NAMES: Final[Mapping[str, str]] = {
    "ambulante hulp": "ambulant",
    "ambulante jeugdhulp": "ambulant",
    "jeugd-ggz": "ggz",
    "verblijfszorg": "verblijf",
    "residentiële hulp": "residentieel verblijf",
    "gesloten jeugdhulp": "gesloten",
    "jeugdteam": "wijkteam",
    "lokaal team": "wijkteam",
}
"""Other words for the same group or form."""

RELATIONS: Final[Mapping[str, Relation]] = {
    "lichter": "lighter",
    "lichtere hulp": "lighter",
    "zwaarder": "heavier",
    "zwaardere hulp": "heavier",
    "even zwaar": "as_heavy",
    "even zware hulp": "as_heavy",
    "dezelfde hulp": "same_form",
    "dezelfde hulpvorm": "same_form",
    "dezelfde vorm": "same_form",
    "andere hulp": "other_form",
    "een andere hulpvorm": "other_form",
    "andere hulpvorm": "other_form",
    "een andere vorm": "other_form",
}

ANYTHING: Final = ("hulp", "iets", "een traject", "nog een traject", "weer hulp")
RUNG: Final = "trede"

LIGHT: Final = ("licht", "lichte hulp")
HEAVY: Final = ("zwaar", "zware hulp")


def places_of(labels: Iterable[str], ladder: Ladder) -> dict[str, Place]:
    """Give every name a place can have, reduced to letters and digits (``plain``), and the place.

    ``labels`` are the care forms in the data, ``ladder`` their agreed rungs. A group goes before a
    care form that some call by the same word; between quotation marks a label always is the label.
    """
    forms = sorted(labels)
    named = [*_labels(forms), *_known(forms), *_rungs(ladder), *_groups(forms), *_relations()]
    places = {plain(place.words): place for place in named}
    same = {plain(word): places[plain(name)] for word, name in OTHER_NAMES.items()}
    renamed = {word: replace(place, words=place.words) for word, place in same.items()}
    quoted = {_quoted(label): Place(label, (label,)) for label in forms}
    return places | renamed | quoted


def _quoted(label: str) -> str:
    return f'"{plain(label)}"'


def _labels(forms: list[str]) -> list[Place]:
    return [Place(label, (label,)) for label in forms if plain(label)]


def _known(forms: list[str]) -> list[Place]:
    """Name the care forms the app knows, by their labels and every synonym with letters."""
    return [
        Place(name, _in_data(forms, (form.label,)))
        for form in CARE_FORMS
        for name in (form.label, *form.synonyms)
        if not plain(name).isdecimal() and name not in forms
    ]


def _groups(forms: list[str]) -> list[Place]:
    return [Place(group, _in_data(forms, labels)) for group, labels in GROUPS.items()]


def _rungs(ladder: Ladder) -> list[Place]:
    """Name the rungs, light and heavy."""
    rungs = sorted({level for _, level in ladder})
    named = [Place(f"{RUNG} {rung}", _between(ladder, rung, rung)) for rung in rungs]
    light = [Place(name, _between(ladder, 1, LIGHT_UP_TO)) for name in LIGHT]
    heavy = [Place(name, _between(ladder, HEAVY_FROM, max(rungs, default=0))) for name in HEAVY]
    return [*named, *light, *heavy]


def _between(ladder: Ladder, lowest: int, highest: int) -> tuple[str, ...]:
    return tuple(form for form, level in ladder if lowest <= level <= highest) or NOWHERE


def _relations() -> list[Place]:
    related = [Place(words, (), relation) for words, relation in RELATIONS.items()]
    return [*related, *[Place(words) for words in ANYTHING]]


def _in_data(forms: list[str], labels: tuple[str, ...]) -> tuple[str, ...]:
    """List the labels in the data that name one of these forms."""
    known = {label: form.label for label in forms if (form := known_form(label))}
    return tuple(label for label in forms if known.get(label) in labels) or NOWHERE


NOWHERE: Final = ("\ue000",)
"""The forms of a place that is named well and of which the data hold nothing."""
