"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecommendationState(models.TextChoices):
    """Where a recommendation stands."""

    DRAFT = "draft", pgettext_lazy("rekomendasi", "Konsep")
    SUBMITTED = "submitted", pgettext_lazy("rekomendasi", "Diajukan")
    PRESENTED = "presented", pgettext_lazy("rekomendasi", "Sudah dipaparkan")
    DECIDED = "decided", pgettext_lazy("rekomendasi", "Sudah diputus")


class ConditionKind(models.TextChoices):
    """The five conditions that make a practice work somewhere."""

    LAW = "law", _("Aturan")
    MONEY = "money", _("Anggaran")
    PEOPLE = "people", _("Orang")
    NETWORK = "network", _("Jejaring")
    LEADERSHIP = "leadership", _("Kepemimpinan")


class Fit(models.TextChoices):
    """Whether a condition that held there holds here. Unknown is a value, never a yes."""

    FITS = "fits", pgettext_lazy("syarat", "Ada di sini")
    LACKS = "lacks", pgettext_lazy("syarat", "Belum ada di sini")
    UNKNOWN = "unknown", pgettext_lazy("syarat", "Belum diketahui")


class DecisionKind(models.TextChoices):
    """What the official decides about a recommendation."""

    ADOPT = "adopt", _("Terapkan")
    ADAPT = "adapt", _("Terapkan dengan penyesuaian")
    PILOT = "pilot", _("Uji coba dulu")
    REJECT = "reject", pgettext_lazy("putusan", "Tolak")
    NEED_MORE = "need_more", _("Lengkapi dulu")


ADOPTING = (DecisionKind.ADOPT, DecisionKind.ADAPT, DecisionKind.PILOT)
"""Decisions from which an adoption follows."""


class AdoptionResult(models.TextChoices):
    """As what an adoption was closed. Nothing is said about whether anything got better: that is measured elsewhere."""

    APPLIED = "applied", _("Diterapkan")
    PARTLY = "partly", _("Diterapkan sebagian")
    NOT_APPLIED = "not_applied", _("Tidak diterapkan")


class CheckFinding(models.TextChoices):
    """What was found when an adoption was looked at."""

    GOING = "going", pgettext_lazy("pemeriksaan", "Berjalan")
    PARTLY = "partly", pgettext_lazy("pemeriksaan", "Berjalan sebagian")
    STUCK = "stuck", pgettext_lazy("pemeriksaan", "Tidak berjalan")


class Barrier(models.TextChoices):
    """Why an adoption doesn't go on: the codes that evaluations after training use (dossier EV-04, secondary source)."""

    NO_FUNDS = "no_funds", _("Tidak ada anggaran")
    NO_TEAM = "no_team", _("Tidak didukung tim")
    MOVED = "moved", _("Alumni pindah atau promosi")
    UNABLE = "unable", _("Alumni tidak mampu menerapkan")
    OTHER = "other", pgettext_lazy("hambatan", "Lainnya")


class PracticeResult(models.TextChoices):
    """What became of a practice where it was tried. What did not work is kept: it saves others the attempt."""

    WORKED = "worked", _("Berhasil diterapkan")
    PARTLY = "partly", _("Berhasil sebagian")
    FAILED = "failed", _("Tidak berhasil diterapkan")


class ConditionNeed(models.TextChoices):
    """Whether a practice needs a condition. Unknown is not "no"."""

    NEEDED = "needed", _("Diperlukan")
    NOT_NEEDED = "not_needed", _("Tidak diperlukan")
    UNKNOWN = "unknown", pgettext_lazy("syarat praktik", "Belum diketahui")


CLOCKS = (30, 90, 180, 365)
"""On which days after the decision an adoption is looked at."""
