"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScenarioState(models.TextChoices):
    """Where a scenario stands. Only a result that passed the independent check is published."""

    DRAFT = "draft", _("Rancangan")
    RUNNING = "running", _("Sedang dihitung")
    FAILED = "failed", _("Gagal dihitung")
    SOLVED = "solved", _("Selesai dihitung")
    PROPOSED = "proposed", _("Diajukan ke tim penilai")
    DECIDED = "decided", _("Sudah diputus")


class Basis(models.TextChoices):
    """Why a scenario asks who could hold a post."""

    VACANT = "vacant", _("Lowong")
    ACTING = "acting", _("Dijabat pelaksana tugas")
    RETIRING = "retiring", _("Pemangku segera pensiun")


class Pool(models.TextChoices):
    """From where a scenario takes its candidates."""

    EVERYBODY = "everybody", _("Semua pegawai yang jenjangnya menuju jabatan itu")
    OWN_OPD = "own_opd", _("Hanya dari perangkat daerah jabatan itu sendiri")
    NAMED = "named", _("Hanya pegawai yang disebut")
    LISTED = "listed", _("Hanya dari daftar suksesi")


class ConstraintKind(models.TextChoices):
    """What an officer may state about where a person can be placed."""

    ONLY = "only", _("Hanya di unit ini")
    NOT = "not", _("Tidak di unit ini")
    STAY = "stay", _("Tidak dipindahkan")


class CandidateState(models.TextChoices):
    """What the rules say of a person for a post."""

    ELIGIBLE = "eligible", _("Memenuhi syarat")
    UNSURE = "unsure", _("Ada syarat yang belum dapat dipastikan")
    REFUSED = "refused", _("Tidak memenuhi syarat")


class Weight(models.TextChoices):
    """What counts in a score, each with a weight: points for one unit of it."""

    COMPETENCY = "competency", _("Kompetensi (tiap level yang terbukti)")
    EXPERIENCE = "experience", _("Pengalaman (tiap tahun di jenjang yang disyaratkan)")
    UNIT = "unit", _("Mengenal perangkat daerahnya")
    EDUCATION = "education", _("Pendidikan (tiap jenjang di atas SMA)")
    STAY = "stay", _("Tidak mengosongkan jabatan setingkat")
    TALENT = "talent", _("Kotak talenta (tiap kotak, bila daftarnya ada)")


DEFAULT_WEIGHTS = {
    Weight.COMPETENCY: 10,
    Weight.EXPERIENCE: 4,
    Weight.UNIT: 25,
    Weight.EDUCATION: 5,
    Weight.STAY: 30,
    Weight.TALENT: 5,
}
HIGHEST_WEIGHT = 100

USUAL_KINDS = ("jpt_pratama", "administrator", "pengawas")
"""Post kinds that a scenario fills when nobody says which: the managerial posts of a city."""

STEPPING = {
    "jpt_utama": ("jpt_madya", "jpt_utama", "jf_ahli_utama"),
    "jpt_madya": ("jpt_pratama", "jpt_madya", "jf_ahli_utama"),
    "jpt_pratama": ("administrator", "jpt_pratama", "jf_ahli_madya"),
    "administrator": ("pengawas", "administrator", "jf_ahli_muda", "jf_ahli_madya"),
    "pengawas": ("pelaksana", "pengawas", "jf_ahli_pertama", "jf_ahli_muda", "jf_mahir", "jf_penyelia"),
    "pelaksana": ("pelaksana", "jf_pemula", "jf_terampil", "jf_mahir", "jf_ahli_pertama"),
    "jf_ahli_utama": ("jf_ahli_madya", "jf_ahli_utama", "jpt_pratama", "jpt_madya", "jpt_utama"),
    "jf_ahli_madya": ("jf_ahli_muda", "jf_ahli_madya", "administrator"),
    "jf_ahli_muda": ("jf_ahli_pertama", "jf_ahli_muda", "pengawas"),
    "jf_ahli_pertama": ("pelaksana", "jf_ahli_pertama", "jf_mahir", "jf_penyelia"),
    "jf_penyelia": ("jf_mahir", "jf_penyelia"),
    "jf_mahir": ("jf_terampil", "jf_mahir"),
    "jf_terampil": ("pelaksana", "jf_pemula", "jf_terampil"),
    "jf_pemula": ("pelaksana", "jf_pemula"),
}
"""Which kinds of posts count as experience for a kind, and from which candidates come: the level below, and the same."""

PROPOSABLE_KINDS = tuple(STEPPING)
"""Post kinds that a scenario may fill: all whose level is known."""

