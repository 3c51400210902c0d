"""``./matang test``: what it hands to pytest, how it counts, and that it leaves nothing behind."""

import os
import time
from pathlib import Path

import pytest

from matang.config.cli import test as command


@pytest.mark.parametrize(
    ("arguments", "browser", "in_ci", "expected"),
    [
        ([], "/usr/bin/chromium", False, ["-n", "2"]),
        ([], None, False, ["-n", "2", "-m", "not journey"]),
        ([], None, True, ["-n", "2"]),
        (["tests/config", "-k", "x"], "/usr/bin/chromium", False, ["tests/config", "-k", "x"]),
        (["-m", "journey"], None, False, ["-m", "journey"]),
    ],
)
def test_journeys_are_left_out_only_where_there_is_no_browser_and_no_ci(
    arguments: list[str], browser: str | None, in_ci: bool, expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.with_defaults(arguments, browser=browser, in_ci=in_ci, cores=2) == expected
    told = capsys.readouterr().err
    assert ("apt install chromium" in told) == ("not journey" in expected)


def test_the_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    assert command.count(report) == command.Tally(0, 0, 0)
    report.write_text('<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/></testsuites>')
    assert command.count(report) == command.Tally(7, 2, 2)


def test_a_skip_is_a_failure_in_ci_only(monkeypatch: pytest.MonkeyPatch) -> None:
    tally = command.Tally(5, 0, 1)
    monkeypatch.delenv("CI", raising=False)
    assert command._conclude(0, tally, 1.0, whole=True) == 0
    monkeypatch.setenv("CI", "true")
    assert command._conclude(0, tally, 1.0, whole=True) == 1
    assert command._conclude(0, command.Tally(5, 0, 0), 1.0, whole=True) == 0
    assert command._conclude(1, command.Tally(5, 1, 0), 1.0, whole=True) == 1


def test_folders_of_killed_runs_are_swept_and_others_left(tmp_path: Path) -> None:
    for name in ("matang-test-old", "matang-test-new", "other"):
        (tmp_path / name).mkdir()
    past = time.time() - 3600
    for name in ("matang-test-old", "other"):
        os.utime(tmp_path / name, (past, past))
    command.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matang-test-new", "other"]
