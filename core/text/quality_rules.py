"""Dutch of the rules of quality: what is wrong with such lines, and what to do about it.

No sentence ever holds a value from a file. Rules that reading finds too say the same thing here,
in the words of ``core.text.findings``.
"""

from collections.abc import Mapping
from typing import Final

from core.tables import DECLARATIONS
from core.text.findings import SENTENCES

COUNTED: Final = ": {rows}"
"""Where in a sentence of ``findings`` the number of lines stands."""

SEVERITY_NAMES: Final[Mapping[str, str]] = {
    "error": "fout: telt niet mee",
    "warning": "waarschuwing",
    "note": "ter informatie",
}

OUTCOME_NAMES: Final[Mapping[str, str]] = {
    "failed": "gevonden",
    "passed": "in orde",
    "not_checkable": "niet te controleren",
}

WHAT: Final[Mapping[str, str]] = {
    "silent_open_end": (
        "Regels zonder einddatum, terwijl er al een half jaar niets meer is gedeclareerd"
    ),
    "open_before_later_line": (
        "Regels zonder einddatum, terwijl op dezelfde toewijzing een latere regel volgt"
    ),
    "whole_year_period": "Regels van 1 januari tot en met 31 december",
    "declared_before_end": "Regels die zijn gedeclareerd voordat de periode voorbij was",
    "declared_after_five_years": "Regels die meer dan vijf jaar later zijn gedeclareerd",
    "longer_than_year": "Regels voor meer dan één jaar",
    "before_youth_act": "Regels met hulp van vóór 2015, dus van vóór de Jeugdwet",
    "reason_without_end": "Regels met een reden van beëindiging, maar zonder einddatum",
    "care_after_stop": "Regels met hulp na de stop van dezelfde toewijzing",
    "outside_allocation": "Regels met dagen buiten de toegewezen periode",
    "unknown_allocation": "Regels met een toewijzing die de gemeente niet heeft geleverd",
    "amount_not_volume_times_rate": "Regels waar het bedrag niet gelijk is aan volume keer tarief",
    "zero_amount": "Regels met een volume, maar met een bedrag van nul",
    "volume_not_positive": "Regels met een volume van nul of minder",
    "volume_too_high": "Regels met meer volume dan er in de dagen van de periode past",
    "rate_with_euros": "Regels met een tarief bij de eenheid euro",
    "unknown_unit": "Regels met een eenheid die niet in de landelijke lijst staat",
    "volume_without_unit": "Regels met een volume, maar zonder eenheid",
    "several_rates": "Regels met meer tarieven voor hetzelfde product in dezelfde periode",
    "volume_not_whole": "Regels met een volume dat geen heel getal is",
    "sides_differ_in_amount": "Regels waar gemeente en aanbieder een ander bedrag hebben",
    "credit_larger_than_debit": "Creditregels die meer terugnemen dan er is gedeclareerd",
    "debit_repeated": (
        "Regels die vaker zijn gedeclareerd voor dezelfde toewijzing, product en periode, "
        "zonder credit ertussen"
    ),
    "credit_before_debit": "Creditregels van vóór de debetregel",
    "credit_without_previous_reference": "Creditregels zonder vorig referentienummer",
    "unknown_end_reason": "Regels met een reden van beëindiging die niet in de lijst staat",
    "unknown_referrer": "Regels met een verwijzer die niet in de landelijke lijst staat",
    "provider_not_eight_digits": "Regels met een AGB-code die geen acht cijfers heeft",
    "municipality_not_four_digits": "Regels met een gemeentecode die geen vier cijfers heeft",
    "unknown_care_form": "Regels met een hulpvorm die de app niet kent",
    "product_contradicts_care_form": (
        "Regels waar de productcode verblijf zegt en de hulpvorm niet, of andersom"
    ),
    "care_form_spelling": "Regels met een hulpvorm die ook anders is geschreven",
    "provider_spelling": "Regels met een aanbieder die ook anders is geschreven",
    "unknown_sex": "Regels met een geslacht dat in geen van de lijsten staat",
    "pseudonym_length": (
        "Regels met een pseudoniem dat langer of korter is dan gewoon is in dit bestand"
    ),
    "birth_year_differs": "Regels van een jeugdige met meer dan één geboortejaar",
    "sex_differs": "Regels van een jeugdige met meer dan één geslacht",
    "born_after_start": "Regels met hulp van vóór het geboortejaar",
    "older_than_23": "Regels met hulp die begon toen de jeugdige al 23 jaar was",
    "two_municipalities": "Regels van een jeugdige voor wie twee gemeenten dezelfde dag betalen",
    "same_help_twice": (
        "Regels met hetzelfde product in dezelfde periode bij twee aanbieders tegelijk"
    ),
    "two_stays": "Regels met verblijf bij twee aanbieders op dezelfde dag",
    "allocation_of_several_clients": "Regels met een toewijzing die van meer jeugdigen is",
    "allocation_of_several_providers": (
        "Regels met een toewijzing waarop meer aanbieders declareren"
    ),
    "missing_provider": "Regels zonder aanbieder",
    "missing_municipality": "Regels zonder gemeente",
    "missing_allocation": "Regels zonder toewijzingnummer",
    "missing_reference": "Regels zonder referentienummer",
    "missing_amount": "Regels zonder bedrag",
    "repeated_line": "Regels zonder referentienummer die precies gelijk zijn aan een andere",
    "no_day_of_care": "Regels waarvan alleen de datum van declareren bekend is",
}
"""What is wrong, for the rules that reading has no sentence for."""

