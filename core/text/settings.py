"""What is said of an option, a setting in the environment or a key that cannot be used."""

from typing import Final

OPTION_REASONS: Final = {
    "day": "verwacht een datum als 2024-12-31",
    "lines": "verwacht een geheel getal vanaf 1",
    "seed": "verwacht een geheel getal vanaf 0",
    "memory": "verwacht een hoeveelheid als 4GB",
    "folder": "in deze map kan niet worden geschreven; kies een andere map",
}
"""Why an option cannot be used, by the reason of ``WrongOption``."""

SETTING_REASONS: Final = {
    "rule": "kies streng of cbs",
    "percent": "verwacht een geheel getal van 1 tot en met 100",
}
"""Why a setting in the environment cannot be used, by the reason of ``WrongSetting``."""

KEY_REASONS: Final = {
    "missing": "Het sleutelbestand is niet gevonden. Maak het en geef het op met --key-file.",
    "short": "De sleutel is te kort. Gebruik minstens 32 willekeurige bytes.",
    "example": "Deze sleutel is een voorbeeld. Maak een eigen sleutel van 32 willekeurige bytes.",
}
"""Why a key for pseudonyms cannot be used, by the reason of ``WrongKey``."""


def option_refused(option: str, reason: str) -> str:
    """Say why an option of the command line cannot be used."""
    return f"Optie {option}: {OPTION_REASONS[reason]}."


def setting_refused(setting: str, reason: str) -> str:
    """Say why the app does not start with a setting as it is."""
    return f"Instelling {setting}: {SETTING_REASONS[reason]}. De app start zo niet."
