"""Files: judged by content, kept for one agency, handed out safely, removed with a trace."""

import io
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.http import FileResponse
from django.test import override_settings

from matang.foundation.files.downloads import download
from matang.foundation.files.inspection import kind_of
from matang.foundation.files.models import FileKind, StoredFile
from matang.foundation.files.services import GoneError, RefusedFileError, clean_name, delete_file, open_file, store
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency

CSV = b"NIP;Nama\n198001012005012001;Ratna\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"


def workbook(rows: int = 3) -> bytes:
    """Return a real workbook."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number in range(rows):
            sheet.write_row(number, 0, ["198001012005012001", "Ratna Contoh", "III/a"])
    return buffer.getvalue()


def kept(agency: Agency) -> list[str]:
    """Return the files on disk for an agency."""
    folder = Path(default_storage.path(str(agency.pk)))
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []


def end(response: FileResponse) -> None:
    """Close the file, without the signal that would close the test's database connection."""
    for close in response._resource_closers:
        close()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("data.csv", CSV, FileKind.CSV),
        ("data.txt", CSV, FileKind.CSV),
        ("data.csv", "\ufeffNIP,Nama\n".encode(), FileKind.CSV),
        ("data.csv", "NIP\tNama\n".encode("utf-16"), FileKind.CSV),
        ("data.csv", "NIP;Ren\xe9\n".encode("latin-1"), FileKind.CSV),
        ("surat.PDF", PDF, FileKind.PDF),
        ("foto.png", PNG, FileKind.PNG),
        ("foto.jpg", JPEG, FileKind.JPEG),
        ("foto.jpeg", JPEG, FileKind.JPEG),
        ("duk.xlsx", workbook(), FileKind.XLSX),
    ],
)
def test_what_is_accepted(palu: Agency, name: str, content: bytes, kind: FileKind) -> None:
    stored = store(agency_id=palu.pk, actor_id=3, name=name, content=content)
    assert (stored.kind, stored.size, stored.name, stored.stored_by_id) == (kind, len(content), name, 3)
    with open_file(stored) as opened:
        assert opened.read() == content
    assert stored.path.startswith(f"{palu.pk}/")
    assert "." not in stored.path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("kosong.csv", b"", "kosong"),
        ("foto.png", PDF, "berakhir “.png”, tetapi isinya Dokumen"),
        ("duk.xlsx", CSV, "berakhir “.xlsx”, tetapi isinya Tabel teks"),
        ("duk.xls", workbook(), "berakhir “.xls”"),
        ("tanpa", CSV, "berakhir “.”"),
        ("halaman.csv", b"<html><script>a;b</script></html>", "bukan xlsx"),
        ("gambar.csv", b"  <svg onload=alert(1)>;</svg>", "bukan xlsx"),
        ("program.csv", b"MZ\x90\x00\x03;", "bukan xlsx"),
        ("teks.csv", b"tanpa pemisah\n", "bukan xlsx"),
        ("arsip.xlsx", b"PK\x03\x04 bukan arsip xl/workbook.xml", "rusak"),
    ],
)
def test_what_is_refused_leaves_nothing(palu: Agency, name: str, content: bytes, reason: str) -> None:
    before = kept(palu)
    with pytest.raises(RefusedFileError, match=reason):
        store(agency_id=palu.pk, actor_id=None, name=name, content=content)
    assert (StoredFile.objects.count(), kept(palu)) == (0, before)


def test_a_zip_that_is_no_workbook_is_refused(palu: Agency) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("a.txt", "a")
    assert kind_of(buffer.getvalue()) is None
    with pytest.raises(RefusedFileError, match="bukan xlsx"):
        store(agency_id=palu.pk, actor_id=None, name="a.xlsx", content=buffer.getvalue())


def test_a_zip_bomb_is_refused_without_unpacking(palu: Agency) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (40 * 1024**2))
    assert len(buffer.getvalue()) < 100_000
    with pytest.raises(RefusedFileError, match="bom zip"):
        store(agency_id=palu.pk, actor_id=None, name="bom.xlsx", content=buffer.getvalue())
    assert kept(palu) == []


LIMIT = 2 * 1024**2


