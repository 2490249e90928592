"""What became of help by referrer: early endings and what chains cost, on every engine."""

import pytest

from core.frames import Frame
from core.referrals.outcomes import count_endings, find_endings, find_referred_costs
from core.tables import CHAINED
from core.trajectories.chain_costs import count_costs
from core.trajectories.cohorts import find_observed
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of
from tests.trajectories.observing import EDGE, chained

ALL = Selection(2020, 2024)
LINK = {"chain": 1, "position": 1, "step": "first", "gap_days": None, "overlap_days": None}


def opened(engine: Opener, drawing: str) -> Frame:
    """Open drawn trajectories as ``CHAINED``."""
    rows = [{"kind": "next"} | LINK | row for row in trajectories_of(drawn(drawing))]
    return engine([{name: row[name] for name in CHAINED} for row in rows], CHAINED)


REASONS = {"31": "otherwise", "38": "otherwise", "32": "early", "35": "early", "-": "undelivered"}


@pytest.mark.parametrize(("reason", "ending"), REASONS.items(), ids=REASONS)
def test_a_reason_is_early_or_otherwise_or_was_not_delivered(
    reason: str, ending: str, engine: Opener
) -> None:
    line = f"referrer  end_reason  start  last\n02  {reason}  2021-01-01  2021-02-28"
    found = find_endings(opened(engine, line), ALL, rules_of())
    assert rows_of(found, ["referrer", "ending"]) == [{"referrer": "huisarts", "ending": ending}]


LEFT_OUT = {
    "running": "running  next  2021-01-01  -",
    "uncounted": "ended  uncounted  2021-01-01  2021-02-28",
    "ended before the period": "ended  next  2020-01-01  2020-12-31",
    "ended after the period": "ended  next  2021-01-01  2023-01-01",
    "end not certain": "unknown_end  next  2021-01-01  2021-02-28",
}


@pytest.mark.parametrize("line", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_did_not_end_in_the_period_is_left_out(line: str, engine: Opener) -> None:
    frame = opened(engine, f"status  kind  start  last\n{line}")
    found = find_endings(frame, Selection(2021, 2022), rules_of())
    assert rows_of(found, ["ending"]) == []


def test_what_ended_lately_is_left_out(engine: Opener) -> None:
    """Seen from 31-12-2024 an end in the last 92 days may still be undone."""
    frame = opened(engine, "start  last\n2021-01-01  2024-09-29\n2021-01-01  2024-10-15")
    found = find_endings(frame, ALL, rules_of(recent_days=92))
    assert len(rows_of(found, ["ending"])) == 1


def test_every_referrer_has_all_endings_and_rare_ones_are_together(engine: Opener) -> None:
    frame = opened(
        engine,
        """
        client_id  referrer   end_reason  start       last
        a          huisarts   31          2021-01-01  2021-02-28
        b          huisarts   32          2021-01-01  2021-02-28
        c          gemeente   31          2021-01-01  2021-02-28
        d          jeugdarts  31          2021-01-01  2021-02-28
        """,
    )
    counted = count_endings(find_endings(frame, ALL, rules_of()), "others", 2)
    assert rows_of(counted, ["referrer", "ending", "trajectories", "clients"]) == [
        {"referrer": "huisarts", "ending": "early", "trajectories": 1, "clients": 1},
        {"referrer": "huisarts", "ending": "otherwise", "trajectories": 1, "clients": 1},
        {"referrer": "huisarts", "ending": "undelivered", "trajectories": 0, "clients": 0},
        {"referrer": "others", "ending": "early", "trajectories": 0, "clients": 0},
        {"referrer": "others", "ending": "otherwise", "trajectories": 2, "clients": 2},
        {"referrer": "others", "ending": "undelivered", "trajectories": 0, "clients": 0},
    ]


def test_a_chain_costs_for_who_referred_to_its_first_trajectory(engine: Opener) -> None:
    edge = "\n".join(f"{line}  -  100" for line in EDGE.splitlines())
    drawing = f"""
        client_id  care_form  start       last        referrer  amount_cents
        {edge}
        a          light      2021-01-01  2021-02-28  02        300
        a          heavy      2021-04-01  2021-05-31  gemeente  700
        b          light      2021-01-01  2021-02-28  gemeente  50
        """
    costs = find_referred_costs(find_observed(chained(engine, drawing)), rules_of())
    counted = count_costs(costs, "sent_by")
    assert rows_of(counted, ["sent_by", "chains", "amount_cents"]) == [
        {"sent_by": "gemeente", "chains": 1, "amount_cents": 50},
        {"sent_by": "huisarts", "chains": 1, "amount_cents": 1000},
    ]
