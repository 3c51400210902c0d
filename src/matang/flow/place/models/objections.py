"""An objection of a person concerned to a decision, with its clock."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.place.choices import ObjectionOutcome, ObjectionState
from matang.flow.place.models.decisions import PlacementDecision
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Objection(TenantModel):
    """An objection. ``answer_due`` is the last working day for the answer, by the number that held when it came in."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "grounds", "filed_by", "answer", "answered_by")

    decision = models.ForeignKey(PlacementDecision, on_delete=models.PROTECT, related_name="+", verbose_name=_("putusan"))
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    grounds = models.TextField(_("alasan keberatan"))
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diajukan oleh")
    )
    filed_at = models.DateTimeField(_("diajukan pada"))
    answer_due = models.DateField(_("dijawab paling lambat"))
    state = models.CharField(_("status"), max_length=9, choices=ObjectionState.choices, default=ObjectionState.FILED)
    outcome = models.CharField(_("jawaban"), max_length=8, choices=ObjectionOutcome.choices, blank=True)
    answer = models.TextField(_("penjelasan jawaban"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dijawab oleh"),
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    log_id = models.BigIntegerField(_("catatan putusan"))

    class Meta:
        verbose_name = _("keberatan")
        verbose_name_plural = _("keberatan")
        ordering = ("answer_due", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person"],
                condition=~models.Q(state="withdrawn"),
                name="objection_once",
                violation_error_message=_("Keberatan atas putusan ini sudah diajukan."),
            ),
            models.CheckConstraint(
                name="objection_has_grounds",
                condition=~models.Q(grounds=""),
                violation_error_message=_("Tulis alasan keberatan."),
            ),
            models.CheckConstraint(
                name="objection_answer_is_whole",
                condition=~models.Q(state="answered")
                | (models.Q(answered_by__isnull=False, answered_at__isnull=False) & ~models.Q(answer="") & ~models.Q(outcome="")),
                violation_error_message=_("Jawaban harus menyebut isinya, penjelasannya, penjawab, dan waktunya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "answer_due"], name="objection_clock")]
