"""Dutch of the difference guard: why a choice has no numbers, and what to choose instead."""

from collections.abc import Sequence
from typing import Final

from core.disclosure import MINIMUM_PERSONS

FEW: Final = (
    f"verschilt hiervan minder dan {MINIMUM_PERSONS} jeugdigen, en dat verschil zou iets over hen "
    "vertellen."
)
TOO_NEAR: Final = (
    f"Bij deze keuze staan geen cijfers. Een keuze die uw organisatie eerder bekeek, {FEW} "
    "Kies hieronder iets anders, of kies boven de pagina een ruimere groep."
)
TOO_NEAR_RULES: Final = (
    "Bij deze keuze staan geen cijfers met deze telregels. Dezelfde keuze met andere telregels "
    f"{FEW} Kies hieronder iets anders: over alle jaren kunt u meer telregels kiezen dan over één."
)
TOO_NEAR_DELIVERY: Final = (
    f"Bij deze levering staan geen cijfers. Een eerdere levering {FEW} Kies hieronder iets anders, "
    "of wacht op een levering met meer nieuwe jeugdigen."
)
WHOLE_TOO_NEAR: Final = (
    f"Deze pagina vertelt over de hele levering. Een keuze die uw organisatie eerder bekeek, {FEW} "
    "Daarom staan hier geen cijfers, wat u boven de pagina ook kiest. Op de startpagina staan de "
    "cijfers van die eerdere keuze wel."
)
EVER_TOO_NEAR: Final = (
    "Deze pagina vertelt ook over alle jaren. Een keuze van minder jaren die uw organisatie eerder "
    f"bekeek, {FEW} Daarom staan hier geen cijfers, welke jaren u ook kiest. Kies boven de pagina "
    "een andere groep. Op de startpagina staan de cijfers van die eerdere keuze wel."
)
OUT_OF_REACH: Final = (
    "Nu staan hier geen cijfers. De app kan niet nagaan wat uw organisatie al heeft bekeken, en "
    "dat is nodig om jeugdigen te beschermen."
)
NOT_BESIDE: Final = (
    f"De eigen gegevens staan er niet bij: er zit minder dan {MINIMUM_PERSONS} jeugdigen "
    "verschil tussen deze gemeente in deze periode en een keuze die in uw organisatie al is "
    "bekeken."
)
NOT_REGISTERED: Final = (
    "Bij deze link staan geen cijfers. Hij vraagt om een groep of periode die hier niet te kiezen "
    "is, omdat een te kleine groep iets over een enkele jeugdige kan vertellen. Boven de pagina "
    "staat wat nu is gekozen: ga daarmee verder, of kies daarna iets anders."
)
AGAIN: Final = "Probeer het opnieuw"
SHOW_ALL: Final = "Ga verder met deze keuzes"
EVERY_YEAR: Final = "Kies alle jaren"
OTHER_RULES: Final = "met de telregels van toen"
OTHER_DELIVERY: Final = "uit de eerdere levering"


def refusal(*, is_other_delivery: bool, is_other_rules: bool) -> str:
    """Say why there are no numbers, and what to do, by what alone differs from the earlier one."""
    if is_other_delivery:
        return TOO_NEAR_DELIVERY
    return TOO_NEAR_RULES if is_other_rules else TOO_NEAR


def earlier(words: Sequence[str]) -> str:
    """Name the button that goes back to an earlier choice, by what that choice says."""
    return f"Kies {', '.join(words)}"


def elsewhere(words: Sequence[str]) -> str:
    """Name the link to an earlier choice on the page where it has numbers."""
    return f"Bekijk {', '.join(words)} op de startpagina"
