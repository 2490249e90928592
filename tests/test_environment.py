"""A test that cannot run is never mistaken for one that passed."""

from pathlib import Path

import pytest

from tests.environment import find_java, give_up, java_version, require_java


def test_elsewhere_a_test_that_cannot_run_is_skipped_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no browser"):
        give_up("no browser")


def test_on_a_build_server_a_test_that_cannot_run_has_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no browser"):
        give_up("no browser")


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ('openjdk version "17.0.19" 2026-04-21', 17),
        ('openjdk version "25-ea" 2026-09-15', 25),
        ('java version "1.8.0_292"', 1),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", 0),
    ],
)
def test_the_version_of_a_java_is_read_from_what_it_says(
    tmp_path: Path, answer: str, version: int
) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f'#!/bin/sh\ncat >&2 <<"END"\n{answer}\nEND\n')
    java.chmod(0o755)
    assert java_version(tmp_path) == version


def test_a_folder_without_java_has_version_zero(tmp_path: Path) -> None:
    assert java_version(tmp_path) == 0


def test_a_named_java_that_is_too_old_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java() != tmp_path


def test_without_java_the_tests_on_spark_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("tests.environment.JAVA_HOMES", ())
    with pytest.raises(pytest.fail.Exception, match="no Java"):
        require_java()
