"""What was asked about an effect, and what was answered."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matang.flow.measure.choices import EffectDesign, EffectVerdict
from matang.flow.measure.models.series import Series
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class EffectQuestion(TenantModel):
    """Did this series get better after something was adopted in its unit? Fixed before anybody looks at the numbers.

    ``origin`` names the adoption (``apply:adoption:12``) where there is one; by hand it is empty.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("asked_by", "closed_reason")

    treated = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("deret unit yang menerapkan"))
    started_on = models.DateField(_("mulai diterapkan"))
    settling = models.PositiveSmallIntegerField(_("periode penyesuaian yang dilewati"), default=0)
    design = models.CharField(_("cara membandingkan"), max_length=5, choices=EffectDesign.choices, default=EffectDesign.LEVEL)
    reason = models.TextField(_("apa yang diterapkan dan mengapa ditanyakan"))
    comparison_reason = models.TextField(_("mengapa pembanding ini"), blank=True)
    origin = models.CharField(_("asal"), max_length=80, blank=True)
    comparisons = models.ManyToManyField(Series, through="EffectComparison", related_name="+", verbose_name=_("deret pembanding"))
    asked_at = models.DateTimeField(_("ditanyakan pada"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("ditanyakan oleh")
    )
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    closed_reason = models.CharField(_("alasan ditutup"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("pertanyaan pengaruh")
        verbose_name_plural = _("pertanyaan pengaruh")
        ordering = ("-asked_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="effect_question_says_why", condition=~Q(reason=""), violation_error_message=_("Tulis apa yang diterapkan.")
            ),
            models.CheckConstraint(
                name="effect_question_settles_within_a_dozen",
                condition=Q(settling__lte=12),
                violation_error_message=_("Paling banyak 12 periode penyesuaian."),
            ),
            models.UniqueConstraint(
                fields=["agency", "treated", "started_on"],
                condition=Q(closed_at__isnull=True),
                name="effect_question_once",
                violation_error_message=_("Pengaruh pada deret dan tanggal ini sudah ditanyakan."),
            ),
        ]

    def __str__(self) -> str:
        return self.reason[:80]


@tracked()
class EffectComparison(TenantModel):
    """A series that a question compares with."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    question = models.ForeignKey(EffectQuestion, on_delete=models.CASCADE, related_name="lines", verbose_name=_("pertanyaan"))
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("deret pembanding"))

    class Meta:
        verbose_name = _("pembanding")
        verbose_name_plural = _("pembanding")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "series"],
                name="effect_comparison_once",
                violation_error_message=_("Deret ini sudah menjadi pembanding."),
            ),
        ]


class EffectResult(TenantModel):
    """An answer to a question as at a day, with the fingerprint of what it was computed from. Append-only.

    ``sayings`` are sentences as template and places; ``figures`` the numbers beside them (units of the indicator).
    """

    personal_data: ClassVar[tuple[str, ...]] = ("computed_by",)

    question = models.ForeignKey(EffectQuestion, on_delete=models.PROTECT, related_name="results", verbose_name=_("pertanyaan"))
    as_at = models.DateField(_("menurut data per"))
    fingerprint = models.CharField(_("sidik masukan"), max_length=64)
    verdict = models.CharField(_("kesimpulan"), max_length=22, choices=EffectVerdict.choices)
    method = models.CharField(_("cara"), max_length=40)
    estimate = models.FloatField(_("taksiran"), null=True)
    low = models.FloatField(_("batas bawah"), null=True)
    high = models.FloatField(_("batas atas"), null=True)
    hidden = models.BooleanField(_("angka disembunyikan"), default=False)
    sayings = models.JSONField(_("kalimat"), default=list)
    figures = models.JSONField(_("angka"), default=dict)
    computed_at = models.DateTimeField(_("dihitung pada"))
    computed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("dihitung oleh")
    )

    class Meta:
        verbose_name = _("hasil pengaruh")
        verbose_name_plural = _("hasil pengaruh")
        ordering = ("-computed_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="effect_result_interval_whole",
                condition=Q(estimate__isnull=True, low__isnull=True, high__isnull=True)
                | Q(estimate__isnull=False, low__isnull=False, high__isnull=False),
                violation_error_message=_("Taksiran tanpa rentang tidak disimpan."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]


class EffectPublication(TenantModel):
    """That a named official stood up for an answer. Append-only; the chained log has it under ``log_id``."""

    personal_data: ClassVar[tuple[str, ...]] = ("published_by", "reason")

    result = models.OneToOneField(EffectResult, on_delete=models.PROTECT, related_name="publication", verbose_name=_("hasil"))
    reason = models.CharField(_("dasar"), max_length=300)
    published_at = models.DateTimeField(_("ditetapkan pada"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("ditetapkan oleh")
    )
    log_id = models.BigIntegerField(_("nomor catatan"))

    class Meta:
        verbose_name = _("penetapan hasil pengaruh")
        verbose_name_plural = _("penetapan hasil pengaruh")
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]
