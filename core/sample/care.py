"""The kinds of help in the artificial region: how often, how long, and what follows on what.

The numbers are tuned until the region shows the public figures in ``sample_data/README.md``.
"""

from dataclasses import dataclass
from typing import Final

from core.codes import REFERRERS as REFERRER_BY_CODE
from core.codes import end_reason_label


@dataclass(frozen=True, slots=True)
class Help:
    """A kind of help as the generator makes it.

    ``begins`` weighs it as a first trajectory; ``onward`` is the chance that another follows;
    ``brevity`` above 1 makes it shorter, below 1 longer than the whole of the region;
    ``rate_cents`` is the price of a unit and ``units`` the most units in a month.
    """

    label: str
    product: str
    begins: float
    onward: float
    brevity: float
    rate_cents: int
    units: int


HELPS: Final = (
    Help("Wijkteam", "45B10", 8.0, 0.54, 1.20, 6800, 6),
    Help("Ambulant regulier", "45A04", 13.0, 0.54, 1.05, 7200, 12),
    Help("Hulp in het netwerk", "45B16", 6.5, 0.53, 1.00, 7600, 12),
    Help("Persoonlijke verzorging", "40A04", 1.5, 0.40, 0.75, 5400, 16),
    Help("Basis-ggz", "51A01", 32.0, 0.55, 1.10, 9200, 5),
    Help("Ambulant specialistisch", "45A05", 4.0, 0.52, 0.90, 9600, 14),
    Help("Specialistische ggz", "52A00", 42.0, 0.52, 0.88, 11800, 8),
    Help("Dagbehandeling", "41A04", 2.0, 0.50, 0.80, 14500, 18),
    Help("Gezinshuis", "43A10", 0.4, 0.40, 0.45, 18500, 31),
    Help("Residentieel verblijf", "43A07", 1.2, 0.45, 0.80, 24500, 31),
    Help("JeugdzorgPlus", "43A12", 0.2, 0.50, 1.10, 39500, 31),
    Help("Pleegzorg", "43A09", 1.6, 0.30, 0.22, 4600, 31),
    Help("Dyslexie", "EED01", 5.0, 0.12, 0.85, 8800, 4),
    Help("Vervoer", "42A03", 0.0, 0.0, 1.0, 2400, 20),
    Help("Jeugdbescherming", "48A04", 0.0, 0.0, 1.0, 81000, 1),
    Help("Jeugdreclassering", "47B10", 0.0, 0.0, 1.0, 64000, 1),
    Help("Toeslag", "43A58", 0.0, 0.0, 1.0, 1900, 31),
    Help("Coördinatie", "45A75", 0.0, 0.0, 1.0, 7000, 3),
    Help("Diagnostiek", "45A06", 0.0, 0.0, 1.0, 12600, 9),
    Help("Logeren", "44A09", 0.0, 0.0, 1.0, 21000, 6),
    Help("Crisis", "46A03", 0.0, 0.0, 1.0, 28500, 28),
)

LABELS: Final = tuple(help_.label for help_ in HELPS)

STAY_LVB: Final = ("Residentieel verblijf", "98010260", "43A44")
"""A provider that gives this help to young people with a mild intellectual disability only."""

