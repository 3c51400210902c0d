"""The four parts of the professionalism index: qualification 25, competency 40, performance 30, discipline 5.

What is known to be missing scores 0; what is not known spans every score it could have.
"""

from matang.rules.book import PARAMETERS
from matang.rules.core.arithmetic import When
from matang.rules.core.conditions import All, Any, AtLeast, OneOf
from matang.rules.core.expressions import Condition, Constant, Exactly, Nothing, Number, Value, Word
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named, Sum
from matang.rules.core.tables import ByLevel, above, stepwise
from matang.rules.vocabulary import development as facts
from matang.rules.vocabulary.people import EDUCATION
from matang.rules.vocabulary.posts import FUNCTIONAL, POST_KIND, STRUCTURAL
from matang.rules.vocabulary.units import POINTS

BANDS = ("above_90", "above_75", "above_60", "above_50")
NOTHING = Constant(0)
ANY_COMPETENCY = Nothing(0, 4000)
"""What competency may come to where the kind of post is not one the rule knows: hundredths of a point."""


def points(key: str, condition: Condition) -> Number:
    """Return the points of a parameter when a condition holds, else none."""
    return When(condition, Limit(PARAMETERS[f"index.{key}"], None, LEAST), NOTHING)


def done(word: Word) -> Condition:
    """Return the condition that a training was taken."""
    return OneOf(word, ("present",))


def enough(hours: Value) -> Condition:
    """Return the condition that technical training reaches the least hours."""
    return AtLeast(hours, Limit(PARAMETERS["index.technical_jp_minimum"], None, LEAST))


COUNTS = AtLeast(Limit(PARAMETERS["index.licence_counts"], None, LEAST, facts.LICENCE_COUNTS), Constant(1))
LICENSED = All((COUNTS, done(Word(facts.LICENCE))))
SHARED = (points("technical", enough(Value(facts.TECHNICAL_JP))), points("seminar", done(Word(facts.SEMINAR))))
OF_STRUCTURAL = Sum((points("leadership", done(Word(facts.LEADERSHIP_TRAINING))), *SHARED))
OF_FUNCTIONAL = Sum((points("functional", Any((done(Word(facts.FUNCTIONAL_TRAINING)), LICENSED))), *SHARED))
OF_PELAKSANA = Sum(
    (
        points("technical_pelaksana", enough(Value(facts.TECHNICAL_JP_LAST_YEAR))),
        points("seminar_pelaksana", done(Word(facts.SEMINAR))),
    )
)

QUALIFICATION = Named(
    ByLevel(PARAMETERS["index.qualification"], Value(EDUCATION), EDUCATION, POINTS), N_("Kualifikasi (paling banyak 25)"), POINTS
)
COMPETENCY = Named(
    stepwise(
        [
            (OneOf(Word(POST_KIND), STRUCTURAL), OF_STRUCTURAL),
            (OneOf(Word(POST_KIND), FUNCTIONAL), OF_FUNCTIONAL),
            (OneOf(Word(POST_KIND), ("pelaksana",)), OF_PELAKSANA),
        ],
        otherwise=ANY_COMPETENCY,
    ),
    N_("Kompetensi (paling banyak 40)"),
    POINTS,
)


def _of_band(band: str) -> Limit:
    """Return the points of a band of the appraisal's score."""
    return Limit(PARAMETERS["index.performance_score"], Exactly(facts.APPRAISAL_BANDS, band), LEAST)


def _above_band(band: str) -> Condition:
    """Return the condition that the score lies above the lower end of a band."""
    begin = Limit(PARAMETERS["index.performance_above"], Exactly(facts.APPRAISAL_BANDS, band), LEAST)
    return above(Value(facts.APPRAISAL_SCORE), begin)


BY_SCORE = stepwise([(_above_band(band), _of_band(band)) for band in BANDS], otherwise=_of_band("lowest"))
BY_RATING = ByLevel(PARAMETERS["index.performance_rating"], Value(facts.APPRAISAL_RATING), facts.APPRAISAL_RATING, POINTS)
PERFORMANCE = Named(
    stepwise(
        [
            (OneOf(Word(facts.APPRAISAL_FORM), ("none",)), NOTHING),
            (OneOf(Word(facts.APPRAISAL_FORM), ("score",)), BY_SCORE),
        ],
        otherwise=BY_RATING,
    ),
    N_("Kinerja (paling banyak 30)"),
    POINTS,
)
DISCIPLINE = Named(
    stepwise(
        [
            (
                OneOf(Word(facts.HEAVIEST_PENALTY), (penalty,)),
                Limit(PARAMETERS["index.discipline"], Exactly(facts.HEAVIEST_PENALTY, penalty), LEAST),
            )
            for penalty in ("none", "light", "medium")
        ],
        otherwise=Limit(PARAMETERS["index.discipline"], Exactly(facts.HEAVIEST_PENALTY, "severe"), LEAST),
    ),
    N_("Disiplin (paling banyak 5)"),
    POINTS,
)
PARTS = (QUALIFICATION, COMPETENCY, PERFORMANCE, DISCIPLINE)
