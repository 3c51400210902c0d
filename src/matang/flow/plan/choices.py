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


class CandidateState(models.TextChoices):
    """What the rules say of a person for a post."""

    ELIGIBLE = "eligible", _("Memenuhi syarat")
    UNSURE = "unsure", _("Ada syarat yang belum dapat dipastikan")
    REFUSED = "refused", _("Tidak memenuhi syarat")


PROPOSABLE_KINDS = ("jpt_pratama", "administrator", "pengawas")
"""Post kinds that a scenario can fill in this version: managerial posts of a city."""
