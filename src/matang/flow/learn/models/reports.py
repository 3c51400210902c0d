"""What came home: the report of each participant, the hours that it earned, and who helps others with it."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from matang.flow.learn.choices import AlumnusRole, LearningPlace, ReportState
from matang.flow.learn.models.sendings import Participant, Sending
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class SendingReport(TenantModel):
    """The report of one participant. The sender's alone: the host reads what is published, not this.

    ``acceptances`` counts how often it was accepted; hours are booked once for each. Who submitted and who decided are numbers
    of accounts with a name beside them.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "person", "seen", "worked_because", "different_here", "action_plan", "document", "decided_account", "decided_name",
        "decided_reason",
    )  # fmt: skip

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="reports", verbose_name=_("pengiriman"))
    participant = models.OneToOneField(Participant, on_delete=models.PROTECT, related_name="report", verbose_name=_("peserta"))
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    seen = models.TextField(_("yang dilihat dan dikerjakan"), blank=True)
    worked_because = models.TextField(_("mengapa berhasil di sana"), blank=True)
    different_here = models.TextField(_("yang berbeda di sini"), blank=True)
    action_plan = models.TextField(_("rencana aksi"), blank=True)
    document = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lampiran")
    )
    state = models.CharField(_("status"), max_length=9, choices=ReportState.choices, default=ReportState.DRAFT)
    saved_at = models.DateTimeField(_("disimpan pada"))
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    decided_at = models.DateTimeField(_("diperiksa pada"), null=True, blank=True)
    decided_account = models.BigIntegerField(_("akun pemeriksa"), null=True, blank=True)
    decided_name = models.CharField(_("nama pemeriksa"), max_length=150, blank=True)
    decided_reason = models.TextField(_("tanggapan pemeriksa"), blank=True)
    place = models.CharField(_("tempat belajar"), max_length=8, choices=LearningPlace.choices, blank=True)
    acceptances = models.PositiveSmallIntegerField(_("berapa kali diterima"), default=0)

    class Meta:
        verbose_name = _("laporan belajar")
        verbose_name_plural = _("laporan belajar")
        ordering = ("-saved_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="report_accepted_by_somebody",
                condition=~models.Q(state=ReportState.ACCEPTED)
                | (models.Q(decided_at__isnull=False, acceptances__gte=1) & ~models.Q(place="")),
                violation_error_message=_("Laporan yang diterima menyebut siapa yang menerima dan tempat belajarnya."),
            ),
            models.CheckConstraint(
                name="report_sent_back_with_reason",
                condition=~models.Q(state=ReportState.SENT_BACK) | ~models.Q(decided_reason=""),
                violation_error_message=_("Tulis apa yang perlu diperbaiki."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="report_state")]

    def __str__(self) -> str:
        return str(self.sending)


class LearningHours(TenantModel):
    """Hours of learning (JP) booked for one accepted report, or their withdrawal (negative). Append-only.

    ``hours`` in JP with two decimals; empty = the rule could not tell. ``year`` is that of the day of return. What the number
    rests on is kept with it: the rule's key, its article, the confidence of the source and whether anybody read the original.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "hours", "booked_by_account", "reason")

    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    report = models.ForeignKey(SendingReport, on_delete=models.PROTECT, related_name="hours", verbose_name=_("laporan"))
    acceptance = models.PositiveSmallIntegerField(_("penerimaan ke"))
    withdraws = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawn_by", verbose_name=_("membatalkan")
    )
    activity = models.CharField(_("kegiatan"), max_length=200)
    kind = models.CharField(_("jenis kegiatan menurut aturan"), max_length=30)
    place = models.CharField(_("tempat belajar"), max_length=8, choices=LearningPlace.choices)
    year = models.PositiveSmallIntegerField(_("tahun"))
    ended_on = models.DateField(_("selesai pada"))
    hours = models.DecimalField(pgettext_lazy("belajar", "JP"), max_digits=7, decimal_places=2, null=True, blank=True)
    rule = models.CharField(_("aturan"), max_length=60)
    article = models.CharField(_("pasal"), max_length=200)
    confidence = models.CharField(_("keyakinan sumber"), max_length=10)
    unverified = models.BooleanField(_("sumber belum dibaca aslinya"))
    reason = models.CharField(_("alasan"), max_length=500, blank=True)
    booked_at = models.DateTimeField(_("dibukukan pada"))
    booked_by_account = models.BigIntegerField(_("akun"), null=True, blank=True)

    class Meta:
        verbose_name = _("pembukuan JP")
        verbose_name_plural = _("pembukuan JP")
        ordering = ("-ended_on", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "acceptance"],
                condition=models.Q(withdraws__isnull=True),
                name="hours_booked_once",
                violation_error_message=_("JP laporan ini sudah dibukukan."),
            ),
            models.CheckConstraint(
                name="hours_sign_says_what",
                condition=models.Q(hours__isnull=True)
                | models.Q(withdraws__isnull=True, hours__gte=0)
                | models.Q(withdraws__isnull=False, hours__lte=0),
                violation_error_message=_("Pembukuan menambah JP, pembatalan menguranginya."),
            ),
            models.CheckConstraint(
                name="hours_withdrawn_with_reason",
                condition=models.Q(withdraws__isnull=True) | ~models.Q(reason=""),
                violation_error_message=_("Tulis alasan pembatalan."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person", "year"], name="hours_person_year")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.activity


@tracked()
class Alumnus(TenantModel):
    """Somebody whose report was accepted and who is ready to help others with the topic. Only they themselves say so."""

    personal_data: ClassVar[tuple[str, ...]] = ("person", "note")

    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    report = models.OneToOneField(SendingReport, on_delete=models.PROTECT, related_name="alumnus", verbose_name=_("laporan"))
    topic = models.CharField(_("topik"), max_length=120)
    role = models.CharField(_("bersedia sebagai"), max_length=7, choices=AlumnusRole.choices)
    note = models.CharField(_("keterangan"), max_length=300, blank=True)
    offered_on = models.DateField(_("bersedia sejak"))
    ended_on = models.DateField(_("tidak lagi sejak"), null=True, blank=True)

    class Meta:
        verbose_name = _("alumnus")
        verbose_name_plural = _("alumnus")
        ordering = ("topic", "id")
        constraints = [
            models.CheckConstraint(
                name="alumnus_ends_after_start",
                condition=models.Q(ended_on__isnull=True) | models.Q(ended_on__gte=models.F("offered_on")),
                violation_error_message=_("Kesediaan tidak berakhir sebelum dimulai."),
            ),
        ]

    def __str__(self) -> str:
        return self.topic
