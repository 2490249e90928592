"""Sequenzo's distances and indicators of the same sequences, timed, as JSON.

    PYTHON -m tests.bench.sequenzo_peer SEQUENCES.csv STATES OUT.npz [indicators]

A row of ``SEQUENCES`` is a sequence: a column ``id``, and one for each place with a state from 1 to
``STATES``, 0 behind its end. Each next state lies one rung further on a ladder.
Runs with the Python of an environment of its own: the application never imports Sequenzo.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

VOID = "%"


def main(arguments: Sequence[str]) -> None:
    """Measure, keep the outcomes in a file, and print the seconds of each."""
    sequenzo: Any = importlib.import_module("sequenzo")
    source, number, out, *more = arguments
    table = pd.read_csv(source)
    places = [name for name in table.columns if name != "id"]
    states: list[Any] = list(range(1, int(number) + 1))
    if (table[places] == 0).any(axis=None):
        table[places] = table[places].astype(object).replace(0, VOID)
        states.append(VOID)
    sequences = sequenzo.SequenceData(table, time=places, states=states, id_col="id")
    measures = distances_of(sequences, int(number))
    if more:
        measures |= indicators_of(sequences, states)
    found, seconds = {}, {}
    for name, measure in measures.items():
        began = time.perf_counter()
        found[name] = np.asarray(measure())
        seconds[name] = time.perf_counter() - began
    np.savez(out, allow_pickle=False, **found)
    print(json.dumps({"version": sequenzo.__version__, "seconds": seconds}))  # noqa: T201


def distances_of(sequences: Any, states: int) -> dict[str, Callable[[], Any]]:  # noqa: ANN401
    """Name the distances: matching by the ladder, and for equal lengths also the usual two.

    To leave a place out that is behind the end costs nothing, and to fill it as much as a step.
    """
    module: Any = importlib.import_module("sequenzo.dissimilarity_measures")
    rungs = np.arange(states) / (states - 1)
    costs = np.abs(rungs[:, None] - rungs)
    steps = np.full(states, 0.5)
    is_filled = VOID in sequences.states
    if is_filled:
        costs, steps = np.pad(costs, (0, 1), constant_values=0.5), np.append(steps, 0.0)
        costs[-1, -1] = 0.0

    def measure(**asked: Any) -> Callable[[], Any]:  # noqa: ANN401
        return lambda: module.get_distance_matrix(sequences, quiet=True, **asked)

    measures = {"matching": measure(method="OM", sm=costs, indel=steps if is_filled else 0.5)}
    usual = {"common": measure(method="LCS"), "differing": measure(method="HAM")}
    return measures if is_filled else measures | usual


def indicators_of(sequences: Any, states: Sequence[Any]) -> dict[str, Callable[[], Any]]:  # noqa: ANN401
    """Name the indicators of each sequence, and the entropy of each place."""
    module: Any = importlib.import_module("sequenzo.sequence_characteristics_indicators")
    across = module.get_cross_sectional_entropy

    def last(of: Callable[..., Any], **asked: Any) -> Callable[[], Any]:  # noqa: ANN401
        return lambda: of(sequences, **asked).iloc[:, -1].astype(float)

    return {
        "entropy": last(module.get_within_sequence_entropy),
        "complexity": last(module.get_complexity_index),
        "turbulence": last(module.get_turbulence),
        "volatility": last(module.get_volatility),
        "recurrence": last(module.get_recurrence),
        "subsequences": last(module.get_subsequences_all_sequences),
        "integration": lambda: module.get_integration_index(sequences).iloc[:, -len(states) :],
        "across": lambda: across(sequences, return_format="dict")["per_time_entropy_norm"],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
