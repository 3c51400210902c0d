"""What a job leaves behind: how far it is, and that it is done."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.tenancy.models import TenantModel


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting", _("Menunggu")
    RUNNING = "running", _("Berjalan")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")


class Progress(TenantModel):
    """How far a long job is, for a page to show. ``total`` empty = not known how much there is to do."""

    personal_data: ClassVar[tuple[str, ...]] = ("actor_id", "message")

    job_id = models.BigIntegerField(_("nomor pekerjaan"))
    actor_id = models.BigIntegerField(_("akun"), null=True, blank=True)
    task = models.CharField(_("pekerjaan"), max_length=100)
    state = models.CharField(_("keadaan"), max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.BigIntegerField(_("selesai"), default=0)
    total = models.BigIntegerField(_("jumlah"), null=True, blank=True)
    message = models.CharField(_("keterangan"), max_length=300, blank=True)
    updated_at = models.DateTimeField(_("diperbarui pada"))

    class Meta:
        verbose_name = _("kemajuan pekerjaan")
        verbose_name_plural = _("kemajuan pekerjaan")
        constraints = [
            models.UniqueConstraint(
                fields=["job_id"], name="progress_job_once", violation_error_message=_("Pekerjaan ini sudah dicatat.")
            ),
            models.CheckConstraint(
                name="progress_not_negative",
                condition=models.Q(done__gte=0) & (models.Q(total__isnull=True) | models.Q(total__gte=0)),
                violation_error_message=_("Kemajuan tidak boleh negatif."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.done}/{self.total or '?'}"


class Receipt(TenantModel):
    """A job's work is committed. Written in the transaction of that work, so that a repeat after a kill does nothing."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    job_id = models.BigIntegerField(_("nomor pekerjaan"))
    at = models.DateTimeField(_("waktu"))

    class Meta:
        verbose_name = _("tanda selesai pekerjaan")
        verbose_name_plural = _("tanda selesai pekerjaan")
        constraints = [
            models.UniqueConstraint(
                fields=["job_id"], name="receipt_job_once", violation_error_message=_("Pekerjaan ini sudah selesai.")
            ),
        ]

    def __str__(self) -> str:
        return str(self.job_id)
