"""Sendings that took place before or elsewhere, with the holes that their sources leave."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import (
    PastField,
    PastImportState,
    PastKind,
    PastMark,
    PastOrigin,
    PastOutcome,
    PastPrecision,
    PastReading,
    PastSpan,
    PastTrust,
)
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked(exclude=("rows",))
class PastImport(TenantModel):
    """A file of cases: checked first, then put in or discarded; what was put in can be undone.

    ``rows`` are the rows as read: ``[{"row": 2, "cells": {"id": "C01", …}}, …]``, every cell as the text that stood there.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("uploaded_by",)

    file_name = models.CharField(_("nama berkas"), max_length=200)
    rows = models.JSONField(_("baris"), default=list)
    state = models.CharField(_("status"), max_length=9, choices=PastImportState.choices, default=PastImportState.READY)
    uploaded_at = models.DateTimeField(_("diunggah pada"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diunggah oleh"),
    )
    reason = models.CharField(_("alasan pembatalan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("impor arsip")
        verbose_name_plural = _("impor arsip")
        ordering = ("-uploaded_at", "-id")

    def __str__(self) -> str:
        return self.file_name


@tracked()
class PastCase(TenantModel):
    """One sending of the archive. Empty = the sources don't say; nothing is guessed, and an empty count is no zero.

    ``starts_on`` and ``ends_on`` are the first day of what is known (a month: its first), with precision and what they mark.
    ``people`` counts people only; ``offices`` is a count of offices that a person read out of the note.
    ``part_of``: this case is contained in that one, so that its people are not counted twice.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    batch = models.ForeignKey(PastImport, on_delete=models.PROTECT, related_name="cases", verbose_name=_("impor"))
    row_number = models.PositiveIntegerField(_("baris"))
    code = models.CharField(_("kode"), max_length=24)
    kind = models.CharField(_("jenis"), max_length=12, choices=PastKind.choices)
    kind_text = models.CharField(_("jenis menurut sumber"), max_length=120)
    sender = models.CharField(_("pengirim"), max_length=300)
    hosts_text = models.TextField(_("tuan rumah"), blank=True)
    people = models.PositiveIntegerField(_("jumlah orang"), null=True, blank=True)
    offices = models.PositiveIntegerField(_("jumlah kantor"), null=True, blank=True)
    offices_read = models.PositiveIntegerField(_("jumlah kantor menurut catatan"), null=True, blank=True)
    offices_state = models.CharField(
        _("bacaan jumlah kantor"), max_length=9, choices=PastReading.choices, default=PastReading.NONE
    )
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("bagian dari")
    )
    part_read = models.CharField(_("bagian dari menurut catatan"), max_length=24, blank=True)
    part_state = models.CharField(_("bacaan bagian"), max_length=9, choices=PastReading.choices, default=PastReading.NONE)
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    starts_precision = models.CharField(_("ketelitian mulai"), max_length=5, choices=PastPrecision.choices, blank=True)
    starts_mark = models.CharField(_("tanda tanggal mulai"), max_length=7, choices=PastMark.choices, blank=True)
    ends_on = models.DateField(_("selesai"), null=True, blank=True)
    ends_precision = models.CharField(_("ketelitian selesai"), max_length=5, choices=PastPrecision.choices, blank=True)
    ends_mark = models.CharField(_("tanda tanggal selesai"), max_length=7, choices=PastMark.choices, blank=True)
    year_asked = models.BooleanField(_("tahunnya perkiraan"), default=False)
    duration = models.PositiveSmallIntegerField(_("lama"), null=True, blank=True)
    duration_unit = models.CharField(_("satuan lama"), max_length=5, choices=PastSpan.choices, blank=True)
    duration_about = models.BooleanField(_("lamanya kira-kira"), default=False)
    topic = models.CharField(_("topik"), max_length=300, blank=True)
    reported = models.TextField(_("hasil yang dilaporkan"), blank=True)
    outcome = models.CharField(_("hasil yang diukur"), max_length=7, choices=PastOutcome.choices, default=PastOutcome.UNKNOWN)
    trust = models.CharField(_("keyakinan"), max_length=7, choices=PastTrust.choices, default=PastTrust.UNKNOWN)
    trust_text = models.CharField(_("keyakinan menurut sumber"), max_length=200, blank=True)
    sources = models.TextField(_("sumber"), blank=True)
    note = models.TextField(_("catatan"), blank=True)

    class Meta:
        verbose_name = _("kasus arsip")
        verbose_name_plural = _("kasus arsip")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="past_case_code_once", violation_error_message=_("Kode kasus ini sudah ada.")
            ),
            models.CheckConstraint(
                name="past_case_counts_somebody",
                condition=(models.Q(people__isnull=True) | models.Q(people__gt=0))
                & (models.Q(offices__isnull=True) | models.Q(offices__gt=0)),
                violation_error_message=_("Jumlah yang tidak diketahui dikosongkan, bukan 0."),
            ),
            models.CheckConstraint(
                name="past_case_is_not_its_own_part",
                condition=models.Q(part_of__isnull=True) | ~models.Q(part_of=models.F("id")),
                violation_error_message=_("Kasus tidak dapat menjadi bagian dari dirinya sendiri."),
            ),
            models.CheckConstraint(
                name="past_case_part_is_confirmed",
                condition=models.Q(part_of__isnull=True) | models.Q(part_state=PastReading.CONFIRMED),
                violation_error_message=_("Bagian dari kasus lain dikonfirmasi dulu oleh petugas."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def hosts(self) -> list[str]:
        """The hosts one by one; empty where the source names none."""
        parts = [part.strip() for part in self.hosts_text.split(";")]
        return [part for part in parts if part not in {"", "-"} and not part.casefold().startswith("tidak disebut")]

    @property
    def source_list(self) -> list[str]:
        """The sources one by one."""
        return [part.strip() for part in self.sources.split(" ; ") if part.strip()]


class PastClaim(TenantModel):
    """What one source says about one thing of a case. Append-only: a better answer stands beside the earlier one."""

    personal_data: ClassVar[tuple[str, ...]] = ("made_by",)

    case = models.ForeignKey(PastCase, on_delete=models.CASCADE, related_name="claims", verbose_name=_("kasus"))
    field = models.CharField(_("tentang"), max_length=8, choices=PastField.choices)
    said = models.TextField(_("yang dikatakan"))
    source = models.TextField(_("sumber"), blank=True)
    origin = models.CharField(_("asal"), max_length=6, choices=PastOrigin.choices)
    made_at = models.DateTimeField(_("dicatat pada"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )

    class Meta:
        verbose_name = _("pernyataan sumber")
        verbose_name_plural = _("pernyataan sumber")
        ordering = ("id",)
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.said
