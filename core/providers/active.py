"""Who is active where: providers with a day of care in a period, by municipality and care form.

All care counts here, also the forms that take no place in a chain. The choice of one provider is
left out of a selection: among whom one stands is what these tables tell.
"""

from dataclasses import replace

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import ACTIVE, CELL_PROVIDERS, ELSEWHERE, MISSING
from core.trajectories.grids import merge_rare
from core.trajectories.selection import Selection, select_active


def without_provider(selection: Selection) -> Selection:
    """Take the choice of one provider out of a selection; every other choice stays."""
    return without(selection, "provider")


def without(selection: Selection, *dimensions: str) -> Selection:
    """Take the choice of a value of these dimensions out of a selection."""
    if selection.dimension not in dimensions:
        return selection
    return replace(selection, dimension="", value="")


def find_active(trajectories: Frame, selection: Selection) -> Frame:
    """Keep the trajectories with care in the period that fit, whoever gives it."""
    active = select_active(trajectories, without_provider(selection))
    return active.select(
        *("client_id", "municipality", "provider", "care_form", "sector", "amount_cents")
    )


def merge_cells(active: Frame, persons: int) -> Frame:
    """Rename municipalities, and care forms within one, that have fewer persons to ELSEWHERE."""
    places = merge_rare(active, "municipality", ELSEWHERE, persons)
    return merge_rare(places, "care_form", ELSEWHERE, persons, within="municipality")


def count_active(cells: Frame) -> Frame:
    """Count by municipality and care form who is there (``ACTIVE``)."""
    members = cells.group_by("municipality").agg(
        members=nw.col("client_id").n_unique().cast(nw.Int64)
    )
    counted = count_providers(cells, "municipality", "care_form")
    return counted.join(members, on="municipality", how="inner").select(*ACTIVE)


def count_in_cell(cells: Frame, municipality: str, care_form: str, persons: int) -> Frame:
    """Count the care of each provider in one cell (``CELL_PROVIDERS``).

    Providers with fewer persons there go together to ELSEWHERE.
    """
    here = (nw.col("municipality") == municipality) & (nw.col("care_form") == care_form)
    merged = (
        with_merged(cells.filter(here), persons).drop("provider").rename({"merged": "provider"})
    )
    counted = count_care(merged, "provider")
    return counted.select(*CELL_PROVIDERS)


def with_merged(active: Frame, persons: int) -> Frame:
    """Add ``merged``: the provider, or ELSEWHERE for those with fewer persons together."""
    return merge_rare(active.with_columns(merged=nw.col("provider")), "merged", ELSEWHERE, persons)


def count_providers(rows: Frame, *by: str) -> Frame:
    """Count ``providers``, ``trajectories`` and ``clients`` by some columns; nameless is none."""
    nameless = nw.when(nw.col("provider") == MISSING).then(1).otherwise(0)
    counted = (
        rows.with_columns(nameless=nameless)
        .group_by(*by)
        .agg(
            named=nw.col("provider").n_unique(),
            nameless=nw.col("nameless").max(),
            trajectories=nw.len(),
            clients=nw.col("client_id").n_unique(),
        )
    )
    numbers = nw.col("named", "nameless", "trajectories", "clients").cast(nw.Int64)
    whole = counted.with_columns(numbers)
    return whole.with_columns(providers=nw.col("named") - nw.col("nameless"))


def count_care(rows: Frame, *by: str) -> Frame:
    """Count ``trajectories`` and ``clients`` by some columns."""
    counted = rows.group_by(*by).agg(trajectories=nw.len(), clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("trajectories", "clients").cast(nw.Int64))


def count_help_of(active: Frame, provider: str, basis: str) -> Frame:
    """Count the care of one provider by ``care_form`` or ``sector`` (``basis``)."""
    return count_care(active.filter(nw.col("provider") == provider), basis)
