"""A small tree of aims: the city's own vision as it was published, and below it an invented example that says so."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matang.flow.aims.public import (
    Aim,
    AimDetails,
    AimLevel,
    Indicator,
    IndicatorDetails,
    IndicatorDirection,
    PlanKind,
    create_aim,
    save_plan,
    set_indicator,
)
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor

SINCE, BASELINE_ON, SAID = date(2025, 8, 1), date(2024, 12, 31), "Laporan dinas (peragaan)"
SOURCE = "Visi menurut pemberitaan 2025 (sararamedia.id, channelsulawesi.id). Misi sampai kegiatan: contoh peragaan, bukan RPJMD."
VISION = "Terwujudnya Kota Palu Mantap Berkelanjutan yang Akseleratif, Inovatif, dan Kolaboratif"


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch below the vision: its titles from the mission to the activity, its unit, and how it is measured.

    ``baseline`` None = nobody has measured it yet: a hole that the gate of sendings shows. ``others`` measure the goal, the
    objective and the activity (name, unit, baseline, target); empty = nobody has said how, as with most.
    """

    unit: str
    titles: tuple[str, str, str, str, str]
    indicator: str
    measure_unit: str
    baseline: Decimal | None
    target: Decimal
    direction: str = IndicatorDirection.UP
    target_on: date = date(2029, 12, 31)
    others: tuple[tuple[str, str, int, int], ...] = ()


MISSED_ON = date(2026, 6, 30)
"""The day of a target that was missed: a need follows from it."""
BRANCHES = (
    Branch(
        "DPU",
        ("Lingkungan dan ruang kota yang sehat (contoh)", "Sanitasi layak bagi semua rumah", "Air limbah rumah tangga terkelola",
         "Program Pengelolaan Air Limbah Domestik", "Pemeliharaan instalasi air limbah komunal"),
        "Rumah tangga dengan air limbah terkelola", "persen", Decimal("37.5"), Decimal(55),
        others=(("Rumah dengan sanitasi layak", "persen", 71, 85), ("Air limbah yang terolah", "persen", 22, 45),
                ("Instalasi yang berjalan", "instalasi", 2, 4)),
    ),
    Branch(
        "DINKES",
        ("Layanan dasar yang cepat dan merata (contoh)", "Puskesmas tanpa antrean lama", "Waktu tunggu puskesmas berkurang",
         "Program Pelayanan Kesehatan Perorangan", "Penataan antrean puskesmas"),
        "Rata-rata waktu tunggu di puskesmas", "menit", Decimal(74), Decimal(40), IndicatorDirection.DOWN,
        others=(("Warga yang puas dengan puskesmas", "persen", 61, 80), ("Puskesmas dengan antrean terjadwal", "unit", 0, 14),
                ("Puskesmas yang ditata antreannya", "unit", 0, 6)),
    ),
    Branch(
        "DINSOS",
        ("Perlindungan bagi yang paling membutuhkan (contoh)", "Bantuan sampai ke yang berhak", "Data penerima bantuan padan",
         "Program Perlindungan dan Jaminan Sosial", "Pemadanan data penerima bantuan"),
        "Penerima bantuan dengan data padan", "persen", None, Decimal(95),
    ),
    Branch(
        "DPRP",
        ("Lingkungan dan ruang kota yang sehat (contoh)", "Ruang kota dipakai sesuai rencana", "Pengesahan ruang yang cepat",
         "Program Penyelenggaraan Penataan Ruang", "Pelayanan kesesuaian ruang"),
        "Rata-rata waktu pengesahan kesesuaian ruang", "hari kerja", Decimal(30), Decimal(14), IndicatorDirection.DOWN,
        MISSED_ON,
    ),
    Branch(
        "BKPSDMD",
        ("Pemerintahan yang melayani (contoh)", "Pegawai dilayani tepat waktu", "Layanan kepegawaian selesai cepat",
         "Program Kepegawaian Daerah", "Layanan izin belajar dan cuti"),
        "Rata-rata waktu layanan kepegawaian", "hari kerja", Decimal(12), Decimal(5), IndicatorDirection.DOWN,
    ),
    Branch(
        "BPKAD",
        ("Pemerintahan yang melayani (contoh)", "Uang daerah tercatat pada harinya", "Belanja bidang dibayar nontunai",
         "Program Pengelolaan Keuangan Daerah", "Kas kecil nontunai di bidang"),
        "Belanja uang persediaan yang dibayar nontunai", "persen", Decimal(18), Decimal(90),
    ),
)  # fmt: skip
LEVELS = (AimLevel.MISSION, AimLevel.GOAL, AimLevel.OBJECTIVE, AimLevel.PROGRAMME, AimLevel.ACTIVITY)

