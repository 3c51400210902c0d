"""The light form of a sending: what a delegation asks, takes home, and what guests and host say afterwards."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.models.sendings import Sending, SharedModel
from matang.foundation.audit.tracking import tracked


@tracked()
class VisitBrief(SharedModel):
    """The questions of a study visit, what is to be taken home, and the feedback of guests and host. Both sides read it."""

    personal_data: ClassVar[tuple[str, ...]] = ("guest_name", "host_name")

    sending = models.OneToOneField(Sending, on_delete=models.CASCADE, related_name="brief", verbose_name=_("pengiriman"))
    questions = models.TextField(_("pertanyaan yang ingin dijawab"), blank=True)
    take_home = models.TextField(_("yang hendak dibawa pulang"), blank=True)
    guest_feedback = models.TextField(_("kesan dan jawaban yang didapat tamu"), blank=True)
    guest_name = models.CharField(_("ditulis oleh"), max_length=150, blank=True)
    guest_at = models.DateTimeField(_("ditulis pada"), null=True, blank=True)
    host_feedback = models.TextField(_("kesan tuan rumah"), blank=True)
    host_name = models.CharField(_("ditulis oleh"), max_length=150, blank=True)
    host_at = models.DateTimeField(_("ditulis pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("rencana kunjungan")
        verbose_name_plural = _("rencana kunjungan")
