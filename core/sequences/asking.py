"""Patterns read from plain Dutch words, or how far those were understood.

The grammar, with what may be left out between brackets::

    pattern = clause {[","] ["en"] clause}
    clause  = opening place | absence place | follow [time] [absence] place | place
    opening = "begint met" | "eindigt met" | "ooit"      absence = "niet" | "nooit" | "zonder"
    follow  = ["direct"] ("daarna" | "dan") ["direct"] | "→"     time = "binnen" number unit
    place   = name {"of" name} ["bij een andere aanbieder" | "bij dezelfde aanbieder"]
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.care_forms import plain
from core.sequences.patterns import Misread, Path, Pattern, Reason, Step, Within
from core.sequences.places import Place
from core.sequences.words import (
    ABSENT,
    ARROWS,
    DIRECT,
    HALF,
    LATER,
    MORE_NUMBERS,
    NUMBERS,
    OPENINGS,
    PROVIDERS,
    SEPARATORS,
    UNITS,
)


@dataclass(frozen=True, slots=True)
class _Reader:
    """How far the reading is: all words, the place reached, and the names that are known."""

    words: Sequence[str]
    at: int
    names: Mapping[str, Place]


_Read = tuple[tuple[Path, ...], _Reader]

LONGEST_NAME: Final = 8
"""No name of a place has more words."""

MOST_STEPS: Final = 8
"""More than this nobody means, and every step is a join."""

LONGEST_TEXT: Final = 300


def read_pattern(words: str, names: Mapping[str, Place]) -> Pattern | Misread:
    """Read a pattern, or say how far the words were understood. ``names``: see ``places_of``."""
    tokens = re.findall(r'"[^"]*"|->|[→>,;]|[^\s→>,;"]+', words[:LONGEST_TEXT])
    reader, paths = _past(_Reader(tokens, 0, names)), list[Path]()
    while reader.at < len(tokens):
        outcome = _clause(reader, tuple(paths))
        if isinstance(outcome, Misread):
            return outcome
        if sum(len(path.steps) for path in outcome[0]) > MOST_STEPS:
            return _misread(reader, reader.at, "too_long")
        paths, reader = list(outcome[0]), _past(outcome[1])
    return Pattern(tuple(paths)) if paths else Misread("", "", "empty")


def _clause(reader: _Reader, paths: tuple[Path, ...]) -> _Read | Misread:
    """Read one clause: a step that goes on, or a path of its own."""
    direct, after_direct = _flag(reader, DIRECT)
    arrow, after_arrow = _flag(after_direct, ARROWS)
    later, after = _flag(after_arrow, () if arrow else LATER)
    if direct or arrow or later:
        return _further(after, paths, is_direct=direct or arrow)
    return _new_path(reader, paths)


def _further(reader: _Reader, paths: tuple[Path, ...], *, is_direct: bool) -> _Read | Misread:
    """Read a step that follows on the latest path."""
    if not paths or paths[-1].is_absent:
        return _misread(reader, reader.at - 1, "nothing_before")
    if paths[-1].anchor == "last":
        return _misread(reader, reader.at - 1, "after_end")
    direct, reader = _flag(reader, DIRECT)
    timed = _within(reader)
    if isinstance(timed, Misread):
        return timed
    within, reader = timed
    absent, reader = _flag(reader, ABSENT)
    found = _place(reader)
    if isinstance(found, Misread):
        return found
    step = Step(found[0], is_direct or direct, within, absent)
    longer = replace(paths[-1], steps=(*paths[-1].steps, step))
    return (*paths[:-1], longer), found[1]


def _new_path(reader: _Reader, paths: tuple[Path, ...]) -> _Read | Misread:
    """Read a path of its own: one place, and where in the chain it stands."""
    opening, reader = _match(reader, tuple(OPENINGS))
    absent, reader = (False, reader) if opening else _flag(reader, ABSENT)
    begins = reader.at
    found = _place(reader)
    if isinstance(found, Misread):
        return found
    if found[0].is_relative:
        return _misread(reader, begins, "nothing_before")
    path = Path((Step(found[0]),), OPENINGS.get(opening, "anywhere"), absent)
    return (*paths, path), found[1]


def _place(reader: _Reader) -> tuple[Place, _Reader] | Misread:
    """Read names with *of* between them, and whose provider it must be."""
    found = _name(reader)
    if found is None:
        return _misread(reader, reader.at, "no_place")
    place, after = found
    either, onward = _flag(after, ("of",))
    while either:
        found = _name(onward)
        if found is None or place.relation or not found[0].forms:
            return _misread(onward, onward.at, "no_place" if found is None else "not_here")
        place = replace(
            place, words=f"{place.words} of {found[0].words}", forms=_both(place, found[0])
        )
        after = found[1]
        either, onward = _flag(after, ("of",))
    provider, after = _match(after, tuple(PROVIDERS))
    return replace(place, provider=PROVIDERS[provider]) if provider else place, after


def _both(one: Place, other: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.forms, *other.forms)))


def _name(reader: _Reader) -> tuple[Place, _Reader] | None:
    """Read the longest name of a place that begins here."""
    for length in range(LONGEST_NAME, 0, -1):
        run = reader.words[reader.at : reader.at + length]
        spelled = plain(" ".join(run))
        key = f'"{spelled}"' if len(run) == 1 and run[0].startswith('"') else spelled
        if len(run) == length and plain(run[-1]) and key in reader.names:
            return reader.names[key], replace(reader, at=reader.at + length)
    return None


def _within(reader: _Reader) -> tuple[Within | None, _Reader] | Misread:
    """Read a longest time: *binnen een half jaar*, *binnen 90 dagen*; None where there is none."""
    told, after = _flag(reader, ("binnen",))
    if not told:
        return None, reader
    number, after = _number(after)
    half, after = _flag(after, (HALF,))
    unit, onward = _match(after, tuple(UNITS))
    if not number or not unit:
        return _misread(after, after.at, "no_time")
    size, kind = UNITS[unit]
    return Within(max(1, round(number * size * (0.5 if half else 1))), kind), onward


def _number(reader: _Reader) -> tuple[float | None, _Reader]:
    """Read a number in digits or in a word."""
    word = reader.words[reader.at].casefold() if reader.at < len(reader.words) else ""
    known = {**NUMBERS, **MORE_NUMBERS}
    number = float(word) if re.fullmatch(r"[0-9]{1,4}", word) else known.get(word)
    return number, reader if number is None else replace(reader, at=reader.at + 1)


def _flag(reader: _Reader, phrases: Sequence[str]) -> tuple[bool, _Reader]:
    phrase, after = _match(reader, phrases)
    return bool(phrase), after


def _match(reader: _Reader, phrases: Sequence[str]) -> tuple[str, _Reader]:
    """Read one of some phrases; empty text when none stands here."""
    for phrase in phrases:
        length = phrase.count(" ") + 1
        said = " ".join(reader.words[reader.at : reader.at + length]).casefold()
        if said == phrase:
            return phrase, replace(reader, at=reader.at + length)
    return "", reader


def _past(reader: _Reader) -> _Reader:
    """Step over what only parts clauses."""
    told, after = _flag(reader, SEPARATORS)
    return _past(after) if told else reader


def _misread(reader: _Reader, at: int, reason: Reason) -> Misread:
    """Say up to where the words were understood."""
    word = reader.words[at] if at < len(reader.words) else ""
    return Misread(" ".join(reader.words[:at]).replace(" ,", ","), word, reason)
