"""How many credit points (angka kredit) does a year, or part of one, bring the holder of a functional post?

Percentage of the rating × coefficient of the level × months / 12, in hundredths, halves rounded up.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.arithmetic import Product
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Value, Word
from matang.rules.core.facts import LEAST, MOST, Fact, Kind
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named, Quotient
from matang.rules.core.tables import ByLevel
from matang.rules.vocabulary.performance import CREDIT_MONTHS, RATING
from matang.rules.vocabulary.posts import POST_KIND
from matang.rules.vocabulary.units import CREDIT_POINTS

PERCENT = Fact("percent", N_("persentase predikat"), Kind.NUMBER, unit=N_("persen"), least=0)
YEAR_IN_PERCENT = 12 * 100

PERCENTAGE = Named(
    ByLevel(PARAMETERS["credit.percentage"], Value(RATING), RATING, PERCENT), N_("persentase menurut predikat"), PERCENT
)
COEFFICIENT = Named(Limit(PARAMETERS["credit.coefficient"], Word(POST_KIND), LEAST), N_("koefisien setahun"), CREDIT_POINTS)
RESULT = Named(
    Quotient(Product(Product(PERCENTAGE, COEFFICIENT, ""), Value(CREDIT_MONTHS), ""), YEAR_IN_PERCENT),
    N_("angka kredit"),
    CREDIT_POINTS,
)

CALCULATION = Calculation(
    key="credit.how_many_points",
    question=N_("Berapa angka kredit yang diperoleh?"),
    explained=N_(
        "Mengubah predikat kinerja menjadi angka kredit pejabat fungsional menurut jenjang dan jumlah bulan yang dinilai. "
        "Berubah bila predikat, jenjang, atau lamanya penilaian lain."
    ),
    reference=cite("perbkn-3-2023", "konversi predikat", "V2"),
    expression=RESULT,
    working=(PERCENTAGE, COEFFICIENT, Value(CREDIT_MONTHS)),
)


def needed(key: str, parameter: str, question: str, explained: str) -> tuple[Limit, Calculation]:
    """Return the cumulative points that a rise asks for, and the calculation that shows them."""
    limit = Limit(PARAMETERS[parameter], Word(POST_KIND), MOST)
    return limit, Calculation(key, question, explained, cite("perbkn-3-2023", "angka kredit kumulatif", "V2"), limit)


FOR_GRADE, NEEDED_FOR_GRADE = needed(
    "credit.how_many_for_grade",
    "credit.for_grade",
    N_("Berapa angka kredit kumulatif untuk naik pangkat?"),
    N_(
        "Menyebut angka kredit yang harus terkumpul pada jenjang ini sebelum naik pangkat setingkat. Berubah bila pindah jenjang "
        "atau tabelnya diganti."
    ),
)
FOR_LEVEL, NEEDED_FOR_LEVEL = needed(
    "credit.how_many_for_level",
    "credit.for_level",
    N_("Berapa angka kredit kumulatif untuk naik jenjang?"),
    N_(
        "Menyebut angka kredit yang harus terkumpul sebelum naik ke jenjang berikutnya; jenjang tertinggi tidak punya lanjutan. "
        "Berubah bila pindah jenjang atau tabelnya diganti."
    ),
)
