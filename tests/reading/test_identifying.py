"""What identifies a person is refused, and nothing else; no message repeats a value."""

import random
from collections.abc import Callable

import pytest

from core.errors import DataError, IdentifyingData, UnusableInput, problems_of
from core.reading.choices import ReadingChoices
from core.reading.identifying import kind_of_heading, most_by_chance
from core.text.errors import explain, explain_all
from tests.reading.loads import lines, load_text, rules_of

HEADINGS = {
    "BSN": "bsn",
    "bsn cliënt": "bsn",
    "ClientBSN": "bsn",
    "Burgerservicenummer": "bsn",
    "Naam": "name",
    "Naam jeugdige": "name",
    "client_naam": "name",
    "Achternaam": "name",
    "Naam verwijzer": "name",
    "Geboortedatum": "birth_date",
    "Adres": "address",
    "E-mail": "email",
    "e-mailadres": "email",
    "Telefoon": "phone",
    "IBAN": "iban",
    "Naam aanbieder": "",
    "Gemeentenaam": "",
    "Product naam": "",
    "Pseudo BSN": "",
    "PseudoBSN": "",
    "BSN (versleuteld)": "",
    "Geboortejaar": "",
    "Pseudoniem": "",
    "Hulpvorm": "",
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_names_a_person_by_whole_words(heading: str) -> None:
    assert kind_of_heading(heading) == HEADINGS[heading]


def bsn(number: int) -> str:
    """Make the first number of the test range at or after a number that passes the test."""
    while (sum(int(d) * w for d, w in zip(f"{number:09}", WEIGHTS, strict=True)) % 11) != 0:
        number += 1
    return f"{number:09}"


def dice(seed: int) -> random.Random:
    """Throw the same numbers in every run."""
    return random.Random(seed)  # noqa: S311 - made-up numbers keep no secret


WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
BSNS = [bsn(999_900_006 + 40 * step) for step in range(1000)]


def thirds(number: str) -> tuple[str, str, str]:
    """Take nine digits apart as people say them."""
    return number[:3], number[3:6], number[6:]


def failing(chance: random.Random) -> str:
    """Make a number of nine digits that is no BSN."""
    number = bsn(chance.randrange(10**8, 9 * 10**8))
    return f"{int(number) + 1:09}"


def file_with(cells: list[str], heading: str = "Kenmerk") -> str:
    """Write a file in which a column holds these cells, each for a client of its own."""
    written = [f"k{i};A;01-01-2024;31-01-2024;{cell}" for i, cell in enumerate(cells)]
    return lines(*written, headings=f"Pseudoniem;Hulpvorm;Begindatum;Einddatum;{heading}")


REFUSED: dict[str, tuple[str, Callable[[int], str]]] = {
    "BSNs": ("bsn", lambda i: BSNS[i]),
    "BSNs with dots": ("bsn", lambda i: f"{BSNS[i][:3]}.{BSNS[i][3:6]}.{BSNS[i][6:]}"),
    "BSNs with dashes": ("bsn", lambda i: f"{BSNS[i][:3]}-{BSNS[i][3:5]}-{BSNS[i][5:]}"),
    "BSNs with decimals": ("bsn", lambda i: f"{BSNS[i]}.0"),
    "BSNs as a formula": ("bsn", lambda i: f'"=""{BSNS[i]}"""'),
    "BSNs behind a quote": ("bsn", lambda i: f"'{BSNS[i]}"),
    "BSNs with a zero more": ("bsn", lambda i: f"0{BSNS[i]}"),
    "BSNs that say so": ("bsn", lambda i: f"BSN{BSNS[i]}"),
    "BSNs in brackets": ("bsn", lambda i: f"({BSNS[i]}) x"),
    "a BSN beside client": ("bsn_in_text", lambda i: f"cliënt {BSNS[0]}" if i == 7 else ""),
    "a BSN beside bsn": ("bsn_in_text", lambda i: f"bsn: {BSNS[0]}" if i == 7 else "ok"),
    "a BSN before bsn": ("bsn_in_text", lambda i: f"{BSNS[0]} (bsn)" if i == 7 else "ok"),
    "a dotted BSN in words": (
        "bsn_in_text",
        lambda i: "zie {}.{}.{} voor overleg".format(*thirds(BSNS[0])) if i == 7 else "",
    ),
    "a BSN in a sentence": ("bsn_in_text", lambda i: f"cliënt {BSNS[0]} belt" if i == 7 else ""),
    "one e-mail address in a hundred": ("email", lambda i: "a.b@voorbeeld.nl" if i == 3 else "x"),
    "one phone number": ("phone", lambda i: "06-12345678" if i == 3 else "x"),
    "one phone number abroad": ("phone", lambda i: "+31 6 12345678" if i == 3 else "x"),
    "one account number": ("iban", lambda i: "NL91 ABNA 0417 1643 00" if i == 3 else "x"),
    "one postcode in a hundred": ("postcode", lambda i: "1234 AB" if i == 3 else "x"),
    "birth dates": ("birth_date", lambda i: f"{i % 28 + 1:02}-{i % 12 + 1:02}-{2004 + i % 17}"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_column_is_refused_by_what_is_in_it(case: str) -> None:
    kind, cell = REFUSED[case]
    cells = [cell(i) for i in range(100)]
    with pytest.raises(IdentifyingData) as error:
        load_text(file_with(cells))
    assert (error.value.column, error.value.kind) == ("Kenmerk", kind)
    told = explain(error.value) + repr(error.value) + str(error.value.args)
    assert not any(value in told for value in cells if len(value) > 2)


MAPPED = ("Bedrag", "Jaar", "Debet/Credit", "Gemeente", "Wijk", "Aanbieder", "Toewijzingnummer")


@pytest.mark.parametrize("heading", MAPPED)
def test_no_meaning_hides_bsns(heading: str) -> None:
    with pytest.raises(IdentifyingData) as error:
        load_text(file_with(BSNS[:12], heading))
    assert (error.value.column, error.value.kind) == (heading, "bsn")


@pytest.mark.parametrize("heading", ["Geboortejaar", "Wijk", "Referentienummer", "Verwijzer"])
def test_no_meaning_hides_birth_dates(heading: str) -> None:
    birth_dates = REFUSED["birth dates"][1]
    with pytest.raises(IdentifyingData) as error:
        load_text(file_with([birth_dates(i) for i in range(40)], heading))
    assert (error.value.column, error.value.kind) == (heading, "birth_date")


def test_a_pseudonym_that_is_a_birth_date_is_refused() -> None:
    birth_dates = REFUSED["birth dates"][1]
    written = [f"{birth_dates(i)};A;01-01-2024;" for i in range(40)]
    with pytest.raises(IdentifyingData):
        load_text(lines(*written, headings="Pseudoniem;Hulpvorm;Begindatum;Einddatum"))


def test_bsns_among_other_numbers_are_refused_when_they_are_more_than_chance() -> None:
    chance = dice(1)
    cells = BSNS[:150] + [failing(chance) for _ in range(850)]
    with pytest.raises(IdentifyingData):
        load_text(file_with(cells))


def test_eight_digits_are_a_bsn_without_its_zero() -> None:
    short = [bsn(10_000_000 + 999 * step)[1:] for step in range(60)]
    with pytest.raises(IdentifyingData):
        load_text(file_with(short))


def test_random_numbers_are_rarely_refused() -> None:
    refused = 0
    for seed in range(20):
        chance = dice(seed)
        numbers = [str(chance.randrange(10**8, 10**9)) for _ in range(200)]
        text = [f"{number};A;01-01-2024;31-01-2024" for number in numbers]
        try:
            load_text(lines(*text, headings="Pseudoniem;Hulpvorm;Begindatum;Einddatum"))
        except IdentifyingData:
            refused += 1
    assert refused <= 1


def test_the_threshold_is_four_standard_deviations() -> None:
    assert [int(most_by_chance(n)) for n in (50, 100, 200, 500, 1000)] == [12, 20, 34, 71, 127]


NOT_REFUSED: dict[str, tuple[str, Callable[[int], str]]] = {
    "AGB codes": ("AGB-code", lambda i: f"{7300_0000 + 137 * (i % 5)}"),
    "two AGB codes that pass the test": ("Aanbieder", lambda i: BSNS[i % 2]),
    "references in a row": ("Referentienummer", lambda i: f"{100_000_000 + i}"),
    "allocations in a row": ("Toewijzingnummer", lambda i: f"{20_000_000 + i}"),
    "dates without signs": ("Factuurdatum", lambda i: f"202401{i % 28 + 1:02}"),
    "the day of the decision": ("Besluitdatum", lambda i: f"{i % 28 + 1:02}-12-2023"),
    "birth years": ("Geboortejaar", lambda i: str(2005 + i % 15)),
    "amounts": ("Bedrag", lambda i: f"{12_345_678 + i}"),
    "areas of a postcode": ("Postcode", lambda i: f"{7500 + i % 60}"),
    "amounts with signs": ("Bedrag", lambda i: ".".join(thirds(BSNS[i])) + ",00"),
    "amounts by chance": ("Bedrag", lambda i: str(dice(i).randrange(10**8, 10**9))),
    "codes with a number": ("Kenmerk", lambda i: f"TW-{BSNS[i]}"),
    "one code beside a word": ("Kenmerk", lambda i: f"order {BSNS[0]}" if i == 7 else ""),
    "numbers of five digits": ("Referentienummer", lambda i: f"{40_000 + 7 * i}"),
    "years and numbers": ("Toewijzingnummer", lambda i: f"2024-{10_000 + i}"),
    "digits within a pseudonym": ("Sleutel", lambda i: f"c{i:03x}a0031612345678bd{i:03x}"),
    "hexadecimal pseudonyms": ("Sleutel", lambda i: f"{dice(i).randrange(16**32):032X}"),
}


@pytest.mark.parametrize("case", NOT_REFUSED)
def test_numbers_that_are_no_person_pass(case: str) -> None:
    heading, cell = NOT_REFUSED[case]
    _, rows = load_text(file_with([cell(i) for i in range(100)], heading))
    assert len(rows) == 100


def test_an_area_of_a_postcode_is_told() -> None:
    delivery, _ = load_text(file_with(["7511", "7512"], "Postcode"))
    assert "postcode_area" in rules_of(delivery)


def test_free_text_is_left_out_and_told() -> None:
    story = "Een lang verhaal over iemand, dat hier niet hoort te staan"
    delivery, _ = load_text(file_with([story, "", ""], "Toelichting"))
    assert "free_text_dropped" in rules_of(delivery)
    written = [f"{story} {number}" for number in range(40)]
    delivery, rows = load_text(file_with(written, "Verwijzer"))
    assert {row["referrer"] for row in rows} == {""}
    _, rows = load_text(
        file_with(["Overleden, of om een andere reden niet meer in zorg"], "Stopreden")
    )
    assert rows[0]["end_reason"]


def test_a_number_like_a_bsn_is_asked_about_once() -> None:
    chance = dice(3)
    text = lines(
        *(f"{failing(chance)};A;01-01-2024;" for _ in range(20)),
        headings="Pseudoniem;Hulpvorm;Begindatum;Einddatum",
    )
    asked, _ = load_text(text)
    answered, _ = load_text(text, choices=ReadingChoices(encrypted=True))
    assert "looks_like_bsn" in rules_of(asked)
    assert "looks_like_bsn" not in rules_of(answered)


def test_the_answer_lets_no_bsn_pass() -> None:
    text = lines(
        *(f"{number};A;01-01-2024;" for number in BSNS[:50]),
        headings="Versleuteld BSN;Hulpvorm;Begindatum;Einddatum",
    )
    with pytest.raises(IdentifyingData):
        load_text(text, choices=ReadingChoices(encrypted=True))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(UnusableInput) as error:
        load_text(lines(headings="BSN;Naam;Hulpvorm"), lines(headings="Pseudoniem;Hulpvorm"))
    problems = problems_of(error.value)
    assert [type(problem).__name__ for problem in problems] == [
        "IdentifyingData",
        "IdentifyingData",
        "MissingMeaning",
    ]
    assert len(explain_all(error.value)) == 3
    assert all(isinstance(problem, DataError) for problem in problems)
