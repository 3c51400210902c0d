"""What days away cost: tariffs with their source, the basis of a sending, and what was ordered, frozen."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import SendingCost, TariffKind
from matang.flow.learn.models.offers import MOST_RUPIAH
from matang.flow.learn.models.sendings import Sending
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Tariff(Dated, TenantModel):
    """What one unit of something costs in one place, by one source, for a time. Whole rupiah.

    Two sources may contradict each other on the same day: both stay, and the comparison shows it.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    kind = models.CharField(_("jenis"), max_length=14, choices=TariffKind.choices)
    place = models.CharField(_("tempat"), max_length=120)
    amount = models.BigIntegerField(_("rupiah"))
    source = models.CharField(_("sumber"), max_length=300)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("tarif")
        verbose_name_plural = _("tarif")
        ordering = ("place", "kind", "-valid_from", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "place", "source", "valid_from"],
                name="tariff_once",
                violation_error_message=_("Tarif jenis ini dengan tempat, sumber, dan tanggal yang sama sudah tercatat."),
            ),
            models.CheckConstraint(
                name="tariff_whole_rupiah",
                condition=models.Q(amount__range=(0, MOST_RUPIAH)),
                violation_error_message=_("Tarif antara Rp0 dan Rp10 miliar."),
            ),
            models.CheckConstraint(
                name="tariff_says_source",
                condition=~models.Q(source="") & ~models.Q(place=""),
                violation_error_message=_("Sebut tempat dan sumber tarif ini."),
            ),
            models.CheckConstraint(
                name="tariff_ends_after_start",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                violation_error_message=_("Akhir masa berlaku harus sesudah awalnya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.place}"


@tracked()
class CostBasis(TenantModel):
    """On what the costs of a sending are computed: the place whose tariffs hold, and how many local trips each person is paid."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    sending = models.OneToOneField(Sending, on_delete=models.CASCADE, related_name="basis", verbose_name=_("pengiriman"))
    place = models.CharField(_("tempat yang tarifnya berlaku"), max_length=120)
    local_trips = models.PositiveSmallIntegerField(_("angkutan setempat yang dibayar"), default=0)

    class Meta:
        verbose_name = _("dasar biaya")
        verbose_name_plural = _("dasar biaya")


@tracked()
class SendingOrder(TenantModel):
    """The decision to send, as it was taken: number, signer, and the costs as they were known that day. Never changed.

    ``lines`` holds for each rule its lines (kind, amount, times, total, source) as numbers; ``total`` is None where nothing of
    it is known, and a minimum where ``at_least`` says so.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("signed_account", "signed_name")

    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, related_name="order", verbose_name=_("pengiriman"))
    number = models.CharField(_("nomor surat tugas"), max_length=80)
    reason = models.CharField(_("alasan putusan"), max_length=500)
    signed_on = models.DateField(_("tanggal putusan"))
    signed_account = models.BigIntegerField(_("akun yang memutuskan"), null=True, blank=True)
    signed_name = models.CharField(_("yang memutuskan"), max_length=150, blank=True)
    cost_rule = models.CharField(_("aturan biaya"), max_length=9, choices=SendingCost.choices)
    people = models.PositiveSmallIntegerField(_("jumlah orang"))
    days = models.PositiveSmallIntegerField(_("jumlah hari"), null=True, blank=True)
    lines = models.JSONField(_("rincian biaya"), default=dict)
    total = models.BigIntegerField(_("jumlah biaya"), null=True, blank=True)
    at_least = models.BooleanField(_("paling sedikit"), default=True)

    class Meta:
        verbose_name = _("surat tugas belajar")
        verbose_name_plural = _("surat tugas belajar")
        ordering = ("-signed_on", "-id")
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]
