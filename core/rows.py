"""The second door out: rows about one person or one line, for the own side only.

What has rows exists only at the levels that are not shared. At every other level these functions
refuse before anything is computed, whatever a screen offers or a session holds.
"""

import pandas as pd

from core.disclosure import Level, Shape, is_shared, publish
from core.frames import Frame


def require_rows(level: Level) -> None:
    """Refuse, with ``PermissionError``, at a level where no rows may be seen."""
    if is_shared(level):
        raise PermissionError(level)


def publish_rows(frame: Frame, level: Level, shape: Shape) -> pd.DataFrame:
    """Compute rows for the own side. Raises ``PermissionError`` at shared levels."""
    require_rows(level)
    return publish(frame, level, shape)
