"""How high are the two axes of talent and the talent score, by the weights of Keputusan Kepala BKN 411/2025?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import Number, Value
from matang.rules.core.facts import LEAST, Fact
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named, weighted
from matang.rules.vocabulary import performance as facts
from matang.rules.vocabulary.units import POINTS

REFERENCE = cite("kepka-bkn-411-2025", "bobot penilaian", "V2", note="dua sumber sekunder; naskah belum dibaca")


def part(weight: str, fact: Fact) -> tuple[Number, Number]:
    """Return the weight of a component and its score."""
    return Limit(PARAMETERS[f"talent.weight_{weight}"], None, LEAST), Value(fact)


PERFORMANCE = Named(
    weighted(part("main", facts.MAIN_PERFORMANCE), part("reinforcing", facts.REINFORCING)), N_("sumbu kinerja"), POINTS
)
POTENTIAL = Named(
    weighted(
        part("competency", facts.COMPETENCY_SCORE),
        part("inner_potential", facts.INNER_POTENTIAL),
        part("qualification", facts.QUALIFICATION_SCORE),
        part("integrity", facts.INTEGRITY_SCORE),
    ),
    N_("sumbu potensial"),
    POINTS,
)
OVERALL = Named(
    weighted(
        (Limit(PARAMETERS["talent.weight_performance"], None, LEAST), PERFORMANCE),
        (Limit(PARAMETERS["talent.weight_potential"], None, LEAST), POTENTIAL),
    ),
    N_("nilai talenta"),
    POINTS,
)

OF_PERFORMANCE = Calculation(
    key="talent.how_high_performance",
    question=N_("Berapa nilai sumbu kinerja pegawai ini?"),
    explained=N_(
        "Menimbang kinerja utama dengan penguatnya, seperti penghargaan dan penugasan tim. Berubah setelah penilaian "
        "kinerja yang baru atau bila penghargaan lewat masa berlakunya."
    ),
    reference=REFERENCE,
    expression=PERFORMANCE,
)
OF_POTENTIAL = Calculation(
    key="talent.how_high_potential",
    question=N_("Berapa nilai sumbu potensial pegawai ini?"),
    explained=N_(
        "Menimbang kompetensi, potensi, kualifikasi, dan integritas menjadi satu nilai. Berubah setelah asesmen, ijazah "
        "baru, atau catatan disiplin."
    ),
    reference=REFERENCE,
    expression=POTENTIAL,
)
CALCULATION = Calculation(
    key="talent.how_high_overall",
    question=N_("Berapa nilai talenta pegawai ini?"),
    explained=N_(
        "Menggabungkan sumbu kinerja dan sumbu potensial dengan bobot yang sama. Berubah bila salah satu sumbu dinilai "
        "ulang atau bobotnya diganti."
    ),
    reference=REFERENCE,
    expression=OVERALL,
    working=(PERFORMANCE, POTENTIAL),
)
