"""What is refused of iJw: messages as they were sent, and files that are no message."""

import tracemalloc
from io import BytesIO

import pytest

from core.errors import DataError, HostileFile, IdentifyingData, NotReadable, UnusableInput
from core.reading.ijw.elements import read_elements
from core.reading.ijw.records import read_parts
from tests.reading.messages import BSN, client, declaration, line, lines_of, message, read

JANUARY = ("2024-01-01", "2024-01-31")
WHOLE = declaration(lines_of("p1", line("R1", *JANUARY)))


def test_a_message_as_it_was_sent_is_refused_with_a_count() -> None:
    raw = lines_of(BSN, line("R1", *JANUARY), element="Bsn")
    with pytest.raises(IdentifyingData) as refused:
        read(declaration(raw + raw))
    assert (refused.value.column, refused.value.kind, refused.value.cells) == ("Bsn", "bsn", 2)
    assert BSN not in str(refused.value)


@pytest.mark.parametrize(
    ("inside", "column"),
    [
        ("<m:Naam><ijw:Achternaam>Wit</ijw:Achternaam></m:Naam>", "Achternaam"),
        ("<m:Geboortedatum><ijw:Datum>2010-02-14</ijw:Datum></m:Geboortedatum>", "Geboortedatum"),
        ("<m:Commentaar>belt vaak</m:Commentaar>", "Commentaar"),
    ],
)
def test_a_name_a_date_of_birth_or_a_comment_is_refused_too(inside: str, column: str) -> None:
    with pytest.raises(IdentifyingData) as refused:
        read(message("301", client("p1", inside)))
    assert refused.value.column == column


DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
DEEP = "<Bericht>" * 40


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (DTD, HostileFile),
        (EXTERNAL, HostileFile),
        ("<Bericht xmlns='http://x/jw323/schema'>" + DEEP, HostileFile),
        (
            "<Bericht xmlns='http://x/jw323/schema'>" + "".join(f"<a{n}/>" for n in range(9_999)),
            HostileFile,
        ),
        ("<Bericht a='" + "b" * 10**6, HostileFile),
        ("<Bericht xmlns='http://x/jw323/schema'><!--" + "b" * 10**6, HostileFile),
        ("<Bericht xmlns='http://x/jw323/schema'>" + "b" * 10**6, HostileFile),
        ("<Bericht xmlns='" + "b" * 10_000 + "'/>", HostileFile),
        ("<Bericht xmlns='http://x/jw323/schema'>tekst<Header/></Bericht>", NotReadable),
        ("", NotReadable),
        ("geen xml", NotReadable),
        ("<a/>", NotReadable),
        ("<?xml version='1.0' encoding='onzin'?><a/>", NotReadable),
        ("<Bericht xmlns='http://www.istandaarden.nl/iwmo/3_2/wmo323/schema'/>", NotReadable),
    ],
    ids=[
        *(
            "dtd",
            "external",
            "deep",
            "kinds",
            "attribute",
            "comment",
            "words",
            "namespace",
            "mixed",
        ),
        *("empty", "text", "other", "encoding", "wmo"),
    ],
)
def test_what_is_no_message_is_refused(content: str, error: type[DataError]) -> None:
    with pytest.raises(error):
        read(content.encode())


def test_a_message_cut_in_half_is_not_readable() -> None:
    with pytest.raises(NotReadable):
        read(WHOLE[: len(WHOLE) // 2])


def test_every_message_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(UnusableInput) as refused:
        read(WHOLE, b"geen xml", WHOLE.replace(b"Pseudoniem", b"Bsn"))
    assert [type(problem) for problem in refused.value.problems] == [NotReadable, IdentifyingData]


def test_records_that_were_read_do_not_stay_in_memory() -> None:
    lines = "".join(line(f"R{number}", *JANUARY) for number in range(3_000))
    content = BytesIO(declaration(lines_of("p1", lines)))
    tracemalloc.start()
    records = sum(len(part.records) for part in read_parts("a.xml", content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert records == 3_000
    assert peak < 1_000_000


def test_elements_that_were_read_do_not_stay_in_memory() -> None:
    content = BytesIO(b"<a>" + b"<b><c>x</c></b>" * 20_000 + b"</a>")
    tracemalloc.start()
    closed = sum(element.closes for element in read_elements("a.xml", content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert closed == 40_001
    assert peak < 1_000_000
