"""What came home this year: the recommendation of the one who is back, decided as a pilot whose first look is due."""

from datetime import date

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
    recommend_from_report,
    save_action,
    submit_recommendation,
)
from matang.flow.learn.public import SendingReport
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


def recommend(officer: Actor, report: SendingReport, unit: Unit, indicator: Indicator) -> int:
    """Write the recommendation and hand it in; return its key."""
    made = recommend_from_report(actor=officer, report_id=report.pk, title=TITLE)
    details = Details(
        title=TITLE, practice=REPORT["seen"], seen_at=made.seen_at, cost_rupiah=185_000_000,
        cost_note="Dua pompa cadangan dan pelatihan (perkiraan peragaan)", risk="Iuran macet setelah bulan pertama.",
        owner_unit_id=unit.pk, aim_id=indicator.aim_id, indicator_id=indicator.pk,
    )  # fmt: skip
    change_recommendation(actor=officer, recommendation_id=made.pk, details=details, conditions=CONDITIONS)
    submit_recommendation(actor=officer, recommendation_id=made.pk)
    key: int = made.pk
    return key


def decide(officer: Actor, mayor: Actor, recommendation_id: int, indicator: Indicator, ends: date) -> None:
    """Decide on a pilot until a day and plan its first action. It has not taken effect yet."""
    verdict = Verdict(DecisionKind.PILOT, "Coba di dua kelurahan sebelum Perwali disusun.", due_on=ends)
    decide_recommendation(actor=mayor, recommendation_id=recommendation_id, verdict=verdict)
    adoption = Adoption.objects.get(recommendation_id=recommendation_id)
    unit = adoption.unit
    action = ActionDetails(
        what="Perjanjian dengan dua kelompok pengelola", place="Dua kelurahan percontohan", doer_unit_id=unit.pk,
        carer_unit_id=unit.pk, upkeep_rupiah=24_000_000, upkeep_source="Perkiraan peragaan", indicator_id=indicator.pk,
    )  # fmt: skip
    save_action(actor=officer, adoption_id=adoption.pk, details=action)
