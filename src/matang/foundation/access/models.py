"""Grants: which role an account has, over which part of an agency, and for how long."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.access.roles import Role
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Grant(TenantModel, Dated):
    """A role of an account over a unit and all below it (``unit_path``), or over the whole agency when that is empty.

    ``unit_path`` is the unit's path as the register writes it, such as ``/12/57/``.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("user",)

    user = models.ForeignKey("identity.User", on_delete=models.CASCADE, related_name="grants", verbose_name=_("akun"))
    role = models.CharField(_("peran"), max_length=20, choices=Role.choices)
    unit_id = models.BigIntegerField(_("unit"), null=True, blank=True)
    unit_path = models.CharField(_("jalur unit"), max_length=200, blank=True)
    reason = models.CharField(_("alasan"), max_length=200, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan peran")
        verbose_name_plural = _("penugasan peran")
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_start",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                violation_error_message=_("Tanggal akhir harus sesudah tanggal mulai."),
            ),
        ]
        indexes = [models.Index(fields=["user", "valid_from"], name="grant_user")]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.unit_path or '/'})"
