"""The pages: from an empty catalogue to a submitted plan, a file in and out, and what a person reads of their own."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from matang.flow.plan.models import DevelopmentAct, DevelopmentProposal
from matang.flow.plan.public import submit_development
from matang.flow.plan.services.development.importing import COLUMNS
from tests.cast import make_user
from tests.flow.plan.development.office import MILLION, Office
from tests.flow.plan.world import World
from tests.http import ActorClient

ASKED = {
    "name": "Rencana 2027", "budget": "Rp15.000.000", "most_acts": "2", "min_share": "0", "must_weight": "3",
    "priority_leaders": "2", "priority_supervisors": "2", "priority_experts": "1", "priority_staff": "1",
}  # fmt: skip


def client(office: Office | World, name: str = "planner") -> ActorClient:
    """Return a client that asks as an account of the cast."""
    world = office.world if isinstance(office, Office) else office
    return ActorClient(world.cast.users[name])


def book(*rows: dict[str, Any]) -> SimpleUploadedFile:
    """Return a workbook of acts."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(COLUMNS.values()))
    for row in rows:
        sheet.append([row.get(name, "") for name in COLUMNS])
    file = io.BytesIO()
    made.save(file)
    return SimpleUploadedFile("kegiatan.xlsx", file.getvalue())


ROW = {
    "code": "BARU", "name": "Kursus baru", "kind": 11, "competency": "MAN.3", "from_level": 1, "to_level": 3, "hours": 20,
    "cost_per_person": "1.500.000", "cost_per_class": 0, "seats": 30, "classes": 1, "starts_on": date(2026, 5, 4),
    "ends_on": "06-05-2026", "full_time": "ya", "organiser": "BKPSDM",
}  # fmt: skip


def uploaded(asker: ActorClient, file: SimpleUploadedFile) -> HttpResponse:
    """Return the page of the dry run."""
    return asker.post(reverse("plan:acts_import"), {"file": file})


def parcel_of(page: HttpResponse) -> str:
    """Return what the page would hand back to be stored."""
    return str(page.content.decode().split('name="isi" value="')[1].split('"')[0])


def test_the_road_from_a_question_to_a_submitted_plan(office: Office) -> None:
    asker = client(office)
    answer = asker.post(reverse("plan:development_new"), ASKED)
    made = DevelopmentProposal.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("plan:development", args=[made.pk])
    assert (made.budget, made.state, made.result.value) == (15 * MILLION, "computed", 10)
    page = asker.get(answer["Location"]).content.decode()
    assert "Rp10.000.000 berikutnya" in page
    assert "Kegiatan KUR: tambah 1 pegawai" in page
    asker.post(reverse("plan:development_submit", args=[made.pk]))
    made.refresh_from_db()
    assert made.state == "proposed"
    assert "Menunggu penetapan pejabat" in asker.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"budget": "-1"}, "lebih besar"),
        ({"budget": "1000000000001"}, "lebih kecil"),
        ({"budget": "15.000.000,50"}, "bilangan"),
        ({"budget": "1.5"}, "bilangan"),
        ({"budget": ""}, "tidak boleh kosong"),
        ({"most_acts": "0"}, "lebih besar"),
        ({"min_share": "101"}, "lebih kecil"),
        ({f"priority_{group}": "0" for group in ("leaders", "supervisors", "experts", "staff")}, "Semua bobot kelompok nol"),
    ],
)
def test_a_bad_question_is_asked_again_and_nothing_is_kept(office: Office, changes: dict[str, str], words: str) -> None:
    page = client(office).post(reverse("plan:development_new"), ASKED | changes)
    assert page.status_code == 200
    assert words in page.content.decode()
    assert DevelopmentProposal.objects.count() == 0


def test_a_budget_of_zero_says_that_only_free_acts_are_chosen(office: Office) -> None:
    proposal = office.proposal(0)
    page = client(office).get(reverse("plan:development", args=[proposal.pk])).content.decode()
    assert "Hanya kegiatan tanpa biaya yang dipilih." in page
    assert "1 kegiatan dalam katalog tidak dapat dipilih" in page
    assert "Kegiatan MHL: biaya kegiatannya belum diketahui" in page


def test_the_gaps_can_be_filtered_and_each_says_why(office: Office) -> None:
    proposal = office.proposal(4 * MILLION)
    address = reverse("plan:development_lines", args=[proposal.pk])
    asker = client(office)
    everything = asker.get(address).content.decode()
    assert everything.count('<th scope="row">') == 4
    assert "melebihi seluruh anggaran Rp4.000.000" in everything
    for query, names in (("cari=kartini", ["Kartini"]), ("alasan=better", ["Kartini"]), ("alasan=belum&cari=Ani", ["Ani"])):
        page = asker.get(f"{address}?{query}").content.decode()
        assert page.count('<th scope="row">') == len(names)
    assert "Tidak ada kesenjangan dengan saringan ini." in asker.get(f"{address}?cari=siapa").content.decode()
    assert asker.get(f"{address}?opd=x&halaman=99999999999&kegiatan=99999999999999999999").status_code == 200


