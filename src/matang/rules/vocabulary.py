"""The facts rules ask for, under the names that the rest of the system uses. Terms of the law stay Indonesian."""

from __future__ import annotations

from matang.rules.core.facts import Column, Fact, Kind
from matang.rules.core.message import N_, Term

POST_KINDS = (
    Term("jpt_utama", N_("JPT utama")),
    Term("jpt_madya", N_("JPT madya")),
    Term("jpt_pratama", N_("JPT pratama")),
    Term("administrator", N_("Administrator")),
    Term("pengawas", N_("Pengawas")),
    Term("pelaksana", N_("Pelaksana")),
    Term("jf_ahli_utama", N_("JF ahli utama")),
    Term("jf_ahli_madya", N_("JF ahli madya")),
    Term("jf_ahli_muda", N_("JF ahli muda")),
    Term("jf_ahli_pertama", N_("JF ahli pertama")),
    Term("jf_penyelia", N_("JF penyelia")),
    Term("jf_mahir", N_("JF mahir")),
    Term("jf_terampil", N_("JF terampil")),
    Term("jf_pemula", N_("JF pemula")),
    Term("jf_other", N_("JF (jenjang tidak diketahui)")),
    Term("other", N_("Tidak diketahui")),
)
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
MONTH = N_("bulan")
YEAR = N_("tahun")

NIP = Fact("nip", N_("NIP"), Kind.TEXT)
EMPLOYMENT_KINDS = (Term("pns", N_("PNS")), Term("pppk", N_("PPPK")))
EMPLOYMENT_KIND = Fact("employment_kind", N_("jenis pegawai"), Kind.CHOICE, choices=EMPLOYMENT_KINDS)
BIRTH_DATE = Fact("birth_date", N_("tanggal lahir"), Kind.DATE)
EDUCATION = Fact(
    "education", N_("pendidikan tertinggi"), Kind.LEVEL,
    choices=tuple(term for term, _ in EDUCATION_LEVELS), ranks=tuple(rank for _, rank in EDUCATION_LEVELS),
)  # fmt: skip
HELD_KIND = Fact("held_kind", N_("jenis jabatan yang sedang dipegang"), Kind.CHOICE, choices=POST_KINDS)
POST_SINCE = Fact("post_since", N_("mulai memegang jabatan"), Kind.DATE)
FIELD_MONTHS = Fact("field_months", N_("pengalaman di bidang terkait"), Kind.NUMBER, unit=MONTH, least=0)
SERVED = tuple(
    Fact(f"months_as_{term.key}", term.label, Kind.NUMBER, unit=MONTH, least=0)
    for term in POST_KINDS
    if term.key not in {"jf_other", "other"}
)
RATING_LAST = Fact("rating_last_year", N_("predikat kinerja tahun lalu"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)
RATING_BEFORE = Fact("rating_year_before", N_("predikat kinerja dua tahun lalu"), Kind.LEVEL, choices=RATINGS, ranks=RANKS)
POST_KIND = Fact("post_kind", N_("jenis jabatan"), Kind.CHOICE, choices=POST_KINDS)
JPM_SHOWN = Fact("jpm_shown", N_("jumlah level yang dicapai, paling banyak sebesar syarat"), Kind.NUMBER, least=0, most=10_000)
JPM_REQUIRED = Fact("jpm_required", N_("jumlah level yang dipersyaratkan"), Kind.NUMBER, least=0, most=10_000)
JPM_PURPOSE = Fact(
    "jpm_purpose", N_("tujuan penilaian"), Kind.CHOICE,
    choices=(Term("selection", N_("pengisian jabatan")), Term("mapping", N_("pemetaan"))),
)  # fmt: skip

DAY = Fact("day", N_("tanggal"), Kind.DATE)
MONTHS = Fact("months", N_("masa"), Kind.NUMBER, unit=MONTH)
YEARS = Fact("years", N_("usia"), Kind.NUMBER, unit=YEAR)
LEVEL = Fact("level", N_("level"), Kind.NUMBER)
"""Facts that nobody gives: they only say in which unit a calculated value is shown."""

FACTS = {
    fact.key: fact
    for fact in (
        NIP, EMPLOYMENT_KIND, BIRTH_DATE, EDUCATION, HELD_KIND, POST_SINCE, FIELD_MONTHS, *SERVED, RATING_LAST, RATING_BEFORE,
        POST_KIND, JPM_SHOWN, JPM_REQUIRED, JPM_PURPOSE,
    )
}  # fmt: skip


def columns(**values: object) -> dict[str, Column]:
    """Return columns for facts by name: any sequence of what one value may be; ``None`` in it is unknown."""
    return {key: FACTS[key].column(sequence) for key, sequence in values.items()}  # type: ignore[arg-type]
