"""Closed lists of the register. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionLevel(models.TextChoices):
    """Level of a region in the ministry's code list."""

    PROVINCE = "province", _("Provinsi")
    REGENCY = "regency", _("Kabupaten/Kota")
    DISTRICT = "district", _("Kecamatan")
    VILLAGE = "village", _("Kelurahan/Desa")


class EmploymentKind(models.TextChoices):
    """Kind of employment of a civil servant."""

    PNS = "pns", _("PNS")
    PPPK = "pppk", _("PPPK")


class Sex(models.TextChoices):
    """Sex as recorded; unknown is a value."""

    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")
    UNKNOWN = "unknown", _("Tidak diketahui")


class PostKind(models.TextChoices):
    """Kind and layer of a post (*jenis jabatan*)."""

    JPT_UTAMA = "jpt_utama", _("JPT utama")
    JPT_MADYA = "jpt_madya", _("JPT madya")
    JPT_PRATAMA = "jpt_pratama", _("JPT pratama")
    ADMINISTRATOR = "administrator", _("Administrator")
    PENGAWAS = "pengawas", _("Pengawas")
    PELAKSANA = "pelaksana", _("Pelaksana")
    JF_AHLI_UTAMA = "jf_ahli_utama", _("JF ahli utama")
    JF_AHLI_MADYA = "jf_ahli_madya", _("JF ahli madya")
    JF_AHLI_MUDA = "jf_ahli_muda", _("JF ahli muda")
    JF_AHLI_PERTAMA = "jf_ahli_pertama", _("JF ahli pertama")
    JF_PENYELIA = "jf_penyelia", _("JF penyelia")
    JF_MAHIR = "jf_mahir", _("JF mahir")
    JF_TERAMPIL = "jf_terampil", _("JF terampil")
    JF_PEMULA = "jf_pemula", _("JF pemula")
    JF_OTHER = "jf_other", _("JF (jenjang tidak diketahui)")
    OTHER = "other", _("Tidak diketahui")


MANAGERIAL_KINDS = (
    PostKind.JPT_UTAMA,
    PostKind.JPT_MADYA,
    PostKind.JPT_PRATAMA,
    PostKind.ADMINISTRATOR,
    PostKind.PENGAWAS,
)


class IncumbencyKind(models.TextChoices):
    """How a post is held."""

    DEFINITIVE = "definitive", _("Definitif")
    ACTING = "acting", _("Pelaksana tugas (Plt.)")
    STAND_IN = "stand_in", _("Pelaksana harian (Plh.)")


class ServiceState(models.TextChoices):
    """Legal standing of a civil servant (*kedudukan hukum*)."""

    ACTIVE = "active", _("Aktif")
    LEAVE = "leave", _("Cuti di luar tanggungan negara")
    STUDY = "study", _("Tugas belajar")
    SUSPENDED = "suspended", _("Diberhentikan sementara")
    RETIRED = "retired", _("Pensiun")
    LEFT = "left", _("Berhenti")
    DECEASED = "deceased", _("Meninggal")
    INACTIVE = "inactive", _("Tidak aktif")


class EducationLevel(models.TextChoices):
    """Level of formal education, lowest first; ``EDUCATION_RANK`` orders them."""

    SD = "sd", _("SD")
    SMP = "smp", _("SMP")
    SMA = "sma", _("SMA/sederajat")
    D1 = "d1", _("D-I")
    D2 = "d2", _("D-II")
    D3 = "d3", _("D-III")
    D4 = "d4", _("D-IV")
    S1 = "s1", _("S-1")
    PROFESSION = "profession", _("Profesi")
    S2 = "s2", _("S-2")
    S3 = "s3", _("S-3")


EDUCATION_RANK = {level: rank for rank, level in enumerate(EducationLevel.values, start=1)}
EDUCATION_RANK[EducationLevel.D4] = EDUCATION_RANK[EducationLevel.S1]


class AppraisalRating(models.TextChoices):
    """Rating of a year's work (*predikat kinerja*), lowest first; values as in the rules."""

    SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")
    KURANG = "kurang", _("Kurang")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
    BAIK = "baik", _("Baik")
    SANGAT_BAIK = "sangat_baik", _("Sangat Baik")


PNS_GRADES = tuple(f"{roman}/{letter}" for roman in ("I", "II", "III") for letter in "abcd") + tuple(
    f"IV/{letter}" for letter in "abcde"
)
PPPK_GRADES = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip


class PartnerKind(models.TextChoices):
    """Kind of organisation outside the agency."""

    GOVERNMENT = "government", _("Pemerintah daerah")
    MINISTRY = "ministry", _("Kementerian/lembaga")
    UNIVERSITY = "university", _("Perguruan tinggi")
    FIRM = "firm", _("Perusahaan")
    PROFESSION = "profession", _("Organisasi profesi")
    OTHER = "other", _("Lainnya")


class CorrectionState(models.TextChoices):
    """Where a person's request for correction stands."""

    OPEN = "open", _("Menunggu")
    ACCEPTED = "accepted", _("Diperbaiki")
    REJECTED = "rejected", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Ditarik")


ENDED_STATES = (ServiceState.RETIRED, ServiceState.LEFT, ServiceState.DECEASED, ServiceState.INACTIVE)


class ImportKind(models.TextChoices):
    """What a file for import holds."""

    PEOPLE = "people", _("Pegawai")
    UNITS = "units", _("Unit")
    APPRAISALS = "appraisals", _("Penilaian kinerja")


class ImportState(models.TextChoices):
    """Where an import stands. Nothing of it is in the register before it is committed."""

    CHECKING = "checking", _("Sedang diperiksa")
    READY = "ready", _("Siap ditinjau")
    QUEUED = "queued", _("Sedang disimpan")
    COMMITTED = "committed", _("Tersimpan")
    FAILED = "failed", _("Gagal disimpan")
    DISCARDED = "discarded", _("Dibatalkan")


class ImportOutcome(models.TextChoices):
    """What becomes of a row."""

    CREATE = "create", _("Baru")
    UPDATE = "update", _("Berubah")
    UNCHANGED = "unchanged", _("Tetap")
    REFUSED = "refused", _("Ditolak")
