"""Facts about development and the professionalism index: learning activities, trainings, the last appraisal, penalties."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term
from matang.rules.vocabulary.people import RANKS, RATINGS
from matang.rules.vocabulary.units import HOUR_OF_LEARNING, PRESENCE

SIASN_JP_KINDS = {
    1: "structural_training", 2: "functional_training", 3: "technical_training", 4: "workshop", 5: "managerial_training",
    6: "sociocultural_training", 7: "briefing", 8: "technical_guidance", 9: "seminar", 10: "internship", 11: "course",
    12: "upgrading", 13: "other_classroom", 14: "coaching", 15: "mentoring", 16: "e_learning", 17: "distance_training",
    18: "secondment", 19: "outdoor", 20: "benchmarking", 21: "exchange", 22: "self_study", 23: "community",
    24: "workplace_guidance", 25: "other_nonclassroom",
}  # fmt: skip
"""The closed list of kinds of development by the number the national system SIASN gives them."""

JP_KINDS = (
    Term("structural_training", N_("Diklat struktural")),
    Term("functional_training", N_("Diklat fungsional")),
    Term("technical_training", N_("Diklat teknis")),
    Term("workshop", N_("Workshop")),
    Term("managerial_training", N_("Pelatihan manajerial")),
    Term("sociocultural_training", N_("Pelatihan sosial kultural")),
    Term("briefing", N_("Sosialisasi")),
    Term("technical_guidance", N_("Bimbingan teknis")),
    Term("seminar", N_("Seminar")),
    Term("internship", N_("Magang")),
    Term("course", N_("Kursus")),
    Term("upgrading", N_("Penataran")),
    Term("other_classroom", N_("Pelatihan klasikal lainnya")),
    Term("coaching", N_("Coaching")),
    Term("mentoring", N_("Mentoring")),
    Term("e_learning", N_("E-learning")),
    Term("distance_training", N_("Pelatihan jarak jauh")),
    Term("secondment", N_("Detasering")),
    Term("outdoor", N_("Pembelajaran alam terbuka")),
    Term("benchmarking", N_("Patok banding")),
    Term("exchange", N_("Pertukaran PNS dengan pegawai swasta, BUMN, atau BUMD")),
    Term("self_study", N_("Belajar mandiri")),
    Term("community", N_("Komunitas belajar")),
    Term("workplace_guidance", N_("Bimbingan di tempat kerja")),
    Term("other_nonclassroom", N_("Pelatihan nonklasikal lainnya")),
)
JP_KIND = Fact("jp_kind", N_("jenis pengembangan"), Kind.CHOICE, choices=JP_KINDS)
JP_PLACE = Fact(
    "jp_place", N_("tempat pengembangan"), Kind.CHOICE,
    choices=(Term("national", N_("dalam negeri")), Term("abroad", N_("luar negeri"))),
)  # fmt: skip
JP_QUANTITY = Fact("jp_quantity", N_("banyaknya menurut satuan jenisnya"), Kind.NUMBER, least=0, most=10_000, decimals=2)
JP_YEAR = Fact("jp_year", N_("jumlah JP setahun"), Kind.NUMBER, unit=HOUR_OF_LEARNING, least=0, most=100_000, decimals=2)
JP_UNIT = Fact(
    "jp_unit", N_("satuan kegiatan"), Kind.LEVEL,
    choices=(
        Term("activity", N_("kegiatan")),
        Term("session", N_("sesi dalam sebulan")),
        Term("day", N_("hari")),
        Term("hour_a_day", N_("jam pelajaran dalam sehari")),
        Term("hour", N_("jam pelajaran menurut kurikulum")),
    ),
    ranks=(1, 2, 3, 4, 5),
)  # fmt: skip

LEADERSHIP_TRAINING = Fact(
    "leadership_training", N_("pelatihan kepemimpinan sesuai jenjang jabatan"), Kind.CHOICE, choices=PRESENCE
)
FUNCTIONAL_TRAINING = Fact("functional_training", N_("pelatihan fungsional"), Kind.CHOICE, choices=PRESENCE)
LICENCE = Fact("has_licence", N_("izin praktik atau sertifikat pendidik"), Kind.CHOICE, choices=PRESENCE)
LICENCE_COUNTS = Fact(
    "licence_counts", N_("izin praktik sebagai pelatihan fungsional"), Kind.LEVEL,
    choices=(Term("not_counted", N_("tidak dihitung")), Term("counted", N_("dihitung"))), ranks=(0, 1),
)  # fmt: skip
TECHNICAL_JP = Fact("technical_jp", N_("JP pelatihan teknis"), Kind.NUMBER, unit=HOUR_OF_LEARNING, least=0, most=100_000)
TECHNICAL_JP_LAST_YEAR = Fact(
    "technical_jp_last_year",
    N_("JP pelatihan teknis setahun terakhir"),
    Kind.NUMBER,
    unit=HOUR_OF_LEARNING,
    least=0,
    most=100_000,
)
SEMINAR = Fact("seminar_last_two_years", N_("seminar atau sejenisnya dua tahun terakhir"), Kind.CHOICE, choices=PRESENCE)
APPRAISAL_FORM = Fact(
    "appraisal_form", N_("bentuk penilaian kinerja terakhir"), Kind.CHOICE,
    choices=(Term("score", N_("angka")), Term("rating", N_("predikat")), Term("none", N_("tidak ada"))),
)  # fmt: skip
APPRAISAL_SCORE = Fact("appraisal_score", N_("nilai kinerja terakhir"), Kind.NUMBER, least=0, most=100, decimals=2)
APPRAISAL_RATING = Fact("appraisal_rating", N_("predikat kinerja terakhir"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)
APPRAISAL_BANDS = Fact(
    "appraisal_band", N_("rentang nilai kinerja"), Kind.CHOICE,
    choices=(
        Term("above_90", N_("di atas 90")),
        Term("above_75", N_("di atas 75 sampai 90")),
        Term("above_60", N_("di atas 60 sampai 75")),
        Term("above_50", N_("di atas 50 sampai 60")),
        Term("lowest", N_("50 ke bawah")),
    ),
)  # fmt: skip
HEAVIEST_PENALTY = Fact(
    "heaviest_penalty", N_("hukuman disiplin terberat lima tahun terakhir"), Kind.CHOICE,
    choices=(
        Term("none", N_("tidak pernah")),
        Term("light", N_("ringan")),
        Term("medium", N_("sedang")),
        Term("severe", N_("berat")),
    ),
)  # fmt: skip
IP_INDEX = Fact("ip_index", N_("nilai IP ASN"), Kind.NUMBER, least=0, most=100, decimals=2)
IP_CATEGORIES = Fact(
    "ip_category", N_("kategori IP ASN"), Kind.CHOICE,
    choices=(
        Term("very_high", N_("Sangat Tinggi")),
        Term("high", N_("Tinggi")),
        Term("medium", N_("Sedang")),
        Term("low", N_("Rendah")),
        Term("very_low", N_("Sangat Rendah")),
    ),
)  # fmt: skip

FACTS_OF_DEVELOPMENT = (
    JP_KIND, JP_PLACE, JP_QUANTITY, JP_YEAR, JP_UNIT, LEADERSHIP_TRAINING, FUNCTIONAL_TRAINING, LICENCE, TECHNICAL_JP,
    TECHNICAL_JP_LAST_YEAR, SEMINAR, APPRAISAL_FORM, APPRAISAL_SCORE, APPRAISAL_RATING, APPRAISAL_BANDS, HEAVIEST_PENALTY,
    LICENCE_COUNTS, IP_INDEX, IP_CATEGORIES,
)  # fmt: skip
