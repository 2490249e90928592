"""Work that is noted in the log when it does not end well; the work itself notes when it does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from core.errors import DataError, StoreTrouble
from core.storage.catalogue import Store, record
from core.storage.log import Event


@contextmanager
def noting(store: Store, event: Event) -> Iterator[None]:
    """Note work that is refused, fails or is stopped, and let what was raised pass.

    The reason is the kind of error only. A disk that refuses the work may refuse the note as well.
    """
    try:
        yield
    except BaseException as problem:
        with suppress(StoreTrouble):
            record(store, replace(event, result=_result(problem), details=_reason(problem)))
        raise


def _result(problem: BaseException) -> str:
    if isinstance(problem, StoreTrouble):
        return "failed"
    return "refused" if isinstance(problem, DataError) else "stopped"


def _reason(problem: BaseException) -> dict[str, str]:
    words = re.sub(r"(?<!^)(?=[A-Z])", "_", type(problem).__name__).lower()
    return {"reason": words} if isinstance(problem, DataError) else {}
