"""The numbers of the page Verwijzers; they stay until another choice is made."""

from collections.abc import Mapping

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import referrers as text
from core.trajectories import referrals as model
from core.trajectories.grids import merge_rare

TRAJECTORIES = Shape(counts=["trajectories"])
CHAINS = Shape(counts=["chains"])
RARE = (text.OTHER_REFERRERS, MINIMUM_PERSONS)


def who_refers(visit: Visit) -> Mapping[str, pd.DataFrame]:
    """Publish the starts of each referrer: ``delivered`` in the whole period, ``by_year``."""
    return remembered(visit, "who_refers", lambda: _who(visit))


def first_forms(visit: Visit) -> pd.DataFrame:
    """Publish the first care forms of the chains of each referrer."""
    return remembered(visit, "first_forms", lambda: _forms(visit))


def what_follows(visit: Visit) -> pd.DataFrame:
    """Publish how often a second and a third trajectory followed, by referrer."""
    return remembered(visit, "what_follows", lambda: _followed(visit))


def _who(visit: Visit) -> Mapping[str, pd.DataFrame]:
    referrals = hold(model.find_referrals(visit.analysis.chained, visit.selection))
    delivered = model.count_delivered(merge_rare(referrals, "referrer", *RARE))
    by_year = model.count_referrals(referrals, *RARE)
    return {
        "delivered": publish(delivered, visit.level, TRAJECTORIES),
        "by_year": publish(by_year, visit.level, TRAJECTORIES),
    }


def _forms(visit: Visit) -> pd.DataFrame:
    counted = model.count_first_forms(_firsts(visit), text.OTHER_FORMS, MINIMUM_PERSONS)
    return publish(counted, visit.level, CHAINS)


def _followed(visit: Visit) -> pd.DataFrame:
    return publish(model.count_followed(_firsts(visit), visit.rules), visit.level, CHAINS)


def _firsts(visit: Visit) -> Frame:
    chained, selection = visit.analysis.chained, visit.selection
    held = remembered(
        visit, "firsts", lambda: hold(model.find_first_trajectories(chained, selection))
    )
    return merge_rare(held, "referrer", *RARE)
