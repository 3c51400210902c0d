"""Facts about performance and talent: results, behaviour, ratings of an organisation, talent scores, credit, absence."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term
from matang.rules.vocabulary.people import RANKS, RATINGS
from matang.rules.vocabulary.units import CREDIT_POINT, MONTH, WORKING_DAY

EXPECTATIONS = (
    Term("below", N_("di bawah ekspektasi")),
    Term("as_expected", N_("sesuai ekspektasi")),
    Term("above", N_("di atas ekspektasi")),
)
WORK_RESULT = Fact("work_result", N_("hasil kerja"), Kind.LEVEL, choices=EXPECTATIONS, ranks=(1, 2, 3))
BEHAVIOUR = Fact("behaviour", N_("perilaku kerja"), Kind.LEVEL, choices=EXPECTATIONS, ranks=(1, 2, 3))
RATING = Fact("rating", N_("predikat kinerja"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)

ORGANISATION_RATING = Fact(
    "organisation_rating", N_("predikat kinerja organisasi"), Kind.CHOICE,
    choices=(
        Term("istimewa", N_("Istimewa")),
        Term("baik", N_("Baik")),
        Term("butuh_perbaikan", N_("Butuh Perbaikan/Cukup")),
        Term("kurang", N_("Kurang")),
        Term("sangat_kurang", N_("Sangat Kurang")),
    ),
)  # fmt: skip
COUNTS = {
    term.key: Fact(f"count_{term.key}", label, Kind.NUMBER, least=0, most=1_000_000)
    for term, label in zip(
        RATINGS,
        (
            N_("jumlah pegawai Sangat Kurang"), N_("jumlah pegawai Kurang"), N_("jumlah pegawai Butuh Perbaikan"),
            N_("jumlah pegawai Baik"), N_("jumlah pegawai Sangat Baik"),
        ),
        strict=True,
    )
}  # fmt: skip
"""How many people of a team have each rating."""


def score(key: str, label: str) -> Fact:
    """Return a fact that is a score from 0 to 100 with two decimals."""
    return Fact(key, label, Kind.NUMBER, least=0, most=100, decimals=2)


PERFORMANCE_SCORE = score("performance_score", N_("nilai kinerja (sumbu kinerja)"))
POTENTIAL_SCORE = score("potential_score", N_("nilai potensial (sumbu potensial)"))
PERFORMANCE_LEVEL = Fact("performance_level", N_("tingkat kinerja"), Kind.LEVEL, choices=EXPECTATIONS, ranks=(1, 2, 3))
POTENTIAL_LEVEL = Fact(
    "potential_level", N_("tingkat potensial"), Kind.LEVEL,
    choices=(Term("low", N_("rendah")), Term("medium", N_("menengah")), Term("high", N_("tinggi"))), ranks=(1, 2, 3),
)  # fmt: skip
MAIN_PERFORMANCE = score("main_performance", N_("nilai kinerja utama"))
REINFORCING = score("reinforcing_performance", N_("nilai penguat kinerja"))
COMPETENCY_SCORE = score("competency_score", N_("nilai kompetensi"))
INNER_POTENTIAL = score("inner_potential_score", N_("nilai potensi"))
QUALIFICATION_SCORE = score("qualification_score", N_("nilai kualifikasi"))
INTEGRITY_SCORE = score("integrity_score", N_("nilai integritas dan moralitas"))
TALENT_BOX = Fact(
    "talent_box", N_("kotak talenta"), Kind.CHOICE,
    choices=(
        Term("1", N_("Kotak 1")), Term("2", N_("Kotak 2")), Term("3", N_("Kotak 3")), Term("4", N_("Kotak 4")),
        Term("5", N_("Kotak 5")), Term("6", N_("Kotak 6")), Term("7", N_("Kotak 7")), Term("8", N_("Kotak 8")),
        Term("9", N_("Kotak 9")),
    ),
)  # fmt: skip

CREDIT_MONTHS = Fact("credit_months", N_("bulan yang dinilai dalam setahun"), Kind.NUMBER, unit=MONTH, least=0, most=12)
CREDIT_EARNED = Fact(
    "credit_points", N_("angka kredit kumulatif"), Kind.NUMBER, unit=CREDIT_POINT, least=0, most=100_000, decimals=2
)

ABSENT_DAYS = Fact(
    "absent_days", N_("hari tidak masuk tanpa alasan dalam setahun"), Kind.NUMBER, unit=WORKING_DAY, least=0, most=366
)
ABSENT_RUN = Fact(
    "absent_run", N_("hari tidak masuk tanpa alasan berturut-turut"), Kind.NUMBER, unit=WORKING_DAY, least=0, most=10_000
)
PENALTIES = Fact(
    "penalty", N_("hukuman disiplin"), Kind.CHOICE,
    choices=(
        Term("oral", N_("teguran lisan")),
        Term("written", N_("teguran tertulis")),
        Term("dissatisfaction", N_("pernyataan tidak puas secara tertulis")),
        Term("cut_6", N_("pemotongan tunjangan kinerja 25 persen selama 6 bulan")),
        Term("cut_9", N_("pemotongan tunjangan kinerja 25 persen selama 9 bulan")),
        Term("cut_12", N_("pemotongan tunjangan kinerja 25 persen selama 12 bulan")),
        Term("demotion", N_("penurunan jabatan setingkat lebih rendah selama 12 bulan")),
        Term("to_pelaksana", N_("pembebasan menjadi pelaksana selama 12 bulan")),
        Term("dismissal", N_("pemberhentian")),
    ),
)  # fmt: skip

FACTS_OF_PERFORMANCE = (
    WORK_RESULT, BEHAVIOUR, RATING, ORGANISATION_RATING, *COUNTS.values(), PERFORMANCE_SCORE, POTENTIAL_SCORE,
    PERFORMANCE_LEVEL, POTENTIAL_LEVEL, MAIN_PERFORMANCE, REINFORCING, COMPETENCY_SCORE, INNER_POTENTIAL,
    QUALIFICATION_SCORE, INTEGRITY_SCORE, TALENT_BOX, CREDIT_MONTHS, CREDIT_EARNED, ABSENT_DAYS, ABSENT_RUN, PENALTIES,
)  # fmt: skip
