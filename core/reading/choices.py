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

[sides]                            # who delivered a file: municipality or provider
"maart.csv" = "provider"

[amounts]                          # how a file writes amounts: cents or euros
"maart.csv" = "cents"

[date_orders]                      # how it writes 03-04-2024: d-m-y, m-d-y or y-m-d
"maart.csv" = "m-d-y"

[providers]                        # whose lines they are, where the file has no such column
"maart.csv" = "98010017"

[payers]                           # which municipality pays, where the file has no such column
"maart.csv" = "9801"

[kinds]                            # what the file is: declarations or cbs
"maart.csv" = "declarations"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from core.care_forms import plain
from core.errors import WrongRules
from core.reading.organisations import Organisation
from core.reading.raw import MEANINGS

IGNORED: Final = ""
"""The meaning of a column that must not be read."""

Labels = Mapping[str, str]

MUNICIPALITY: Final = "municipality"
PROVIDER: Final = "provider"
CENTS: Final = "cents"
EUROS: Final = "euros"
DAY_FIRST: Final = "d-m-y"
MONTH_FIRST: Final = "m-d-y"
YEAR_FIRST: Final = "y-m-d"
DECLARED: Final = "declarations"
CBS: Final = "cbs"

ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "sides": (MUNICIPALITY, PROVIDER),
    "amounts": (CENTS, EUROS),
    "date_orders": (DAY_FIRST, MONTH_FIRST, YEAR_FIRST),
    "kinds": (DECLARED, CBS),
}
"""The answers that may be given about a file as a whole, by the name of the choice."""

WHOLE_FILE: Final = (*ANSWERS, "providers", "payers")
"""The choices about a file as a whole: each maps a file to its answer."""


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """Choices that overrule what reading would find by itself; the default leaves all to it.

    ``encrypted`` answers the question about numbers that look like a BSN. It silences a warning
    and never lets a column pass in which real BSNs are more frequent than chance. ``providers`` and
    ``payers`` fill a column that a file does not have and never overrule one that it has.
    """

    headings: Labels = field(default_factory=dict)  # heading -> meaning
    files: Mapping[str, Labels] = field(default_factory=dict)  # file -> heading -> meaning
    care_forms: Labels = field(default_factory=dict)  # product code -> care form
    municipalities: Mapping[str, Labels] = field(default_factory=dict)  # the same, in one of them
    cents: bool | None = None  # None: euros, except in messages
    encrypted: bool = False
    sides: Labels = field(default_factory=dict)  # file -> municipality or provider
    amounts: Labels = field(default_factory=dict)  # file -> cents or euros
    date_orders: Labels = field(default_factory=dict)  # file -> d-m-y, m-d-y or y-m-d
    providers: Labels = field(default_factory=dict)  # file -> provider
    payers: Labels = field(default_factory=dict)  # file -> municipality
    kinds: Labels = field(default_factory=dict)  # file -> declarations or cbs
    organisations: tuple[Organisation, ...] = ()

    def meaning_of(self, file: str, heading: str) -> str | None:
        """Give the meaning that was chosen for a heading, or None where nothing was chosen."""
        chosen = {**_by_plain(self.headings), **_by_plain(self.files.get(file, {}))}
        return chosen.get(plain(heading))

    def filling(self, file: str) -> Labels:
        """Give what fills the columns that a file does not have, by meaning."""
        filled = {"provider": self.providers.get(file), "municipality": self.payers.get(file)}
        return {meaning: label for meaning, label in filled.items() if label}

    def in_cents(self, file: str, *, otherwise: bool) -> bool:
        """Say whether a file writes whole cents: by its own choice, that for all, or otherwise."""
        if file in self.amounts:
            return self.amounts[file] == CENTS
        return otherwise if self.cents is None else self.cents


def read_choices(path: Path) -> ReadingChoices:
    """Read ``mapping.toml``. Raises ``WrongRules`` with the setting that cannot be meant."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongRules(path.name, "not_toml") from error
    return choices_of(given)


def choices_of(given: dict[str, Any]) -> ReadingChoices:
    """Make choices of settings as ``mapping.toml`` has them. Raises ``WrongRules``."""
    if unknown := set(given) - SETTINGS:
        raise WrongRules(min(unknown), "unknown_setting")
    sections = {name: _labels(name, given.get(name, {})) for name in ("headings", "care_forms")}
    files = {name: _labels(name, labels) for name, labels in _section("files", given).items()}
    for labels in (sections["headings"], *files.values()):
        _check_meanings(labels)
    answers: Any = {name: _answers(name, given.get(name, {})) for name in WHOLE_FILE}
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
        **answers,
    )


SETTINGS: Final = {
    *("cents", "encrypted", "headings", "files", "care_forms", "municipalities"),
    *WHOLE_FILE,
}


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


def _answers(setting: str, given: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    """Take the answers about whole files; of a closed list only one that is in it."""
    labels = _labels(setting, given)
    allowed = ANSWERS.get(setting)
    if allowed and not set(labels.values()) <= set(allowed):
        raise WrongRules(setting, "unknown_answer")
    return labels


def _check_meanings(labels: Labels) -> None:
    known = {*MEANINGS, IGNORED}
    if unknown := sorted(set(labels.values()) - known):
        raise WrongRules(unknown[0], "unknown_meaning")


def _switch(setting: str, given: Any) -> bool | None:  # noqa: ANN401 - as above
    if given is not None and not isinstance(given, bool):
        raise WrongRules(setting, "wants_switch")
    return given
