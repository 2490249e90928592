"""All rules of quality, found by looking into ``core.quality.rules``."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from core.quality import rules
from core.quality.rule import Rule


def _modules() -> Iterator[str]:
    for module in iter_modules(rules.__path__):
        yield module.name


def _found() -> tuple[Rule, ...]:
    found = [import_module(f"{rules.__name__}.{name}").RULE for name in _modules()]
    return tuple(sorted(found, key=lambda rule: rule.code))


RULES: Final[tuple[Rule, ...]] = _found()
"""Every rule, in order of its code."""

BY_NAME: Final = {rule.name: rule for rule in RULES}
"""The rule of each name."""
