"""From the report to the decision, and the indicator that will show whether anything got better."""

from datetime import date
from decimal import Decimal

from matang.flow.aims.public import Indicator
from matang.flow.apply.public import (
    ActionDetails,
    Adoption,
    Condition,
    ConditionKind,
    DecisionKind,
    Details,
    Fit,
    Verdict,
    change_recommendation,
    decide_recommendation,
    hold_day,
    plan_presentation,
    recommend_from_report,
    save_action,
    submit_recommendation,
)
from matang.flow.measure.public import NewValue, PeriodKind, SeriesDetails, create_series, enter_value
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.portal.demo.sendings import REPORT

TITLE = "Kelompok pengelola air limbah dengan perjanjian dan pompa cadangan"
CONDITIONS = {
    ConditionKind.LAW: Condition("Perwali tentang pengelola sanitasi.", "Belum ada; dapat dimulai dengan perjanjian.", Fit.LACKS),
    ConditionKind.MONEY: Condition("Pos pompa cadangan di DPA dinas.", "Belum terpisah dari pemeliharaan gedung.", Fit.LACKS),
    ConditionKind.PEOPLE: Condition("Dua teknisi per kecamatan.", "Tiga teknisi untuk seluruh kota.", Fit.LACKS),
    ConditionKind.NETWORK: Condition("RT menagih iuran.", "RT di dua kelurahan bersedia.", Fit.FITS),
    ConditionKind.LEADERSHIP: Condition("Camat memeriksa tiap triwulan.", "", Fit.UNKNOWN),
}
SHARES = (("2025-06-30", "38.2"), ("2025-09-30", "39.6"), ("2025-12-31", "41"), ("2026-03-31", "41.4"), ("2026-06-30", "41.1"),
          ("2026-09-30", "42.3"))  # fmt: skip


def adopt(officer: Actor, mayor: Actor, report_id: int, *, unit: Unit, indicator: Indicator, day: date) -> None:
    """Recommend, present, decide on a pilot and plan its first action: its clocks of 30 to 365 days run from today."""
    made = recommend_from_report(actor=officer, report_id=report_id, title=TITLE)
    details = Details(
        title=TITLE, practice=REPORT["seen"], seen_at="DPUPRPKP Kota Malang", cost_rupiah=185_000_000,
        cost_note="Dua pompa cadangan dan pelatihan (perkiraan peragaan)", risk="Iuran macet setelah bulan pertama.",
        owner_unit_id=unit.pk, aim_id=indicator.aim_id, indicator_id=indicator.pk,
    )  # fmt: skip
    change_recommendation(actor=officer, recommendation_id=made.pk, details=details, conditions=CONDITIONS)
    submit_recommendation(actor=officer, recommendation_id=made.pk)
    shown = plan_presentation(
        actor=officer, unit_id=unit.pk, title="Paparan hasil magang", day=day, place="Ruang rapat wali kota",
        recommendation_ids=[made.pk],
    )  # fmt: skip
    hold_day(actor=officer, presentation_id=shown.pk, attendees="Wali kota, Sekretaris Daerah, Kepala Dinas Pekerjaan Umum")
    verdict = Verdict(DecisionKind.PILOT, "Coba di dua kelurahan sebelum Perwali disusun.", due_on=date(day.year + 1, 6, 30))
    decide_recommendation(actor=mayor, recommendation_id=made.pk, verdict=verdict)
    adoption = Adoption.objects.get(recommendation_id=made.pk)
    action = ActionDetails(
        what="Perjanjian dengan dua kelompok pengelola", place="Dua kelurahan percontohan", doer_unit_id=unit.pk,
        carer_unit_id=unit.pk, upkeep_rupiah=24_000_000, upkeep_source="Perkiraan peragaan", indicator_id=indicator.pk,
        due_on=date(day.year + 1, 2, 28),
    )  # fmt: skip
    save_action(actor=officer, adoption_id=adoption.pk, details=action)


def measure(planner: Actor, indicator: Indicator, unit: Unit, day: date) -> int:
    """Set up the indicator's series and enter the quarters that are over; return how many values there are."""
    first = date.fromisoformat(SHARES[0][0])
    details = SeriesDetails(
        kind=PeriodKind.QUARTER, source="Laporan dinas (peragaan)", starts_on=first, unit_id=unit.pk, main=True,
        responsible_id=unit.pk,
    )  # fmt: skip
    series = create_series(actor=planner, indicator_id=indicator.pk, details=details)
    over = [(date.fromisoformat(text), Decimal(value)) for text, value in SHARES if date.fromisoformat(text) <= day]
    for last, value in over:
        enter_value(actor=planner, series_id=series.pk, new=NewValue(period=last, value=value, as_at=last))
    return len(over)
