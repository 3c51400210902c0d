"""How much came home and what became of it, in counts."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from matang.flow.apply.choices import ADOPTING, AdoptionResult, DecisionKind, RecommendationState
from matang.flow.apply.models import Adoption, Recommendation


@dataclass(frozen=True, slots=True)
class Funnel:
    """Counts of recommendations and adoptions. ``decided`` holds those to be adopted and those rejected."""

    written: int
    submitted: int
    presented: int
    decided: int
    rejected: int
    adopting: int
    began: int
    applied: int
    partly: int
    not_applied: int


def funnel(agency_id: int, *, aim_ids: Collection[int] | None = None, sending_ids: Collection[int] | None = None) -> Funnel:
    """Return the counts of an agency, of these aims or sendings only where given (an empty collection counts nothing).

    ``submitted`` counts everything that was ever handed in and isn't a draft again; likewise ``presented``. Two queries.
    """
    rows, adopted = Recommendation.objects.filter(agency_id=agency_id), Adoption.objects.filter(agency_id=agency_id)
    if aim_ids is not None:
        rows, adopted = rows.filter(aim_id__in=aim_ids), adopted.filter(recommendation__aim_id__in=aim_ids)
    if sending_ids is not None:
        rows, adopted = rows.filter(sending_id__in=sending_ids), adopted.filter(recommendation__sending_id__in=sending_ids)
    state = RecommendationState
    counted = rows.aggregate(
        written=Count("pk", distinct=True),
        submitted=Count("pk", filter=~Q(state=state.DRAFT), distinct=True),
        presented=Count("pk", filter=Q(state__in=(state.PRESENTED, state.DECIDED)), distinct=True),
        decided=Count("pk", filter=Q(state=state.DECIDED), distinct=True),
        rejected=Count("pk", filter=Q(decisions__kind=DecisionKind.REJECT), distinct=True),
    )
    put = adopted.aggregate(
        adopting=Count("pk", filter=Q(kind__in=ADOPTING)),
        began=Count("pk", filter=Q(began_on__isnull=False)),
        **{result.value: Count("pk", filter=Q(result=result)) for result in AdoptionResult},
    )
    return Funnel(**counted, **put)
