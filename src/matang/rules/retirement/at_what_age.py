"""At what age does the holder of a post retire?

The kind of post decides. Expert functional posts may have a statute of their own (teachers, lecturers); as long as nobody says
which kind of functional post it is, both ages are possible.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import When
from matang.rules.core.calculation import Calculation
from matang.rules.core.conditions import OneOf
from matang.rules.core.expressions import Exactly, Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named
from matang.rules.core.tables import stepwise
from matang.rules.vocabulary.posts import EXPERT, FUNCTIONAL_KIND, POST_KIND
from matang.rules.vocabulary.units import YEARS


def by_statute(kind: str) -> Limit:
    """Return the age that a statute of its own sets for a kind of functional post."""
    return Limit(PARAMETERS["retirement.age_by_statute"], Exactly(FUNCTIONAL_KIND, kind), MOST, YEARS)


BY_KIND = Limit(PARAMETERS["retirement.age"], Word(POST_KIND), MOST, YEARS)
OF_EXPERTS = stepwise(
    [
        (OneOf(Word(FUNCTIONAL_KIND), ("general",)), BY_KIND),
        (OneOf(Word(FUNCTIONAL_KIND), ("teacher",)), by_statute("teacher")),
    ],
    otherwise=by_statute("own_statute"),
)
AGE = Named(When(OneOf(Word(POST_KIND), EXPERT), OF_EXPERTS, BY_KIND), N_("batas usia pensiun"), YEARS)

CALCULATION = Calculation(
    key="retirement.at_what_age",
    question=N_("Pada usia berapa pemegang jabatan ini pensiun?"),
    explained=N_(
        "Menyebut batas usia pensiun menurut jenis jabatan; guru dan jabatan yang diatur undang-undang tersendiri "
        "mengikuti batasnya sendiri. Berubah bila peraturan menetapkan batas usia yang baru."
    ),
    reference=cite("pp-11-2017", "pasal 239 ayat (2)", "V1"),
    expression=AGE,
)
