"""Home says to each what the chain from a need to an outcome asks of them, and nothing to anybody else."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matang.flow.aims.public import AimDetails, create_aim, unsettled
from matang.flow.learn.models import SignOff
from matang.flow.learn.services.daily.levels import ask_levels
from matang.flow.learn.services.daily.looking import sign_entries
from matang.flow.learn.services.daily.taking import SentEntry, take_entry
from matang.flow.learn.services.sendings import answer_request, choose_participant, submit_sending
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock import services as clock
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.portal.tasks import Task, applying, beside, learning, measuring, task, tasks_for
from matang.ui.formats import tanggal
from tests.cast import Cast
from tests.factories.journeys import TITLE, Journey, prepare, returned, submitted, under_way
from tests.flow.apply.homecoming import adopted, presented
from tests.flow.measure.world import indicator_of, series_of_clinic

MOST_QUERIES = 24
OUTSIDERS = ("other_unit_head", "other_servant", "malang_officer", "auditor", "panel_member")


def tasks(cast: Cast, who: str | User) -> list[Task]:
    """Return what home expects of an account, read inside its own agency."""
    user = who if isinstance(who, User) else cast.users[who]
    with acting_in(user.agency_id, user.pk):
        return tasks_for(actor_of(user))


def titles(cast: Cast, who: str | User) -> list[str]:
    return [task.title for task in tasks(cast, who)]


def entry(journey: Journey, key: int, day: date) -> SentEntry:
    """Return an entry of a day."""
    return SentEntry(
        journey.participant.pk, UUID(int=key), day, "Mengukur aliran.", datetime(2026, 1, 5, 8, tzinfo=UTC),
        device=UUID(int=11), sequence=key,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _every_day_is_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these tests say the same on a Sunday."""
    monkeypatch.setattr(learning, "is_working_day", lambda _day, **_where: True)


def test_a_host_is_asked_for_an_answer_and_told_since_when(cast: Cast) -> None:
    made = submitted(cast)
    asked = next(task for task in tasks(cast, made.hosting) if task.icon == "inbox")
    assert asked.title == "1 permintaan belajar menunggu jawaban tuan rumah"
    assert asked.text.startswith("Yang terlama pertama kali diminta hari ini. Yang terdekat mulai ")
    assert asked.href == "/belajar/permintaan/"
    for who in (made.host_mentor, "host_coordinator", "unit_head", "hr_officer", *OUTSIDERS[:2]):
        assert not [task for task in tasks(cast, who) if task.icon == "inbox"], who


def test_head_official_and_host_take_turns(cast: Cast) -> None:
    made = prepare(cast)
    assert "1 konsep pengiriman belum diajukan" in titles(cast, "unit_head")
    assert "1 konsep pengiriman belum diajukan" not in titles(cast, "other_unit_head")
    submit_sending(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk)
    assert "1 konsep pengiriman belum diajukan" not in titles(cast, "unit_head")
    with acting_in(cast.malang.pk, made.hosting.pk):
        answer_request(actor=actor_of(made.hosting), sending_id=made.sending.pk, accept=False, reason="Penuh.")
    assert "1 pengiriman tidak dapat diterima tuan rumah" in titles(cast, "unit_head")
    with acting_in(cast.malang.pk, made.hosting.pk):
        answer_request(actor=actor_of(made.hosting), sending_id=made.sending.pk, accept=True, reason="")
    ready = "1 pengiriman belajar siap diputuskan"
    assert ready not in titles(cast, "appointing_official"), "nobody is chosen yet"
    head = actor_of(cast.users["unit_head"])
    choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Kesenjangan terbesar.")
    assert ready in titles(cast, "appointing_official")
    assert not {ready, "1 pengiriman tidak dapat diterima tuan rumah"} & set(titles(cast, "unit_head"))
    assert not [title for who in OUTSIDERS for title in titles(cast, who) if "pengiriman" in title]


def test_who_was_put_forward_is_asked_for_their_own_words(cast: Cast) -> None:
    made = prepare(cast)
    sentence = f"Anda diajukan untuk belajar: {TITLE}"
    assert sentence in titles(cast, "civil_servant")
    assert sentence not in titles(cast, "other_servant")
    made.participant.committed_at = clock.now()
    made.participant.save(update_fields=["committed_at"])
    assert sentence not in titles(cast, "civil_servant")


def test_days_of_an_intern_ask_the_intern_and_both_mentors(cast: Cast) -> None:
    made = under_way(cast, starts_on=today())
    intern, unwritten, unread = actor_of(cast.users["civil_servant"]), "Catatan harian hari ini belum ditulis", "menunggu dibaca"
    assert unwritten in titles(cast, "civil_servant")
    take_entry(actor=intern, sent=entry(made, 1, today()))
    assert unwritten not in titles(cast, "civil_servant")
    for who in ("direct_superior", made.host_mentor):
        assert [title for title in titles(cast, who) if unread in title] == ["1 catatan harian menunggu dibaca"], who
    for who in (made.hosting, "mentor", "unit_head", "hr_officer", *OUTSIDERS):
        assert not [title for title in titles(cast, who) if unread in title], who
    kept = made.participant.entries.get()
    with acting_in(cast.malang.pk, made.host_mentor.pk):
        mentor = actor_of(made.host_mentor)
        sign_entries(
            actor=mentor, participant_id=made.participant.pk, entry_ids=[kept.pk], kind="asks", comment="Berapa debitnya?"
        )
    assert "Mentor menanyakan 1 catatan harian Anda" in titles(cast, "civil_servant")
    assert not [title for title in titles(cast, made.host_mentor) if unread in title]
    assert "1 catatan harian menunggu dibaca" in titles(cast, "direct_superior"), "each side reads for itself"
    with acting_in(cast.malang.pk, made.host_mentor.pk):
        sign_entries(actor=mentor, participant_id=made.participant.pk, entry_ids=[kept.pk], kind="seen")
    assert SignOff.objects.count() == 2
    assert "Mentor menanyakan 1 catatan harian Anda" not in titles(cast, "civil_servant"), "the latest word counts"


