"""The addresses of the application, read from the shell that serves them."""

import ast
from pathlib import Path

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"


def addresses() -> list[str]:
    """List the address of every page the shell knows, such as ``/reeksen``."""
    nodes = ast.walk(ast.parse(SHELL.read_text()))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    pages = [call for call in calls if ast.unparse(call.func) in {"st.Page", "Page"}]
    return sorted(address_of(page) for page in pages)


def address_of(page: ast.Call) -> str:
    """Read the address from the call that makes a page; the default page has the shortest."""
    given = {word.arg: ast.literal_eval(word.value) for word in page.keywords if word.arg in KNOWN}
    return "/" if given.get("default") else f"/{given['url_path']}"


KNOWN = {"default", "url_path"}
