"""The walker itself: it finds what was planted where that may be seen, and a page that leaks."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.behind.judging import leaks_of, verdict
from tests.behind.leaks import Planted
from tests.behind.payload import Sent, numbers_in, sent_by
from tests.behind.planted import Person
from tests.behind.truth import exact_counts
from tests.behind.walking import messages_of, opened, seen

LEAKS = {
    "a sentence": "st.markdown('Van de {number} jeugdigen kregen er veel hulp')",
    "a number with dots": "st.markdown(f'{{ {number} :,}}'.replace(',', '.'))",
    "the help of a figure": "st.metric('Jeugdigen', '<10', help='{number}')",
    "a cell of a table": "st.table({{'Jeugdigen': ['{number}']}})",
    "an alternative text": "st.table({{'a': ['b']}}, alt='{number} jeugdigen')",
    "an option": "st.selectbox('Kies', ['alle {number}'])",
    "data of a picture": (
        "import altair as alt, pandas as pd; "
        "data = pd.DataFrame({{'a': [1], 'hidden': [{number}]}}); "
        "st.altair_chart(alt.Chart(data).mark_point().encode(x='a'))"
    ),
    "a scale of a picture": (
        "import altair as alt, pandas as pd; "
        "at = alt.X('a', axis=alt.Axis(values=[{number}])); "
        "st.altair_chart(alt.Chart(pd.DataFrame({{'a': [1]}})).mark_point().encode(x=at))"
    ),
    "the address": "st.query_params['n'] = '{number}'",
}
PERSONS = "persons"


def leaking(script: str) -> Sent:
    """Run a script as a page and give what it sends, its address included."""
    return seen(AppTest.from_string(script).run(timeout=60))


@pytest.mark.parametrize("script", ["course/stacking.py", "prepare/start.py"])
def test_the_owner_sees_what_was_planted(
    script: str, kept: dict[str, str], planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    assert leaks_of(script, kept, planted)


def test_the_model_counts_what_was_planted(
    people: tuple[Person, ...], kept: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = opened("prepare/rules.py", kept, {})
    told = sent_by(messages_of(app)).whole_numbers()
    counts = exact_counts(people)
    assert {counts[PERSONS], counts["trajectories"]} <= told


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_page_that_leaks_is_caught(
    leak: str, people: tuple[Person, ...], planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = exact_counts(people)[PERSONS]
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "tafel")
    app = leaking(f"import streamlit as st\n{leak.format(number=number)}")
    assert verdict(app, planted)


def test_a_pseudonym_is_caught(people: tuple[Person, ...], planted: Planted) -> None:
    name = people[0].pseudonym
    assert verdict(leaking(f"import streamlit as st\nst.markdown('{name}')"), planted)


def test_a_share_of_exact_numbers_is_caught(planted: Planted) -> None:
    sent = sent_by([])
    sent.tables.append(pd.DataFrame({"clients": [40, 15], "share": [40 / 137, 15 / 50]}))
    assert verdict(sent, planted)
    sent.tables[0] = pd.DataFrame({"clients": [40, 15], "share": [40 / 135, 30.0]})
    assert not verdict(sent, planted)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.237 van de 1237", [1237, 1237]),
        ("1237,0 en 1237.00", [1237, 1237]),
        ("€ 12.345,67", []),
        ("01-02-2022, 41% en GM9801", []),
        ("#123712 en 0.1237", []),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, numbers: list[int]) -> None:
    assert list(numbers_in(text)) == numbers
