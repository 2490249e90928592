"""How a test visits a page: with nothing open, with the sample region, or with a small file."""

import time
from concurrent.futures import wait
from pathlib import Path

from streamlit import config
from streamlit.testing.v1 import AppTest

from pages.importing import TASK

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
PATIENCE_SECONDS = 240
SAMPLE = {"data": "voorbeeld"}

HEADING = "clientnummer;gemeente;aanbieder;hulpvorm;begindatum;einddatum;bedrag"
THREE_CLIENTS = f"""{HEADING}
pseudo-a;Noord;A1;Ambulant regulier;01-01-2022;31-03-2022;100,00
pseudo-a;Noord;A2;Ambulant specialistisch;01-04-2022;30-06-2022;200,00
pseudo-a;Noord;A1;Residentieel verblijf;01-07-2022;31-12-2024;900,00
pseudo-b;Noord;A1;Ambulant regulier;01-02-2023;31-12-2024;100,00
pseudo-c;Zuid;A1;Pleegzorg;01-03-2023;31-12-2024;100,00
pseudo-c;Zuid;A1;Pleegzorg;01-03-2023;31-13-2024;100,00
"""


def arrive(script: str, address: dict[str, str] | None = None, details: str = "full") -> AppTest:
    """Open a page of a fresh visit, by way of an address with some choices.

    With full ``details`` an error that nobody foresaw comes out as such; visitors see none.
    """
    config.set_option("client.showErrorDetails", details)
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    for name, value in (address or {}).items():
        app.query_params[name] = value
    return app.run().switch_page(script).run()


def upload(text: str, name: str = "klein.csv") -> AppTest:
    """Read a small file on the page for it."""
    app = arrive("prepare/data.py")
    app.file_uploader[0].upload(name, text.encode(), "text/csv").run()
    return press(app, "Lees in")


def press(app: AppTest, label: str) -> AppTest:
    """Press the button with a label, and wait for the import when that begins one."""
    next(button for button in app.button if button.label == label).click().run()
    return until_imported(app)


def until_imported(app: AppTest) -> AppTest:
    """Look again, as a browser does by itself, until no import goes on any more."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while TASK in app.session_state and time.monotonic() < deadline:
        wait([app.session_state[TASK].outcome], timeout=PATIENCE_SECONDS)
        app.run()
    return app


def words(app: AppTest) -> str:
    """Give everything a page says, the tables included."""
    said = [
        str(getattr(element, "value", ""))
        for kind in ("title", "markdown", "caption", "subheader", "success", "error", "warning")
        for element in app.get(kind)
    ]
    return "\n".join([*said, *(table.value.to_csv() for table in app.table)])


def cells(app: AppTest, heading: str) -> list[dict[str, str]]:
    """Give the rows of the table with a heading."""
    tables = [table.value for table in app.table if heading in table.value.columns]
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in tables[0].to_dict("records")
    ]
