"""A requirement that a named official set aside for one person and one post."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Waiver(TenantModel):
    """A requirement set aside. It is shown to everybody who sees the sheet, also after it was taken back.

    ``check_key`` and ``title`` name the requirement as the sheet does (``title`` is a stored sentence), ``verdict`` is what
    it said: ``fail`` (then ``ground`` is a must) or ``unknown``. ``answer`` keeps what the computation says of the person
    for the post (``score``, ``distance``, ``state``, ``reasons``), so that the sheet shows the same to everybody and later.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "title", "verdict", "reason", "answer", "given_by", "withdrawn_by")

    scenario = models.ForeignKey("plan.PlacementScenario", on_delete=models.PROTECT, related_name="+", verbose_name=_("skenario"))
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    check_key = models.CharField(_("syarat"), max_length=120)
    title = models.JSONField(_("bunyi syarat"))
    verdict = models.CharField(_("hasil pemeriksaan"), max_length=10)
    ground = models.CharField(_("dasar hukum"), max_length=200, blank=True)
    reason = models.TextField(_("alasan"))
    answer = models.JSONField(_("hasil hitungan bagi pegawai ini"), default=dict)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diberikan oleh")
    )
    given_at = models.DateTimeField(_("diberikan pada"))
    log_id = models.BigIntegerField(_("catatan putusan"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditarik oleh"),
    )
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)
    withdrawal = models.TextField(_("alasan penarikan"), blank=True)

    class Meta:
        verbose_name = _("pengecualian syarat")
        verbose_name_plural = _("pengecualian syarat")
        ordering = ("given_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "post", "person", "check_key"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="waiver_requirement_once",
                violation_error_message=_("Syarat ini sudah dikecualikan."),
            ),
            models.CheckConstraint(
                name="waiver_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message=_("Pengecualian harus beralasan."),
            ),
            models.CheckConstraint(
                name="waiver_of_failure_has_ground",
                condition=models.Q(verdict="unknown") | (models.Q(verdict="fail") & ~models.Q(ground="")),
                violation_error_message=_("Syarat yang tidak dipenuhi hanya dapat dikecualikan dengan dasar hukum."),
            ),
            models.CheckConstraint(
                name="waiver_withdrawal_is_whole",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | (models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~models.Q(withdrawal="")),
                violation_error_message=_("Penarikan harus punya penanggung jawab dan alasan."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="waiver_person")]
