"""What could be done about gaps, and the question which of it to do with the money there is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from matang.flow.plan.choices import NON_CLASSROOM_KINDS, ActKind, DevelopmentState
from matang.foundation.audit.tracking import tracked
from matang.foundation.tenancy.models import TenantModel

HIGHEST_COST = 10**12


@tracked()
class DevelopmentAct(TenantModel):
    """An act of the agency's catalogue: from which shown level to which level it is expected to lead.

    The level reached is an expectation, never evidence. Empty is not zero: an act whose cost nobody has stated cannot be
    chosen, one that costs nothing says 0. Empty ``seats`` = as many as want; ``full_time`` = nobody takes two at a time.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("kode"), max_length=20)
    name = models.CharField(_("nama kegiatan"), max_length=160)
    kind = models.CharField(_("jenis"), max_length=16, choices=ActKind.choices)
    competency = models.ForeignKey("needs.Competency", on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    from_level = models.PositiveSmallIntegerField(_("dari level"))
    to_level = models.PositiveSmallIntegerField(_("diharapkan sampai level"))
    hours = models.PositiveIntegerField(_("jam pelajaran (JP)"), null=True, blank=True)
    cost_per_person = models.BigIntegerField(_("biaya per orang (rupiah)"), null=True, blank=True)
    cost_per_class = models.BigIntegerField(_("biaya tetap per kelas (rupiah)"), null=True, blank=True)
    seats = models.PositiveIntegerField(_("kursi per kelas"), null=True, blank=True)
    classes = models.PositiveSmallIntegerField(_("kelas paling banyak"), default=1)
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    ends_on = models.DateField(_("selesai"), null=True, blank=True)
    full_time = models.BooleanField(_("meninggalkan tugas selama kegiatan"), default=False)
    organiser = models.CharField(_("penyelenggara"), max_length=160, blank=True)
    curriculum = models.CharField(_("kesesuaian dengan standar kurikulum"), max_length=200, blank=True)
    tariff_source = models.CharField(_("sumber tarif"), max_length=200, blank=True)
    active = models.BooleanField(_("ditawarkan"), default=True)

    class Meta:
        verbose_name = _("kegiatan pengembangan")
        verbose_name_plural = _("kegiatan pengembangan")
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                name="act_code_once",
                violation_error_message=_("Kode kegiatan ini sudah dipakai."),
            ),
            models.CheckConstraint(
                name="act_levels_rise",
                condition=Q(from_level__lt=F("to_level"), to_level__lte=5),
                violation_error_message=_("Level yang diharapkan harus di atas level awal, paling tinggi 5."),
            ),
            models.CheckConstraint(
                name="act_costs_in_range",
                condition=(Q(cost_per_person__isnull=True) | Q(cost_per_person__gte=0, cost_per_person__lte=HIGHEST_COST))
                & (Q(cost_per_class__isnull=True) | Q(cost_per_class__gte=0, cost_per_class__lte=HIGHEST_COST)),
                violation_error_message=_("Biaya antara 0 dan Rp1.000.000.000.000."),
            ),
            models.CheckConstraint(
                name="act_ends_after_start",
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Kegiatan selesai pada atau sesudah hari mulainya."),
            ),
            models.CheckConstraint(
                name="act_has_room",
                condition=Q(classes__gte=1) & (Q(seats__isnull=True) | Q(seats__gte=1)),
                violation_error_message=_("Sedikitnya satu kelas dan satu kursi."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "competency"], name="act_competency")]

    def __str__(self) -> str:
        return self.name

    @property
    def priced(self) -> bool:
        """True when what it costs is known; 0 is known."""
        return self.cost_per_person is not None and self.cost_per_class is not None

    @property
    def classroom(self) -> bool:
        """True for a klasikal path, false for a nonklasikal one."""
        return self.kind not in NON_CLASSROOM_KINDS


