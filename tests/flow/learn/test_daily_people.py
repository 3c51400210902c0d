"""Those beside an intern: what mentors of both governments read and do, and what nobody else reads."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.learn.models import (
    AskedCompetency,
    AttendanceDay,
    ConductNote,
    HostAssessment,
    LogEntry,
    LogPhoto,
    MidReview,
    Participant,
    RotationLine,
    Sending,
    SignOff,
)
from matang.flow.learn.selectors.daily.days import month_grid, tally
from matang.flow.learn.selectors.daily.reach import trainee_seen, window_of
from matang.flow.learn.services.daily.attendance import Said, fill_present, note_days, unfill
from matang.flow.learn.services.daily.beside import (
    ReviewDetails,
    RotationDetails,
    answer_note,
    save_review,
    save_rotation,
    write_note,
)
from matang.flow.learn.services.daily.levels import Judgement, Sheet, ask_levels, copy_levels, judge_levels, receive_levels
from matang.flow.learn.services.daily.looking import name_host_mentor, sign_entries
from matang.flow.learn.services.daily.taking import SentEntry, SentPhoto, take_entry
from matang.flow.needs.models import Evidence
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy import context
from tests.cast import Cast, make_user
from tests.factories.journeys import Journey, under_way
from tests.factories.photos import picture
from tests.http import ActorClient

SHARED = (
    LogEntry, LogPhoto, SignOff, RotationLine, AttendanceDay, ConductNote, MidReview, AskedCompetency, HostAssessment,
)  # fmt: skip
PAGES = ("trainee", "rotation", "attendance", "notes", "review", "levels")


@pytest.fixture
def journey(cast: Cast) -> Journey:
    """Return an internship that began three days ago, with an entry of each day."""
    made = under_way(cast, starts_on=today() - timedelta(days=3))
    intern = actor_of(cast.users["civil_servant"])
    for number in range(3):
        take_entry(actor=intern, sent=written(made, number))
    return made


def written(journey: Journey, number: int, text: str = "Mengukur aliran.", **changes: Any) -> SentEntry:
    """Return the entry of ``number`` days ago."""
    photos = (SentPhoto("Kolam", content=picture()),) if number == 0 else ()
    day = today() - timedelta(days=number)
    return SentEntry(
        journey.participant.pk, UUID(int=number + 1), day, text, now(), attendance="present", photos=photos, **changes
    )


@pytest.fixture
def superior(cast: Cast) -> Actor:
    """Return the mentor at home."""
    return actor_of(cast.users["direct_superior"])


def as_host(journey: Journey, user: Any = None) -> Actor:
    """Enter Malang and return its mentor, or another account of Malang."""
    account = user or journey.host_mentor
    context.enter(journey.cast.malang.pk, account.pk)
    return actor_of(account)


def at_home(journey: Journey) -> None:
    """Come back to Palu."""
    context.enter(journey.cast.palu.pk, None)


def keys() -> list[int]:
    """Return the current entries, the oldest day first."""
    return list(LogEntry.objects.filter(current=True).order_by("day").values_list("pk", flat=True))


def refused(work: Callable[[], object]) -> str:
    """Return why something is refused; no row of the days changed."""
    before = [list(model.objects.order_by("pk").values()) for model in SHARED]
    with pytest.raises(RefusedError) as error:
        work()
    assert [list(model.objects.order_by("pk").values()) for model in SHARED] == before
    return str(error.value)


def test_both_mentors_sign_off_several_at_once_and_a_double_click_changes_nothing(journey: Journey, superior: Actor) -> None:
    pk = journey.participant.pk
    assert sign_entries(actor=superior, participant_id=pk, entry_ids=keys(), kind="seen") == 3
    assert sign_entries(actor=superior, participant_id=pk, entry_ids=keys(), kind="seen") == 0
    host = as_host(journey)
    assert sign_entries(actor=host, participant_id=pk, entry_ids=keys()[:1], kind="asks", comment="Berapa debitnya?") == 1
    at_home(journey)
    rows = SignOff.objects.order_by("pk").values_list("side", "kind", "comment", "by_name")
    assert list(rows) == [("home", "seen", "", "direct_superior")] * 3 + [
        ("host", "asks", "Berapa debitnya?", journey.host_mentor.username)
    ]


def test_a_new_version_waits_for_a_look_again(journey: Journey, superior: Actor, cast: Cast) -> None:
    pk, old = journey.participant.pk, keys()
    sign_entries(actor=superior, participant_id=pk, entry_ids=old, kind="seen")
    take_entry(actor=actor_of(cast.users["civil_servant"]), sent=written(journey, 1, "Diubah."))
    assert "baru saja diubah" in refused(lambda: sign_entries(actor=superior, participant_id=pk, entry_ids=old, kind="seen"))
    assert sign_entries(actor=superior, participant_id=pk, entry_ids=keys(), kind="seen") == 1


@pytest.mark.parametrize(
    ("entries", "kind", "comment", "words"),
    [
        (True, "asks", " ", "Tulis apa yang ditanyakan"),
        (True, "loved", "", "tidak dikenal"),
        (False, "seen", "", "Pilih dulu"),
    ],
)
def test_a_sign_off_that_says_nothing_is_refused(  # noqa: PLR0917 - one case a line
    journey: Journey, superior: Actor, entries: bool, kind: str, comment: str, words: str
) -> None:
    chosen = keys() if entries else []
    work = lambda: sign_entries(  # noqa: E731
        actor=superior, participant_id=journey.participant.pk, entry_ids=chosen, kind=kind, comment=comment
    )
    assert words in refused(work)


@pytest.mark.parametrize("name", ["civil_servant", "unit_head", "hr_officer", "other_unit_head", "other_servant", "mentor"])
def test_only_the_mentors_sign_off(journey: Journey, cast: Cast, name: str) -> None:
    actor = actor_of(cast.users[name])
    refused(lambda: sign_entries(actor=actor, participant_id=journey.participant.pk, entry_ids=keys(), kind="seen"))


def test_who_reads_an_intern_and_as_what(journey: Journey, cast: Cast) -> None:
    def side(name: str) -> tuple[str, bool, bool] | None:
        found = trainee_seen(actor_of(cast.users[name]), journey.participant.pk)
        return found and (found.side, found.mentors, found.leads)

    assert {name: side(name) for name in cast.users if name != "malang_officer" and side(name)} == {
        "civil_servant": ("own", False, False),
        "direct_superior": ("home", True, False),
        "unit_head": ("home", False, True),
        "hr_officer": ("home", False, True),
        "appointing_official": ("home", False, False),
        "auditor": ("home", False, False),
    }
    found = trainee_seen(as_host(journey), journey.participant.pk)
    assert (found.side, found.mentors, found.leads) == ("host", True, False)
    found = trainee_seen(as_host(journey, journey.hosting), journey.participant.pk)
    assert (found.side, found.mentors, found.leads) == ("host", False, True)


def test_what_the_host_can_read_is_counted(journey: Journey, cast: Cast, superior: Actor, browse: type[ActorClient]) -> None:
    write_note(actor=superior, participant_id=journey.participant.pk, kind="safety", happened_on=today(), text="Tanpa rompi.")
    entry, photo = LogEntry.objects.filter(photos__isnull=False).get(), LogPhoto.objects.get()
    context.enter(cast.malang.pk, None)
    other = make_user(cast.malang, "malang_other_mentor", Role.MENTOR)
    servant = make_user(cast.malang, "malang_servant", Role.CIVIL_SERVANT)
    assert (LogEntry.objects.count(), LogPhoto.objects.count(), ConductNote.objects.count()) == (3, 1, 1)
    assert journey.cast.people["servant"].__class__.objects.filter(agency=cast.palu).count() == 0
    at_home(journey)
    paths = [reverse(f"learn:{name}", args=[journey.participant.pk]) for name in PAGES]
    paths += [
        reverse("learn:log_entry", args=[journey.participant.pk, entry.identifier]),
        reverse("learn:log_photo", args=[photo.pk]),
    ]
    for user, status in ((journey.host_mentor, 200), (journey.hosting, 200), (other, 404), (servant, 404)):
        client = browse(user)
        assert [client.get(path).status_code for path in paths] == [status] * len(paths), user.username
    for name in ("other_unit_head", "other_servant", "mentor", "planner", "host_coordinator"):
        client = browse(cast.users[name])
        assert [client.get(path).status_code for path in paths] == [404] * len(paths), name
    page = browse(journey.host_mentor).get(paths[0]).content.decode()
    assert "Nurul Pegawai" in page
    assert cast.people["servant"].nip not in page
    assert "Nurul Pegawai" not in browse(other).get(reverse("learn:hosted_trainees")).content.decode()
    assert "Nurul Pegawai" in browse(journey.hosting).get(reverse("learn:hosted_trainees")).content.decode()


def test_a_third_government_reads_no_row(journey: Journey, cast: Cast) -> None:
    agency = type(cast.palu).objects.create(code="9999", name="Kota Ketiga")
    context.enter(agency.pk, None)
    assert [model.objects.count() for model in SHARED] == [0] * len(SHARED)
    at_home(journey)
    assert LogEntry.objects.count() == 3


def test_rows_follow_the_host_of_their_intern_whatever_is_written(journey: Journey, cast: Cast) -> None:
    third = type(cast.palu).objects.create(code="9999", name="Kota Ketiga")
    line = RotationLine.objects.create(
        agency=cast.palu, host_agency=third, participant=journey.participant, office="A", starts_on=today(), ends_on=today(),
        subject="B",
    )  # fmt: skip
    line.refresh_from_db()
    assert line.host_agency_id == cast.malang.pk


def test_the_coordinator_names_a_mentor_of_the_own_agency_only(journey: Journey, cast: Cast) -> None:
    context.enter(cast.malang.pk, None)
    other = make_user(cast.malang, "malang_other_mentor", Role.MENTOR)
    pk = journey.participant.pk
    hosting = as_host(journey, journey.hosting)
    assert "peran mentor" in refused(
        lambda: name_host_mentor(actor=hosting, participant_id=pk, account_id=cast.users["mentor"].pk)
    )
    assert "peran mentor" in refused(lambda: name_host_mentor(actor=hosting, participant_id=pk, account_id=journey.hosting.pk))
    assert name_host_mentor(actor=hosting, participant_id=pk, account_id=other.pk).host_mentor_account == other.pk
    assert "dalam lingkup Anda" in refused(lambda: name_host_mentor(actor=as_host(journey), participant_id=pk, account_id=1))


def test_attendance_keeps_each_side_apart_and_unknown_is_a_value(journey: Journey, superior: Actor) -> None:
    pk, day = journey.participant.pk, today() - timedelta(days=1)
    note_days(actor=superior, participant_id=pk, days={day: Said("sick", "Menelepon")})
    assert note_days(actor=superior, participant_id=pk, days={day: Said("leave")}) == 1
    assert note_days(actor=superior, participant_id=pk, days={day: Said("leave"), today(): Said("")}) == 0
    note_days(actor=as_host(journey), participant_id=pk, days={day: Said("unknown")})
    at_home(journey)
    said = AttendanceDay.objects.filter(day=day).order_by("side").values_list("side", "state")
    assert list(said) == [("home", "leave"), ("host", "unknown"), ("own", "present")]
    trainee = trainee_seen(superior, pk)
    grid = {row.day: row for row in month_grid(trainee, window_of(trainee), day)}
    assert (grid[day].state, grid[day].contradicts, grid[day].entries) == ("leave", True, 1)
    first = today() - timedelta(days=3)
    if first.month == day.month:
        assert (grid[first].state, grid[first].said, grid[first].inside) == ("unknown", {}, True)
    assert tally([grid[day]], today())["leave"] == 1
    before = list(AttendanceDay.objects.order_by("pk").values())
    for wrong, words in ((today() + timedelta(days=1), "belum tiba"), (first - timedelta(days=1), "di luar masa magang")):
        days = {day: Said("present"), wrong: Said("present")}
        assert words in refused(lambda days=days: note_days(actor=superior, participant_id=pk, days=days))
    assert list(AttendanceDay.objects.order_by("pk").values()) == before


def test_a_week_is_filled_at_once_and_taken_back_without_contradicting_anybody(
    cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: object
) -> None:
    monday = today() - timedelta(days=today().weekday() + 7)
    made = under_way(cast, starts_on=monday - timedelta(days=7))
    pk, superior = made.participant.pk, actor_of(cast.users["direct_superior"])
    days = [monday + timedelta(days=number) for number in range(7)]
    hosting = as_host(made)
    note_days(actor=hosting, participant_id=pk, days={days[1]: Said("sick"), days[2]: Said("present")})
    at_home(made)
    note_days(actor=superior, participant_id=pk, days={days[0]: Said("duty_elsewhere", "Rapat")})
    intern = actor_of(cast.users["civil_servant"])
    assert "mentor" in refused(lambda: fill_present(actor=intern, participant_id=pk, first=monday, last=days[6]))
    filled = fill_present(actor=superior, participant_id=pk, first=monday, last=days[6])
    said = AttendanceDay.objects.filter(participant=made.participant, side="home").order_by("day")
    assert filled.days == 3
    assert list(said.values_list("day", "state")) == [
        (days[0], "duty_elsewhere"), (days[2], "present"), (days[3], "present"), (days[4], "present")
    ]  # fmt: skip
    assert fill_present(actor=superior, participant_id=pk, first=monday, last=days[6]).days == 0
    note_days(actor=superior, participant_id=pk, days={days[3]: Said("absent")})
    context.enter(cast.malang.pk, made.host_mentor.pk)
    assert unfill(actor=hosting, participant_id=pk, stamp=filled.stamp) == 0
    at_home(made)
    assert unfill(actor=superior, participant_id=pk, stamp=filled.stamp) == 2
    assert unfill(actor=superior, participant_id=pk, stamp=filled.stamp) == 0
    assert list(said.values_list("day", "state")) == [(days[0], "duty_elsewhere"), (days[3], "absent")]
    client, page = browse(cast.users["direct_superior"]), reverse("learn:attendance", args=[pk])
    answer = client.post(f"{page}?minggu={monday}", {"day": str(days[4]), f"state-{days[4]}": "leave", f"note-{days[4]}": "Izin"})
    assert answer["Location"] == f"{page}?minggu={monday}"
    assert said.filter(day=days[4]).values_list("state", "note").get() == ("leave", "Izin")
    with django_assert_max_num_queries(24):  # type: ignore[operator]
        shown = client.get(f"{page}?bulan={monday:%Y-%m}").content.decode()
    assert f'name="state-{days[4]}"' in shown
    answer = client.post(reverse("learn:attendance_fill", args=[pk]) + f"?minggu={monday}")
    undo = client.get(answer["Location"]).content.decode().split('name="undo" value="')[1].split('"')[0]
    assert said.count() == 4
    client.post(reverse("learn:attendance_fill", args=[pk]) + f"?minggu={monday}", {"undo": undo})
    assert said.count() == 3


def test_somebody_reads_what_is_written_about_them_and_answers_once(
    journey: Journey, superior: Actor, cast: Cast, browse: type[ActorClient]
) -> None:
    pk = journey.participant.pk
    intern = actor_of(cast.users["civil_servant"])
    note = write_note(actor=superior, participant_id=pk, kind="safety", happened_on=today(), text="Tanpa rompi.")
    assert "mentor" in refused(
        lambda: write_note(actor=intern, participant_id=pk, kind="safety", happened_on=today(), text="Bagus sekali.")
    )
    assert "oleh pegawai" in refused(lambda: answer_note(actor=superior, participant_id=pk, note_id=note.pk, answer="Ya"))
    client = browse(cast.users["civil_servant"])
    assert "Tanpa rompi." in client.get(reverse("learn:notes", args=[pk])).content.decode()
    client.post(reverse("learn:notes", args=[pk]), {"note": note.pk, "answer": "Rompinya habis."})
    note.refresh_from_db()
    assert (note.answer, note.answered_at is not None, note.text) == ("Rompinya habis.", True, "Tanpa rompi.")
    assert "sudah dijawab" in refused(lambda: answer_note(actor=intern, participant_id=pk, note_id=note.pk, answer="Lagi"))


def test_rotation_stays_within_the_internship(journey: Journey, superior: Actor) -> None:
    pk, start = journey.participant.pk, today()
    line = RotationDetails("UPT", start, start + timedelta(days=5), "Operasi", "Kepala UPT")
    assert save_rotation(actor=superior, participant_id=pk, details=line) == 1
    host_line = RotationDetails("Cipta Karya", start + timedelta(days=6), start + timedelta(days=9), "Tarif")
    assert save_rotation(actor=as_host(journey), participant_id=pk, details=host_line) == 1
    at_home(journey)
    assert list(RotationLine.objects.values_list("office", flat=True)) == ["UPT", "Cipta Karya"]
    late = RotationDetails("UPT", start, journey.sending.ends_on + timedelta(days=1), "Operasi")
    assert "di luar masa magang" in refused(lambda: save_rotation(actor=superior, participant_id=pk, details=late))
    turned = RotationDetails("UPT", start, start - timedelta(days=1), "Operasi")
    assert "sebelum mulai" in refused(lambda: save_rotation(actor=superior, participant_id=pk, details=turned))


def test_each_mentor_writes_one_review(journey: Journey, superior: Actor) -> None:
    pk = journey.participant.pk
    for text in ("Baik.", "Sangat baik."):
        save_review(actor=superior, participant_id=pk, details=ReviewDetails("partly", text))
    save_review(actor=as_host(journey), participant_id=pk, details=ReviewDetails("unknown", "Baru mulai."))
    at_home(journey)
    rows = MidReview.objects.order_by("side").values_list("side", "progress", "well")
    assert list(rows) == [("home", "partly", "Sangat baik."), ("host", "unknown", "Baru mulai.")]


def test_the_hosts_levels_become_evidence_when_they_are_received(
    journey: Journey, superior: Actor, cast: Cast, browse: type[ActorClient]
) -> None:
    pk, officer = journey.participant.pk, actor_of(cast.users["hr_officer"])
    others = list(type(journey.competency).objects.filter(agency=cast.palu, field="managerial").order_by("position"))[1:2]
    asked = ask_levels(actor=superior, participant_id=pk, competency_ids=[journey.competency.pk, others[0].pk])
    assert ask_levels(actor=superior, participant_id=pk, competency_ids=[journey.competency.pk]) == []
    assert [len(row.levels) for row in asked] == [5, 5]
    page = browse(journey.host_mentor).get(reverse("learn:levels", args=[pk])).content.decode()
    assert journey.competency.name in page
    host = as_host(journey)
    judgements = [Judgement(asked[0].pk, 2, "Mengoperasikan pompa sendiri."), Judgement(asked[1].pk, None, "Tidak terlihat.")]
    assert judge_levels(actor=host, participant_id=pk, judgements=judgements) == 2
    at_home(journey)
    assert Evidence.objects.filter(source="host").count() == 0
    assert "pengelola kepegawaian" in refused(lambda: receive_levels(actor=superior, participant_id=pk))
    assert receive_levels(actor=officer, participant_id=pk) == 1
    assert receive_levels(actor=officer, participant_id=pk) == 0
    piece = Evidence.objects.get(source="host")
    assert (piece.person_id, piece.competency_id, piece.level, piece.note, piece.reliability) == (
        cast.people["servant"].pk, journey.competency.pk, 2, "Mengoperasikan pompa sendiri.", 55,
    )  # fmt: skip
    assert piece.rater_role == f"Mentor tuan rumah {journey.host_mentor.username}"
    rows = HostAssessment.objects.order_by("asked_id").values_list("level", "evidence_number", "received_by_name")
    assert list(rows) == [(2, piece.pk, "hr_officer"), (None, None, "hr_officer")]
    late = [Judgement(asked[0].pk, 5, "Luar biasa.")]
    host = as_host(journey)
    assert "sudah diterima" in refused(lambda: judge_levels(actor=host, participant_id=pk, judgements=late))


def test_when_the_evidence_cannot_be_kept_nothing_is_received(
    journey: Journey, superior: Actor, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    pk = journey.participant.pk
    asked = ask_levels(actor=superior, participant_id=pk, competency_ids=[journey.competency.pk])
    judge_levels(actor=as_host(journey), participant_id=pk, judgements=[Judgement(asked[0].pk, 2, "Sendiri.")])
    at_home(journey)

    def broken(**_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("matang.flow.learn.services.daily.levels.record_evidence", broken)
    with pytest.raises(RuntimeError):
        receive_levels(actor=actor_of(cast.users["hr_officer"]), participant_id=pk)
    assert HostAssessment.objects.get().received_at is None


@pytest.mark.parametrize("name", ["hosting", "superior", "intern"])
def test_only_the_mentor_there_gives_levels(journey: Journey, superior: Actor, cast: Cast, name: str) -> None:
    asked = ask_levels(actor=superior, participant_id=journey.participant.pk, competency_ids=[journey.competency.pk])
    judgement = [Judgement(asked[0].pk, 2, "Sendiri.")]
    actor = {"superior": lambda: superior, "intern": lambda: actor_of(cast.users["civil_servant"])}.get(
        name, lambda: as_host(journey, journey.hosting)
    )()
    words = refused(lambda: judge_levels(actor=actor, participant_id=journey.participant.pk, judgements=judgement))
    assert "mentor tuan rumah" in words


def test_the_list_puts_who_waits_first_with_the_same_queries_for_one_and_for_many(
    journey: Journey, superior: Actor, cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Any
) -> None:
    client = browse(cast.users["direct_superior"])
    page = client.get(reverse("learn:trainees")).content.decode()
    assert "3 catatan" in page
    sign_entries(actor=superior, participant_id=journey.participant.pk, entry_ids=keys(), kind="seen")
    with django_assert_max_num_queries(10):
        page = client.get(reverse("learn:trainees")).content.decode()
    assert "semua dibaca" in page
    empty = client.get(reverse("learn:trainees"), {"tunggu": "ya"}).content.decode()
    assert "Tidak ada yang cocok" in empty


def test_who_reads_but_may_not_do_gets_the_reason(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["auditor"])
    for name in ("rotation", "attendance", "notes", "review"):
        answer = client.post(reverse(f"learn:{name}", args=[journey.participant.pk]), {"day": str(today())})
        assert answer.status_code == 403, name
    assert [model.objects.count() for model in (RotationLine, ConductNote, MidReview)] == [0, 0, 0]


def test_a_host_without_an_account_signs_on_paper_and_is_believed_less(
    cast: Cast, journey: Journey, superior: Actor, browse: type[ActorClient]
) -> None:
    pk = journey.participant.pk
    asked = ask_levels(actor=superior, participant_id=pk, competency_ids=[journey.competency.pk])[0]
    sheet = Sheet("Budi Contoh, Kepala Bidang", today(), "lembar.pdf", b"%PDF-1.4\n%uji\n")
    said = [Judgement(asked.pk, 3, "Merawat instalasi.")]
    work = lambda one=sheet, by=superior: copy_levels(actor=by, participant_id=pk, judgements=said, sheet=one)  # noqa: E731
    assert "menilai sendiri di Matang" in refused(work)
    for model in (Participant, Sending):
        model.objects.filter(pk=pk if model is Participant else journey.sending.pk).update(host_agency=None)
    AskedCompetency.objects.filter(pk=asked.pk).update(host_agency=None)
    assert "disalin oleh mentor" in refused(lambda: work(by=actor_of(cast.users["unit_head"])))
    assert "Lampirkan pindaian" in refused(lambda: work(Sheet("Budi", today())))
    assert "Sebut siapa" in refused(lambda: work(Sheet(" ", today(), "lembar.pdf", b"%PDF-1.4\n%uji\n")))
    assert "belum tiba" in refused(lambda: work(Sheet("Budi", today() + timedelta(days=1))))
    assert HostAssessment.objects.count() == 0
    client, page = browse(cast.users["direct_superior"]), reverse("learn:levels", args=[pk])
    form = {"act": "copy", "asked": asked.pk, f"level-{asked.pk}": "3", f"note-{asked.pk}": "Merawat instalasi.",
            "signed_by": sheet.signed_by, "signed_on": str(today())}  # fmt: skip
    client.post(page, form | {"paper": SimpleUploadedFile("lembar.pdf", b"%PDF-1.4\n%uji\n")})
    assert work(Sheet(sheet.signed_by, today() - timedelta(days=1))) == 1  # the sheet that is there already
    row = HostAssessment.objects.get()
    assert (row.level, row.by_name, row.signed_on) == (3, superior.name, today() - timedelta(days=1))
    assert "dari lembar" in client.get(page).content.decode()
    assert client.get(reverse("learn:levels_paper", args=[pk])).status_code == 200
    assert receive_levels(actor=actor_of(cast.users["hr_officer"]), participant_id=pk) == 1
    piece = Evidence.objects.get(origin=f"host_assessment:{row.pk}")
    assert (piece.source, piece.reliability, piece.shown_on, piece.rater_role) == ("host", 40, row.signed_on, sheet.signed_by)
    assert piece.note == f"Disalin {superior.name} dari lembar bertanda tangan. Merawat instalasi."
    assert "sudah diterima" in refused(work)
