"""Make a development proposal, note how its computation goes, and submit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.plan.choices import DevelopmentState, PriorityGroup
from matang.flow.plan.models import DevelopmentProposal
from matang.flow.plan.models.development import HIGHEST_COST
from matang.flow.plan.permissions import may_plan_development
from matang.flow.plan.services.development.changes import changed_since, completed
from matang.flow.plan.services.sayings import Stored
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today

DEFAULT_PRIORITIES = {PriorityGroup.LEADERS: 2, PriorityGroup.SUPERVISORS: 2, PriorityGroup.EXPERTS: 1, PriorityGroup.STAFF: 1}
HIGHEST_PRIORITY = 10
MOST_ACTS = 20
MOST_HOURS = 2000


@dataclass(frozen=True, slots=True)
class DevelopmentQuestion:
    """What a development proposal asks; money in rupiah, ``most_hours`` None = no limit, ``min_share`` in percent."""

    name: str
    budget: int
    unit_id: int | None = None
    as_at: date | None = None
    most_acts: int = 2
    most_hours: int | None = None
    min_share: int = 0
    must_weight: int = 3
    priorities: Mapping[str, int] | None = None
    unsure: bool = False


def create_development(*, actor: Actor, question: DevelopmentQuestion) -> DevelopmentProposal:
    """Create a proposal over a unit and below (or the whole agency)."""
    unit = Unit.objects.get(pk=question.unit_id, agency_id=actor.agency_id) if question.unit_id else None
    require(may_plan_development(actor, unit.path if unit else ""))
    priorities = _priorities(question.priorities)
    _refuse_numbers(question)
    day = question.as_at or today()
    return DevelopmentProposal.objects.create(
        agency_id=actor.agency_id,
        name=question.name.strip() or _("Usulan pengembangan %(year)s") % {"year": day.year},
        as_at=day,
        unit=unit,
        budget=question.budget,
        most_acts=question.most_acts,
        most_hours=question.most_hours,
        min_share=question.min_share,
        must_weight=question.must_weight,
        priorities=priorities,
        unsure=question.unsure,
        created_by_id=actor.user_id,
        created_at=now(),
    )


def _priorities(given: Mapping[str, int] | None) -> dict[str, int]:
    """Return complete priorities; refuse unknown names, numbers outside 0–10, and priorities that are all zero."""
    found = {group.value: number for group, number in DEFAULT_PRIORITIES.items()}
    for name, number in (given or {}).items():
        if name not in PriorityGroup.values or not isinstance(number, int) or not 0 <= number <= HIGHEST_PRIORITY:
            raise RefusedError(Denied(_("Bobot kelompok jabatan harus bilangan bulat antara 0 dan 10.")))
        found[name] = number
    if not any(found.values()):
        raise RefusedError(Denied(_("Semua bobot kelompok nol: tidak ada kebutuhan yang dihitung. Beri bobot sedikitnya satu.")))
    return found


def _refuse_numbers(question: DevelopmentQuestion) -> None:
    if not 0 <= question.budget <= HIGHEST_COST:
        raise RefusedError(Denied(_("Anggaran antara 0 dan Rp1.000.000.000.000.")))
    if not 0 <= question.min_share <= 100:
        raise RefusedError(Denied(_("Bagian minimal antara 0 dan 100 persen.")))
    if not 1 <= question.most_acts <= MOST_ACTS:
        raise RefusedError(Denied(_("Kegiatan per orang antara 1 dan %(most)s.") % {"most": MOST_ACTS}))
    if question.most_hours is not None and not 1 <= question.most_hours <= MOST_HOURS:
        raise RefusedError(Denied(_("JP per orang antara 1 dan %(most)s.") % {"most": MOST_HOURS}))
    if not 1 <= question.must_weight <= HIGHEST_PRIORITY:
        raise RefusedError(Denied(_("Bobot syarat mutlak antara 1 dan 10.")))


def lock_development(agency_id: int | None, proposal_id: int) -> DevelopmentProposal:
    """Return the proposal and hold it until the transaction ends, so that two who act at once wait for each other."""
    found = DevelopmentProposal.objects.select_related("unit").select_for_update(of=("self",))
    return found.get(pk=proposal_id, agency_id=agency_id)


def queue_development(proposal: DevelopmentProposal, job_id: int | None) -> None:
    """Note that a job computes the proposal; None = the job noted before still waits."""
    proposal.state, proposal.fault, proposal.job_id = DevelopmentState.RUNNING, {}, job_id or proposal.job_id
    proposal.save(update_fields=["state", "fault", "job_id"])


def note_development_fault(agency_id: int, proposal_id: int, fault: Stored) -> None:
    """Say why a computation gave nothing; one that was submitted is left alone."""
    found = DevelopmentProposal.objects.filter(pk=proposal_id, agency_id=agency_id).exclude(state=DevelopmentState.PROPOSED)
    found.update(state=DevelopmentState.FAILED, fault=fault)


def submit_development(*, actor: Actor, proposal_id: int) -> DevelopmentProposal:
    """Submit a computed proposal that still fits the catalogue. Repeating changes nothing."""
    with transaction.atomic():
        proposal = lock_development(actor.agency_id, proposal_id)
        require(may_plan_development(actor, proposal.unit.path if proposal.unit else ""))
        if proposal.state == DevelopmentState.PROPOSED:
            return proposal
        if proposal.state != DevelopmentState.COMPUTED:
            raise RefusedError(Denied(_("Hanya usulan yang selesai dihitung dan lulus pemeriksaan yang dapat diajukan.")))
        if not proposal.lines.filter(act__isnull=False).exists():
            raise RefusedError(Denied(_("Usulan ini tidak memuat satu kegiatan pun, jadi tidak ada yang dapat diajukan.")))
        if changed_since(proposal):
            raise RefusedError(Denied(_("Katalog kegiatan berubah sejak usulan dihitung. Hitung ulang dahulu, lalu ajukan.")))
        proposal.result.acts = proposal.result.acts | completed(proposal)
        proposal.result.save(update_fields=["acts"])
        proposal.state, proposal.submitted_by_id, proposal.submitted_at = DevelopmentState.PROPOSED, actor.user_id, now()
        proposal.save(update_fields=["state", "submitted_by", "submitted_at"])
    return proposal


def delete_development(*, actor: Actor, proposal_id: int) -> None:
    """Remove a proposal that was not submitted."""
    with transaction.atomic():
        proposal = lock_development(actor.agency_id, proposal_id)
        require(may_plan_development(actor, proposal.unit.path if proposal.unit else ""))
        if proposal.state == DevelopmentState.PROPOSED:
            raise RefusedError(Denied(_("Usulan yang sudah diajukan tidak dapat dihapus.")))
        proposal.delete()
