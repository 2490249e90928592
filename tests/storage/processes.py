"""Imports in processes of their own, which can be killed at any moment.

The processes are forked from a server that has everything imported already, so that a run costs
what an import costs.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.protection.asking import Asked
from core.protection.registry import hashes_of
from core.storage import importing
from core.storage.answered import answer
from core.storage.command import stoppable
from core.storage.importing import ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import Places

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

ROOT = Path(__file__).parents[2]

MOMENTS = {
    "before anything is read": (importing, "arriving"),
    "before the files are flushed": (importing, "write_folder"),
    "before the rename": (importing, "move_folder"),
    "between rename and commit": (importing, "_add"),
    "after the commit": (importing, "ImportOutcome"),
}
"""Moments at which a process can be made to die: just before it uses this name."""


def context() -> ForkServerContext:
    """Give the way to start processes, with everything imported once."""
    os.environ["PYTHONPATH"] = str(ROOT)  # the server looks nowhere else
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([__name__])
    return server


def started(target: Callable[..., None], *arguments: Any) -> ForkServerProcess:  # noqa: ANN401
    """Start a process."""
    process = context().Process(target=target, args=arguments)
    process.start()
    return process


def run_import(places: Places, path: Path, moment: str = "") -> None:
    """Import a file as the app does; the process kills itself at a moment, if one is named."""
    if moment:
        module, name = MOMENTS[moment]
        setattr(module, name, _dying)
    with stoppable():
        import_files(open_store(places, "toets"), _request(path), lambda *_: None)


def run_and_tell(places: Places, path: Path, told: "Queue[str]") -> None:
    """Import a file and tell how it went: new, already there, or the error."""
    try:
        outcome = import_files(open_store(places, "toets"), _request(path), lambda *_: None)
    except BaseException as problem:  # noqa: BLE001 - the test wants to know whatever it is
        told.put(repr(problem))
    else:
        told.put("new" if outcome.is_new else "already there")


def run_limited(places: Places, path: Path, most_bytes: int, told: "Queue[str]") -> None:
    """Import a file while no file on this disk can grow beyond a number of bytes."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, hard))
    run_and_tell(places, path, told)


def _request(path: Path) -> ImportRequest:
    return ImportRequest((path,), title=path.stem, actor="toets")


def run_answer(places: Places, identity: str, key: bytes, last: int, told: "Queue[bool]") -> None:
    """Ask for the persons 0 to ``last`` at a threshold of ten; tell whether that was refused."""
    asked = Asked("", {"began": hashes_of([str(number) for number in range(last + 1)], key)})
    told.put(answer(open_store(places, "toets"), identity, asked, 10) is not None)


def _dying(*_: object, **__: object) -> None:
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
