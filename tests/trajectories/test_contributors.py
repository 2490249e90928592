"""Who is behind an amount: drawn on every engine, and restated naively."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame, collect, frame_of_rows, open_polars
from core.protection.dominance import measure_contributors
from core.tables import MISSING, TRAJECTORIES, contributors_of
from core.trajectories.contributors import with_contributors
from tests.conftest import Opener, rows_of

BY = ["care_form"]
COLUMNS = [*BY, *contributors_of("amount_cents")]
TABLE = {
    name: TRAJECTORIES[name] for name in ("client_id", "provider", "care_form", "amount_cents")
}
Care = dict[str, str | int | None]


def told(rows: Frame, kind: str) -> dict[object, tuple[object, ...]]:
    """Give what is told of persons or providers, by care form."""
    forms = rows.select("care_form").unique()
    found = rows_of(with_contributors(forms, rows, BY), COLUMNS)
    names = [name for name in COLUMNS if f"_{kind}_" in name]
    return {row["care_form"]: tuple(row[name] for name in names) for row in found}


def test_what_credits_take_back_is_taken_from_the_same_person_first(engine: Opener) -> None:
    """Of light, k has 300 - 250 and m 250; who gave the most of heavy is not known."""
    care = [
        ("k", "A", "light", 300),
        ("k", "B", "light", -250),
        ("m", "B", "light", 250),
        ("k", MISSING, "heavy", -900),
        ("m", "A", "heavy", 100),
        ("n", "A", "heavy", None),
        ("n", "B", "closed", None),
    ]
    rows = engine([dict(zip(TABLE, one, strict=True)) for one in care], TABLE)
    assert told(rows, "person") == {
        "light": (250, 50, 300, 2),
        "heavy": (900, 100, 1000, 2),
        "closed": (0, 0, 0, 0),
    }
    assert told(rows, "provider") == {
        "light": (300, 0, 300, 1),
        "heavy": (900, 100, 1000, 1),
        "closed": (0, 0, 0, 0),
    }


some_care = st.lists(
    st.fixed_dictionaries(
        {
            "client_id": st.sampled_from(["k", "m", "n", "o"]),
            "provider": st.sampled_from([MISSING, "A", "B", "C"]),
            "care_form": st.sampled_from(["light", "heavy"]),
            "amount_cents": st.sampled_from([None, -300, 0, 100, 250]),
        }
    ),
    min_size=1,
)


def naively(care: list[Care], name: str) -> dict[object, tuple[object, ...]]:
    """Add up what each has, sort it, and look."""
    nets: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in care:
        nets[str(one["care_form"])][str(one[name])] += int(one["amount_cents"] or 0)
    answers: dict[object, tuple[object, ...]] = {}
    for form, each in nets.items():
        ordered = sorted((abs(net) for net in each.values()), reverse=True)
        number = sum(net != 0 and who != MISSING for who, net in each.items())
        answers[form] = (ordered[0], [*ordered, 0][1], sum(ordered), number)
    return answers


@given(some_care)
def test_contributors_restated_naively(care: list[Care]) -> None:
    rows = frame_of_rows(open_polars(), care, TABLE)
    assert told(rows, "person") == naively(care, "client_id")
    assert told(rows, "provider") == naively(care, "provider")


@given(some_care)
def test_rows_that_are_here_already_tell_the_same(care: list[Care]) -> None:
    rows = collect(frame_of_rows(open_polars(), care, TABLE)).fillna({"amount_cents": 0})
    found = measure_contributors(rows, BY, "amount_cents", ("client_id", "provider"))
    lazy = frame_of_rows(open_polars(), care, TABLE)
    for kind in ("person", "provider"):
        names = [name for name in map(str, found) if f"_{kind}_" in name]
        assert {form: tuple(row) for form, row in found[names].iterrows()} == told(lazy, kind)
