"""Recommendations that people bring home, the day they present them, and what an official decided."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.apply.choices import ConditionKind, DecisionKind, Fit, RecommendationState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import Agency, TenantModel

MOST_RUPIAH = 100_000_000_000_000


@tracked()
class Presentation(TenantModel):
    """A day on which recommendations are presented: planned while ``held_at`` is empty."""

    personal_data: ClassVar[tuple[str, ...]] = ("attendees", "planned_by_account", "planned_by_name")

    title = models.CharField(_("acara"), max_length=200)
    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit penyelenggara"))
    day = models.DateField(_("hari paparan"))
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    attendees = models.TextField(_("yang hadir"), blank=True)
    note = models.TextField(_("catatan paparan"), blank=True)
    held_at = models.DateTimeField(_("dicatat terlaksana pada"), null=True, blank=True)
    planned_by_account = models.BigIntegerField(_("akun perencana"), null=True, blank=True)
    planned_by_name = models.CharField(_("nama perencana"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("hari paparan")
        verbose_name_plural = _("hari paparan")
        ordering = ("-day", "-id")
        constraints = [
            models.CheckConstraint(
                name="presentation_held_before_somebody",
                condition=models.Q(held_at__isnull=True) | ~models.Q(attendees=""),
                violation_error_message=_("Tulis siapa yang hadir."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Recommendation(TenantModel):
    """A practice seen elsewhere, put forward for here.

    It comes from a report (``report``, ``sending``, ``person``) or from the practice registry (``origin_*``: a practice of any
    government, as a number without a key, because its row belongs to that government). ``light`` = of a study visit: the five
    conditions may stay empty. Rupiah are whole; empty = not known, never zero.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "author_account", "author_name")

    report = models.ForeignKey(
        "learn.SendingReport", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("laporan")
    )
    sending = models.ForeignKey(
        "learn.Sending", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pengiriman")
    )
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pengusul")
    )
    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit pengusul"))
    light = models.BooleanField(_("bentuk ringkas"), default=False)
    title = models.CharField(_("rekomendasi"), max_length=200)
    practice = models.TextField(_("praktik yang dilihat"), blank=True)
    seen_at = models.CharField(_("dilihat di mana"), max_length=200, blank=True)
    cost_rupiah = models.BigIntegerField(_("biaya (Rp)"), null=True, blank=True)
    cost_note = models.CharField(_("keterangan biaya"), max_length=300, blank=True)
    risk = models.TextField(_("risiko"), blank=True)
    owner_unit = models.ForeignKey(
        "register.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit yang diusulkan menjadi pemilik"),
    )
    aim = models.ForeignKey(
        "aims.Aim", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tujuan yang dilayani")
    )
    indicator = models.ForeignKey(
        "aims.Indicator", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indikator")
    )
    origin_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pemerintah asal")
    )
    origin_practice_id = models.BigIntegerField(_("praktik asal"), null=True, blank=True)
    state = models.CharField(_("status"), max_length=9, choices=RecommendationState.choices, default=RecommendationState.DRAFT)
    presentation = models.ForeignKey(
        Presentation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("hari paparan"),
    )
    returned_on = models.DateField(_("kembali pada"), null=True, blank=True)
    opened_at = models.DateTimeField(_("dibuat pada"))
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    author_account = models.BigIntegerField(_("akun penulis"), null=True, blank=True)
    author_name = models.CharField(_("nama penulis"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("rekomendasi")
        verbose_name_plural = _("rekomendasi")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="recommendation_has_title", condition=~models.Q(title=""), violation_error_message=_("Tulis rekomendasinya.")
            ),
            models.CheckConstraint(
                name="recommendation_comes_from_somewhere",
                condition=models.Q(report__isnull=False, sending__isnull=False, person__isnull=False)
                | models.Q(report__isnull=True, origin_practice_id__isnull=False, origin_agency__isnull=False),
                violation_error_message=_("Rekomendasi berasal dari laporan yang diterima atau dari praktik di pustaka."),
            ),
            models.CheckConstraint(
                name="recommendation_cost_whole",
                condition=models.Q(cost_rupiah__isnull=True) | models.Q(cost_rupiah__range=(0, MOST_RUPIAH)),
                violation_error_message=_("Biaya antara Rp0 dan Rp100 triliun. Kosongkan bila belum diketahui."),
            ),
            models.CheckConstraint(
                name="recommendation_submitted_has_owner",
                condition=models.Q(state=RecommendationState.DRAFT)
                | models.Q(owner_unit__isnull=False, submitted_at__isnull=False),
                violation_error_message=_("Rekomendasi yang diajukan menyebut unit pemiliknya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="recommendation_state")]

    def __str__(self) -> str:
        return self.title


@tracked()
class RecommendationCondition(TenantModel):
    """One of the five conditions: what made the practice work there, and what is here."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="conditions", verbose_name=_("rekomendasi")
    )
    kind = models.CharField(_("syarat"), max_length=10, choices=ConditionKind.choices)
    there = models.TextField(_("di sana"), blank=True)
    here = models.TextField(_("di sini"), blank=True)
    fit = models.CharField(_("kecocokan"), max_length=7, choices=Fit.choices, default=Fit.UNKNOWN)

    class Meta:
        verbose_name = _("syarat rekomendasi")
        verbose_name_plural = _("syarat rekomendasi")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "kind"], name="condition_once", violation_error_message=_("Syarat ini sudah ada.")
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class RecommendationDecision(TenantModel):
    """What a named official decided, in which role, and why. Append-only; also on the chained log.

    ``due_on``: until when what is missing is to be added, or a pilot runs.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("official_account", "official_name")

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("rekomendasi")
    )
    kind = models.CharField(_("putusan"), max_length=9, choices=DecisionKind.choices)
    reason = models.TextField(_("alasan"))
    missing = models.TextField(_("yang perlu dilengkapi"), blank=True)
    due_on = models.DateField(_("paling lambat"), null=True, blank=True)
    decided_on = models.DateField(_("diputus pada"))
    decided_at = models.DateTimeField(_("dicatat pada"))
    official_account = models.BigIntegerField(_("akun pejabat"))
    official_name = models.CharField(_("pejabat"), max_length=150)
    official_role = models.CharField(_("memutus sebagai"), max_length=30)

    class Meta:
        verbose_name = _("putusan rekomendasi")
        verbose_name_plural = _("putusan rekomendasi")
        ordering = ("-decided_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="recommendation_decision_says_why",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan putusan."),
            ),
            models.CheckConstraint(
                name="need_more_says_what_and_when",
                condition=~models.Q(kind=DecisionKind.NEED_MORE) | (models.Q(due_on__isnull=False) & ~models.Q(missing="")),
                violation_error_message=_("Tulis apa yang perlu dilengkapi dan sampai kapan."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return str(self.get_kind_display())
