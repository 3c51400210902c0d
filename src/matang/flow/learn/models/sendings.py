"""A journey to learn: for which need, who, where, and in which state."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingCost, SendingKind, SendingOrigin, SendingState
from matang.flow.learn.models.hosts import Host
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import Agency, TenantModel


class SharedModel(TenantModel):
    """Base of rows on which sender (``agency``) and host work together. Their migration calls ``rls.protect_shared``.

    Accounts of either side stand in these tables as a number with a name beside it, without a foreign key: a key would have to
    lead into the other agency, whose accounts the reader may not see.
    """

    host_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("instansi tuan rumah")
    )

    class Meta:
        abstract = True


@tracked()
class Cohort(TenantModel):
    """A group of sendings of one year (angkatan), and who asked for it."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(_("nama angkatan"), max_length=120)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    asked_by = models.CharField(_("diminta oleh"), max_length=120, blank=True)
    note = models.TextField(_("catatan"), blank=True)

    class Meta:
        verbose_name = _("angkatan")
        verbose_name_plural = _("angkatan")
        ordering = ("-year", "name")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="cohort_name_once", violation_error_message=_("Nama angkatan ini sudah ada.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class WantedField(TenantModel):
    """A field that was asked for, such as social services; held against what was sent."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="wanted", verbose_name=_("angkatan"))
    name = models.CharField(_("bidang"), max_length=120)
    unit = models.ForeignKey(
        "register.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit yang menanganinya"),
    )
    source = models.CharField(_("sumber permintaan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bidang yang diminta")
        verbose_name_plural = _("bidang yang diminta")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "name"], name="wanted_field_once", violation_error_message=_("Bidang ini sudah tercantum.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Sending(SharedModel):
    """One journey of one or more people of a unit to one host, for one need.

    A draft may lack anything but its unit and title; the gate says what is missing before it can be submitted.
    ``host_agency`` is set when the host is asked, so that it sees nothing of a draft.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("opened_by", "host_answered_account", "host_answered_name")

    cohort = models.ForeignKey(
        Cohort, on_delete=models.PROTECT, null=True, blank=True, related_name="sendings", verbose_name=_("angkatan")
    )
    kind = models.CharField(_("jenis"), max_length=12, choices=SendingKind.choices)
    title = models.CharField(_("yang dipelajari"), max_length=200)
    unit = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit pengirim"))
    unit_name = models.CharField(_("nama unit pengirim"), max_length=200)
    need = models.ForeignKey(
        "needs.UnitNeed", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kebutuhan unit")
    )
    aim = models.ForeignKey(
        "aims.Aim", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tujuan yang dilayani")
    )
    indicator = models.ForeignKey(
        "aims.Indicator", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indikator")
    )
    host = models.ForeignKey(
        Host, on_delete=models.PROTECT, null=True, blank=True, related_name="sendings", verbose_name=_("tuan rumah")
    )
    host_unit = models.CharField(_("unit tuan rumah"), max_length=200, blank=True)
    host_contact = models.CharField(_("kontak tuan rumah (kantor atau jabatan)"), max_length=200, blank=True)
    seats = models.PositiveSmallIntegerField(_("jumlah orang yang diminta"), null=True, blank=True)
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    ends_on = models.DateField(_("hari terakhir"), null=True, blank=True)
    after_return = models.TextField(_("yang dikerjakan unit setelah peserta kembali"), blank=True)
    cost_rule = models.CharField(_("aturan biaya"), max_length=9, choices=SendingCost.choices, blank=True)
    state = models.CharField(_("status"), max_length=9, choices=SendingState.choices, default=SendingState.DRAFT)
    origin = models.CharField(_("asal catatan"), max_length=7, choices=SendingOrigin.choices, default=SendingOrigin.HERE)
    host_answer = models.CharField(
        _("jawaban tuan rumah"), max_length=9, choices=HostAnswer.choices, default=HostAnswer.NOT_ASKED
    )
    host_asked_at = models.DateTimeField(_("tuan rumah diminta pada"), null=True, blank=True)
    host_answer_reason = models.TextField(_("alasan tuan rumah"), blank=True)
    host_answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    host_answered_account = models.BigIntegerField(_("akun penjawab"), null=True, blank=True)
    host_answered_name = models.CharField(_("nama penjawab"), max_length=150, blank=True)
    opened_at = models.DateTimeField(_("dibuat pada"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dibuat oleh")
    )

    class Meta:
        verbose_name = _("pengiriman belajar")
        verbose_name_plural = _("pengiriman belajar")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="sending_ends_after_start",
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari mulai."),
            ),
            models.CheckConstraint(
                name="sending_draft_is_the_senders",
                condition=~models.Q(state=SendingState.DRAFT) | models.Q(host_agency__isnull=True),
                violation_error_message=_("Konsep hanya dibaca pengirim."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "state"], name="sending_state"),
            models.Index(fields=["host_agency", "starts_on"], name="sending_hosted"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class SendingStep(SharedModel):
    """A change of a sending's state: who, when, why. Append-only."""

    personal_data: ClassVar[tuple[str, ...]] = ("made_by_account", "made_by_name")

    sending = models.ForeignKey(Sending, on_delete=models.CASCADE, related_name="steps", verbose_name=_("pengiriman"))
    before = models.CharField(_("sebelumnya"), max_length=9, choices=SendingState.choices)
    after = models.CharField(_("menjadi"), max_length=9, choices=SendingState.choices)
    reason = models.CharField(_("alasan"), max_length=500)
    made_on = models.DateField(_("berlaku sejak"))
    made_at = models.DateTimeField(_("dicatat pada"))
    made_by_account = models.BigIntegerField(_("akun"), null=True, blank=True)
    made_by_name = models.CharField(_("nama"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("langkah pengiriman")
        verbose_name_plural = _("langkah pengiriman")
        ordering = ("-made_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="sending_step_says_why",
                condition=~models.Q(reason=""),
                violation_error_message=_("Tulis alasan perubahan status."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]


@tracked()
class Participant(SharedModel):
    """Somebody of a sending: the gap, the superior as mentor, and whether they go.

    The card (``card_*``) is all that a host reads of a person. It is written when the order is given; from then on
    ``host_agency`` is that of the sending.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "person", "mentor", "commitment", "effect", "state_reason", "card_name", "card_post", "card_unit", "card_education",
        "host_mentor_account", "host_mentor_name",
    )  # fmt: skip

    sending = models.ForeignKey(Sending, on_delete=models.CASCADE, related_name="participants", verbose_name=_("pengiriman"))
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("pegawai"))
    mentor = models.ForeignKey(
        "register.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("atasan langsung sebagai mentor"),
    )
    competency = models.ForeignKey(
        "needs.Competency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kompetensi yang kurang"),
    )
    level_required = models.PositiveSmallIntegerField(_("level yang diminta"), null=True, blank=True)
    level_shown = models.PositiveSmallIntegerField(_("level yang terbukti"), null=True, blank=True)
    commitment = models.TextField(_("komitmen peserta"), blank=True)
    committed_at = models.DateTimeField(_("komitmen ditulis sendiri pada"), null=True, blank=True)
    effect = models.TextField(_("yang diharapkan unit berubah"), blank=True)
    state = models.CharField(_("status"), max_length=10, choices=ParticipantState.choices, default=ParticipantState.CANDIDATE)
    state_reason = models.CharField(_("alasan"), max_length=500, blank=True)
    card_name = models.CharField(_("nama pada kartu"), max_length=200, blank=True)
    card_post = models.CharField(_("jabatan pada kartu"), max_length=200, blank=True)
    card_unit = models.CharField(_("unit pada kartu"), max_length=200, blank=True)
    card_education = models.CharField(_("pendidikan pada kartu"), max_length=120, blank=True)
    host_mentor_account = models.BigIntegerField(_("akun mentor tuan rumah"), null=True, blank=True)
    host_mentor_name = models.CharField(_("mentor tuan rumah"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("peserta")
        verbose_name_plural = _("peserta")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["sending", "person"], name="participant_once", violation_error_message=_("Pegawai ini sudah tercantum.")
            ),
            models.CheckConstraint(
                name="participant_is_not_own_mentor",
                condition=models.Q(mentor__isnull=True) | ~models.Q(mentor=models.F("person")),
                violation_error_message=_("Mentor harus orang lain, yaitu atasan langsungnya."),
            ),
            models.CheckConstraint(
                name="participant_levels",
                condition=(models.Q(level_required__isnull=True) | models.Q(level_required__range=(1, 5)))
                & (models.Q(level_shown__isnull=True) | models.Q(level_shown__range=(0, 5))),
                violation_error_message=_("Level kompetensi antara 1 dan 5."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="participant_person")]

    def __str__(self) -> str:
        return self.card_name or str(self.person_id)
