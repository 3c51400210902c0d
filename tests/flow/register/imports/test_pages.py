"""The pages of the import, as an HR officer walks them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from matang.flow.register.choices import ImportState
from matang.flow.register.models import ImportRow, ImportRun, Person
from matang.foundation.jobs.services import run_pending
from tests.cast import Cast
from tests.flow.register.imports.files import csv_file, duk, duk_person, nip, person, siasn, unit_file
from tests.flow.register.imports.road import take
from tests.http import ActorClient


@pytest.fixture
def officer(cast: Cast) -> ActorClient:
    """Return the HR officer's browser; the cast's agency has the units that the files name."""
    return ActorClient(cast.users["hr_officer"])


def upload(officer: ActorClient, content: bytes, name: str = "contoh.xlsx") -> HttpResponse:
    """Send a file as the upload page does."""
    return officer.post(reverse("register:import_new"), {"file": SimpleUploadedFile(name, content), "as_at": "2026-11-21"})


def page(officer: ActorClient, name: str, run: ImportRun, **query: str) -> str:
    """Return the text of a page of a run."""
    response = officer.get(reverse(f"register:{name}", args=[run.pk]), query_params=query)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_whole_road(officer: ActorClient) -> None:
    before = Person.objects.count()
    response = upload(officer, siasn([person(1), person(2, GOL_AKHIR_NAMA="V/z"), person(3, UNOR_NAMA="PUSKESMAS CONTOH")]))
    run = ImportRun.objects.get(file_name="contoh.xlsx")
    assert response.url == reverse("register:import_columns", args=[run.pk])
    columns = page(officer, "import_columns", run)
    assert "11 kolom dibuang sebelum disimpan" in columns
    assert "AGAMA NAMA" in columns
    preview = page(officer, "import_run", run)
    assert "Golongan “V/z” bukan golongan PNS." in preview
    assert "1 baris memakai nama unit yang belum dipastikan" in preview
    assert "Orang Contoh 1" in page(officer, "import_run", run, hasil="create")
    assert "Orang Contoh 3" in page(officer, "import_run", run, hasil="create", kode="unit_spelling")
    assert "Orang Contoh 1" not in page(officer, "import_run", run, hasil="create", kode="unit_spelling")
    units = page(officer, "import_units", run)
    clinic = re.search(r'<option value="(\d+)">Puskesmas Contoh — Dinas Kesehatan</option>', units)
    assert clinic is not None
    officer.post(reverse("register:import_units", args=[run.pk]), {"t0": "PUSKESMAS CONTOH", "u0": clinic[1]})
    assert "belum dipastikan" not in page(officer, "import_run", run)
    assert "Ya, simpan" in page(officer, "import_commit", run)
    for _click in range(2):
        assert officer.post(reverse("register:import_commit", args=[run.pk])).status_code == 302
    assert "Menunggu giliran" in page(officer, "import_run", run)
    assert Person.objects.count() == before
    assert run_pending().succeeded == 1
    assert Person.objects.count() == before + 2
    done = page(officer, "import_run", run)
    assert "tersimpan" in done
    assert "Ya, simpan" not in done
    result = officer.get(reverse("register:import_result", args=[run.pk]))
    assert result.content.startswith(b"PK")
    assert 'filename="hasil-' in result["Content-Disposition"]
    history = officer.get(reverse("register:imports")).content.decode()
    assert "contoh.xlsx" in history
    assert officer.get(reverse("register:import_progress", args=[run.pk]))["HX-Refresh"] == "true"


def test_a_list_by_rank_is_shown_with_its_notes(officer: ActorClient) -> None:
    upload(officer, duk({"PELAKSANA": ([duk_person(1), duk_person(2)], 3)}))
    run = ImportRun.objects.get(file_name="contoh.xlsx")
    columns = page(officer, "import_columns", run)
    assert "menyebut 3 orang, sedangkan terhitung 2 orang" in columns
    assert "satu orang dua baris" in columns
    assert "dugaan dari isi" in columns


def test_columns_can_be_corrected_and_remembered(officer: ActorClient) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "TUGAS", "UNIT KERJA"]
    line = dict(zip(heads, [nip(1), "Orang Contoh", "III/c", "Pengolah Data", "Dinas Kesehatan"], strict=True))
    upload(officer, csv_file([line], heads), "daftar.csv")
    run = ImportRun.objects.get(file_name="daftar.csv")
    text = page(officer, "import_columns", run)
    assert "Pilih kolom untuk: Jabatan." in text
    names = dict(re.findall(r'<label for="(k\d+)">([^<]+)</label>', text))
    meant = {"NIP": "nip", "NAMA": "name", "GOLONGAN": "grade", "TUGAS": "post", "UNIT KERJA": "unit"}
    form = {name: meant[heading] for name, heading in names.items()}
    address = reverse("register:import_columns", args=[run.pk])
    twice = officer.post(address, form | {name: "nip" for name, heading in names.items() if heading == "TUGAS"})
    assert twice.status_code == 422
    assert "NIP dipilih untuk dua kolom" in twice.content.decode()
    assert officer.post(address, form | {"simpan_sebagai": "Daftar kami"}).status_code == 302
    run.refresh_from_db()
    assert (run.tally["create"], run.mapping["TUGAS"]) == (1, "post")
    upload(officer, csv_file([line], heads), "kedua.csv")
    assert "Daftar kami" in page(officer, "import_columns", ImportRun.objects.get(file_name="kedua.csv"))


@pytest.mark.parametrize(("content", "words"), [(b"x", "Tidak ada judul kolom"), (b"PK\x03\x04", "rusak"), (b"", "kosong")])
def test_an_unreadable_file_is_refused_at_the_field(officer: ActorClient, content: bytes, words: str) -> None:
    before = ImportRun.objects.count()
    response = upload(officer, content, "a.xlsx")
    assert response.status_code == 422
    assert words in response.content.decode()
    assert ImportRun.objects.count() == before


def test_a_day_that_has_not_come_is_refused(officer: ActorClient) -> None:
    file = SimpleUploadedFile("a.xlsx", siasn([person(1)]))
    response = officer.post(reverse("register:import_new"), {"file": file, "as_at": "2199-01-01"})
    assert response.status_code == 422
    assert "belum tiba" in response.content.decode()


def test_units_go_straight_to_the_preview(officer: ActorClient) -> None:
    response = upload(officer, unit_file([("U9", "Dinas Baru", "", "Dinas"), ("U8", "Bagian", "Entah", "")]), "unit-baru.csv")
    run = ImportRun.objects.get(file_name="unit-baru.csv")
    assert response.url == reverse("register:import_run", args=[run.pk])
    assert "Induk “Entah” tidak ada" in page(officer, "import_run", run)


def test_a_discarded_import_is_gone_from_the_pages(officer: ActorClient) -> None:
    upload(officer, siasn([person(1)]))
    run = ImportRun.objects.get(file_name="contoh.xlsx")
    officer.post(reverse("register:import_discard", args=[run.pk]))
    run.refresh_from_db()
    assert (run.state, ImportRow.objects.filter(run=run).count()) == (ImportState.DISCARDED, 0)
    assert "Impor ini dibatalkan" in page(officer, "import_run", run)


def test_a_commit_that_the_database_refuses_can_be_mended(
    officer: ActorClient, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import IntegrityError

    from matang.flow.register.services.imports import runs

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise IntegrityError("aturan")

    run, _plan = take(cast.palu, siasn([person(1)]))
    with monkeypatch.context() as patch:
        patch.setattr(runs, "apply", refuse)
        officer.post(reverse("register:import_commit", args=[run.pk]))
        assert run_pending().succeeded == 1
    assert "Tidak ada yang berubah di register. Sebabnya: aturan." in page(officer, "import_run", run)
    officer.post(reverse("register:import_commit", args=[run.pk]))
    run_pending()
    run.refresh_from_db()
    assert run.state == ImportState.COMMITTED


@pytest.mark.parametrize("name", ["import_run", "import_columns"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    officer: ActorClient, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, name: str
) -> None:
    run, _plan = take(cast.palu, siasn([person(number, GOL_AKHIR_NAMA="V/z") for number in range(1, 80)]))
    with django_assert_max_num_queries(14):
        assert officer.get(reverse(f"register:{name}", args=[run.pk])).status_code == 200


def test_a_long_preview_is_paged(officer: ActorClient, cast: Cast) -> None:
    run, _plan = take(cast.palu, siasn([person(number) for number in range(1, 61)]))
    assert "Orang Contoh 60" not in page(officer, "import_run", run, hasil="create")
    assert "Orang Contoh 60" in page(officer, "import_run", run, hasil="create", halaman="2")


def test_a_long_file_is_tried_by_a_worker(officer: ActorClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from matang.flow.register.services.imports import runs

    monkeypatch.setattr(runs, "LONG", 2)
    assert upload(officer, siasn([person(1), person(2)]), "pendek.xlsx").url.endswith("/kolom/")
    response = upload(officer, siasn([person(number) for number in range(1, 4)]))
    run = ImportRun.objects.get(file_name="contoh.xlsx")
    assert (response.url, run.state) == (reverse("register:import_run", args=[run.pk]), ImportState.CHECKING)
    assert ImportRow.objects.filter(run=run).count() == 0
    assert "Menunggu giliran" in page(officer, "import_run", run)
    assert "sedang diperiksa" in officer.get(reverse("register:imports")).content.decode()
    for name in ("import_columns", "import_commit", "import_units"):
        assert officer.get(reverse(f"register:{name}", args=[run.pk])).url == reverse("register:import_run", args=[run.pk])
    assert run_pending().succeeded == 1
    assert officer.get(reverse("register:import_progress", args=[run.pk]))["HX-Refresh"] == "true"
    assert "Orang Contoh 3" in page(officer, "import_run", run, hasil="create")
    run.refresh_from_db()
    assert (run.state, run.tally["create"], ImportRow.objects.filter(run=run).count()) == (ImportState.READY, 3, 3)


def test_a_long_file_that_is_discarded_while_it_waits_stays_discarded(
    officer: ActorClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matang.flow.register.services.imports import runs

    monkeypatch.setattr(runs, "LONG", 0)
    upload(officer, siasn([person(1)]))
    run = ImportRun.objects.get(file_name="contoh.xlsx")
    officer.post(reverse("register:import_discard", args=[run.pk]))
    assert run_pending().succeeded == 1
    run.refresh_from_db()
    assert (run.state, ImportRow.objects.filter(run=run).count()) == (ImportState.DISCARDED, 0)
