"""Read the needs of units."""

from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from matang.flow.needs.choices import NeedState, Urgency
from matang.flow.needs.models import NeedStep, UnitNeed
from matang.flow.needs.permissions import OVERVIEW_ROLES
from matang.foundation.access.actor import Actor

URGENCY = {Urgency.HIGH: 0, Urgency.NORMAL: 1, Urgency.LOW: 2}
SORTS: dict[str, tuple[object, ...]] = {
    "baru": ("-opened_at", "-id"),
    "lama": ("opened_at", "id"),
    "urgensi": ("rank", "-opened_at", "-id"),
    "orang": (F("people_affected").desc(nulls_last=True), "-opened_at", "-id"),
    "unit": ("unit__name", "-opened_at", "-id"),
}


@dataclass(frozen=True, slots=True)
class NeedQuestion:
    """What a list of needs was asked for. Empty fields do not filter; ``state`` may be ``all``."""

    text: str = ""
    unit_path: str = ""
    competency_id: int | None = None
    state: str = ""
    urgency: str = ""
    sort: str = "urgensi"


def needs_visible_to(actor: Actor) -> QuerySet[UnitNeed]:
    """Return the needs of the units that the actor reads, newest first."""
    needs = UnitNeed.objects.filter(agency_id=actor.agency_id).select_related("unit", "competency", "owner")
    scope = actor.scope(*OVERVIEW_ROLES)
    if scope.everything:
        return needs
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(unit__path__startswith=path)
    return needs.filter(inside)


def needs_asked(actor: Actor, question: NeedQuestion) -> QuerySet[UnitNeed]:
    """Return the needs that the actor sees and the question asks for, in its order. No state = those not settled."""
    needs = needs_visible_to(actor)
    if question.state in NeedState.values:
        needs = needs.filter(state=question.state)
    elif question.state != "all":
        needs = needs.filter(state__in=(NeedState.OPEN, NeedState.UNDER_WAY))
    if question.unit_path:
        needs = needs.filter(unit__path__startswith=question.unit_path)
    if question.competency_id:
        needs = needs.filter(competency_id=question.competency_id)
    if question.urgency:
        needs = needs.filter(urgency=question.urgency)
    for word in question.text.split():
        said = Q(what__icontains=word) | Q(why__icontains=word) | Q(wished__icontains=word) | Q(aim__icontains=word)
        needs = needs.filter(said | Q(competency__name__icontains=word) | Q(unit__name__icontains=word))
    if question.sort == "urgensi":
        ranks = [When(urgency=key, then=Value(rank)) for key, rank in URGENCY.items()]
        needs = needs.annotate(rank=Case(*ranks, default=Value(1), output_field=IntegerField()))
    return needs.order_by(*SORTS[question.sort])


def need_visible_to(actor: Actor, need_id: int) -> UnitNeed | None:
    """Return the need when the actor sees it, else None."""
    return needs_visible_to(actor).select_related("opened_by", "serves").filter(pk=need_id).first()


def steps_of(need: UnitNeed) -> QuerySet[NeedStep]:
    """Return what became of a need, newest first."""
    return need.steps.select_related("made_by")
