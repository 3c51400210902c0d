"""Requests as the host reads them: cards only, its own conflicts, its answer; and the light form of a study visit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matang.flow.learn.choices import HostAnswer
from matang.flow.learn.models import HostVisit, Sending, VisitBrief
from matang.flow.learn.selectors.gate import missing_of
from matang.flow.learn.services.hosts.visits import save_visit
from matang.flow.learn.services.sendings import (
    receive_sending,
    say_brief,
    say_guest_feedback,
    say_host_feedback,
    submit_sending,
    take_back,
)
from matang.flow.register.models import Person
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import Journey, ordered, prepare, submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
LIST = "/belajar/permintaan/"


def test_a_coordinator_reads_the_request_and_answers_it(cast: Cast) -> None:
    made = submitted(cast)
    client = ActorClient(made.hosting)
    assert made.sending.title in client.get(LIST).content.decode()
    path = f"{LIST}{made.sending.pk}/"
    page = client.get(path).content.decode()
    assert "Tidak ada bentrok di kalender yang diketahui." in page
    assert "Nurul Pegawai" not in page
    assert client.post(f"{path}jawab/", {"answer": "declined", "reason": ""}).status_code == 302
    made.sending.refresh_from_db()
    assert made.sending.host_answer == HostAnswer.ASKED
    assert client.post(f"{path}jawab/", {"answer": "declined", "reason": "Kursi penuh."}).status_code == 302
    made.sending.refresh_from_db()
    assert (made.sending.host_answer, made.sending.host_answer_reason) == (HostAnswer.DECLINED, "Kursi penuh.")
    with acting_in(cast.malang.pk, made.hosting.pk):
        assert Decision.objects.filter(agency=cast.malang, kind="learn.host_answered").count() == 1


def test_only_the_host_asked_reads_a_request(cast: Cast) -> None:
    made = submitted(cast)
    path = f"{LIST}{made.sending.pk}/"
    assert ActorClient(cast.users["host_coordinator"]).get(path).status_code == 404
    assert ActorClient(made.host_mentor).get(LIST).status_code == 403
    assert ActorClient(cast.users["unit_head"]).get(LIST).status_code == 403
    assert made.sending.title not in ActorClient(cast.users["host_coordinator"]).get(LIST).content.decode()


def test_after_the_order_the_host_reads_the_card_and_nothing_of_the_register(cast: Cast) -> None:
    made = ordered(cast)
    page = ActorClient(made.hosting).get(f"{LIST}{made.sending.pk}/").content.decode()
    assert "Nurul Pegawai" in page
    assert cast.people["servant"].nip not in page
    assert "Kesenjangan terbesar" not in page
    with acting_in(cast.malang.pk, made.hosting.pk):
        assert Person.objects.filter(agency=cast.palu).count() == 0


def test_a_conflict_with_our_own_calendar_is_named(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.hosting.pk):
        save_visit(
            actor=actor_of(made.hosting),
            visit=HostVisit(
                agency=cast.malang, kind="internship", guest="Kota Lain", unit_name="Dinas Pekerjaan Umum", people=2,
                starts_on=made.sending.starts_on, ends_on=made.sending.ends_on,
            ),
        )  # fmt: skip
    assert "1 bentrok" in ActorClient(made.hosting).get(LIST).content.decode()
    page = ActorClient(made.hosting).get(f"{LIST}{made.sending.pk}/").content.decode()
    assert "3 orang, jumlah kursi belum diketahui" in page


def test_the_host_says_unit_and_contact_once_it_accepted(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.hosting.pk), pytest.raises(RefusedError, match="setelah permintaan diterima"):
        receive_sending(actor=actor_of(made.hosting), sending_id=made.sending.pk, host_unit="X", host_contact="Y")
    ActorClient(made.hosting).post(f"{LIST}{made.sending.pk}/jawab/", {"answer": "accepted"})
    ActorClient(made.hosting).post(
        f"{LIST}{made.sending.pk}/terima/", {"host_unit": "Bidang Air", "host_contact": "Sekretariat dinas"}
    )
    made.sending.refresh_from_db()
    assert (made.sending.host_unit, made.sending.host_contact) == ("Bidang Air", "Sekretariat dinas")


def test_the_list_takes_as_many_queries_for_many_requests(cast: Cast) -> None:
    made = submitted(cast)
    counts = []
    for number in (0, 5):
        for _copy in range(number):
            copy = Sending.objects.get(pk=made.sending.pk)
            copy.pk = None
            copy.save(force_insert=True)
        client = ActorClient(made.hosting)
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def visit(cast: Cast) -> Journey:
    """Make a draft of a study visit."""
    made = prepare(cast, days=1)
    Sending.objects.filter(pk=made.sending.pk).update(kind="study_visit", seats=31)
    made.sending.refresh_from_db()
    return made


def test_a_study_visit_asks_for_questions_and_what_to_take_home(cast: Cast) -> None:
    made = visit(cast)
    assert [row.code for row in missing_of(made.sending, today())] == ["questions", "take_home"]
    head = actor_of(cast.users["unit_head"])
    say_brief(actor=head, sending_id=made.sending.pk, questions="Berapa lama menunggu?", take_home="Alur kerja")
    assert missing_of(made.sending, today()) == []
    with acting_in(cast.malang.pk):
        assert VisitBrief.objects.count() == 0
    submit_sending(actor=head, sending_id=made.sending.pk)
    assert "Berapa lama menunggu?" in ActorClient(made.hosting).get(f"{LIST}{made.sending.pk}/").content.decode()
    take_back(actor=head, sending_id=made.sending.pk, reason="Salah tanggal")
    with acting_in(cast.malang.pk):
        assert VisitBrief.objects.count() == 0


def test_guests_and_host_write_their_own_feedback_after_the_visit_began(cast: Cast) -> None:
    made = visit(cast)
    head = actor_of(cast.users["unit_head"])
    say_brief(actor=head, sending_id=made.sending.pk, questions="Apa?", take_home="Alur")
    submit_sending(actor=head, sending_id=made.sending.pk)
    with pytest.raises(RefusedError, match="setelah rombongan berangkat"):
        say_guest_feedback(actor=head, sending_id=made.sending.pk, words="Baik")
    Sending.objects.filter(pk=made.sending.pk).update(state="under_way")
    say_guest_feedback(actor=head, sending_id=made.sending.pk, words="Dua pertanyaan terjawab.")
    with acting_in(cast.malang.pk, made.hosting.pk):
        say_host_feedback(actor=actor_of(made.hosting), sending_id=made.sending.pk, words="Tamu datang siap.")
    brief = VisitBrief.objects.get()
    assert (brief.guest_feedback, brief.host_feedback, brief.agency_id) == (
        "Dua pertanyaan terjawab.", "Tamu datang siap.", cast.palu.pk,
    )  # fmt: skip
    assert "Tamu datang siap." in ActorClient(cast.users["unit_head"]).get(f"/belajar/{made.sending.pk}/").content.decode()
