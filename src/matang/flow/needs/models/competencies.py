"""The competency dictionary of an agency: what each competency is, and how it was worded from day to day."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models.constraints import ends_after_start, once_a_day
from matang.flow.needs.models.editions import DictionaryEdition
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


class CompetencyQuerySet(DatedQuerySet["Competency"]):
    """Queries over competencies."""

    def as_at(self, day: date) -> Self:
        """Keep the competencies that the dictionary holds on ``day``; one that was retired for a while is not there then."""
        texts = CompetencyText.objects.filter(competency=OuterRef("pk"))
        return super().as_at(day).filter(Exists(texts.as_at(day)) | ~Exists(texts))


@tracked()
class Competency(TenantModel, Dated):
    """A competency: what evidence and standards point to, whatever it is called.

    Its key never changes. How it was named, grouped and worded on a day stands in ``CompetencyText``; the fields here
    repeat the text of today, for lists and pickers.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=40)
    name = models.CharField(_("nama kompetensi"), max_length=250)
    field = models.CharField(_("kelompok"), max_length=12, choices=CompetencyField.choices)
    area = models.CharField(_("bidang atau urusan"), max_length=120, blank=True)
    version = models.CharField(_("versi"), max_length=120)
    position = models.PositiveSmallIntegerField(_("urutan"), default=0)

    objects = CompetencyQuerySet.as_manager()

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
            ends_after_start("competency_ends_after_start", _("Kompetensi harus berakhir sesudah mulai berlaku.")),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CompetencyText(TenantModel, Dated):
    """How a competency is named, grouped and worded for a span of days.

    ``levels`` lists five objects, level 1 first: ``short`` in our own or the officer's words, ``official`` and
    ``indicators`` (a list) as the agency loaded them from ``source``; empty = none.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    competency = models.ForeignKey(Competency, on_delete=models.CASCADE, related_name="texts", verbose_name=_("kompetensi"))
    edition = models.ForeignKey(
        DictionaryEdition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="texts",
        verbose_name=_("perubahan kamus"),
    )
    code = models.CharField(_("kode"), max_length=40)
    name = models.CharField(_("nama kompetensi"), max_length=250)
    field = models.CharField(_("kelompok"), max_length=12, choices=CompetencyField.choices)
    area = models.CharField(_("bidang atau urusan"), max_length=120, blank=True)
    definition = models.TextField(_("definisi"), blank=True)
    levels = models.JSONField(_("level"), default=list)
    source = models.CharField(_("sumber"), max_length=120, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("rumusan kompetensi")
        verbose_name_plural = _("rumusan kompetensi")
        ordering = ("valid_from", "id")
        constraints = [
            once_a_day(
                "competency_text_once",
                "competency_id",
                message=_("Kompetensi ini sudah punya rumusan pada hari yang sama."),
            ),
            ends_after_start("competency_text_ends_after_start", _("Rumusan harus berakhir sesudah mulai berlaku.")),
        ]

    def __str__(self) -> str:
        return self.name
