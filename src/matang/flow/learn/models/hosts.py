"""Where people can learn."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import Agency, TenantModel


@tracked()
class Host(TenantModel):
    """A place to learn as the agency knows it: a partner of the register, or the agency itself where ``partner`` is empty.

    ``linked`` is the host's own agency where it uses this installation: it then answers requests and works on the same rows.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    partner = models.ForeignKey(
        "register.Partner", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("mitra")
    )
    linked = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("instansi di Matang")
    )
    about = models.TextField(_("tentang tempat belajar ini"), blank=True)

    class Meta:
        verbose_name = _("tuan rumah")
        verbose_name_plural = _("tuan rumah")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partner"],
                name="host_partner_once",
                nulls_distinct=False,
                violation_error_message=_("Mitra ini sudah tercatat sebagai tuan rumah."),
            ),
            models.CheckConstraint(
                name="host_is_not_linked_to_itself",
                condition=models.Q(linked__isnull=True) | ~models.Q(linked=models.F("agency")),
                violation_error_message=_("Tuan rumah yang tertaut harus instansi lain."),
            ),
        ]

    def __str__(self) -> str:
        return self.partner.name if self.partner else self.agency.name
