"""What the tests need that no Python package brings: a browser, and a Java for Spark.

    python -m tests.environment

looks for both, fetches what is missing where that is allowed (Debian's packages for whoever may
install them, Playwright's own Chromium elsewhere) and says what was found. Fixtures call
``require_browser`` and ``require_java``: a test that cannot run is skipped aloud, and fails on a
build server (``CI=true``), where nobody would read why it was skipped.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

import pytest

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Commands and places where a Chromium usually is."""

JAVA_HOMES: Final = (
    ("/usr/lib/jvm", "*"),
    ("/Library/Java/JavaVirtualMachines", "*/Contents/Home"),
    ("/opt/homebrew/opt", "openjdk*"),
    ("C:/Program Files/Eclipse Adoptium", "*"),
)
"""Folders that hold Javas, and the pattern of one in it."""

LEAST_JAVA: Final = 17
"""The oldest Java that Spark 4 runs on."""

DEBIAN_BROWSERS: Final = ("chromium",)
DEBIAN_JAVAS: Final = ("openjdk-17-jre-headless", "openjdk-21-jre-headless", "default-jre-headless")


def require_browser() -> str:
    """Return the path of a Chromium, or give the test up aloud."""
    return find_browser() or give_up("no Chromium was found; see `python -m tests.environment`")


def require_java() -> Path:
    """Point Spark to a Java that is new enough, or give the test up aloud."""
    home = find_java()
    if home is None:
        give_up(f"no Java {LEAST_JAVA} or newer was found; see `python -m tests.environment`")
    os.environ["JAVA_HOME"] = str(home)
    return home


def give_up(reason: str) -> NoReturn:
    """Skip the test and say why; on a build server a test that cannot run has failed."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def find_browser() -> str | None:
    """Name a Chromium that starts: an installed one, else the one Playwright fetched."""
    installed = (path for name in BROWSERS if (path := shutil.which(name)))
    return next(filter(_starts, installed), None) or _playwright_browser()


def find_java() -> Path | None:
    """Name the home of a Java that is new enough: JAVA_HOME, the one in use, else any other."""
    named, in_use = os.environ.get("JAVA_HOME"), shutil.which("java")
    homes = [Path(named)] if named else []
    homes += [Path(in_use).resolve().parents[1]] if in_use else []
    homes += [home for folder, pattern in JAVA_HOMES for home in sorted(Path(folder).glob(pattern))]
    return next((home for home in homes if java_version(home) >= LEAST_JAVA), None)


def java_version(home: Path) -> int:
    """Read the main version of the Java in a folder; 0 where none starts."""
    answer = _run([str(home / "bin" / "java"), "-version"])
    found = re.search(r'version "(\d+)', answer.stderr) if answer else None
    return int(found[1]) if found else 0


def install_missing() -> None:
    """Fetch a browser and a Java where there is none and this machine allows it."""
    if not find_browser() and not _install_from_debian(DEBIAN_BROWSERS, find_browser):
        deps = [] if _administrator() is None else ["--with-deps"]
        _say_and_run([sys.executable, "-m", "playwright", "install", *deps, "chromium"])
    if not find_java():
        _install_from_debian(DEBIAN_JAVAS, find_java)


def _install_from_debian(packages: tuple[str, ...], find: Callable[[], object]) -> bool:
    administrator = _administrator()
    if administrator is None:
        return False
    _say_and_run([*administrator, "apt-get", "update"])
    for package in packages:
        options = ["install", "--yes", "--no-install-recommends"]
        _say_and_run([*administrator, "apt-get", *options, package])
        if find():
            return True
    return False


def _administrator() -> list[str] | None:
    """Give the words before a command that installs Debian packages; None where it may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    allowed = _run(["sudo", "-n", "true"])
    return ["sudo", "-n"] if allowed and allowed.returncode == 0 else None


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _starts(path) else None


def _starts(path: str) -> bool:
    if os.name == "nt":
        return Path(path).is_file()
    answer = _run([path, "--version"])
    return answer is not None and answer.returncode == 0


def _run(command: list[str]) -> subprocess.CompletedProcess[str] | None:
    """Run a short command without input; None when it is not there or hangs."""
    try:
        return subprocess.run(  # noqa: S603 - the commands above, no words of others
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def _say_and_run(command: list[str]) -> None:
    _say("+", *command)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=quiet, stdin=subprocess.DEVNULL)  # noqa: S603 - idem


def main() -> None:
    """Fetch what is missing and say what the tests will use."""
    install_missing()
    _say("browser:", find_browser() or "none, so the end-to-end tests cannot run")
    _say("Java:", str(find_java() or "none, so the tests on Spark cannot run"))


if __name__ == "__main__":
    main()
