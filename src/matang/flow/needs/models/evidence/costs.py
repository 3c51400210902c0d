"""What it costs to know more."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import CostBasis, EvidenceSource
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class EvidenceCost(TenantModel):
    """What one piece of a kind of evidence costs the agency from a day on, until a later row says otherwise.

    Unknown is empty, never zero. ``source`` says where the figure is from: a contract, a tariff, an estimate.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    kind = models.CharField(_("jenis bukti"), max_length=20, choices=EvidenceSource.choices)
    since = models.DateField(_("berlaku sejak"))
    basis = models.CharField(_("dasar"), max_length=10, choices=CostBasis.choices, default=CostBasis.PERSON)
    rupiah = models.PositiveBigIntegerField(_("biaya (Rp)"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("waktu pegawai (menit)"), null=True, blank=True)
    source = models.CharField(_("sumber angka"), max_length=200)

    class Meta:
        verbose_name = _("biaya bukti")
        verbose_name_plural = _("biaya bukti")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "since"],
                name="evidence_cost_once",
                violation_error_message=_("Jenis bukti ini sudah punya biaya sejak hari itu."),
            ),
            models.CheckConstraint(
                name="evidence_cost_names_its_source",
                condition=~models.Q(source=""),
                violation_error_message=_("Tulis dari mana angka biaya ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.since}"
