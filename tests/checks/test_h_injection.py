"""H13: a cell that looks like a formula, a tag or a link stays the text that it is."""

import csv
import re
from pathlib import Path

import pytest
from starlette.types import Message

from core.__main__ import main
from core.errors import MissingMeaning
from core.text import general
from core.text.errors import explain
from pages.fence import HEADERS, with_headers
from tests.checks.alone import run_alone
from tests.pages.visiting import cells, upload, words
from tests.reading.loads import lines, load_text

LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(")
"""What Markdown takes for a link or a picture."""
FORMULAS = {
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1",
    "minus": "-1+1",
    "at": "@x",
    "script": "<script>alert(1)</script>",
    "link": "[x](javascript:alert(1))",
    "picture": "![x](https://voorbeeld.example/p.png)",
}
AROUND = {
    "tab first": "\t=1",
    "CR first": "\r=1",
    "LF first": "\n=1",
    "leading space": " =1",
    "leading NBSP": "\u00a0=1",
}


@pytest.mark.parametrize("case", FORMULAS)
def test_h13_a_label_comes_out_of_the_command_as_it_was_delivered(
    case: str, tmp_path: Path
) -> None:
    """The contract wants labels exactly as delivered, so a file for programs has no quote before.

    Numbers stay numbers; who opens it in Excel brings it in as text (README).
    """
    label = FORMULAS[case]
    (tmp_path / "in.csv").write_text(lines(f'{label};{label};01-01-2024;31-01-2024;"-5,00"'))
    out = tmp_path / "uit"
    given = ["analyse", str(tmp_path / "in.csv"), "--out", str(out), "--as-of", "2024-12-31"]
    assert main(given) == 0
    with (out / "trajectories.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["client_id"], row["care_form"]) for row in rows] in ([], [(label, label)])


@pytest.mark.parametrize("case", FORMULAS)
def test_h13_a_label_is_stored_character_for_character(case: str) -> None:
    label = FORMULAS[case]
    _, [row] = load_text(lines(f"{label};{label};01-01-2024;31-01-2024;5,00"))
    assert (row["client_id"], row["care_form"]) == (label, label)


@pytest.mark.parametrize("case", AROUND)
def test_h13_white_space_before_a_label_goes(case: str) -> None:
    _, [row] = load_text(lines(f'k1;"{AROUND[case]}";01-01-2024;31-01-2024;5,00'))
    assert row["care_form"] == "=1"


@pytest.mark.parametrize("case", ["script", "link", "picture"])
def test_h13_the_screen_shows_the_text_and_no_link(case: str) -> None:
    label = FORMULAS[case]
    text = f"clientnummer;hulpvorm;begindatum;einddatum;{label}\nk;{label};01-01-2022;;x\n"
    app = upload(text)
    assert not app.exception
    shown = [row["Kolom"] for row in cells(app, "Hoe zeker")]
    assert general.literal(label) in shown
    assert not LINK.search(words(app))


def test_h13_a_heading_in_a_refusal_is_no_link() -> None:
    app = upload(f"{FORMULAS['picture']};b\n1;2\n")
    assert app.error
    assert not LINK.search(words(app))
    with pytest.raises(MissingMeaning) as refused:
        load_text(f"{FORMULAS['picture']};b\n1;2\n")
    assert not LINK.search(general.literal(explain(refused.value)))


def test_h13_the_browser_may_load_from_this_server_alone() -> None:
    answers: list[Message] = []

    async def app(_scope: object, _receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200})  # type: ignore[operator]

    async def send(message: Message) -> None:
        answers.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def ask() -> None:
        await with_headers(app)({"type": "http"}, receive, send)

    run_alone(ask())
    headers = {name.decode(): value.decode() for name, value in answers[0]["headers"]}
    assert headers == HEADERS
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert not [source for source in policy.values() if "http" in source or "*" in source]
