"""A question: who could fill these posts, as at this date, with these weights?"""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.choices import Basis, Pool, ScenarioState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel


@tracked()
class PlacementScenario(TenantModel):
    """A placement scenario. ``unit`` empty = the whole agency; ``weights`` maps a part of the score to a number 0–100.

    ``units`` are the units asked about and ``unit`` the nearest one above them all (empty ``units`` = ``unit`` itself);
    ``kinds`` and ``post_ids`` narrow the posts (empty = the managerial ones, every open one). ``pool`` says who may be a
    candidate, ``pool_people`` and ``pool_list`` name them. ``least_education`` and ``least_months`` (in the present post)
    are must-haves of this scenario; ``most_moves`` and ``most_leaving`` (from one OPD) bound the proposal; empty = unbounded.
    ``retiring_within`` asks also for posts whose holders retire within so many months (0 = only free posts). ``fault`` is
    a stored sentence (see ``services/sayings.py``); ``job_id`` is the job that computes, where it is long.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "pool_people")

    name = models.CharField(_("nama"), max_length=120)
    as_at = models.DateField(_("per tanggal"))
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lingkup unit")
    )
    units = ArrayField(models.BigIntegerField(), verbose_name=_("unit"), default=list, blank=True)
    kinds = ArrayField(models.CharField(max_length=20), verbose_name=_("jenis jabatan"), default=list, blank=True)
    post_ids = ArrayField(models.BigIntegerField(), verbose_name=_("jabatan yang dipilih"), default=list, blank=True)
    pool = models.CharField(_("asal calon"), max_length=10, choices=Pool.choices, default=Pool.EVERYBODY)
    pool_people = ArrayField(models.BigIntegerField(), verbose_name=_("calon yang disebut"), default=list, blank=True)
    pool_list = models.CharField(_("daftar suksesi"), max_length=80, blank=True)
    least_education = models.CharField(_("pendidikan paling rendah"), max_length=12, blank=True)
    least_months = models.PositiveSmallIntegerField(_("masa paling singkat di jabatan sekarang (bulan)"), default=0)
    most_moves = models.PositiveIntegerField(_("perpindahan paling banyak"), null=True, blank=True)
    most_leaving = models.PositiveSmallIntegerField(_("keluar dari satu perangkat daerah paling banyak"), null=True, blank=True)
    copied_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("salinan dari")
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
    ``refusals`` counts those refused by each requirement, ``{key: [people, article]}``; one person may stand in several.
    ``by_default`` = nobody approved a standard for the post, the default of its kind was used.
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
    refusals = models.JSONField(_("sebab ditolak"), default=dict, blank=True)
    by_default = models.BooleanField(_("memakai standar baku"), default=False)
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
