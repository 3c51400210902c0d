"""Adoptions: what a unit does with a recommendation that was decided, how it was looked at, and how it ended."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.apply.choices import ADOPTING, CLOCKS, AdoptionResult, Barrier, CheckFinding, DecisionKind
from matang.flow.apply.models.recommendations import MOST_RUPIAH, Recommendation, RecommendationDecision
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Adoption(TenantModel):
    """A recommendation that a unit puts to work.

    Clocks count from ``decided_on`` and are never stored. ``began_on`` is the day from which it took effect. ``result`` is empty
    while it is open; closed says nothing about whether anything got better.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, related_name="adoption", verbose_name=_("rekomendasi")
    )
    decision = models.OneToOneField(
        RecommendationDecision, on_delete=models.PROTECT, related_name="adoption", verbose_name=_("putusan")
    )
    kind = models.CharField(_("bentuk"), max_length=9, choices=[pair for pair in DecisionKind.choices if pair[0] in ADOPTING])
    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit pemilik"))
    indicator = models.ForeignKey(
        "aims.Indicator", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indikator")
    )
    decided_on = models.DateField(_("diputus pada"))
    began_on = models.DateField(_("mulai berlaku pada"), null=True, blank=True)
    result = models.CharField(_("hasil penutupan"), max_length=11, choices=AdoptionResult.choices, blank=True)
    closed_on = models.DateField(_("ditutup pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("penerapan")
        verbose_name_plural = _("penerapan")
        ordering = ("-decided_on", "-id")
        constraints = [
            models.CheckConstraint(
                name="adoption_began_after_decision",
                condition=models.Q(began_on__isnull=True) | models.Q(began_on__gte=models.F("decided_on")),
                violation_error_message=_("Penerapan tidak mulai sebelum diputus."),
            ),
            models.CheckConstraint(
                name="adoption_closed_has_day",
                condition=models.Q(result="", closed_on__isnull=True)
                | (~models.Q(result="") & models.Q(closed_on__isnull=False)),
                violation_error_message=_("Penerapan yang ditutup menyebut hasil dan harinya."),
            ),
            models.CheckConstraint(
                name="adoption_applied_began",
                condition=~models.Q(result__in=(AdoptionResult.APPLIED, AdoptionResult.PARTLY))
                | models.Q(began_on__isnull=False),
                violation_error_message=_("Yang diterapkan menyebut hari mulai berlakunya."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "indicator"], name="adoption_indicator"),
            models.Index(fields=["agency", "unit"], name="adoption_unit"),
        ]

    def __str__(self) -> str:
        return str(self.recommendation)


@tracked()
class AdoptionAction(TenantModel):
    """One action of an adoption with its flower test: where it is planted, who does it, who tends it, with what money.

    Upkeep in whole rupiah a year; empty = not known, never zero. Baseline and target are the indicator's.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="actions", verbose_name=_("penerapan"))
    what = models.CharField(_("tindakan"), max_length=300)
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    doer_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit pelaksana")
    )
    doer_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan pelaksana")
    )
    carer_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit perawat")
    )
    carer_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan perawat")
    )
    upkeep_rupiah = models.BigIntegerField(_("biaya perawatan setahun (Rp)"), null=True, blank=True)
    upkeep_source = models.CharField(_("sumber biaya perawatan"), max_length=200, blank=True)
    indicator = models.ForeignKey(
        "aims.Indicator", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indikator")
    )
    aim = models.ForeignKey(
        "aims.Aim", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tujuan yang dilayani")
    )
    due_on = models.DateField(_("selesai paling lambat"), null=True, blank=True)
    done_on = models.DateField(_("selesai pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("tindakan penerapan")
        verbose_name_plural = _("tindakan penerapan")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="adoption_action_says_what", condition=~models.Q(what=""), violation_error_message=_("Tulis tindakannya.")
            ),
            models.UniqueConstraint(
                fields=["adoption", "what"],
                name="adoption_action_once",
                violation_error_message=_("Tindakan ini sudah tercatat."),
            ),
            models.CheckConstraint(
                name="adoption_action_upkeep_whole",
                condition=models.Q(upkeep_rupiah__isnull=True) | models.Q(upkeep_rupiah__range=(0, MOST_RUPIAH)),
                violation_error_message=_("Biaya antara Rp0 dan Rp100 triliun. Kosongkan bila belum diketahui."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class AdoptionCheck(TenantModel):
    """What was found on one of the four clocks, with evidence and a barrier code. Append-only: the latest counts."""

    personal_data: ClassVar[tuple[str, ...]] = ("found", "barrier_text", "checked_account", "checked_name")

    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="checks", verbose_name=_("penerapan"))
    clock = models.PositiveSmallIntegerField(_("hari ke"))
    checked_on = models.DateField(_("diperiksa pada"))
    finding = models.CharField(_("temuan"), max_length=6, choices=CheckFinding.choices)
    found = models.TextField(_("yang ditemukan"))
    evidence = models.TextField(_("bukti"))
    barrier = models.CharField(_("hambatan"), max_length=8, choices=Barrier.choices, blank=True)
    barrier_text = models.CharField(_("penjelasan hambatan"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("dicatat pada"))
    checked_account = models.BigIntegerField(_("akun pemeriksa"), null=True, blank=True)
    checked_name = models.CharField(_("pemeriksa"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("pemeriksaan penerapan")
        verbose_name_plural = _("pemeriksaan penerapan")
        ordering = ("clock", "recorded_at", "id")
        constraints = [
            models.CheckConstraint(
                name="adoption_check_on_a_clock",
                condition=models.Q(clock__in=CLOCKS),
                violation_error_message=_("Pemeriksaan pada hari ke-30, 90, 180, atau 365."),
            ),
            models.CheckConstraint(
                name="adoption_check_has_evidence",
                condition=~models.Q(found="") & ~models.Q(evidence=""),
                violation_error_message=_("Tulis yang ditemukan dan buktinya."),
            ),
            models.CheckConstraint(
                name="adoption_check_stuck_says_why",
                condition=~models.Q(finding=CheckFinding.STUCK) | ~models.Q(barrier=""),
                violation_error_message=_("Yang tidak berjalan menyebut hambatannya."),
            ),
            models.CheckConstraint(
                name="adoption_check_other_is_said",
                condition=~models.Q(barrier=Barrier.OTHER) | ~models.Q(barrier_text=""),
                violation_error_message=_("Jelaskan hambatan lainnya."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.clock}"


class AdoptionStep(TenantModel):
    """A closing (with ``result``) or a reopening (without) of an adoption: by whom, when, why, on what evidence. Append-only."""

    personal_data: ClassVar[tuple[str, ...]] = ("made_by_account", "made_by_name")

    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="steps", verbose_name=_("penerapan"))
    result = models.CharField(_("hasil"), max_length=11, choices=AdoptionResult.choices, blank=True)
    evidence = models.TextField(_("bukti"), blank=True)
    reason = models.TextField(_("alasan"))
    made_on = models.DateField(_("berlaku sejak"))
    made_at = models.DateTimeField(_("dicatat pada"))
    made_by_account = models.BigIntegerField(_("akun"), null=True, blank=True)
    made_by_name = models.CharField(_("nama"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("langkah penerapan")
        verbose_name_plural = _("langkah penerapan")
        ordering = ("-made_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="adoption_step_says_why",
                condition=~models.Q(reason="") & (models.Q(result="") | ~models.Q(evidence="")),
                violation_error_message=_("Tulis alasan, dan bukti bila ditutup."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.result
