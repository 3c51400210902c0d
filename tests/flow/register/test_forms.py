"""Forms of the register: what is wrong stands at its field, what is right is saved, refusals give their reason."""

from datetime import date

import pytest
from django.urls import reverse

from matang.flow.register.models import Incumbency, Partner, Post, Region, Unit
from matang.flow.register.services.regions import load_regions
from matang.foundation.access.models import Grant
from tests.cast import START, Cast
from tests.http import ActorClient


@pytest.fixture
def officer(cast: Cast) -> ActorClient:
    """Return an HR officer's browser."""
    return ActorClient(cast.users["hr_officer"])


def errors(page: str, field: str) -> str:
    """Return what stands at a field's error list, empty when nothing does."""
    start = page.find(f'id="id_{field}_error"')
    return page[start : page.find("</ul>", start)] if start >= 0 else ""


def test_a_code_in_use_is_named_at_its_field(cast: Cast, officer: ActorClient) -> None:
    data = {"name": "Dinas Kembar", "code": "P01", "valid_from": str(START)}
    page = officer.post("/daftar/unit/baru/", data).content.decode()
    assert "Kode unit ini sudah dipakai sejak tanggal yang sama" in errors(page, "code")
    assert Unit.objects.filter(name="Dinas Kembar").count() == 0


def test_an_unknown_region_is_named_at_its_field(officer: ActorClient) -> None:
    data = {"name": "Kelurahan", "code": "K1", "region": "99.99", "valid_from": "2026-01-01"}
    assert "Kode wilayah ini tidak dikenal" in errors(officer.post("/daftar/unit/baru/", data).content.decode(), "region")


def test_a_unit_is_made_below_another_with_its_region(cast: Cast, officer: ActorClient) -> None:
    load_regions([("72", "Provinsi Contoh"), ("72.71", "Kota Contoh")])
    data = {"name": "Bidang", "code": "P02.1", "region": "72.71", "parent": cast.units["social"].pk, "valid_from": "2026-01-01"}
    officer.post("/daftar/unit/baru/", data)
    made = Unit.objects.get(code="P02.1")
    assert (made.path, made.region_id, made.origin) == (f"{cast.units['social'].path}{made.pk}/", "72.71", "manual")


def test_an_official_change_needs_its_day(cast: Cast, officer: ActorClient) -> None:
    data = {"how": "official", "name": "X", "code": "P02", "reason": "Perda", "day": ""}
    page = officer.post(f"/daftar/unit/{cast.units['social'].pk}/ubah/", data).content.decode()
    assert "Isi tanggal mulai perubahan resmi ini" in errors(page, "day")


def test_a_slip_is_mended_without_a_successor(cast: Cast, officer: ActorClient) -> None:
    unit = cast.units["social"]
    officer.post(
        f"/daftar/unit/{unit.pk}/ubah/", {"how": "slip", "name": "Dinas Sosial Kota", "code": "P02", "reason": "Salah ketik"}
    )
    unit.refresh_from_db()
    assert (unit.name, Unit.objects.count()) == ("Dinas Sosial Kota", 3)


def test_an_officer_of_one_unit_is_refused_another_with_the_reason(cast: Cast, officer: ActorClient) -> None:
    clinic = cast.units["clinic"]
    Grant.objects.filter(user=cast.users["hr_officer"]).update(unit_id=clinic.pk, unit_path=clinic.path)
    answer = officer.get(f"/daftar/unit/{cast.units['social'].pk}/ubah/")
    assert answer.status_code == 403
    assert "di luar lingkup tugas kepegawaian Anda" in answer.content.decode()
    answer = officer.post("/daftar/unit/baru/", {"name": "X", "code": "X", "valid_from": "2026-01-01"})
    assert (answer.status_code, Unit.objects.count()) == (403, 3)


def test_a_taken_post_is_named_at_its_field(cast: Cast, officer: ActorClient) -> None:
    post = Incumbency.objects.get(person=cast.people["other"]).post
    data = {"person": cast.people["servant"].nip, "kind": "definitive", "valid_from": "2026-01-01", "reason": "SK 1"}
    page = officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", data).content.decode()
    assert "Jabatan ini sudah terisi pada masa itu" in page
    assert Incumbency.objects.filter(person=cast.people["servant"]).get().valid_to is None