@override_settings(UPLOAD_LIMIT_BYTES=LIMIT)
def test_a_file_over_the_limit_is_refused(palu: Agency) -> None:
    fits = CSV + b"a" * (LIMIT - len(CSV))
    assert store(agency_id=palu.pk, actor_id=None, name="a.csv", content=fits).size == LIMIT
    with pytest.raises(RefusedFileError, match="batas 2 MB"):
        store(agency_id=palu.pk, actor_id=None, name="b.csv", content=SimpleUploadedFile("b.csv", fits + b"a"))
    assert StoredFile.objects.count() == 1


def test_only_the_wanted_kinds_are_accepted(palu: Agency) -> None:
    with pytest.raises(RefusedFileError, match=r"Lembar kerja \(xlsx\), Tabel teks \(csv\)"):
        store(agency_id=palu.pk, actor_id=None, name="a.pdf", content=PDF, kinds=(FileKind.XLSX, FileKind.CSV))
    assert StoredFile.objects.count() == 0


def test_a_file_of_another_agency_is_hidden(palu: Agency, malang: Agency) -> None:
    store(agency_id=palu.pk, actor_id=None, name="a.csv", content=CSV)
    context.enter(malang.pk, None)
    assert StoredFile.objects.count() == 0


def test_storing_for_another_agency_is_refused_and_leaves_no_file(palu: Agency, malang: Agency) -> None:
    with pytest.raises(Exception, match="row-level security"):
        store(agency_id=malang.pk, actor_id=None, name="a.csv", content=CSV)
    assert kept(malang) == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("..\\..\\windows\\a.csv", "a.csv"),
        ("/etc/passwd", "passwd"),
        ("a\r\nSet-Cookie: x.csv", "aSet-Cookie: x.csv"),
        ("", "berkas"),
        ("x" * 300 + ".csv", "x" * 196 + ".csv"),
        ("y" * 300, "y" * 200),
        ("daftar pegawai (2026).xlsx", "daftar pegawai (2026).xlsx"),
    ],
)
def test_names_are_made_harmless(given: str, shown: str) -> None:
    assert clean_name(given) == shown


def test_a_deleted_file_leaves_a_tombstone(
    palu: Agency, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    stored = store(agency_id=palu.pk, actor_id=1, name="a.csv", content=CSV)
    path = stored.path
    with django_capture_on_commit_callbacks(execute=True):
        delete_file(stored, actor_id=2, reason="Salah unggah")
        assert default_storage.exists(path)
    assert not default_storage.exists(path)
    row = StoredFile.objects.get()
    assert (row.name, row.path, row.deleted_by_id, row.deleted_reason, len(row.sha256)) == ("", "", 2, "Salah unggah", 64)
    with pytest.raises(GoneError, match="sudah dihapus"):
        open_file(row)
    with pytest.raises(GoneError):
        delete_file(row, actor_id=2, reason="lagi")


def test_deleting_needs_a_reason(palu: Agency) -> None:
    stored = store(agency_id=palu.pk, actor_id=1, name="a.csv", content=CSV)
    with pytest.raises(ValueError, match="reason"):
        delete_file(stored, actor_id=2, reason="  ")
    assert StoredFile.objects.get().deleted_at is None


@pytest.mark.parametrize("change", [{"size": 0}, {"path": ""}, {"deleted_reason": "x", "deleted_at": "2026-01-01T00:00Z"}])
def test_the_database_holds_the_rules(palu: Agency, change: dict[str, object]) -> None:
    store(agency_id=palu.pk, actor_id=1, name="a.csv", content=CSV)
    with pytest.raises(IntegrityError, match="storedfile_"), transaction.atomic():
        StoredFile.objects.update(**change)


def test_a_download_is_saved_and_not_sniffed(palu: Agency) -> None:
    stored = store(agency_id=palu.pk, actor_id=1, name="daftar “é”.csv", content=CSV)
    response = download(stored, inline=True)
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''daftar%20")
    assert (response["X-Content-Type-Options"], response["Content-Type"]) == ("nosniff", "text/csv; charset=utf-8")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(response.streaming_content) == CSV  # type: ignore[arg-type]
    end(response)


def test_only_pictures_are_shown_in_a_page(palu: Agency) -> None:
    for name, content, shown in (("a.png", PNG, "inline"), ("a.pdf", PDF, "attachment")):
        response = download(store(agency_id=palu.pk, actor_id=1, name=name, content=content), inline=True)
        assert response["Content-Disposition"] == f'{shown}; filename="{name}"'
        end(response)
