"""What a decision or a closing here means for the sending that it came from: perhaps nothing of it is open any more."""

from matang.flow.apply.models import Adoption, AdoptionClosed, Recommendation, RecommendationDecided
from matang.flow.learn.public import close_if_settled


def settle_after_decision(event: RecommendationDecided) -> None:
    """Close the sending of a recommendation that was decided where nothing else is open. Told twice, it closes once."""
    rows = Recommendation.objects.filter(pk=event.recommendation_id, agency_id=event.agency_id)
    _settle(event.agency_id, rows.values_list("sending_id", flat=True).first())


def settle_after_closing(event: AdoptionClosed) -> None:
    """Close the sending of an adoption that was closed where nothing else is open. Told twice, it closes once."""
    rows = Adoption.objects.filter(pk=event.adoption_id, agency_id=event.agency_id)
    _settle(event.agency_id, rows.values_list("recommendation__sending_id", flat=True).first())


def _settle(agency_id: int, sending_id: int | None) -> None:
    """A recommendation from the registry of practices comes from no sending: nothing to close."""
    if sending_id is not None:
        close_if_settled(agency_id, sending_id)
