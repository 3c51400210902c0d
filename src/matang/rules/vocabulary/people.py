"""Facts about a person: number, birth, education, grade, time served and ratings."""

from __future__ import annotations

from matang.rules.core.facts import Fact, Kind
from matang.rules.core.message import N_, Term
from matang.rules.vocabulary.posts import POST_KINDS
from matang.rules.vocabulary.units import MONTH

EDUCATION_LEVELS = (
    (Term("sd", N_("SD")), 1),
    (Term("smp", N_("SMP")), 2),
    (Term("sma", N_("SMA/sederajat")), 3),
    (Term("d1", N_("D-I")), 4),
    (Term("d2", N_("D-II")), 5),
    (Term("d3", N_("D-III")), 6),
    (Term("s1", N_("S-1")), 7),
    (Term("d4", N_("D-IV")), 7),
    (Term("profession", N_("Profesi")), 8),
    (Term("s2", N_("S-2")), 9),
    (Term("s3", N_("S-3")), 10),
)
RATINGS = (
    Term("sangat_kurang", N_("Sangat Kurang")),
    Term("kurang", N_("Kurang")),
    Term("butuh_perbaikan", N_("Butuh Perbaikan")),
    Term("baik", N_("Baik")),
    Term("sangat_baik", N_("Sangat Baik")),
)
RANKS = tuple(range(1, len(RATINGS) + 1))
GRADES = tuple(
    Term(f"{roman}/{letter}", f"{roman}/{letter}")
    for roman, letters in (("I", "abcd"), ("II", "abcd"), ("III", "abcd"), ("IV", "abcde"))
    for letter in letters
)
"""Golongan ruang of PNS, lowest first. PPPK have a ladder of their own (I–XVII), which does not compare with this one."""

NIP = Fact("nip", N_("NIP"), Kind.TEXT)
EMPLOYMENT_KINDS = (Term("pns", N_("PNS")), Term("pppk", N_("PPPK")))
EMPLOYMENT_KIND = Fact("employment_kind", N_("jenis pegawai"), Kind.CHOICE, choices=EMPLOYMENT_KINDS)
BIRTH_DATE = Fact("birth_date", N_("tanggal lahir"), Kind.DATE)
EDUCATION = Fact(
    "education", N_("pendidikan tertinggi"), Kind.LEVEL,
    choices=tuple(term for term, _ in EDUCATION_LEVELS), ranks=tuple(rank for _, rank in EDUCATION_LEVELS),
)  # fmt: skip
GRADE = Fact("grade", N_("golongan ruang"), Kind.LEVEL, choices=GRADES, ranks=tuple(range(1, len(GRADES) + 1)), open=True)
POST_SINCE = Fact("post_since", N_("mulai memegang jabatan"), Kind.DATE)
FIELD_MONTHS = Fact("field_months", N_("pengalaman di bidang terkait"), Kind.NUMBER, unit=MONTH, least=0)
SERVED = tuple(
    Fact(f"months_as_{term.key}", term.label, Kind.NUMBER, unit=MONTH, least=0)
    for term in POST_KINDS
    if term.key not in {"jf_other", "other"}
)
RATING_LAST = Fact("rating_last_year", N_("predikat kinerja tahun lalu"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)
RATING_BEFORE = Fact("rating_year_before", N_("predikat kinerja dua tahun lalu"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)
JPM_SHOWN = Fact("jpm_shown", N_("jumlah level yang dicapai, paling banyak sebesar syarat"), Kind.NUMBER, least=0, most=10_000)
JPM_REQUIRED = Fact("jpm_required", N_("jumlah level yang dipersyaratkan"), Kind.NUMBER, least=0, most=10_000)
JPM_PURPOSE = Fact(
    "jpm_purpose", N_("tujuan penilaian"), Kind.CHOICE,
    choices=(Term("selection", N_("pengisian jabatan")), Term("mapping", N_("pemetaan"))),
)  # fmt: skip

FACTS_OF_PEOPLE = (
    NIP, EMPLOYMENT_KIND, BIRTH_DATE, EDUCATION, GRADE, POST_SINCE, FIELD_MONTHS, *SERVED, RATING_LAST, RATING_BEFORE,
    JPM_SHOWN, JPM_REQUIRED, JPM_PURPOSE,
)  # fmt: skip
