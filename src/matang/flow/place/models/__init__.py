"""What a named official decided."""

from matang.flow.place.models.decisions import PlacementDecision

__all__ = ["PlacementDecision"]
