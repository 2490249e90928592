"""What the largest provider has of an amount: drawn, and restated naively."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame, frame_of_rows, open_polars
from core.tables import MISSING, TRAJECTORIES
from core.trajectories.largest import largest_name, with_largest
from tests.conftest import Opener, rows_of

COLUMNS = ["care_form", "largest_cents"]
TABLE = {name: TRAJECTORIES[name] for name in ("provider", "care_form", "amount_cents")}


def told(rows: Frame) -> dict[object, object]:
    """Give what the largest provider has of each care form."""
    forms = rows.select("care_form").unique()
    largest = rows_of(with_largest(forms, rows, ["care_form"]), COLUMNS)
    return {row["care_form"]: row["largest_cents"] for row in largest}


def test_an_amount_has_the_provider_with_most_of_it(engine: Opener) -> None:
    """A has 300 of light in two rows; who gave the most of heavy is not known."""
    care = [
        ("A", "light", 100),
        ("A", "light", 200),
        ("B", "light", 250),
        (MISSING, "heavy", 900),
        ("A", "heavy", None),
        ("A", "closed", None),
    ]
    rows = engine([dict(zip(TABLE, one, strict=True)) for one in care], TABLE)
    assert told(rows) == {"light": 300, "heavy": 900, "closed": 0}


some_care = st.lists(
    st.fixed_dictionaries(
        {
            "provider": st.sampled_from([MISSING, "A", "B", "C"]),
            "care_form": st.sampled_from(["light", "heavy"]),
            "amount_cents": st.sampled_from([None, -300, 0, 100, 250]),
        }
    ),
    min_size=1,
)


@given(some_care)
def test_sums_of_each_provider_restated_naively(care: list[dict[str, str | int | None]]) -> None:
    turnovers: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in care:
        turnovers[str(one["care_form"])][str(one["provider"])] += int(one["amount_cents"] or 0)
    rows = frame_of_rows(open_polars(), care, TABLE)
    assert told(rows) == {form: max(of_each.values()) for form, of_each in turnovers.items()}


def test_the_column_is_called_after_its_amount() -> None:
    assert largest_name("amount_cents") == "largest_cents"
    assert largest_name("third_cents") == "largest_third_cents"
