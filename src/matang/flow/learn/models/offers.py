"""What a host is good at, and what it offers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import SendingKind
from matang.flow.learn.models.hosts import Host
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel

MOST_RUPIAH = 10_000_000_000


@tracked()
class HostStrength(TenantModel):
    """Something that a host does well, and what shows it. Without evidence it is hearsay, and the page says so."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="strengths", verbose_name=_("tuan rumah"))
    topic = models.CharField(_("topik"), max_length=120)
    competency = models.ForeignKey(
        "needs.Competency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kompetensi")
    )
    practice = models.CharField(_("praktik yang dapat dipelajari"), max_length=300)
    evidence = models.TextField(_("buktinya"), blank=True)
    evidence_url = models.URLField(_("tautan bukti"), max_length=500, blank=True)
    evidence_on = models.DateField(_("tanggal bukti"), null=True, blank=True)

    class Meta:
        verbose_name = _("keunggulan tuan rumah")
        verbose_name_plural = _("keunggulan tuan rumah")
        ordering = ("topic", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["host", "topic", "practice"],
                name="host_strength_once",
                violation_error_message=_("Praktik ini sudah tercatat pada topik yang sama."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.practice}"


@tracked()
class HostOffering(TenantModel):
    """Seats of one unit of a host for a time: as the host wrote, or where ``unit`` is set, of a unit of our own.

    ``ends_on`` is the last day; empty is not "for ever" but not yet said, and is asked for. Empty seats or costs are unknown.
    A published offering is read by every other government; only what is ours may be published.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    host = models.ForeignKey(Host, on_delete=models.CASCADE, related_name="offerings", verbose_name=_("tuan rumah"))
    kind = models.CharField(_("jenis"), max_length=12, choices=SendingKind.choices, default=SendingKind.INTERNSHIP)
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit kami")
    )
    unit_name = models.CharField(_("unit tuan rumah"), max_length=200)
    topic = models.CharField(_("topik"), max_length=120)
    seats = models.PositiveSmallIntegerField(_("kursi"), null=True, blank=True)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("hari terakhir"), null=True, blank=True)
    cost_per_person = models.BigIntegerField(_("biaya per orang"), null=True, blank=True)
    conditions = models.TextField(_("syarat"), blank=True)
    contact = models.CharField(_("kontak (kantor atau jabatan)"), max_length=200, blank=True)
    published = models.BooleanField(_("terbit untuk pemerintah lain"), default=False)

    class Meta:
        verbose_name = _("penawaran tempat belajar")
        verbose_name_plural = _("penawaran tempat belajar")
        ordering = ("-starts_on", "unit_name", "id")
        constraints = [
            models.CheckConstraint(
                name="host_offering_ends_after_start",
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari mulai."),
            ),
            models.CheckConstraint(
                name="host_offering_seats_from_one",
                condition=models.Q(seats__isnull=True) | models.Q(seats__range=(1, 5000)),
                violation_error_message=_("Kursi antara 1 dan 5.000. Kosongkan bila belum diketahui."),
            ),
            models.CheckConstraint(
                name="host_offering_cost_whole",
                condition=models.Q(cost_per_person__isnull=True) | models.Q(cost_per_person__range=(0, MOST_RUPIAH)),
                violation_error_message=_("Biaya per orang antara Rp0 dan Rp10 miliar. Kosongkan bila belum diketahui."),
            ),
            models.CheckConstraint(
                name="host_offering_published_is_ours",
                condition=models.Q(published=False) | models.Q(unit__isnull=False),
                violation_error_message=_("Hanya penawaran unit sendiri yang dapat diterbitkan."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "starts_on"], name="host_offering_time"),
            models.Index(fields=["topic"], name="host_offering_published", condition=models.Q(published=True)),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name}: {self.topic}"
