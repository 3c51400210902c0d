"""Two who act at the same moment on one journey: nothing is lost, nothing happens twice, and who comes second is told why."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from matang.flow.learn.models import (
    Agreement,
    LogEntry,
    Participant,
    Sending,
    SendingOrder,
    SendingStep,
    SignOff,
)
from matang.flow.learn.selectors.hosts.calendar import stays_of
from matang.flow.learn.selectors.hosts.conflicts import seat_conflicts
from matang.flow.learn.selectors.hosts.stays import Seats
from matang.flow.learn.services.daily.looking import sign_entries
from matang.flow.learn.services.daily.taking import SentEntry, take_entry
from matang.flow.learn.services.hosts.agreements import save_agreement
from matang.flow.learn.services.sendings import (
    Order,
    answer_request,
    choose_participant,
    close_sending,
    order_sending,
    return_from,
    start_sending,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.factories.journeys import Journey, submitted


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """Return the cast, seen by every connection."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        return build_cast(palu, malang)


Act = Callable[[], object]


def at_once(*acts: tuple[int, Act]) -> list[object]:
    """Do the acts at the same moment, each for its agency in a connection of its own; a refusal is a result, by its words."""
    barrier = Barrier(len(acts))

    def run(act: tuple[int, Act]) -> object:
        try:
            with transaction.atomic(), context.acting_in(act[0]):
                barrier.wait(timeout=20)
                return act[1]()
        except (RefusedError, ValidationError) as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(results: list[object]) -> list[str]:
    """Return what was refused."""
    return [result for result in results if isinstance(result, str)]


def agree_at_once(cast: Cast, made: Journey) -> None:
    """Two officers write down the same agreement: it stands once."""
    with transaction.atomic(), context.acting_in(cast.palu.pk):
        keeper = actor_of(cast.users["host_coordinator"])

    def agree() -> object:
        row = Agreement(agency_id=cast.palu.pk, host=made.host, number="PKS 1", title="Uji", starts_on=date(2026, 1, 1))
        row.our_party = row.their_party = "Dinas"
        return save_agreement(actor=keeper, agreement=row)

    stored = at_once(*[(cast.palu.pk, agree)] * 2)
    assert len(refusals(stored)) == 1
    with transaction.atomic(), context.acting_in(cast.palu.pk):
        assert Agreement.objects.count() == 1


def test_two_at_once_on_one_journey(committed: Cast) -> None:
    """Answers, orders, entries, sign-offs, closings and agreements, each by two at once."""
    cast, palu, malang = committed, committed.palu.pk, committed.malang.pk
    with transaction.atomic(), context.acting_in(palu):
        made = submitted(cast)
        mayor, head = actor_of(cast.users["appointing_official"]), actor_of(cast.users["unit_head"])
        intern, superior = actor_of(cast.users["civil_servant"]), actor_of(cast.users["direct_superior"])
        hr = actor_of(cast.users["hr_officer"])
        choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Kesenjangan")
        twin = Sending.objects.get(pk=made.sending.pk)
        twin.pk = None
        twin.save(force_insert=True)
    sending, pk = made.sending.pk, made.participant.pk
    with transaction.atomic(), context.acting_in(malang):
        hosting, host_mentor = actor_of(made.hosting), actor_of(made.host_mentor)
    # One seat, two agreements to receive at once: both stand, and the calendar tells of the seat that is missing.
    accepted = at_once(
        (malang, lambda: answer_request(actor=hosting, sending_id=sending, accept=True, reason="")),
        (malang, lambda: answer_request(actor=hosting, sending_id=twin.pk, accept=True, reason="")),
    )
    assert refusals(accepted) == []
    with transaction.atomic(), context.acting_in(malang):
        assert Decision.objects.filter(kind="learn.host_answered").count() == 2
        stays, first, last = stays_of(hosting), made.sending.starts_on, made.sending.ends_on
        (found,) = seat_conflicts(stays, [Seats(stays[0].unit, False, 1, first, last)], first, last)
        assert (found.seats, found.crowd.known, found.sure, len(found.stays)) == (1, 2, True, 2)

    ordered = at_once(*[(palu, lambda: order_sending(actor=mayor, sending_id=sending, order=Order("1", "Perlu")))] * 2)
    assert refusals(ordered) == ["Pengiriman berstatus “Surat tugas terbit” tidak dapat menjadi “Surat tugas terbit”."]
    with transaction.atomic(), context.acting_in(palu):
        assert (SendingOrder.objects.count(), Decision.objects.filter(kind="learn.ordered").count()) == (1, 1)
        Participant.objects.filter(pk=pk).update(host_mentor_account=made.host_mentor.pk, host_mentor_name="Mentor")
        Sending.objects.filter(pk=sending).update(starts_on=today() - timedelta(days=60), ends_on=today())
        start_sending(actor=head, sending_id=sending, day=today() - timedelta(days=60))

    day = today() - timedelta(days=40)
    texts = ("Mengukur aliran.", "Mengukur aliran dan debit.")
    sent = [SentEntry(pk, UUID(int=1), day, text, now(), attendance="present") for text in texts]
    kept = at_once(*[(palu, lambda one=one: take_entry(actor=intern, sent=one)) for one in sent])
    assert refusals(kept) == []
    with transaction.atomic(), context.acting_in(palu):
        rows = list(LogEntry.objects.order_by("version").values_list("version", "current", "done"))
        assert [row[:2] for row in rows] == [(1, False), (2, True)]
        assert {row[2] for row in rows} == set(texts)
        entry = LogEntry.objects.get(current=True).pk

    def sign(actor: object) -> Act:
        return lambda: sign_entries(actor=actor, participant_id=pk, entry_ids=[entry], kind="seen")  # type: ignore[arg-type]

    signed = at_once((palu, sign(superior)), (palu, sign(superior)), (malang, sign(host_mentor)))
    assert sorted(signed) == [0, 1, 1]
    with transaction.atomic(), context.acting_in(palu):
        assert sorted(SignOff.objects.values_list("side", "kind")) == [("home", "seen"), ("host", "seen")]
        return_from(actor=head, sending_id=sending, day=today() - timedelta(days=35))

    closed = at_once(*[(palu, lambda: close_sending(actor=hr, sending_id=sending, reason="Peserta pindah"))] * 2)
    assert refusals(closed) == ["Hanya pengiriman yang sudah kembali yang dapat ditutup."]
    with transaction.atomic(), context.acting_in(palu):
        assert SendingStep.objects.filter(sending=sending, after="closed").count() == 1
        assert Decision.objects.filter(kind="learn.closed").count() == 1

    agree_at_once(cast, made)
