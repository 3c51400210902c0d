"""Large proposals are computed by a job; what goes wrong is told, and nothing is lost."""

import pytest
from django.urls import reverse

from matang.flow.plan import jobs
from matang.flow.plan.models import DevelopmentProposal
from matang.flow.plan.pages.development import proposals
from matang.flow.plan.public import DevelopmentQuestion, create_development
from matang.foundation.jobs.running import KeptError
from tests.flow.plan.development.office import MILLION, Office
from tests.flow.plan.world import DAY
from tests.http import ActorClient


def waiting(office: Office, monkeypatch: pytest.MonkeyPatch) -> DevelopmentProposal:
    """Return a proposal whose computation was left to a job."""
    monkeypatch.setattr(proposals, "INLINE_PEOPLE", 1)
    planner = office.world.actor("planner")
    made = create_development(actor=planner, question=DevelopmentQuestion("Besar", 15 * MILLION, as_at=DAY))
    answer = ActorClient(office.world.cast.users["planner"]).post(reverse("plan:development_compute", args=[made.pk]))
    assert answer.status_code == 302
    made.refresh_from_db()
    return made


def run(office: Office, proposal: DevelopmentProposal) -> None:
    """Do the job's work now."""
    planner = office.world.cast.users["planner"]
    jobs.develop(agency_id=office.world.cast.palu.pk, actor_id=planner.pk, proposal_id=proposal.pk)


def test_a_job_computes_and_pressing_twice_queues_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    made = waiting(office, monkeypatch)
    assert made.state == "running"
    first = made.job_id
    assert first is not None
    asker = ActorClient(office.world.cast.users["planner"])
    asker.post(reverse("plan:development_compute", args=[made.pk]))
    made.refresh_from_db()
    assert made.job_id == first
    page = asker.get(reverse("plan:development", args=[made.pk])).content.decode()
    assert "Menunggu giliran" in page
    assert "HX-Refresh" not in asker.get(reverse("plan:development_progress", args=[made.pk]))
    run(office, made)
    made.refresh_from_db()
    assert (made.state, made.job_id, made.result.value) == ("computed", None, 10)
    assert asker.get(reverse("plan:development_progress", args=[made.pk]))["HX-Refresh"] == "true"


def test_a_fault_is_kept_on_the_proposal_and_can_be_tried_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    made = waiting(office, monkeypatch)
    with monkeypatch.context() as broken:
        broken.setattr("matang.flow.plan.services.development.computing.allocate", lambda *_args, **_named: 1 // 0)
        with pytest.raises(KeptError):
            run(office, made)
    made.refresh_from_db()
    assert made.state == "failed"
    page = ActorClient(office.world.cast.users["planner"]).get(reverse("plan:development", args=[made.pk])).content.decode()
    assert "Perhitungan gagal (ZeroDivisionError)" in page
    assert made.lines.count() == 0
    run(office, made)
    made.refresh_from_db()
    assert made.state == "computed"


def test_a_result_that_fails_its_check_is_not_published(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from matang.flow.plan.services.development import computing

    honest = computing.allocate
    monkeypatch.setattr(computing, "allocate", lambda problem, **named: replace(honest(problem, **named), value=99))
    made = office.proposal(15 * MILLION)
    assert made.state == "failed"
    page = ActorClient(office.world.cast.users["planner"]).get(reverse("plan:development", args=[made.pk])).content.decode()
    assert "Nilai tertulis 99, hasil hitung ulang 10." in page
    assert made.lines.count() == 0
    assert not hasattr(DevelopmentProposal.objects.get(pk=made.pk), "result")