def test_half_time_and_levels_are_asked_of_whose_they_are(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = under_way(cast, starts_on=today(), days=11)
    ask_levels(
        actor=actor_of(cast.users["direct_superior"]), participant_id=made.participant.pk, competency_ids=[made.competency.pk]
    )
    review, levels = "Tinjauan tengah untuk Nurul Pegawai belum ditulis", "Penilaian kompetensi Nurul Pegawai diminta"
    assert levels in titles(cast, made.host_mentor)
    assert levels not in titles(cast, "direct_superior")
    begun = today()
    for days, due in ((4, False), (5, True)):
        monkeypatch.setattr(beside, "today", lambda days=days: begun + timedelta(days=days))
        assert (review in titles(cast, made.host_mentor)) is due
        assert (review in titles(cast, "direct_superior")) is due
    assert review not in titles(cast, "unit_head")


def test_a_report_is_asked_after_the_return(cast: Cast) -> None:
    returned(cast)
    found = [task for task in tasks(cast, "civil_servant") if task.title == f"Laporan belajar belum selesai: {TITLE}"]
    assert [task.text for task in found] == ["Anda kembali hari ini. JP dan rekomendasi menunggu laporan ini."]
    assert not [title for title in titles(cast, "direct_superior") if title.startswith("Laporan belajar")]


def test_a_presented_recommendation_waits_for_those_who_may_decide(cast: Cast) -> None:
    row = presented(cast)
    sentence = "1 rekomendasi sudah dipaparkan dan menunggu putusan"
    for who in ("appointing_official", "unit_head"):
        found = [task.href for task in tasks(cast, who) if task.title == sentence]
        assert found == [f"/penerapan/{row.recommendation.pk}/"], "the only one is opened, not the list"
    for who in ("civil_servant", "direct_superior", "hr_officer", *OUTSIDERS):
        assert sentence not in titles(cast, who), who


@pytest.mark.parametrize(("days", "head", "official"), [(15, None, None), (16, False, None), (30, False, None), (31, True, True)])
def test_the_clock_of_an_adoption_is_told(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, days: int, head: bool | None, official: bool | None
) -> None:
    adopted(cast)
    begun = today()
    monkeypatch.setattr(applying, "today", lambda: begun + timedelta(days=days))
    for who, late in (("unit_head", head), ("other_unit_head", None)):
        found = [task for task in tasks(cast, who) if task.title == "1 penerapan perlu diperiksa"]
        assert [task.late for task in found] == ([] if late is None else [late]), who
        assert all(task.due and task.due.date() == begun + timedelta(days=30) for task in found)
        assert all(task.until == tanggal(begun + timedelta(days=30)) for task in found), (
            "a whole day is no minute before midnight"
        )
    told = [task for task in tasks(cast, "appointing_official") if task.title == "1 pemeriksaan penerapan terlambat di unit"]
    assert [(task.late, task.due) for task in told] == ([(False, None)] if official else []), "others' clocks don't come first"
    assert all(task.text.startswith("Terlama 1 hari: pemeriksaan hari ke-30, “") for task in told)


def test_the_planner_is_told_what_lacks_owner_and_indicator(cast: Cast) -> None:
    made = prepare(cast)
    planner = actor_of(cast.users["programme_planner"])
    before = unsettled(planner, today())
    owned = AimDetails(unit_id=cast.units["health"].pk)
    create_aim(actor=planner, plan_id=made.aim.plan_id, level="programme", title="Tanpa pemilik")
    create_aim(actor=planner, plan_id=made.aim.plan_id, level="programme", title="Tanpa indikator", details=owned)
    found = {task.title: task.href for task in tasks(cast, "programme_planner")}
    owners, indicators = before.get("no_owner", 0) + 1, before.get("no_indicator", 0) + 2
    assert found[f"{owners} simpul tujuan belum punya penanggung jawab"] == "/tujuan/daftar/?sebab=no_owner"
    assert found[f"{indicators} simpul tujuan belum punya indikator"] == "/tujuan/daftar/?sebab=no_indicator"
    assert not [title for who in ("unit_head", *OUTSIDERS) for title in titles(cast, who) if "simpul tujuan" in title]


def test_who_owes_values_is_told_the_oldest(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    series_of_clinic(cast, indicator_of(cast))
    monkeypatch.setattr(measuring, "today", lambda: date(2025, 3, 5))
    for who in ("unit_head", "programme_planner"):
        found = next(task for task in tasks(cast, who) if "nilai indikator" in task.title)
        assert (found.title, found.late) == ("2 nilai indikator belum diisi", True)
        assert found.text == "Mulai dari “Lama tunggu layanan”, Januari 2025. 1 sudah terlambat."
        assert found.due == task.end_of(date(2025, 3, 2))
    assert not [title for title in titles(cast, "other_unit_head") if "nilai indikator" in title]


def test_home_asks_the_database_as_often_however_much_waits(cast: Cast) -> None:
    made = under_way(cast, starts_on=today())
    user = cast.users["direct_superior"]
    counted = []
    for key in (1, 2, 3):
        take_entry(actor=actor_of(cast.users["civil_servant"]), sent=entry(made, key, today()))
        with acting_in(user.agency_id, user.pk), CaptureQueriesContext(connection) as asked:
            tasks_for(actor_of(user))
        counted.append(len(asked))
    assert len(set(counted[1:])) == 1
    assert counted[-1] <= MOST_QUERIES
