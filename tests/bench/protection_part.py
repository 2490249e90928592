"""The part of the benchmark on protection: a table of 200 by 20 with its sums."""

from statistics import median
from typing import Final

from tests.bench.parts import Measurement
from tests.bench.processes import answer, in_turn, python

MOST_SECONDS: Final = 1.0


def measure_protection(asked: Measurement) -> str:
    """Protect the tables in processes of their own, and tell the median seconds of each."""
    made = in_turn({"protected": python("tests.bench.protected")}, asked.runs)["protected"]
    said = [answer(one) for one in made]
    rows = ["| table | small cells | hidden beside those | seconds |", "| --- | --- | --- | --- |"]
    slowest = 0.0
    for name, first in said[0].items():
        seconds = median(one[name]["seconds"] for one in said)
        slowest = max(slowest, seconds)
        rows.append(f"| {name} | {first['small']:,} | {first['beside']:,} | {seconds:.2f} |")
    met = "met" if slowest < MOST_SECONDS else "**not met**"
    return "\n".join([*rows, "", f"Goal of {MOST_SECONDS:.0f} second for each: {met}."])
