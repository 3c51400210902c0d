"""What a unit cannot do for want of competence."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import NeedState, Urgency
from matang.flow.needs.models.competencies import Competency
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class UnitNeed(TenantModel):
    """A need that a unit has stated: a competency of the dictionary, or in its own words, and why.

    ``origin`` is ``unit`` where somebody stated it by hand; anything else names what opened it, once: the same origin opens
    one need however often it asks. ``serves`` is the aim of the city's plan that it serves; ``aim`` says so in words, where the
    plan has none such or as it was called when the need was stated.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("opened_by", "owner")

    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    competency = models.ForeignKey(
        Competency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kompetensi")
    )
    what = models.CharField(_("yang dibutuhkan"), max_length=200)
    why = models.TextField(_("mengapa"))
    shown_by = models.TextField(_("buktinya"), blank=True)
    wished = models.TextField(_("hasil yang diharapkan"), blank=True)
    people_affected = models.PositiveIntegerField(_("pegawai yang terkait"), null=True, blank=True)
    since = models.DateField(_("terjadi sejak"), null=True, blank=True)
    urgency = models.CharField(_("urgensi"), max_length=6, choices=Urgency.choices, default=Urgency.NORMAL)
    owner = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("penanggung jawab")
    )
    serves = models.ForeignKey(
        "aims.Aim", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tujuan yang dilayani")
    )
    aim = models.CharField(_("tujuan atau program yang terkait"), max_length=200, blank=True)
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
            models.UniqueConstraint(
                fields=["agency", "origin"],
                condition=~models.Q(origin__in=["", "unit"]),
                name="unit_need_origin_once",
                violation_error_message=_("Kebutuhan dari asal ini sudah ada."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="unit_need_state")]

    def __str__(self) -> str:
        return self.what


@tracked()
class NeedStep(TenantModel):
    """A change of a need's state: who, when, and why. Append-only; the newest step says where the need stands."""

    personal_data: ClassVar[tuple[str, ...]] = ("made_by",)

    need = models.ForeignKey(UnitNeed, on_delete=models.CASCADE, related_name="steps", verbose_name=_("kebutuhan"))
    before = models.CharField(_("sebelumnya"), max_length=10, choices=NeedState.choices)
    after = models.CharField(_("menjadi"), max_length=10, choices=NeedState.choices)
    reason = models.CharField(_("alasan"), max_length=500)
    made_on = models.DateField(_("berlaku sejak"))
    made_at = models.DateTimeField(_("dicatat pada"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("oleh")
    )

    class Meta:
        verbose_name = _("langkah kebutuhan")
        verbose_name_plural = _("langkah kebutuhan")
        ordering = ("-made_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="need_step_says_why",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan perubahan status."),
            ),
            models.CheckConstraint(
                name="need_step_goes_somewhere",
                condition=~models.Q(before=models.F("after")),
                violation_error_message=_("Status baru harus berbeda dari status sebelumnya."),
            ),
        ]
        indexes = [models.Index(fields=["need", "-made_at"], name="need_step_history")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]
