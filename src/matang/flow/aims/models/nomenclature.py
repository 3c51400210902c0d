"""The national list of programmes, activities and sub-activities, as an agency loaded it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import NomenclatureLevel, NomenclatureState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class NomenclatureEdition(TenantModel):
    """One file of the national list.

    ``tally`` counts rows read, taken, kept out and mended. ``kept_out`` lists what was not taken: row, column, value, reason
    and way out; ``mended`` what was taken with a repair: row, column, before, after.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "decided_by")

    title = models.CharField(_("judul"), max_length=200)
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    file_name = models.CharField(_("nama berkas"), max_length=200)
    digest = models.CharField(_("sidik berkas"), max_length=64)
    state = models.CharField(_("status"), max_length=10, choices=NomenclatureState.choices, default=NomenclatureState.READY)
    tally = models.JSONField(_("jumlah"), default=dict)
    kept_out = models.JSONField(_("tidak ikut"), default=list)
    mended = models.JSONField(_("dirapikan"), default=list)
    created_at = models.DateTimeField(_("diunggah pada"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diunggah oleh"),
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diputuskan oleh"),
    )

    class Meta:
        verbose_name = _("edisi nomenklatur")
        verbose_name_plural = _("edisi nomenklatur")
        ordering = ("-created_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "digest"],
                condition=~models.Q(state=NomenclatureState.DISCARDED),
                name="nomenclature_file_once",
                violation_error_message=_("Berkas yang sama sudah dimuat."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Nomenclature(TenantModel):
    """A row of the national list. It is never edited, only loaded and thrown away with its edition, whose trail is kept."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    edition = models.ForeignKey(NomenclatureEdition, on_delete=models.CASCADE, related_name="rows", verbose_name=_("edisi"))
    level = models.CharField(_("tingkat"), max_length=12, choices=NomenclatureLevel.choices)
    code = models.CharField(_("kode"), max_length=40)
    parent_code = models.CharField(_("kode induk"), max_length=40, blank=True)
    title = models.CharField(_("nomenklatur"), max_length=500)
    output = models.TextField(_("kinerja"), blank=True)
    indicator = models.CharField(_("indikator"), max_length=500, blank=True)
    measure_unit = models.CharField(_("satuan"), max_length=60, blank=True)
    definition = models.TextField(_("definisi operasional"), blank=True)
    executor = models.TextField(_("pelaksana"), blank=True)
    minimum_service = models.BooleanField(_("SPM"), null=True, blank=True)
    kind = models.CharField(_("jenis"), max_length=40, blank=True)
    previous = models.TextField(_("subkegiatan sebelumnya"), blank=True)
    row = models.PositiveIntegerField(_("baris"))

    class Meta:
        verbose_name = _("nomenklatur")
        verbose_name_plural = _("nomenklatur")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "edition", "code"],
                name="nomenclature_code_once",
                violation_error_message=_("Kode ini sudah ada dalam edisi yang sama."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "edition", "parent_code", "code"], name="nomenclature_below")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
