"""A network as GraphML, the format that programs for networks read."""

from collections.abc import Mapping
from io import BytesIO

import networkx as nx

from core.graphs.markup import cleaned


def write_graphml(
    graph: "nx.DiGraph[str]", names: Mapping[str, str], about: Mapping[str, str]
) -> bytes:
    """Write a network with a label on each place, and texts about the whole as graph attributes.

    A place without a name in ``names`` is called as it is.
    """
    labels = {place: cleaned(names.get(place, place)) for place in graph}
    written: nx.DiGraph[str] = nx.DiGraph(**{key: cleaned(words) for key, words in about.items()})
    keys = {place: f"n{number}" for number, place in enumerate(sorted(graph), start=1)}
    written.add_nodes_from((keys[place], {"label": labels[place]}) for place in sorted(graph))
    written.add_edges_from(
        (keys[source], keys[target], arc)
        for source, target, arc in sorted(graph.edges(data=True), key=lambda arc: arc[:2])
    )
    document = BytesIO()
    nx.write_graphml_xml(written, document, encoding="utf-8", prettyprint=True)
    return document.getvalue()
