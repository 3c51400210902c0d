"""The mayor's programmes: a second view over the same tree, as they were announced."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.models.aims import Aim
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class MayorAnnouncement(TenantModel):
    """How many programmes, in how many agendas, somebody said there are. Two that contradict each other both stay."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    programmes = models.PositiveIntegerField(_("jumlah program"), null=True, blank=True)
    agendas = models.PositiveIntegerField(_("jumlah agenda"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=300)
    said_on = models.DateField(_("diumumkan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("pengumuman jumlah program")
        verbose_name_plural = _("pengumuman jumlah program")
        ordering = ("said_on", "id")
        constraints = [
            models.CheckConstraint(
                name="mayor_announcement_says_something",
                condition=models.Q(programmes__isnull=False) | models.Q(agendas__isnull=False),
                violation_error_message=_("Isi jumlah program, jumlah agenda, atau keduanya."),
            ),
            models.UniqueConstraint(
                fields=["agency", "programmes", "agendas", "source"],
                name="mayor_announcement_once",
                nulls_distinct=False,
                violation_error_message=_("Pengumuman ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return self.source


@tracked()
class MayorAgenda(TenantModel):
    """A group of the mayor's programmes. ``announced_count`` is what was said, not what is listed; empty = not said."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    title = models.CharField(_("agenda"), max_length=200)
    announced_count = models.PositiveIntegerField(_("jumlah program yang diumumkan"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    position = models.PositiveIntegerField(_("urutan"), default=0)

    class Meta:
        verbose_name = _("agenda wali kota")
        verbose_name_plural = _("agenda wali kota")
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title"],
                name="mayor_agenda_once",
                violation_error_message=_("Agenda dengan nama ini sudah ada."),
            ),
            models.CheckConstraint(
                name="mayor_agenda_count_has_source",
                condition=models.Q(announced_count__isnull=True) | ~models.Q(source=""),
                violation_error_message=_("Sebut sumber jumlah yang diumumkan."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class MayorProgramme(TenantModel):
    """One of the mayor's programmes in an agenda; ``aims`` are the aims of the tree that carry it out.

    ``announced_total`` is how many of ``total_unit`` were announced (1,000 scholarships); empty = no number was said.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    agenda = models.ForeignKey(MayorAgenda, on_delete=models.PROTECT, related_name="programmes", verbose_name=_("agenda"))
    title = models.CharField(_("program"), max_length=300)
    announced_total = models.PositiveBigIntegerField(
        _("jumlah yang diumumkan"), null=True, blank=True, validators=[MinValueValidator(0)]
    )
    total_unit = models.CharField(_("satuan"), max_length=60, blank=True)
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    position = models.PositiveIntegerField(_("urutan"), default=0)

    class Meta:
        verbose_name = _("program wali kota")
        verbose_name_plural = _("program wali kota")
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "agenda", "title"],
                name="mayor_programme_once",
                violation_error_message=_("Program dengan nama ini sudah ada dalam agenda yang sama."),
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class MayorTie(TenantModel):
    """An aim of the tree carries out a programme of the mayor."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(MayorProgramme, on_delete=models.CASCADE, related_name="ties", verbose_name=_("program"))
    aim = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul tujuan"))

    class Meta:
        verbose_name = _("pelaksanaan program wali kota")
        verbose_name_plural = _("pelaksanaan program wali kota")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "programme", "aim"],
                name="mayor_tie_once",
                violation_error_message=_("Simpul ini sudah dikaitkan dengan program itu."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme} – {self.aim}"
