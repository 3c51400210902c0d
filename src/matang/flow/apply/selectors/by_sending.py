"""What came of each sending: its recommendations, whether they were taken up, and what of them is still open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from matang.flow.apply.choices import AdoptionResult, RecommendationState
from matang.flow.apply.models import Recommendation
from matang.flow.learn.public import CameHome

FEW = 100
"""Up to so many sendings are named one by one in a question to the database."""


@dataclass(frozen=True, slots=True)
class CameOf:
    """A recommendation of a sending that was handed in; ``adoption_id`` is None where nothing was adopted or it was given up."""

    sending_id: int
    recommendation_id: int
    adoption_id: int | None


def came_of(agency_id: int, sending_ids: Collection[int]) -> list[CameOf]:
    """Return what came of these sendings of an agency. One query; the caller has checked that the sendings may be seen.

    Of many sendings everything is read and theirs is kept: a thousand numbers in a question cost more than its answer.
    """
    asked = set(sending_ids)
    rows = Recommendation.objects.filter(agency_id=agency_id, sending__isnull=False).exclude(state=RecommendationState.DRAFT)
    rows = rows.filter(sending_id__in=asked) if len(asked) <= FEW else rows
    columns = rows.order_by("pk").values_list("sending_id", "pk", "adoption__pk", "adoption__result")
    return [
        CameOf(sending, key, None if result == AdoptionResult.NOT_APPLIED else adoption)
        for sending, key, adoption, result in columns
        if sending in asked
    ]


def came_home_of(agency_id: int, sending_ids: Collection[int]) -> Mapping[int, CameHome]:
    """Return what of each sending's recommendations is open and what is settled; sendings without any are left out. One query."""
    state, open_one = RecommendationState, Q(adoption__pk__isnull=False, adoption__result="")
    rows = Recommendation.objects.filter(agency_id=agency_id, sending_id__in=sending_ids).order_by().values("sending_id")
    counted = rows.annotate(
        written=Count("pk"),
        drafts=Count("pk", filter=Q(state=state.DRAFT)),
        undecided=Count("pk", filter=Q(state__in=(state.SUBMITTED, state.PRESENTED))),
        idle=Count("pk", filter=open_one & Q(adoption__began_on=None)),
        running=Count("pk", filter=open_one & Q(adoption__began_on__isnull=False)),
    )
    return {row.pop("sending_id"): CameHome(**row) for row in counted}
