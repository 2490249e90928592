"""What reading found in a file: the rules, how serious each is, and a finding as a value.

An error rejects its line; a warning does not. The Dutch sentence of a rule stands in
``core.text.findings`` and never holds a value from the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.text.findings import sentence

ERRORS: Final = (
    "unreadable_text",
    "wrong_field_count",
    "repeated_heading",
    "total_row",
    "missing_required",
    "unreadable_date",
    "implausible_date",
    "end_before_begin",
    "unreadable_amount",
    "conflicting_reference",
    "rejected_declaration",
    "superseded_debit",
    "superseded_state",
)
"""Rules that reject a line. Of several, the line is listed under the first."""

WARNINGS: Final = (
    "ambiguous_amount",
    "ambiguous_dates",
    "broken_quotes",
    "conflicting_headings",
    "control_total",
    "credit_without_debit",
    "credited_twice",
    "free_text_dropped",
    "future_declaration",
    "guessed_heading",
    "imprecise_date",
    "incomplete_last_line",
    "looks_like_bsn",
    "missing_referrer",
    "mixed_dates",
    "no_end_date",
    "no_referrer",
    "overlap_in_allocation",
    "period_over_months",
    "perhaps_cents",
    "postcode_area",
    "several_sheets",
    "sides_not_linkable",
    "unknown_debit",
    "unknown_debit_credit",
    "unknown_scheme",
    "unmatched_message",
    "unmatched_product",
    "unnamed_code",
)
"""Rules that leave the line in."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that found something in a file: how many lines, and a sentence for the owner."""

    rule: str
    severity: str  # error or warning
    file: str
    rows: int  # lines; 0 where the finding is about the file as a whole
    message: str


def found(rule: str, file: str, rows: int) -> Finding:
    """Make a finding out of a rule. A rule that is not listed raises ``KeyError``."""
    severity = {**dict.fromkeys(ERRORS, "error"), **dict.fromkeys(WARNINGS, "warning")}[rule]
    return Finding(rule, severity, file, rows, sentence(rule, rows))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in a fixed order: by file, errors before warnings, then by rule."""
    return tuple(
        sorted(findings, key=lambda finding: (finding.file, finding.severity, finding.rule))
    )
