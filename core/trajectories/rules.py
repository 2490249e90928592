"""The rules of counting: every choice the model leaves to the people at the table, in one value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from core.care_forms import UNCOUNTED_GROUPS, known_form
from core.errors import WrongRules
from core.tables import UNRANKED

AUTO: Final = -1
"""A setting that the data decide: ``as_of`` and ``merge_gap_days``, until they are settled."""

OFF: Final = -1
"""A number of days that switches its rule off."""

REPAIRS: Final = (
    "pad_codes",
    "one_spelling",
    "fill_from_allocation",
    "drop_repeats",
    "close_at_stop",
    "close_before_later_line",
    "trim_overlap",
    "bridge_missing_month",
)
"""The repairs of ``core.quality.repairs``, in the order in which they are done."""

EXCEPTIONS: Final = ("extension", "parallel", "crisis", "measures")
"""Why a start may ask for no evaluation, once that is agreed (``core.trajectories.exceptions``)."""

ADMINISTRATIVE: Final = (
    "contract_year",
    "code_change",
    "reorganisation",
    "takeover",
    "turning_18",
)
"""Why a trajectory may begin though no help changed (``core.trajectories.administrative``)."""

LISTS: Final = {
    "uncounted_groups": (UNCOUNTED_GROUPS, "unknown_group"),
    "repairs": (REPAIRS, "unknown_repair"),
    "exceptions": (EXCEPTIONS, "unknown_exception"),
    "administrative": (ADMINISTRATIVE, "unknown_administrative"),
}
"""Settings that are a choice from a list, and why another value cannot be used."""

SENSITIVITY: Final = {
    "merge_gap_days": (0, 31, 62, 92),
    "chain_gap_days": (0, 31, 92, 184, 365),
}
"""The values beside which a finding is shown, so that a table sees how much hangs on a choice."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts as a trajectory, a chain, a step and a trigger. Days are whole days.

    ``uncounted`` and ``ladder`` hold labels exactly as they stand in the data; the groups and the
    default ladder hold what ``core.care_forms`` knows. ``settled`` turns the second into the first.
    A label in ``ladder`` goes before the default one, and UNRANKED takes it off the ladder.
    """

    as_of: int = AUTO  # the last day that is looked at, as a day number
    merge_gap_days: int = AUTO  # longest silence inside a trajectory
    chain_gap_days: int = 184  # longest pause inside a chain: half a year
    count_parallel: bool = False  # whether simultaneous help takes a position of its own
    parallel_days: int = 31  # longest overlap that is still a hand-over
    same_decision_days: int = 0  # starts this close are one decision; OFF: every start is its own
    trigger_position: int = 3  # regie op drie
    evaluation_window_days: int = 180
    evaluation_on_start_day: bool = False
    open_end_days: int = 184  # silence after which open care is closed; OFF: it always runs
    recent_days: int = 92  # an end this fresh may still be undone by a late line
    lookback_months: int = 24
    uncounted: tuple[str, ...] = ()
    uncounted_groups: tuple[str, ...] = UNCOUNTED_GROUPS
    ladder: tuple[tuple[str, int], ...] = ()
    default_ladder: bool = True
    repairs: tuple[str, ...] = ()  # what is put right before anything is counted
    exceptions: tuple[str, ...] = ()  # starts that were agreed to ask for no evaluation
    administrative: tuple[str, ...] = ()  # starts that are recognised as no step of the help

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for setting, least in LEAST.items():
            if getattr(self, setting) < least:
                raise WrongRules(setting, "too_low")
        if any(level < UNRANKED for _, level in self.ladder):
            raise WrongRules("ladder", "wants_level")
        for setting, (known, reason) in LISTS.items():
            if set(getattr(self, setting)) - set(known):
                raise WrongRules(setting, reason)

    @property
    def levels(self) -> tuple[int, ...]:
        """The rungs in use, lightest first."""
        return tuple(sorted({level for _, level in self.ladder if level > UNRANKED}))


def start_rules() -> Rules:
    """Give the rules with which every screen starts: those of a file, and no step on paper only.

    A program gets what the data say and nothing recognised in them; people at a table would talk
    about steps that nobody took.
    """
    return Rules(administrative=ADMINISTRATIVE)


REGISTERED: Final[dict[str, tuple[int, ...]]] = {
    "merge_gap_days": (AUTO, *SENSITIVITY["merge_gap_days"]),
    "chain_gap_days": SENSITIVITY["chain_gap_days"],
    "parallel_days": (0, 31, 62, 92),
    "same_decision_days": (OFF, 0, 7, 14, 31),
    "trigger_position": (2, 3, 4, 5),
    "evaluation_window_days": (90, 180, 365),
    "open_end_days": (OFF, 92, 184, 365),
    "recent_days": (0, 31, 92, 184),
    "lookback_months": (12, 24, 36),
}
"""The values a screen offers and a link may carry: free numbers would let people subtract."""

LEAST: Final = {
    "as_of": AUTO,
    "merge_gap_days": AUTO,
    "chain_gap_days": 0,
    "parallel_days": 0,
    "same_decision_days": OFF,
    "trigger_position": 1,
    "evaluation_window_days": 0,
    "open_end_days": OFF,
    "recent_days": 0,
    "lookback_months": 0,
}
"""The smallest value of each number."""


def settled(rules: Rules, care_forms: Iterable[str], as_of: int, merge_gap_days: int) -> Rules:
    """Fix everything the data decide, so that the model needs nothing but these rules.

    ``care_forms`` are the labels in the data; ``as_of`` and ``merge_gap_days`` serve where the
    rules say ``AUTO``. Default labels compare without regard to case and punctuation.
    """
    labels = sorted(care_forms)
    return replace(
        rules,
        as_of=as_of if rules.as_of == AUTO else rules.as_of,
        merge_gap_days=merge_gap_days if rules.merge_gap_days == AUTO else rules.merge_gap_days,
        ladder=_ladder_of(rules, labels),
        default_ladder=False,
        uncounted=(*rules.uncounted, *_uncounted_by_group(rules, labels)),
        uncounted_groups=(),
    )


def _ladder_of(rules: Rules, labels: list[str]) -> tuple[tuple[str, int], ...]:
    known = {label: form.level for label in labels if (form := known_form(label))}
    levels = (known if rules.default_ladder else {}) | dict(rules.ladder)
    return tuple(sorted((label, level) for label, level in levels.items() if level > UNRANKED))


def _uncounted_by_group(rules: Rules, labels: list[str]) -> list[str]:
    forms = [(label, known_form(label)) for label in labels]
    return [label for label, form in forms if form and form.uncounted in rules.uncounted_groups]
