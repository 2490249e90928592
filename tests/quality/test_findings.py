"""What reading finds and what the rules find: the same lines under the same name."""

from pathlib import Path
from random import Random

import pytest

from core.frames import kept, open_duckdb
from core.quality.checking import RuleResult, check_rules, tables_of
from core.quality.delivered import find_delivered
from core.quality.registry import BY_NAME, RULES
from core.reading.delivery import Delivery, read_files
from core.reading.findings import ERRORS
from core.reading.warnings import QUERIES
from tests.reading.loads import lines, rules_of

HEADINGS = (
    "Pseudoniem;Gemeente;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;DebetCredit;"
    "Toewijzingnummer;Verwijzer;Referentienummer"
)
ALIKE = sorted({*ERRORS, *QUERIES} & set(BY_NAME))


def drawn_file(seed: int) -> str:
    random = Random(seed)  # noqa: S311 - drawing lines is no secret
    return lines(*[_line(random) for _ in range(200)], headings=HEADINGS)


def _line(random: Random) -> str:
    start = random.choice(("01-01-2024", "15-01-2024", "01-02-2024", "31-06-2024", "01-01-1900"))
    cells = (
        random.choice(("aaaa", "bbbb", "cccc", "")),
        random.choice(("0106", "0114")),
        random.choice(("A", "B")),
        random.choice(("Ambulant", "Gezinshuis")),
        "01-05-2031" if random.random() < 0.01 else start,
        random.choice(("31-01-2024", "29-02-2024", "", "01-12-2023")),
        random.choice(("1,00", "2,00", "een")),
        random.choice(("D", "D", "C")),
        random.choice(("", "7", "8")),
        random.choice(("", "huisarts", "GI")),
        random.choice(("", "", "r1", "r2", "r3")),
    )
    return ";".join(cells)


def read(text: str, folder: Path) -> tuple[Delivery, dict[str, RuleResult]]:
    (folder / "f.csv").write_text(text, encoding="utf-8")
    workspace = open_duckdb()
    delivery = read_files(workspace, [folder / "f.csv"])
    declarations = kept(workspace, "declarations")
    tables = tables_of(declarations, kept(workspace, "set_aside"), find_delivered(declarations))
    return delivery, {result.rule.name: result for result in check_rules(tables, RULES)}


@pytest.mark.parametrize("seed", range(3))
def test_a_rule_and_a_finding_of_one_name_count_the_same_lines(seed: int, tmp_path: Path) -> None:
    delivery, results = read(drawn_file(seed), tmp_path)
    found = rules_of(delivery)
    assert {name: results[name].lines for name in ALIKE} == {
        name: found.get(name, 0) for name in ALIKE
    }
    assert len([name for name in ALIKE if found.get(name)]) > 8


def test_lines_rejected_are_those_of_the_errors(tmp_path: Path) -> None:
    delivery, results = read(drawn_file(9), tmp_path)
    errors = [result for result in results.values() if result.rule.severity == "error"]
    rejected = sum(entry.lines_rejected for entry in delivery.ledger)
    assert sum(result.lines for result in errors) == rejected
