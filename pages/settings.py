"""The settings that whoever installs the app makes, looked at once before the server starts."""

import os
import sys

from core.errors import DataError
from core.protection.policy import policy_of
from core.text.errors import explain


def refuse_wrong_settings() -> None:
    """End the program with one sentence when a setting cannot be meant."""
    try:
        policy_of(os.environ)
    except DataError as problem:
        sys.exit(explain(problem))
