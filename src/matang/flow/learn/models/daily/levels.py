"""What the host is asked to judge, and what it judged."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.models.sendings import Participant, SharedModel
from matang.foundation.audit.tracking import tracked


@tracked()
class AskedCompetency(SharedModel):
    """A competency that the host is asked to judge, with the words of its levels copied: the host can't read our dictionary.

    ``levels`` lists the texts of levels 1 to 5.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("asked_by_account", "asked_by_name")

    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="asked_competencies", verbose_name=_("peserta")
    )
    competency = models.ForeignKey("needs.Competency", on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    name = models.CharField(_("nama kompetensi"), max_length=250)
    levels = models.JSONField(_("uraian level"), default=list)
    asked_at = models.DateTimeField(_("diminta pada"))
    asked_by_account = models.BigIntegerField(_("akun peminta"))
    asked_by_name = models.CharField(_("nama peminta"), max_length=150)

    class Meta:
        verbose_name = _("kompetensi yang dimintakan nilai")
        verbose_name_plural = _("kompetensi yang dimintakan nilai")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "competency"],
                name="asked_competency_once",
                violation_error_message=_("Kompetensi ini sudah dimintakan penilaian."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class HostAssessment(SharedModel):
    """The host's judgement of one asked competency; an empty level says that the host could not tell.

    Until the sender received it the host may correct it. Receiving makes it evidence (``evidence_number``).
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "level",
        "note",
        "by_account",
        "by_name",
        "received_by_account",
        "received_by_name",
    )

    asked = models.OneToOneField(
        AskedCompetency, on_delete=models.PROTECT, related_name="judgement", verbose_name=_("kompetensi yang diminta")
    )
    level = models.PositiveSmallIntegerField(_("level yang ditunjukkan"), null=True, blank=True)
    note = models.CharField(_("yang terlihat"), max_length=300)
    rated_at = models.DateTimeField(_("dinilai pada"))
    by_account = models.BigIntegerField(_("akun penilai"))
    by_name = models.CharField(_("nama penilai"), max_length=150)
    received_at = models.DateTimeField(_("diterima pada"), null=True, blank=True)
    received_by_account = models.BigIntegerField(_("akun penerima"), null=True, blank=True)
    received_by_name = models.CharField(_("nama penerima"), max_length=150, blank=True)
    evidence_number = models.BigIntegerField(_("nomor bukti"), null=True, blank=True)

    class Meta:
        verbose_name = _("penilaian tuan rumah")
        verbose_name_plural = _("penilaian tuan rumah")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="host_assessment_level",
                condition=models.Q(level__isnull=True) | models.Q(level__range=(0, 5)),
                violation_error_message=_("Level yang ditunjukkan antara 0 dan 5."),
            ),
            models.CheckConstraint(
                name="host_assessment_says_what_was_seen",
                condition=~models.Q(note=""),
                violation_error_message=_("Tulis apa yang terlihat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_id}: {self.level}"
