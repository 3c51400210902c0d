"""The logbook: what an intern did on a day, written on a phone and sent when there is a network."""

from typing import ClassVar

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import AttendanceState, LookerSide, SignKind
from matang.flow.learn.models.sendings import Participant, SharedModel


class LogEntry(SharedModel):
    """One version of an entry. Versions are kept; ``current`` is the one that is read first.

    ``identifier`` was made on the phone: whoever sends it again with the same content (``digest``) gets the same receipt.
    ``written_at`` is the phone's clock, which may be wrong; ``clock_skew`` is how many seconds it was behind ours when it sent.
    ``device`` and ``sequence`` tell in which order one phone wrote, whatever the order of arrival.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("done", "learned", "idea", "attendance", "hours", "sent_by_account", "device")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="entries", verbose_name=_("peserta"))
    identifier = models.UUIDField(_("tanda pengenal catatan"))
    version = models.PositiveSmallIntegerField(_("versi"))
    current = models.BooleanField(_("versi yang berlaku"), default=True)
    device = models.UUIDField(_("ponsel"), null=True, blank=True)
    sequence = models.BigIntegerField(_("urutan tulis di ponsel"), default=0)
    day = models.DateField(_("hari"))
    done = models.TextField(_("yang dikerjakan"))
    learned = models.TextField(_("yang dipelajari"), blank=True)
    idea = models.TextField(_("gagasan untuk dibawa pulang"), blank=True)
    attendance = models.CharField(_("kehadiran"), max_length=14, choices=AttendanceState.choices, default=AttendanceState.UNKNOWN)
    hours = models.DecimalField(
        _("lama (jam)"), max_digits=4, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(24)],
    )  # fmt: skip
    written_at = models.DateTimeField(_("ditulis pada (jam ponsel)"))
    written_zone = models.CharField(_("zona ponsel"), max_length=6, blank=True)
    clock_skew = models.BigIntegerField(_("selisih jam ponsel (detik)"), null=True, blank=True)
    received_at = models.DateTimeField(_("diterima pada"))
    digest = models.CharField(_("sidik isi"), max_length=64)
    sent_by_account = models.BigIntegerField(_("akun pengirim"))

    class Meta:
        verbose_name = _("catatan harian")
        verbose_name_plural = _("catatan harian")
        ordering = ("-day", "-received_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "identifier", "version"],
                name="log_entry_version_once",
                violation_error_message=_("Versi catatan ini sudah ada."),
            ),
            models.UniqueConstraint(
                fields=["participant", "identifier", "digest"],
                name="log_entry_content_once",
                violation_error_message=_("Isi catatan ini sudah diterima."),
            ),
            models.UniqueConstraint(
                fields=["participant", "identifier"],
                condition=models.Q(current=True),
                name="log_entry_one_current",
                violation_error_message=_("Satu catatan hanya punya satu versi yang berlaku."),
            ),
            models.CheckConstraint(
                name="log_entry_says_something",
                condition=~models.Q(done=""),
                violation_error_message=_("Tulis apa yang dikerjakan hari itu."),
            ),
            models.CheckConstraint(
                name="log_entry_hours",
                condition=models.Q(hours__isnull=True) | models.Q(hours__range=(0, 24)),
                violation_error_message=_("Lama bekerja antara 0 dan 24 jam."),
            ),
        ]
        indexes = [models.Index(fields=["participant", "day"], name="log_entry_day")]
        triggers = [pgtrigger.ReadOnly(name="versions_stay", exclude=["current"])]

    def __str__(self) -> str:
        return f"{self.day} ({self.version})"


class LogPhoto(SharedModel):
    """A photo of one version of an entry: a JPEG of at most 200 KB without position or camera data."""

    personal_data: ClassVar[tuple[str, ...]] = ("content", "caption")

    entry = models.ForeignKey(LogEntry, on_delete=models.CASCADE, related_name="photos", verbose_name=_("catatan"))
    position = models.PositiveSmallIntegerField(_("urutan"))
    caption = models.CharField(_("keterangan foto"), max_length=200, blank=True)
    content = models.BinaryField(_("isi foto"))
    width = models.PositiveIntegerField(_("lebar (piksel)"))
    height = models.PositiveIntegerField(_("tinggi (piksel)"))
    sent_digest = models.CharField(_("sidik foto yang dikirim"), max_length=64)

    class Meta:
        verbose_name = _("foto catatan")
        verbose_name_plural = _("foto catatan")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "position"], name="log_photo_place_once", violation_error_message=_("Urutan foto ini sudah ada.")
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.caption or str(self.position)


class SignOff(SharedModel):
    """A mentor's look at one version of an entry: seen, or asked back. Append-only; the latest of each side counts."""

    personal_data: ClassVar[tuple[str, ...]] = ("comment", "by_account", "by_name")

    entry = models.ForeignKey(LogEntry, on_delete=models.CASCADE, related_name="signs", verbose_name=_("catatan"))
    side = models.CharField(_("dari pihak"), max_length=4, choices=LookerSide.choices)
    kind = models.CharField(_("tanggapan"), max_length=5, choices=SignKind.choices)
    comment = models.TextField(_("tanggapan tertulis"), blank=True)
    signed_at = models.DateTimeField(_("ditanggapi pada"))
    by_account = models.BigIntegerField(_("akun"))
    by_name = models.CharField(_("nama"), max_length=150)

    class Meta:
        verbose_name = _("tanggapan mentor")
        verbose_name_plural = _("tanggapan mentor")
        ordering = ("signed_at", "id")
        constraints = [
            models.CheckConstraint(
                name="sign_off_asks_with_words",
                condition=models.Q(kind=SignKind.SEEN) | ~models.Q(comment=""),
                violation_error_message=_("Tulis apa yang ditanyakan."),
            ),
            models.CheckConstraint(
                name="sign_off_by_a_mentor",
                condition=models.Q(side__in=(LookerSide.HOME, LookerSide.HOST)),
                violation_error_message=_("Tanggapan diberikan mentor, bukan peserta."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.by_name})"
