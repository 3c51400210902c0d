"""Planning documents."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import PlanKind
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class AimPlan(TenantModel):
    """A planning document: what its aims stand in. A Renstra names the unit whose plan it is.

    ``adopted_on`` empty = not adopted yet, or not known; ``source`` says where its content was taken from.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    kind = models.CharField(_("jenis"), max_length=8, choices=PlanKind.choices)
    name = models.CharField(_("nama"), max_length=200)
    year_from = models.PositiveSmallIntegerField(_("tahun awal"))
    year_to = models.PositiveSmallIntegerField(_("tahun akhir"))
    adopted_on = models.DateField(_("ditetapkan pada"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )

    class Meta:
        verbose_name = _("dokumen perencanaan")
        verbose_name_plural = _("dokumen perencanaan")
        ordering = ("-year_from", "kind", "name", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "name", "year_from"],
                name="aim_plan_once",
                violation_error_message=_("Dokumen dengan jenis, nama, dan tahun awal ini sudah ada."),
            ),
            models.CheckConstraint(
                name="aim_plan_years",
                condition=models.Q(year_to__gte=models.F("year_from")) & models.Q(year_from__gte=1945, year_to__lte=2199),
                violation_error_message=_("Tahun akhir tidak boleh sebelum tahun awal."),
            ),
            models.CheckConstraint(
                name="aim_plan_renstra_has_unit",
                condition=~models.Q(kind=PlanKind.RENSTRA) | models.Q(unit__isnull=False),
                violation_error_message=_("Renstra adalah dokumen satu perangkat daerah: pilih unitnya."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
