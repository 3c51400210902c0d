"""A meeting of the panel: who sits, which posts it takes up, and what it advised on each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.place.choices import AdviceWay, AgendaState, Ballot, MeetingAttendance, MeetingSeat, MeetingState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class PanelMeeting(TenantModel):
    """A meeting. ``quorum`` is how many members must be present, and must vote on a post; empty = more than half of them."""

    personal_data: ClassVar[tuple[str, ...]] = ("created_by",)

    title = models.CharField(_("nama sidang"), max_length=160)
    held_on = models.DateField(_("tanggal"))
    starts_at = models.TimeField(_("pukul"), null=True, blank=True)
    venue = models.CharField(_("tempat"), max_length=160, blank=True)
    way = models.CharField(_("cara mengambil pertimbangan"), max_length=10, choices=AdviceWay.choices, default=AdviceWay.VOTE)
    quorum = models.PositiveSmallIntegerField(_("kuorum"), null=True, blank=True)
    state = models.CharField(_("status"), max_length=10, choices=MeetingState.choices, default=MeetingState.DRAFT)
    opened_at = models.DateTimeField(_("dibuka pada"), null=True, blank=True)
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disiapkan oleh")
    )
    created_at = models.DateTimeField(_("disiapkan pada"))

    class Meta:
        verbose_name = _("sidang tim penilai")
        verbose_name_plural = _("sidang tim penilai")
        ordering = ("-held_on", "-id")
        constraints = [
            models.CheckConstraint(
                name="meeting_quorum_at_least_one",
                condition=models.Q(quorum__isnull=True) | models.Q(quorum__gte=1),
                violation_error_message=_("Kuorum sedikitnya satu orang."),
            ),
            models.CheckConstraint(
                name="meeting_says_when_opened_and_closed",
                condition=models.Q(state=MeetingState.DRAFT)
                | models.Q(opened_at__isnull=False) & ~models.Q(state=MeetingState.CLOSED)
                | models.Q(state=MeetingState.CLOSED, closed_at__isnull=False),
                violation_error_message=_("Sidang yang dibuka atau ditutup harus mencatat waktunya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "held_on"], name="meeting_state")]

    def __str__(self) -> str:
        return self.title


@tracked()
class MeetingMember(TenantModel):
    """A member of the panel in a meeting. All of them advise, the chair and the secretary too."""

    personal_data: ClassVar[tuple[str, ...]] = ("user", "attendance")

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.CASCADE, related_name="members", verbose_name=_("sidang"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("akun"))
    seat = models.CharField(_("kedudukan"), max_length=10, choices=MeetingSeat.choices, default=MeetingSeat.MEMBER)
    attendance = models.CharField(
        _("kehadiran"), max_length=10, choices=MeetingAttendance.choices, default=MeetingAttendance.EXPECTED
    )

    class Meta:
        verbose_name = _("anggota sidang")
        verbose_name_plural = _("anggota sidang")
        ordering = ("seat", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "user"],
                name="member_once_per_meeting",
                violation_error_message=_("Anggota ini sudah ada dalam sidang."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "seat"],
                condition=~models.Q(seat=MeetingSeat.MEMBER),
                name="meeting_has_one_chair_and_secretary",
                violation_error_message=_("Sidang hanya punya satu ketua dan satu sekretaris."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "user"], name="member_user")]


@tracked()
class AgendaItem(TenantModel):
    """A post of a scenario on the agenda of a meeting, and what the panel advised on it.

    ``tally`` holds how many spoke for what: ``[[ballot, person or null, votes], …]``, the most first; with consensus the
    votes are those present. ``chair_said`` = the chair broke a tie. ``log_id`` is its entry in the chained log.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("advised_person", "tally", "note", "advised_by")

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.CASCADE, related_name="items", verbose_name=_("sidang"))
    scenario = models.ForeignKey("plan.PlacementScenario", on_delete=models.PROTECT, related_name="+", verbose_name=_("skenario"))
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    position = models.PositiveSmallIntegerField(_("nomor urut"))
    state = models.CharField(_("status"), max_length=10, choices=AgendaState.choices, default=AgendaState.WAITING)
    way = models.CharField(_("cara"), max_length=10, choices=AdviceWay.choices, blank=True)
    advice = models.CharField(_("pertimbangan"), max_length=10, choices=Ballot.choices, blank=True)
    advised_person = models.ForeignKey(
        "register.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("yang dipertimbangkan untuk ditetapkan"),
    )
    tally = models.JSONField(_("perolehan suara"), default=list, blank=True)
    chair_said = models.BooleanField(_("ditentukan ketua"), default=False)
    note = models.TextField(_("catatan"), blank=True)
    advised_at = models.DateTimeField(_("dipertimbangkan pada"), null=True, blank=True)
    advised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    log_id = models.BigIntegerField(_("catatan putusan"), null=True, blank=True)

    class Meta:
        verbose_name = _("butir agenda sidang")
        verbose_name_plural = _("butir agenda sidang")
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "post"],
                condition=~models.Q(state=AgendaState.CARRIED),
                name="agenda_post_in_one_meeting",
                violation_error_message=_("Jabatan ini sudah ada dalam agenda sidang lain."),
            ),
            models.CheckConstraint(
                name="agenda_advice_is_whole",
                condition=~models.Q(state=AgendaState.ADVISED)
                | (models.Q(advised_at__isnull=False, advised_by__isnull=False) & ~models.Q(advice="") & ~models.Q(way="")),
                violation_error_message=_("Pertimbangan harus menyebut isinya, caranya, waktunya, dan pencatatnya."),
            ),
            models.CheckConstraint(
                name="agenda_advice_names_person",
                condition=models.Q(advice=Ballot.PERSON, advised_person__isnull=False)
                | (~models.Q(advice=Ballot.PERSON) & models.Q(advised_person__isnull=True)),
                violation_error_message=_("Pertimbangan untuk menetapkan seorang calon harus menyebut calonnya."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "post"], name="agenda_post")]