@tracked()
class DevelopmentProposal(TenantModel):
    """A question: which acts for whose gaps with this money. ``unit`` empty = the whole agency.

    ``most_acts``/``most_hours`` limit one person (hours empty = no limit); ``min_share`` is the percentage of what an OPD
    could gain that every OPD should get first; ``must_weight`` and ``priorities`` multiply the points of a closed level.
    ``unsure`` also counts gaps about which evidence disagrees. ``fault`` is a stored sentence, ``job_id`` the job at work.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("created_by", "submitted_by")

    name = models.CharField(_("nama"), max_length=120)
    as_at = models.DateField(_("per tanggal"))
    unit = models.ForeignKey(
        "register.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lingkup unit")
    )
    budget = models.BigIntegerField(_("anggaran (rupiah)"))
    most_acts = models.PositiveSmallIntegerField(_("kegiatan paling banyak per orang"), default=2)
    most_hours = models.PositiveIntegerField(_("JP paling banyak per orang"), null=True, blank=True)
    min_share = models.PositiveSmallIntegerField(_("bagian minimal tiap perangkat daerah (%)"), default=0)
    must_weight = models.PositiveSmallIntegerField(_("bobot syarat mutlak"), default=3)
    priorities = models.JSONField(_("bobot kelompok jabatan"), default=dict)
    unsure = models.BooleanField(_("ikutkan yang belum terbukti pasti"), default=False)
    state = models.CharField(_("status"), max_length=10, choices=DevelopmentState.choices, default=DevelopmentState.DRAFT)
    fault = models.JSONField(_("sebab gagal"), default=dict, blank=True)
    job_id = models.BigIntegerField(_("nomor pekerjaan"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"))
    computed_at = models.DateTimeField(_("dihitung pada"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diajukan oleh"),
    )
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("usulan pengembangan")
        verbose_name_plural = _("usulan pengembangan")
        ordering = ("-created_at", "-id")
        constraints = [
            models.CheckConstraint(
                name="development_budget_in_range",
                condition=Q(budget__gte=0, budget__lte=HIGHEST_COST),
                violation_error_message=_("Anggaran antara 0 dan Rp1.000.000.000.000."),
            ),
            models.CheckConstraint(
                name="development_share_percent",
                condition=Q(min_share__lte=100),
                violation_error_message=_("Bagian minimal antara 0 dan 100 persen."),
            ),
            models.CheckConstraint(
                name="development_submission_known",
                condition=~Q(state="proposed") | Q(submitted_at__isnull=False, computed_at__isnull=False),
                violation_error_message=_("Usulan yang diajukan harus selesai dihitung dan bertanggal pengajuan."),
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="development_state")]

    def __str__(self) -> str:
        return self.name


class DevelopmentResult(TenantModel):
    """The problem and its answer as they were checked, and what other budgets would buy. None that failed is stored.

    It keeps no trail: it is computed anew from the proposal, which does, and its files carry their fingerprints.
    """

    personal_data: ClassVar[tuple[str, ...]] = ()

    proposal = models.OneToOneField(
        DevelopmentProposal, on_delete=models.CASCADE, related_name="result", verbose_name=_("usulan")
    )
    problem = models.TextField(_("berkas soal"))
    result = models.TextField(_("berkas hasil"))
    value = models.BigIntegerField(_("nilai"))
    bound = models.BigIntegerField(_("batas atas"))
    cost = models.BigIntegerField(_("biaya"))
    short = models.BigIntegerField(_("kekurangan bagian"))
    proven = models.BooleanField(_("terbukti terbaik"))
    feasible = models.BooleanField(_("lulus pemeriksaan"))
    acts = models.JSONField(_("kegiatan saat dihitung"))
    curve = models.JSONField(_("nilai menurut anggaran"))
    report = models.JSONField(_("laporan"))

    class Meta:
        verbose_name = _("hasil usulan pengembangan")
        verbose_name_plural = _("hasil usulan pengembangan")
        constraints = [
            models.CheckConstraint(
                name="development_result_passed_its_check",
                condition=Q(feasible=True, bound__gte=F("value")),
                violation_error_message=_("Hasil yang tidak lulus pemeriksaan tidak boleh diterbitkan."),
            ),
        ]


class DevelopmentLine(TenantModel):
    """One gap of one person in a proposal: the act that answers it, or why none does.

    ``start`` is the level shown (at least what is not ruled out), ``expected`` the level that the act should lead to: an
    expectation, not evidence. ``reason`` is a code with numbers (see ``services/development/reasons.py``).
    It keeps no trail: all lines of a proposal are computed anew together.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("person", "competency", "start", "required", "reason")

    proposal = models.ForeignKey(DevelopmentProposal, on_delete=models.CASCADE, related_name="lines", verbose_name=_("usulan"))
    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    opd = models.ForeignKey("register.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("perangkat daerah"))
    competency = models.ForeignKey("needs.Competency", on_delete=models.PROTECT, related_name="+", verbose_name=_("kompetensi"))
    start = models.PositiveSmallIntegerField(_("level sekarang"))
    required = models.PositiveSmallIntegerField(_("disyaratkan"))
    must = models.BooleanField(_("mutlak"))
    act = models.ForeignKey(
        DevelopmentAct, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kegiatan")
    )
    expected = models.PositiveSmallIntegerField(_("diharapkan"), null=True, blank=True)
    value = models.PositiveIntegerField(_("nilai"), default=0)
    cost = models.BigIntegerField(_("biaya per orang"), default=0)
    why = models.CharField(_("alasan"), max_length=12)
    reason = models.JSONField(_("angka alasan"), default=dict)

    class Meta:
        verbose_name = _("baris usulan pengembangan")
        verbose_name_plural = _("baris usulan pengembangan")
        ordering = ("proposal", "opd", "person", "competency")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "person", "competency"], name="development_gap_once"),
            models.CheckConstraint(
                name="development_line_rises",
                condition=Q(start__lt=F("required")) & (Q(act__isnull=True) | Q(expected__gt=F("start"))),
            ),
        ]
        indexes = [
            models.Index(fields=["proposal", "act"], name="development_line_act"),
            models.Index(fields=["agency", "person"], name="development_line_person"),
        ]