def test_the_yearly_plan_says_which_of_the_seven_fields_are_empty(office: Office) -> None:
    proposal = office.proposal(28 * MILLION)
    DevelopmentAct.objects.filter(code="KUR").update(organiser="BPSDM", curriculum="Kurikulum A")
    address = reverse("plan:development_year", args=[proposal.pk])
    page = client(office).get(address).content.decode()
    assert "2 dari 2 baris belum lengkap" in page
    assert "BPSDM" in page
    dates = {"starts_on": date(2026, 6, 1), "ends_on": date(2026, 6, 3), "organiser": "BKPSDM", "curriculum": "Modul"}
    DevelopmentAct.objects.filter(code__in=("KUR", "MEN")).update(**dates)
    again = office.proposal(28 * MILLION)
    page = client(office).get(reverse("plan:development_year", args=[again.pk])).content.decode()
    assert "Semua baris lengkap" in page


def test_the_yearly_plan_leaves_as_a_workbook_without_formulas(office: Office) -> None:
    DevelopmentAct.objects.filter(code="MEN").update(organiser="=1+1")
    proposal = office.proposal(28 * MILLION)
    answer = client(office).get(reverse("plan:development_year_export", args=[proposal.pk]))
    sheets = openpyxl.load_workbook(io.BytesIO(answer.content))
    plan, people = sheets.worksheets
    rows = [row for row in plan.iter_rows(values_only=True) if row[0] in {"KUR", "MEN"}]
    assert [(row[0], row[2], row[3], row[5], row[8]) for row in rows] == [
        ("MEN", "Integritas", 2, "=1+1", 8 * MILLION),
        ("KUR", "Komunikasi", 2, None, 20 * MILLION),
    ]
    assert {cell.data_type for row in plan.iter_rows() for cell in row} <= {"s", "n"}
    assert people.max_row == 5


def test_a_person_reads_their_own_plan_only_once_it_is_submitted(office: Office) -> None:
    world = office.world
    ani = make_user(world.cast.palu, "ani", "civil_servant", world.opd, world.people["ani"])
    asker, address = ActorClient(ani), reverse("plan:my_development")
    proposal = office.proposal(23 * MILLION)
    assert "Belum ada rencana untuk Anda" in asker.get(address).content.decode()
    submit_development(actor=world.actor("planner"), proposal_id=proposal.pk)
    page = asker.get(address).content.decode()
    assert "Kegiatan MEN" in page
    assert "Kegiatan KUR butuh Rp5.000.000" in page
    for other in ("Budi", "Kartini"):
        assert other not in page
    assert "Belum ada rencana untuk Anda" in client(world, "civil_servant").get(address).content.decode()
    assert asker.get(reverse("plan:development", args=[proposal.pk])).status_code == 403


def test_a_planner_of_one_unit_sees_and_plans_only_that_unit(office: Office) -> None:
    world = office.world
    local = ActorClient(make_user(world.cast.palu, "local", "planner", world.opd))
    whole = office.proposal(0)
    own = office.proposal(0, unit_id=world.opd.pk)
    assert local.get(reverse("plan:development", args=[whole.pk])).status_code == 404
    assert local.get(reverse("plan:development", args=[own.pk])).status_code == 200
    assert local.post(reverse("plan:development_new"), ASKED | {"unit": ""}).status_code == 200
    assert local.post(reverse("plan:development_new"), ASKED | {"unit": str(world.cast.units["social"].pk)}).status_code == 200
    assert DevelopmentProposal.objects.count() == 2
    act = office.acts["KUR"]
    for address in (reverse("plan:act", args=[act.pk]), reverse("plan:act_new"), reverse("plan:acts_import")):
        assert local.get(address).status_code == 403
    assert local.post(reverse("plan:act_delete", args=[act.pk])).status_code == 403
    assert DevelopmentAct.objects.filter(pk=act.pk).exists()


def test_an_act_is_added_changed_withdrawn_and_kept_while_it_is_used(office: Office) -> None:
    asker = client(office)
    form = {"code": "X-1", "name": "Magang", "kind": "internship", "competency": office.world.codes["MAN.2"], "from_level": "1",
            "to_level": "3", "classes": "1", "cost_per_person": "14.500.000"}  # fmt: skip
    assert asker.post(reverse("plan:act_new"), form).status_code == 302
    act = DevelopmentAct.objects.get(code="X-1")
    assert (act.cost_per_person, act.cost_per_class, act.hours) == (14_500_000, None, None)
    assert (act.priced, act.classroom) == (False, False)
    page = asker.post(reverse("plan:act_new"), form).content.decode()
    assert "Kode kegiatan ini sudah dipakai." in page
    page = asker.post(reverse("plan:act", args=[act.pk]), form | {"to_level": "1"}).content.decode()
    assert "Level yang diharapkan harus di atas level awal" in page
    asker.post(reverse("plan:act_offer", args=[act.pk]), {"tawarkan": "tidak"})
    act.refresh_from_db()
    assert not act.active
    asker.post(reverse("plan:act_delete", args=[act.pk]))
    assert not DevelopmentAct.objects.filter(pk=act.pk).exists()
    office.proposal(28 * MILLION)
    asker.post(reverse("plan:act_delete", args=[office.acts["KUR"].pk]))
    assert DevelopmentAct.objects.filter(code="KUR").exists()


