"""Every way in which a date or a period is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.days import IMPLAUSIBLE, UNREADABLE, Period, calendar_day, day_of, period_of
from core.tables import OPEN_END
from tests.reading.loads import day, lines, load_text

DAYS = {
    "03-04-2024": "2024-04-03",
    "3-4-2024": "2024-04-03",
    "03/04/2024": "2024-04-03",
    "03.04.2024": "2024-04-03",
    "3-4-24": "2024-04-03",
    "3-4-91": "1991-04-03",
    "2024-04-03": "2024-04-03",
    "2024/04/03": "2024-04-03",
    "20240403": "2024-04-03",
    "45385": "2024-04-03",
    "45385,5": "2024-04-03",
    "3 apr 2024": "2024-04-03",
    "3 april 2024": "2024-04-03",
    "3-apr-24": "2024-04-03",
    "12 mrt. 2024": "2024-03-12",
    "1 oct 2024": "2024-10-01",
    "03-04-2024 00:00": "2024-04-03",
    "03-04-2024 0:00:00": "2024-04-03",
    "2024-04-03T12:30:00.000Z": "2024-04-03",
    "2024-04-03 00:00:00+02:00": "2024-04-03",
    " 03-04-2024\u00a0": "2024-04-03",
    "\uff10\uff13-\uff10\uff14-\uff12\uff10\uff12\uff14": "2024-04-03",  # full-width digits
    "01-01-1990": "1990-01-01",
    "31-12-2100": "2100-12-31",
    "29-02-2024": "2024-02-29",
    "": "-",
    "00000000": "-",
    "0000-00-00": "-",
    "31-12-9999": "-",
    "9999-12-31": "-",
    "99991231": "-",
    "2958465": "-",
}
FAULTS = {
    "31-02-2024": UNREADABLE,
    "29-02-2023": UNREADABLE,
    "04-25-2024": UNREADABLE,
    "3 foo 2024": UNREADABLE,
    "onbekend": UNREADABLE,
    "2024": UNREADABLE,
    "1e5": UNREADABLE,
    "12345678901": UNREADABLE,
    "31-12-1989": IMPLAUSIBLE,
    "01-01-1900": IMPLAUSIBLE,
    "01-01-2101": IMPLAUSIBLE,
    "2999-01-01": IMPLAUSIBLE,
    "01-01-9999": IMPLAUSIBLE,
    "10000": IMPLAUSIBLE,
}
MONTHS = ("2024-02", "202402", "2024/2", "02-2024", "2-2024", "februari 2024", "feb-24", "2024 feb")
FROM_TO = (
    "2024-02-01 - 2024-02-29",
    "2024-02-01/2024-02-29",
    "01-02-2024 t/m 29-02-2024",
    "01-02-2024 tot en met 29-02-2024",
    "20240201 \u2013 20240229",
    "01-02-2024",
    "45323",
)


@pytest.mark.parametrize("written", DAYS)
def test_a_date_in_every_way_it_is_written(written: str) -> None:
    assert day_of(written).number == day(DAYS[written])


@pytest.mark.parametrize("written", FAULTS)
def test_a_date_that_is_none_says_why(written: str) -> None:
    assert day_of(written).fault == FAULTS[written]
    assert day_of(written).number is None


@pytest.mark.parametrize("written", [*MONTHS, *FROM_TO])
def test_a_period_in_one_cell(written: str) -> None:
    assert period_of(written) == Period(day("2024-02-01"), day("2024-03-01"))


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("december 2024", Period(day("2024-12-01"), day("2025-01-01"))),
        ("01-02-2024 - 31-12-9999", Period(day("2024-02-01"), OPEN_END)),
        ("", Period()),
        ("2024-13", Period(fault=UNREADABLE)),
        ("1989-12", Period(fault=IMPLAUSIBLE)),
        ("hele jaar", Period(fault=UNREADABLE)),
        ("01-02-2024 - gisteren", Period(fault=UNREADABLE)),
    ],
)
def test_a_period_that_is_no_month(written: str, period: Period) -> None:
    assert period_of(written) == period


@given(st.integers(7305, 47846), st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y"]))
def test_what_was_written_is_what_is_read(number: int, form: str) -> None:
    assert day_of(calendar_day(number).strftime(form)).number == number


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    assert (day_of(text).number is None) == bool(day_of(text).fault)
    assert (period_of(text).start is None) or not period_of(text).fault


PERIODS = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Periode"
SERVING = {
    "k;A;;;2024-02": ("2024-02-01", "2024-03-01"),
    "k;A; ;29-02-2024;februari 2024": ("2024-02-01", "2024-03-01"),
    "k;A;12-02-2024;;2024-02": ("2024-02-12", "2024-03-01"),
    "k;A;12-02-2024;20-02-2024;2024-02": ("2024-02-12", "2024-02-21"),
    "k;A;12-02-2024;;": ("2024-02-12", "-"),
}


@pytest.mark.parametrize("line", SERVING)
def test_a_period_serves_where_a_date_is_empty(line: str) -> None:
    _, [row] = load_text(lines(line, headings=PERIODS))
    assert (row["start"], row["end"]) == tuple(map(day, SERVING[line]))
