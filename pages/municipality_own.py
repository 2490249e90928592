"""The own declarations beside open data: those of the same municipality, when they are open."""

from core.opendata.shelf import area_of, members_of
from core.session import OpenVisit, Visit
from core.text.basics import whole_year
from core.trajectories.selection import Selection
from pages.address import filter_options
from pages.answered import judged


def own_visit(visit: OpenVisit) -> Visit | None:
    """Narrow the visit to the declarations to the region that was chosen.

    None when no declarations are open, or none that may be shown of this region; the guard is asked
    for it, because the shared filters may say another one. A youth region is
    all declarations when they come from its municipalities only. The period of the shared filters
    stays; a care form, provider or referrer does not.
    """
    if visit.own is None:
        return None
    codes = {area_of(code): code for code in filter_options().municipality if code}
    members = set(members_of(visit.shelf, visit.area))
    if visit.area in codes:
        return _narrowed(visit.own, codes[visit.area])
    return _narrowed(visit.own, "") if codes and members.issuperset(codes) else None


def _narrowed(own: Visit, municipality: str) -> Visit | None:
    chosen = own.selection
    return judged(own, Selection(chosen.first_year, chosen.last_year, municipality))


def newest_own_year(own: Visit) -> int:
    """Give the newest year of the period that the declarations cover to its end."""
    chosen = own.selection
    return whole_year(chosen.first_year, chosen.last_year, own.rules)
