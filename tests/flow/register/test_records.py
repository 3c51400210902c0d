"""People are added and facts about them recorded: NIP read, overlaps refused at the field, kept only after a second look."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from matang.flow.register.models import CareerEntry, Education, GradeRecord, Incumbency, Person, ServiceRecord
from matang.flow.register.services.records import record_grade, record_state, undo_record
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from matang.foundation.tenancy.context import acting_in
from tests.cast import START, Cast, make_user
from tests.http import ActorClient

NEW = {"nip": "199203042016041001", "kind": "pns", "full_name": "Dewa Contoh", "sex": ""}
YES = {"yakin": "ya"}


@pytest.fixture
def officer(cast: Cast) -> ActorClient:
    """Return an HR officer's browser."""
    return ActorClient(cast.users["hr_officer"])


def errors(page: str, field: str) -> str:
    """Return what stands at a field's error list, empty when nothing does."""
    start = page.find(f'id="id_{field}_error"')
    return page[start : page.find("</ul>", start)] if start >= 0 else ""


def records(cast: Cast, kind: str, name: str = "servant") -> str:
    """Return the address where a kind of record is made."""
    return f"/daftar/pegawai/{cast.people[name].pk}/catat/{kind}/"


def grade(cast: Cast, grade: str, day: date, who: str = "hr_officer") -> GradeRecord:
    """Let an officer record a grade for the cast's servant."""
    with acting_in(cast.palu.pk, cast.users[who].pk):
        person = cast.people["servant"]
        return record_grade(actor=actor_of(cast.users[who]), person=person, grade=grade, day=day, decree="SK", reason="SK")


def test_what_the_nip_says_is_filled_in_and_shown_before_it_is_kept(cast: Cast, officer: ActorClient) -> None:
    page = officer.post("/daftar/pegawai/baru/", NEW).content.decode()
    assert "4 Maret 1992 (dibaca dari NIP)" in page
    assert "Laki-laki (dibaca dari NIP)" in page
    assert "1 April 2016 (dibaca dari NIP)" in page
    assert not Person.objects.filter(nip=NEW["nip"]).exists()
    officer.post("/daftar/pegawai/baru/", {**NEW, **YES})
    made = Person.objects.get(nip=NEW["nip"])
    assert (made.birth_date, made.sex, made.service_start) == (date(1992, 3, 4), "male", date(2016, 4, 1))
    assert (made.origin, history_of(Person, made.pk)[0].actor_id) == ("manual", cast.users["hr_officer"].pk)


def test_the_start_of_a_pppk_is_not_guessed_from_the_year(officer: ActorClient) -> None:
    officer.post("/daftar/pegawai/baru/", {**NEW, "nip": "199203042024211001", "kind": "pppk", **YES})
    assert Person.objects.get(nip="199203042024211001").service_start is None


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"birth_date": "1992-04-03"}, "birth_date", "Menurut NIP: 4 Maret 1992"),
        ({"sex": "female"}, "sex", "Menurut NIP: Laki-laki"),
        ({"service_start": "2017-04-01"}, "service_start", "Menurut NIP: 04-2016"),
        ({"nip": "19920304201604100"}, "nip", "18 angka"),
        ({"nip": "199213042016041001"}, "nip", "bukan tanggal yang ada"),
        ({"nip": "199203042016211001"}, "nip", "hanya mungkin pada NI PPPK"),
    ],
)
def test_what_contradicts_the_nip_stands_at_its_field(
    officer: ActorClient, changes: dict[str, str], field: str, sentence: str
) -> None:
    before = Person.objects.count()
    page = officer.post("/daftar/pegawai/baru/", {**NEW, **changes, **YES}).content.decode()
    assert sentence in errors(page, field)
    assert Person.objects.count() == before


def test_a_checked_difference_is_kept_as_typed(officer: ActorClient) -> None:
    officer.post("/daftar/pegawai/baru/", {**NEW, "birth_date": "1992-04-03", "checked": "on", **YES})
    assert Person.objects.get(nip=NEW["nip"]).birth_date == date(1992, 4, 3)


def test_a_number_in_use_leads_to_its_person(cast: Cast, officer: ActorClient) -> None:
    servant = cast.people["servant"]
    page = officer.post("/daftar/pegawai/baru/", {**NEW, "nip": f" {servant.nip[:8]} {servant.nip[8:]} ", **YES}).content.decode()
    assert f'<a href="/daftar/pegawai/{servant.pk}/">Nurul Pegawai</a>' in errors(page, "nip")
    assert not Person.objects.filter(full_name="Dewa Contoh").exists()


