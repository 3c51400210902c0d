"""At what age does the holder of a post retire?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.expressions import Word
from matang.rules.core.facts import MOST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.rule import Calculation
from matang.rules.vocabulary import POST_KIND, YEARS

AGE = Limit(PARAMETERS["retirement.age"], Word(POST_KIND), MOST, YEARS)

CALCULATION = Calculation(
    key="retirement.at_what_age",
    question=N_("Pada usia berapa pemegang jabatan ini pensiun?"),
    reference=cite("pp-11-2017", "pasal 239 ayat (2)", "V1"),
    expression=AGE,
)
