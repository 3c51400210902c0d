"""What a post asks for, how that was decided, and the standard form of a post."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.choices import StandardChangeKind
from matang.flow.needs.models.competencies import Competency
from matang.flow.needs.models.constraints import ends_after_start, once_a_day
from matang.flow.needs.models.editions import PreparedChange
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


class StandardChange(PreparedChange):
    """One change of standards: of a post, of a family of posts, copied from another post, or from a file.

    ``content["rows"]`` lists (post, competency, level or null = no longer asked, must, from, to or null).
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "applied_by", "undone_by")

    kind = models.CharField(_("cara"), max_length=10, choices=StandardChangeKind.choices)
    basis = models.CharField(_("dasar"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("perubahan standar")
        verbose_name_plural = _("perubahan standar")
        ordering = ("-created_at", "-id")
        indexes = [models.Index(fields=["agency", "-created_at", "-id"], name="standard_change_history")]


@tracked()
class PostStandard(TenantModel, Dated):
    """A post asks for a level of a competency for a span of days.

    A post without any row falls back to the default of its kind, and every screen says so ("baku").
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    post = models.ForeignKey("register.Post", on_delete=models.CASCADE, related_name="+", verbose_name=_("jabatan"))
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    level = models.PositiveSmallIntegerField(_("level yang disyaratkan"))
    must = models.BooleanField(_("mutlak"), default=False)
    change = models.ForeignKey(
        StandardChange, on_delete=models.PROTECT, null=True, blank=True, related_name="rows", verbose_name=_("perubahan standar")
    )
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("standar kompetensi jabatan")
        verbose_name_plural = _("standar kompetensi jabatan")
        constraints = [
            once_a_day(
                "post_standard_once",
                "post_id",
                "competency_id",
                message=_("Jabatan ini sudah punya syarat untuk kompetensi itu pada hari yang sama."),
            ),
            ends_after_start("post_standard_ends_after_start", _("Syarat harus berakhir sesudah mulai berlaku.")),
            models.CheckConstraint(
                name="post_standard_level_one_to_five",
                condition=models.Q(level__gte=1, level__lte=5),
                violation_error_message=_("Level yang disyaratkan antara 1 dan 5."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "post"], name="post_standard_post")]


@tracked()
class PostSheet(TenantModel, Dated):
    """The rest of a post's standard form for a span of days: what the post is for, and block III in words.

    These words are read by people; what the placement checks are the rules and ``PostStandard``.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    post = models.ForeignKey("register.Post", on_delete=models.CASCADE, related_name="+", verbose_name=_("jabatan"))
    post_code = models.CharField(_("kode jabatan"), max_length=40, blank=True)
    affair = models.CharField(_("urusan pemerintahan"), max_length=200, blank=True)
    summary = models.TextField(_("ikhtisar jabatan"), blank=True)
    rank = models.CharField(_("pangkat dan golongan"), max_length=200, blank=True)
    education = models.TextField(_("pendidikan"), blank=True)
    training = models.TextField(_("pelatihan"), blank=True)
    experience = models.TextField(_("pengalaman kerja"), blank=True)
    indicators = models.TextField(_("indikator kinerja jabatan"), blank=True)
    basis = models.CharField(_("dasar"), max_length=200, blank=True)
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lembar standar jabatan")
        verbose_name_plural = _("lembar standar jabatan")
        ordering = ("valid_from", "id")
        constraints = [
            once_a_day("post_sheet_once", "post_id", message=_("Jabatan ini sudah punya lembar standar pada hari yang sama.")),
            ends_after_start("post_sheet_ends_after_start", _("Lembar standar harus berakhir sesudah mulai berlaku.")),
        ]
