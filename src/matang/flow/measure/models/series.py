"""Measured values of an indicator, with their source and the day on which they were known. Nothing is written over."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from matang.flow.measure.choices import ImportState, PeriodKind
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Series(TenantModel):
    """Values of one indicator about one subject from one source: a unit of the agency, or a place named in words.

    ``main`` marks the one series by which the indicator is held against its target. ``counts`` says that the value itself
    counts people or events, so that small ones must not be shown. Values are owed from ``starts_on`` on, ``due_days`` after
    the end of each period.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    indicator = models.ForeignKey("aims.Indicator", on_delete=models.PROTECT, related_name="+", verbose_name=_("indikator"))
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit yang diukur")
    )
    place = models.CharField(_("tempat lain yang diukur"), max_length=200, blank=True)
    kind = models.CharField(_("periode"), max_length=7, choices=PeriodKind.choices)
    source = models.CharField(_("sumber"), max_length=200)
    main = models.BooleanField(_("deret utama indikator"), default=False)
    counts = models.BooleanField(_("nilainya cacah orang atau kejadian"), default=False)
    responsible = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit pengisi")
    )
    starts_on = models.DateField(_("periode pertama mulai"))
    due_days = models.PositiveSmallIntegerField(_("tenggat, hari sesudah periode berakhir"), default=30)
    closed_on = models.DateField(_("tidak diisi lagi sejak"), null=True, blank=True)

    class Meta:
        verbose_name = _("deret data")
        verbose_name_plural = _("deret data")
        ordering = ("indicator", "-main", "id")
        constraints = [
            models.CheckConstraint(
                name="series_has_one_subject",
                condition=(Q(unit__isnull=False) & Q(place="")) | (Q(unit__isnull=True) & ~Q(place="")),
                violation_error_message=_("Pilih unit, atau tulis nama tempat lain; salah satu saja."),
            ),
            models.CheckConstraint(
                name="series_says_its_source", condition=~Q(source=""), violation_error_message=_("Tulis sumber datanya.")
            ),
            models.CheckConstraint(
                name="series_due_within_a_year",
                condition=Q(due_days__lte=366),
                violation_error_message=_("Tenggat paling lama 366 hari sesudah periode berakhir."),
            ),
            models.UniqueConstraint(
                fields=["agency", "indicator", "unit", "place", "kind", "source"],
                name="series_once",
                nulls_distinct=False,
                violation_error_message=_("Deret ini sudah ada: indikator, subjek, periode, dan sumbernya sama."),
            ),
            models.UniqueConstraint(
                fields=["agency", "indicator"],
                condition=Q(main=True),
                name="series_main_once",
                violation_error_message=_("Indikator ini sudah punya deret utama."),
            ),
        ]

    def __str__(self) -> str:
        return self.place or str(self.unit)


@tracked()
class SeriesImport(TenantModel):
    """A workbook with values: what was read, what was wrong, and what became of it."""

    personal_data: ClassVar[tuple[str, ...]] = ("made_by", "ended_by", "ended_reason")

    file_name = models.CharField(_("nama berkas"), max_length=200)
    digest = models.CharField(_("sidik"), max_length=64)
    state = models.CharField(_("status"), max_length=9, choices=ImportState.choices, default=ImportState.READY)
    lines = models.JSONField(_("baris yang terbaca"), default=list)
    findings = models.JSONField(_("temuan"), default=list)
    made_at = models.DateTimeField(_("diunggah pada"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("diunggah oleh")
    )
    ended_at = models.DateTimeField(_("diputus pada"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("oleh")
    )
    ended_reason = models.CharField(_("alasan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("impor nilai")
        verbose_name_plural = _("impor nilai")
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return self.file_name


KEPT = (
    "agency_id", "series_id", "period_start", "value", "numerator", "denominator", "as_at", "source", "note", "recorded_at",
    "recorded_by_id", "loaded_id",
)  # fmt: skip


class SeriesValue(TenantModel):
    """One value of a series for one period as it was known on ``as_at``. A revision is another row with a later day.

    Never changed and never removed (a trigger refuses both); it can be withdrawn once, with a reason, and then counts nowhere.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("recorded_by", "withdrawn_by", "withdrawn_reason", "note")

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="values", verbose_name=_("deret data"))
    period_start = models.DateField(_("periode"))
    value = models.DecimalField(_("nilai"), max_digits=20, decimal_places=4)
    numerator = models.BigIntegerField(_("pembilang"), null=True, blank=True)
    denominator = models.BigIntegerField(_("penyebut"), null=True, blank=True)
    as_at = models.DateField(_("diketahui per"))
    source = models.CharField(_("sumber nilai ini"), max_length=200, blank=True)
    note = models.CharField(_("catatan"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("dicatat pada"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("dicatat oleh")
    )
    loaded = models.ForeignKey(
        SeriesImport, on_delete=models.PROTECT, null=True, blank=True, related_name="values", verbose_name=_("dari impor")
    )
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditarik oleh"),
    )
    withdrawn_reason = models.CharField(_("alasan penarikan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("nilai deret")
        verbose_name_plural = _("nilai deret")
        ordering = ("series", "period_start", "as_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "period_start", "as_at"],
                condition=Q(withdrawn_at__isnull=True),
                name="series_value_once",
                violation_error_message=_("Periode ini sudah punya nilai yang diketahui per tanggal itu."),
            ),
            models.CheckConstraint(
                name="series_value_counts_from_zero",
                condition=(Q(numerator__isnull=True) | Q(numerator__gte=0))
                & (Q(denominator__isnull=True) | Q(denominator__gte=1)),
                violation_error_message=_("Pembilang tidak boleh negatif, dan penyebut paling sedikit 1."),
            ),
            models.CheckConstraint(
                name="series_value_known_after_it_began",
                condition=Q(as_at__gte=F("period_start")),
                violation_error_message=_("Nilai tidak mungkin diketahui sebelum periodenya mulai."),
            ),
            models.CheckConstraint(
                name="series_value_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                violation_error_message=_("Tulis alasan penarikan."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="not_written_over",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.withdrawn_at IS NOT NULL OR "
                    + " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in KEPT)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period_start:%Y-%m} {self.value}"
