"""Choices that are remembered: under a kind and a key, until they are forgotten."""

from core.storage.catalogue import Store
from core.storage.remembered import forget, recall, recall_all, remember


def test_what_is_remembered_comes_back_as_it_was(store: Store) -> None:
    value = {"headings": {"Nummer kind": "client_id"}, "cents": True, "leeg": None, "é": [1, 2]}
    remember(store, "layout", "leverancier", value)
    assert recall(store, "layout", "leverancier") == value


def test_the_last_choice_counts(store: Store) -> None:
    remember(store, "layout", "leverancier", 1)
    remember(store, "layout", "leverancier", 2)
    assert recall(store, "layout", "leverancier") == 2


def test_kinds_and_keys_do_not_mix(store: Store) -> None:
    remember(store, "layout", "a", 1)
    remember(store, "layout", "b", 2)
    remember(store, "codes", "a", 3)
    assert recall_all(store, "layout") == {"a": 1, "b": 2}
    assert recall(store, "codes", "b") is None


def test_what_is_forgotten_is_gone(store: Store) -> None:
    remember(store, "layout", "a", 1)
    remember(store, "layout", "b", 2)
    forget(store, "layout", "a")
    forget(store, "layout", "never there")
    assert recall_all(store, "layout") == {"b": 2}
