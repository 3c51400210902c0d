"""Objections: only from those concerned, within working days, answered once, on the chained log."""

from datetime import date, timedelta

import pytest
import time_machine

from matang.flow.place.models import Objection, PlacementDecision
from matang.flow.place.public import Verdict, decide
from matang.flow.place.services.objections import answer_objection, clock, object_to, withdraw_objection
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from tests.cast import Cast
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
GROUNDS = "Sertifikat saya tahun lalu belum dihitung."
DECIDED = "2026-03-03 02:00:00+00:00"


@pytest.fixture
def decision(world: World) -> PlacementDecision:
    """Return the decision for Ani, on Tuesday 3 March 2026 in Palu."""
    with time_machine.travel(DECIDED, tick=False):
        scenario = world.scenario(submitted=True)
        advised(world.cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
        return decide(
            actor=world.actor("appointing_official"), scenario_id=scenario.pk, post_id=world.vacant.pk,
            verdict=Verdict(world.people["ani"].pk, date(2026, 3, 3), "Sesuai usulan.", "1"),
        )  # fmt: skip


def as_person(world: World, name: str) -> Actor:
    user = world.cast.users["civil_servant"]
    user.person_id = world.people[name].pk
    user.save()
    return actor_of(user)


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_a_runner_up_objects_and_the_clock_runs_in_working_days(world: World, decision: PlacementDecision) -> None:
    made = object_to(actor=as_person(world, "budi"), decision_id=decision.pk, grounds=f"  {GROUNDS} ")
    assert (made.grounds, made.state) == (GROUNDS, "filed")
    assert made.answer_due == clock(world.cast.palu.pk, "answer", date(2026, 3, 4)).due
    assert clock(world.cast.palu.pk, "answer", date(2026, 3, 4)).days == 10
    assert verify_chain(world.cast.palu.pk).ok


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_sent_twice_it_is_one_objection_and_one_entry(world: World, decision: PlacementDecision) -> None:
    budi = as_person(world, "budi")
    first, second = (object_to(actor=budi, decision_id=decision.pk, grounds=GROUNDS) for _ in range(2))
    assert first.pk == second.pk
    assert Decision.objects.filter(kind="place.objected").count() == 1


def test_the_last_working_day_is_in_time_and_the_next_is_not(world: World, decision: PlacementDecision) -> None:
    term = clock(world.cast.palu.pk, "file", date(2026, 3, 3))
    assert (term.days, term.article, term.unverified) == (21, "UU 30/2014 pasal 77", True)
    budi = as_person(world, "budi")
    with time_machine.travel(f"{term.due + timedelta(days=1)} 02:00:00+00:00", tick=False):
        with pytest.raises(RefusedError, match="Tenggat keberatan sudah lewat"):
            object_to(actor=budi, decision_id=decision.pk, grounds=GROUNDS)
        assert Objection.objects.count() == 0
    with time_machine.travel(f"{term.due} 15:59:00+00:00", tick=False):
        assert object_to(actor=budi, decision_id=decision.pk, grounds=GROUNDS).state == "filed"


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
@pytest.mark.parametrize("who", ["dedi", "planner", "malang_officer"])
def test_nobody_objects_who_was_not_looked_at(world: World, decision: PlacementDecision, who: str) -> None:
    actor = as_person(world, who) if who == "dedi" else world.actor(who)
    with pytest.raises(RefusedError, match="ikut dipertimbangkan"):
        object_to(actor=actor, decision_id=decision.pk, grounds=GROUNDS)
    assert Objection.objects.count() == 0


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_an_objection_without_words_is_refused(world: World, decision: PlacementDecision) -> None:
    with pytest.raises(RefusedError, match="Tulis alasan"):
        object_to(actor=as_person(world, "budi"), decision_id=decision.pk, grounds=" ")
    assert Objection.objects.count() == 0


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_it_is_answered_once_with_an_explanation_by_whoever_decides(world: World, decision: PlacementDecision) -> None:
    made = object_to(actor=as_person(world, "budi"), decision_id=decision.pk, grounds=GROUNDS)
    mayor = world.actor("appointing_official")
    with pytest.raises(RefusedError):
        answer_objection(actor=world.actor("panel_member"), objection_id=made.pk, outcome="rejected", answer="Tidak.")
    with pytest.raises(RefusedError, match="penjelasan"):
        answer_objection(actor=mayor, objection_id=made.pk, outcome="rejected", answer=" ")
    with pytest.raises(RefusedError, match="Pilih jawabannya"):
        answer_objection(actor=mayor, objection_id=made.pk, outcome="maybe", answer="Ya.")
    made.refresh_from_db()
    assert (made.state, made.answer) == ("filed", "")
    for _ in range(2):
        done = answer_objection(actor=mayor, objection_id=made.pk, outcome="rejected", answer="Sudah dihitung.")
    assert (done.state, done.outcome, done.answered_by_id) == ("answered", "rejected", mayor.user_id)
    assert Decision.objects.filter(kind="place.objection_answered").count() == 1
    with pytest.raises(RefusedError, match="sudah dijawab"):
        answer_objection(actor=mayor, objection_id=made.pk, outcome="upheld", answer="Berubah.")
    assert PlacementDecision.objects.get().state == "stands"
    assert verify_chain(world.cast.palu.pk).ok


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_it_can_be_taken_back_and_filed_again_until_it_is_answered(world: World, decision: PlacementDecision) -> None:
    budi = as_person(world, "budi")
    made = object_to(actor=budi, decision_id=decision.pk, grounds=GROUNDS)
    assert withdraw_objection(actor=budi, objection_id=made.pk).state == "withdrawn"
    again = object_to(actor=budi, decision_id=decision.pk, grounds="Lagi.")
    assert again.pk != made.pk
    answer_objection(actor=world.actor("appointing_official"), objection_id=again.pk, outcome="upheld", answer="Benar.")
    with pytest.raises(RefusedError, match="sudah dijawab"):
        withdraw_objection(actor=budi, objection_id=again.pk)


@time_machine.travel("2026-03-04 02:00:00+00:00", tick=False)
def test_pages_own_only_list_and_answer(cast: Cast, world: World, decision: PlacementDecision) -> None:
    as_person(world, "budi")
    own = ActorClient(cast.users["civil_servant"])
    page = f"/penetapan/putusan/{decision.pk}/keberatan/"
    assert "Dasar:" in own.get(page).content.decode()
    sent = own.post(page, {"grounds": GROUNDS})
    objection = Objection.objects.get()
    assert sent["Location"] == f"/penetapan/keberatan/{objection.pk}/"
    assert own.get(page)["Location"] == sent["Location"]
    assert GROUNDS in own.get(sent["Location"]).content.decode()
    assert own.get("/penetapan/keberatan/").status_code == 403
    mayor = ActorClient(cast.users["appointing_official"])
    assert "Budi" in mayor.get("/penetapan/keberatan/").content.decode()
    answered = mayor.post(sent["Location"], {"outcome": "rejected", "answer": "Sudah dihitung."})
    assert answered.status_code == 302
    assert "Sudah dihitung." in own.get(sent["Location"]).content.decode()
    as_person(world, "citra")
    assert ActorClient(cast.users["civil_servant"]).get(sent["Location"]).status_code == 404
    assert ActorClient(cast.users["malang_officer"]).get(sent["Location"]).status_code == 404
