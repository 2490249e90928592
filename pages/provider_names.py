"""What providers are called on the page Aanbieders: by name only where they can answer."""

from collections.abc import Iterable

from core.disclosure import may_name_providers
from core.session import Visit
from core.tables import ELSEWHERE, MISSING
from core.text import general
from core.text import providers as text


def labels_of(visit: Visit, codes: Iterable[str]) -> dict[str, str]:
    """Call providers by name, or where none may be named by their place in this order."""
    rest = {ELSEWHERE: text.OTHER_PROVIDERS, MISSING: general.UNKNOWN}
    known = [code for code in codes if code not in rest]
    if may_name_providers(visit.level):
        return rest | {code: visit.name("provider", code) for code in known}
    return rest | {code: text.unnamed(place) for place, code in enumerate(known, start=1)}
