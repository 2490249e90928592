"""What is wrong with a file, as this screen may say it: a shared one tells no small number."""

from core.disclosure import MINIMUM_PERSONS, is_shared
from core.errors import DataError
from core.session import current_level
from core.text.errors import explain_all


def sentences_of(problem: DataError) -> tuple[str, ...]:
    """Give one sentence for each problem; how many cells or lines is rounded where it is shared."""
    return explain_all(problem, MINIMUM_PERSONS if is_shared(current_level()) else 0)