def test_an_officer_of_one_unit_adds_nobody_and_records_only_there(cast: Cast, officer: ActorClient) -> None:
    clinic = cast.units["clinic"]
    Grant.objects.filter(user=cast.users["hr_officer"]).update(unit_id=clinic.pk, unit_path=clinic.path)
    assert officer.post("/daftar/pegawai/baru/", {**NEW, **YES}).status_code == 403
    data = {"grade": "III/a", "day": "2026-01-01", "decree": "SK 1", "reason": "SK 1", **YES}
    assert officer.post(records(cast, "golongan", "other"), data).status_code == 404
    assert GradeRecord.objects.count() == 0
    assert not Person.objects.filter(nip=NEW["nip"]).exists()
    assert officer.post(records(cast, "golongan"), data).status_code == 302
    assert GradeRecord.objects.get().grade == "III/a"


def test_a_grade_is_kept_only_after_the_second_look(cast: Cast, officer: ActorClient) -> None:
    data = {"grade": "III/a", "day": "2026-01-01", "decree": "SK 1", "reason": "Kenaikan pangkat"}
    page = officer.post(records(cast, "golongan"), data).content.decode()
    assert "Periksa sekali lagi sebelum disimpan" in page
    assert GradeRecord.objects.count() == 0
    assert 'id="id_grade"' in officer.post(records(cast, "golongan"), {**data, "ubah": "ya"}).content.decode()
    answer = officer.post(records(cast, "golongan"), {**data, **YES})
    made = GradeRecord.objects.get()
    assert (made.grade, made.valid_from, made.decree, made.origin) == ("III/a", date(2026, 1, 1), "SK 1", "manual")
    assert history_of(GradeRecord, made.pk)[0].why == "Kenaikan pangkat"
    assert "Batalkan catatan tadi" in officer.get(answer["Location"]).content.decode()


def test_a_second_grade_ends_the_first(cast: Cast) -> None:
    grade(cast, "II/d", date(2024, 1, 1))
    grade(cast, "III/a", date(2026, 1, 1))
    spans = GradeRecord.objects.order_by("valid_from").values_list("grade", "valid_from", "valid_to")
    assert list(spans) == [("II/d", date(2024, 1, 1), date(2026, 1, 1)), ("III/a", date(2026, 1, 1), None)]


def test_an_earlier_day_than_a_recorded_one_is_refused_at_the_day(cast: Cast, officer: ActorClient) -> None:
    grade(cast, "III/a", date(2026, 1, 1))
    data = {"grade": "III/b", "day": "2025-01-01", "decree": "SK 2", "reason": "SK 2"}
    for more in ({}, YES):
        page = officer.post(records(cast, "golongan"), {**data, **more}).content.decode()
        assert "Sudah ada catatan sejak tanggal itu" in errors(page, "day")
    assert GradeRecord.objects.get().grade == "III/a"


def test_a_grade_of_the_other_kind_of_employment_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError) as caught:
        grade(cast, "IX", date(2026, 1, 1))
    assert list(caught.value.message_dict) == ["grade"]
    assert GradeRecord.objects.count() == 0


def test_who_retires_leaves_the_post_and_gets_it_back_when_taken_back(cast: Cast, officer: ActorClient) -> None:
    person = cast.people["servant"]
    data = {"state": "retired", "day": "2026-01-01", "end_posts": "on", "reason": "SK pensiun", **YES}
    officer.post(records(cast, "kedudukan"), data)
    made = ServiceRecord.objects.get(person=person)
    assert Incumbency.objects.get(person=person).valid_to == date(2026, 1, 1)
    officer.post(f"{records(cast, 'kedudukan')}{made.pk}/batal/")
    assert not ServiceRecord.objects.filter(person=person).exists()
    held = Incumbency.objects.get(person=person)
    assert (held.valid_from, held.valid_to) == (START, None)


def test_leave_does_not_end_a_post(cast: Cast, officer: ActorClient) -> None:
    officer.post(records(cast, "kedudukan"), {"state": "leave", "day": "2026-01-01", "end_posts": "on", "reason": "SK", **YES})
    assert ServiceRecord.objects.get().state == "leave"
    assert Incumbency.objects.get(person=cast.people["servant"]).valid_to is None


def test_a_standing_that_would_cut_a_coming_post_keeps_nothing(cast: Cast) -> None:
    person = cast.people["servant"]
    with pytest.raises(ValidationError):
        record_state(
            actor=actor_of(cast.users["hr_officer"]), person=person, state="retired", day=START, reason="SK", end_posts=True
        )
    assert ServiceRecord.objects.count() == 0
    assert Incumbency.objects.get(person=person).valid_to is None


