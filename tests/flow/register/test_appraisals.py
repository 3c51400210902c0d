"""Ratings of a year's work: recorded once a year is over, put right with a trace, taken back, and seen as at a day."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from matang import rules
from matang.flow.register.choices import AppraisalRating
from matang.flow.register.models import AppraisalRecord, Person
from matang.flow.register.services.appraisals import record_appraisal
from matang.flow.register.services.corrections import ask_correction
from matang.flow.register.services.records import undo_record
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast, make_user
from tests.http import ActorClient

YES = {"yakin": "ya"}
Held = list[tuple[int, str, str, str]]


@pytest.fixture
def officer(cast: Cast) -> ActorClient:
    """Return an HR officer's browser."""
    return ActorClient(cast.users["hr_officer"])


def held(person: Person) -> Held:
    """Return what is held of a person: year, rating, document and origin."""
    rows = AppraisalRecord.objects.filter(person=person).order_by("year")
    return list(rows.values_list("year", "rating", "document", "origin"))


def rate(cast: Cast, year: int, rating: str, who: str = "hr_officer", **facts: object) -> AppraisalRecord:
    """Let an officer rate the cast's servant."""
    with acting_in(cast.palu.pk, cast.users[who].pk):
        return record_appraisal(
            actor=actor_of(cast.users[who]), person=cast.people["servant"], year=year, rating=rating, reason="Hasil", **facts
        )


def take_back(cast: Cast, record: AppraisalRecord, who: str = "hr_officer") -> None:
    """Let an account take back the last change of a rating."""
    with acting_in(cast.palu.pk, cast.users[who].pk):
        undo_record(actor=actor_of(cast.users[who]), person=cast.people["servant"], what="appraisal", record_id=record.pk)


def address(cast: Cast) -> str:
    """Return the address of the servant's page."""
    return f"/daftar/pegawai/{cast.people['servant'].pk}/"


def test_ratings_are_the_ones_of_the_rules() -> None:
    terms = rules.FACTS["rating_last_year"].choices
    assert [(term.key, term.label) for term in terms] == [(rating.value, str(rating.label)) for rating in AppraisalRating]


def test_a_rating_is_shown_once_more_kept_and_offered_to_be_taken_back(cast: Cast, officer: ActorClient) -> None:
    person = cast.people["servant"]
    data = {"year": "2024", "rating": "sangat_baik", "document": "EK-7", "reason": "Evaluasi 2024"}
    asked = officer.post(f"{address(cast)}catat/penilaian/", data).content.decode()
    assert "Sangat Baik" in asked
    assert held(person) == []
    kept = officer.post(f"{address(cast)}catat/penilaian/", {**data, **YES})
    made = AppraisalRecord.objects.get()
    assert kept.url == f"{address(cast)}?batal=penilaian-{made.pk}"
    assert held(person) == [(2024, "sangat_baik", "EK-7", "manual")]
    assert history_of(AppraisalRecord, made.pk)[0].why == "Evaluasi 2024"
    page = officer.get(kept.url).content.decode()
    assert "Predikat kinerja 2024: Sangat Baik" in page
    assert officer.post(f"{address(cast)}catat/penilaian/{made.pk}/batal/").status_code == 302
    assert held(person) == []
    assert [entry.kind for entry in history_of(AppraisalRecord, made.pk)] == ["delete", "insert"]


def test_a_double_click_keeps_one(cast: Cast, officer: ActorClient) -> None:
    data = {"year": "2024", "rating": "baik", "reason": "Evaluasi", **YES}
    officer.post(f"{address(cast)}catat/penilaian/", data)
    again = officer.post(f"{address(cast)}catat/penilaian/", data).content.decode()
    assert "Predikat 2024 sudah tercatat Baik." in again
    assert held(cast.people["servant"]) == [(2024, "baik", "", "manual")]


def test_another_rating_replaces_only_when_said_and_leaves_its_trace(cast: Cast) -> None:
    person = cast.people["servant"]
    AppraisalRecord.objects.create(agency=cast.palu, person=person, year=2024, rating="baik", document="EK-1", origin="import:3")
    with pytest.raises(ValidationError) as caught:
        rate(cast, 2024, "kurang")
    assert list(caught.value.message_dict) == ["replace"]
    assert held(person) == [(2024, "baik", "EK-1", "import:3")]
    made = rate(cast, 2024, "kurang", replace=True, document="EK-2")
    assert held(person) == [(2024, "kurang", "EK-2", "manual")]
    change = {change.field: (change.before, change.after) for change in history_of(AppraisalRecord, made.pk)[0].changes}
    assert change == {"rating": ("baik", "kurang"), "document": ("EK-1", "EK-2"), "origin": ("import:3", "manual")}
    take_back(cast, made)
    assert held(person) == [(2024, "baik", "EK-1", "import:3")]
    with pytest.raises(RefusedError):
        take_back(cast, made)
    assert held(person) == [(2024, "baik", "EK-1", "import:3")]


