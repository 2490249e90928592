"""The rules that keep the code readable, each as a test with the file that breaks it by name."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APPLICATION = [
    ROOT / "streamlit_app.py",
    *sorted((ROOT / "core").rglob("*.py")),
    *sorted((ROOT / "pages").rglob("*.py")),
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

TEST_MODULES = [file for file in TESTS if file.stem.startswith("test_")]
OF_THE_WHOLE = {
    *(
        "architecture",
        "behind",
        "bench",
        "checks",
        "command",
        "e2e",
        "environment",
        "fuzz",
        "golden",
        "house_rules",
        "pages",
        "peers",
        "readme",
    ),
    "settings",
}
"""Subjects of tests that are no part of core."""

PAPERS = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "Makefile", ".ci/run")),
    *(ROOT / name for name in ("pyproject.toml", "requirements.txt", "tests/requirements.txt")),
    *sorted((ROOT / "docs").rglob("*.md")),
]

LONGEST_FUNCTION = 40
VOCABULARY = ROOT / "core" / "tables.py"
"""The one module that may be long: every word of the project stands in this one place."""

LONGEST_MODULE = 250
LONGEST_PAGE = 60
MEDIAN_FUNCTION = 7
MOST_PARAMETERS = 5
FORBIDDEN_NAMES = re.compile(r"(utils?|helpers?|common|manager|service|misc)\b")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplemented\w*)\b")
MACHINE = re.compile(r"/(home|root|work|tmp)/\w|https?://[\w.]*(localhost|pypi|artifactory)")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = Function | ast.ClassDef
every_file = pytest.mark.parametrize(
    "file", [*APPLICATION, *TESTS], ids=lambda file: str(file.relative_to(ROOT))
)
every_module = pytest.mark.parametrize(
    "file", APPLICATION, ids=lambda file: str(file.relative_to(ROOT))
)


@every_file
def test_no_function_is_long(file: Path) -> None:
    long = {node.name: lines_of(node) for node in functions_of(file)}
    assert not {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION}


@every_file
def test_no_function_has_many_parameters(file: Path) -> None:
    many = {node.name: len(parameters_of(node)) for node in functions_of(file)}
    assert not {name: count for name, count in many.items() if count > MOST_PARAMETERS}


def test_most_functions_are_very_short() -> None:
    lengths = [lines_of(node) for file in APPLICATION for node in functions_of(file)]
    assert statistics.median(lengths) <= MEDIAN_FUNCTION


@every_file
def test_no_module_is_long(file: Path) -> None:
    is_page = file.parent.parent == ROOT / "pages"  # what lies directly in it surrounds the pages
    longest = LONGEST_PAGE if is_page else LONGEST_MODULE
    if file != VOCABULARY:
        assert len(file.read_text().splitlines()) <= longest


@every_file
def test_a_module_is_named_after_a_concept(file: Path) -> None:
    assert not FORBIDDEN_NAMES.search(" ".join(file.relative_to(ROOT).with_suffix("").parts))


@every_module
def test_modules_and_public_functions_say_what_they_do(file: Path) -> None:
    tree = ast.parse(file.read_text())
    assert ast.get_docstring(tree), "a module starts with what it is about"
    inside = [part for node in tree.body if isinstance(node, ast.ClassDef) for part in node.body]
    named = [node for node in [*tree.body, *inside] if isinstance(node, Named)]
    public = [node for node in named if not node.name.startswith("_")]
    assert not [node.name for node in public if not ast.get_docstring(node)]


@every_file
def test_nothing_is_unfinished(file: Path) -> None:
    if file != Path(__file__):
        assert not UNFINISHED.findall(file.read_text())


@pytest.mark.parametrize(
    "file", [*APPLICATION, *TESTS, *PAPERS], ids=lambda file: str(file.relative_to(ROOT))
)
def test_nothing_knows_the_machine_it_was_written_on(file: Path) -> None:
    if file != Path(__file__):
        assert not MACHINE.search(file.read_text())


@every_module
def test_classes_are_values_or_errors(file: Path) -> None:
    """A class is a frozen dataclass, an exception or a closed set of names; it has no parents."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ClassDef) and not is_error_or_names(node):
            decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
            assert any("frozen=True" in text for text in decorators), node.name


@every_module
def test_dutch_stands_in_the_texts_only(file: Path) -> None:
    """A sentence with Dutch function words outside core/text is a text in the wrong place."""
    if file.is_relative_to(ROOT / "core" / "text"):
        return
    dutch = re.compile(r"\b(het|een|niet|wordt|zijn|deze|heeft)\b", re.IGNORECASE)
    sentences = [text for text in strings_of(file) if len(dutch.findall(text)) > 1]
    assert not sentences


@pytest.mark.parametrize("file", TEST_MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_test_stands_where_its_subject_is_found(file: Path) -> None:
    """A test of the part core/x lies in tests/x, a test of core/x.py is tests/test_x.py."""
    first, *deeper = file.relative_to(ROOT / "tests").parts
    subject = first if deeper else file.stem.removeprefix("test_")
    parts = {path.stem for path in (ROOT / "core").iterdir()}
    assert subject.strip("_") in {part.strip("_") for part in parts} | OF_THE_WHOLE


def functions_of(file: Path) -> list[Function]:
    """List the functions and methods of a file, those inside others included."""
    nodes = ast.walk(ast.parse(file.read_text()))
    return [node for node in nodes if isinstance(node, Function)]


def lines_of(node: Function) -> int:
    """Count the lines of a function's body, without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def parameters_of(node: Function) -> list[ast.arg]:
    """List what a function asks for, ``self`` excepted."""
    asked = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [argument for argument in asked if argument.arg not in {"self", "cls"}]


def is_error_or_names(node: ast.ClassDef) -> bool:
    """Say whether a class is an exception, or only types that other code names."""
    parents = {ast.unparse(base) for base in node.bases}
    return bool(parents & {"DataError", "Exception", "Enum", "StrEnum", "Protocol", "TypedDict"})


def strings_of(file: Path) -> Iterator[str]:
    """List the strings of a file that do something, so no docstrings."""
    nodes = list(ast.walk(ast.parse(file.read_text())))
    plain = [node.value for node in nodes if isinstance(node, ast.Expr)]
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in plain:
            yield node.value
