"""The competency dictionary of an agency."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import CompetencyField
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Competency(TenantModel, Dated):
    """A competency. ``code`` is stable: a later ``version`` may change the wording, never what the code stands for."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=20)
    name = models.CharField(_("nama kompetensi"), max_length=120)
    field = models.CharField(_("kelompok"), max_length=12, choices=CompetencyField.choices)
    version = models.CharField(_("versi"), max_length=40)
    position = models.PositiveSmallIntegerField(_("urutan"), default=0)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("kompetensi")
        verbose_name_plural = _("kompetensi")
        ordering = ("position", "code")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                name="competency_code_once",
                violation_error_message=_("Kode kompetensi ini sudah ada."),
            ),
            models.CheckConstraint(
                name="competency_ends_after_start",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                violation_error_message=_("Kompetensi harus berakhir sesudah mulai berlaku."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CompetencyLevel(TenantModel):
    """One of the five levels of a competency, in one sentence."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    competency = models.ForeignKey(Competency, on_delete=models.CASCADE, related_name="levels", verbose_name=_("kompetensi"))
    level = models.PositiveSmallIntegerField(_("level"))
    wording = models.CharField(_("bunyi"), max_length=300)

    class Meta:
        verbose_name = _("level kompetensi")
        verbose_name_plural = _("level kompetensi")
        ordering = ("level",)
        constraints = [
            models.UniqueConstraint(fields=["competency", "level"], name="competency_level_once"),
            models.CheckConstraint(
                name="competency_level_one_to_five",
                condition=models.Q(level__gte=1, level__lte=5),
                violation_error_message=_("Level kompetensi antara 1 dan 5."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level}. {self.wording}"
