"""Objects of the outcome pages: an indicator that missed its target, a series, a question, a file; one each in Malang."""

from datetime import date
from decimal import Decimal

from matang.flow.aims.models import Aim, AimPlan, Indicator
from matang.flow.measure.models import EffectQuestion, EffectResult, Series, SeriesImport, SeriesValue
from matang.flow.measure.selectors.chain import ChainQuestion
from matang.flow.measure.services.papers import issue_summary
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make one of everything in either agency."""
    made = _grown(cast.palu, "palu", cast.units["clinic"].pk)
    made["paper.palu"] = issue_summary(actor=actor_of(cast.users["appointing_official"]), question=ChainQuestion()).pk
    with acting_in(cast.malang.pk):
        made |= _grown(cast.malang, "malang", cast.units["malang"].pk)
        made["paper.malang"] = issue_summary(actor=actor_of(cast.users["malang_officer"]), question=ChainQuestion()).pk
    return made


def _grown(agency: Agency, name: str, unit_id: int) -> dict[str, int | str]:
    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Hasil", year_from=2025, year_to=2029)
    aim = Aim.objects.create(agency=agency, plan=plan, level="programme", title="Program hasil", valid_from=START)
    Aim.objects.filter(pk=aim.pk).update(path=f"/{aim.pk}/")
    indicator = Indicator.objects.create(
        agency=agency, aim=aim, name="Lama tunggu", measure_unit="hari", direction="down", target_value=5,
        target_on=date(2025, 12, 31), unit_id=unit_id, valid_from=START,
    )  # fmt: skip
    series = Series.objects.create(
        agency=agency, indicator=indicator, unit_id=unit_id, kind="year", source="Antrean", main=True, responsible_id=unit_id,
        starts_on=date(2025, 1, 1),
    )  # fmt: skip
    value = SeriesValue.objects.create(
        agency=agency, series=series, period_start=date(2025, 1, 1), value=Decimal(9), as_at=date(2026, 1, 31), recorded_at=now()
    )
    question = EffectQuestion.objects.create(
        agency=agency, treated=series, started_on=date(2025, 6, 1), reason="Antrean daring", asked_at=now()
    )
    result = EffectResult.objects.create(
        agency=agency, question=question, as_at=date(2026, 1, 31), fingerprint="0" * 64, verdict="unproven",
        method="series_alone", figures={"reasons": ["no_comparison"]}, computed_at=now(),
    )  # fmt: skip
    file = SeriesImport.objects.create(agency=agency, file_name="nilai.xlsx", digest="0" * 64, made_at=now())
    made = {
        "measured": indicator.pk, "series": series.pk, "value": value.pk, "question": question.pk, "result": result.pk,
        "import": file.pk,
    }  # fmt: skip
    return {f"{kind}.{name}": key for kind, key in made.items()}