def test_taking_back_twice_goes_back_twice(cast: Cast) -> None:
    made = rate(cast, 2024, "baik")
    rate(cast, 2024, "kurang", replace=True)
    take_back(cast, made)
    assert held(cast.people["servant"]) == [(2024, "baik", "", "manual")]
    take_back(cast, made)
    assert held(cast.people["servant"]) == []


def test_only_who_changed_it_last_takes_it_back(cast: Cast) -> None:
    cast.users["second"] = make_user(cast.palu, "petugas_lain", "hr_officer")
    made = rate(cast, 2024, "baik")
    rate(cast, 2024, "sangat_baik", who="second", replace=True)
    with pytest.raises(RefusedError):
        take_back(cast, made)
    assert held(cast.people["servant"]) == [(2024, "sangat_baik", "", "manual")]
    take_back(cast, made, who="second")
    take_back(cast, made)
    assert held(cast.people["servant"]) == []


def test_a_year_is_rated_from_the_first_of_january_after_it(cast: Cast) -> None:
    with time_machine.travel("2026-12-31T15:59:00Z", tick=False), pytest.raises(ValidationError) as caught:  # 23:59 in Palu
        rate(cast, 2026, "baik")
    assert caught.value.message_dict == {"year": ["Penilaian tahun 2026 baru dapat dicatat mulai 1 Januari 2027."]}
    assert held(cast.people["servant"]) == []
    with time_machine.travel("2026-12-31T16:00:00Z", tick=False):
        rate(cast, 2026, "baik")
    assert held(cast.people["servant"]) == [(2026, "baik", "", "manual")]


def test_a_year_before_service_is_refused(cast: Cast) -> None:
    Person.objects.filter(pk=cast.people["servant"].pk).update(service_start=date(2024, 3, 1))
    cast.people["servant"].refresh_from_db()
    with pytest.raises(ValidationError, match="baru bekerja sejak 2024"):
        rate(cast, 2023, "baik")
    rate(cast, 2024, "baik")
    assert held(cast.people["servant"]) == [(2024, "baik", "", "manual")]


def test_the_page_shows_what_was_known_on_its_day(cast: Cast, officer: ActorClient) -> None:
    for year, rating in ((2022, "kurang"), (2023, "butuh_perbaikan"), (2024, "sangat_baik")):
        rate(cast, year, rating)
    before, after = (officer.get(f"{address(cast)}?per={day}").content.decode() for day in ("2024-12-31", "2025-01-01"))
    assert ("Predikat kinerja 2024" in before, "Predikat kinerja 2024: Sangat Baik" in after) == (False, True)
    line = '<span class="line">{}</span>'.format
    assert line("2023: Butuh Perbaikan") in before
    assert [line(text) in after for text in ("2024: Sangat Baik", "2023: Butuh Perbaikan", "2022: Kurang")] == [True, True, False]


def test_the_person_reads_the_rating_and_asks_for_it_to_be_put_right(cast: Cast) -> None:
    made = rate(cast, 2024, "kurang")
    own = ActorClient(cast.users["civil_servant"])
    page = own.get(f"{address(cast)}data/").content.decode()
    start = page.index('<th scope="row">Predikat kinerja 2024: Kurang')
    assert "Diisi pengelola kepegawaian" in page[start : page.index("</tr>", start)]
    assert "/batal/" not in page
    asked = ask_correction(
        actor=actor_of(cast.users["civil_servant"]), person=cast.people["servant"], field="appraisals", asked_value="2024: Baik"
    )
    assert (asked.field, asked.state) == ("appraisals", "open")
    assert (
        f"/catat/penilaian/{made.pk}/batal/"
        in ActorClient(cast.users["hr_officer"]).get(f"{address(cast)}data/").content.decode()
    )


def test_an_officer_of_another_unit_records_nothing(cast: Cast) -> None:
    Grant.objects.filter(user=cast.users["hr_officer"]).update(
        unit_id=cast.units["social"].pk, unit_path=cast.units["social"].path
    )
    with pytest.raises(RefusedError):
        rate(cast, 2024, "baik")
    assert AppraisalRecord.objects.count() == 0


def test_another_government_sees_none_of_it(cast: Cast) -> None:
    rate(cast, 2024, "baik")
    with acting_in(cast.malang.pk):
        assert AppraisalRecord.objects.count() == 0
    assert ActorClient(cast.users["malang_officer"]).get(address(cast)).status_code == 404
