"""The vocabulary: every table and every column of the project, defined once.

A column has one name from upload to chart. Its label is what people read on screen, its meaning is
what a colleague has to know. The README and the upload page are written from these definitions.

Time is counted in whole days since 1 January 1970, and a period is half-open: ``end`` is the first
day without care. A length is then ``end - start``; periods that touch have neither gap nor overlap;
and every engine calculates alike. Dates exist only where a file is read or a result is written,
and there ``end`` is the last day of care.

Inside the model text is never null: an empty string is a value that was not delivered. Numbers
that may be missing say so in their meaning.
"""

from dataclasses import dataclass
from typing import Final

import narwhals.stable.v2 as nw

OPEN_END: Final = 1_000_000
"""The ``end`` of care that has no end: a day beyond every calendar (the year 4707)."""

UNRANKED: Final = 0
"""The ``level`` of a care form that stands nowhere on the ladder; levels count from 1."""

MISSING: Final = ""
"""Text that was not delivered."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how it is stored, what people read, and what a colleague should know."""

    dtype: type[nw.dtypes.DType]
    label: str
    meaning: str
    required: bool = True


Table = dict[str, Column]

CONTRIBUTORS: Final[Table] = {
    "person_first": Column(nw.Int64, "Grootste jeugdige", "Cents of the person with most"),
    "person_second": Column(nw.Int64, "Volgende jeugdige", "Cents of the person next to that"),
    "person_whole": Column(nw.Int64, "Van jeugdigen", "Cents of all persons, each without sign"),
    "person_number": Column(nw.Int64, "Jeugdigen met bedrag", "Persons of whom it is not zero"),
    "provider_first": Column(nw.Int64, "Grootste aanbieder", "Cents of the provider with most"),
    "provider_second": Column(nw.Int64, "Volgende aanbieder", "Cents of the one next to that"),
    "provider_whole": Column(nw.Int64, "Van aanbieders", "Cents of all, each without sign"),
    "provider_number": Column(
        nw.Int64, "Aanbieders met bedrag", "Known providers of which it is not zero"
    ),
}
"""Who is behind an amount: debits and credits of each are added up first, then the sign is dropped.

The columns decide whether an amount may be shown, and never leave the model.
"""

AROUND: Final[Table] = {
    "below": Column(nw.Int64, "Jeugdigen eronder", "Persons with something that lies below it"),
    "above": Column(nw.Int64, "Jeugdigen erboven", "Persons with something that lies above it"),
}
"""Who lies on both sides of a typical amount, such as a median; decides likewise."""


def contributors_of(amount: str) -> Table:
    """Name the columns of CONTRIBUTORS for one amount: ``amount_person_first`` and so on."""
    return {f"{amount.removesuffix('_cents')}_{part}": it for part, it in CONTRIBUTORS.items()}


def around(typical: str) -> Table:
    """Name the columns of AROUND for one typical amount: ``middle_below`` of ``middle_cents``."""
    return {f"{typical.removesuffix('_cents')}_{side}": it for side, it in AROUND.items()}


DELIVERED_BESIDE: Final[Table] = {
    "side": Column(
        nw.String, "Kant", "Who delivered the line: municipality, provider, both, or empty"
    ),
    "counterpart_cents": Column(
        nw.Int64, "Bedrag andere kant", "What the provider has for a line of both; null otherwise"
    ),
    "provider_code": Column(
        nw.String, "Code aanbieder", "The provider as delivered, where an organisation replaced it"
    ),
    "reference": Column(
        nw.String, "Referentienummer", "Number of the line, unique for its sender", required=False
    ),
    "previous_reference": Column(
        nw.String, "Vorig referentienummer", "Reference of the debit that a credit takes back"
    ),
    "declared_on": Column(
        nw.Int64, "Declaratiedatum", "Day the line was declared; null if unknown"
    ),
    "volume": Column(
        nw.Float64, "Volume", "Delivered amount of care, in its unit; null if unknown"
    ),
    "unit": Column(nw.String, "Eenheid", "Code of the unit, or as delivered", required=False),
    "rate_cents": Column(nw.Int64, "Tarief", "Cents for one unit; null if unknown"),
    "district": Column(nw.String, "Wijk", "District of the client, code or name", required=False),
    "birth_year": Column(nw.Int64, "Geboortejaar", "Year of birth; null if unknown"),
    "sex": Column(nw.String, "Geslacht", "V, M, O or as delivered; empty when unknown"),
    "dated": Column(
        nw.Boolean,
        "Heeft datum van hulp",
        "False for output (units 82 and 83) of which only the date of declaring is known",
    ),
}
"""What a delivery may tell beside: the further columns of ``DECLARATIONS``."""

DECLARATIONS: Final[Table] = {
    "client_id": Column(nw.String, "Jeugdige (pseudoniem)", "Pseudonym of the client, never a BSN"),
    "municipality": Column(
        nw.String, "Gemeente", "Municipality that pays, code or name", required=False
    ),
    "provider": Column(nw.String, "Aanbieder", "Who delivers the care", required=False),
    "care_form": Column(nw.String, "Hulpvorm", "Form of care, as delivered or from the code table"),
    "product": Column(nw.String, "Product", "Product code; the care form where there is none"),
    "start": Column(nw.Int64, "Begindatum", "First day of the period"),
    "end": Column(nw.Int64, "Einddatum", "First day after the period; OPEN_END without an end"),
    "amount_cents": Column(
        nw.Int64, "Bedrag", "Cents, credit negative; null where none was delivered", required=False
    ),
    "is_credit": Column(nw.Boolean, "Credit", "Whether the line takes back an earlier one"),
    "allocation": Column(
        nw.String, "Toewijzingnummer", "Allocation, unique in a municipality", required=False
    ),
    "spell": Column(
        nw.Int64, "Levering", "0, 1, … within the allocation: counts stops followed by a new start"
    ),
    "referrer": Column(nw.String, "Verwijzer", "Who referred the client", required=False),
    "end_reason": Column(
        nw.String, "Reden beëindiging", "Why care stopped; empty without a stop", required=False
    ),
    "start_source": Column(
        nw.String, "Bron begindatum", "Where start comes from: start, allocation or declaration"
    ),
    "crisis": Column(nw.Boolean, "Crisis", "Whether the line says it is crisis care"),
    "sector": Column(nw.String, "Sector", "ggz, lvb or j&o, by product code; empty when unknown"),
    "source": Column(nw.String, "Bestand", "Name of the file the line came from"),
    "row": Column(nw.Int64, "Regel", "Number of the line in its file, 1 after the heading"),
} | DELIVERED_BESIDE
"""A row is an accepted declaration line, typed."""

SET_ASIDE: Final[Table] = DECLARATIONS | {
    "rule": Column(nw.String, "Regel", "Rule that the line breaks; duplicate: delivered before"),
}
"""A row is a line that was not accepted, as far as it could be read: numbers may be null."""

ALLOCATIONS: Final[Table] = {
    "client_id": DECLARATIONS["client_id"],
    "municipality": DECLARATIONS["municipality"],
    "provider": DECLARATIONS["provider"],
    "allocation": DECLARATIONS["allocation"],
    "care_form": DECLARATIONS["care_form"],
    "product": DECLARATIONS["product"],
    "start": Column(nw.Int64, "Ingangsdatum", "First day of the allocation"),
    "end": Column(nw.Int64, "Einddatum", "First day after it; OPEN_END without an end"),
    "volume": DELIVERED_BESIDE["volume"],
    "unit": DELIVERED_BESIDE["unit"],
    "budget_cents": Column(nw.Int64, "Budget", "Cents allocated; null where none was given"),
    "started": Column(nw.Boolean, "Gestart", "Whether a start was told that still stands"),
    "declared": Column(nw.Boolean, "Gedeclareerd", "Whether any accepted line belongs to it"),
}
"""A row is an allocation in its newest state. Without a declared line it is never care."""

TRAJECTORIES: Final[Table] = {
    "trajectory_id": Column(
        nw.Int64, "Traject", "1, 2, … by client, start, level (highest first), end, form, provider"
    ),
    "client_id": DECLARATIONS["client_id"],
    "municipality": DECLARATIONS["municipality"],
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "level": Column(nw.Int64, "Trede", "Rung of the ladder from 1 (light); UNRANKED is none"),
    "start": Column(nw.Int64, "Begin", "First day of care"),
    "end": Column(nw.Int64, "Einde", "First day without care; OPEN_END while it runs"),
    "status": Column(nw.String, "Stand", "running, ended, too_recent or unknown_end"),
    "lines": Column(nw.Int64, "Declaratieregels", "Accepted lines in it, after netting"),
    "bridged_days": Column(nw.Int64, "Overbrugde dagen", "Days inside without a declared period"),
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents; null where no line has an amount"),
    "referrer": DECLARATIONS["referrer"],
    "end_reason": DECLARATIONS["end_reason"],
    "start_source": DECLARATIONS["start_source"],
    "crisis": Column(nw.Boolean, "Crisis", "Whether any of its lines is crisis care"),
    "sector": DECLARATIONS["sector"],
    "dated": DECLARATIONS["dated"],
}
"""A row is care of one client, provider and care form without interruption."""

CHAINED: Final[Table] = TRAJECTORIES | {
    "chain": Column(nw.Int64, "Reeks", "1, 2, … within the client; null when uncounted"),
    "position": Column(nw.Int64, "Volgnummer", "1, 2, … within the chain; null when uncounted"),
    "kind": Column(
        nw.String, "Plaats", "next, parallel, same_decision, administrative or uncounted"
    ),
    "step": Column(
        nw.String,
        "Stap",
        "first, up, down, same, beside, unranked or administrative; null when uncounted",
    ),
    "gap_days": Column(nw.Int64, "Pauze (dagen)", "Days without care before it; null when first"),
    "overlap_days": Column(nw.Int64, "Overlap (dagen)", "Days shared with earlier care in chain"),
}
"""A row is a trajectory in its chain."""

