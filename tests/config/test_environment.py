"""The surroundings: data folder, secrets and settings."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from matang.config import environment
from matang.config.faults import SurroundingsError
from tests.config.installation import CommandLine


def test_the_secret_key_is_made_once_and_only_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MATANG_SECRET_KEY", raising=False)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(environment.ensure_secrets, [tmp_path] * 8))
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.env"]
    assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600
    key = environment.read_settings(tmp_path / "secrets.env")["MATANG_SECRET_KEY"]
    assert len(key) >= 64
    environment.ensure_secrets(tmp_path)
    assert environment.read_settings(tmp_path / "secrets.env") == {"MATANG_SECRET_KEY": key}


def test_no_key_is_written_where_the_environment_brings_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATANG_SECRET_KEY", "x" * 50)
    environment.ensure_secrets(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_settings_are_remembered_beside_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MATANG_FIRST", raising=False)
    monkeypatch.delenv("MATANG_SECOND", raising=False)
    environment.remember(tmp_path, "MATANG_FIRST", "1")
    environment.remember(tmp_path, "MATANG_SECOND", "two words")
    environment.remember(tmp_path, "MATANG_FIRST", "3")
    assert environment.read_settings(tmp_path / "settings.env") == {"MATANG_FIRST": "3", "MATANG_SECOND": "two words"}


def test_a_line_that_is_no_setting_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.env"
    path.write_text('# a note\n\nMATANG_HOSTS="a,b"\n')
    assert environment.read_settings(path) == {"MATANG_HOSTS": "a,b"}
    path.write_text("MATANG_HOSTS=a\nnonsense\n")
    with pytest.raises(SurroundingsError, match=r"Line 2 of .* is not NAME=value"):
        environment.read_settings(path)


def test_the_command_line_names_the_folder_before_the_environment_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATANG_DATA", "/from/environment")
    assert environment.data_folder(Path("/named")) == Path("/named")
    assert environment.data_folder() == Path("/from/environment")
    monkeypatch.delenv("MATANG_DATA")
    assert environment.data_folder() == environment.CLONE / "matang-data"


def test_a_folder_that_cannot_be_made_is_a_fault_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    answer = CommandLine(tmp_path / "file" / "data")("jobs", "list")
    assert answer.code == 3
    assert "Name another one with --data" in answer.err


def test_the_installations_settings_hold_for_its_commands_and_the_environment_wins(matang: CommandLine) -> None:
    path = matang.data / "settings.env"
    path.write_text("MATANG_DEBUG=yes\n")
    try:
        assert "MATANG_DEBUG is on" in matang("doctor").out
        assert "MATANG_DEBUG is on" not in matang("doctor", MATANG_DEBUG="no").out
    finally:
        path.unlink()


def test_missing_migrations_are_only_named_where_the_operator_wants_to_apply_them(tmp_path: Path) -> None:
    answer = CommandLine(tmp_path / "data")("jobs", "list", MATANG_MIGRATE="no")
    assert answer.code == 3
    assert "./matang manage migrate" in answer.err
