"""A question: who could fill these posts, as at this date, with these weights?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.choices import Basis, ScenarioState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class PlacementScenario(TenantModel):
    """A placement scenario. ``unit`` empty = the whole agency; ``weights`` maps a part of the score to a number 0–100.

    ``retiring_within`` asks also for posts whose holders retire within so many months (0 = only free posts). ``fault`` is
    a stored sentence (see ``services/sayings.py``); ``job_id`` is the job that computes, where it is long.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by",)

    name = models.CharField(_("nama"), max_length=120)
    as_at = models.DateField(_("per tanggal"))
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lingkup unit")
    )
    weights = models.JSONField(_("bobot"))
    state = models.CharField(_("status"), max_length=10, choices=ScenarioState.choices, default=ScenarioState.DRAFT)
    retiring_within = models.PositiveSmallIntegerField(_("pemangku pensiun dalam (bulan)"), default=0)
    fault = models.JSONField(_("sebab gagal"), default=dict, blank=True)
    job_id = models.BigIntegerField(_("nomor pekerjaan"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"))
    solved_at = models.DateTimeField(_("dihitung pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("skenario penempatan")
        verbose_name_plural = _("skenario penempatan")
        ordering = ("-created_at", "-id")
        indexes = [models.Index(fields=["agency", "state"], name="scenario_state")]

    def __str__(self) -> str:
        return self.name


@tracked()
class ScenarioPost(TenantModel):
    """A post that a scenario asks about, with how many people were looked at and how many the rules let through.

    ``places`` are to be filled beside ``staying`` holders, from ``free_from`` on (empty = free already).
    ``decided_at`` opens the reasons to the people concerned.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    scenario = models.ForeignKey(PlacementScenario, on_delete=models.CASCADE, related_name="posts", verbose_name=_("skenario"))
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    basis = models.CharField(_("sebab diisi"), max_length=10, choices=Basis.choices, default=Basis.VACANT)
    places = models.PositiveSmallIntegerField(_("tempat"), default=1)
    staying = models.PositiveSmallIntegerField(_("pemangku yang tetap"), default=0)
    free_from = models.DateField(_("kosong mulai"), null=True, blank=True)
    looked_at = models.PositiveIntegerField(_("diperiksa"), default=0)
    eligible = models.PositiveIntegerField(_("memenuhi syarat"), default=0)
    unsure = models.PositiveIntegerField(_("belum pasti"), default=0)
    decided_at = models.DateTimeField(_("diputus pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("jabatan dalam skenario")
        verbose_name_plural = _("jabatan dalam skenario")
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "post"],
                name="scenario_post_once",
                violation_error_message=_("Jabatan ini sudah ada dalam skenario."),
            ),
        ]
