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


DEFAULT_WEIGHTS = {Weight.COMPETENCY: 10, Weight.EXPERIENCE: 4, Weight.UNIT: 25, Weight.EDUCATION: 5, Weight.STAY: 30}
HIGHEST_WEIGHT = 100

PROPOSABLE_KINDS = ("jpt_pratama", "administrator", "pengawas")
"""Post kinds that a scenario fills in this version: the managerial posts of a city."""

RETIRING_CHOICES = (0, 6, 12, 24)
"""Months ahead from which an officer chooses whose posts are planned for in time; 0 = only posts that are free."""

USUAL_HORIZON = 12

INLINE_POSTS = 60
"""Up to so many posts a scenario is computed while the officer waits; more go to a job."""

RUNNERS_UP = 9
"""How many runners-up a post's shortlist keeps beside the proposed person."""
