"""The outbox: what happened, and who has been told."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.tenancy.models import TenantModel


class OutboxEvent(TenantModel):
    """Something that happened, written in the transaction in which it did. ``subject`` orders: same subject, same order."""

    personal_data: ClassVar[tuple[str, ...]] = ("body", "subject", "actor_id")

    name = models.CharField(_("kejadian"), max_length=80)
    version = models.PositiveSmallIntegerField(_("versi"))
    subject = models.CharField(_("perihal"), max_length=120, blank=True)
    body = models.JSONField(_("isi"))
    actor_id = models.BigIntegerField(_("akun"), null=True, blank=True)
    at = models.DateTimeField(_("waktu"))

    class Meta:
        verbose_name = _("kejadian")
        verbose_name_plural = _("kejadian")
        constraints = [
            models.CheckConstraint(
                name="outboxevent_version_from_one",
                condition=models.Q(version__gte=1),
                violation_error_message=_("Versi dimulai dari 1."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "name", "at"], name="outboxevent_name")]

    def __str__(self) -> str:
        return f"{self.name} {self.subject}".strip()


class Delivery(TenantModel):
    """One event for one subscriber. Delivered once ``done_at`` is set, in the transaction of the subscriber's work."""

    personal_data: ClassVar[tuple[str, ...]] = ("last_error",)

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("kejadian"))
    subscriber = models.CharField(_("penerima"), max_length=200)
    attempts = models.PositiveIntegerField(_("percobaan"), default=0)
    last_error = models.TextField(_("galat terakhir"), blank=True)
    done_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("penyampaian")
        verbose_name_plural = _("penyampaian")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "subscriber"], name="delivery_once", violation_error_message=_("Penerima ini sudah terdaftar.")
            ),
        ]
        indexes = [models.Index(fields=["agency"], name="delivery_open", condition=models.Q(done_at__isnull=True))]

    def __str__(self) -> str:
        return self.subscriber
