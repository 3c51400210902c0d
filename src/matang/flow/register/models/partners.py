"""Organisations that an agency works with."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import PartnerKind
from matang.flow.register.models.constraints import ends_after_start
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Partner(TenantModel, Dated):
    """A government, ministry, university, firm or professional body outside the agency."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(_("nama"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=12, choices=PartnerKind.choices)
    region = models.ForeignKey(
        "register.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    strengths = models.TextField(_("keunggulan"), blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("mitra")
        verbose_name_plural = _("mitra")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["agency", "name", "valid_from"], name="partner_name_once"),
            ends_after_start("partner_ends_after_start", _("Kemitraan harus berakhir sesudah mulai.")),
        ]

    def __str__(self) -> str:
        return self.name
