"""What the owner of a file says about it: the choices on screen, or ``mapping.toml``.

cents = true                       # amounts are whole cents
encrypted = true                   # the client number is a pseudonym, whatever it looks like

[headings]                         # what the headings mean, in every file
"Nummer kind" = "client_id"

[files."maart.csv"]                # or in one
"Kolom 7" = "amount"

[care_forms]                       # what product codes mean
"ABC1" = "Ambulant regulier"

[municipalities."0114".care_forms] # or in one municipality
"ABC1" = "Dagbehandeling"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from core.care_forms import plain
from core.errors import WrongRules
from core.reading.raw import MEANINGS, UNUSED_MEANINGS

IGNORED: Final = ""
"""The meaning of a column that must not be read."""

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """Choices that overrule what reading would find by itself; the default leaves all to it.

    ``encrypted`` answers the question about numbers that look like a BSN. It silences a warning
    and never lets a column pass in which real BSNs are more frequent than chance.
    """

    headings: Labels = field(default_factory=dict)  # heading -> meaning
    files: Mapping[str, Labels] = field(default_factory=dict)  # file -> heading -> meaning
    care_forms: Labels = field(default_factory=dict)  # product code -> care form
    municipalities: Mapping[str, Labels] = field(default_factory=dict)  # the same, in one of them
    cents: bool | None = None  # None: euros, except in messages
    encrypted: bool = False

    def meaning_of(self, file: str, heading: str) -> str | None:
        """Give the meaning that was chosen for a heading, or None where nothing was chosen."""
        chosen = {**_by_plain(self.headings), **_by_plain(self.files.get(file, {}))}
        return chosen.get(plain(heading))


def read_choices(path: Path) -> ReadingChoices:
    """Read ``mapping.toml``. Raises ``WrongRules`` with the setting that cannot be meant."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongRules(path.name, "not_toml") from error
    if unknown := set(given) - SETTINGS:
        raise WrongRules(min(unknown), "unknown_setting")
    sections = {name: _labels(name, given.get(name, {})) for name in ("headings", "care_forms")}
    files = {name: _labels(name, labels) for name, labels in _section("files", given).items()}
    for labels in (sections["headings"], *files.values()):
        _check_meanings(labels)
    return ReadingChoices(
        headings=sections["headings"],
        files=files,
        care_forms=sections["care_forms"],
        municipalities={
            code: _labels(code, _section("care_forms", section))
            for code, section in _section("municipalities", given).items()
        },
        cents=_switch("cents", given.get("cents")),
        encrypted=bool(_switch("encrypted", given.get("encrypted"))),
    )


SETTINGS: Final = {"cents", "encrypted", "headings", "files", "care_forms", "municipalities"}


def _by_plain(labels: Labels) -> dict[str, str]:
    return {plain(heading): meaning for heading, meaning in labels.items()}


def _section(setting: str, given: Any) -> dict[str, Any]:  # noqa: ANN401 - TOML may hold anything
    section = given.get(setting, {}) if isinstance(given, dict) else None
    if not isinstance(section, dict):
        raise WrongRules(setting, "wants_lines")
    return section


def _labels(setting: str, given: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise WrongRules(setting, "wants_lines")
    return given


def _check_meanings(labels: Labels) -> None:
    known = {*MEANINGS, *UNUSED_MEANINGS, IGNORED}
    if unknown := sorted(set(labels.values()) - known):
        raise WrongRules(unknown[0], "unknown_meaning")


def _switch(setting: str, given: Any) -> bool | None:  # noqa: ANN401 - as above
    if given is not None and not isinstance(given, bool):
        raise WrongRules(setting, "wants_switch")
    return given
