"""Documents that an agency issued."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.files.models import StoredFile
from matang.foundation.tenancy.models import TenantModel


class IssuedDocument(TenantModel):
    """A paper with a verification code. Title and kind are shown to whoever holds the code: they name no person.

    ``subject`` says what it is about, such as ``meeting:12``; ``sha256`` is the fingerprint of the file as issued.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("issued_by_id", "withdrawn_by_id")

    code = models.CharField(_("kode verifikasi"), max_length=40, unique=True)
    kind = models.CharField(_("jenis"), max_length=60)
    title = models.CharField(_("judul"), max_length=200)
    subject = models.CharField(_("perihal"), max_length=80)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas"))
    sha256 = models.CharField(_("sidik"), max_length=64)
    issued_at = models.DateTimeField(_("diterbitkan pada"))
    issued_by_id = models.BigIntegerField(_("diterbitkan oleh"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)
    withdrawn_by_id = models.BigIntegerField(_("dicabut oleh"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("alasan dicabut"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("dokumen terbit")
        verbose_name_plural = _("dokumen terbit")
        ordering = ("-issued_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="issueddocument_withdrawn_with_reason",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_reason=""),
                violation_error_message=_("Dokumen yang dicabut harus menyebut alasannya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "subject"], name="issueddocument_subject")]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"