EVALUATIONS: Final[Table] = {
    "client_id": DECLARATIONS["client_id"],
    "date": Column(nw.Int64, "Datum gesprek", "Day of the evaluation talk"),
    "youth_present": Column(
        nw.String, "Jeugdige erbij", "yes or no; empty when unknown", required=False
    ),
    "conclusion": Column(
        nw.String,
        "Uitkomst",
        "stop, step_down, same, other_approach or step_up; empty when unknown",
        required=False,
    ),
    "parties": Column(
        nw.String,
        "Wie erbij waren",
        "Roles of core.talk_codes with a plus between, or only their number; empty when unknown",
        required=False,
    ),
}
"""A row is an evaluation talk."""

TRIGGERS: Final[Table] = {
    "client_id": DECLARATIONS["client_id"],
    "chain": CHAINED["chain"],
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "position": CHAINED["position"],
    "start": TRAJECTORIES["start"],
    "status": Column(
        nw.String,
        "Stand",
        "evaluated, not_evaluated, unknown, excepted (if so agreed), attention or prepared",
    ),
}
"""A row is a start that asks for an evaluation first, or a second one that may be followed."""

CHAIN_LENGTHS: Final[Table] = {
    "length": Column(nw.Int64, "Trajecten in de reeks", "Trajectories of kind next in the chain"),
    "chains": Column(nw.Int64, "Reeksen", "Chains of that length"),
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients among them"),
}
"""A row is a length."""

TRANSITIONS: Final[Table] = {
    "source": Column(nw.String, "Van", "Care form of a trajectory of kind next"),
    "target": Column(nw.String, "Naar", "Care form of the next one in the same chain"),
    "transitions": Column(nw.Int64, "Overgangen", "How often the one follows the other"),
    "clients": CHAIN_LENGTHS["clients"],
    "median_gap_days": Column(nw.Float64, "Mediane pauze (dagen)", "Over the targets' gap_days"),
    "overlapping": Column(nw.Int64, "Met overlap", "Targets that share days with earlier care"),
}
"""A row is an ordered pair of care forms."""

