"""The trail: every change leaves who, when, why and from where; bulk writes included; hidden from other agencies."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from matang.flow.register.models import GradeRecord, Person
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.audit.context import because, from_where
from matang.foundation.audit.middleware import PlaceMiddleware
from matang.foundation.audit.selectors import Change, history_of
from matang.foundation.audit.tracking import trail_of
from matang.foundation.identity.models import User
from matang.foundation.tenancy import context
from matang.foundation.tenancy.bulk import copy_into, reserve_ids
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast

PersonTrail = trail_of(Person)


def new_person(agency: Agency, nip: str = "198001012005012001", **facts: object) -> Person:
    return Person.objects.create(agency=agency, nip=nip, kind="pns", full_name="Ratna Contoh", **facts)


def test_a_history_says_who_when_why_and_from_where(palu: Agency) -> None:
    context.enter(palu.pk, 41)
    with from_where("command:import"):
        person = new_person(palu)
    context.enter(palu.pk, 42)
    with because("Salah ketik"), from_where("POST /daftar/"):
        person.full_name = "Ratna Benar"
        person.birth_date = date(1980, 1, 1)
        person.save()
    context.enter(palu.pk, None)
    pk = person.pk
    person.delete()
    removed, changed, made = history_of(Person, pk)
    assert (made.kind, made.actor_id, made.why, made.where) == ("insert", 41, "", "command:import")
    assert (changed.kind, changed.actor_id, changed.why, changed.where) == ("update", 42, "Salah ketik", "POST /daftar/")
    assert (removed.kind, removed.actor_id, removed.why, removed.where) == ("delete", None, "", "")
    assert changed.changes == (
        Change("full_name", "nama", "Ratna Contoh", "Ratna Benar"),
        Change("birth_date", "tanggal lahir", None, date(1980, 1, 1)),
    )
    assert {change.field: (change.before, change.after) for change in made.changes}["nip"] == (None, "198001012005012001")
    assert {change.field: (change.before, change.after) for change in removed.changes}["full_name"] == ("Ratna Benar", None)
    assert abs((datetime.now(UTC) - made.at).total_seconds()) < 60


def test_a_history_takes_one_query(palu: Agency) -> None:
    person = new_person(palu)
    with CaptureQueriesContext(connection) as queries:
        assert len(history_of(Person, person.pk)) == 1
    assert len(queries) == 1


def test_a_change_that_changes_nothing_leaves_nothing(palu: Agency) -> None:
    person = new_person(palu)
    person.save()
    Person.objects.update(full_name="Ratna Contoh")
    assert [entry.kind for entry in history_of(Person, person.pk)] == ["insert"]


def test_bulk_writes_and_raw_sql_are_seen(palu: Agency) -> None:
    people = Person.objects.bulk_create(
        Person(agency=palu, nip=f"19800101200501{number:04d}", kind="pns", full_name=f"Nama {number}") for number in range(30)
    )
    Person.objects.filter(pk__in=[person.pk for person in people[:20]]).update(full_name="Sama")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_person SET sex = 'female' WHERE id = %s", [people[0].pk])
    Person.objects.filter(pk=people[29].pk).delete()
    labels = list(PersonTrail.objects.values_list("pgh_label", flat=True))
    assert (labels.count("insert"), labels.count("update"), labels.count("delete")) == (30, 21, 1)
    ids = reserve_ids(Person, 3)
    fields = ["id", "agency", "nip", "kind", "full_name", "title_front", "title_back", "birth_place", "sex", "origin"]
    copy_into(
        Person, fields, [(pk, palu.pk, f"1990010120050{pk:05d}", "pns", "Salinan", "", "", "", "unknown", "") for pk in ids]
    )
    assert PersonTrail.objects.filter(full_name="Salinan", pgh_label="insert").count() == 3


def test_the_trail_of_another_agency_is_hidden(palu: Agency, malang: Agency) -> None:
    person = new_person(palu)
    context.enter(malang.pk, None)
    assert PersonTrail.objects.count() == 0
    assert history_of(Person, person.pk) == []
    context.enter(None, None)
    assert PersonTrail.objects.count() == 0


def test_a_trail_cannot_be_forged_for_another_agency(palu: Agency, malang: Agency) -> None:
    person = new_person(palu)
    context.enter(malang.pk, None)
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        PersonTrail.objects.create(
            pgh_label="update", id=person.pk, agency_id=palu.pk, nip="1" * 18, kind="pns", full_name="Palsu", sex="female"
        )


@pytest.mark.parametrize("what", ["update", "delete"])
def test_a_trail_cannot_be_changed(palu: Agency, what: str) -> None:
    person = new_person(palu)
    rows = PersonTrail.objects.filter(id=person.pk)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        rows.update(full_name="Lain") if what == "update" else rows.delete()
    assert rows.get().full_name == "Ratna Contoh"


def test_reasons_nest_and_come_back(palu: Agency) -> None:
    with because("luar"):
        with because("dalam"):
            first = new_person(palu)
        second = new_person(palu, "198001012005012002")
    third = new_person(palu, "198001012005012003")
    whys = [history_of(Person, person.pk)[0].why for person in (first, second, third)]
    assert whys == ["dalam", "luar", ""]


def test_a_reason_ends_with_a_failure(palu: Agency) -> None:
    with pytest.raises(ZeroDivisionError), because("gagal"):
        raise ZeroDivisionError
    assert history_of(Person, new_person(palu).pk)[0].why == ""


def test_rollback_takes_the_trail_with_it(palu: Agency) -> None:
    mark = transaction.savepoint()
    new_person(palu)
    transaction.savepoint_rollback(mark)
    assert PersonTrail.objects.count() == 0


def test_dated_records_and_grants_are_followed(cast: Cast) -> None:
    person = cast.people["servant"]
    grade = GradeRecord.objects.create(agency=cast.palu, person=person, grade="III/a", valid_from=date(2020, 1, 1))
    GradeRecord.objects.filter(pk=grade.pk).update(valid_to=date(2024, 1, 1))
    assert [entry.kind for entry in history_of(GradeRecord, grade.pk)] == ["update", "insert"]
    grant = Grant.objects.get(user=cast.users["planner"])
    Grant.objects.filter(pk=grant.pk).update(valid_to=date(2026, 1, 1))
    changed, made = history_of(Grant, grant.pk)
    assert [change.field for change in changed.changes] == ["valid_to"]
    assert {change.field: change.after for change in made.changes}["role"] == Role.PLANNER


def test_an_account_is_followed_without_its_password(cast: Cast) -> None:
    user = cast.users["planner"]
    user.set_password("Sandi-panjang-2026")
    user.save()
    User.objects.filter(pk=user.pk).update(last_login=datetime.now(UTC))
    User.objects.filter(pk=user.pk).update(is_active=False)
    changed, made = history_of(User, user.pk)
    assert [change.field for change in changed.changes] == ["is_active"]
    assert "password" not in {change.field for change in made.changes}
    context.enter(cast.malang.pk, None)
    assert history_of(User, user.pk) == []


def test_only_requests_that_may_change_something_name_their_place(palu: Agency) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('matang.place', true)")
            return HttpResponse(cursor.fetchone()[0] or "")

    respond = PlaceMiddleware(view)
    with CaptureQueriesContext(connection) as queries:
        assert respond(RequestFactory().get("/daftar/")).content == b""
    assert len(queries) == 1
    assert respond(RequestFactory().post("/daftar/", REMOTE_ADDR="10.1.2.3")).content == b"POST /daftar/ 10.1.2.3"


def test_a_model_without_a_trail_is_named() -> None:
    with pytest.raises(LookupError):
        trail_of(Agency)
