"""Imports of files: the run, its parsed copy, what became of each row, and what is remembered for the next file."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import ImportKind, ImportOutcome, ImportState
from matang.flow.register.models.organisation import Unit
from matang.foundation.tenancy.models import TenantModel


class ImportRun(TenantModel):
    """One upload and what became of it.

    ``layout`` holds the sheets as parsed, ``mapping`` heading → field, ``tally`` the counts.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "committed_by")

    kind = models.CharField(_("isi berkas"), max_length=10, choices=ImportKind.choices, default=ImportKind.PEOPLE)
    state = models.CharField(_("status"), max_length=10, choices=ImportState.choices, default=ImportState.READY)
    file_name = models.CharField(_("nama berkas"), max_length=200)
    file_size = models.PositiveBigIntegerField(_("ukuran berkas"))
    digest = models.CharField(_("sidik berkas"), max_length=64)
    as_at = models.DateField(_("keadaan per"))
    layout = models.JSONField(_("susunan berkas"), default=list)
    dropped = models.JSONField(_("kolom yang dibuang"), default=dict)
    mapping = models.JSONField(_("arti kolom"), default=dict)
    confidence = models.JSONField(_("keyakinan"), default=dict)
    tally = models.JSONField(_("jumlah"), default=dict)
    trouble = models.TextField(_("gangguan"), blank=True)
    job_id = models.BigIntegerField(_("nomor pekerjaan"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diunggah oleh"),
    )
    created_at = models.DateTimeField(_("diunggah pada"))
    committed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("disimpan oleh"),
    )
    committed_at = models.DateTimeField(_("disimpan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("impor")
        verbose_name_plural = _("impor")
        ordering = ("-created_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="import_committed_has_time",
                condition=~models.Q(state="committed") | models.Q(committed_at__isnull=False),
                violation_error_message=_("Impor yang tersimpan harus punya waktu."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "-created_at", "-id"], name="import_history")]

    def __str__(self) -> str:
        return self.file_name


class ImportContent(TenantModel):
    """The parsed copy of an upload, packed, without the columns that are never kept. Removed once it is no longer needed."""

    personal_data: ClassVar[tuple[str, ...]] = ("packed",)

    run = models.OneToOneField(
        ImportRun, on_delete=models.CASCADE, primary_key=True, related_name="content", verbose_name=_("impor")
    )
    packed = models.BinaryField(_("isi"))

    class Meta:
        verbose_name = _("isi impor")
        verbose_name_plural = _("isi impor")

    def __str__(self) -> str:
        return str(self.pk)


class ImportRow(TenantModel):
    """What becomes of one row. ``changes`` are [field, old, new]; ``findings`` are as ``services.imports.codes`` writes them."""

    personal_data: ClassVar[tuple[str, ...]] = ("nip", "name", "unit_name", "post_name", "changes", "findings", "cells")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, db_index=False, related_name="rows", verbose_name=_("impor"))
    position = models.PositiveIntegerField(_("urutan"))
    sheet = models.PositiveSmallIntegerField(_("sheet"))
    row = models.PositiveIntegerField(_("baris"))
    outcome = models.CharField(_("hasil"), max_length=10, choices=ImportOutcome.choices)
    nip = models.CharField(_("NIP"), max_length=40, blank=True)
    name = models.CharField(_("nama"), max_length=200, blank=True)
    unit_name = models.CharField(_("unit"), max_length=250, blank=True)
    post_name = models.CharField(_("jabatan"), max_length=250, blank=True)
    codes = ArrayField(models.CharField(max_length=40), verbose_name=_("kode"), default=list)
    changes = models.JSONField(_("perubahan"), default=list)
    findings = models.JSONField(_("temuan"), default=list)
    cells = models.JSONField(_("isi baris"), default=list)

    class Meta:
        verbose_name = _("baris impor")
        verbose_name_plural = _("baris impor")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "run", "position"], name="import_row_once", violation_error_message=_("Baris ini sudah ada.")
            ),
        ]
        indexes = [models.Index(fields=["agency", "run", "outcome", "position"], name="import_row_outcome")]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.position}"


class ColumnMapping(TenantModel):
    """What the columns of a layout mean, saved under a name and known again by its headings."""

    personal_data: ClassVar[tuple[str, ...]] = ("saved_by",)

    name = models.CharField(_("nama"), max_length=80)
    fingerprint = models.CharField(_("sidik judul kolom"), max_length=64)
    mapping = models.JSONField(_("arti kolom"), default=dict)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("disimpan oleh"),
    )
    saved_at = models.DateTimeField(_("disimpan pada"))

    class Meta:
        verbose_name = _("arti kolom tersimpan")
        verbose_name_plural = _("arti kolom tersimpan")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fingerprint"],
                name="mapping_layout_once",
                violation_error_message=_("Susunan kolom ini sudah tersimpan."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitAlias(TenantModel):
    """A spelling of a unit's name that a user confirmed. ``spelling`` is the plain form, ``written`` as it stood in the file."""

    personal_data: ClassVar[tuple[str, ...]] = ("confirmed_by",)

    spelling = models.CharField(_("ejaan"), max_length=250)
    written = models.CharField(_("tertulis"), max_length=250)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("unit"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dipastikan oleh"),
    )
    confirmed_at = models.DateTimeField(_("dipastikan pada"))

    class Meta:
        verbose_name = _("ejaan unit")
        verbose_name_plural = _("ejaan unit")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "spelling"], name="unit_alias_once", violation_error_message=_("Ejaan ini sudah dipastikan.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.written} → {self.unit_id}"