VARIANTS: Final[Table] = {
    "variant": Column(nw.String, "Route", "Care forms in order, joined by VARIANT_SEPARATOR"),
    "length": CHAIN_LENGTHS["length"],
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a route."""

VARIANT_SEPARATOR: Final = " > "

ATTRITION: Final[Table] = {
    "step": Column(
        nw.String,
        "Stap",
        "read, accepted, before_as_of, after_netting, trajectories, counted or next",
    ),
    "rows": Column(nw.Int64, "Regels", "Lines, and from trajectories on: trajectories, left over"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a step of the construction."""

FINDINGS: Final[Table] = {
    "rule": Column(nw.String, "Regel", "Code of the rule"),
    "severity": Column(nw.String, "Ernst", "error (the line is rejected) or warning"),
    "file": Column(nw.String, "Bestand", "Name of the file"),
    "rows": Column(nw.Int64, "Aantal regels", "Lines the rule found"),
    "message": Column(nw.String, "Melding", "One Dutch sentence, without a value from the file"),
}
"""A row is a rule that found something in a file."""

BASICS: Final[Table] = {
    "year": Column(nw.Int64, "Jaar", "Calendar year"),
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients with a day of care in the year"),
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories with a day of care in the year"),
    "providers": Column(nw.Int64, "Aanbieders", "Different providers of that care"),
}
"""A row is a calendar year."""

PARTS: Final[Table] = {
    "year": BASICS["year"],
    "part": Column(nw.String, "Deel", "ggz, unknown_sector, top_5 or top_10"),
    "side": Column(nw.String, "Kant", "inside or outside the part"),
    "trajectories": BASICS["trajectories"],
    "clients": BASICS["clients"],
}
"""A row is a side of a part of the trajectories of a year."""

MUNICIPALITY_CLIENTS: Final[Table] = {
    "municipality": DECLARATIONS["municipality"],
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients with a day of care in the period"),
}
"""A row is a municipality."""

HEADLINES: Final[Table] = {
    "headline": Column(
        nw.String, "Kerncijfer", "clients, trajectories, chains, long_chains or trigger_starts"
    ),
    "number": Column(nw.Int64, "Aantal", "How many there are"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a headline figure."""

THIRDS: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "client_id": DECLARATIONS["client_id"],
    "municipality": DECLARATIONS["municipality"],
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "referrer": DECLARATIONS["referrer"],
    "start": TRAJECTORIES["start"],
    "quarter": Column(nw.Int64, "Kwartaal", "Of the start: 4 * year + quarter - 1"),
    "year": Column(nw.Int64, "Jaar", "Of the start"),
    "first_quarter": Column(nw.Int64, "Eerste kwartaal", "Where the trend begins"),
    "position": CHAINED["position"],
    "step": CHAINED["step"],
    "status": TRIGGERS["status"],
    "days_between": Column(nw.Int64, "Dagen tussen", "From the start before it to this start"),
    "provider_change": Column(nw.String, "Aanbieder", "same or other than before, or unknown"),
}
"""A row is a third or later start in the trend ("third" is the trigger position)."""

THIRD_COUNTS: Final[Table] = {
    "status": TRIGGERS["status"],
    "thirds": Column(nw.Int64, "Derde trajecten", "Third and later starts"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a status within a quarter, a year or a municipality."""

ATTENTION: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "client_id": DECLARATIONS["client_id"],
    "municipality": DECLARATIONS["municipality"],
    "care_form": DECLARATIONS["care_form"],
    "start": TRAJECTORIES["start"],
    "end": TRAJECTORIES["end"],
    "status": TRAJECTORIES["status"],
    "talk": Column(nw.String, "Gesprek", "attention: not yet held, or not known; prepared: held"),
}
"""A row is a chain whose next start would be the third."""

REFERRALS: Final[Table] = {
    "year": BASICS["year"],
    "referrer": DECLARATIONS["referrer"],
    "trajectories": Column(nw.Int64, "Begonnen trajecten", "Trajectories that began"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a referrer in a year."""

FIRST_FORMS: Final[Table] = {
    "referrer": DECLARATIONS["referrer"],
    "care_form": DECLARATIONS["care_form"],
    "chains": Column(nw.Int64, "Reeksen", "Chains that began with this care form"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a care form with which chains of a referrer began."""

FOLLOWED: Final[Table] = {
    "referrer": DECLARATIONS["referrer"],
    "months": Column(nw.Int64, "Maanden", "How long every chain was followed from its first start"),
    "position": CHAINED["position"],
    "reached": Column(nw.String, "Bereikt", "yes or no: whether that position began in time"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is an answer, by referrer, months followed and position."""

COHORT_LENGTHS: Final[Table] = {
    "cohort": Column(nw.Int64, "Begonnen in", "Calendar year of the first start of the chain"),
    "length": CHAIN_LENGTHS["length"],
    "longest": Column(
        nw.Int64, "Langste", "Longest length in this class; more than length: merged"
    ),
    "chains": Column(nw.Int64, "Reeksen", "Chains of that length, followed equally long"),
    "clients": CHAIN_LENGTHS["clients"],
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents of the trajectories that began in time"),
    "providers": Column(nw.Int64, "Aanbieders", "Different providers among them"),
}
"""A row is a length in a cohort of chains."""

FLOWS: Final[Table] = {
    "column": Column(nw.Int64, "Van traject", "Position that the stream leaves: 1, 2 or 3"),
    "source": Column(nw.String, "Van", "Care form; MISSING in the rest"),
    "source_kind": Column(nw.String, "Soort van", "form or rest"),
    "target": Column(nw.String, "Naar", "Care form; MISSING in the rest and at an end"),
    "target_kind": Column(
        nw.String, "Soort naar", "form, rest, ended, running, too_recent or unknown_end"
    ),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a stream: from a place in one column of the flow to a place in the next."""

ROUTES: Final[Table] = {
    "rank": Column(nw.Int64, "Plaats", "1, 2, … by number of chains; 0 for all other routes"),
    "route": Column(nw.String, "Route", "As in VARIANTS; MISSING for all other routes"),
    "routes": Column(nw.Int64, "Routes", "Different routes in this row"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a frequent route, or all other routes together."""

FOLLOWUPS: Final[Table] = {name: column for name, column in FLOWS.items() if name != "column"}
"""A row is what followed the first trajectory: from its care form to a form, the rest or an end."""

RECONCILED: Final[Table] = {
    "outcome": Column(
        nw.String, "Uitkomst", "matched, different (amount), only_municipality or only_provider"
    ),
    "lines": Column(nw.Int64, "Regels", "Records: a line that both sides delivered counts once"),
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "municipality_cents": Column(nw.Int64, "Bedrag gemeente", "Cents that the municipality has"),
    "provider_cents": Column(nw.Int64, "Bedrag aanbieder", "Cents that the provider has"),
}
"""A row is an outcome of laying both sides together, behind the key of its group."""

SIDE_EUROS: Final[Table] = {
    name: column for name, column in RECONCILED.items() if name != "outcome"
}
"""A row is a group with the euros that each side has for it, behind the key of the group."""

SIDED: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "client_id": DECLARATIONS["client_id"],
    "provider": DECLARATIONS["provider"],
    "quarter": THIRDS["quarter"],
    "outcome": Column(nw.String, "Uitkomst", "both, only_municipality or only_provider"),
}
"""A row is a trajectory of which it is known who delivered its lines."""

REASON_COUNTS: Final[Table] = {
    "side": Column(nw.String, "Kant", "Who alone has the lines: municipality or provider"),
    "reason": Column(nw.String, "Reden", "One of REASONS in core.quality.reasons"),
    "lines": RECONCILED["lines"],
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": DECLARATIONS["amount_cents"],
}
"""A row is a reason why lines of one side have no counterpart, behind the key of its group."""

ALLOCATED: Final[Table] = {
    "state": Column(nw.String, "Stand", "declared, started (not declared) or waiting (neither)"),
    "allocations": Column(nw.Int64, "Toewijzingen", "Allocations in their newest state"),
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "budget_cents": ALLOCATIONS["budget_cents"],
}
"""A row is how far allocations came, behind the key of its group."""

COMPLETENESS: Final[Table] = {
    "supplier": Column(nw.String, "Aanleveraar", "Provider or municipality whose lines they are"),
    "month": Column(nw.Int64, "Maand", "12 * year + month - 1"),
    "state": Column(nw.String, "Stand", "before, delivered, partial, missing, after or recent"),
    "share": Column(nw.Float64, "Gevuld", "Lines against the months around; null if none"),
    "clients": Column(nw.Int64, "Jeugdigen", "Median number a month of the supplier, over all"),
    "lines": Column(nw.Int64, "Regels", "Lines with a day in the month"),
    "usual": Column(nw.Int64, "Gewoonlijk", "Median of the lines of the months around; 0 if none"),
}
"""A row is a month of a supplier."""

LAGS: Final[Table] = {
    "age": Column(nw.Int64, "Maanden later", "Months between the last day of care and declaring"),
    "lines": Column(nw.Int64, "Regels", "Lines declared within that many months"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a number of months, cumulated: lines of it are among those of every later row."""

START_SOURCES: Final[Table] = {
    "start_source": DECLARATIONS["start_source"],
    "dated": DECLARATIONS["dated"],
    "lines": Column(nw.Int64, "Regels", "Accepted lines"),
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents of those lines; without an amount 0"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is where starts come from, lines with and without days of their own apart."""

REPAIRED: Final[Table] = DECLARATIONS | {
    "repaired": Column(nw.Boolean, "Hersteld", "Whether a repair gave the line another value"),
}
"""A row is an accepted declaration line after the repairs that somebody chose."""

REPAIR_COUNTS: Final[Table] = {
    "repair": Column(nw.String, "Herstel", "Name of the repair"),
    "lines": Column(nw.Int64, "Regels", "Lines that the repair touches or drops"),
    "dropped": Column(nw.Int64, "Weggelaten", "Lines that the repair drops among them"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a chosen repair, in the order in which they are done."""

VERSIONS: Final[Table] = {
    "quarter": Column(nw.Int64, "Kwartaal", "Of the begin: 4 * year + quarter - 1"),
    "version": Column(nw.String, "Levering", "before (the earlier delivery) or after (this one)"),
    "lines": Column(nw.Int64, "Regels", "Accepted lines"),
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents of those lines; without an amount 0"),
}
"""A row is a quarter in one of two versions of a delivery."""

CHANGES: Final[Table] = {
    "quarter": VERSIONS["quarter"],
    "change": Column(nw.String, "Wijziging", "added, removed or changed"),
    "lines": Column(nw.Int64, "Regels", "Lines of which that is so"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is what happened to lines of a quarter between two versions of a delivery."""

TOPIC_COUNTS: Final[Table] = {
    "topic": Column(
        nw.String,
        "Onderwerp",
        "duration, order, referrer, money, volume, sides or freshness",
    ),
    "part": Column(nw.String, "Deel", "lacking (what the topic needs is not there) or whole"),
    "number": Column(nw.Int64, "Aantal", "Lines; of duration and referrer trajectories"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is the whole of what a topic is about, or the part of it that lacks something."""

DEPTHS: Final[Table] = {
    "year": BASICS["year"],
    "at_once": Column(nw.Int64, "Tegelijk", "Trajectories on one day: 1, or 2 for 2 or more"),
    "days": Column(nw.Int64, "Dagen", "Days of care on which it was so, of all clients together"),
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients with such a day"),
}
"""A row is a number of trajectories at once in a year."""

EXTRA: Final[Table] = {
    "year": BASICS["year"],
    "extra_days": Column(nw.Int64, "Extra dagen", "Days of care times the trajectories after one"),
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients with a day of three or more"),
}
"""A row is a year."""

STACKED: Final[Table] = {
    "year": BASICS["year"],
    "is_stacked": Column(nw.Int64, "Gestapeld", "1: at least one day with two or more, 0: none"),
    "number": Column(nw.Int64, "Aantal", "Clients, as a part of all with care in the year"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether clients of a year ever had two trajectories at once."""

REACHED: Final[Table] = {
    "at_once": Column(nw.Int64, "Tegelijk", "Trajectories on one day, at least"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a number of trajectories that clients had at once at least one day, cumulated."""

SAME_FORMS: Final[Table] = {
    "care_form": DECLARATIONS["care_form"],
    "days": Column(nw.Int64, "Dagen", "Days with this care form from two providers or more"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a care form that clients had twice at the same time."""

FORM_PAIRS: Final[Table] = {
    "first": Column(nw.String, "Hulpvorm", "First care form of the pair in order of text"),
    "second": Column(nw.String, "En", "The other care form"),
    "how": Column(nw.String, "Hoe", "together: on at least one day both; apart: never on one day"),
    "clients": CHAIN_LENGTHS["clients"],
    "days": Column(nw.Int64, "Dagen samen", "Days on which clients held both"),
}
"""A row is how clients had a pair of care forms; MISSING is the rest."""

SET_SEPARATOR: Final = "\x1f"
"""Stands between the care forms of a set; no label holds it."""

FORM_SETS: Final[Table] = {
    "forms": Column(nw.String, "Combinatie", "Care forms in order, joined by SET_SEPARATOR"),
    "size": Column(nw.Int64, "Hulpvormen", "Different care forms in it; 0: all other sets"),
    "clients": CHAIN_LENGTHS["clients"],
    "days": Column(nw.Int64, "Dagen", "Days on which exactly this set was held"),
}
"""A row is a set of care forms that were held at the same time."""

SELECTED: Final[Table] = {
    "year": BASICS["year"],
    "side": Column(nw.String, "Kant", "inside or outside the selection"),
    "clients": BASICS["clients"],
    "trajectories": BASICS["trajectories"],
    "amount_cents": Column(
        nw.Int64, "Bedrag", "Cents of the trajectories that began in the year, up to as_of"
    ),
    "providers": BASICS["providers"],
}
"""A row is the care of a year inside or outside a selection."""

SELECTED_CLIENTS: Final[Table] = {
    "year": BASICS["year"],
    "part": Column(
        nw.String, "Deel", "only (nothing else), both, or without it; or inside: only and both"
    ),
    "number": STACKED["number"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a part of the clients with care in a year."""

PLACES: Final[Table] = {
    "place": Column(
        nw.String, "Plaats", "first, after, beside other care, or unknown (ran when data begin)"
    ),
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories of the selection that began"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is where trajectories of a selection stand in the care of their client."""

NEIGHBOURS: Final[Table] = {
    "side": Column(nw.String, "Kant", "before or after"),
    "care_form": Column(nw.String, "Hulpvorm", "Of the neighbour; MISSING when there is none"),
    "kind": Column(nw.String, "Soort", "form, none or rest"),
    "trajectories": PLACES["trajectories"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is what stood before or after trajectories of a selection."""

OTHER_SCHEMES: Final[Table] = DECLARATIONS | {
    "scheme": Column(
        nw.String, "Regeling", "wmo, participatiewet, wlz, zvw or schuldhulp: never youth care"
    ),
}
"""A row is an accepted line of another scheme than youth care; it takes no part in chains."""

SCHEME_YEARS: Final[Table] = {
    "year": BASICS["year"],
    "schemes": Column(nw.String, "Regelingen", "Codes of the schemes in order, joined"),
    "how": Column(
        nw.String, "Hoe", "alone (one scheme), together (on one day), or apart (never on one day)"
    ),
    "number": STACKED["number"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a set of schemes that clients had in a year."""

EXCEPTED: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "extension": Column(nw.Int64, "Verlenging", "1 when provider and form are as before, else 0"),
    "parallel": Column(nw.Int64, "Gelijktijdig", "1 when it is beside earlier care, else 0"),
    "crisis": Column(nw.Int64, "Crisis", "1 when a line of it is crisis care, else 0"),
    "measures": Column(nw.Int64, "Maatregel", "1 when it is or began under a measure, else 0"),
    "agreed": Column(nw.Int64, "Uitgezonderd", "1 when one of these is agreed in the rules"),
}
"""A row is a start at the trigger, with the exceptions that hold of it."""

STANDINGS: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "client_id": DECLARATIONS["client_id"],
    "chain": CHAINED["chain"],
    "municipality": DECLARATIONS["municipality"],
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "referrer": DECLARATIONS["referrer"],
    "start": TRAJECTORIES["start"],
    "end": TRAJECTORIES["end"],
    "status": TRAJECTORIES["status"],
    "position": Column(nw.Int64, "Volgnummer", "Position that the chain has reached"),
    "standing": Column(
        nw.String,
        "Stand van de afspraak",
        "not_yet, attention, prepared, evaluated, late_possible, late, without, excepted, unknown",
    ),
}
"""A row is a live chain, by its latest start, and where it stands in the agreement."""

AFTER_TALKS: Final[Table] = {
    "conclusion": EVALUATIONS["conclusion"],
    "outcome": Column(
        nw.String, "Daarna", "nothing, down, same, up, other (cannot be compared) or too_recent"
    ),
    "talks": Column(nw.Int64, "Gesprekken", "Talks of which that is so"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is what began within six months after talks with a conclusion."""

OPENINGS: Final[Table] = {
    "opening": Column(
        nw.String, "Begin", "light (rung 1 or 2), middle, heavy (6 and up) or unranked"
    ),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is how heavy the first trajectory of chains is."""

STARTED_WEIGHTS: Final[Table] = {
    "weight": Column(nw.String, "Zwaarte", "low, high (rung 6 and up) or unranked"),
    "starts": Column(nw.Int64, "Begonnen trajecten", "Trajectories that began in chains"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is how heavy started trajectories are."""

UP_TIMES: Final[Table] = {
    "group": OPENINGS["opening"],
    "day": Column(nw.Int64, "Dag", "Days from the first care on the ladder"),
    "cause": Column(nw.String, "Oorzaak", "next (went up), ended, or empty: not seen to the end"),
    "number": Column(nw.Int64, "Reeksen", "Chains that left on that day"),
    "clients": Column(nw.Int64, "Jeugdigen", "Persons whose earliest chain is among them"),
}
"""A row is a day on which chains of an opening went up, were over, or are seen no further."""

STEP_KINDS: Final[Table] = {
    "step": Column(
        nw.String,
        "Stap",
        "up, down, other_form, other_provider or again (same rung), beside or unranked",
    ),
    "starts": Column(nw.Int64, "Vervolgstappen", "Later starts in chains"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a kind of later start, those on one rung told apart by form and provider."""

LEVEL_ROUTES: Final[Table] = {
    "route": Column(nw.String, "Treden", "Rungs in a row, unranked care skipped: 2>3>7"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": Column(nw.Int64, "Jeugdigen", "Persons whose earliest chain is among them"),
}
"""A row is a route over the rungs that chains took."""

STRATA: Final[Table] = {
    "age": Column(nw.Int64, "Leeftijd", "Lowest age of the band at the first start; -1 unknown"),
    "referrer": DECLARATIONS["referrer"],
    "sector": DECLARATIONS["sector"],
    "year": Column(nw.Int64, "Begonnen in", "Calendar year of the first start of the chain"),
    "begun": Column(nw.String, "Begin", "light or heavier, by the first trajectory"),
    "clients": Column(nw.Int64, "Jeugdigen", "Persons, each with the first chain that is seen"),
    "providers": Column(nw.Int64, "Aanbieders", "Different providers of their care in that time"),
    "priced": Column(nw.Int64, "Met bedrag", "Persons of whom every trajectory has an amount"),
    "onward": Column(nw.Int64, "Verder", "Persons for whom a next trajectory began in that time"),
    "long": Column(nw.Int64, "Drie of meer", "Persons with three or more in a row in that time"),
    "days": Column(nw.Int64, "Dagen hulp", "Sum of the days with care in that time"),
    "days_squared": Column(nw.Int64, "Dagen hulp, kwadraat", "Sum of their squares"),
    "euros": Column(nw.Int64, "Kosten", "Sum of whole euros for those days, of who is priced"),
    "euros_squared": Column(nw.Int64, "Kosten, kwadraat", "Sum of their squares"),
}
"""A row is a beginning in a group of persons who are alike in age, referrer, sector and year."""

ALIKE_COSTS: Final[Table] = {
    **{name: STRATA[name] for name in ("age", "referrer", "sector", "year", "begun")},
    "client_id": DECLARATIONS["client_id"],
    "provider": DECLARATIONS["provider"],
    "cents": Column(nw.Int64, "Kosten", "Cents for the days within the follow-up"),
}
"""A row is what a priced person of STRATA had of a provider; it never leaves the model."""

FOLLOWED_ROUTES: Final[Table] = {
    "variant": VARIANTS["variant"],
    "chains": CHAIN_LENGTHS["chains"],
    "clients": LEVEL_ROUTES["clients"],
    "days": Column(nw.Int64, "Dagen", "From first to last day, added up over the chains"),
    "rises": Column(nw.Int64, "Met opschaling", "Chains in which a start went up the ladder"),
    "falls": Column(nw.Int64, "Met afschaling", "Chains in which a start went down the ladder"),
    "amount_cents": TRAJECTORIES["amount_cents"],
    "providers": Column(nw.Int64, "Aanbieders", "Different providers among these trajectories"),
}
"""A row is a route that chains took within the time they were followed."""

ROUTE_AMOUNTS: Final[Table] = {
    "variant": VARIANTS["variant"],
    "client_id": DECLARATIONS["client_id"],
    "provider": DECLARATIONS["provider"],
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents of those trajectories; without amount 0"),
}
"""A row is what a client had of a provider along a followed route; it never leaves the model."""

ROUTE_GROUPS: Final[Table] = {
    "groups": Column(nw.Int64, "Aantal groepen", "How many groups the routes were divided over"),
    "group": Column(nw.Int64, "Groep", "1, 2, … from light to heavy; 0 is all together"),
    "rank": Column(nw.Int64, "Plaats", "0 for the whole group, 1, 2, … its most frequent routes"),
    "route": Column(nw.String, "Route", "As in VARIANTS; MISSING for the whole group"),
    "main_form": Column(nw.String, "Vooral", "Care form that stands in the group most often"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": LEVEL_ROUTES["clients"],
    "rises": FOLLOWED_ROUTES["rises"],
    "falls": FOLLOWED_ROUTES["falls"],
    "no_rise": Column(nw.Int64, "Zonder opschaling", "The other chains"),
    "no_fall": Column(nw.Int64, "Zonder afschaling", "The other chains"),
    "median_length": Column(nw.Float64, "Trajecten op rij", "Median over the chains"),
    "mean_days": Column(nw.Float64, "Dagen", "Mean from first to last day, within the follow-up"),
    "amount_cents": TRAJECTORIES["amount_cents"],
    "providers": Column(nw.Int64, "Aanbieders", "At least so many different ones"),
    "returned": Column(nw.Int64, "Komt terug", "In how many of 100 draws the group came back"),
    "silhouette": Column(nw.Float64, "Silhouet", "Of the division; 1 is sharp, 0 is no groups"),
    "separation": Column(nw.Float64, "Calinski-Harabasz", "Of the division; larger is sharper"),
    "correlation": Column(nw.Float64, "Puntbiseriële correlatie", "Of the division; at most 1"),
    "chosen": Column(nw.Int64, "Gekozen", "1 in the division that is shown, else 0"),
}
"""A row is a group of routes in a division over so many groups, or a frequent route in it."""

ELSEWHERE: Final = ":rest"
"""In a network: all places that are too rare to name, together. No label begins with a colon."""

BEGINNING: Final = ":begin"
"""In a network: before the first trajectory of a chain."""

NOT_FOLLOWED: Final = ":ended"
"""In a network: nothing followed, and nothing can follow in the same chain any more."""

STILL_OPEN: Final = ":open"
"""In a network: nothing followed yet, but help runs on or it is too early to know."""

FOLLOWS: Final[Table] = {
    "source": Column(nw.String, "Van", "Care form or provider; ELSEWHERE if too rare to name"),
    "target": Column(
        nw.String, "Naar", "What came next: a place, ELSEWHERE, NOT_FOLLOWED or STILL_OPEN"
    ),
    "transitions": TRANSITIONS["transitions"],
    "clients": CHAIN_LENGTHS["clients"],
    "low_gap_days": Column(
        nw.Float64, "Kwart (dagen)", "Lower quartile of the days without care between; null at ends"
    ),
    "median_gap_days": Column(nw.Float64, "Mediaan (dagen)", "Median of those days"),
    "high_gap_days": Column(nw.Float64, "Driekwart (dagen)", "Upper quartile of those days"),
}
"""A row is an ordered pair of places in chains, overlap counted as no days between."""

OVERLAPS: Final[Table] = {
    "source": FOLLOWS["source"],
    "target": FOLLOWS["target"],
    "overlapping": TRANSITIONS["overlapping"],
    "clients": CHAIN_LENGTHS["clients"],
    "median_overlap_days": Column(
        nw.Float64, "Dagen samen", "Median days shared with earlier care, where any are; else null"
    ),
}
"""A row is an ordered pair of places, counting only the transitions that share days."""

BEGINNINGS: Final[Table] = {
    "source": FOLLOWS["source"],
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a care form with which chains begin."""

PROVIDER_STEPS: Final[Table] = {
    "position": CHAINED["position"],
    "provider_change": THIRDS["provider_change"],
    "starts": Column(nw.Int64, "Vervolgtrajecten", "Trajectories of kind next that are no first"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether the provider stayed the same, by position; the last position may be merged."""

CHAIN_COSTS: Final[Table] = {
    "chains": CHAIN_LENGTHS["chains"],
    "running": Column(nw.Int64, "Loopt nog", "Chains among them of which care runs or may go on"),
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": Column(nw.Int64, "Kosten", "Cents of whole chains up to as_of"),
    "lower_cents": Column(nw.Int64, "Onderste kwart", "A quarter of the chains cost this or less"),
    "middle_cents": Column(nw.Int64, "Middelste", "Half of the chains cost this or less"),
    "upper_cents": Column(nw.Int64, "Bovenste kwart", "Three quarters cost this or less"),
}
"""A row is a group of chains with what they cost, behind the key of the group."""

COST_PARTS: Final[Table] = {
    "part": Column(nw.Int64, "Deel", "1 (dearest) up: parts of equally many chains, by cost"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": CHAIN_COSTS["amount_cents"],
}
"""A row is a part of the chains, from the dearest on."""

PRICED: Final[Table] = {
    "priced": Column(nw.Int64, "Met bedrag", "1: every trajectory of the chain has an amount"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether chains can be priced."""

REPLACEABLE: Final[Table] = {
    "quarter": THIRDS["quarter"],
    "thirds": Column(nw.Int64, "Derde trajecten", "Starts at the trigger position"),
    "priced": Column(nw.Int64, "Met bedrag", "Those that have an amount, as has the one before"),
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "third_cents": Column(nw.Int64, "Kosten derde", "Cents of their first year"),
    "second_cents": Column(nw.Int64, "Kosten tweede", "Cents of the first year of those before"),
}
"""A row is a whole quarter of starts that a what-if may replace."""

PATTERN_COUNTS: Final[Table] = {
    "outcome": Column(nw.String, "Uitkomst", "found, absent, open (goes on) or too_recent"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": COHORT_LENGTHS["amount_cents"],
}
"""A row is whether chains follow a pattern."""

PRECEDING: Final[Table] = {
    "kind": Column(nw.String, "Soort", "nothing, something, invisible; or form or rest within"),
    "care_form": Column(nw.String, "Ging vooraf", "Care form of the year before; else MISSING"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is what went before first starts; rows of care forms overlap, those of kinds do not."""

RETURNS: Final[Table] = {
    "question": Column(
        nw.String, "Terugkeer", "again, again_elsewhere, returned or ping_pong (A-B-A)"
    ),
    "answer": Column(nw.String, "Antwoord", "yes or no"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is an answer, of the chains that are long enough for the question."""

STATE_COUNTS: Final[Table] = {
    "month": Column(nw.Int64, "Maand", "Months since the first start"),
    "state": Column(
        nw.Int64, "Stand", "-2 rest, -1 too recent, 0 no help, 1 without a rung, else level + 1"
    ),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a state in a month."""

MONTH_ENTROPIES: Final[Table] = {
    "month": STATE_COUNTS["month"],
    "entropy": Column(nw.Float64, "Spreiding", "0 (all in one state) to 1 (even over all states)"),
    "clients": CHAIN_LENGTHS["clients"],
    "alike": Column(nw.Int64, "Meest voorkomend", "Young people in the state of most of them"),
}
"""A row is a month since the first start."""

INDICATORS: Final[Table] = {
    "indicator": Column(nw.String, "Kengetal", "Name of a figure in core.sequences.indicators"),
    "mean": Column(nw.Float64, "Gemiddeld", "Mean over the young people"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a figure about the courses of young people."""

PATHS: Final[Table] = {
    "path": Column(nw.String, "Pad", "Levels in order, joined by >; rest for all rare ones"),
    "part": Column(nw.Int64, "Deel", "1, 2, … along the path"),
    "level": TRAJECTORIES["level"],
    "chains": CHAIN_LENGTHS["chains"],
    "clients": CHAIN_LENGTHS["clients"],
    "begun_months": Column(nw.Float64, "Begin", "Median months from the first start to its begin"),
    "until_months": Column(nw.Float64, "Einde", "Median months from the first start to its end"),
}
"""A row is a part of a path up and down the ladder."""

WORKLIST: Final[Table] = STANDINGS | {
    "days": Column(nw.Int64, "Dagen hulp", "From the latest start up to its end or as_of"),
    "clients": Column(nw.Int64, "Jeugdigen", "1: a row is one person"),
}
"""A row is a live chain about which a talk is asked."""

HISTORY: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "position": CHAINED["position"],
    "kind": CHAINED["kind"],
    "care_form": DECLARATIONS["care_form"],
    "provider": DECLARATIONS["provider"],
    "start": TRAJECTORIES["start"],
    "end": TRAJECTORIES["end"],
    "status": TRAJECTORIES["status"],
    "step": CHAINED["step"],
    "gap_days": CHAINED["gap_days"],
    "clients": WORKLIST["clients"],
}
"""A row is a trajectory in the history of one person."""

ATTENDED: Final[Table] = {
    "date": EVALUATIONS["date"],
    "youth_present": EVALUATIONS["youth_present"],
    "conclusion": EVALUATIONS["conclusion"],
    "parties": EVALUATIONS["parties"],
    "clients": WORKLIST["clients"],
}
"""A row is a talk in the history of one person."""

TALKS_FOLLOWED: Final[Table] = {
    "client_id": DECLARATIONS["client_id"],
    "date": EVALUATIONS["date"],
    "start": Column(nw.Int64, "Datum gesprek", "The date again: what a selection looks at"),
    "municipality": DECLARATIONS["municipality"],
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "referrer": DECLARATIONS["referrer"],
    "conclusion": EVALUATIONS["conclusion"],
    "outcome": AFTER_TALKS["outcome"],
}
"""A row is a talk, by the care it was about, and what began within six months."""

INCIDENCES: Final[Table] = {
    "position": CHAINED["position"],
    "cause": Column(nw.String, "Wat kwam er", "next, or left: of age or deceased"),
    "day": Column(nw.Int64, "Dagen", "Whole days since the trajectory ended"),
    "at_risk": Column(nw.Int64, "Nog gevolgd", "Persons just before the day to whom nothing came"),
    "incidence": Column(nw.Float64, "Aandeel", "Cumulative incidence up to and including the day"),
    "shown": Column(nw.Int64, "Gezien", "Persons that the steps so far stand for"),
}
"""A row is a day after the end of a trajectory, by its position and what came."""

DURATIONS: Final[Table] = {
    "care_form": DECLARATIONS["care_form"],
    "trajectories": BASICS["trajectories"],
    "clients": CHAIN_LENGTHS["clients"],
    "running": Column(nw.Int64, "Loopt nog", "Trajectories that run on as_of"),
    "silent": Column(nw.Int64, "Einde onbekend", "Trajectories of which no end is known"),
    "quarter_days": Column(nw.Float64, "Een kwart klaar", "Days; null when it is not reached"),
    "median_days": Column(nw.Float64, "De helft klaar", "Days; null when it is not reached"),
    "three_quarter_days": Column(
        nw.Float64, "Driekwart klaar", "Days; null when it is not reached"
    ),
}
"""A row is a care form with the quartiles of how long its trajectories last."""

ENDINGS: Final[Table] = {
    "reason": Column(nw.String, "Reden einde", "planned, early, switched, else or undelivered"),
    "outcome": Column(nw.String, "Wat volgde", "up, same, down, unranked, others or none"),
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories that ended, followed for a year"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is what came within a year after trajectories that ended for a kind of reason."""

STOCK_FLOWS: Final[Table] = {
    "period": Column(nw.Int64, "Periode", "A quarter or a month, by its number"),
    "flow": Column(nw.String, "Stand of stroom", "begin, inflow, outflow or end"),
    "number": Column(nw.Int64, "Aantal", "Trajectories, or times that a young person had care"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a stock at the edge of a period, or what came or went within it."""

RENEWALS: Final[Table] = {
    "year": BASICS["year"],
    "depth": Column(nw.Int64, "Jaren terug", "How many years before the year were looked at"),
    "use": Column(nw.String, "Beroep", "new, renewed or continued: no day between"),
    "starts": Column(nw.Int64, "Begonnen trajecten", "Trajectories of those clients in the year"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether young people who started help in a year had help before."""

COMEBACKS: Final[Table] = {
    "year": BASICS["year"],
    "months": FOLLOWED["months"],
    "returned": Column(nw.String, "Terug", "yes or no: whether help began again in time"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether young people of whom all help ended in a year came back."""

NEXT_STEPS: Final[Table] = {
    "position": Column(nw.Int64, "Na hoeveel trajecten", "Position the chain had reached"),
    "care_form": Column(nw.String, "Eerste hulpvorm", "Care form the chain began with"),
    "age": Column(nw.Int64, "Leeftijd", "Lowest age of the band at that start; -1 is unknown"),
    "referrer": DECLARATIONS["referrer"],
    "year": Column(nw.Int64, "Jaar", "Calendar year in which that position began"),
    "reached": Column(nw.Int64, "Vervolg", "1 when the next position began in time, else 0"),
    "chains": CHAIN_LENGTHS["chains"],
    "clients": LEVEL_ROUTES["clients"],
}
"""A row is an answer of alike chains: whether a next trajectory began in time."""

ODDS: Final[Table] = {
    "care_form": NEXT_STEPS["care_form"],
    "reached": Column(nw.Int64, "Met vervolg", "Chains in which the next position began in time"),
    "unreached": Column(nw.Int64, "Zonder vervolg", "The other chains"),
    "clients": Column(nw.Int64, "Jeugdigen", "Persons in the smaller of both"),
}
"""A row is a group of alike chains: how often a next trajectory began in time."""

CALIBRATED: Final[Table] = {
    "part": Column(nw.Int64, "Deel", "1, 2, … from the lowest to the highest expectation"),
    "expected": Column(nw.Float64, "Verwacht", "Mean expectation for these groups, a share"),
    "reached": ODDS["reached"],
    "unreached": ODDS["unreached"],
    "clients": ODDS["clients"],
    "until_year": Column(nw.Int64, "Geleerd tot", "First year that is compared, not learned from"),
}
"""A row is groups of chains with about the same expectation, and how often it came true."""

ON_PAPER: Final[Table] = {
    "trajectory_id": TRAJECTORIES["trajectory_id"],
    "reason": Column(
        nw.String,
        "Reden",
        "contract_year, code_change, reorganisation, takeover or turning_18",
    ),
}
"""A row is a trajectory that began on paper only."""

DAY_PRICES: Final[Table] = {
    "care_form": DECLARATIONS["care_form"],
    "cents_per_day": Column(nw.Float64, "Prijs per dag", "Median cents for a day of care"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a care form and what a day of it typically costs."""

TIMELINE: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "kind": CHAINED["kind"],
    "position": Column(nw.Int64, "Volgnummer", "Position in the chain; 0 when it takes none"),
    "start": TRAJECTORIES["start"],
    "end": Column(nw.Int64, "Tot", "First day without care, no later than the day after as_of"),
    "status": TRAJECTORIES["status"],
    "clients": Column(nw.Int64, "Jeugdigen", "1: a row is one person"),
}
"""A row is a trajectory of one chain, or uncounted care of its client during that chain."""

TIMELINE_TALKS: Final[Table] = {
    "date": EVALUATIONS["date"],
    "clients": TIMELINE["clients"],
}
"""A row is an evaluation talk about the client of one chain."""

LONGEST_CHAINS: Final[Table] = {
    "trajectory_id": Column(nw.Int64, "Traject", "First trajectory of the chain"),
    "care_form": DECLARATIONS["care_form"],
    "start": Column(nw.Int64, "Begin", "First day of the chain"),
    "length": CHAIN_LENGTHS["length"],
    "trajectories": Column(nw.Int64, "Trajecten", "All counted trajectories, beside ones included"),
    "clients": TIMELINE["clients"],
}
"""A row is one of the chains with most trajectories in a row."""

LATER: Final[Table] = {
    "source": FOLLOWS["source"],
    "target": Column(nw.String, "Later", "Place that came later in the same chain, at once or not"),
    "pairs": Column(nw.Int64, "Paren", "Each trajectory of the source with each later one"),
    "chains": Column(nw.Int64, "Ooit later (reeksen)", "Chains with at least one such pair"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is an ordered pair of places of which the second came ever later in a chain."""

FALLEN: Final[Table] = {
    "reason": Column(
        nw.String, "Reden", "Why rows fall off at a step of the construction; kept: they do not"
    ),
    "rows": ATTRITION["rows"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a reason at one step of the construction."""

OPEN_FIGURES: Final[Table] = {
    "topic": Column(nw.String, "Onderwerp", "What is measured: a key of core.opendata.topics"),
    "region": Column(
        nw.String, "Gebied", "Code without padding: NL01, PV.., JZ.., SV.., GM.., WK.."
    ),
    "period": Column(nw.String, "Periode", "As published: 2023JJ00, 2023HJ01 or a day 2023-12-31"),
    "year": Column(nw.Int64, "Jaar", "Calendar year of the period"),
    "category": Column(
        nw.String,
        "Onderdeel",
        "Form, referrer, age or kind of costs within the topic; empty is all",
    ),
    "value": Column(
        nw.Float64, "Waarde", "The figure in the unit of the topic; null when not published"
    ),
    "status": Column(
        nw.String, "Status", "definitive, revised, provisional, or estimated by us from others"
    ),
    "source": Column(nw.String, "Brontabel", "Id of the table it comes from"),
}
"""A row is one figure of an open source. Null is unknown, never zero."""

OPEN_SOURCES: Final[Table] = {
    "source": OPEN_FIGURES["source"],
    "title": Column(nw.String, "Titel", "Title as published"),
    "publisher": Column(nw.String, "Uitgever", "Who publishes the table"),
    "licence": Column(nw.String, "Licentie", "Licence under which anybody may use it"),
    "address": Column(nw.String, "Vindplaats", "Page where people read about the table"),
    "modified": Column(nw.String, "Bijgewerkt", "ISO day on which the publisher changed it last"),
    "fetched": Column(nw.String, "Opgehaald", "ISO day on which this copy was made"),
    "origin": Column(nw.String, "Herkomst", "published, recorded (verified figures) or fictitious"),
    "first_year": Column(nw.Int64, "Eerste jaar", "First calendar year of its figures"),
    "last_year": Column(nw.Int64, "Laatste jaar", "Last calendar year of its figures"),
    "figures": Column(nw.Int64, "Cijfers", "Figures taken from it, those not published included"),
}
"""A row is a table of open data as it was fetched."""

OPEN_REGIONS: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "name": Column(nw.String, "Naam", "Name as published"),
    "kind": Column(
        nw.String,
        "Soort gebied",
        "country, province, youth_region, school_partnership, municipality or district",
    ),
    "year": Column(nw.Int64, "Jaar", "Year of the division into regions"),
    "municipality": Column(nw.String, "Gemeente", "Municipality of a district; empty otherwise"),
    "province": Column(nw.String, "Provincie", "Province of a municipality; empty otherwise"),
    "youth_region": Column(nw.String, "Jeugdregio", "Youth region of a municipality"),
    "school_partnership": Column(
        nw.String, "Samenwerkingsverband", "Partnership of schools of a municipality"
    ),
    "size_class": Column(
        nw.Int64, "Grootteklasse", "1 (under 5,000) to 8 (250,000 or more); 0 unknown"
    ),
    "urbanity": Column(
        nw.Int64, "Stedelijkheid", "1 (very strongly urban) to 5 (not urban); 0 unknown"
    ),
}
"""A row is a region in the newest division into regions."""

TREND_BREAKS: Final[Table] = {
    "topic": OPEN_FIGURES["topic"],
    "year": Column(nw.Int64, "Eerste jaar na de breuk", "First year that is counted otherwise"),
    "reason": Column(nw.String, "Waardoor", "Key of the sentence that says what changed"),
}
"""A row is a year from which figures of a topic may not be drawn on from those before."""

FEATURES: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "youth_region": OPEN_REGIONS["youth_region"],
    "under_23": Column(nw.Float64, "Jeugdigen tot 23", "Persons younger than 23; null if unknown"),
    "under_18": Column(nw.Float64, "Jeugdigen tot 18", "Persons younger than 18; null if unknown"),
    "aged_12_to_22": Column(nw.Float64, "Jeugdigen 12-22", "Persons of 12 to 22; null if unknown"),
    "low_income_children": Column(
        nw.Float64, "Kinderen in armoede", "Percent of minors, household up to 120% of the minimum"
    ),
    "single_parent": Column(
        nw.Float64, "Eenoudergezinnen", "Percent of households with children that has one parent"
    ),
    "benefit": Column(nw.Float64, "Bijstand", "Percent of households with social assistance"),
    "social_score": Column(nw.Float64, "Sociale score", "SES-WOA; 0 is the country in 2019"),
    "education_high": Column(nw.Float64, "Hoog opgeleid", "Percent with higher education"),
    "origin_outside_europe": Column(
        nw.Float64, "Herkomst buiten Europa", "Percent with an origin outside Europe"
    ),
    "aged_12_to_17": Column(nw.Float64, "Tieners", "Percent of those under 23 that is 12 to 17"),
    "density": Column(nw.Float64, "Adressen in de buurt", "Addresses per km2 around an address"),
}
"""A row is a municipality (or a district) with all that an expectation is made from.

Beside these stands a column for each form of care: young people with it in the year, or null.
"""

EXPECTATIONS: Final[Table] = {
    "region": FEATURES["region"],
    "youth": Column(nw.Float64, "Jeugdigen", "Young people of the age that the outcome is about"),
    "expected": Column(nw.Float64, "Verwacht", "Expected share of them; null if unknown"),
    "logit_error": Column(nw.Float64, "Fout", "Standard error of the logit of the expectation"),
    "dispersion": Column(nw.Float64, "Overspreiding", "Variance as a multiple of that of chance"),
    "spread": Column(nw.Float64, "Spreiding", "Correlation between young people of one region"),
}
"""A row is a region with its expectation, and what the band around it is made from."""

ACTIVE: Final[Table] = {
    "municipality": DECLARATIONS["municipality"],
    "care_form": DECLARATIONS["care_form"],
    "providers": Column(nw.Int64, "Aanbieders", "Different providers with care there"),
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories with a day of care in the period"),
    "clients": CHAIN_LENGTHS["clients"],
    "members": Column(nw.Int64, "Jeugdigen samen", "Clients of all care forms there"),
}
"""A row is a care form in a municipality, with who is active there."""

CELL_PROVIDERS: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "trajectories": ACTIVE["trajectories"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a provider in one cell of ``ACTIVE``."""

CONCENTRATION: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "providers": Column(nw.Int64, "Aanbieders", "1; of a row of several providers how many"),
    "trajectories": ACTIVE["trajectories"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a provider with its care in the period."""

COVERED: Final[Table] = {
    "side": Column(nw.String, "Kant", "inside: of the chosen providers; outside: of others"),
    "trajectories": ACTIVE["trajectories"],
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": Column(nw.Int64, "Kosten", "Cents of those trajectories; without amount 0"),
}
"""A row is the care of the chosen providers, or that of all others."""

PROVIDER_POSITIONS: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "position": Column(nw.Int64, "Volgnummer", "In the chain: 1, 2, or 3 for third and later"),
    "starts": Column(nw.Int64, "Begonnen trajecten", "Trajectories of kind next that began"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a position in chains at which trajectories of a provider began."""

PROVIDER_ENDS: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "early": Column(nw.String, "Voortijdig", "yes or no, of those that say why help ended"),
    "ended": Column(nw.Int64, "Gestopte trajecten", "Trajectories of kind next that ended"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether trajectories of a provider ended early."""

PROVIDER_FOLLOWERS: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "follower": Column(
        nw.String, "Vervolg", "same or other provider within a year; none: no next start"
    ),
    "ended": Column(nw.Int64, "Gestopte trajecten", "Trajectories that ended, followed for a year"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is where help went on within a year after trajectories of a provider ended."""

ALLOCATION_WAITS: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "starts": Column(nw.Int64, "Begonnen toewijzingen", "Allocations of which help began"),
    "clients": CHAIN_LENGTHS["clients"],
    "median_days": Column(
        nw.Float64, "Mediaan dagen", "From the first day allocated to the first day of help"
    ),
}
"""A row is a provider with how long help took to begin after it was allocated."""

WAITING_TIMES: Final[Table] = {
    "provider": DECLARATIONS["provider"],
    "care_form": DECLARATIONS["care_form"],
    "kind": Column(nw.String, "Soort", "intake (up to the first talk) or start (of the help)"),
    "days": Column(nw.Int64, "Wachtdagen", "Days to wait; null when it is not made public"),
    "reference_day": Column(nw.Int64, "Peildatum", "Day at which it was so"),
}
"""A row is a waiting time that a provider told about a care form, as it was supplied."""

LOTS: Final[Table] = {
    "product": DECLARATIONS["product"],
    "year": BASICS["year"],
    "lot": Column(nw.String, "Perceel", "Part of the purchase that the product belongs to"),
    "agreed_cents": Column(nw.Int64, "Afgesproken tarief", "Cents for a unit; null when not told"),
    "ceiling_cents": Column(
        nw.Int64, "Plafond", "Cents that the lot may cost in the year; null when there is none"
    ),
}
"""A row is what was agreed about a product in a year, as it was supplied."""

LOT_USE: Final[Table] = {
    "lot": LOTS["lot"],
    "year": BASICS["year"],
    "lines": SIDE_EUROS["lines"],
    "clients": CHAIN_LENGTHS["clients"],
    "providers": BASICS["providers"],
    "amount_cents": Column(nw.Int64, "Gedeclareerd", "Cents of lines that begin in the year"),
}
"""A row is what was declared of a lot in a year; MISSING is all that is in no lot."""

LOT_RATES: Final[Table] = {
    "lot": LOTS["lot"],
    "year": BASICS["year"],
    "rate": Column(nw.String, "Tarief", "agreed or other, of lines of which both rates are known"),
    "lines": SIDE_EUROS["lines"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is whether lines of a lot were declared at the rate that was agreed."""

DISTRICT_USE: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "name": OPEN_REGIONS["name"],
    "year": Column(nw.Int64, "Jaar", "Year of the figures on care; null when none was published"),
    "youth": Column(nw.Float64, "Jeugdigen tot 23", "Persons younger than 23; null if unknown"),
    "youth_share": Column(
        nw.Float64, "Deel van de inwoners", "Young people as a share of all inhabitants"
    ),
    "helped": Column(
        nw.Float64, "Met jeugdzorg", "Young people with care in the year; null: not published"
    ),
    "status": Column(nw.String, "Status", "That of the figure on care; empty when there is none"),
    "share": Column(nw.Float64, "Deel met jeugdzorg", "Those as a share of the young people"),
    "low": Column(nw.Float64, "Ondergrens", "Lower bound of the share (95%)"),
    "high": Column(nw.Float64, "Bovengrens", "Upper bound of the share (95%)"),
}
"""A row is a district with its young people and their use of care, from open data."""

DISTRICT_CLUSTERS: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "cluster": Column(nw.String, "Cluster", "Code of the first of the districts taken together"),
    "cluster_youth": Column(nw.Int64, "Jeugdigen", "Young people in the whole cluster"),
}
"""A row is a district with the cluster it belongs to; one that is large enough is its own."""

DISTRICT_CIRCUMSTANCES: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "topic": OPEN_FIGURES["topic"],
    "year": OPEN_FIGURES["year"],
    "value": OPEN_FIGURES["value"],
}
"""A row is a circumstance of the people of a region: the newest figure that was published."""

DISTRICT_OWN: Final[Table] = {
    "cluster": DISTRICT_CLUSTERS["cluster"],
    "clients": Column(nw.Int64, "Jeugdigen", "Clients with care in the year who live there"),
}
"""A row is a cluster; an empty one holds the clients of whom the district is not known."""

DISTRICT_SCHEMES: Final[Table] = DISTRICT_OWN | {
    "together": Column(nw.Int64, "Tegelijk", "Clients with another scheme on a day of their care"),
    "other": Column(nw.Int64, "Overigen", "Clients who had no other scheme on such a day"),
}
"""A row is a cluster with its clients, by whether they had another scheme at the same time."""

DISTRICT_EXPECTED: Final[Table] = {
    "cluster": DISTRICT_CLUSTERS["cluster"],
    "youth": DISTRICT_USE["youth"],
    "expected": Column(nw.Float64, "Verwacht", "Expected share of young people with care"),
    "low": Column(nw.Float64, "Marge van", "Lower bound of what is usual (95%)"),
    "high": Column(nw.Float64, "Marge tot", "Upper bound of what is usual (95%)"),
    "actual_low": Column(
        nw.Float64, "Werkelijk ten minste", "Share when districts not published count as nobody"
    ),
    "actual_high": Column(
        nw.Float64, "Werkelijk ten hoogste", "Share when districts not published count as nine"
    ),
    "verdict": Column(nw.String, "Oordeel", "high, low, within or unknown"),
}
"""A row is a cluster of districts with what is expected there, the margin, and what was seen."""

USE_SHARES: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "year": OPEN_FIGURES["year"],
    "number": Column(nw.Float64, "Jeugdigen met hulp", "Persons as published; null if unknown"),
    "people": Column(
        nw.Float64, "Jeugdigen", "Persons of the base who live there; null if unknown"
    ),
    "share": Column(nw.Float64, "Aandeel", "Number of people, 0 to 1; null when either is unknown"),
    "status": OPEN_FIGURES["status"],
    "era": Column(nw.Int64, "Reeks", "Years with one era may be joined by a line"),
}
"""A row is a region in a year: how many of its young people had a form of youth care."""

SEVEN_FORMS: Final[Table] = {
    "form": Column(nw.String, "Vorm", "Key of core.trajectories.seven_forms, or other"),
    "trajectories": Column(nw.Int64, "Trajecten", "With a day of care in the period"),
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients behind them"),
}
"""A row is one of the seven forms of youth help, of which each trajectory has exactly one."""

EXPECTED_USE: Final[Table] = {
    "region": FEATURES["region"],
    "members": Column(nw.Int64, "Gemeenten", "Municipalities that count in it"),
    "youth": EXPECTATIONS["youth"],
    "actual": Column(nw.Float64, "Werkelijk", "Share with care; null when not published"),
    "expected": EXPECTATIONS["expected"],
    "low": Column(
        nw.Float64, "Marge vanaf", "Lower bound of the band (95%) around the expectation"
    ),
    "high": Column(nw.Float64, "Marge tot", "Upper bound of that band"),
    "difference": Column(
        nw.Float64, "Verschil", "Actual less expected, a share; null when it may not be compared"
    ),
}
"""A row is a region with its expected and its actual use of one kind of care."""

EXPECTED_BARS: Final[Table] = {
    "bar": Column(nw.Int64, "Staaf", "1, 2, … from the lowest difference to the highest"),
    "mean": Column(nw.Float64, "Gemiddeld verschil", "Mean difference of its regions, a share"),
    "lowest": Column(nw.Float64, "Laagste verschil", "Lowest difference among them"),
    "highest": Column(nw.Float64, "Hoogste verschil", "Highest difference among them"),
    "regions": Column(nw.Int64, "Gebieden", "Regions in the bar"),
}
"""A row is a bar of about as many regions, by difference between actual and expected use."""

CONTRIBUTIONS: Final[Table] = {
    "characteristic": Column(nw.String, "Kenmerk", "A column of FEATURES"),
    "value": Column(nw.Float64, "Hier", "The characteristic of the region"),
    "usual": Column(nw.Float64, "Gemiddeld", "Its mean over all young people"),
    "points": Column(nw.Float64, "Bijdrage", "What it adds to the expectation, a share"),
    "start": Column(nw.Float64, "Uitgangspunt", "Expectation where all is average, a share"),
}
"""A row is a characteristic and what it adds to the expectation of a region."""

EXPECTED_PARTS: Final[Table] = {
    "part": Column(nw.Int64, "Deel", "1 (lowest expectation) to 10"),
    "members": EXPECTED_USE["members"],
    "youth": EXPECTED_USE["youth"],
    "expected": EXPECTED_USE["expected"],
    "low": EXPECTED_USE["low"],
    "high": EXPECTED_USE["high"],
    "actual": EXPECTED_USE["actual"],
}
"""A row is a tenth of the municipalities, by expectation, beside what was seen there."""

CHARACTERISTICS: Final[Table] = {
    "name": OPEN_REGIONS["name"],
    "size_class": OPEN_REGIONS["size_class"],
    "urbanity": OPEN_REGIONS["urbanity"],
    "population": Column(nw.Float64, "Inwoners", "Everybody who lives there"),
    "youth": Column(nw.Float64, "Jeugdigen tot 18 jaar", "Percentage of the inhabitants"),
    "density": Column(nw.Float64, "Adressen rond een adres", "Addresses in a square kilometre"),
    "social_score": Column(nw.Float64, "Sociaal-economische score", "SES-WOA; 0 is the country"),
    "single_parent": Column(
        nw.Float64, "Eenoudergezinnen", "Percentage of the households with children"
    ),
    "low_income_children": Column(
        nw.Float64, "Kinderen met weinig inkomen thuis", "Percentage of the minors"
    ),
    "past": Column(nw.Float64, "Groei in tien jaar", "Change of the population in percent"),
    "ahead": Column(nw.Float64, "Verwachte groei", "Change forecast until 2040 in percent"),
    "growth_class": Column(
        nw.String, "Groei of krimp", "shrink, soon, stable or growth; empty when not known"
    ),
    "social": Column(
        nw.String, "Sociale structuur", "Third by SES-WOA: low, middle or high; empty unknown"
    ),
}
"""A row is what a municipality is like; a characteristic that is not known is missing."""

LIKENESS: Final[Table] = {
    "characteristic": Column(nw.String, "Kenmerk", "A measured column of CHARACTERISTICS"),
    "own": Column(nw.Float64, "Wij", "Value of the municipality; null when not known"),
    "middle": Column(nw.Float64, "Middelste van de groep", "Median of its peers"),
    "low": Column(nw.Float64, "Laagste", "Lowest of its peers"),
    "high": Column(nw.Float64, "Hoogste", "Highest of its peers"),
    "difference": Column(
        nw.Float64, "Verschil", "Standard deviations that own lies above the median"
    ),
}
"""A row is a characteristic of a municipality beside that of its peers."""

APART: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "characteristic": LIKENESS["characteristic"],
    "difference": Column(nw.Float64, "Verschil", "Standard deviations that the peer has more"),
}
"""A row is a characteristic of one peer, beside that of the municipality."""

SPENDING_SPREAD: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "low": Column(nw.Float64, "Onderkant middelste helft", "Lower quartile of the index"),
    "middle": Column(nw.Float64, "Middelste gemeente", "Median of the index; 2015 is 100"),
    "high": Column(nw.Float64, "Bovenkant middelste helft", "Upper quartile of the index"),
    "counted": Column(
        nw.Int64, "Gemeenten met cijfer", "Municipalities of the group with a figure"
    ),
    "missing": Column(nw.Int64, "Gemeenten zonder cijfer", "Municipalities of the group without"),
}
"""A row is a year of spending of a group of municipalities."""

SPENDING_LINES: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "index": Column(nw.Float64, "Index", "Spending; 2015 is 100, null when not published"),
    "series": Column(nw.String, "Lijn", "own, group or country"),
    "segment": Column(nw.Int64, "Stuk", "Stretch of years between two breaks, from 0"),
}
"""A row is a year of one line of spending."""

BUDGETED: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "budget": Column(nw.Float64, "Begroot", "Euros in the budget; null when not published"),
    "spending": Column(nw.Float64, "Uitgegeven", "Euros spent; null when not published"),
    "difference": Column(nw.Float64, "Verschil", "Spending less budget in euros"),
    "over": Column(nw.Float64, "Verschil als deel", "The difference as a share of the budget"),
}
"""A row is a year of a municipality that has a budget or spending."""

WATERFALL: Final[Table] = {
    "step": Column(nw.String, "Stap", "start, a factor of core.benchmark.decomposition, or end"),
    "from_cents": Column(nw.Int64, "Van", "Cents where the step begins"),
    "to_cents": Column(nw.Int64, "Tot", "Cents where the step ends"),
    "cents": Column(nw.Int64, "Bijdrage", "Cents of the step; from start they add up to the end"),
}
"""A row is a step from one amount to another."""

FUNNEL_LIMITS: Final[Table] = {
    "whole": Column(nw.Float64, "Jeugdigen", "Persons that a share is counted on"),
    "low": Column(nw.Float64, "Ondergrens", "Of 40 by chance 1 lies lower"),
    "high": Column(nw.Float64, "Bovengrens", "Of 40 by chance 1 lies higher"),
    "lowest": Column(nw.Float64, "Uiterste ondergrens", "Of 1,000 by chance 1 lies lower"),
    "highest": Column(nw.Float64, "Uiterste bovengrens", "Of 1,000 by chance 1 lies higher"),
    "middle": Column(nw.Float64, "Land", "Share of all regions together"),
}
"""A row is a size of region with the limits of ordinary differences at that size, as shares."""

SHARED_PERSONS: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "part": Column(nw.Float64, "Jeugdigen met", "Persons it is about, from the published share"),
    "whole": FUNNEL_LIMITS["whole"],
    "year": OPEN_FIGURES["year"],
    "provisional": Column(nw.Boolean, "Voorlopig", "Whether figures of the year may still change"),
}
"""A row is a region with a published share, as persons of persons."""

FUNNEL: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "part": SHARED_PERSONS["part"],
    "whole": FUNNEL_LIMITS["whole"],
    "share": Column(nw.Float64, "Deel", "Part of whole"),
    **{name: FUNNEL_LIMITS[name] for name in ("low", "high", "lowest", "highest")},
    "place": Column(nw.String, "Spreiding", "inside, edge or outside of ordinary differences"),
}
"""A row is a region in a funnel of ordinary differences."""

OPEN_ABSENT: Final[Table] = {
    "source": OPEN_FIGURES["source"],
    "kind": Column(nw.String, "Soort tabel", "What the table would have told"),
    "year": Column(nw.Int64, "Jaar", "Year the table is about; 0 when it has several"),
    "verified": Column(nw.Boolean, "Nagekeken", "Whether the id was ever seen at its publisher"),
    "reason": Column(nw.String, "Reden", "Key of the sentence that says why it is not there"),
}
"""A row is a table of open data that was asked for and not had."""

REFERRERS_BESIDE: Final[Table] = {
    "place": Column(nw.String, "Waar", "own (declarations), area, youth_region or country"),
    "referrer": DECLARATIONS["referrer"],
    "trajectories": Column(
        nw.Float64, "Begonnen trajecten", "Trajectories that began; null when not known"
    ),
    "share": Column(nw.Float64, "Aandeel", "Of all that began at that place; null when not known"),
}
"""A row is a referrer at one of the places that are laid beside each other."""

QUARTER_SIDES: Final[Table] = {
    "quarter": Column(nw.Int64, "Kwartaal", "Of the start: 4 * year + quarter - 1"),
    "side": Column(nw.String, "Kant", "inside or outside what the mirror looks at"),
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories that began in the quarter"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a side of the starts of a quarter."""

NORMAL_BAND: Final[Table] = {
    "quarter": QUARTER_SIDES["quarter"],
    "part": Column(nw.Float64, "Aantal", "Starts the mirror looks at; null when protected"),
    "whole": Column(nw.Float64, "Van", "All starts of the quarter; null when protected"),
    "share": Column(nw.Float64, "Aandeel", "Part of whole"),
    "centre": Column(nw.Float64, "Gemiddeld", "Share over all quarters together"),
    "low": Column(nw.Float64, "Ondergrens", "Lower limit of normal variation; null without one"),
    "high": Column(nw.Float64, "Bovengrens", "Upper limit of normal variation"),
    "position": Column(nw.String, "Plaats", "inside, above, below; empty when it cannot be told"),
}
"""A row is a quarter beside the band of its normal variation."""

REFERRAL_ENDINGS: Final[Table] = {
    "referrer": DECLARATIONS["referrer"],
    "ending": Column(nw.String, "Einde", "early, otherwise or undelivered"),
    "trajectories": Column(nw.Int64, "Gestopte trajecten", "Trajectories that ended so"),
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a kind of ending of the trajectories of a referrer."""

PARTNERSHIP_PUPILS: Final[Table] = {
    "place": Column(nw.String, "Waar", "area (the partnership) or country"),
    "year": OPEN_FIGURES["year"],
    "pupils": Column(nw.Float64, "Leerlingen", "Pupils of all schools for ages 4 up to 12"),
    "special": Column(nw.Float64, "Speciaal", "Pupils in special primary or special education"),
    "share": Column(nw.Float64, "Aandeel", "Special of pupils"),
}
"""A row is a year of the pupils of a partnership of schools, or of the country."""

PARTNERSHIP_MEMBERS: Final[Table] = {
    "region": OPEN_FIGURES["region"],
    "name": OPEN_REGIONS["name"],
    "youth": Column(nw.Float64, "Jeugdigen tot 23", "Inhabitants under 23; null when not known"),
    "with_care": Column(nw.Float64, "Met jeugdzorg", "Of them with youth care; null is unknown"),
    "share": Column(nw.Float64, "Aandeel", "With care of the young people"),
}
"""A row is a municipality of a partnership of schools."""

ARRANGEMENTS: Final[Table] = {
    "year": BASICS["year"],
    "clients": Column(nw.Int64, "Jeugdigen", "Different clients with help and education in one"),
    "providers": BASICS["providers"],
}
"""A row is a calendar year of arrangements of education and care together."""

YEAR_FLOWS: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "started": Column(nw.Float64, "Begonnen", "Trajectories begun in the year; null if unknown"),
    "started_again": Column(nw.Float64, "Herhaald beroep", "Those of young people who had before"),
    "ended": Column(nw.Float64, "Beëindigd", "Trajectories ended in the year; null if unknown"),
    "ended_as_planned": Column(nw.Float64, "Volgens plan", "Those that ended as planned"),
    "ended_early": Column(nw.Float64, "Voortijdig", "Those that ended before that"),
    "in_force": Column(nw.Float64, "Liepen op 31 december", "Trajectories of help on that day"),
    "youth": Column(nw.Float64, "Jeugdigen op 31 december", "Young people with care on that day"),
    "status": OPEN_FIGURES["status"],
    "era": USE_SHARES["era"],
}
"""A row is a year of a region, with what is published of its trajectories of youth help."""

PAID_FORMS: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "care_form": DECLARATIONS["care_form"],
    "clients": CHAIN_LENGTHS["clients"],
    "trajectories": Column(nw.Int64, "Trajecten", "Trajectories with a day of care in the year"),
    "providers": Column(
        nw.Int64, "Aanbieders", "Providers that were paid for it, unknown ones not"
    ),
    "amount_cents": Column(nw.Int64, "Bedrag", "Cents for the days of care in the year"),
}
"""A row is a care form in a year, empty for the forms that are too rare to name."""

PAID_CLIENTS: Final[Table] = {
    "year": OPEN_FIGURES["year"],
    "clients": CHAIN_LENGTHS["clients"],
}
"""A row is a year with the clients that had the care of PAID_FORMS."""

RECORDED_FIGURES: Final[Table] = OPEN_FIGURES | {
    "name": OPEN_REGIONS["name"],
    "publication": Column(nw.String, "Gelezen in", "Publication in which the figure was read"),
}
"""A row is a real figure that was published and checked; its topic may be one of its own."""

POPULATIONS: Final[Table] = {
    "kind": Column(nw.String, "Soort", "Who is meant: began, had care, or began a chain"),
    "client_id": DECLARATIONS["client_id"],
}
"""A row is a person in a population that pages show numbers of; never shown itself."""
