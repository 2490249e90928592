"""The lines under a picture of open data, and which edition a visit looks at."""

from datetime import UTC, datetime
from pathlib import Path

from core.session import EDITION
from core.text import opendata as text
from tests.opendata.drawn import edition
from tests.pages.visiting import SAMPLE, arrive, words

PAGE = "picture/municipality.py"
OLD, NEW = "2024-05-02", datetime.now(UTC).date().isoformat()


def fetch(home: Path, day: str) -> None:
    """Put an edition of a day in the place of editions."""
    edition(home / "opendata" / day, [{"category": "all"}], [{"fetched": day}], day)


def said(app: object) -> str:
    return " ".join(str(box.value) for box in getattr(app, "info", ()))


def test_a_newer_publication_is_told_under_a_picture(home: Path) -> None:
    fetch(home, OLD)
    app = arrive(PAGE, {"gebied": "GM0001"})
    assert not app.exception
    assert "31-10-2024" in said(app)
    assert text.INVENTED not in words(app)


def test_a_fresh_edition_has_nothing_newer(home: Path) -> None:
    fetch(home, NEW)
    app = arrive(PAGE, {"gebied": "GM0001"})
    assert not app.exception
    assert "nieuwer" not in said(app)


def test_a_link_opens_the_edition_it_was_made_with(home: Path) -> None:
    fetch(home, OLD)
    fetch(home, NEW)
    assert arrive(PAGE, {"gebied": "GM0001"}).session_state[EDITION] == ""
    app = arrive(PAGE, {"gebied": "GM0001", "open": OLD})
    assert app.session_state[EDITION] == OLD
    assert "31-10-2024" in said(app)


def test_beside_the_sample_region_the_invented_country_is_shown(home: Path) -> None:
    fetch(home, NEW)
    app = arrive(PAGE, SAMPLE | {"gebied": "GM9801"})
    assert not app.exception
    assert text.INVENTED in words(app)
    assert text.NOT_FOR in words(app)
