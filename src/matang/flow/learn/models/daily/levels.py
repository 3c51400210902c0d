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

    Until the sender received it the host may correct it. Receiving makes it evidence (``evidence_number``). Where the host has
    no account here, the own mentor writes it down from a signed sheet (``paper``, ``signed_by``, ``signed_on``); then ``by_*``
    is who wrote it down.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "level",
        "note",
        "by_account",
        "by_name",
        "received_by_account",
        "received_by_name",
        "paper",
        "signed_by",
    )

    asked = models.OneToOneField(
        AskedCompetency, on_delete=models.PROTECT, related_name="judgement", verbose_name=_("kompetensi yang diminta")
    )
    level = models.PositiveSmallIntegerField(_("level yang ditunjukkan"), null=True, blank=True)
    note = models.CharField(_("yang terlihat"), max_length=300)
    rated_at = models.DateTimeField(_("dinilai pada"))
    by_account = models.BigIntegerField(_("akun penilai"))
    by_name = models.CharField(_("nama penilai"), max_length=150)
    paper = models.ForeignKey(
        "files.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lembar bertanda tangan"),
    )
    signed_by = models.CharField(_("yang menilai di tuan rumah (nama dan jabatan)"), max_length=200, blank=True)
    signed_on = models.DateField(_("ditandatangani pada"), null=True, blank=True)
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
                name="host_assessment_paper_is_whole",
                condition=models.Q(paper__isnull=True, signed_by="", signed_on__isnull=True)
                | (models.Q(paper__isnull=False, signed_on__isnull=False) & ~models.Q(signed_by="")),
                violation_error_message=_("Penilaian dari lembar menyebut lembarnya, siapa yang menandatangani, dan kapan."),
            ),
            models.CheckConstraint(
                name="host_assessment_says_what_was_seen",
                condition=~models.Q(note=""),
                violation_error_message=_("Tulis apa yang terlihat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_id}: {self.level}"
