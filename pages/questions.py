"""What only the owner of a file can say about it as a whole, asked when reading leaves it open."""

from typing import Final, cast

import streamlit as st

from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery
from core.reading.questions import Question, answered, questions_of
from core.reading.shown import uncertain
from core.text import sources as text

ANSWERS: Final = "whole_file_answers"
ASKED_BEFORE: Final = "sides"
"""Whose a file is, is asked before it is read; who does not know is not asked again."""
LONGEST_ANSWER: Final = 60


def is_settled(delivery: Delivery, choices: ReadingChoices) -> bool:
    """Tell whether nothing is open about a delivery any more, so that its files can go."""
    return not (
        uncertain(delivery.mappings) or delivery.unmatched or open_questions(delivery, choices)
    )


def open_questions(delivery: Delivery, choices: ReadingChoices) -> tuple[Question, ...]:
    """List what was left open about files as a whole when they were read with these choices."""
    asked = questions_of(delivery, choices)
    return tuple(question for question in asked if question.name != ASKED_BEFORE)


def ask_open(delivery: Delivery, choices: ReadingChoices) -> None:
    """Ask what was left open; an answer counts at the next reading."""
    for question in open_questions(delivery, choices):
        _remember(question, _ask(question))


def with_answers(choices: ReadingChoices) -> ReadingChoices:
    """Add what the owner answered in this visit."""
    for question, answer in _answers().items():
        choices = answered(choices, question, answer)
    return choices


def _answers() -> dict[Question, str]:
    return cast("dict[Question, str]", st.session_state.setdefault(ANSWERS, {}))


def _remember(question: Question, answer: str) -> None:
    if answer:
        _answers()[question] = answer
    else:
        _answers().pop(question, None)


def _ask(question: Question) -> str:
    words, key = text.ask(question.file, question.name), f"{question.name}_{question.file}"
    why, before = text.WHY[question.why], _answers().get(question, "")
    if not question.options:
        return st.text_input(
            words, value=before, key=key, help=why, max_chars=LONGEST_ANSWER, width=420
        ).strip()
    options = ["", *question.options]
    return st.radio(
        words, options, index=options.index(before), format_func=text.option, key=key, help=why
    )
