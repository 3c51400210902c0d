"""The calendar of days off."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import Agency


class HolidayKind(models.TextChoices):
    """Why a day is off."""

    NATIONAL = "national", _("Libur nasional")
    JOINT_LEAVE = "joint", _("Cuti bersama")
    LOCAL = "local", _("Libur daerah")


@tracked()
class Holiday(models.Model):
    """A day off: for everybody when ``agency`` is empty, else for one agency.

    ``working`` true in an agency's row turns a national day off into a working day there. ``estimated`` marks a date
    that nobody has compared with the joint decree (SKB 3 Menteri) or the local decree yet.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("instansi")
    )
    day = models.DateField(_("tanggal"))
    name = models.CharField(_("nama"), max_length=120)
    kind = models.CharField(_("jenis"), max_length=10, choices=HolidayKind.choices)
    working = models.BooleanField(_("tetap hari kerja"), default=False)
    estimated = models.BooleanField(_("perkiraan"), default=True)
    source = models.CharField(_("dasar"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ("day",)
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "day"],
                name="holiday_day_once",
                nulls_distinct=False,
                violation_error_message=_("Tanggal ini sudah ada di kalender."),
            ),
            models.CheckConstraint(
                name="holiday_confirmed_has_source",
                condition=models.Q(estimated=True) | ~models.Q(source=""),
                violation_error_message=_("Hari libur yang sudah dipastikan harus menyebut dasarnya."),
            ),
            models.CheckConstraint(
                name="holiday_national_is_off",
                condition=models.Q(working=False) | models.Q(agency__isnull=False),
                violation_error_message=_("Hanya instansi yang dapat menjadikan hari libur nasional hari kerja."),
            ),
        ]
        indexes = [models.Index(fields=["day"], name="holiday_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
