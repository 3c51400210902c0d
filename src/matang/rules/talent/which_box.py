"""In which talent box (1–9) does a person stand, and what should follow?

From levels of performance and potential, or from scores with the cut-offs of the agency's committee. Nothing national fixes the
cut-offs: as long as the agency has not decided its own, a score where practices differ cannot be told.
"""

from matang.rules.book import PARAMETERS, cite
from matang.rules.core.classification import Category, Classification
from matang.rules.core.conditions import AtLeast
from matang.rules.core.expressions import Constant, Number, Value
from matang.rules.core.facts import LEAST
from matang.rules.core.limits import Limit
from matang.rules.core.message import N_
from matang.rules.core.sums import Named
from matang.rules.core.tables import CellIs, stepwise
from matang.rules.vocabulary.performance import (
    PERFORMANCE_LEVEL,
    PERFORMANCE_SCORE,
    POTENTIAL_LEVEL,
    POTENTIAL_SCORE,
    TALENT_BOX,
)

FOLLOW_UP = {
    "1": N_("Ditangani menurut ketentuan yang berlaku."),
    "2": N_("Bimbingan kinerja, pengembangan kompetensi, dan penempatan yang lebih sesuai."),
    "3": N_("Bimbingan dan konseling kinerja, pengembangan kompetensi, dan penempatan yang lebih sesuai."),
    "4": N_("Rotasi dan pengembangan kompetensi."),
    "5": N_("Penempatan yang sesuai, bimbingan kinerja, dan pengembangan kompetensi."),
    "6": N_("Penempatan yang sesuai, bimbingan kinerja, dan konseling kinerja."),
    "7": N_(
        "Dipertahankan dalam kelompok suksesi instansi; rotasi atau pengayaan tugas, pengembangan kompetensi, tugas belajar."
    ),
    "8": N_("Dipertahankan dalam kelompok suksesi instansi; rotasi atau perluasan tugas dan bimbingan kinerja."),
    "9": N_("Dipromosikan dan dipertahankan; masuk kelompok suksesi instansi dan nasional, serta diberi penghargaan."),
}
"""What is recommended for each box, in words of our own."""


def level_of(score: Number) -> Number:
    """Return the level, 1 to 3, that a score reaches by the agency's cut-offs."""
    high = Limit(PARAMETERS["talent.high_from"], None, LEAST)
    middle = Limit(PARAMETERS["talent.middle_from"], None, LEAST)
    return stepwise([(AtLeast(score, high), Constant(3)), (AtLeast(score, middle), Constant(2))], otherwise=Constant(1))


def boxes(performance: Number, potential: Number) -> tuple[Category, ...]:
    """Return the nine boxes, highest first."""
    return tuple(
        Category(
            term.key,
            term.label,
            CellIs(PARAMETERS["talent.box"], performance, PERFORMANCE_LEVEL, potential, POTENTIAL_LEVEL, term.key),
            detail=FOLLOW_UP[term.key],
        )
        for term in reversed(TALENT_BOX.choices)
    )


PERFORMANCE_REACHED = Named(level_of(Value(PERFORMANCE_SCORE)), N_("tingkat kinerja"), PERFORMANCE_LEVEL)
POTENTIAL_REACHED = Named(level_of(Value(POTENTIAL_SCORE)), N_("tingkat potensial"), POTENTIAL_LEVEL)

CLASSIFICATION = Classification(
    key="talent.which_box",
    question=N_("Di kotak talenta mana pegawai ini menurut tingkat kinerja dan potensialnya?"),
    explained=N_(
        "Mempertemukan tingkat kinerja dan tingkat potensial pada sembilan kotak, dengan saran tindak lanjut bagi tiap "
        "kotak. Berpindah bila kinerja atau potensialnya dinilai ulang; saran ini bukan keputusan."
    ),
    reference=cite("permenpanrb-3-2020", "lampiran", "V2"),
    categories=boxes(Value(PERFORMANCE_LEVEL), Value(POTENTIAL_LEVEL)),
)
BY_SCORE = Classification(
    key="talent.which_box_by_score",
    question=N_("Di kotak talenta mana pegawai ini menurut nilai kinerja dan potensialnya?"),
    explained=N_(
        "Sama dengan kotak menurut tingkat, tetapi berangkat dari nilai 0–100 dengan batas yang ditetapkan tim instansi. "
        "Selama batas itu belum ditetapkan, nilai yang diperlakukan berbeda oleh instansi lain belum dapat dipastikan "
        "kotaknya."
    ),
    reference=cite("permenpanrb-3-2020", "lampiran", "V2"),
    categories=boxes(PERFORMANCE_REACHED, POTENTIAL_REACHED),
    working=(PERFORMANCE_REACHED, POTENTIAL_REACHED),
)
