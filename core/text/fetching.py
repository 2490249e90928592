"""Dutch sentences for open data that could not be fetched: what, where, and what to do.

No sentence holds a value that a host sent; what it names are our own settings, the host and the
table or file that was asked for.
"""

from typing import Final

from core.errors import NothingFetched, SourceNotReached, SourceNotUsable, WrongHost

KEPT: Final = "De open data die u al had, blijven staan."

NOT_REACHED: Final = {
    "no_connection": (
        "is niet te bereiken. Controleer de internetverbinding en de proxy, en probeer het later."
    ),
    "timeout": "antwoordt niet op tijd. Probeer het later opnieuw.",
    "busy": "heeft het te druk of is in onderhoud. Probeer het over een uur opnieuw.",
    "cut_off": "breekt het antwoord steeds halverwege af. Probeer het later opnieuw.",
    "failed": "geeft steeds een fout. Probeer het later opnieuw.",
    "certificate": (
        "laat geen geldig certificaat zien. Vraag uw beheerder of de verbinding wordt onderschept."
    ),
}
"""Why a host gave no whole answer."""

NOT_USABLE: Final = {
    "not_found": "deze bron bestaat niet meer op dit adres. Kijk of er een nieuwe versie van is.",
    "refused": "de uitgever weigert deze vraag. Kijk of er een nieuwe versie van de app is.",
    "moved": (
        "de uitgever stuurt door naar een ander adres, en dat volgt de app niet. Kijk of er een "
        "nieuwe versie van de app is."
    ),
    "not_open_data": (
        "het antwoord is geen open data, maar bijvoorbeeld een webpagina. Controleer of u eerst op "
        "het netwerk moet inloggen."
    ),
    "wrong_shape": (
        "het antwoord is anders opgebouwd dan verwacht. Kijk of er een nieuwe versie van de app is."
    ),
    "no_dimension": "de indeling “{part}” staat niet in de tabel. Werk de app bij.",
    "no_measure": "het onderwerp “{part}” staat niet in de tabel. Werk de app bij.",
    "no_key": "een waarde van “{part}” staat niet in de tabel. Werk de app bij.",
    "incomplete": "er kwamen minder of meer cijfers dan aangekondigd. Probeer het later opnieuw.",
    "repeated": "dezelfde cijfers kwamen twee keer. Probeer het later opnieuw.",
    "changed": "de tabel werd bijgewerkt tijdens het ophalen. Haal de tabel opnieuw op.",
    "too_large": (
        "het antwoord is groter dan de app wil lezen. Vraag de beheerder wat er is veranderd."
    ),
    "too_many": (
        "de uitgever geeft niet zoveel cijfers tegelijk, ook niet in delen. Kijk of er een nieuwe "
        "versie van de app is."
    ),
    "unknown_post": (
        "deze post over jeugd kent de app nog niet, dus hij telt niet mee in de uitgaven. Werk de "
        "app bij."
    ),
    "no_room": "de bron kan hier niet worden bewaard. Maak ruimte op de schijf of kies een map.",
}
"""Why an answer cannot be used."""

NOTHING: Final = {
    "connection": (
        "De uitgever is niet te bereiken, dus er zijn geen open data opgehaald. Controleer de "
        f"internetverbinding en de proxy, en probeer het later. {KEPT}"
    ),
    "regions": (
        "De indeling in gemeenten is niet opgehaald. Zonder die lijst zijn de andere cijfers niet "
        f"te plaatsen. Probeer het later opnieuw. {KEPT}"
    ),
    "figures": f"Er is geen enkele tabel opgehaald. Probeer het later opnieuw. {KEPT}",
}
"""Why there is no new edition."""


def explain(error: WrongHost | SourceNotReached | SourceNotUsable | NothingFetched) -> str:
    """Say in one or two Dutch sentences what is wrong with a source of open data."""
    match error:
        case WrongHost():
            return (
                f"{error.setting} is geen veilig adres. Gebruik een adres dat begint met https:// "
                "en waarin geen naam of wachtwoord staat."
            )
        case NothingFetched():
            return NOTHING[error.missing]
        case SourceNotReached():
            return f"{error.host} {NOT_REACHED[error.reason]} {KEPT}"
        case SourceNotUsable():
            reason = NOT_USABLE[error.reason].format(part=error.part)
            return f"Bron {error.source}: {reason} {KEPT}"
