"""A name that an official put forward for a post: looked at like everybody else's, and on the record."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Nomination(TenantModel):
    """A name put forward before the decision. It gives no advantage: the sheet says where it stands and why.

    ``rank`` is the place on the shortlist when it was named (0 = not on it), ``distance`` the points that were lacking, and
    ``refusals`` the requirements that were not met: ``[[title, reason, article, unverified], …]``, stored sentences.
    It is never taken back.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "reason", "named_by", "rank", "distance", "refusals")

    scenario = models.ForeignKey("plan.PlacementScenario", on_delete=models.PROTECT, related_name="+", verbose_name=_("skenario"))
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    reason = models.TextField(_("alasan"))
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diajukan oleh")
    )
    named_at = models.DateTimeField(_("diajukan pada"))
    rank = models.PositiveSmallIntegerField(_("urutan saat diajukan"))
    distance = models.IntegerField(_("kekurangan saat diajukan"), null=True, blank=True)
    refusals = models.JSONField(_("syarat yang tidak dipenuhi"), default=list, blank=True)
    log_id = models.BigIntegerField(_("catatan putusan"))

    class Meta:
        verbose_name = _("nama yang diajukan")
        verbose_name_plural = _("nama yang diajukan")
        ordering = ("named_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "post", "person"],
                name="nomination_once",
                violation_error_message=_("Nama ini sudah diajukan untuk jabatan itu."),
            ),
            models.CheckConstraint(
                name="nomination_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan mengajukan nama ini."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="nomination_person")]
