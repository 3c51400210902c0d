"""Files of assessment results on their way in."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import AssessmentState, EvidenceSource
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class AssessmentFile(TenantModel):
    """One upload and what became of it.

    ``tally`` counts by outcome, ``findings`` lists the first refused lines; the pieces themselves are read from the file
    again when it is stored. ``source``, ``shown_on`` and ``expires_on`` stand for rows that do not say otherwise.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("findings", "created_by", "decided_by")

    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("berkas"))
    state = models.CharField(_("status"), max_length=10, choices=AssessmentState.choices, default=AssessmentState.READY)
    source = models.CharField(_("sumber"), max_length=20, choices=EvidenceSource.choices)
    shown_on = models.DateField(_("tanggal ditunjukkan"), null=True, blank=True)
    expires_on = models.DateField(_("berlaku sampai (tidak termasuk)"), null=True, blank=True)
    tally = models.JSONField(_("jumlah"), default=dict)
    findings = models.JSONField(_("temuan"), default=list)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diunggah oleh"),
    )
    created_at = models.DateTimeField(_("diunggah pada"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diputuskan oleh"),
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("berkas hasil penilaian")
        verbose_name_plural = _("berkas hasil penilaian")
        ordering = ("-created_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="assessment_file_decided_has_time",
                condition=models.Q(state="ready") | models.Q(decided_at__isnull=False),
                violation_error_message=_("Berkas yang diputuskan harus punya waktu."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "-created_at", "-id"], name="assessment_file_history")]

    def __str__(self) -> str:
        return f"{self.file_id}"
