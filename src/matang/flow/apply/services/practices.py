"""Keep the practice registry: a row for each adoption that was closed, said better, published, and credited."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.apply.choices import AdoptionResult, ConditionKind, ConditionNeed, PracticeResult
from matang.flow.apply.models import Adoption, AdoptionStep, Practice
from matang.flow.apply.permissions import may_be_credited, may_keep_practices, may_publish_practices
from matang.flow.apply.services.holding import hold
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.models import Agency

RESULTS = {
    AdoptionResult.APPLIED: PracticeResult.WORKED,
    AdoptionResult.PARTLY: PracticeResult.PARTLY,
    AdoptionResult.NOT_APPLIED: PracticeResult.FAILED,
}


def write_from_adoption(adoption: Adoption, step: AdoptionStep) -> Practice:
    """Keep what came of a closed adoption; closed again after a reopening, the result changes and the words stay."""
    recommendation = adoption.recommendation
    result = RESULTS[AdoptionResult(step.result)]
    there = [f"{one.get_kind_display()}: {one.there}" for one in recommendation.conditions.all() if one.there]
    said = {
        "title": recommendation.title,
        "what": recommendation.practice,
        "why": step.reason,
        "conditions": "\n".join(there),
        "cost_rupiah": recommendation.cost_rupiah,
        "government": Agency.objects.values_list("name", flat=True).get(pk=adoption.agency_id),
        "unit_name": adoption.unit.name,
        "person_id": recommendation.person_id,
        "origin_agency_id": recommendation.origin_agency_id,
        "origin_practice_id": recommendation.origin_practice_id,
        "origin_name": recommendation.seen_at,
    }
    always = {"result": result, "changed_at": now()}
    made, _new = Practice.objects.update_or_create(
        agency_id=adoption.agency_id,
        adoption=adoption,
        defaults=always | {"why": step.reason},
        create_defaults=said | always,
    )
    return made


@dataclass(frozen=True, slots=True)
class PracticeDetails:
    """What the registry says of a practice. ``needs``: a ``ConditionNeed`` by ``ConditionKind``; not named = unknown."""

    title: str
    topic: str = ""
    problem: str = ""
    what: str = ""
    why: str = ""
    conditions: str = ""
    cost_rupiah: int | None = None
    needs: dict[str, str] = field(default_factory=dict)


def describe_practice(*, actor: Actor, practice_id: int, details: PracticeDetails) -> Practice:
    """Say better what a practice is, why it worked or not, and what it needs.

    Raises:
        RefusedError: not a keeper, or not this agency's.
        ValidationError: a published practice without what was done and why.
    """
    with transaction.atomic():
        row = hold(actor, Practice, practice_id)
        require(may_keep_practices(actor))
        for name in ("title", "topic", "problem", "what", "why", "conditions"):
            setattr(row, name, getattr(details, name).strip())
        row.cost_rupiah, row.changed_at = details.cost_rupiah, now()
        for kind in ConditionKind.values:
            need = details.needs.get(kind, ConditionNeed.UNKNOWN)
            if need not in ConditionNeed.values:
                raise refuse(_("Syarat ini tidak ada dalam daftar."))
            setattr(row, f"need_{kind}", need)
        row.full_clean(exclude=["agency", "words"])
        row.save()
    return row


def publish_practice(*, actor: Actor, practice_id: int, published: bool) -> Practice:
    """Let every government read a practice, or take it back. Twice changes nothing.

    Raises:
        RefusedError: not allowed, or it doesn't say yet what was done and why it worked or not.
    """
    with transaction.atomic():
        row = hold(actor, Practice, practice_id)
        require(may_publish_practices(actor))
        if published and not (row.what.strip() and row.why.strip()):
            raise refuse(_("Tulis dulu apa yang dilakukan dan mengapa berhasil atau tidak."))
        if row.published != published:
            row.published, row.published_on, row.changed_at = published, today() if published else None, now()
            row.save()
    return row


def agree_to_credit(*, actor: Actor, practice_id: int, agreed: bool) -> Practice:
    """Let one's own name stand with a practice, or take it away. Only the person themselves may."""
    with transaction.atomic():
        row = hold(actor, Practice, practice_id)
        require(may_be_credited(actor, row.person_id))
        row.credited_name = row.person.display_name if agreed and row.person else ""
        row.changed_at = now()
        row.save()
    return row
