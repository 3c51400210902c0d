"""Did an indicator get better after an adopted practice? An interval, or the reason why there is none.

``Study.build`` (validated observations) → ``measure_effect`` → ``Effect`` → ``in_words``. Numbers and identifiers only.
"""

from matang.engine.effect.measure import measure_effect
from matang.engine.effect.result import Effect, Interval, Means, Method, Note, Points, Reason, Verdict
from matang.engine.effect.study import Design, EffectError, Limits, Observation, Study, Wanted
from matang.engine.effect.words import TEMPLATES, Saying, in_words

__all__ = [
    "TEMPLATES",
    "Design",
    "Effect",
    "EffectError",
    "Interval",
    "Limits",
    "Means",
    "Method",
    "Note",
    "Observation",
    "Points",
    "Reason",
    "Saying",
    "Study",
    "Verdict",
    "Wanted",
    "in_words",
    "measure_effect",
]
