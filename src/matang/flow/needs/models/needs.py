"""What a unit cannot do for want of competence."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import NeedState
from matang.flow.needs.models.competencies import Competency
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class UnitNeed(TenantModel):
    """A need that a unit has stated: a competency of the dictionary, or in its own words, and why."""

    personal_data: ClassVar[tuple[str, ...]] = ("opened_by",)

    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    competency = models.ForeignKey(
        Competency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kompetensi")
    )
    what = models.CharField(_("yang dibutuhkan"), max_length=200)
    why = models.TextField(_("mengapa"))
    state = models.CharField(_("status"), max_length=10, choices=NeedState.choices, default=NeedState.OPEN)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dibuka oleh")
    )
    opened_at = models.DateTimeField(_("dibuka pada"))
    origin = models.CharField(_("asal"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("kebutuhan unit")
        verbose_name_plural = _("kebutuhan unit")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="unit_need_says_why",
                condition=~models.Q(why="") & ~models.Q(what=""),
                violation_error_message=_("Tulis apa yang dibutuhkan dan mengapa."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="unit_need_state")]

    def __str__(self) -> str:
        return self.what
