"""Decisions: confirm, override, conflict, repeat, stale, undo; a refusal changes nothing."""

from datetime import date, timedelta

import pytest

from matang.flow.place.models import PlacementDecision
from matang.flow.place.public import Verdict, decide, undo
from matang.flow.plan.public import PlacementScenario, own_proposals
from matang.flow.register.models import Incumbency
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World


def later(days: int = 10) -> date:
    return today() + timedelta(days=days)


def holder(world: World, day: date) -> str | None:
    row = Incumbency.objects.filter(post=world.vacant).as_at(day).select_related("person").first()
    return row.person.full_name if row else None


@pytest.fixture
def before(world: World) -> PlacementScenario:
    """Return a scenario that lies before the panel."""
    scenario = world.scenario(submitted=True)
    advised(world.cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    return scenario


def say(
    world: World, scenario: PlacementScenario, name: str | None, reason: str = "", by: str = "appointing_official"
) -> PlacementDecision:
    person = world.people[name].pk if name else None
    verdict = Verdict(person, later() if name else None, reason)
    return decide(actor=world.actor(by), scenario_id=scenario.pk, post_id=world.vacant.pk, verdict=verdict)


def test_the_register_shows_a_confirmed_move_from_its_effective_date(world: World, before: PlacementScenario) -> None:
    decision = say(world, before, "ani")
    assert (decision.outcome, decision.cost, decision.person.full_name) == ("confirmed", 0, "Ani")
    assert (holder(world, today()), holder(world, later())) == (None, "Ani")
    old = Incumbency.objects.get(person=world.people["ani"], post__name="Jabatan Ani")
    assert old.valid_to == later()
    before.refresh_from_db()
    assert before.state == "decided"
    assert verify_chain(world.cast.palu.pk).ok


def test_an_override_needs_a_reason_and_keeps_its_cost(world: World, before: PlacementScenario) -> None:
    with pytest.raises(RefusedError, match="harus disertai alasan"):
        say(world, before, "budi", "  ")
    assert (PlacementDecision.objects.count(), Decision.objects.count(), holder(world, later())) == (0, 3, None)
    decision = say(world, before, "budi", "Memimpin pemulihan layanan tahun lalu.")
    assert (decision.outcome, decision.cost, decision.proposed_person.full_name) == ("overridden", 10, "Ani")
    assert Decision.objects.get(pk=decision.log_id).reason == "Memimpin pemulihan layanan tahun lalu."


def test_leaving_a_post_vacant_needs_a_reason_and_moves_nobody(world: World, before: PlacementScenario) -> None:
    with pytest.raises(RefusedError):
        say(world, before, None)
    decision = say(world, before, None, "Menunggu penataan organisasi.")
    assert (decision.outcome, decision.effective_from, holder(world, later())) == ("left_vacant", None, None)


def test_the_same_verdict_twice_is_one_decision_and_another_is_refused(world: World, before: PlacementScenario) -> None:
    first = say(world, before, "ani")
    assert say(world, before, "ani").pk == first.pk
    with pytest.raises(RefusedError, match="sudah diputus"):
        say(world, before, "budi", "Berubah pikiran.")
    assert PlacementDecision.objects.count() == 1


@pytest.mark.parametrize("name", ["panel_member", "hr_officer", "planner", "auditor", "unit_head", "civil_servant"])
def test_only_the_appointing_official_decides(world: World, before: PlacementScenario, name: str) -> None:
    with pytest.raises(RefusedError):
        say(world, before, "ani", by=name)
    assert (PlacementDecision.objects.count(), holder(world, later())) == (0, None)


def test_a_candidate_does_not_decide_on_their_own_post(world: World, before: PlacementScenario) -> None:
    User.objects.filter(username="appointing_official").update(person_id=world.people["budi"].pk)
    world.cast.users["appointing_official"].refresh_from_db()
    with pytest.raises(RefusedError, match="termasuk calon"):
        say(world, before, "ani")
    assert PlacementDecision.objects.count() == 0


def test_a_stranger_to_the_shortlist_is_refused(world: World, before: PlacementScenario) -> None:
    with pytest.raises(RefusedError, match="tidak ada dalam daftar calon"):
        say(world, before, "dedi", "Orang saya.")
    assert PlacementDecision.objects.count() == 0


def test_a_stale_proposal_is_refused_with_the_reason(world: World, before: PlacementScenario) -> None:
    Incumbency.objects.filter(person=world.people["dedi"]).update(valid_to=later(1))
    Incumbency.objects.create(
        agency=world.cast.palu, person=world.people["dedi"], post=world.vacant, sole=True, valid_from=later(1)
    )
    with pytest.raises(RefusedError, match="telah diisi"):
        say(world, before, "ani")
    assert (PlacementDecision.objects.count(), holder(world, later())) == (0, "Dedi")


def test_a_scenario_that_was_not_submitted_is_not_decided(world: World) -> None:
    with pytest.raises(RefusedError, match="belum diajukan"):
        say(world, world.scenario(), "ani")


def test_undo_before_the_day_puts_everything_back(world: World, before: PlacementScenario) -> None:
    rows = list(Incumbency.objects.order_by("id").values_list("id", "person", "post", "valid_from", "valid_to"))
    decision = say(world, before, "ani")
    with pytest.raises(RefusedError, match="alasan pembatalan"):
        undo(actor=world.actor("appointing_official"), decision_id=decision.pk, reason="")
    undone = undo(actor=world.actor("appointing_official"), decision_id=decision.pk, reason="Berkas belum lengkap.")
    assert (undone.state, undone.undo_reason) == ("undone", "Berkas belum lengkap.")
    assert list(Incumbency.objects.order_by("id").values_list("id", "person", "post", "valid_from", "valid_to")) == rows
    assert say(world, before, "budi", "Berkas Budi lengkap.").outcome == "overridden"
    assert verify_chain(world.cast.palu.pk).count == 6


def test_a_decision_in_effect_is_not_undone(world: World, before: PlacementScenario) -> None:
    verdict = Verdict(world.people["ani"].pk, today())
    decision = decide(actor=world.actor("appointing_official"), scenario_id=before.pk, post_id=world.vacant.pk, verdict=verdict)
    with pytest.raises(RefusedError, match="sudah berlaku"):
        undo(actor=world.actor("appointing_official"), decision_id=decision.pk, reason="Terlambat.")
    assert holder(world, today()) == "Ani"


def test_people_read_their_own_reasons_only_after_the_decision(world: World, before: PlacementScenario) -> None:
    User.objects.filter(username="civil_servant").update(person_id=world.people["budi"].pk)
    world.cast.users["civil_servant"].refresh_from_db()
    assert list(own_proposals(world.actor("civil_servant"))) == []
    say(world, before, "ani")
    assert [row.person_id for row in own_proposals(world.actor("civil_servant"))] == [world.people["budi"].pk]
    assert list(own_proposals(world.actor("other_servant"))) == []
