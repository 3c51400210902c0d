"""How firmly a proposal stands: how far each weight may move before it changes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.models.proposals import ScenarioResult
from matang.foundation.tenancy.models import TenantModel


class StabilityReport(TenantModel):
    """The ranges of the weights of a result; it goes when the result does, for it speaks of nothing else.

    ``ranges`` has one entry a weight: ``weight``, ``current``, ``low``, ``high``, and ``below`` and ``above``: null, or what
    happens one step outside (``weight``, ``better_by``, and ``leaving`` and ``coming`` as pairs of person and post keys).
    """

    personal_data: ClassVar[tuple[str, ...]] = ("ranges",)

    result = models.OneToOneField(
        ScenarioResult, on_delete=models.CASCADE, related_name="stability", verbose_name=_("hasil skenario")
    )
    ranges = models.JSONField(_("rentang bobot"))
    solutions = models.PositiveIntegerField(_("perhitungan yang diperlukan"))
    seconds = models.FloatField(_("lama pengerjaan (detik)"))
    computed_at = models.DateTimeField(_("dihitung pada"))

    class Meta:
        verbose_name = _("laporan ketahanan")
        verbose_name_plural = _("laporan ketahanan")
