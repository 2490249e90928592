"""Dutch of the difference guard: why a choice has no numbers, and what to choose instead."""

from collections.abc import Sequence
from typing import Final

from core.disclosure import MINIMUM_PERSONS

TOO_NEAR: Final = (
    f"Bij deze keuze staan geen cijfers: er zit minder dan {MINIMUM_PERSONS} jeugdigen verschil "
    "tussen deze keuze en een keuze die in uw organisatie al is bekeken, en wie de twee naast "
    "elkaar legt, zou iets over die paar jeugdigen kunnen lezen. Kies hieronder de eerdere keuze, "
    "of kies een andere periode of een ruimere groep."
)
TOO_NEAR_DELIVERY: Final = (
    f"Bij deze levering staan geen cijfers: er zit minder dan {MINIMUM_PERSONS} jeugdigen "
    "verschil tussen deze levering en een eerdere, en wie de twee naast elkaar legt, zou iets over "
    "die paar jeugdigen kunnen lezen. Kies hieronder de eerdere levering, kies een ruimere groep, "
    "of wacht op een levering met meer nieuwe jeugdigen."
)
NOT_BESIDE: Final = (
    f"De eigen gegevens staan er niet bij: er zit minder dan {MINIMUM_PERSONS} jeugdigen "
    "verschil tussen deze gemeente in deze periode en een keuze die in uw organisatie al is "
    "bekeken."
)
NOT_REGISTERED: Final = (
    "Bij deze link staan geen cijfers: hij vraagt om een groep of periode die hier niet te kiezen "
    "is, omdat een te kleine groep iets over een enkele jeugdige kan vertellen. Boven de pagina "
    "staat wat nu gekozen is. Ga daarmee verder; daarna kunt u iets anders kiezen."
)
SHOW_ALL: Final = "Ga verder met deze keuzes"
OTHER_RULES: Final = "met de telregels van toen"
OTHER_DELIVERY: Final = "uit de eerdere levering"


def refusal(*, is_other_delivery: bool) -> str:
    """Say why there are no numbers, and what to do."""
    return TOO_NEAR_DELIVERY if is_other_delivery else TOO_NEAR


def earlier(words: Sequence[str]) -> str:
    """Name the button that goes back to an earlier choice, by what that choice says."""
    return f"Kies {', '.join(words)}"
