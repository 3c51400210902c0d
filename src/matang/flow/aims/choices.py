"""Closed lists of the stage. Terms of the law stay Indonesian on screen; values are English."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanKind(models.TextChoices):
    """Planning documents of a regional government."""

    RPJPD = "rpjpd", _("RPJPD")
    RPJMD = "rpjmd", _("RPJMD")
    RENSTRA = "renstra", _("Renstra")
    RKPD = "rkpd", _("RKPD")
    OTHER = "other", _("Dokumen lain")


class AimLevel(models.TextChoices):
    """Where an aim stands between the vision and the work of one year."""

    VISION = "vision", _("Visi")
    MISSION = "mission", _("Misi")
    GOAL = "goal", pgettext_lazy("tingkat", "Tujuan")
    OBJECTIVE = "objective", _("Sasaran")
    CRITICAL_SUCCESS_FACTOR = "critical_success_factor", _("Faktor penentu keberhasilan")
    INTERMEDIATE_CONDITION = "intermediate_condition", _("Kondisi antara")
    PROGRAMME = "programme", _("Program")
    ACTIVITY = "activity", _("Kegiatan")
    SUB_ACTIVITY = "sub_activity", _("Subkegiatan")


PARENTS: dict[str, tuple[str, ...]] = {
    AimLevel.VISION: (),
    AimLevel.MISSION: (AimLevel.VISION,),
    AimLevel.GOAL: (AimLevel.MISSION,),
    AimLevel.OBJECTIVE: (AimLevel.GOAL,),
    AimLevel.CRITICAL_SUCCESS_FACTOR: (AimLevel.OBJECTIVE, AimLevel.INTERMEDIATE_CONDITION),
    AimLevel.INTERMEDIATE_CONDITION: (
        AimLevel.OBJECTIVE,
        AimLevel.CRITICAL_SUCCESS_FACTOR,
        AimLevel.INTERMEDIATE_CONDITION,
    ),
    AimLevel.PROGRAMME: (AimLevel.OBJECTIVE, AimLevel.CRITICAL_SUCCESS_FACTOR, AimLevel.INTERMEDIATE_CONDITION),
    AimLevel.ACTIVITY: (AimLevel.PROGRAMME,),
    AimLevel.SUB_ACTIVITY: (AimLevel.ACTIVITY,),
}
"""What an aim of each level may hang under."""

ACROSS_PLANS: dict[str, tuple[str, ...]] = {AimLevel.GOAL: (AimLevel.OBJECTIVE,)}
"""What it may hang under besides, where that belongs to another plan: the goals of a Renstra serve the RPJMD's objectives."""

ALONE = (AimLevel.VISION, AimLevel.MISSION, AimLevel.GOAL, AimLevel.OBJECTIVE, AimLevel.PROGRAMME)
"""Levels that may stand without anything above; all but the vision are then shown as not tied to a mission."""

WORK_LEVELS = (AimLevel.PROGRAMME, AimLevel.ACTIVITY, AimLevel.SUB_ACTIVITY)
"""The levels at which somebody works and money is spent."""

DEED_LEVELS = (AimLevel.ACTIVITY, AimLevel.SUB_ACTIVITY)
"""The levels that the flower test asks about: where, who does it, who tends it after, with what money."""


class LinkKind(models.TextChoices):
    """How an aim is tied to another that is not right above it."""

    CONTRIBUTES_TO = "contributes_to", _("Mendukung")
    NEEDS = "needs", _("Membutuhkan")
    SAME_AS = "same_as", _("Sama dengan")
    SHARES_OUTCOME = "shares_outcome", _("Berbagi hasil dengan")


TWO_WAY = (LinkKind.SAME_AS, LinkKind.SHARES_OUTCOME)
"""Kinds that say the same in both directions."""


class IndicatorDirection(models.TextChoices):
    """Which way an indicator gets better."""

    UP = "up", _("Makin tinggi makin baik")
    DOWN = "down", _("Makin rendah makin baik")


class Health(models.TextChoices):
    """How an aim looks to someone who asks whether it can be reached at all. Unknown is not good."""

    GREEN = "green", _("Siap")
    AMBER = "amber", _("Perlu dilengkapi")
    RED = "red", _("Terputus")
    UNKNOWN = "unknown", _("Belum dapat dinilai")


class NomenclatureLevel(models.TextChoices):
    """Levels of the national list of codes."""

    FIELD = "field", _("Bidang urusan")
    PROGRAMME = "programme", _("Program")
    ACTIVITY = "activity", _("Kegiatan")
    SUB_ACTIVITY = "sub_activity", _("Subkegiatan")


class NomenclatureState(models.TextChoices):
    """Where a loaded list stands. The newest one in use is offered when aims are made."""

    READY = "ready", _("Menunggu keputusan Anda")
    IN_USE = "in_use", _("Dipakai")
    DISCARDED = "discarded", _("Dibuang")


class ThoughtState(models.TextChoices):
    """Where a paper of thought stands. Submitted ones may be taken up again; every submission is kept."""

    DRAFT = "draft", _("Disusun")
    SUBMITTED = "submitted", _("Diajukan")
    CLOSED = "closed", _("Ditutup")
