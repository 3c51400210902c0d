"""What a post asks for."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import BigIntegerField, F, Func, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from matang.flow.needs.models.competencies import Competency
from matang.foundation.audit.tracking import tracked
from matang.foundation.clock.dated import Dated, DatedQuerySet
from matang.foundation.tenancy.models import TenantModel


def _as_range(key: str) -> Func:
    """Return a key as a range of one number, which a GiST index compares without an extension."""
    number = Cast(F(key), BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range")


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
    origin = models.CharField(_("asal data"), max_length=80, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("standar kompetensi jabatan")
        verbose_name_plural = _("standar kompetensi jabatan")
        constraints = [
            ExclusionConstraint(
                name="post_standard_once",
                expressions=[
                    (_as_range("post_id"), "&&"),
                    (_as_range("competency_id"), "&&"),
                    (Func(F("valid_from"), F("valid_to"), Value("[)"), function="daterange"), "&&"),
                ],
                violation_error_message=_("Jabatan ini sudah punya syarat untuk kompetensi itu pada hari yang sama."),
            ),
            models.CheckConstraint(
                name="post_standard_ends_after_start",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                violation_error_message=_("Syarat harus berakhir sesudah mulai berlaku."),
            ),
            models.CheckConstraint(
                name="post_standard_level_one_to_five",
                condition=models.Q(level__gte=1, level__lte=5),
                violation_error_message=_("Level yang disyaratkan antara 1 dan 5."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "post"], name="post_standard_post")]
