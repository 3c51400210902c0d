"""From backup to restore: everything back, exactly, or nothing changed."""

import stat
from pathlib import Path

import pytest

from matang.config.embedded import Cluster
from matang.config.safekeeping.access import Address, row_counts
from tests.config.installation import CommandLine


def counts(line: CommandLine) -> dict[str, int]:
    """Return the rows of every table, past every policy."""
    with (cluster := Cluster(line.data / "postgres")).held(), Address.of(cluster.url(role="postgres")).connection() as connection:
        return row_counts(connection)


def test_a_backup_comes_back_row_for_row_and_file_for_file(matang: CommandLine, tmp_path: Path) -> None:
    stored = matang.data / "files" / "7271" / "a letter.pdf"
    stored.parent.mkdir(parents=True, exist_ok=True)
    stored.write_bytes(b"%PDF-1.7 invented")
    target = tmp_path / "backup.tar"
    saved = matang("backup", "--to", str(target), "--json")
    assert saved.code == 0, saved.err
    before = counts(matang)
    assert before["tenancy_agency"] == 1
    assert before["identity_user"] >= 1
    assert (saved.document["rows"], saved.document["files"], saved.document["secrets"]) == (sum(before.values()), 1, False)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600

    new = CommandLine(tmp_path / "new folder")
    restored = new("restore", str(target), "--json")
    assert restored.code == 0, restored.err
    assert counts(new) == before
    assert (new.data / "files" / "7271" / "a letter.pdf").read_bytes() == b"%PDF-1.7 invented"
    assert (new.data / "secrets.env").read_text() != (matang.data / "secrets.env").read_text()
    assert "secret key was not in the backup" in restored.err
    assert new("audit", "verify").code == 0
    assert new("doctor").code == 0
    _an_installation_in_use_is_left_alone(new, target, before)


def _an_installation_in_use_is_left_alone(line: CommandLine, backup: Path, before: dict[str, int]) -> None:
    """Go on with the restored installation: it holds something now."""
    refused = line("restore", str(backup))
    assert (refused.code, "holds 1 agencies and 1 files. Nothing was changed." in refused.err) == (1, True)
    (line.data / "files" / "later.txt").write_text("later")
    with (cluster := Cluster(line.data / "postgres")).held():
        with cluster.connect():
            busy = line("restore", str(backup), "--force")
            assert (busy.code, "1 other sessions use the database" in busy.err) == (3, True)
        damaged = backup.with_name("damaged.tar")
        damaged.write_bytes(backup.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6"))
        assert line("restore", str(damaged), "--force").code == 1
        assert (line.data / "files" / "later.txt").exists()
        assert line("restore", str(backup), "--force").code == 0
    assert counts(line) == before
    assert not (line.data / "files" / "later.txt").exists()


def test_a_backup_with_the_secrets_brings_the_key_along(matang: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "backup.tar"
    assert matang("backup", "--to", str(target), "--with-secrets", "--json").document["secrets"] is True
    new = CommandLine(tmp_path / "new")
    assert new("restore", str(target)).code == 0
    assert (new.data / "secrets.env").read_text() == (matang.data / "secrets.env").read_text()
    assert stat.S_IMODE((new.data / "secrets.env").stat().st_mode) == 0o600


def test_only_the_newest_backups_are_kept(matang: CommandLine) -> None:
    folder = matang.data / "backups"
    folder.mkdir(exist_ok=True)
    for day in ("20200101-000000", "20200102-000000", "20200103-000000"):
        (folder / f"matang-{day}.tar").write_text("old")
    kept = matang("backup", "--keep", "2", "--json")
    assert (kept.code, kept.document["older_removed"]) == (0, 2)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["matang-20200103-000000.tar", Path(kept.document["path"]).name]


def test_a_role_bound_by_the_policies_is_refused_for_a_backup(matang: CommandLine) -> None:
    cluster = Cluster(matang.data / "postgres")
    with cluster.held():
        refused = matang("backup", DATABASE_URL=cluster.url())
        assert (refused.code, "BYPASSRLS" in refused.err) == (3, True)
        allowed = matang("backup", "--json", DATABASE_URL=cluster.url(), MATANG_BACKUP_URL=cluster.url(role="postgres"))
        assert allowed.code == 0, allowed.err


@pytest.mark.parametrize("url", ["postgresql://u:secret@h:5433/db?sslmode=require", "postgresql://u:secret@%2Ftmp%2Fa%20b/db"])
def test_a_password_never_stands_on_a_command_line(url: str) -> None:
    address = Address.of(url)
    assert "secret" not in address.conninfo
    assert address.environment()["PGPASSWORD"] == "secret"
