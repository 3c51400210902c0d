"""Tables of the stage."""

from matang.flow.measure.models.effects import EffectComparison, EffectPublication, EffectQuestion, EffectResult
from matang.flow.measure.models.published import PublishedFigures
from matang.flow.measure.models.series import Series, SeriesImport, SeriesValue

__all__ = [
    "EffectComparison",
    "EffectPublication",
    "EffectQuestion",
    "EffectResult",
    "PublishedFigures",
    "Series",
    "SeriesImport",
    "SeriesValue",
]
