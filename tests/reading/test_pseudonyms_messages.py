"""Messages with pseudonyms: links survive, people do not, and the reader takes them back."""

from pathlib import Path

import pytest

from core.errors import UnusableInput
from core.frames import open_duckdb
from core.reading.delivery import read_files
from core.reading.pseudonyms import pseudonymise
from core.reading.pseudonyms.keys import client_pseudonym, number_digest
from core.text.errors import explain
from core.text.pseudonyms import summary
from tests.reading.messages import BSN, read
from tests.reading.persons import (
    CELLS,
    HEADINGS,
    KEY,
    MESSAGE_SECRETS,
    OTHER_BSN,
    as_csv,
    raw_messages,
)


def test_messages_are_read_back_with_their_links_and_without_people(tmp_path: Path) -> None:
    sources = []
    for name, content in raw_messages().items():
        sources.append(tmp_path / name)
        sources[-1].write_bytes(content)
    done = pseudonymise(sources, KEY, tmp_path / "uit")
    assert [file.lines for file in done] == [5, 1, 1, 1, 1]
    new = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    text = b"".join(new.values()).decode()
    assert [secret for secret in MESSAGE_SECRETS if secret in text] == []

    rows = read(*(new[name] for name in raw_messages()))[0].rows
    assert {row["client_id"] for row in rows[:4]} == {client_pseudonym(KEY, BSN)}
    assert rows[4]["client_id"] == client_pseudonym(KEY, OTHER_BSN)
    assert [(row["start"], row["end"]) for row in rows[:4]] == [
        *[("2024-01-09", "2024-01-31")] * 3,
        ("2024-02-01", "2024-02-12"),
    ]
    assert rows[3]["end_reason"] == "31 volgens plan"
    assert rows[0]["referrer"] == "huisarts"
    assert number_digest(KEY, "RN001") in new["JW323.xml"].decode()
    assert f"VorigReferentieNummer>{rows[0]['reference']}<" in new["JW323.xml"].decode()


def test_what_was_written_is_accepted_by_the_reader(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in (*raw_messages(), "regels.csv")]
    for source, content in zip(sources, raw_messages().values(), strict=False):
        source.write_bytes(content)
    sources[-1].write_text(as_csv(HEADINGS, CELLS), encoding="utf-8")
    pseudonymise(sources, KEY, tmp_path / "uit")
    workspace = open_duckdb()
    new = [tmp_path / "uit" / source.name for source in sources]
    assert read_files(workspace, new[:1]).ledger[0].lines_accepted == 5
    delivery = read_files(workspace, new)  # again in the same workspace
    assert [entry.lines_accepted for entry in delivery.ledger] == [5, 0, 0, 0, 0, 1]
    query = "SELECT count(DISTINCT client_id) FROM declarations"
    assert workspace.session.sql(query).fetchall() == [(2,)]


def test_as_they_were_sent_every_one_of_them_is_refused(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in raw_messages()]
    for source, content in zip(sources, raw_messages().values(), strict=True):
        source.write_bytes(content)
    with pytest.raises(UnusableInput) as refused:
        read_files(open_duckdb(), sources)
    assert len(refused.value.problems) == 5
    assert not [secret for secret in MESSAGE_SECRETS if secret in explain(refused.value)]


def test_the_owner_hears_what_stayed_behind() -> None:
    assert summary("a.csv", 1, ()) == "a.csv: 1 regel geschreven.\n"
    told = summary("a.csv", 1_200, ("Naam", "Een kop\nover regels " + "x" * 99))
    assert told.startswith("a.csv: 1.200 regels geschreven. Weggelaten: Naam, Een kop over")
    assert len(told) < 120