LIGHT_NEXT: Final = {
    "Wijkteam": 2.0,
    "Ambulant regulier": 9.0,
    "Hulp in het netwerk": 5.0,
    "Basis-ggz": 9.0,
    "Ambulant specialistisch": 12.0,
    "Specialistische ggz": 58.0,
    "Dagbehandeling": 4.0,
    "Gezinshuis": 0.5,
    "Residentieel verblijf": 2.0,
    "Pleegzorg": 1.0,
}
MIDDLE_NEXT: Final = {
    "Wijkteam": 2.0,
    "Ambulant regulier": 12.0,
    "Hulp in het netwerk": 5.0,
    "Persoonlijke verzorging": 1.0,
    "Basis-ggz": 8.0,
    "Ambulant specialistisch": 7.0,
    "Specialistische ggz": 32.0,
    "Dagbehandeling": 23.0,
    "Gezinshuis": 4.0,
    "Residentieel verblijf": 14.0,
    "JeugdzorgPlus": 0.8,
    "Pleegzorg": 3.0,
}
HEAVY_NEXT: Final = {
    "Ambulant regulier": 16.0,
    "Hulp in het netwerk": 8.0,
    "Ambulant specialistisch": 20.0,
    "Specialistische ggz": 16.0,
    "Dagbehandeling": 6.0,
    "Gezinshuis": 8.0,
    "Residentieel verblijf": 12.0,
    "JeugdzorgPlus": 4.0,
    "Pleegzorg": 6.0,
}
NEXT: Final = {
    "Wijkteam": LIGHT_NEXT,
    "Ambulant regulier": LIGHT_NEXT,
    "Hulp in het netwerk": LIGHT_NEXT,
    "Persoonlijke verzorging": LIGHT_NEXT,
    "Basis-ggz": LIGHT_NEXT,
    "Ambulant specialistisch": MIDDLE_NEXT,
    "Specialistische ggz": MIDDLE_NEXT,
    "Dagbehandeling": HEAVY_NEXT,
    "Gezinshuis": HEAVY_NEXT,
    "Residentieel verblijf": HEAVY_NEXT,
    "JeugdzorgPlus": HEAVY_NEXT,
    "Pleegzorg": HEAVY_NEXT,
    "Dyslexie": {"Basis-ggz": 2.0, "Ambulant regulier": 1.0},
}
"""What follows a trajectory, as weights."""

DURATION_MONTHS: Final = (0, 3, 6, 12, 24, 36, 48, 66)
DURATION_SHARES: Final = (0.15, 0.17, 0.30, 0.24, 0.07, 0.03, 0.04)
"""How long ended trajectories lasted in Dutch youth care, 2020-2021 (Statistics Netherlands)."""

PAUSE_MONTHS: Final = (0, 1, 2, 3, 4, 5, 6, 7, 10, 14)
PAUSE_SHARES: Final = (0.18, 0.39, 0.14, 0.09, 0.06, 0.04, 0.03, 0.02, 0.03, 0.02)
"""Months from the last month of care to the first of the next: 0 overlaps, 1 touches."""

REFERRERS: Final = tuple(
    REFERRER_BY_CODE[code] for code in ("01", "02", "04", "03", "05", "06", "08", "07")
)
YOUTH_REFERRED: Final = (50.0, 13.0, 9.0, 3.0, 2.5, 21.5, 0.4, 0.6)
GGZ_REFERRED: Final = (18.5, 59.0, 2.5, 3.8, 7.6, 7.9, 0.1, 0.6)
TEAM_REFERRED: Final = (6.0, 1.0, 1.0, 1.0, 0.0, 90.5, 0.0, 0.5)
STAY_REFERRED: Final = (28.0, 5.0, 60.0, 0.5, 1.5, 1.0, 3.4, 0.6)
REFERRED: Final = {
    "Wijkteam": TEAM_REFERRED,
    "Basis-ggz": GGZ_REFERRED,
    "Specialistische ggz": GGZ_REFERRED,
    "Diagnostiek": GGZ_REFERRED,
    "Dyslexie": (52.0, 8.0, 0.0, 14.0, 1.0, 24.4, 0.0, 0.6),
    "Gezinshuis": STAY_REFERRED,
    "Residentieel verblijf": STAY_REFERRED,
    "JeugdzorgPlus": STAY_REFERRED,
    "Pleegzorg": STAY_REFERRED,
    "Jeugdbescherming": (0.0, 0.0, 60.0, 0.0, 0.0, 0.0, 40.0, 0.0),
    "Jeugdreclassering": (0.0, 0.0, 40.0, 0.0, 0.0, 0.0, 60.0, 0.0),
}
"""Who referred, as weights in the order of ``REFERRERS``; any other help as ``YOUTH_REFERRED``."""

END_REASONS: Final = ("", *map(end_reason_label, ("31", "34", "32", "33", "35", "38")))
END_REASON_SHARES: Final = (0.12, 0.7030, 0.0890, 0.0350, 0.0165, 0.0250, 0.0115)
"""How care ended; of the delivered reasons 81% is as planned. The first is not delivered."""
