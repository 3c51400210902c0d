"""Units and posts of an agency, dated."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.register.choices import PostKind
from matang.flow.register.models.constraints import ends_after_start
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


@tracked()
class Unit(TenantModel, Dated):
    """A unit of an agency. A unit without parent is an OPD (*perangkat daerah*).

    A reorganisation ends the row and starts another that ``replaces`` it, so that every report can show the
    structure of its date. ``path`` holds the ids from the top, ``/12/57/``; a subtree is a prefix of it.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=40)
    name = models.CharField(_("nama"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=40, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("induk")
    )
    path = models.CharField(_("jalur"), max_length=200, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("menggantikan")
    )
    region = models.ForeignKey(
        "register.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        constraints = [
            models.UniqueConstraint(fields=["agency", "code", "valid_from"], name="unit_code_once"),
            ends_after_start("unit_ends_after_start", _("Unit harus berakhir sesudah mulai.")),
        ]
        indexes = [
            models.Index(fields=["agency", "path"], name="unit_path", opclasses=["int8_ops", "varchar_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Post(TenantModel, Dated):
    """A post (*jabatan*) in a unit. ``capacity`` empty = not known how many may hold it.

    A reorganisation or an official rename ends the row and starts another that ``replaces`` it.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="posts", verbose_name=_("unit"))
    name = models.CharField(_("nama jabatan"), max_length=250)
    kind = models.CharField(_("jenis jabatan"), max_length=20, choices=PostKind.choices)
    echelon = models.CharField(_("eselon"), max_length=10, blank=True)
    job_class = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("kapasitas"), null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("menggantikan")
    )
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        verbose_name_plural = _("jabatan")
        constraints = [
            models.UniqueConstraint(fields=["agency", "unit", "name", "valid_from"], name="post_name_once"),
            ends_after_start("post_ends_after_start", _("Jabatan harus berakhir sesudah mulai.")),
        ]
        indexes = [models.Index(fields=["agency", "unit", "name"], name="post_unit")]

    def __str__(self) -> str:
        return self.name
