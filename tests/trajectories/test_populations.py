"""Populations: who is meant by a selection, in the three ways in which pages read it."""

from core.tables import TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.populations import KINDS, find_populations
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

CARE = """
client_id  municipality  care_form  start       last
k1         Noord         light      2022-02-01  2022-08-31
k1         Noord         medium     2023-01-01  2023-06-30
k2         Zuid          light      2022-05-01  -
k3         Noord         light      2023-03-01  2023-04-30
k3         Noord         light      2023-09-01  2023-10-31
k4         Noord         transport  2023-03-01  2023-12-31"""


def found(engine: Opener, selection: Selection) -> set[tuple[str, str]]:
    trajectories = engine(trajectories_of(drawn(CARE)), TRAJECTORIES)
    chained = find_chains(trajectories, rules_of())
    rows = rows_of(find_populations(trajectories, chained, selection), ["kind", "client_id"])
    assert len(rows) == len({tuple(row.values()) for row in rows})
    return {(str(row["kind"]), str(row["client_id"])) for row in rows}


def test_who_began_had_care_or_began_a_chain_in_a_year_is_each_meant_once(engine: Opener) -> None:
    assert found(engine, Selection(2023, 2023)) == {
        *{("began", client) for client in ("k1", "k3", "k4")},
        *{("had_care", client) for client in ("k1", "k2", "k3", "k4")},
        ("began_chain", "k3"),
    }


def test_a_selection_of_nobody_has_no_rows(engine: Opener) -> None:
    assert found(engine, Selection(2020, 2021)) == set()


def test_a_filter_chooses_who_is_meant_of_every_kind(engine: Opener) -> None:
    everybody = found(engine, Selection(2022, 2023, municipality="Zuid"))
    assert everybody == {(kind, "k2") for kind in KINDS}
