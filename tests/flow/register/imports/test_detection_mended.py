"""What to do when the heading row or the sheets were recognised wrongly."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.register.models import ImportRun
from tests.cast import Cast
from tests.flow.register.imports.files import book, nip
from tests.http import ActorClient

ODD = ["Identitas", "Sebutan", "Tugas", "Kantor"]
PLAIN = ["NIP", "NAMA", "JABATAN", "UNIT KERJA"]
FIELDS = ["nip", "name", "post", "unit"]


def line(number: int) -> list[str]:
    """Return a row of a person."""
    return [nip(number), f"Orang Contoh {number}", "Pengolah Data", "Dinas Kesehatan"]


@pytest.mark.parametrize("heads", [PLAIN, ODD])
def test_a_heading_row_that_is_not_found_can_be_named(cast: Cast, heads: list[str]) -> None:
    officer = ActorClient(cast.users["hr_officer"])
    content = book({"Data": [*[[f"Catatan {row}"] for row in range(34)], heads, line(1), line(2)]})

    def upload(**more: str) -> object:
        form = {"file": SimpleUploadedFile("jauh.xlsx", content), "as_at": "2026-11-21", **more}
        return officer.post(reverse("register:import_new"), form)

    refused = upload()
    assert (refused.status_code, "Isi nomor baris judulnya" in refused.content.decode()) == (422, True)
    assert upload(header_row="40").status_code == 422
    assert upload(header_row="35").status_code == 302
    run = ImportRun.objects.get(file_name="jauh.xlsx")
    address = reverse("register:import_columns", args=[run.pk])
    names = dict(re.findall(r'<label for="(k\d+)">([^<]+)</label>', officer.get(address).content.decode()))
    form = {name: FIELDS[heads.index(heading)] for name, heading in names.items()}
    assert officer.post(address, form).status_code == 302
    run.refresh_from_db()
    assert (run.layout[0]["header_row"], run.tally["create"], run.tally["refused"]) == (35, 2, 0)


def test_sheets_can_be_left_out(cast: Cast) -> None:
    officer = ActorClient(cast.users["hr_officer"])
    content = book({"Pegawai": [PLAIN, line(1)], "Lama": [PLAIN, line(2), line(3)]})
    officer.post(reverse("register:import_new"), {"file": SimpleUploadedFile("dua.xlsx", content), "as_at": "2026-11-21"})
    run = ImportRun.objects.get(file_name="dua.xlsx")
    assert run.tally["rows"] == 3
    address = reverse("register:import_columns", args=[run.pk])
    text = officer.get(address).content.decode()
    meant = dict(zip(PLAIN, FIELDS, strict=True))
    form = {name: meant[heading] for name, heading in re.findall(r'<label for="(k\d+)">([^<]+)</label>', text)}
    none = officer.post(address, form | {"tanya_sheet": "1"})
    assert (none.status_code, "Pilih sedikitnya satu sheet." in none.content.decode()) == (422, True)
    officer.post(address, form | {"tanya_sheet": "1", "sheet": "0"})
    run.refresh_from_db()
    assert (run.tally["rows"], run.tally["create"], run.layout[1]["skipped"]) == (1, 1, True)
