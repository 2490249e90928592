"""Values of our own as plain lists and words, for a file, and back again.

Works for frozen dataclasses of texts, numbers, switches, tuples, mappings and each other. A field
that a file of an earlier version lacks gets its default.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Union


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of ours
    """Write a value as dicts, lists and words; the keys of a mapping in order."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list | set | frozenset):
        return [
            plain(one) for one in (sorted(value) if isinstance(value, set | frozenset) else value)
        ]
    return value


def restored(kind: Any, written: Any) -> Any:  # noqa: ANN401 - as above
    """Make a value of a kind out of what ``plain`` wrote."""
    if written is None:
        return None
    if is_dataclass(kind):
        return _dataclass(kind, written)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in {Union, types.UnionType}:
        return restored(next(part for part in parts if part is not type(None)), written)
    if origin is tuple:
        inner = parts[:1] * len(written) if parts[-1] is Ellipsis else parts
        return tuple(restored(part, one) for part, one in zip(inner, written, strict=True))
    if isinstance(written, dict):
        return {key: restored(parts[1], one) for key, one in written.items()}
    return written


def _dataclass(kind: Any, written: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as above
    kinds = typing.get_type_hints(kind)
    known = [field.name for field in fields(kind) if field.init and field.name in written]
    return kind(**{name: restored(kinds[name], written[name]) for name in known})