MEASURED_TOO = (AimLevel.GOAL, AimLevel.OBJECTIVE, AimLevel.ACTIVITY)


def plant(actor: Actor) -> dict[str, tuple[Aim, Indicator]]:
    """Write the tree; return the programme and its indicator by the code of the OPD. Call inside ``acting_in``."""
    plan = save_plan(
        actor=actor, kind=PlanKind.RPJMD, name="RPJMD 2025–2029 (contoh peragaan)", year_from=2025, year_to=2029, source=SOURCE
    )
    top = create_aim(actor=actor, plan_id=plan.pk, level=AimLevel.VISION, title=VISION, valid_from=SINCE)
    units = dict(Unit.objects.filter(agency_id=actor.agency_id, parent__isnull=True).values_list("code", "pk"))
    missions: dict[str, Aim] = {}
    return {branch.unit: _branch(actor, missions, top, branch, units[branch.unit]) for branch in BRANCHES}


def _branch(actor: Actor, missions: dict[str, Aim], top: Aim, branch: Branch, unit_id: int) -> tuple[Aim, Indicator]:
    """Write a branch; a mission that another branch has written already is shared."""
    at, programme = top, top
    measured: dict[str, Aim] = {}
    for level, title in zip(LEVELS, branch.titles, strict=True):
        if title in missions:
            at = missions[title]
            continue
        details = AimDetails(unit_id=None if level == AimLevel.MISSION else unit_id)
        if level == AimLevel.ACTIVITY:
            details = AimDetails(
                unit_id=unit_id, place="Kota Palu", doer_unit_id=unit_id, carer_unit_id=unit_id, upkeep_rupiah=150_000_000,
                upkeep_source="Perkiraan peragaan", started_on=date(2026, 1, 5),
            )  # fmt: skip
        at = create_aim(
            actor=actor, plan_id=top.plan_id, level=level, title=title, parent_id=at.pk, details=details, valid_from=SINCE
        )
        measured[level] = at
        programme = at if level == AimLevel.PROGRAMME else programme
        if level == AimLevel.MISSION:
            missions[title] = at
    for level, (name, unit, first, target) in zip(MEASURED_TOO, branch.others, strict=False):
        wanted = IndicatorDetails(
            baseline_value=Decimal(first), baseline_on=BASELINE_ON, baseline_source=SAID, target_value=Decimal(target),
            target_on=branch.target_on, unit_id=unit_id, data_source=SAID,
        )  # fmt: skip
        set_indicator(actor=actor, aim_id=measured[level].pk, name=name, measure_unit=unit, details=wanted, valid_from=SINCE)
    known = branch.baseline is not None
    said = IndicatorDetails(
        direction=branch.direction, baseline_value=branch.baseline, baseline_on=BASELINE_ON if known else None,
        baseline_source=SAID if known else "", target_value=branch.target, target_on=branch.target_on,
        unit_id=unit_id, data_source=SAID,
    )  # fmt: skip
    indicator = set_indicator(
        actor=actor, aim_id=programme.pk, name=branch.indicator, measure_unit=branch.measure_unit, details=said, valid_from=SINCE
    )
    return programme, indicator
