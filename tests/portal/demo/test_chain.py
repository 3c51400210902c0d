"""The chain in the demonstration, as it is told: the cohort of 2024 and what became of it, and the sendings of now."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from matang.flow.aims.models import MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie, ThoughtPaper
from matang.flow.aims.public import Aim, Indicator
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.apply.models import Adoption, AdoptionCheck, Practice, Recommendation
from matang.flow.apply.public import due_checks
from matang.flow.learn.choices import ParticipantState, ReportState, RoundState, SendingOrigin, SendingState
from matang.flow.learn.models import (
    Agreement,
    Cohort,
    HostOffering,
    HostStrength,
    LearningHours,
    LogEntry,
    MatchingRound,
    Participant,
    PastCase,
    RoundApplicant,
    Sending,
    SendingOrder,
    SendingReport,
    SendingStep,
    WantedField,
)
from matang.flow.learn.selectors.gate import missing_of
from matang.flow.learn.selectors.hosts.calendar import month_of, seats_offered, stays_of
from matang.flow.measure.models import EffectQuestion, EffectResult, SeriesValue
from matang.flow.needs.public import UnitNeed
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import build, hosting, pilot, present
from matang.portal.demo.story import Story
from matang.portal.tasks import tasks_for

pytestmark = pytest.mark.django_db
FIRST = {
    "walikota": "3 jabatan menunggu putusan",
    "kepala.dinas": "1 konsep pengiriman belum diajukan",
    "magang": "Catatan harian hari ini belum ditulis",
    "bappeda": "2 nilai indikator belum diisi",
}


@pytest.fixture
def a_day() -> Iterator[None]:
    """Let it be one working day: what is late and by how much depends on it."""
    with time_machine.travel(datetime(2026, 11, 23, 1, 30, tzinfo=UTC), tick=True):
        yield


@pytest.mark.usefixtures("a_day")
def test_the_chain_stands_as_it_is_told() -> None:
    build.build(people=400)
    palu = Agency.objects.get(code=build.PALU)
    with acting_in(palu.pk):
        _cohort()
        _reports()
        _adoptions()
        _living()
        _aims()
        _mayor()
        _outcomes()
        _hosts()
        _log(palu)
        _first_things()
    with acting_in(Agency.objects.get(code=build.MALANG).pk):
        _calendar()


def test_a_story_is_walked_in_the_order_of_its_days_and_not_before_it_is_over() -> None:
    story, seen = Story(today()), []
    for ago in (1, 300, 1, 20):
        story.on(story.ago(ago), lambda: seen.append(today()))
    story.walk()
    assert seen == [story.ago(300), story.ago(20), story.ago(1), story.ago(1)]
    with pytest.raises(ValueError, match="the clock of this machine says 2026-09-15"):
        Story(date(2026, 9, 15))


def _cohort() -> None:
    cohort = Cohort.objects.get()
    rows = list(cohort.sendings.select_related("unit", "host__partner"))
    assert sorted((row.unit.code, row.host.partner.name, row.host_unit, row.state) for row in rows) == [
        ("BKPSDMD", "Pemerintah Kota Bandung", "BKPSDM Kota Bandung", SendingState.REPORTED),
        ("BPKAD", "Kementerian Dalam Negeri", "Ditjen Bina Keuangan Daerah", SendingState.RETURNED),
        ("DINKES", "Pemerintah Provinsi DKI Jakarta", "Dinas Kesehatan DKI Jakarta", SendingState.REPORTED),
        ("DPU", "Pemerintah Kota Malang", "DPUPRPKP Kota Malang", SendingState.REPORTED),
    ]
    assert Participant.objects.filter(sending__in=rows, state=ParticipantState.CHOSEN).values("person").distinct().count() == 8
    for row in rows:
        assert row.origin == SendingOrigin.RECORDS
        assert (row.starts_on, row.ends_on) == (date(2024, 7, 15), date(2024, 10, 15))
        assert (row.need_id, row.aim_id, row.indicator_id, row.host_agency_id, row.host_answered_at) == (None,) * 5
        assert missing_of(row, today()), "the gate would not have let it pass, and nothing pretends that it did"
        step = SendingStep.objects.get(sending=row, before="draft")
        assert (step.after, step.made_on, step.made_at.date()) == ("returned", date(2024, 10, 15), date(2025, 8, 4))
    assert "246 hari" in cohort.note
    assert list(WantedField.objects.values_list("name", "unit__code")) == [
        ("Kesehatan", "DINKES"), ("Tata ruang", "DPRP"), ("Kepegawaian", "BKPSDMD"), ("Layanan sosial", "DINSOS"),
    ]  # fmt: skip
    assert not any(row.unit.code == "DINSOS" for row in rows)


def _reports() -> None:
    """Seven of eight wrote, and the one who came back this year."""
    assert Counter(SendingReport.objects.values_list("state", "sending__unit__code")) == {
        (ReportState.ACCEPTED, "BKPSDMD"): 2, (ReportState.ACCEPTED, "DINKES"): 2, (ReportState.ACCEPTED, "DPU"): 3,
        (ReportState.ACCEPTED, "BPKAD"): 1,
    }  # fmt: skip
    assert Counter(LearningHours.objects.values_list("year", "hours")) == {(2024, 20): 7, (today().year, 20): 1}


def _adoptions() -> None:
    stood = {row.title: row for row in Recommendation.objects.select_related("presentation")}
    shown = [row for row in stood.values() if row.presentation.day == date(2025, 6, 18)]
    assert Counter(row.state for row in shown) == {"decided": 5, "presented": 1}
    assert {(row.presentation.day - row.returned_on).days for row in shown} == {246}
    ends = {row.recommendation.title: row for row in Adoption.objects.select_related("recommendation")}
    late, tried = ends["IPAL perumahan diuji sebelum serah terima"], ends[pilot.TITLE]
    day = today()
    assert {title: (row.result, row.decided_on, row.began_on) for title, row in ends.items()} == {
        "Satu loket daring untuk izin belajar dan cuti": ("applied", date(2025, 9, 8), date(2025, 10, 1)),
        "Daftar antrean puskesmas sehari sebelumnya": ("partly", date(2025, 9, 8), date(2025, 10, 1)),
        "Kas kecil nontunai di semua bidang": ("not_applied", date(2025, 9, 8), None),
        late.recommendation.title: ("", day - timedelta(days=140), day - timedelta(days=120)),
        pilot.TITLE: ("", day - timedelta(days=33), None),
    }
    looks = AdoptionCheck.objects.values_list("clock", "finding", "barrier")
    assert Counter(looks) == {
        (30, "going", ""): 3, (30, "stuck", "moved"): 1, (90, "going", ""): 1, (90, "partly", "no_funds"): 1,
        (90, "stuck", "no_team"): 1, (180, "going", ""): 1, (180, "partly", "no_funds"): 1, (365, "going", ""): 1,
        (365, "partly", "no_funds"): 1,
    }  # fmt: skip
    due = due_checks(actor_of(User.objects.get(username="walikota")), day)
    assert [(one.adoption_id, one.clock, one.late) for one in due] == [(late.pk, 90, 50), (tried.pk, 30, 3)]
    assert Counter(Practice.objects.values_list("result", flat=True)) == {"worked": 1, "partly": 1, "failed": 1}


def _living() -> None:
    rows = {(row.state, row.unit.code): row for row in Sending.objects.filter(origin=SendingOrigin.HERE).select_related("unit")}
    assert {key: row.host_answer for key, row in rows.items()} == {
        (SendingState.REPORTED, "DPU"): "accepted", (SendingState.UNDER_WAY, "DPU"): "accepted",
        (SendingState.SUBMITTED, "DINKES"): "accepted", (SendingState.SUBMITTED, "DPRP"): "asked",
        (SendingState.DRAFT, "DINSOS"): "not_asked",
    }  # fmt: skip
    accounts = {user.username: user.person_id for user in User.objects.filter(agency_id=Agency.objects.get(code=build.PALU).pk)}
    away = Participant.objects.get(sending=rows[SendingState.UNDER_WAY, "DPU"])
    assert (away.person_id, away.host_mentor_name) == (accounts["magang"], "Mentor magang di Malang")
    monday = present.left_on(today())
    assert (monday.weekday(), 7 <= (today() - monday).days <= 13) == (0, True)
    days = [monday + timedelta(days=number) for number in range(5)]
    assert list(LogEntry.objects.filter(participant=away).order_by("day").values_list("day", flat=True)) == days
    assert SendingReport.objects.get(sending=rows[SendingState.REPORTED, "DPU"]).person_id == accounts["magang.kembali"]
    orders = SendingOrder.objects.order_by("signed_on").values_list("number", "cost_rule", "total", "at_least")
    assert list(orders) == [
        (f"800.1.11/{number}/DEMO/{made.year}", "training", 92 * 110_000 + 6_400_000 + 2 * 150_000, False)
        for number, made in enumerate((rows[SendingState.REPORTED, "DPU"].starts_on, monday), 1)
    ]
    held = missing_of(rows[SendingState.DRAFT, "DINSOS"], today())
    assert [one.code for one in held] == [
        "after_return", "baseline", "baseline_on", "starts_on", "ends_on", "seats", "participants",
    ]  # fmt: skip
    malang = Agency.objects.get(code=build.MALANG)
    with acting_in(malang.pk):
        assert set(Sending.objects.values_list("pk", flat=True)) == {
            row.pk for row in rows.values() if row.state != SendingState.DRAFT
        }


def _aims() -> None:
    assert Counter(Aim.objects.values_list("level", flat=True)) == {
        "vision": 1, "mission": 4, "goal": 6, "objective": 6, "programme": 6, "activity": 6,
    }  # fmt: skip
    assert Indicator.objects.count() == 12
    measured = dict(Indicator.objects.filter(aim__level="programme").values_list("aim__unit__code", "baseline_value"))
    assert measured == {"DPU": 37.5, "DINKES": 74, "DINSOS": None, "DPRP": 30, "BKPSDMD": 12, "BPKAD": 18}

    forest = forest_at(actor_of(User.objects.get(username="bappeda")), today())
    assert Counter(node.verdict.health for node in forest.walk()) == {"red": 12, "amber": 8, "green": 9}
    assert Counter(ThoughtPaper.objects.values_list("state", "unit__code")) == {("submitted", None): 1, ("draft", "DINSOS"): 1}


def _mayor() -> None:
    """The printed numbers add up to 36 where 35 were announced; of the programmes only those that are named stand there."""
    said = MayorAnnouncement.objects.get()
    assert (said.programmes, said.agendas) == (35, 6)
    assert sum(MayorAgenda.objects.values_list("announced_count", flat=True)) == 36
    assert MayorProgramme.objects.count() == 3
    assert set(MayorTie.objects.values_list("aim__unit__code", flat=True)) == {"DINSOS"}


def _outcomes() -> None:
    assert SeriesValue.objects.count() == 6 + 5 + 5 + 5 + 3 + 6 * 11
    asked = {row.treated.unit.code: row for row in EffectQuestion.objects.select_related("treated__unit")}
    assert set(asked) == {"DPU", "DINKES.P01"}
    unproven, better = (EffectResult.objects.get(question=asked[code]) for code in ("DPU", "DINKES.P01"))
    assert (unproven.verdict, unproven.estimate, unproven.figures["comparison_units"]) == ("unproven", None, [])
    assert better.verdict == "improved"
    assert [round(number, 1) for number in (better.estimate, better.low, better.high)] == [-6.6, -8.3, -4.9]
    need = UnitNeed.objects.get(origin__startswith="measure:indicator:")
    assert (need.unit.code, need.opened_at.date()) == ("DPRP", date(2026, 7, 27))
    assert Sending.objects.get(need=need).unit.code == "DPRP"


def _hosts() -> None:
    assert (HostStrength.objects.count(), HostOffering.objects.filter(unit=None).count(), Agreement.objects.count()) == (4, 4, 3)
    assert (PastCase.objects.count(), PastCase.objects.filter(part_of__code="C01").count()) == (14, 1)
    found = MatchingRound.objects.get()
    assert (found.state, found.seed, found.objections) == (RoundState.SOLVED, 7271, 0)
    people = RoundApplicant.objects.filter(round=found)
    assert (people.count(), people.filter(place=None).count(), people.exclude(participant=None).count()) == (10, 4, 2)


def _log(palu: Agency) -> None:
    assert verify_chain(palu.pk).ok
    rows = list(Decision.objects.order_by("sequence").values_list("at", flat=True))
    assert rows == sorted(rows)
    assert rows[0].date() == date(2025, 9, 8)


def _first_things() -> None:
    """What each account reads first at home is what it has to do next."""
    users = {user.username: user for user in User.objects.filter(username__in=FIRST)}
    assert {name: tasks_for(actor_of(user))[0].title for name, user in users.items()} == FIRST


def _calendar() -> None:
    actor = actor_of(User.objects.get(username="malang.tuanrumah"))
    stays, offers = stays_of(actor), seats_offered(actor)
    september = month_of(stays, offers, date(2024, 9, 1))
    first, after = september.conflicts
    assert (first.unit, first.crowd.known, first.seats, first.first, first.sure) == (
        "Dinas PUPRPKP",
        3,
        2,
        date(2024, 9, 9),
        True,
    )
    assert (after.crowd.known, after.crowd.most, after.last, after.sure) == (2, 3, date(2024, 9, 30), False), (
        "no last day was said"
    )
    morning = hosting.visits_on(today())
    assert morning.weekday() == 1
    coming = month_of(stays, offers, morning.replace(day=1))
    assert [(one.day, one.known) for one in coming.clashes] == [(morning, 151)]
