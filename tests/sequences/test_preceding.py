"""What went before a care form, and what cannot be seen because the data begin too late."""

from core.sequences.preceding import count_preceding
from core.tables import PRECEDING
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of
from tests.sequences.test_matching import chained

YEARS = Selection(2020, 2024)


def test_the_year_before_the_first_start(engine: Opener) -> None:
    """Of c the light help ended too long ago; of d the data begin too late; e already ran."""
    rows = drawn("""
client_id care_form start      last
z         medium    2021-01-01 2021-01-31
e         heavy     2021-01-01 2021-12-31
a         light     2021-06-01 2022-04-30
a         medium    2022-02-01 2022-05-31
a         heavy     2022-06-01 2022-08-31
a         heavy     2023-06-01 2023-08-31
b         heavy     2022-06-01 2022-08-31
b         light     2022-06-01 2022-07-31
c         light     2021-03-01 2021-05-30
c         heavy     2022-06-01 2022-08-31
d         light     2021-10-01 2021-11-30
d         heavy     2021-12-01 2021-12-31
""")
    counted = count_preceding(chained(rows, engine), "heavy", YEARS, 1)
    assert rows_of(counted, list(PRECEDING)) == [
        {"kind": "form", "care_form": "light", "clients": 1},
        {"kind": "form", "care_form": "medium", "clients": 1},
        {"kind": "invisible", "care_form": "", "clients": 1},
        {"kind": "nothing", "care_form": "", "clients": 2},
        {"kind": "something", "care_form": "", "clients": 1},
    ]


def test_help_that_ended_exactly_a_year_before_is_just_not_seen(engine: Opener) -> None:
    """A first start on 1 June 2022 looks back to 1 June 2021, the day itself included."""
    rows = drawn("""
client_id care_form start      last
z         medium    2021-01-01 2021-01-31
a         light     2021-03-01 2021-05-31
a         heavy     2022-06-01 2022-08-31
b         light     2021-03-01 2021-06-01
b         heavy     2022-06-01 2022-08-31
""")
    counted = count_preceding(chained(rows, engine), "heavy", YEARS, 1)
    kinds = {row["kind"]: row["clients"] for row in rows_of(counted, ["kind", "clients"])}
    assert kinds == {"nothing": 1, "something": 1, "form": 1}


def test_rare_forms_are_the_rest_together(engine: Opener) -> None:
    rows = drawn("""
client_id care_form start      last
z         medium    2021-01-01 2021-01-31
a         light     2022-03-01 2022-05-31
a         heavy     2022-06-01 2022-08-31
b         closed    2022-03-01 2022-05-31
b         heavy     2022-06-01 2022-08-31
""")
    counted = count_preceding(chained(rows, engine), "heavy", YEARS, 2)
    kinds = {row["kind"]: row["clients"] for row in rows_of(counted, ["kind", "clients"])}
    assert kinds == {"something": 2, "rest": 2}
