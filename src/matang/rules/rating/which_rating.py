"""Which rating (predikat) follows from work results and behaviour?"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.classification import Category, Classification
from matang.rules.core.expressions import Value
from matang.rules.core.message import N_
from matang.rules.core.tables import CellIs
from matang.rules.vocabulary.people import RATINGS
from matang.rules.vocabulary.performance import BEHAVIOUR, WORK_RESULT

CLASSIFICATION = Classification(
    key="rating.which_rating",
    question=N_("Predikat kinerja apa yang dihasilkan?"),
    explained=N_(
        "Mempertemukan hasil kerja dan perilaku kerja menjadi satu predikat, agar hasil yang tinggi tidak menutupi "
        "perilaku yang buruk. Berubah bila salah satunya dinilai ulang; nilai akhirnya ditetapkan pejabat penilai."
    ),
    reference=cite("permenpanrb-6-2022", "matriks predikat", "V2", note="dua sumber; nomor pasal belum dibaca"),
    categories=tuple(
        Category(
            term.key,
            term.label,
            CellIs(PARAMETERS["rating.matrix"], Value(WORK_RESULT), WORK_RESULT, Value(BEHAVIOUR), BEHAVIOUR, term.key),
        )
        for term in reversed(RATINGS)
    ),
)
