"""What an officer states about one person: keep here, not there, do not move."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.choices import ConstraintKind
from matang.flow.plan.models.scenarios import PlacementScenario
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class PlacementConstraint(TenantModel):
    """A limit to where a scenario may place a person, for a reason such as health or a spouse's place of work.

    Kind, units and reason are read only by those who plan and by the person; everybody else reads that there is one.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "kind", "units", "reason", "created_by")

    scenario = models.ForeignKey(
        PlacementScenario, on_delete=models.CASCADE, related_name="constraints", verbose_name=_("skenario")
    )
    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    kind = models.CharField(_("pembatasan"), max_length=10, choices=ConstraintKind.choices)
    units = ArrayField(models.BigIntegerField(), verbose_name=_("unit"), default=list, blank=True)
    reason = models.CharField(_("alasan"), max_length=300)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    created_at = models.DateTimeField(_("dicatat pada"))

    class Meta:
        verbose_name = _("pembatasan penempatan")
        verbose_name_plural = _("pembatasan penempatan")
        ordering = ("person_id", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "person", "kind"],
                name="constraint_kind_once",
                violation_error_message=_("Pembatasan jenis ini untuk pegawai itu sudah dicatat."),
            ),
            models.CheckConstraint(
                name="constraint_has_a_reason",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan pembatasan."),
            ),
        ]