EDUCATION_STEPS = {"pengawas": 2, "pelaksana": 1, "jf_ahli_pertama": 2, "jf_ahli_muda": 2} | dict.fromkeys(
    ("jf_penyelia", "jf_mahir", "jf_terampil", "jf_pemula"), 1
)
"""Steps of education above secondary school that count for a kind of post; three where nothing else is said."""

RETIRING_CHOICES = (0, 6, 12, 24)
"""Months ahead from which an officer chooses whose posts are planned for in time; 0 = only posts that are free."""

USUAL_HORIZON = 12

INLINE_POSTS = 60
"""Up to so many posts a scenario is computed while the officer waits; more go to a job."""

RUNNERS_UP = 9
"""How many runners-up a post's shortlist keeps beside the proposed person."""

MONTHS_CHOICES = (0, 12, 24, 36, 60)
"""Months in the present post that a scenario may ask for."""

EARNED = ("level", "year", "step")
"""Units of the score that a person can earn more of by learning and working; of a flag or a talent box nobody can."""


class ActKind(models.TextChoices):
    """The closed list of kinds of development that SIASN keeps; ``ASSIGNMENT`` is one that it counts among "others"."""

    STRUCTURAL = "structural", _("Diklat struktural")
    FUNCTIONAL = "functional", _("Diklat fungsional")
    TECHNICAL = "technical", _("Diklat teknis")
    WORKSHOP = "workshop", _("Workshop / lokakarya")
    MANAGERIAL = "managerial", _("Pelatihan manajerial")
    CULTURAL = "cultural", _("Pelatihan sosial kultural")
    BRIEFING = "briefing", _("Sosialisasi")
    GUIDANCE = "guidance", _("Bimbingan teknis")
    SEMINAR = "seminar", _("Seminar / konferensi")
    INTERNSHIP = "internship", _("Magang / praktik kerja")
    COURSE = "course", _("Kursus")
    UPGRADING = "upgrading", _("Penataran")
    CLASSROOM = "classroom", _("Pelatihan klasikal lainnya")
    COACHING = "coaching", _("Coaching")
    MENTORING = "mentoring", _("Mentoring")
    ELEARNING = "elearning", _("E-learning")
    DISTANCE = "distance", _("Pelatihan jarak jauh")
    SECONDMENT = "secondment", _("Detasering")
    OUTDOOR = "outdoor", _("Pembelajaran alam terbuka")
    STUDY_VISIT = "study_visit", _("Patok banding / studi tiru")
    EXCHANGE = "exchange", _("Pertukaran dengan pegawai swasta/BUMN/BUMD")
    SELF_STUDY = "self_study", _("Belajar mandiri")
    COMMUNITY = "community", _("Komunitas belajar")
    ON_THE_JOB = "on_the_job", _("Bimbingan di tempat kerja")
    NON_CLASSROOM = "non_classroom", _("Pelatihan nonklasikal lainnya")
    ASSIGNMENT = "assignment", _("Penugasan pada program prioritas")


SIASN_KIND = {kind: number for number, kind in enumerate(ActKind, start=1)} | {ActKind.ASSIGNMENT: 25}
"""The number of each kind in the national system, for exchange."""

NON_CLASSROOM_KINDS = frozenset(
    {
        ActKind.INTERNSHIP, ActKind.COACHING, ActKind.MENTORING, ActKind.ELEARNING, ActKind.DISTANCE, ActKind.SECONDMENT,
        ActKind.OUTDOOR, ActKind.STUDY_VISIT, ActKind.EXCHANGE, ActKind.SELF_STUDY, ActKind.COMMUNITY, ActKind.ON_THE_JOB,
        ActKind.NON_CLASSROOM, ActKind.ASSIGNMENT,
    }
)  # fmt: skip
"""Paths of learning outside the classroom (nonklasikal); the others are klasikal."""


class DevelopmentState(models.TextChoices):
    """Where a development proposal stands. A named official's approval belongs to the stage after this one."""

    DRAFT = "draft", _("Rancangan")
    RUNNING = "running", _("Sedang dihitung")
    FAILED = "failed", _("Gagal dihitung")
    COMPUTED = "computed", _("Selesai dihitung")
    PROPOSED = "proposed", _("Diajukan")


class PriorityGroup(models.TextChoices):
    """Groups of posts whose gaps a development proposal can count more or less."""

    LEADERS = "leaders", _("Pimpinan tinggi dan administrator")
    SUPERVISORS = "supervisors", _("Pengawas")
    EXPERTS = "experts", _("Jabatan fungsional")
    STAFF = "staff", _("Pelaksana")