def test_a_file_is_tried_first_and_stored_as_a_whole(office: Office) -> None:
    asker = client(office)
    changed = {"code": "MEN", "name": "Kegiatan MEN", "kind": "Mentoring", "competency": "man.1", "from_level": 3, "to_level": 4,
               "cost_per_person": 3_000_000, "cost_per_class": 0, "hours": 10, "classes": 1}  # fmt: skip
    page = uploaded(asker, book(ROW, changed))
    assert DevelopmentAct.objects.filter(code="BARU").count() == 0
    assert "BIAYA PER ORANG: 4000000 → 3000000" in page.content.decode()
    asker.post(reverse("plan:acts_import_save"), {"isi": parcel_of(page)})
    act = DevelopmentAct.objects.get(code="BARU")
    assert (act.kind, act.cost_per_person, act.starts_on, act.ends_on, act.full_time) == (
        "course", 1_500_000, date(2026, 5, 4), date(2026, 5, 6), True,
    )  # fmt: skip
    assert DevelopmentAct.objects.get(code="MEN").cost_per_person == 3 * MILLION
    again = uploaded(asker, book(ROW, changed)).content.decode()
    assert "Isi berkas sama dengan katalog." in again
    asker.post(reverse("plan:acts_import_save"), {"isi": parcel_of(page)})  # pressed twice
    assert DevelopmentAct.objects.count() == 5


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": ""}, "KODE: belum diisi."),
        ({"kind": "Jalan-jalan"}, "jenis Jalan-jalan tidak dikenal"),
        ({"competency": "MAN.99"}, "kompetensi MAN.99 tidak ada dalam kamus"),
        ({"cost_per_person": "mahal"}, "mahal bukan bilangan bulat"),
        ({"cost_per_person": -5}, "-5 bukan bilangan bulat"),
        ({"cost_per_person": 1.5}, "1.5 bukan bilangan bulat"),
        ({"starts_on": "besok"}, "besok bukan tanggal"),
        ({"full_time": "mungkin"}, "tulis ya atau tidak"),
        ({"to_level": 1}, "Level yang diharapkan harus di atas level awal"),
        ({"ends_on": "2026-05-03"}, "Kegiatan selesai pada atau sesudah hari mulainya."),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_nothing_can_be_stored(
    office: Office, changes: dict[str, object], words: str
) -> None:
    page = uploaded(client(office), book(ROW | changes)).content.decode()
    assert words in page
    assert 'name="isi"' not in page
    assert DevelopmentAct.objects.count() == 4


def test_ugly_files_are_refused_with_a_way_out(office: Office) -> None:
    asker = client(office)
    for content, words in (
        (b"not a workbook", "tidak dapat dibaca sebagai Excel"),
        (b"PK\x03\x04broken", "tidak dapat dibaca sebagai Excel"),
        (b"x" * 2_000_001, "lebih besar dari 2 MB"),
    ):
        assert words in uploaded(asker, SimpleUploadedFile("a.xlsx", content)).content.decode()
    assert "KODE ini sudah ada pada baris sebelumnya." in uploaded(asker, book(ROW, ROW)).content.decode()
    wrong = openpyxl.Workbook()
    file = io.BytesIO()
    wrong.save(file)
    assert "Tidak ada baris judul" in uploaded(asker, SimpleUploadedFile("b.xlsx", file.getvalue())).content.decode()
    assert DevelopmentAct.objects.count() == 4


def test_a_tried_file_belongs_to_who_tried_it(office: Office) -> None:
    parcel = parcel_of(uploaded(client(office), book(ROW)))
    assert client(office, "hr_officer").post(reverse("plan:acts_import_save"), {"isi": parcel}).status_code == 403
    client(office).post(reverse("plan:acts_import_save"), {"isi": parcel[:-2]})
    assert not DevelopmentAct.objects.filter(code="BARU").exists()


def test_the_catalogue_leaves_and_comes_back_unchanged(office: Office) -> None:
    asker = client(office)
    content = asker.get(reverse("plan:acts_export")).content
    page = uploaded(asker, SimpleUploadedFile("katalog.xlsx", content)).content.decode()
    assert "Isi berkas sama dengan katalog." in page
    template = asker.get(reverse("plan:acts_template")).content
    assert uploaded(asker, SimpleUploadedFile("templat.xlsx", template)).content.decode().count('name="isi"') == 1


def test_a_proposal_has_few_queries_whatever_its_size(office: Office, django_assert_max_num_queries: Any) -> None:
    proposal = office.proposal(4 * MILLION)
    asker = client(office)
    for name, most in (("development", 22), ("development_lines", 20), ("development_year", 18)):
        with django_assert_max_num_queries(most):
            assert asker.get(reverse(f"plan:{name}", args=[proposal.pk])).status_code == 200
