"""A decision about one post, by a named official, with a reason that is kept."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.place.choices import DecisionState, Outcome
from matang.flow.place.models.meetings import AgendaItem
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class PlacementDecision(TenantModel):
    """The decision on a post of a scenario. ``log_id`` is its entry in the hash-chained decision log.

    ``item`` is where the panel advised on it (empty = decided before meetings were kept here). ``against_advice`` = the
    official decided otherwise than the panel advised, and said why. ``ended`` holds what the move ended
    ([incumbency, its earlier end]), so that an undo puts it back exactly. ``cost`` says how many points the whole placement
    loses against the proposal when somebody else was chosen.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "proposed_person", "decided_by", "reason", "undone_by", "undo_reason")

    scenario = models.ForeignKey("plan.PlacementScenario", on_delete=models.PROTECT, related_name="+", verbose_name=_("skenario"))
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    outcome = models.CharField(_("putusan"), max_length=12, choices=Outcome.choices)
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yang ditetapkan")
    )
    proposed_person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yang diusulkan")
    )
    reason = models.TextField(_("alasan"), blank=True)
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("butir agenda sidang")
    )
    against_advice = models.BooleanField(_("berbeda dari pertimbangan"), default=False)
    cost = models.IntegerField(_("biaya terhadap usulan"), default=0)
    decree = models.CharField(_("nomor SK"), max_length=80, blank=True)
    effective_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diputus oleh")
    )
    decided_at = models.DateTimeField(_("diputus pada"))
    incumbency_id = models.BigIntegerField(_("catatan pemangku"), null=True, blank=True)
    ended = models.JSONField(_("jabatan yang diakhiri"), default=list, blank=True)
    log_id = models.BigIntegerField(_("catatan putusan"))
    state = models.CharField(_("status"), max_length=8, choices=DecisionState.choices, default=DecisionState.STANDS)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dibatalkan oleh"),
    )
    undone_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)
    undo_reason = models.TextField(_("alasan pembatalan"), blank=True)

    class Meta:
        verbose_name = _("putusan penempatan")
        verbose_name_plural = _("putusan penempatan")
        ordering = ("-decided_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "post"],
                condition=models.Q(state=DecisionState.STANDS),
                name="decision_once_per_post",
                violation_error_message=_("Jabatan ini sudah diputus."),
            ),
            models.CheckConstraint(
                name="decision_override_has_reason",
                condition=models.Q(outcome=Outcome.CONFIRMED) | ~models.Q(reason=""),
                violation_error_message=_("Putusan yang berbeda dari usulan harus beralasan."),
            ),
            models.CheckConstraint(
                name="decision_against_advice_has_reason",
                condition=models.Q(against_advice=False) | ~models.Q(reason=""),
                violation_error_message=_("Putusan yang berbeda dari pertimbangan tim penilai harus beralasan."),
            ),
            models.CheckConstraint(
                name="decision_names_person_and_date",
                condition=models.Q(outcome=Outcome.LEFT_VACANT, person__isnull=True, effective_from__isnull=True)
                | (~models.Q(outcome=Outcome.LEFT_VACANT) & models.Q(person__isnull=False, effective_from__isnull=False)),
                violation_error_message=_(
                    "Putusan harus menyebut pegawai dan tanggal berlaku, kecuali jabatan dibiarkan kosong."
                ),
            ),
            models.CheckConstraint(
                name="decision_undo_has_author_and_reason",
                condition=models.Q(state=DecisionState.STANDS)
                | (models.Q(undone_by__isnull=False, undone_at__isnull=False) & ~models.Q(undo_reason="")),
                violation_error_message=_("Pembatalan harus punya penanggung jawab dan alasan."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="decision_person")]
