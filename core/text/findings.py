"""Dutch sentences for what reading found. No sentence ever holds a value from a file."""

from typing import Final

from core.text import general

REJECTED: Final = "Zulke regels tellen niet mee."

SENTENCES: Final = {
    "unreadable_text": f"Regels met onleesbare tekens: {{rows}}. {REJECTED}",
    "wrong_field_count": f"Regels met te veel of te weinig velden: {{rows}}. {REJECTED}",
    "repeated_heading": f"Regels die de kolomnamen herhalen: {{rows}}. {REJECTED}",
    "total_row": f"Regels met een totaal in plaats van een declaratie: {{rows}}. {REJECTED}",
    "missing_required": (f"Regels zonder pseudoniem, hulpvorm of begindatum: {{rows}}. {REJECTED}"),
    "unreadable_date": f"Regels met een datum die niet te lezen is: {{rows}}. {REJECTED}",
    "implausible_date": (
        f"Regels met een datum voor 1990 of na 2100: {{rows}}. {REJECTED} "
        "Is er geen einde? Gebruik dan 31-12-9999 of een lege cel."
    ),
    "end_before_begin": f"Regels die eindigen voordat ze beginnen: {{rows}}. {REJECTED}",
    "unreadable_amount": f"Regels met een bedrag dat niet te lezen is: {{rows}}. {REJECTED}",
    "conflicting_reference": (
        "Regels met het referentienummer van een eerdere regel, maar met een andere inhoud: "
        "{rows}. De eerste regel telt, de andere niet. Komen deze bestanden van gemeente en "
        "aanbieder? Lees ze dan opnieuw in en kies van wie elk bestand komt."
    ),
    "rejected_declaration": f"Regels die de gemeente heeft afgewezen: {{rows}}. {REJECTED}",
    "superseded_state": (
        "Regels over hulp die later nog eens is geleverd, in een nieuwere stand: {rows}. De "
        "nieuwste stand telt, de oudere niet."
    ),
    "superseded_debit": (
        "Regels die later opnieuw zijn gedeclareerd, zonder creditregel ertussen: {rows}. "
        "De laatste regel telt, de eerdere niet."
    ),
    "ambiguous_amount": (
        "Regels met een bedrag dat op twee manieren te lezen is, zoals 1.234: {rows}. "
        "De punt is gelezen als scheiding van duizendtallen."
    ),
    "ambiguous_dates": (
        "Regels met een datum die op twee manieren te lezen is, zoals 03-04-2024: {rows}. De dag "
        "is vooraan gelezen. Geef aan of dat klopt."
    ),
    "broken_quotes": (
        "De aanhalingstekens in dit bestand kloppen niet. Het is daarom regel voor regel gelezen."
    ),
    "conflicting_headings": (
        "Meer kolommen betekenen hetzelfde. De meest precieze is gebruikt. "
        "Kijk bij de kolommen of dat de goede is."
    ),
    "control_total": (
        "Het totaalbedrag in het bericht is anders dan de som van de regels. "
        "Vraag de aanbieder welk bedrag klopt."
    ),
    "credited_twice": "Creditregels bij een regel die al eerder was teruggenomen: {rows}.",
    "credit_without_debit": (
        "Regels die een bedrag terugnemen dat in deze bestanden nergens is gedeclareerd: {rows}."
    ),
    "free_text_dropped": "Een kolom met vrije tekst is niet ingelezen.",
    "future_declaration": (
        "Regels die beginnen na de laatste maand met een gewoon aantal regels: {rows}."
    ),
    "guessed_heading": (
        "Van een kolom is de betekenis geraden. Kijk bij de kolommen of dat klopt."
    ),
    "imprecise_date": (
        "Regels waarvan de dag of de maand van het begin of het einde onbekend is: {rows}. Het "
        "begin is dan de eerste dag, het einde de laatste."
    ),
    "incomplete_last_line": (
        "Het bestand houdt midden in de laatste regel op. Misschien is het niet volledig."
    ),
    "looks_like_bsn": (
        "Het cliëntnummer heeft acht of negen cijfers, net als een BSN. "
        "Controleer of het versleuteld is."
    ),
    "missing_referrer": "Regels zonder verwijzer: {rows}.",
    "mixed_dates": "Regels met een datum in een andere schrijfwijze dan de meeste: {rows}.",
    "no_end_date": (
        "Regels zonder einddatum: {rows}. De hulp loopt dan nog, of het einde ontbreekt."
    ),
    "no_referrer": "De verwijzer is niet geleverd.",
    "overlap_in_allocation": (
        "Regels die dagen delen met een andere regel van dezelfde toewijzing en hulpvorm: {rows}."
    ),
    "period_over_months": "Regels over meer dan één kalendermaand: {rows}.",
    "perhaps_cents": (
        "Alle bedragen zijn hele getallen en ze zijn hoog. Misschien zijn het centen. "
        "Kijk of het totaal klopt."
    ),
    "postcode_area": (
        "Een kolom lijkt de cijfers van een postcode te bevatten. Die kolom is niet ingelezen."
    ),
    "several_sheets": "Alleen het eerste werkblad met declaraties is gelezen.",
    "sides_not_linkable": (
        "Bijna geen jeugdige in dit bestand komt voor in de bestanden van de andere kant. "
        "Waarschijnlijk maakten beide kanten de pseudoniemen met een eigen sleutel. "
        "De regels zijn niet naast elkaar te leggen, en dezelfde hulp kan dubbel tellen. "
        "Lees de kanten apart in, of gebruik samen één projectsleutel."
    ),
    "unknown_debit": (
        "Creditregels die verwijzen naar een regel die in deze bestanden niet voorkomt: {rows}."
    ),
    "unknown_debit_credit": (
        "Regels waar bij debet of credit iets anders staat: {rows}. Ze zijn gelezen als debet."
    ),
    "unknown_scheme": (
        "Regels waar bij regeling een naam staat die de app niet kent: {rows}. Ze zijn gelezen als "
        "jeugdhulp."
    ),
    "unmatched_message": "Toewijzingen, starts of stops zonder declaratie: {rows}.",
    "unnamed_code": (
        "Regels met een code waarvoor names.csv geen naam heeft: {rows}. "
        "Op het scherm staat dan de code."
    ),
    "unmatched_product": (
        "Regels met een productcode die niet in de codetabel staat: {rows}. "
        "De code is gebruikt als hulpvorm."
    ),
}
"""The sentence of each rule; ``{rows}`` is the number of lines, the Dutch way."""


def sentence(rule: str, rows: int | None) -> str:
    """Say what a rule found in so many lines; None is a number that was left out.

    An unknown rule raises ``KeyError``.
    """
    return SENTENCES[rule].format(rows=general.count(rows))
