"""Did an indicator get better after an adopted practice? An interval, or the reason why there is none.

``Study.build`` (validated observations) → ``measure_effect`` → ``Effect`` → ``in_words``. Numbers and identifiers only::

    study = Study.build(
        [Observation(unit=11, period=1, value=62.5), ...],  # every unit that is not treated is a comparison
        treated=[11],
        since=13,  # the first period after the adoption
        wanted=Wanted.DOWN,
        measured_in="hari",
    )
    effect = measure_effect(study)
    effect.verdict, effect.interval, effect.reasons  # Verdict.IMPROVED, (−15.8, −4.2), ()
    [(saying.template, dict(saying.places)) for saying in in_words(effect)]  # to keep, and to translate when read
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
