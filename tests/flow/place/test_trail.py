"""Decisions, scenarios, standards and evidence leave a trail; what is computed from them does not."""

import pytest

from matang.flow.needs.models import CompetencyStatus, Evidence, PostStandard
from matang.flow.needs.public import set_standard
from matang.flow.place.models import PlacementDecision
from matang.flow.place.public import Verdict, decide
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost
from matang.foundation.audit.selectors import history_of
from matang.foundation.audit.tracking import trail_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.flow.place.sitting import advised
from tests.flow.plan.world import DAY, World


def test_a_decision_leaves_its_reason_on_every_row_it_touches(world: World) -> None:
    scenario, panel = world.scenario(submitted=True), world.actor("appointing_official")
    advised(world.cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    with acting_in(world.cast.palu.pk, panel.user_id):
        verdict = Verdict(world.people["budi"].pk, today(), "Pengalaman lapangan.", "SK-1")
        decision = decide(actor=panel, scenario_id=scenario.pk, post_id=world.vacant.pk, verdict=verdict)
    entries = [
        history_of(PlacementDecision, decision.pk)[0],
        history_of(ScenarioPost, scenario.posts.get().pk)[0],
        history_of(PlacementScenario, scenario.pk)[0],
    ]
    assert [(entry.kind, entry.actor_id, entry.why) for entry in entries] == [
        ("insert", panel.user_id, "Pengalaman lapangan."),
        ("update", panel.user_id, "Pengalaman lapangan."),
        ("update", panel.user_id, "Pengalaman lapangan."),
    ]


def test_another_agency_sees_no_entry(world: World) -> None:
    scenario = world.scenario()
    assert history_of(PlacementScenario, scenario.pk)
    with acting_in(world.cast.malang.pk):
        assert history_of(PlacementScenario, scenario.pk) == []


def test_evidence_written_in_bulk_and_standards_leave_a_trail(world: World) -> None:
    piece = Evidence.objects.filter(person=world.people["ani"]).first()
    assert piece is not None
    assert [entry.kind for entry in history_of(Evidence, piece.pk)] == ["insert"]
    asked = {"post_id": world.vacant.pk, "competency_id": world.codes["MAN.1"], "must": False}
    first = set_standard(actor=world.actor("hr_officer"), level=3, valid_from=DAY, **asked)
    set_standard(actor=world.actor("hr_officer"), level=4, valid_from=DAY.replace(month=4), **asked)
    assert [entry.kind for entry in history_of(PostStandard, first.pk)] == ["update", "insert"]


@pytest.mark.parametrize("model", [Proposal, CompetencyStatus])
def test_what_is_computed_keeps_no_trail(model: type) -> None:
    with pytest.raises(LookupError):
        trail_of(model)
