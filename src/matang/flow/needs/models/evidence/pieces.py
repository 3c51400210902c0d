"""What is known about a person's competence: pieces of evidence, and the interval they give."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import EvidenceSource
from matang.flow.needs.models.competencies import Competency
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Evidence(TenantModel):
    """A piece of evidence that a person works at a level of a competency.

    Append-only: the database refuses a change or a deletion. A wrong piece is taken out by an ``EvidenceWithdrawal``.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "person", "competency", "level", "source", "reliability", "shown_on", "expires_on", "note", "rater", "rater_role",
        "document",
    )  # fmt: skip

    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    level = models.PositiveSmallIntegerField(_("level yang ditunjukkan"))
    source = models.CharField(_("sumber"), max_length=20, choices=EvidenceSource.choices)
    reliability = models.PositiveSmallIntegerField(_("keandalan (0–100)"))
    shown_on = models.DateField(_("tanggal"))
    expires_on = models.DateField(_("berlaku sampai (tidak termasuk)"), null=True, blank=True)
    rater = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    rater_role = models.CharField(_("sebagai"), max_length=60, blank=True)
    note = models.CharField(_("keterangan"), max_length=300, blank=True)
    document = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dokumen")
    )
    origin = models.CharField(_("asal data"), max_length=80, blank=True)
    recorded_at = models.DateTimeField(_("dicatat pada"))

    class Meta:
        verbose_name = _("bukti kompetensi")
        verbose_name_plural = _("bukti kompetensi")
        constraints = [
            models.CheckConstraint(
                name="evidence_level_zero_to_five",
                condition=models.Q(level__lte=5),
                violation_error_message=_("Level yang ditunjukkan antara 0 dan 5."),
            ),
            models.CheckConstraint(
                name="evidence_reliability_percent",
                condition=models.Q(reliability__lte=100),
                violation_error_message=_("Keandalan antara 0 dan 100."),
            ),
            models.CheckConstraint(
                name="evidence_expires_after_shown",
                condition=models.Q(expires_on__isnull=True) | models.Q(expires_on__gt=models.F("shown_on")),
                violation_error_message=_("Bukti harus kedaluwarsa sesudah tanggalnya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person", "competency", "shown_on"], name="evidence_person")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


@tracked()
class EvidenceWithdrawal(TenantModel):
    """A piece of evidence no longer counts, on no day: why, and the piece that took its place (empty = none did).

    Append-only as well. What was withdrawn stays readable beside its reason.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("evidence", "reason", "withdrawn_by", "replacement")

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="withdrawal", verbose_name=_("bukti"))
    replacement = models.ForeignKey(
        Evidence, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("bukti pengganti")
    )
    reason = models.CharField(_("alasan"), max_length=300)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditarik oleh"),
    )
    withdrawn_at = models.DateTimeField(_("ditarik pada"))

    class Meta:
        verbose_name = _("penarikan bukti")
        verbose_name_plural = _("penarikan bukti")
        constraints = [
            models.CheckConstraint(
                name="evidence_withdrawal_says_why",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan penarikan bukti."),
            ),
            models.CheckConstraint(
                name="evidence_withdrawal_not_by_itself",
                condition=models.Q(replacement__isnull=True) | ~models.Q(replacement=models.F("evidence")),
                violation_error_message=_("Bukti tidak dapat menggantikan dirinya sendiri."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


class CompetencyStatus(TenantModel):
    """What the evidence of a person on one competency adds up to, written in the transaction that wrote the evidence.

    ``low`` is the level shown for sure, ``high`` the level that the evidence does not rule out; empty = no evidence for it.
    The row answers for the days from ``holds_from`` up to ``holds_to`` (excluded; empty = until new evidence comes);
    other days are computed from the evidence itself. Where all evidence has expired or is still to come the row says so
    (no pieces), so that a pair without a row has no evidence on any day. It keeps no trail: it follows from the evidence.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "competency", "low", "high")

    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    low = models.PositiveSmallIntegerField(_("terbukti"), null=True, blank=True)
    high = models.PositiveSmallIntegerField(_("mungkin"), null=True, blank=True)
    pieces = models.PositiveSmallIntegerField(_("jumlah bukti"))
    holds_from = models.DateField(_("dihitung untuk"))
    holds_to = models.DateField(_("sampai (tidak termasuk)"), null=True, blank=True)

    class Meta:
        verbose_name = _("status kompetensi")
        verbose_name_plural = _("status kompetensi")
        constraints = [
            models.UniqueConstraint(fields=["person", "competency"], name="competency_status_once"),
            models.CheckConstraint(
                name="competency_status_low_not_above_high",
                condition=models.Q(low__isnull=True) | models.Q(low__lte=models.F("high")),
            ),
        ]
        indexes = [models.Index(fields=["agency", "competency"], name="competency_status_cell")]
