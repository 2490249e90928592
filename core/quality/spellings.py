"""Labels that are written in several ways: they differ only in capitals and spaces.

Punctuation is left alone: "Zorg+" and "Zorg" may be two organisations.
"""

from collections.abc import Mapping


def plain_spelling(label: str) -> str:
    """Write a label without what spellings differ in."""
    return " ".join(label.casefold().split())


def usual_spellings(lines_by_label: Mapping[str, int]) -> dict[str, str]:
    """Give, for each label that has a more usual spelling, that spelling.

    The most usual is the one with the most lines; of several, the first as text.
    """
    usual: dict[str, str] = {}
    for label in sorted(lines_by_label, key=lambda label: (-lines_by_label[label], label)):
        usual.setdefault(plain_spelling(label), label)
    chosen = {label: usual[plain_spelling(label)] for label in lines_by_label}
    return {label: spelling for label, spelling in sorted(chosen.items()) if label != spelling}