def test_education_and_career_are_recorded_with_their_origin(cast: Cast, officer: ActorClient) -> None:
    data = {"level": "s1", "field": "Gizi", "institution": "Universitas Contoh", "year": "2014", "reason": "Ijazah", **YES}
    officer.post(records(cast, "pendidikan"), data)
    career = {"post_name": "Staf", "unit_name": "Kabupaten Contoh", "day": "2015-01-01", "valid_to": "2019-01-01", "reason": "SK"}
    officer.post(records(cast, "riwayat"), {**career, **YES})
    assert Education.objects.values_list("level", "field", "year", "origin").get() == ("s1", "Gizi", 2014, "manual")
    assert CareerEntry.objects.values_list("post_name", "valid_to", "origin").get() == ("Staf", date(2019, 1, 1), "manual")
    again = officer.post(records(cast, "pendidikan"), data).content.decode()
    assert "sudah tercatat" in errors(again, "level")
    again = officer.post(records(cast, "riwayat"), {**career, "day": "2016-01-01", **YES}).content.decode()
    assert "sudah tercatat pada masa itu" in errors(again, "day")
    wrong = officer.post(records(cast, "riwayat"), {**career, "valid_to": "2014-01-01", **YES}).content.decode()
    assert "Tanggal berakhir harus sesudah tanggal mulai" in errors(wrong, "valid_to")
    assert (Education.objects.count(), CareerEntry.objects.count()) == (1, 1)


def test_a_year_of_graduation_before_birth_is_refused(cast: Cast, officer: ActorClient) -> None:
    data = {"level": "s1", "year": "1985", "reason": "Ijazah", **YES}
    assert "sesudah tahun lahir" in errors(officer.post(records(cast, "pendidikan"), data).content.decode(), "year")
    assert Education.objects.count() == 0


def test_taking_back_opens_the_grade_before(cast: Cast, officer: ActorClient) -> None:
    first = grade(cast, "II/d", date(2024, 1, 1))
    last = grade(cast, "III/a", date(2026, 1, 1))
    assert officer.post(f"{records(cast, 'golongan')}{first.pk}/batal/").status_code == 302
    assert GradeRecord.objects.count() == 2
    officer.post(f"{records(cast, 'golongan')}{last.pk}/batal/")
    left = GradeRecord.objects.get()
    assert (left.grade, left.valid_to) == ("II/d", None)


def test_only_who_recorded_it_takes_it_back(cast: Cast) -> None:
    made = grade(cast, "III/a", date(2026, 1, 1))
    other = make_user(cast.palu, "petugas_lain", "hr_officer")
    with pytest.raises(RefusedError), acting_in(cast.palu.pk, other.pk):
        undo_record(actor=actor_of(other), person=cast.people["servant"], what="grade", record_id=made.pk)
    GradeRecord.objects.filter(pk=made.pk).update(origin="import:1")
    with pytest.raises(RefusedError):
        undo_record(actor=actor_of(cast.users["hr_officer"]), person=cast.people["servant"], what="grade", record_id=made.pk)
    assert GradeRecord.objects.count() == 1


def test_others_see_no_way_to_record(cast: Cast) -> None:
    page = ActorClient(cast.users["unit_head"]).get(f"/daftar/pegawai/{cast.people['servant'].pk}/").content.decode()
    assert "/catat/" not in page


def stored(cast: Cast, who: str) -> str:
    """Return the page with what is stored about the cast's servant."""
    return ActorClient(cast.users[who]).get(f"/daftar/pegawai/{cast.people['servant'].pk}/data/").content.decode()


def row_of(page: str, title: str) -> str:
    """Return the row of a record."""
    start = page.index(f'<th scope="row">{title}')
    return page[start : page.index("</tr>", start)]


def test_every_record_shows_its_own_origin_and_who_made_it(cast: Cast) -> None:
    cast.users["hr_officer"].first_name = "Petugas"
    cast.users["hr_officer"].save()
    grade(cast, "II/d", date(2024, 1, 1))
    GradeRecord.objects.filter(grade="II/d").update(origin="import:12")
    grade(cast, "III/a", date(2026, 1, 1))
    page = stored(cast, "hr_officer")
    assert '<a href="/daftar/impor/12/">Berkas impor #12</a>' in row_of(page, "Golongan II/d")
    manual = row_of(page, "Golongan III/a")
    assert "Diisi pengelola kepegawaian" in manual
    assert '<span class="sub">Petugas</span>' in manual
    assert ("/batal/" in manual, "/batal/" in row_of(page, "Golongan II/d")) == (True, False)


@pytest.mark.parametrize("who", ["civil_servant", "auditor"])
def test_others_read_the_origin_without_the_import_or_the_way_back(cast: Cast, who: str) -> None:
    grade(cast, "III/a", date(2026, 1, 1))
    GradeRecord.objects.update(origin="import:12")
    page = stored(cast, who)
    assert "Berkas impor #12" in page
    assert ("/daftar/impor/12/" in page, "/batal/" in page) == (False, False)
