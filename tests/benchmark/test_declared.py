"""The division from declarations: published numbers only, to the cent."""

import pandas as pd

from core.benchmark.declared import factors_declared, find_declared_steps, side_of

FORMS = pd.DataFrame(
    {
        "year": [2022, 2022, 2024, 2024],
        "care_form": ["light", "heavy", "light", "heavy"],
        "trajectories": pd.array([100, 20, 120, 40], dtype="Int64"),
        "amount_cents": pd.array([20_000_000, 40_000_000, 25_000_000, 90_000_000], dtype="Int64"),
    }
)
CLIENTS = pd.DataFrame({"year": [2022, 2024], "clients": pd.array([80, 100], dtype="Int64")})


def test_steps_run_from_the_one_amount_to_the_other() -> None:
    steps = find_declared_steps(FORMS, CLIENTS, (2022, 2024))
    assert list(steps["step"]) == ["start", "clients", "intensity", "mix", "price", "end"]
    assert steps["cents"].iloc[0] == 60_000_000
    assert steps["cents"].iloc[:-1].sum() == steps["cents"].iloc[-1] == 115_000_000
    assert (steps.set_index("step")["cents"][["clients", "mix"]] > 0).all()


def test_a_number_that_was_left_out_divides_nothing() -> None:
    hidden = FORMS.assign(amount_cents=FORMS["amount_cents"].mask(FORMS["year"] == 2024))
    assert find_declared_steps(hidden, CLIENTS, (2022, 2024)).empty
    assert find_declared_steps(FORMS, CLIENTS.iloc[:1], (2022, 2024)).empty
    assert find_declared_steps(FORMS.iloc[:0], CLIENTS, (2022, 2024)).empty


def test_what_can_be_said_in_one_number() -> None:
    assert factors_declared(side_of(FORMS, CLIENTS, 2022)) == {"clients": 80, "intensity": 1.5}
