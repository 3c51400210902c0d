"""Aims from the vision down to the sub-activity, and the ties between them that are not the tree's."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import ALONE, AimLevel, LinkKind
from matang.flow.aims.models.constraints import ends_after_start, not_before
from matang.flow.aims.models.plans import AimPlan
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Aim(TenantModel, Dated):
    """What somebody wants to achieve, at one level of a plan.

    The key stays whatever is reworded or moved; the trail keeps what was said and where it hung before. ``path`` holds the
    keys from the top, its own included (``/1/5/``); what hangs below is a prefix of it. ``unit`` and ``post`` answer for the
    aim; empty = nobody is known to. The last columns are the flower test: where it is planted, who does it, who tends it
    afterwards, and with what money a year (integer rupiah, with its source); empty = not known, never zero.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    plan = models.ForeignKey(AimPlan, on_delete=models.PROTECT, related_name="aims", verbose_name=_("dokumen"))
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("induk")
    )
    level = models.CharField(_("tingkat"), max_length=24, choices=AimLevel.choices)
    code = models.CharField(_("kode"), max_length=40, blank=True)
    title = models.CharField(_("rumusan"), max_length=500)
    output = models.TextField(_("kinerja"), blank=True)
    unit = models.ForeignKey(
        "register.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit penanggung jawab"),
    )
    post = models.ForeignKey(
        "register.Post",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("jabatan penanggung jawab"),
    )
    path = models.CharField(_("jalur"), max_length=400, blank=True)
    position = models.PositiveIntegerField(_("urutan"), default=0)

    place = models.CharField(_("tempat"), max_length=200, blank=True)
    doer_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit pelaksana")
    )
    doer_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan pelaksana")
    )
    carer_unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit perawat")
    )
    carer_post = models.ForeignKey(
        "register.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jabatan perawat")
    )
    upkeep_rupiah = models.PositiveBigIntegerField(_("biaya perawatan setahun (Rp)"), null=True, blank=True)
    upkeep_source = models.CharField(_("sumber biaya perawatan"), max_length=200, blank=True)
    started_on = models.DateField(_("dimulai pada"), null=True, blank=True)
    ends_on = models.DateField(_("selesai paling lambat"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("simpul tujuan")
        verbose_name_plural = _("simpul tujuan")
        ordering = ("position", "code", "id")
        constraints = [
            ends_after_start("aim_ends_after_start", _("Simpul harus berakhir sesudah mulai berlaku.")),
            not_before("aim_done_after_begun", "ends_on", "started_on", _("Selesai tidak boleh sebelum dimulai.")),
            models.CheckConstraint(
                name="aim_has_title", condition=~models.Q(title=""), violation_error_message=_("Tulis rumusannya.")
            ),
            models.CheckConstraint(
                name="aim_vision_on_top",
                condition=~models.Q(level=AimLevel.VISION) | models.Q(parent__isnull=True),
                violation_error_message=_("Visi tidak punya induk."),
            ),
            models.CheckConstraint(
                name="aim_hangs_under_something",
                condition=models.Q(level__in=ALONE) | models.Q(parent__isnull=False),
                violation_error_message=_("Tingkat ini harus punya induk."),
            ),
            models.UniqueConstraint(
                fields=["agency", "plan", "parent", "level", "unit", "code", "title"],
                condition=models.Q(valid_to__isnull=True),
                name="aim_once",
                nulls_distinct=False,
                violation_error_message=_("Simpul dengan rumusan yang sama sudah ada di tempat ini."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "path"], name="aim_path", opclasses=["int8_ops", "varchar_pattern_ops"]),
            models.Index(fields=["agency", "plan", "parent", "position"], name="aim_below"),
            models.Index(fields=["agency", "code"], name="aim_code"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class AimLink(TenantModel, Dated):
    """A tie between two aims across the tree: a link, not a copy.

    ``share_percent`` is what the owners agreed that ``source`` brings to ``target``; empty = not agreed.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    source = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="links_out", verbose_name=_("dari"))
    target = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="links_in", verbose_name=_("ke"))
    kind = models.CharField(_("hubungan"), max_length=16, choices=LinkKind.choices)
    share_percent = models.DecimalField(
        _("bagian yang disepakati (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    note = models.CharField(_("catatan"), max_length=300, blank=True)
    agreed_on = models.DateField(_("disepakati pada"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("hubungan tujuan")
        verbose_name_plural = _("hubungan tujuan")
        ordering = ("kind", "id")
        constraints = [
            ends_after_start("aim_link_ends_after_start", _("Hubungan harus berakhir sesudah mulai berlaku.")),
            models.CheckConstraint(
                name="aim_link_between_two",
                condition=~models.Q(source=models.F("target")),
                violation_error_message=_("Sebuah simpul tidak dihubungkan dengan dirinya sendiri."),
            ),
            models.CheckConstraint(
                name="aim_link_share_is_percent",
                condition=models.Q(share_percent__isnull=True) | models.Q(share_percent__gte=0, share_percent__lte=100),
                violation_error_message=_("Bagian yang disepakati adalah 0 sampai 100 persen."),
            ),
            models.UniqueConstraint(
                fields=["agency", "source", "target", "kind"],
                condition=models.Q(valid_to__isnull=True),
                name="aim_link_once",
                violation_error_message=_("Hubungan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} – {self.get_kind_display()} – {self.target}"
