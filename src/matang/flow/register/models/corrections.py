"""A person asks for what is held about them to be put right."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import CorrectionState
from matang.flow.register.models.people import Person
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class CorrectionRequest(TenantModel):
    """A request for correction. The law gives 3×24 hours (UU 27/2022 art. 30); ``due_at`` holds the end of that clock."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "field", "held_value", "asked_value", "explanation", "answer")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("pegawai"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    asked_at = models.DateTimeField(_("diminta pada"))
    due_at = models.DateTimeField(_("batas waktu"))
    field = models.CharField(_("data"), max_length=60)
    held_value = models.CharField(_("tercatat"), max_length=250, blank=True)
    asked_value = models.CharField(_("seharusnya"), max_length=250)
    explanation = models.TextField(_("penjelasan"), blank=True)
    state = models.CharField(_("status"), max_length=10, choices=CorrectionState.choices, default=CorrectionState.OPEN)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dijawab oleh"),
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    answer = models.TextField(_("jawaban"), blank=True)

    class Meta:
        verbose_name = _("permintaan perbaikan data")
        verbose_name_plural = _("permintaan perbaikan data")
        ordering = ("-asked_at",)
        constraints = [
            models.CheckConstraint(
                name="correction_answer_has_author",
                condition=models.Q(state__in=["open", "withdrawn"])
                | models.Q(answered_by__isnull=False, answered_at__isnull=False),
                violation_error_message=_("Jawaban harus punya penjawab dan waktu."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "due_at"], name="correction_clock")]
