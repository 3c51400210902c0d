"""The chain in the demonstration: the cohort of 2024 with its open ends, and the sendings of this year that passed the gate."""

from datetime import date
from decimal import Decimal

import pytest

from matang.flow.aims.public import Aim, Indicator
from matang.flow.apply.models import Adoption
from matang.flow.learn.choices import ParticipantState, ReportState, SendingOrigin, SendingState
from matang.flow.learn.models import (
    Cohort,
    LearningHours,
    LogEntry,
    Participant,
    Sending,
    SendingReport,
    SendingStep,
    WantedField,
)
from matang.flow.learn.selectors.gate import missing_of
from matang.flow.measure.models import SeriesValue
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import build, outcomes

pytestmark = pytest.mark.django_db


def test_the_chain_stands_with_its_open_ends() -> None:
    build.build(people=400)
    palu = Agency.objects.get(code=build.PALU)
    with acting_in(palu.pk):
        _cohort()
        _living()
        _aims()
        _outcome()


def _cohort() -> None:
    cohort = Cohort.objects.get()
    rows = list(cohort.sendings.select_related("unit", "host__partner"))
    assert sorted((row.unit.code, row.host.partner.name, row.host_unit) for row in rows) == [
        ("BKPSDMD", "Pemerintah Kota Bandung", "BKPSDM Kota Bandung"),
        ("BPKAD", "Kementerian Dalam Negeri", "Ditjen Bina Keuangan Daerah"),
        ("DINKES", "Pemerintah Provinsi DKI Jakarta", "Dinas Kesehatan DKI Jakarta"),
        ("DPU", "Pemerintah Kota Malang", "DPUPRPKP Kota Malang"),
    ]
    assert Participant.objects.filter(sending__in=rows, state=ParticipantState.CHOSEN).values("person").distinct().count() == 8
    for row in rows:
        assert (row.origin, row.state) == (SendingOrigin.RECORDS, SendingState.RETURNED)
        assert (row.starts_on, row.ends_on) == (date(2024, 7, 15), date(2024, 10, 15))
        assert (row.need_id, row.aim_id, row.indicator_id, row.host_agency_id, row.host_answered_at) == (None,) * 5
        assert missing_of(row, today()), "the gate would not have let it pass, and nothing pretends that it did"
        step = SendingStep.objects.get(sending=row)
        assert (step.before, step.after, step.made_on) == ("draft", "returned", date(2024, 10, 15))
    assert "246 hari" in cohort.note
    assert list(WantedField.objects.values_list("name", "unit__code")) == [
        ("Kesehatan", "DINKES"), ("Tata ruang", "DPRP"), ("Kepegawaian", "BKPSDMD"), ("Layanan sosial", "DINSOS"),
    ]  # fmt: skip
    assert not any(row.unit.code == "DINSOS" for row in rows)


def _living() -> None:
    rows = {row.state: row for row in Sending.objects.filter(origin=SendingOrigin.HERE)}
    assert set(rows) == {SendingState.UNDER_WAY, SendingState.REPORTED}
    accounts = {user.username: user.person_id for user in User.objects.filter(agency_id=Agency.objects.get(code=build.PALU).pk)}
    away = Participant.objects.get(sending=rows[SendingState.UNDER_WAY])
    assert (away.person_id, away.host_mentor_name) == (accounts["magang"], "Mentor magang di Malang")
    assert LogEntry.objects.filter(participant=away).count() == 5
    report = SendingReport.objects.get()
    assert (report.state, report.person_id) == (ReportState.ACCEPTED, accounts["magang.kembali"])
    assert [row.hours for row in LearningHours.objects.all()] == [20]
    malang = Agency.objects.get(code=build.MALANG)
    with acting_in(malang.pk):
        assert set(Sending.objects.values_list("pk", flat=True)) == {row.pk for row in rows.values()}
        assert {"malang.tuanrumah", "malang.mentor"} <= set(
            User.objects.filter(agency_id=malang.pk).values_list("username", flat=True)
        )


def _aims() -> None:
    assert Aim.objects.filter(level="vision").count() == 1
    assert Aim.objects.count() == 16
    measured = dict(Indicator.objects.values_list("name", "baseline_value"))
    assert measured["Penerima bantuan dengan data padan"] is None
    assert measured["Rumah tangga dengan air limbah terkelola"] == 41


def _outcome() -> None:
    adoption = Adoption.objects.get()
    assert (adoption.kind, adoption.decided_on, adoption.result, adoption.began_on) == ("pilot", today(), "", None)
    assert adoption.recommendation.title == outcomes.TITLE
    values = list(SeriesValue.objects.order_by("period_start").values_list("value", flat=True))
    assert [str(value.normalize()) for value in values] == [str(Decimal(text).normalize()) for _day, text in outcomes.SHARES]
