"""The lock files hold what ``pyproject.toml`` asks for, each level all of the level below."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from matang.config.environment import CLONE

PROJECT = tomllib.loads((CLONE / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "run": PROJECT["project"]["dependencies"],
    "test": [*PROJECT["project"]["dependencies"], *GROUPS["test"]],
    "dev": [*PROJECT["project"]["dependencies"], *GROUPS["test"], *GROUPS["lint"]],
}


def locked(level: str) -> dict[str, Version]:
    """Return the pinned version of every package."""
    text = (CLONE / "requirements" / f"{level}.lock").read_text(encoding="utf-8")
    return {canonicalize_name(name): Version(pin) for name, pin in re.findall(r"^([\w.-]+)==([^ ;\\]+)", text, re.MULTILINE)}


@pytest.mark.parametrize("level", ASKED)
def test_every_dependency_is_locked_at_a_version_that_is_asked_for(level: str) -> None:
    pins = locked(level)
    for text in ASKED[level]:
        wanted = Requirement(text)
        assert pins[canonicalize_name(wanted.name)] in wanted.specifier, text


@pytest.mark.parametrize("level", ASKED)
def test_nothing_is_locked_that_nobody_asks_for_any_more(level: str) -> None:
    text = (CLONE / "requirements" / f"{level}.lock").read_text(encoding="utf-8")
    blocks = re.findall(r"^([\w.-]+)==(?:.*\n)(?: +--hash.*\n)*((?: +#.*\n?)+)", text, re.MULTILINE)
    direct = {canonicalize_name(name) for name, why in blocks if "matang (pyproject.toml)" in why or "pyproject.toml:" in why}
    assert direct == {canonicalize_name(Requirement(text).name) for text in ASKED[level]}


@pytest.mark.parametrize(("low", "high"), [("run", "test"), ("test", "dev")])
def test_each_level_holds_the_one_below_at_the_same_versions(low: str, high: str) -> None:
    lower, higher = locked(low), locked(high)
    assert {name: higher.get(name) for name in lower} == lower


@pytest.mark.parametrize("level", ASKED)
def test_no_lock_names_a_registry(level: str) -> None:
    text = (CLONE / "requirements" / f"{level}.lock").read_text(encoding="utf-8")
    assert re.findall(r"https?://\S+", text) == []
    assert "--index-url" not in text


def test_every_pin_has_a_checksum() -> None:
    for path in (CLONE / "requirements").glob("*.lock"):
        for block in re.split(r"\n(?=[\w.-]+==)", Path(path).read_text(encoding="utf-8")):
            assert "--hash=sha256:" in block, block.splitlines()[0]
