"""A matching round: many people, many hosts, and what came of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.flow.learn.choices import MatchMethod, RoundState, RoundWriting
from matang.flow.learn.models.hosts import Host
from matang.flow.learn.models.sendings import Participant
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel

MOST_POINTS = 1_000_000


@tracked(exclude=("problem", "matched"))
class MatchingRound(TenantModel):
    """A round in which a coordinating agency matches applicants to places.

    ``seed`` draws the lots among people with as many points; whoever knows it can draw again. ``problem`` and ``matched`` are
    the files of the engine as they were computed, ``job_id`` the job that computes. ``fixed_at``: an official has decided.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("opened_by", "fixed_by")

    name = models.CharField(_("nama putaran"), max_length=120)
    method = models.CharField(_("cara"), max_length=7, choices=MatchMethod.choices, default=MatchMethod.STABLE)
    seed = models.BigIntegerField(_("bilangan undian"))
    state = models.CharField(_("status"), max_length=8, choices=RoundState.choices, default=RoundState.DRAFT)
    opened_at = models.DateTimeField(_("dibuat pada"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dibuat oleh")
    )
    job_id = models.BigIntegerField(_("nomor pekerjaan"), null=True, blank=True)
    fault = models.TextField(_("kegagalan"), blank=True)
    computed_at = models.DateTimeField(_("dihitung pada"), null=True, blank=True)
    problem = models.TextField(_("berkas soal"), blank=True)
    matched = models.TextField(_("berkas hasil"), blank=True)
    digest = models.CharField(_("sidik soal"), max_length=64, blank=True)
    objections = models.PositiveIntegerField(_("keberatan yang mungkin"), null=True, blank=True)
    fixed_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True)
    fixed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )

    class Meta:
        verbose_name = _("putaran pencocokan")
        verbose_name_plural = _("putaran pencocokan")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="matching_round_name_once",
                violation_error_message=_("Nama putaran ini sudah dipakai."),
            ),
            models.CheckConstraint(
                name="matching_round_seed",
                condition=models.Q(seed__gte=0),
                violation_error_message=_("Bilangan undian tidak boleh negatif."),
            ),
            models.CheckConstraint(
                name="matching_round_fixed_is_computed",
                condition=~models.Q(state=RoundState.FIXED) | models.Q(computed_at__isnull=False, fixed_at__isnull=False),
                violation_error_message=_("Hanya hasil yang sudah dihitung yang dapat ditetapkan."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class RoundPeriod(TenantModel):
    """A span of the round in which people go."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="periods", verbose_name=_("putaran"))
    name = models.CharField(_("nama masa"), max_length=60)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("hari terakhir"))

    class Meta:
        verbose_name = _("masa putaran")
        verbose_name_plural = _("masa putaran")
        ordering = ("starts_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "name"], name="round_period_once", violation_error_message=_("Nama masa ini sudah ada.")
            ),
            models.CheckConstraint(
                name="round_period_ends_after_start",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari mulai."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class RoundPlace(TenantModel):
    """A host in a period: ``code`` is what applicants write; ``kept`` seats are for lagging regions first."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="places", verbose_name=_("putaran"))
    code = models.CharField(_("kode tempat"), max_length=12)
    host = models.ForeignKey(Host, on_delete=models.PROTECT, related_name="+", verbose_name=_("tuan rumah"))
    period = models.ForeignKey(RoundPeriod, on_delete=models.PROTECT, related_name="places", verbose_name=_("masa"))
    seats = models.PositiveSmallIntegerField(_("kursi"))
    kept = models.PositiveSmallIntegerField(_("kursi yang didahulukan untuk daerah tertinggal"), default=0)
    least = models.PositiveSmallIntegerField(_("paling sedikit peserta"), default=0)

    class Meta:
        verbose_name = _("tempat putaran")
        verbose_name_plural = _("tempat putaran")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["round", "code"],
                name="round_place_code_once",
                violation_error_message=_("Kode tempat ini sudah dipakai."),
            ),
            models.UniqueConstraint(
                fields=["round", "host", "period"],
                name="round_place_once",
                violation_error_message=_("Tuan rumah ini sudah ikut pada masa itu."),
            ),
            models.CheckConstraint(
                name="round_place_numbers",
                condition=models.Q(kept__lte=models.F("seats"), least__lte=models.F("seats"), seats__lte=5000),
                violation_error_message=_("Kursi yang didahulukan dan jumlah paling sedikit tidak boleh melebihi kursi."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


@tracked()
class RoundRegion(TenantModel):
    """A region that people come from: at most ``most`` of them (empty = no ceiling); ``lagging`` ones have seats kept."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="regions", verbose_name=_("putaran"))
    name = models.CharField(_("daerah"), max_length=120)
    lagging = models.BooleanField(_("daerah tertinggal"), default=False)
    most = models.PositiveIntegerField(_("paling banyak peserta"), null=True, blank=True)

    class Meta:
        verbose_name = _("daerah putaran")
        verbose_name_plural = _("daerah putaran")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["round", "name"], name="round_region_once", violation_error_message=_("Daerah ini sudah ada.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class RoundCeiling(TenantModel):
    """At hosts of one ``kind`` (a ``PartnerKind``, or ``ours`` for the own agency) at most ``most`` people from a region."""

    personal_data: ClassVar[tuple[str, ...]] = ()

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="ceilings", verbose_name=_("putaran"))
    region = models.ForeignKey(RoundRegion, on_delete=models.CASCADE, related_name="ceilings", verbose_name=_("daerah"))
    kind = models.CharField(_("jenis tuan rumah"), max_length=20)
    most = models.PositiveIntegerField(_("paling banyak peserta"))

    class Meta:
        verbose_name = _("batas menurut jenis tuan rumah")
        verbose_name_plural = _("batas menurut jenis tuan rumah")
        ordering = ("region__name", "kind")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "region", "kind"],
                name="round_ceiling_once",
                violation_error_message=_("Batas untuk daerah dan jenis ini sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region}: {self.kind}"


class RoundApplicant(TenantModel):
    """Somebody who wants to go: from a sending of the own agency (``participant``), or from a file.

    After the round was computed, ``place`` is where they go, ``reasons`` what stood between them and the places they wished
    more, as the engine's codes and numbers. ``request_id`` is the number of the application that another government
    handed in (a ``RoundRequest``, whose row is theirs). ``written_at``: the place was written into the sending; ``unwritten``:
    why it could not be. Not tracked: a round has thousands, and what counts is in the round's files.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("name", "number", "participant", "reasons")

    round = models.ForeignKey(MatchingRound, on_delete=models.CASCADE, related_name="applicants", verbose_name=_("putaran"))
    number = models.CharField(_("nomor pelamar"), max_length=40)
    name = models.CharField(_("nama"), max_length=200)
    region = models.ForeignKey(RoundRegion, on_delete=models.PROTECT, related_name="applicants", verbose_name=_("daerah"))
    points = models.PositiveIntegerField(_("poin kebutuhan"))
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("peserta pengiriman")
    )
    place = models.ForeignKey(
        RoundPlace, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("tempat")
    )
    rank = models.PositiveSmallIntegerField(_("pilihan ke"), null=True, blank=True)
    drawn = models.PositiveIntegerField(_("urutan undian"), null=True, blank=True)
    reasons = models.JSONField(_("alasan"), default=list, blank=True)
    request_id = models.BigIntegerField(_("nomor lamaran"), null=True, blank=True)
    written_at = models.DateTimeField(_("ditulis ke pengiriman pada"), null=True, blank=True)
    unwritten = models.CharField(_("mengapa tidak dapat ditulis"), max_length=10, choices=RoundWriting.choices, blank=True)

    class Meta:
        verbose_name = _("pelamar putaran")
        verbose_name_plural = _("pelamar putaran")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(
                fields=["round", "number"],
                name="round_applicant_once",
                violation_error_message=_("Nomor pelamar ini sudah ada dalam putaran."),
            ),
            models.CheckConstraint(
                name="round_applicant_points",
                condition=models.Q(points__lte=MOST_POINTS),
                violation_error_message=_("Poin kebutuhan antara 0 dan 1.000.000."),
            ),
        ]
        indexes = [models.Index(fields=["round", "place"], name="round_applicant_place")]

    def __str__(self) -> str:
        return self.name


class RoundWish(TenantModel):
    """A place that an applicant wishes; ``rank`` 1 is the first wish."""

    personal_data: ClassVar[tuple[str, ...]] = ("applicant",)

    applicant = models.ForeignKey(RoundApplicant, on_delete=models.CASCADE, related_name="wishes", verbose_name=_("pelamar"))
    place = models.ForeignKey(RoundPlace, on_delete=models.PROTECT, related_name="wishes", verbose_name=_("tempat"))
    rank = models.PositiveSmallIntegerField(_("pilihan ke"))

    class Meta:
        verbose_name = _("pilihan pelamar")
        verbose_name_plural = _("pilihan pelamar")
        ordering = ("rank",)
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "rank"],
                name="round_wish_rank_once",
                violation_error_message=_("Urutan pilihan ini sudah ada."),
            ),
            models.UniqueConstraint(
                fields=["applicant", "place"],
                name="round_wish_place_once",
                violation_error_message=_("Tempat ini sudah dipilih."),
            ),
            models.CheckConstraint(
                name="round_wish_from_one",
                condition=models.Q(rank__gte=1),
                violation_error_message=_("Pilihan dihitung dari 1."),
            ),
        ]
