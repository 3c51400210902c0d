"""What came of each sending: its recommendations that were handed in, and whether they were taken up."""

from collections.abc import Collection
from dataclasses import dataclass

from matang.flow.apply.choices import AdoptionResult, RecommendationState
from matang.flow.apply.models import Recommendation


@dataclass(frozen=True, slots=True)
class CameOf:
    """A recommendation of a sending that was handed in; ``adoption_id`` is None where nothing was adopted or it was given up."""

    sending_id: int
    recommendation_id: int
    adoption_id: int | None


def came_of(agency_id: int, sending_ids: Collection[int]) -> list[CameOf]:
    """Return what came of these sendings of an agency. One query; the caller has checked that the sendings may be seen."""
    rows = Recommendation.objects.filter(agency_id=agency_id, sending_id__in=sending_ids)
    handed_in = rows.exclude(state=RecommendationState.DRAFT).order_by("pk")
    return [
        CameOf(sending, key, None if result == AdoptionResult.NOT_APPLIED else adoption)
        for sending, key, adoption, result in handed_in.values_list("sending_id", "pk", "adoption__pk", "adoption__result")
    ]
