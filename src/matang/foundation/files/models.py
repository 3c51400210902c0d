"""Uploaded files."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.tenancy.models import TenantModel


class FileKind(models.TextChoices):
    """What a file is, judged by its content."""

    XLSX = "xlsx", _("Lembar kerja (xlsx)")
    CSV = "csv", _("Tabel teks (csv)")
    PDF = "pdf", _("Dokumen (pdf)")
    PNG = "png", _("Gambar (png)")
    JPEG = "jpeg", _("Gambar (jpeg)")


class StoredFile(TenantModel):
    """A file that an agency keeps. The row stays when the file is deleted, without its name: a tombstone."""

    personal_data: ClassVar[tuple[str, ...]] = ("name", "path", "stored_by_id")

    name = models.CharField(_("nama berkas"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=5, choices=FileKind.choices)
    size = models.BigIntegerField(_("ukuran (bita)"))
    sha256 = models.CharField(_("sidik"), max_length=64)
    path = models.CharField(_("tempat"), max_length=120, blank=True)
    stored_at = models.DateTimeField(_("disimpan pada"))
    stored_by_id = models.BigIntegerField(_("disimpan oleh"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("dihapus pada"), null=True, blank=True)
    deleted_by_id = models.BigIntegerField(_("dihapus oleh"), null=True, blank=True)
    deleted_reason = models.CharField(_("alasan dihapus"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("berkas")
        verbose_name_plural = _("berkas")
        constraints = [
            models.CheckConstraint(
                name="storedfile_not_empty",
                condition=models.Q(size__gt=0),
                violation_error_message=_("Berkas tidak boleh kosong."),
            ),
            models.CheckConstraint(
                name="storedfile_gone_or_there",
                condition=models.Q(deleted_at__isnull=True) & ~models.Q(path="")
                | models.Q(deleted_at__isnull=False, path="", name="") & ~models.Q(deleted_reason=""),
                violation_error_message=_("Berkas yang dihapus harus menyebut alasan dan tidak lagi punya tempat."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "stored_at"], name="storedfile_agency")]

    def __str__(self) -> str:
        return self.name
