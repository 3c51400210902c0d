"""Changes of the dictionary as a whole: what was proposed, by whom, from when, and how to take it back."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import ChangeState, EditionKind
from matang.foundation.tenancy.models import TenantModel


class PreparedChange(TenantModel):
    """A change that is looked at before it is made, and can be taken back after. Written once, never removed.

    ``content`` is what was asked for, ``tally`` the counts of what it did, ``undo`` what it replaced.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "applied_by", "undone_by")

    state = models.CharField(_("status"), max_length=10, choices=ChangeState.choices, default=ChangeState.DRAFT)
    title = models.CharField(_("judul"), max_length=200)
    effective_from = models.DateField(_("berlaku sejak"))
    file_name = models.CharField(_("nama berkas"), max_length=200, blank=True)
    content = models.JSONField(_("isi"), default=dict)
    findings = models.JSONField(_("temuan"), default=list)
    tally = models.JSONField(_("jumlah"), default=dict)
    undo = models.JSONField(_("yang digantikan"), default=dict)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("disiapkan oleh"),
    )
    created_at = models.DateTimeField(_("disiapkan pada"))
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )
    applied_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dibatalkan oleh"),
    )
    undone_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)
    undone_reason = models.CharField(_("alasan pembatalan"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class DictionaryEdition(PreparedChange):
    """One change of the dictionary: a file that was loaded, or an officer's own edit.

    ``answers`` holds what the officer said about each question of the preview; ``whole`` = the file lists all
    competencies of the groups in it, so that what it leaves out is retired.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "applied_by", "undone_by")

    kind = models.CharField(_("cara"), max_length=10, choices=EditionKind.choices, default=EditionKind.FILE)
    source = models.CharField(_("sumber"), max_length=120, blank=True)
    whole = models.BooleanField(_("memuat seluruh kelompok"), default=False)
    answers = models.JSONField(_("jawaban"), default=dict)

    class Meta:
        verbose_name = _("perubahan kamus")
        verbose_name_plural = _("perubahan kamus")
        ordering = ("-created_at", "-id")
        indexes = [models.Index(fields=["agency", "-created_at", "-id"], name="edition_history")]
