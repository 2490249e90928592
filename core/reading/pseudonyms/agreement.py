"""Who keeps the key of a project: the agreement by which two sides make the same pseudonyms.

Two organisations give a client the same pseudonym only when they used one key, and whoever has the
key can find out who a pseudonym is. So a third party keeps it, and that is written down. What is
kept here is the agreement: never the key, nor anything about a client.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from core.errors import WrongRules

LONGEST: Final = 120  # letters in a name


@dataclass(frozen=True, slots=True)
class Agreement:
    """A project, who keeps its key, and the day on which that was agreed."""

    project: str
    key_keeper: str
    agreed_on: date

    def __post_init__(self) -> None:
        """Refuse an agreement without names, or with texts that are no names."""
        for name, text in (("project", self.project), ("key_keeper", self.key_keeper)):
            if not text.strip() or len(text) > LONGEST or "\n" in text:
                raise WrongRules(name, "wants_name")


def agreement_to_json(agreement: Agreement) -> str:
    """Write an agreement as JSON, the day as jjjj-mm-dd."""
    told = asdict(agreement) | {"agreed_on": agreement.agreed_on.isoformat()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def agreement_from_json(text: str) -> Agreement:
    """Read an agreement. Raises ``WrongRules`` when it cannot be meant."""
    try:
        told = json.loads(text)
        agreed_on = date.fromisoformat(told["agreed_on"])
        return Agreement(str(told["project"]), str(told["key_keeper"]), agreed_on)
    except (KeyError, TypeError, ValueError) as problem:
        raise WrongRules("agreement", "not_json") from problem
