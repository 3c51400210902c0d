"""Who stands in the talent box or on a list of successors."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class SuccessionListing(TenantModel):
    """A person's place on a list as at a date: a talent box (1–9), a list of successors, or both.

    ``target_kind`` or ``target_post`` say what the person is meant for; neither = any post. ``source`` says who made the
    list, ``reason`` why the person stands on it, where one person was added by an officer. The latest listing of a person
    on a list counts, until the day ``ended_on`` on which an officer took the person off it, with ``end_reason``.
    """

    personal_data: ClassVar[tuple[str, ...]] = (
        "person", "box", "list_name", "target_kind", "target_post", "source", "reason", "ended_on", "end_reason",
    )  # fmt: skip

    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    list_name = models.CharField(_("nama daftar"), max_length=80)
    box = models.PositiveSmallIntegerField(_("kotak talenta"), null=True, blank=True)
    target_kind = models.CharField(_("jenis jabatan sasaran"), max_length=20, blank=True)
    target_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan sasaran")
    )
    as_at = models.DateField(_("per tanggal"))
    source = models.CharField(_("sumber"), max_length=120)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    ended_on = models.DateField(_("dikeluarkan pada"), null=True, blank=True)
    end_reason = models.CharField(_("alasan dikeluarkan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("daftar suksesi")
        verbose_name_plural = _("daftar suksesi")
        ordering = ("list_name", "-box", "person_id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "list_name", "person", "as_at"],
                name="succession_person_once",
                violation_error_message=_("Pegawai ini sudah ada dalam daftar itu pada tanggal itu."),
            ),
            models.CheckConstraint(
                name="succession_box_1_to_9",
                condition=models.Q(box__isnull=True) | models.Q(box__range=(1, 9)),
                violation_error_message=_("Kotak talenta bernomor 1 sampai 9."),
            ),
            models.CheckConstraint(
                name="succession_end_says_why",
                condition=models.Q(ended_on__isnull=True) | ~models.Q(end_reason=""),
                violation_error_message=_("Tulis alasan mengeluarkan pegawai dari daftar."),
            ),
        ]
