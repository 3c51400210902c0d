"""Candidates: ranked by gap, commitment, effect and time left; unproven is not below; a person speaks for themselves."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matang.flow.learn.models import Participant
from matang.flow.learn.selectors.selection import CandidateQuestion, Group, asked_for, candidates_of
from matang.flow.learn.services.selection import commit_myself, put_forward, say_effect, withdraw_myself
from matang.flow.learn.services.sendings import NewParticipant, add_participant, choose_participant, drop_participant
from matang.flow.needs.public import NewEvidence, record_evidence
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast, make_person
from tests.factories.journeys import Journey, ordered, prepare
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def shown(cast: Cast, made: Journey, person: str, level: int) -> None:
    """Record sure evidence of a level."""
    new = NewEvidence(cast.people[person].pk, made.competency.pk, level, "assessment_centre", today())
    record_evidence(actor=actor_of(cast.users["hr_officer"]), piece=new)


def names(cast: Cast, made: Journey, **question: str) -> list[tuple[str, Group, int | None]]:
    """Return who is listed, in order."""
    rows = candidates_of(actor_of(cast.users["unit_head"]), made.sending, made.competency.pk, today())
    return [(row.name, row.group, row.gap) for row in asked_for(rows, CandidateQuestion(**question))]


def test_who_is_unproven_stands_apart_from_who_is_below(cast: Cast) -> None:
    made = prepare(cast)
    shown(cast, made, "superior", 1)
    assert names(cast, made) == [("Sitti Atasan", Group.BELOW, 1), ("Nurul Pegawai", Group.NO_EVIDENCE, None)]
    shown(cast, made, "servant", 1)
    assert names(cast, made) == [("Sitti Atasan", Group.BELOW, 1)]
    assert names(cast, made, group="all") == [("Sitti Atasan", Group.BELOW, 1), ("Nurul Pegawai", Group.ENOUGH, 0)]
    assert names(cast, made, group="all", text="nurul puskesmas") == [("Nurul Pegawai", Group.ENOUGH, 0)]


def test_a_written_commitment_goes_before_more_time_left(cast: Cast) -> None:
    made = prepare(cast)
    young = make_person(cast.palu, "199901012020012099", "Zahra Muda", cast.units["clinic"], "Pengolah Data")
    assert [row[0] for row in names(cast, made, group="no_evidence")] == ["Nurul Pegawai", "Zahra Muda", "Sitti Atasan"]
    drop_participant(actor=actor_of(cast.users["unit_head"]), participant_id=made.participant.pk)
    assert next(row[0] for row in names(cast, made, group="no_evidence")) == young.full_name


def test_the_list_takes_as_many_queries_for_many_people(cast: Cast) -> None:
    made = prepare(cast)
    client = ActorClient(cast.users["unit_head"])
    path = f"/belajar/{made.sending.pk}/calon/?kompetensi={made.competency.pk}&kelompok=all"
    counts = []
    for number in (0, 8):
        for extra in range(number):
            make_person(
                cast.palu, f"19900101201501{3000 + extra}", f"Orang {extra}", cast.units["clinic"], f"Pengolah Data {extra}"
            )
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_one_click_puts_somebody_forward_with_their_superior_as_mentor(cast: Cast) -> None:
    made = prepare(cast)
    head = actor_of(cast.users["unit_head"])
    drop_participant(actor=head, participant_id=made.participant.pk)
    for _twice in range(2):
        row = put_forward(
            actor=head, sending_id=made.sending.pk, person_id=cast.people["servant"].pk, competency_id=made.competency.pk
        )
    assert (row.mentor_id, row.competency_id, row.state) == (cast.people["superior"].pk, made.competency.pk, "candidate")
    assert Participant.objects.count() == 1


def test_nobody_of_another_unit_is_put_forward(cast: Cast) -> None:
    made = prepare(cast)
    with pytest.raises(RefusedError):
        put_forward(
            actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk, person_id=cast.people["other"].pk,
            competency_id=None,
        )  # fmt: skip
    assert Participant.objects.count() == 1


def test_a_person_writes_their_own_commitment_and_the_unit_does_not_rewrite_it(cast: Cast) -> None:
    made = prepare(cast)
    servant, head = actor_of(cast.users["civil_servant"]), actor_of(cast.users["unit_head"])
    row = commit_myself(actor=servant, participant_id=made.participant.pk, words="  Saya merawat instalasinya. ")
    assert row.commitment == "Saya merawat instalasinya."
    assert row.committed_at is not None
    add_participant(
        actor=head, sending_id=made.sending.pk,
        new=NewParticipant(row.person_id, row.mentor_id, made.competency.pk, "Kata orang lain."),
    )  # fmt: skip
    row.refresh_from_db()
    assert row.commitment == "Saya merawat instalasinya."
    page = ActorClient(cast.users["civil_servant"]).get("/belajar/diajukan/").content.decode()
    assert "Saya merawat instalasinya." in page
    with pytest.raises(RefusedError, match="pegawai itu sendiri"):
        commit_myself(actor=head, participant_id=row.pk, words="Kata kepala.")
    row.refresh_from_db()
    assert row.commitment == "Saya merawat instalasinya."


def test_who_withdraws_is_not_chosen_until_put_forward_again(cast: Cast) -> None:
    made = prepare(cast)
    head, servant = actor_of(cast.users["unit_head"]), actor_of(cast.users["civil_servant"])
    with pytest.raises(RefusedError, match="mengapa"):
        withdraw_myself(actor=servant, participant_id=made.participant.pk, reason=" ")
    withdraw_myself(actor=servant, participant_id=made.participant.pk, reason="Merawat orang tua.")
    with pytest.raises(RefusedError, match="mengundurkan diri"):
        choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Tetap.")
    made.participant.refresh_from_db()
    assert (made.participant.state, made.participant.state_reason) == ("withdrawn", "Merawat orang tua.")
    row = put_forward(actor=head, sending_id=made.sending.pk, person_id=made.participant.person_id, competency_id=None)
    assert row.state == "candidate"


def test_after_the_order_nothing_is_said_any_more(cast: Cast) -> None:
    made = ordered(cast)
    servant, head = actor_of(cast.users["civil_servant"]), actor_of(cast.users["unit_head"])
    for work in (
        lambda: commit_myself(actor=servant, participant_id=made.participant.pk, words="Baru"),
        lambda: withdraw_myself(actor=servant, participant_id=made.participant.pk, reason="Baru"),
        lambda: say_effect(actor=head, participant_id=made.participant.pk, effect="Baru"),
    ):
        with pytest.raises(RefusedError):
            work()
    made.participant.refresh_from_db()
    assert (made.participant.state, made.participant.effect) == ("chosen", "")
    page = ActorClient(cast.users["civil_servant"]).get("/belajar/diajukan/").content.decode()
    assert "Kesenjangan terbesar." in page
