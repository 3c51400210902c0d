"""Agreements with hosts, and what either side owes."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import ObligationCounts, ObligationSide
from matang.flow.learn.models.hosts import Host
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Agreement(TenantModel):
    """A memorandum with a host (*nota kesepahaman*, *perjanjian kerja sama*).

    ``ends_on`` is the last day on paper; empty = not yet said. ``stopped_on`` is the last day where it was ended early.
    ``renews`` is the agreement that this one continues; an agreement is continued once.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    host = models.ForeignKey(Host, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("tuan rumah"))
    number = models.CharField(_("nomor"), max_length=120)
    title = models.CharField(_("tentang"), max_length=200)
    our_party = models.CharField(_("pihak kami"), max_length=200)
    their_party = models.CharField(_("pihak mitra"), max_length=200)
    signed_on = models.DateField(_("tanggal ditandatangani"), null=True, blank=True)
    starts_on = models.DateField(_("berlaku mulai"))
    ends_on = models.DateField(_("hari terakhir berlaku"), null=True, blank=True)
    stopped_on = models.DateField(_("hari terakhir bila dihentikan lebih awal"), null=True, blank=True)
    stop_reason = models.CharField(_("alasan dihentikan"), max_length=300, blank=True)
    document_url = models.URLField(_("tautan naskah"), max_length=500, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    renews = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewed_by", verbose_name=_("memperpanjang")
    )

    class Meta:
        verbose_name = _("perjanjian")
        verbose_name_plural = _("perjanjian")
        ordering = ("-starts_on", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number"],
                name="agreement_number_once",
                violation_error_message=_("Nomor perjanjian ini sudah tercatat."),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_start",
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari mulai berlaku."),
            ),
            models.CheckConstraint(
                name="agreement_stopped_with_reason",
                condition=models.Q(stopped_on__isnull=True, stop_reason="")
                | (models.Q(stopped_on__gte=models.F("starts_on")) & ~models.Q(stop_reason="")),
                violation_error_message=_("Tulis alasan penghentian, dengan hari terakhir yang tidak sebelum hari mulai."),
            ),
            models.CheckConstraint(
                name="agreement_stopped_before_its_end",
                condition=models.Q(stopped_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(stopped_on__lte=models.F("ends_on")),
                violation_error_message=_("Perjanjian sudah berakhir pada hari itu."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


@tracked()
class AgreementObligation(TenantModel):
    """What one side owes the other: how many of what, until when. An empty quantity is unknown, never zero."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="obligations", verbose_name=_("perjanjian"))
    side = models.CharField(_("kewajiban siapa"), max_length=6, choices=ObligationSide.choices)
    counts = models.CharField(_("dihitung dari"), max_length=8, choices=ObligationCounts.choices)
    what = models.CharField(_("kewajiban"), max_length=300)
    measure = models.CharField(_("satuan"), max_length=40)
    quantity = models.PositiveIntegerField(_("banyaknya"), null=True, blank=True)
    due_on = models.DateField(_("paling lambat"), null=True, blank=True)

    class Meta:
        verbose_name = _("kewajiban perjanjian")
        verbose_name_plural = _("kewajiban perjanjian")
        ordering = ("side", "due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "side", "what"],
                name="agreement_obligation_once",
                violation_error_message=_("Kewajiban ini sudah tercantum."),
            ),
            models.CheckConstraint(
                name="agreement_obligation_from_one",
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__range=(1, 1_000_000)),
                violation_error_message=_("Banyaknya paling sedikit 1. Kosongkan bila belum disepakati."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


@tracked()
class ObligationEntry(TenantModel):
    """Something that was done about an obligation that nothing else counts. A slip is removed; the trail keeps it."""

    personal_data: ClassVar[tuple[str, ...]] = ("recorded_by",)

    obligation = models.ForeignKey(
        AgreementObligation, on_delete=models.CASCADE, related_name="entries", verbose_name=_("kewajiban")
    )
    done_on = models.DateField(_("tanggal"))
    quantity = models.PositiveIntegerField(_("banyaknya"))
    note = models.CharField(_("keterangan atau bukti"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("dicatat pada"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )

    class Meta:
        verbose_name = _("pemenuhan kewajiban")
        verbose_name_plural = _("pemenuhan kewajiban")
        ordering = ("-done_on", "-id")
        constraints = [
            models.CheckConstraint(
                name="obligation_entry_from_one",
                condition=models.Q(quantity__gte=1),
                violation_error_message=_("Banyaknya paling sedikit 1."),
            ),
        ]
