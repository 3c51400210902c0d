"""By what an aim is measured."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import IndicatorDirection
from matang.flow.aims.models.aims import Aim
from matang.flow.aims.models.constraints import ends_after_start, not_before
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Indicator(TenantModel, Dated):
    """What is measured to see whether an aim is reached: from which value, to which, by when.

    Values are in ``measure_unit``, exact, with ``decimals`` places to show; empty = not known, never zero. The series of
    measured values belongs to the stage measure.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    aim = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("simpul tujuan"))
    name = models.CharField(_("nama indikator"), max_length=500)
    measure_unit = models.CharField(_("satuan"), max_length=60)
    direction = models.CharField(_("arah"), max_length=4, choices=IndicatorDirection.choices, default=IndicatorDirection.UP)
    decimals = models.PositiveSmallIntegerField(_("angka di belakang koma"), default=0)
    baseline_value = models.DecimalField(_("nilai awal"), max_digits=20, decimal_places=4, null=True, blank=True)
    baseline_on = models.DateField(_("nilai awal per"), null=True, blank=True)
    baseline_source = models.CharField(_("sumber nilai awal"), max_length=200, blank=True)
    target_value = models.DecimalField(_("target"), max_digits=20, decimal_places=4, null=True, blank=True)
    target_on = models.DateField(_("target pada"), null=True, blank=True)
    unit = models.ForeignKey(
        "register.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit penanggung jawab data"),
    )
    data_source = models.CharField(_("sumber data"), max_length=200, blank=True)
    position = models.PositiveIntegerField(_("urutan"), default=0)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("indikator")
        verbose_name_plural = _("indikator")
        ordering = ("position", "id")
        constraints = [
            ends_after_start("indicator_ends_after_start", _("Indikator harus berakhir sesudah mulai berlaku.")),
            not_before(
                "indicator_target_after_baseline", "target_on", "baseline_on", _("Target tidak boleh sebelum nilai awal.")
            ),
            models.CheckConstraint(
                name="indicator_dates_have_values",
                condition=(models.Q(baseline_on__isnull=True) | models.Q(baseline_value__isnull=False))
                & (models.Q(target_on__isnull=True) | models.Q(target_value__isnull=False)),
                violation_error_message=_("Tanggal tanpa nilai: isi nilainya, atau kosongkan tanggalnya."),
            ),
            models.CheckConstraint(
                name="indicator_decimals",
                condition=models.Q(decimals__lte=4),
                violation_error_message=_("Angka di belakang koma paling banyak empat."),
            ),
            models.UniqueConstraint(
                fields=["agency", "aim", "name"],
                condition=models.Q(valid_to__isnull=True),
                name="indicator_once",
                violation_error_message=_("Indikator dengan nama ini sudah ada pada simpul ini."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
