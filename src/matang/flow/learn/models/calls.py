"""A round that is open to other governments, and what they hand in to it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import MatchMethod, RequestState, RoundWriting
from matang.flow.learn.models.matching import MOST_POINTS, MatchingRound
from matang.flow.learn.models.sendings import Participant, SharedModel
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class RoundCall(TenantModel):
    """A round's call for applications. Every government reads it; a selector of one's own names the agency.

    ``places`` is a copy for readers who may not read the round: a list of ``code``, ``host``, ``host_agency`` (a number or
    None), ``period``, ``starts_on``, ``ends_on`` (ISO days) and ``seats``. ``closed_at``: nothing is handed in any more.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    round = models.OneToOneField(MatchingRound, on_delete=models.CASCADE, related_name="call", verbose_name=_("putaran"))
    name = models.CharField(_("nama putaran"), max_length=120)
    coordinator = models.CharField(_("penyelenggara"), max_length=200)
    method = models.CharField(_("cara"), max_length=7, choices=MatchMethod.choices)
    seed = models.BigIntegerField(_("bilangan undian"))
    places = models.JSONField(_("tempat"), default=list)
    closes_on = models.DateField(_("hari terakhir menyerahkan"))
    opened_at = models.DateTimeField(_("dibuka pada"))
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("undangan putaran")
        verbose_name_plural = _("undangan putaran")
        ordering = ("closes_on", "id")

    def __str__(self) -> str:
        return self.name


@tracked()
class RoundRequest(SharedModel):
    """An application that a government hands in to another's round: the owner is the sender, ``host_agency`` the coordinator.

    ``call_number`` is the key of the ``RoundCall`` as a number: a key would lead into the coordinator's rows. The coordinator
    reads the card and answers (``result_*``); the sender writes the answer into its own sending.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("participant", "name", "unit_name", "by_account", "by_name", "result_why")

    call_number = models.BigIntegerField(_("nomor undangan"))
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", verbose_name=_("peserta"))
    name = models.CharField(_("nama"), max_length=200)
    unit_name = models.CharField(_("unit"), max_length=200)
    region = models.CharField(_("daerah"), max_length=120)
    points = models.PositiveIntegerField(_("poin kebutuhan"))
    wishes = models.JSONField(_("pilihan"), default=list)
    state = models.CharField(_("status"), max_length=9, choices=RequestState.choices, default=RequestState.HANDED_IN)
    handed_at = models.DateTimeField(_("diserahkan pada"))
    by_account = models.BigIntegerField(_("akun"), null=True, blank=True)
    by_name = models.CharField(_("nama penyerah"), max_length=150, blank=True)
    result_code = models.CharField(_("tempat"), max_length=12, blank=True)
    result_rank = models.PositiveSmallIntegerField(_("pilihan ke"), null=True, blank=True)
    result_why = models.JSONField(_("mengapa"), default=list, blank=True)
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    written_at = models.DateTimeField(_("ditulis ke pengiriman pada"), null=True, blank=True)
    unwritten = models.CharField(_("mengapa tidak dapat ditulis"), max_length=10, choices=RoundWriting.choices, blank=True)

    class Meta:
        verbose_name = _("lamaran putaran")
        verbose_name_plural = _("lamaran putaran")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["call_number", "participant"],
                name="round_request_once",
                violation_error_message=_("Peserta ini sudah diserahkan ke putaran itu."),
            ),
            models.CheckConstraint(
                name="round_request_points",
                condition=models.Q(points__lte=MOST_POINTS),
                violation_error_message=_("Poin kebutuhan antara 0 dan 1.000.000."),
            ),
        ]
        indexes = [models.Index(fields=["host_agency", "call_number"], name="round_request_call")]

    def __str__(self) -> str:
        return self.name
