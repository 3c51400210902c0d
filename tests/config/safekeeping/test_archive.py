"""A damaged backup is found before anything is touched."""

import io
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from matang.config.safekeeping import archive
from matang.config.safekeeping.archive import DamagedError, Manifest, Writer, extract, verify


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Return a small whole backup."""
    (tmp_path / "dump").write_bytes(b"rows" * 500)
    (tmp_path / "letter.pdf").write_bytes(b"letter")
    target = tmp_path / "backup.tar"
    with target.open("wb") as sink:
        writer = Writer(sink)
        writer.add(archive.DATABASE, tmp_path / "dump")
        writer.add("files/7271/letter.pdf", tmp_path / "letter.pdf")
        writer.finish(Manifest(archive.FORMAT, "1", "2026-01-01", "18", {"a": 1}, writer.checksums))
    return target


def test_a_whole_backup_is_read_back_exactly(backup: Path, tmp_path: Path) -> None:
    manifest = verify(backup)
    assert manifest.rows == {"a": 1}
    extract(backup, tmp_path / "out")
    assert (tmp_path / "out" / "files" / "7271" / "letter.pdf").read_bytes() == b"letter"
    assert (tmp_path / "out" / archive.DATABASE).read_bytes() == b"rows" * 500


def test_any_changed_byte_of_the_data_is_found(backup: Path) -> None:
    whole = backup.read_bytes()
    start = whole.index(b"rows")
    for place in (start, start + 999, start + 1999, whole.index(b"letter", start)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        backup.write_bytes(damaged)
        with pytest.raises(DamagedError):
            verify(backup)


@pytest.mark.parametrize("length", [0, 100, 600, 2600, 4000])
def test_a_backup_that_was_cut_off_is_found(backup: Path, length: int) -> None:
    backup.write_bytes(backup.read_bytes()[:length])
    with pytest.raises(DamagedError):
        verify(backup)


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "files/../../evil", "other"])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w") as tar:
        info = tarfile.TarInfo(name)
        info.size = 1
        tar.addfile(info, io.BytesIO(b"x"))
    with pytest.raises(DamagedError, match="no plain file of a backup"):
        verify(path)
    with pytest.raises(DamagedError, match="no plain file of a backup"):
        extract(path, tmp_path / "out")


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w") as tar:
        info = tarfile.TarInfo("files/link")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info)
    with pytest.raises(DamagedError, match="no plain file"):
        verify(path)


def test_a_backup_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with path.open("wb") as sink:
        writer = Writer(sink)
        writer.finish(replace(Manifest(1, "1", "", "", {}, {}), format=99))
    with pytest.raises(DamagedError, match="has format 99; this release reads format 1"):
        verify(path)
