"""The walker: every page, every tab of it and, when asked, every choice within a tab.

It finds its way by what is on the page, so that a page, a tab or a choice that is added later is
walked as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from google.protobuf.message import Message  # type: ignore[import-untyped]
from streamlit import config
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from pages.registry import PAGES
from tests.behind.payload import Sent, sent_by
from tests.pages.visiting import PATIENCE_SECONDS, SHELL

SCRIPTS: Final = tuple(f"{section}/{name}.py" for section, names in PAGES.items() for name in names)
SHARED_FILTERS: Final = ("municipality", "from_year", "to_year", "dimension", "value")
CHOICES: Final = ("radio", "selectbox", "button_group", "toggle", "checkbox")
MOST_OPTIONS: Final = 4
"""Options of one choice that are walked beside the one that stands."""


Depth = Literal["arrival", "tabs", "choices"]
"""How far a page is walked: as it is on arrival, every tab, or every choice within a tab too."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the walker stood: the script of a page, the open tab, and a choice that was made."""

    page: str
    tab: str = ""
    choice: str = ""


def walk(page: str, address: dict[str, str], depth: Depth = "tabs") -> Iterator[tuple[Stop, Sent]]:
    """Walk one page and give all that was sent at each stop; an exception on a page raises."""
    app = follow(page, address)
    tabs = tabs_of(app)
    if depth == "arrival" or not tabs:
        yield from _look(app, Stop(page, _first(tabs)), depth)
        return
    for key, labels in tabs.items():
        for label in labels:
            # a choice may hold in other tabs as well: each is chosen in a visit of its own
            visited = follow(page, address) if depth == "choices" else app
            visited.session_state[key] = label
            yield from _look(visited.run(), Stop(page, label), depth)


def tabs_of(app: AppTest) -> dict[str, list[str]]:
    """Give the labels of the tabs of a page, by the key under which the session keeps the open."""
    return {
        node.key: [child.proto.label for child in node.children.values()]
        for node in _nodes(app)
        if getattr(node, "type", "") == "tab_container" and node.key
    }


def seen(app: AppTest) -> Sent:
    """Give all that the last run sent, and the address that it wrote."""
    sent = sent_by(messages_of(app))
    sent.words.extend(f"{name}={value}" for name, value in app.query_params.items())
    return sent


def follow(page: str, address: dict[str, str]) -> AppTest:
    """Open a page by a link, without a page before it on which the data are open."""
    config.set_option("client.showErrorDetails", "full")  # an error is to come out as such
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS).run().switch_page(page)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def opened(page: str, address: dict[str, str], state: dict[str, str]) -> AppTest:
    """Open one page with some of its tabs or choices as the session keeps them."""
    app = follow(page, address)
    for key, value in state.items():
        app.session_state[key] = value
    return app.run() if state else app


def messages_of(app: AppTest) -> Iterator[Message]:
    """Give every message of the last run, those of containers included."""
    for node in _nodes(app):
        if isinstance(getattr(node, "proto", None), Message):
            yield node.proto


def _first(tabs: dict[str, list[str]]) -> str:
    """Name the tab that is open on arrival; empty on a page without tabs."""
    return next((labels[0] for labels in tabs.values()), "")


def _look(app: AppTest, stop: Stop, depth: Depth) -> Iterator[tuple[Stop, Sent]]:
    """Take what stands here and, going deep, what stands here after each other choice."""
    assert not app.exception, (stop, [error.value for error in app.exception])
    yield stop, seen(app)
    before = app._tree.get_widget_states()  # noqa: SLF001 - what a browser would send
    for element, state in _other_choices(app) if depth == "choices" else ():
        kept = [one for one in before.widgets if one.id != state.id]
        chosen = app._run(WidgetStates(widgets=[*kept, state]))  # noqa: SLF001
        yield from _look(chosen, Stop(stop.page, stop.tab, _name(element, state)), "arrival")


def _other_choices(app: AppTest) -> list[tuple[Any, WidgetState]]:
    """List what else could be chosen, outside the shared filters, as a browser would send it."""
    elements = [element for kind in CHOICES for element in app.get(kind)]
    return [
        (element, state)
        for element in elements
        if element.key not in SHARED_FILTERS and not getattr(element, "disabled", False)
        for state in _other_states(element)
    ]


def _other_states(element: Any) -> Iterator[WidgetState]:  # noqa: ANN401 - any element
    if element.type in ("toggle", "checkbox"):
        yield WidgetState(id=element.id, bool_value=not element.value)
        return
    shown = _shown(element)
    for option in [one for one in element.options if one not in shown][:MOST_OPTIONS]:
        state = WidgetState(id=element.id)
        if element.type == "button_group":
            state.string_array_value.data[:] = [option]
        else:
            state.string_value = option
        yield state


def _shown(element: Any) -> list[str]:  # noqa: ANN401 - any element
    places = element.indices if element.type == "button_group" else [element.index]
    return [element.options[place] for place in places if place is not None]


def _name(element: Any, state: WidgetState) -> str:  # noqa: ANN401 - any element
    told = state.string_value or "".join(state.string_array_value.data) or str(state.bool_value)
    return f"{element.label}: {told}"


def _nodes(app: AppTest) -> Iterator[Any]:
    """Give every element and container of a page, from top to bottom."""
    waiting = [app._tree]  # noqa: SLF001 - containers are reached no other way
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(list(getattr(node, "children", {}).values())))


def scripts_of(section: str) -> list[str]:
    """List the pages of a part of the menu."""
    return [f"{section}/{name}.py" for name in PAGES[section]]
