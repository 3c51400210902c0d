"""The launcher makes the right environment, once, and says what stands in its way."""

import ast
import importlib.machinery
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from matang.config.environment import CLONE

SCRIPT = CLONE / "matang"


@pytest.fixture
def launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the launcher as a module that works in a folder of its own, with a made environment at level "test"."""
    loader = importlib.machinery.SourceFileLoader("matang_launcher", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("matang_launcher", loader))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(module)
    root = tmp_path / "a clone"
    for name in ("requirements/run.lock", "requirements/test.lock", "requirements/dev.lock", "pyproject.toml", "hatch_build.py"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    module.ROOT, module.VENV, module.PRIVATE = root, root / ".venv", root / ".matang"
    module.PYTHON, module.STAMP = root / ".venv/bin/python", root / ".venv/matang-stamp.json"
    module.BUILD_RESULT = root / "src/matang/ui/static/build/matang.css"
    module.BUILD_RESULT.parent.mkdir(parents=True)
    module.BUILD_RESULT.write_text("")
    module.PYTHON.parent.mkdir(parents=True)
    module.PYTHON.write_text("")
    module.PYTHON.chmod(0o755)
    module.STAMP.write_text(json.dumps(module.goal("test", {})))
    return module


@pytest.fixture
def steps(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record the launcher's steps instead of doing them; uv is on PATH."""
    done: list[list[str]] = []
    monkeypatch.setattr(launcher, "run", lambda command, _environment: done.append(command[1:4]))
    monkeypatch.setattr(launcher.shutil, "which", lambda _name: "/usr/bin/uv")
    return done


def test_it_is_a_program_that_even_an_old_python_can_read() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    assert os.access(SCRIPT, os.X_OK)


@pytest.mark.parametrize(
    ("arguments", "level"),
    [
        ([], "run"),
        (["demo"], "run"),
        (["test"], "test"),
        (["test", "tests/config"], "test"),
        (["--data", "x", "test"], "test"),
        (["--data=x", "--port", "1", "test"], "test"),
        (["--data", "test", "demo"], "run"),
        (["import", "test"], "run"),
    ],
)
def test_only_tests_need_the_packages_for_tests(launcher: ModuleType, arguments: list[str], level: str) -> None:
    assert launcher.wanted_level(arguments) == level


def test_the_environment_can_ask_for_the_checkers(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATANG_LEVEL", "dev")
    assert launcher.wanted_level(["demo"]) == launcher.wanted_level(["test"]) == "dev"
    monkeypatch.setenv("MATANG_LEVEL", "nonsense")
    assert launcher.wanted_level(["test"]) == "test"


def test_what_is_made_serves_every_level_below_it(launcher: ModuleType, steps: list[list[str]]) -> None:
    launcher.prepare("test")
    launcher.prepare("run")
    assert steps == []


def test_a_changed_lock_brings_the_packages_up_at_the_same_level(launcher: ModuleType, steps: list[list[str]]) -> None:
    (launcher.ROOT / "requirements/test.lock").write_text("other")
    launcher.prepare("run")
    assert [step[:2] for step in steps] == [["pip", "sync"], ["pip", "install"]]
    assert launcher.read_stamp()["level"] == "test"
    launcher.prepare("run")
    assert len(steps) == 2


def test_a_higher_level_is_reached_and_kept(launcher: ModuleType, steps: list[list[str]]) -> None:
    launcher.prepare("dev")
    assert launcher.read_stamp()["level"] == "dev"
    launcher.prepare("test")
    assert len(steps) == 2


@pytest.mark.parametrize(
    "name", ["pyproject.toml", "hatch_build.py", "src/matang/ui/scss/new.scss", "src/matang/ui/locale/en/x.po"]
)
def test_a_changed_input_of_the_build_builds_again_without_a_sync(
    launcher: ModuleType, steps: list[list[str]], name: str
) -> None:
    path = launcher.ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed")
    launcher.prepare("test")
    assert [step[:2] for step in steps] == [["pip", "install"]]


def test_a_moved_clone_is_made_again(launcher: ModuleType) -> None:
    assert launcher.is_ready("test")
    new = launcher.ROOT.with_name("moved")
    launcher.ROOT.rename(new)
    launcher.ROOT, launcher.STAMP, launcher.PYTHON = new, new / ".venv/matang-stamp.json", new / ".venv/bin/python"
    launcher.BUILD_RESULT = new / "src/matang/ui/static/build/matang.css"
    assert not launcher.is_ready("test")


def test_a_lost_python_makes_a_new_environment(launcher: ModuleType, steps: list[list[str]]) -> None:
    launcher.PYTHON.unlink()
    with pytest.raises(launcher.StopError, match="cannot be made here"):  # the recorded steps make no folder
        launcher.prepare("run")
    assert steps[0][0] == "venv"
    assert not launcher.VENV.exists()


def test_a_hand_made_environment_is_not_stripped(launcher: ModuleType) -> None:
    launcher.STAMP.unlink()
    (launcher.PYTHON.parent / "ruff").write_text("")
    assert launcher.goal("run", launcher.read_stamp())["level"] == "dev"


def test_uv_is_installed_privately_when_it_is_missing(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[list[str]] = []
    monkeypatch.setattr(launcher, "run", lambda command, _environment: done.append(command))
    monkeypatch.setattr(launcher.shutil, "which", lambda _name: None)
    assert launcher.find_uv({}) == str(launcher.PRIVATE / "uv/bin/uv")
    assert done[0][1:3] == ["-m", "venv"]
    assert done[1][-1] == launcher.UV


def test_without_venv_uv_comes_by_pip_and_without_pip_the_way_out_is_named(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def run(command: list[str], _environment: dict[str, str]) -> None:
        tried.append(command[2])
        raise launcher.StopError("no")

    monkeypatch.setattr(launcher, "run", run)
    monkeypatch.setattr(launcher.shutil, "which", lambda _name: None)
    with pytest.raises(launcher.StopError, match="apt install python3-venv"):
        launcher.find_uv({})
    assert tried == ["venv", "pip"]


def test_no_other_python_is_downloaded_or_mixed_in(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("CONDA_PREFIX", "/elsewhere")
    environment = launcher.tool_environment()
    assert environment["UV_PYTHON_DOWNLOADS"] == "never"
    assert environment["VIRTUAL_ENV"] == str(launcher.VENV)
    assert not {"PYTHONPATH", "CONDA_PREFIX"} & set(environment)


def test_without_a_home_to_write_to_the_caches_lie_beside_the_code(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", str(launcher.ROOT / "nowhere"))
    environment = launcher.tool_environment()
    assert environment["UV_CACHE_DIR"] == str(launcher.PRIVATE / "cache/uv")
    assert environment["npm_config_cache"] == str(launcher.PRIVATE / "cache/npm")


def test_an_old_python_is_refused_in_one_sentence(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(launcher.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit) as stopped:
        launcher.main(["demo"])
    assert stopped.value.code == 3
    assert "needs Python 3.11 or newer; this is 3.9." in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(launcher.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(launcher.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(launcher.os, "execv", lambda _path, arguments: started.append(arguments))
    with pytest.raises(launcher.StopError):  # execv would not come back
        launcher.require_python(["demo"])
    assert started == [["/usr/bin/python3.12", str(SCRIPT), "demo"]]