@pytest.mark.parametrize("typed", ["Nurul", "1990", "", "357301"])
def test_a_person_must_be_chosen_by_nip(cast: Cast, officer: ActorClient, typed: str) -> None:
    post = Incumbency.objects.get(person=cast.people["other"]).post
    data = {"person": typed, "kind": "acting", "valid_from": "2026-01-01", "reason": "SK 1"}
    assert errors(officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", data).content.decode(), "person")


def test_a_person_of_another_agency_cannot_be_chosen(cast: Cast, officer: ActorClient) -> None:
    post = Incumbency.objects.get(person=cast.people["other"]).post
    data = {"person": cast.people["malang"].nip, "kind": "acting", "valid_from": "2026-01-01", "reason": "SK 1"}
    assert "Pilih pegawai dari daftar" in errors(
        officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", data).content.decode(), "person"
    )


def test_a_definitive_holder_is_recorded_until_a_day(cast: Cast, officer: ActorClient) -> None:
    post = Post.objects.create(
        agency=cast.palu, unit=cast.units["social"], name="Kepala Bidang", kind="administrator", capacity=1, valid_from=START
    )
    data = {
        "person": cast.people["servant"].nip,
        "kind": "definitive",
        "valid_from": "2026-01-01",
        "valid_to": "2026-06-01",
        "decree": "SK 9",
        "reason": "Mutasi",
    }
    officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", data)
    rows = Incumbency.objects.filter(person=cast.people["servant"]).order_by("valid_from")
    assert [(row.post.name, row.valid_from, row.valid_to) for row in rows] == [
        ("Pengolah Data dan Informasi", START, date(2026, 1, 1)),
        ("Kepala Bidang", date(2026, 1, 1), date(2026, 6, 1)),
    ]


def test_an_end_before_the_start_is_refused_and_nothing_is_saved(cast: Cast, officer: ActorClient) -> None:
    post = Post.objects.create(
        agency=cast.palu, unit=cast.units["social"], name="Kepala Bidang", kind="administrator", capacity=1, valid_from=START
    )
    data = {
        "person": cast.people["servant"].nip,
        "kind": "definitive",
        "valid_from": "2026-06-01",
        "valid_to": "2026-01-01",
        "reason": "Mutasi",
    }
    page = officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", data).content.decode()
    assert "Tanggal berakhir harus sesudah tanggal mulai" in errors(page, "valid_to")
    assert Incumbency.objects.filter(person=cast.people["servant"]).count() == 1


def test_a_partnership_ends_and_the_end_can_be_taken_back(cast: Cast, officer: ActorClient) -> None:
    officer.post("/daftar/mitra/baru/", {"name": "Universitas Contoh", "kind": "university", "valid_from": "2026-01-01"})
    made = Partner.objects.get()
    page = officer.post(f"/daftar/mitra/{made.pk}/akhiri/", {"day": "2026-02-01"}, follow=True).content.decode()
    assert "Batalkan pengakhiran tadi" in page
    officer.post(f"/daftar/mitra/{made.pk}/lanjutkan/")
    made.refresh_from_db()
    assert made.valid_to is None


def test_a_code_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="7271"):
        load_regions([("7271", "Kota")])


@pytest.mark.django_db
def test_regions_know_their_level_and_parent() -> None:
    assert load_regions([("72.71.01.1004", "Kelurahan"), ("72", "P"), ("72.71", "K"), ("72.71.01", "Kec")]) == 4
    load_regions([("72.71", "Kota Baru")])
    assert [(each.code, each.name, each.level, each.parent_id) for each in Region.objects.all()] == [
        ("72", "P", "province", None),
        ("72.71", "Kota Baru", "regency", "72"),
        ("72.71.01", "Kec", "district", "72.71"),
        ("72.71.01.1004", "Kelurahan", "village", "72.71.01"),
    ]
    with pytest.raises(ValueError, match=r"35\.73"):
        load_regions([("35.73.01", "Tanpa induk")])


def test_people_are_offered_by_name_or_nip_with_their_post(cast: Cast, officer: ActorClient) -> None:
    servant = cast.people["servant"]
    for words in (servant.nip, servant.full_name.split()[0]):
        answer = officer.get(reverse("register:person_pick"), {"q": words}).json()
        assert {"key": servant.nip, "code": servant.nip, "title": servant.display_name} in [
            {name: one[name] for name in ("key", "code", "title")} for one in answer["offers"]
        ]
    assert answer["offers"][0]["detail"]
    assert officer.get(reverse("register:person_pick"), {"q": cast.people["malang"].nip}).json()["offers"] == []
    post = Incumbency.objects.get(person=cast.people["other"]).post
    page = officer.post(f"/daftar/jabatan/{post.pk}/pemangku/", {"person_kata": servant.full_name, "_cari": "person"})
    assert f'name="person" value="{servant.nip}"' in page.content.decode()
