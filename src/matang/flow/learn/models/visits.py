"""Guests that the agency's own offices receive, where no sending of this installation says so."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import DayPart, SendingKind
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class HostVisit(TenantModel):
    """Interns or visitors from elsewhere, entered by the host itself.

    Days, part of the day and number of people may be unknown; the calendar then asks, and never assumes. ``ends_on`` is the
    last day. Without a unit the whole government is the host.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    kind = models.CharField(_("jenis"), max_length=12, choices=SendingKind.choices)
    guest = models.CharField(_("dari"), max_length=200)
    topic = models.CharField(_("topik"), max_length=200, blank=True)
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit penerima")
    )
    unit_name = models.CharField(_("nama unit penerima"), max_length=200, blank=True)
    people = models.PositiveIntegerField(_("jumlah orang"), null=True, blank=True)
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    ends_on = models.DateField(_("hari terakhir"), null=True, blank=True)
    part = models.CharField(_("waktu"), max_length=9, choices=DayPart.choices, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    cancelled_because = models.CharField(_("alasan batal"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("kunjungan")
        verbose_name_plural = _("kunjungan")
        ordering = ("starts_on", "guest", "id")
        constraints = [
            models.CheckConstraint(
                name="host_visit_ends_after_start",
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari mulai."),
            ),
            models.CheckConstraint(
                name="host_visit_people_from_one",
                condition=models.Q(people__isnull=True) | models.Q(people__range=(1, 100_000)),
                violation_error_message=_("Jumlah orang antara 1 dan 100.000. Kosongkan bila belum diketahui."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "starts_on"], name="host_visit_time")]

    def __str__(self) -> str:
        return self.guest


@tracked()
class HostArrangement(TenantModel):
    """What a host has arranged for a sending that comes to it, such as the part of the day.

    The sending itself is the sender's row, which a row of the host cannot point to: ``sending_number`` is its key.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    sending_number = models.BigIntegerField(_("nomor pengiriman"))
    part = models.CharField(_("waktu"), max_length=9, choices=DayPart.choices, blank=True)

    class Meta:
        verbose_name = _("pengaturan penerimaan")
        verbose_name_plural = _("pengaturan penerimaan")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "sending_number"],
                name="host_arrangement_once",
                violation_error_message=_("Penerimaan pengiriman ini sudah diatur."),
            ),
        ]
