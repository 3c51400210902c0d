"""The answer: a proved result, and for each post the proposed person and the runners-up."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.choices import CandidateState
from matang.flow.plan.models.books import unpacked
from matang.flow.plan.models.scenarios import PlacementScenario
from matang.foundation.tenancy.models import TenantModel

HEAVY = ("problem", "result", "arrays", "brief", "fingerprint")
"""Columns of megabytes, read only by whoever asks for them."""


class LightResults(models.Manager["ScenarioResult"]):
    """Results without their files, which are read when they are touched."""

    def get_queryset(self) -> models.QuerySet["ScenarioResult"]:
        """Return the results with the large columns left for later."""
        return super().get_queryset().defer(*HEAVY)


class ScenarioResult(TenantModel):
    """The problem and result files as they were solved and checked. The database refuses one that did not pass its check.

    Both files are canonical JSON text, so that anyone can check them again on another machine. It keeps no trail: it is
    computed anew from the scenario, which does, and its files carry their own fingerprints.
    ``arrays`` holds the same numbers in binary, and ``brief`` what of them says why somebody does not hold a post, so that a
    page answers in milliseconds (empty in results stored before there was one: then the whole is searched).
    ``costs`` are the prices of the scenario's bounds: ``{"move": points, "leaving": {unit key: points}}``, empty where no
    bound holds anything back. ``fingerprint`` keeps a few characters for each fact the result rests on, to tell later what
    changed since (see ``selectors/fingerprints.py``).
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    scenario = models.OneToOneField(
        PlacementScenario, on_delete=models.CASCADE, related_name="result", verbose_name=_("skenario")
    )
    problem = models.TextField(_("berkas soal"))
    result = models.TextField(_("berkas hasil"))
    objective = models.BigIntegerField(_("nilai tujuan"))
    feasible = models.BooleanField(_("layak"))
    optimal = models.BooleanField(_("optimal"))
    report = models.JSONField(_("laporan pemeriksaan"))
    engine_version = models.CharField(_("versi mesin"), max_length=40)
    timings = models.JSONField(_("lama pengerjaan"))
    arrays = models.BinaryField(_("soal dan hasil sebagai larik"), default=bytes)
    brief = models.BinaryField(_("hasil ringkas untuk alasan"), default=bytes)
    costs = models.JSONField(_("biaya perpindahan"), default=dict, blank=True)
    fingerprint = models.JSONField(_("sidik fakta"), default=dict, blank=True)

    objects = LightResults()

    class Meta:
        verbose_name = _("hasil skenario")
        verbose_name_plural = _("hasil skenario")
        base_manager_name = "objects"
        constraints = [
            models.CheckConstraint(
                name="result_passed_its_check",
                condition=models.Q(feasible=True, optimal=True),
                violation_error_message=_("Hasil yang tidak lulus pemeriksaan tidak boleh diterbitkan."),
            ),
        ]

    def refresh_from_db(
        self, using: str | None = None, fields: Iterable[str] | None = None, from_queryset: models.QuerySet[Any] | None = None
    ) -> None:
        """Read columns anew. A column left for later is read alone: through ``objects``, which leaves it out, all would be."""
        super().refresh_from_db(using, fields, models.QuerySet(ScenarioResult) if from_queryset is None else from_queryset)


class Proposal(TenantModel):
    """A person for a post in a scenario: rank 1 is proposed, higher ranks are runners-up in order.

    ``distance`` is how many points the person lacks for being proposed (0 for the proposed one); ``reasons`` is what the
    page shows: every requirement with its verdict, the score in its own terms, and the engine's explanation. It is kept
    short (``packed``): what many proposals share stands once, in a ``ReasonBook``.
    It keeps no trail: whole shortlists are computed anew; what the panel saw stands in the chained log of its decision.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "rank", "score", "packed")

    scenario = models.ForeignKey(
        PlacementScenario, on_delete=models.CASCADE, related_name="proposals", verbose_name=_("skenario")
    )
    post = models.ForeignKey("register.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("jabatan"))
    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    rank = models.PositiveSmallIntegerField(_("urutan"))
    score = models.IntegerField(_("nilai"))
    distance = models.IntegerField(_("selisih"), default=0)
    state = models.CharField(_("kelayakan"), max_length=10, choices=CandidateState.choices)
    packed = models.JSONField(_("alasan"))

    class Meta:
        verbose_name = _("usulan")
        verbose_name_plural = _("usulan")
        ordering = ("post_id", "rank")
        constraints = [
            models.UniqueConstraint(fields=["scenario", "post", "person"], name="proposal_person_once_per_post"),
            models.UniqueConstraint(fields=["scenario", "post", "rank"], name="proposal_rank_once_per_post"),
            models.UniqueConstraint(
                fields=["scenario", "person"],
                condition=models.Q(rank=1),
                name="proposal_person_proposed_once",
                violation_error_message=_("Seorang pegawai hanya diusulkan untuk satu jabatan dalam satu skenario."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "person"], name="proposal_person")]

    @property
    def reasons(self) -> dict[str, Any]:
        """What the page shows, with its sentences still untold (see ``services/sayings.py``)."""
        return unpacked(self.packed)

    @reasons.setter
    def reasons(self, value: dict[str, Any]) -> None:
        """Keep reasons as they are."""
        self.packed = value
