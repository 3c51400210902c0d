"""What stands beside the logbook: rotation, attendance, notes, the review at half time."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import AttendanceState, LearningProgress, LookerSide, NoteKind
from matang.flow.learn.models.sendings import Participant, SharedModel
from matang.foundation.audit.tracking import tracked


@tracked()
class RotationLine(SharedModel):
    """A part of the curriculum: in which office of the host, from when to when, to learn what."""

    personal_data: ClassVar[tuple[str, ...]] = ("contact",)

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="rotation", verbose_name=_("peserta"))
    office = models.CharField(_("kantor atau bidang"), max_length=200)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("hari terakhir"))
    subject = models.TextField(_("yang dipelajari di sana"))
    contact = models.CharField(_("yang ditemui di sana"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("jadwal rotasi")
        verbose_name_plural = _("jadwal rotasi")
        ordering = ("starts_on", "id")
        constraints = [
            models.CheckConstraint(
                name="rotation_ends_after_start",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum mulai."),
            ),
        ]

    def __str__(self) -> str:
        return self.office


@tracked()
class AttendanceDay(SharedModel):
    """Where somebody was on a day, as one side says it. What the sides say is kept apart and shown side by side."""

    personal_data: ClassVar[tuple[str, ...]] = ("state", "note", "noted_by_account", "noted_by_name")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="attendance", verbose_name=_("peserta"))
    day = models.DateField(_("hari"))
    side = models.CharField(_("menurut"), max_length=4, choices=LookerSide.choices)
    state = models.CharField(_("kehadiran"), max_length=14, choices=AttendanceState.choices)
    note = models.CharField(_("keterangan"), max_length=200, blank=True)
    noted_at = models.DateTimeField(_("dicatat pada"))
    noted_by_account = models.BigIntegerField(_("akun"))
    noted_by_name = models.CharField(_("nama"), max_length=150)

    class Meta:
        verbose_name = _("hari kehadiran")
        verbose_name_plural = _("hari kehadiran")
        ordering = ("day", "side")
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "day", "side"],
                name="attendance_once_a_side",
                violation_error_message=_("Kehadiran hari itu sudah dicatat pihak ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.get_state_display()}"


@tracked()
class ConductNote(SharedModel):
    """A note on safety or conduct. The person it is about reads it and may answer once."""

    personal_data: ClassVar[tuple[str, ...]] = ("text", "written_by_account", "written_by_name", "answer")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="notes", verbose_name=_("peserta"))
    kind = models.CharField(_("tentang"), max_length=7, choices=NoteKind.choices)
    happened_on = models.DateField(_("terjadi pada"))
    text = models.TextField(_("catatan"))
    side = models.CharField(_("dari pihak"), max_length=4, choices=LookerSide.choices)
    written_at = models.DateTimeField(_("ditulis pada"))
    written_by_account = models.BigIntegerField(_("akun penulis"))
    written_by_name = models.CharField(_("nama penulis"), max_length=150)
    answer = models.TextField(_("jawaban peserta"), blank=True)
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("catatan keselamatan dan sikap")
        verbose_name_plural = _("catatan keselamatan dan sikap")
        ordering = ("-happened_on", "-id")
        constraints = [
            models.CheckConstraint(
                name="conduct_note_says_something",
                condition=~models.Q(text=""),
                violation_error_message=_("Tulis apa yang terjadi."),
            ),
            models.CheckConstraint(
                name="conduct_answer_has_time",
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                violation_error_message=_("Jawaban disimpan bersama waktunya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.happened_on}"


@tracked()
class MidReview(SharedModel):
    """What one side says at half time: what goes well, what is hard, what changes. One for each side."""

    personal_data: ClassVar[tuple[str, ...]] = ("progress", "well", "hard", "change", "by_account", "by_name")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("peserta"))
    side = models.CharField(_("dari pihak"), max_length=4, choices=LookerSide.choices)
    progress = models.CharField(_("dibanding rencana belajar"), max_length=7, choices=LearningProgress.choices)
    well = models.TextField(_("yang berjalan baik"))
    hard = models.TextField(_("yang sulit"), blank=True)
    change = models.TextField(_("yang diubah untuk paruh kedua"), blank=True)
    reviewed_at = models.DateTimeField(_("ditulis pada"))
    by_account = models.BigIntegerField(_("akun"))
    by_name = models.CharField(_("nama"), max_length=150)

    class Meta:
        verbose_name = _("tinjauan tengah")
        verbose_name_plural = _("tinjauan tengah")
        ordering = ("reviewed_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "side"],
                name="mid_review_once_a_side",
                violation_error_message=_("Pihak ini sudah menulis tinjauan tengah."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()}: {self.get_progress_display()}"
