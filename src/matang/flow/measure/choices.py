"""Closed lists of the stage."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PeriodKind(models.TextChoices):
    """How often a series has a value."""

    MONTH = "month", pgettext_lazy("periode", "Bulanan")
    QUARTER = "quarter", pgettext_lazy("periode", "Triwulanan")
    YEAR = "year", pgettext_lazy("periode", "Tahunan")


class ImportState(models.TextChoices):
    """Where a file with values stands."""

    READY = "ready", pgettext_lazy("impor nilai", "Menunggu keputusan Anda")
    STORED = "stored", pgettext_lazy("impor nilai", "Disimpan")
    DISCARDED = "discarded", pgettext_lazy("impor nilai", "Dibuang")
    UNDONE = "undone", pgettext_lazy("impor nilai", "Dibatalkan")


class EffectDesign(models.TextChoices):
    """What an effect compares; chosen before anybody looks at the numbers. The values are those of the engine."""

    LEVEL = "level", _("Rata-rata sesudah dibanding rata-rata sebelum")
    TREND = "trend", _("Penyimpangan dari garis gerak sebelum penerapan")


class EffectVerdict(models.TextChoices):
    """What an effect says. The values are those of the engine."""

    IMPROVED = "improved", _("Membaik")
    WORSENED = "worsened", _("Memburuk")
    NO_DIFFERENCE_SHOWN = "no_difference_shown", _("Perbedaan belum terlihat")
    CHANGED_CAUSE_UNPROVEN = "changed_cause_unproven", _("Berubah, sebabnya belum terbukti")
    UNPROVEN = "unproven", _("Belum terbukti")


class OutcomeStanding(models.TextChoices):
    """Where an outcome stands against its target on a day. Not known is neither reached nor missed."""

    REACHED = "reached", pgettext_lazy("capaian", "Tercapai")
    MISSED = "missed", pgettext_lazy("capaian", "Tidak tercapai")
    UNDER_WAY = "under_way", pgettext_lazy("capaian", "Belum jatuh tempo")
    NOT_KNOWN = "not_known", pgettext_lazy("capaian", "Belum dapat dinilai")
    NO_TARGET = "no_target", pgettext_lazy("capaian", "Tanpa target")