ADVICE: Final[Mapping[str, str]] = {
    "unreadable_text": "Sla het bestand op als CSV met UTF-8 en lever het opnieuw.",
    "wrong_field_count": "Zet aanhalingstekens om tekst waar een scheidingsteken in staat.",
    "repeated_heading": "Haal de herhaalde kolomnamen uit het bestand.",
    "total_row": "Haal de regels met een totaal uit het bestand.",
    "missing_required": "Vul het pseudoniem, de hulpvorm en de begindatum in.",
    "unreadable_date": "Schrijf de datum als dag-maand-jaar, zoals 31-12-2024.",
    "implausible_date": "Verbeter het jaar. Laat de einddatum leeg als de hulp nog loopt.",
    "end_before_begin": "Controleer de begindatum en de einddatum. Misschien zijn ze verwisseld.",
    "unreadable_amount": "Schrijf het bedrag als getal, zoals 1234,56.",
    "conflicting_reference": (
        "Geef elke regel een eigen referentienummer. Of kies bij Gegevens inlezen van wie elk "
        "bestand komt."
    ),
    "rejected_declaration": "Kijk in het retourbericht waarom, en dien de regel verbeterd in.",
    "superseded_debit": "Crediteer eerst de eerdere regel, en declareer daarna opnieuw.",
    "superseded_state": "U hoeft niets te doen: de nieuwste stand telt.",
    "period_over_months": "Maak een regel per kalendermaand.",
    "no_end_date": "Vul de einddatum in als de hulp is gestopt.",
    "silent_open_end": "Is de hulp gestopt? Stuur dan het stopbericht of vul de einddatum in.",
    "open_before_later_line": "Vul de einddatum van de eerdere regel in.",
    "whole_year_period": "Vul de dag in waarop de hulp echt begon en eindigde.",
    "future_declaration": "Controleer het jaar en de maand van de begindatum.",
    "declared_before_end": "Declareer pas als de periode voorbij is. Controleer beide datums.",
    "declared_after_five_years": "Controleer het jaar van de periode.",
    "longer_than_year": "Lever een regel per maand of per jaar.",
    "overlap_in_allocation": "Controleer welke regel juist is, en crediteer de andere.",
    "before_youth_act": "Controleer het jaar. Laat hulp van vóór 2015 uit het bestand.",
    "reason_without_end": "Vul de einddatum in, of haal de reden weg als de hulp nog loopt.",
    "care_after_stop": "Stuur een nieuw startbericht, of trek de stop in.",
    "outside_allocation": "Pas de periode aan, of vraag de gemeente de toewijzing te verlengen.",
    "unknown_allocation": "Controleer het nummer, of vraag de gemeente om de toewijzing.",
    "amount_not_volume_times_rate": "Controleer volume, tarief en bedrag.",
    "zero_amount": "Controleer het bedrag. Is er niets te betalen? Dan hoeft u niets te doen.",
    "volume_not_positive": "Vul het geleverde volume in. Neem iets terug met een creditregel.",
    "volume_too_high": "Controleer het volume en de eenheid.",
    "rate_with_euros": "Laat het tarief leeg. Bij euro is het volume zelf het bedrag.",
    "unknown_unit": "Gebruik een code uit de lijst, zoals 04 voor uur.",
    "volume_without_unit": "Vul de eenheid in, zoals 04 voor uur.",
    "several_rates": "Controleer welk tarief in het contract staat.",
    "volume_not_whole": "Rond het volume per maand af op hele aantallen.",
    "sides_differ_in_amount": "Zoek samen uit welk bedrag juist is.",
    "credit_without_debit": "Lever ook de regel die is teruggenomen.",
    "credited_twice": "Controleer of een van de creditregels te veel is.",
    "credit_larger_than_debit": "Neem precies terug wat er is gedeclareerd.",
    "debit_repeated": "Crediteer de regel die niet juist is.",
    "credit_before_debit": "Controleer de declaratiedatums. Een credit komt na de debetregel.",
    "unknown_debit": "Verbeter het nummer, of lever ook de eerdere regel.",
    "credit_without_previous_reference": (
        "Vul het referentienummer in van de regel die u terugneemt."
    ),
    "unknown_end_reason": "Gebruik een code uit de lijst, zoals 31 voor volgens plan.",
    "unknown_referrer": "Gebruik een code uit de lijst, zoals 02 voor huisarts.",
    "provider_not_eight_digits": "Vul de code aan met nullen vooraan tot acht cijfers.",
    "municipality_not_four_digits": "Vul de code aan met nullen vooraan tot vier cijfers.",
    "unknown_care_form": "Kies bij Gegevens inlezen welke hulpvorm dit is.",
    "product_contradicts_care_form": "Controleer de productcode en de hulpvorm.",
    "care_form_spelling": "Schrijf de hulpvorm overal op dezelfde manier.",
    "provider_spelling": "Schrijf de aanbieder overal op dezelfde manier, of gebruik de AGB-code.",
    "unknown_sex": "Gebruik V, M of O, of een code van iJw: 2, 1 of 0.",
    "pseudonym_length": "Controleer of hier het pseudoniem staat en geen ander nummer.",
    "birth_year_differs": "Controleer of dit één jeugdige is, en welk jaar juist is.",
    "sex_differs": "Controleer of dit één jeugdige is. Is het geslacht gewijzigd? Dan is het goed.",
    "born_after_start": "Controleer het geboortejaar en de begindatum.",
    "older_than_23": "Controleer het geboortejaar. Jeugdhulp stopt uiterlijk bij 23 jaar.",
    "two_municipalities": "Zoek uit welke gemeente betaalt. Bij een verhuizing is het vaak goed.",
    "same_help_twice": "Controleer of beide aanbieders deze hulp gaven.",
    "two_stays": "Controleer de datums van de overgang van de ene naar de andere plek.",
    "allocation_of_several_clients": "Controleer het toewijzingnummer en het pseudoniem.",
    "allocation_of_several_providers": "Controleer het toewijzingnummer en de aanbieder.",
    "missing_referrer": "Vul de verwijzer in.",
    "missing_provider": "Vul de AGB-code of de naam van de aanbieder in.",
    "missing_municipality": "Vul de code of de naam van de gemeente in.",
    "missing_allocation": "Vul het toewijzingnummer in.",
    "missing_reference": "Geef elke regel een eigen referentienummer.",
    "missing_amount": "Vul het bedrag in.",
    "repeated_line": "Controleer of deze regel echt vaker is geleverd.",
    "no_day_of_care": "Lever de periode waarin de hulp is gegeven.",
}
"""What to do about it."""

LABELS: Final[Mapping[str, str]] = {
    "allocations": "toewijzingen (JW301)",
} | {name: column.label for name, column in DECLARATIONS.items()}


def what(rule: str) -> str:
    """Say what is wrong with the lines of a rule, without a number and without a full stop.

    An unknown rule raises ``KeyError``.
    """
    return WHAT[rule] if rule in WHAT else SENTENCES[rule].partition(COUNTED)[0]


def advice(rule: str) -> str:
    """Say what the supplier can do about it. An unknown rule raises ``KeyError``."""
    return ADVICE[rule]


def outcome(result: str, missing: tuple[str, ...] = ()) -> str:
    """Write the outcome of a rule; what cannot be checked says what was not delivered."""
    if not missing:
        return OUTCOME_NAMES[result]
    return f"{OUTCOME_NAMES[result]}: niet geleverd zijn {listed(missing)}"


def listed(columns: tuple[str, ...]) -> str:
    """Name columns by their labels, with commas."""
    return ", ".join(LABELS[name] for name in columns)
