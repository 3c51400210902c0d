"""The logbook: an entry is kept once, whatever how often and in which order it arrives."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.learn.models import AttendanceDay, LogEntry, LogPhoto
from matang.flow.learn.services.daily.photos import PHOTO_BYTES, cleaned
from matang.flow.learn.services.daily.taking import SentEntry, SentPhoto, take_entry
from matang.flow.learn.services.sendings import return_from
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from tests.cast import Cast
from tests.factories.journeys import Journey, prepare, refreshed, under_way
from tests.factories.photos import HELD_LEFT, camera_data, picture, segment
from tests.http import ActorClient

ONE, TWO = UUID(int=1), UUID(int=2)
PHONE, TABLET = UUID(int=11), UUID(int=12)


@pytest.fixture
def journey(cast: Cast) -> Journey:
    """Return an internship that began today."""
    return under_way(cast, starts_on=today())


@pytest.fixture
def intern(cast: Cast, journey: Journey) -> Actor:
    """Return the intern."""
    return actor_of(cast.users["civil_servant"])


def said(journey: Journey, **changes: Any) -> SentEntry:
    """Return an entry of today."""
    made = SentEntry(
        journey.participant.pk, ONE, today(), "Mengukur aliran.", datetime(2026, 1, 5, 8, tzinfo=UTC), device=PHONE, sequence=1
    )
    return replace(made, **changes)


def kept() -> list[tuple[str, int, bool]]:
    """Return (text, version, current) in order of arrival."""
    return list(LogEntry.objects.order_by("pk").values_list("done", "version", "current"))


def reason(actor: Actor, sent: SentEntry) -> str:
    """Return why an entry is refused; nothing was kept."""
    before = LogEntry.objects.count(), LogPhoto.objects.count(), AttendanceDay.objects.count()
    with pytest.raises(RefusedError) as refused:
        take_entry(actor=actor, sent=sent)
    assert (LogEntry.objects.count(), LogPhoto.objects.count(), AttendanceDay.objects.count()) == before
    return str(refused.value)


def test_the_same_entry_again_gets_the_same_receipt(journey: Journey, intern: Actor) -> None:
    sent = said(journey, attendance="present", hours=Decimal("7.5"), photos=(SentPhoto("Kolam", content=picture()),))
    first = take_entry(actor=intern, sent=sent)
    again = take_entry(actor=intern, sent=replace(sent, sequence=9, device=TABLET, skew=400))
    assert (first.repeated, again.repeated) == (False, True)
    assert replace(again, repeated=False) == first
    assert first.number == f"{LogEntry.objects.get().pk}-{LogEntry.objects.get().digest[:6]}"
    assert kept() == [("Mengukur aliran.", 1, True)]
    assert LogPhoto.objects.count() == 1
    assert list(AttendanceDay.objects.values_list("day", "side", "state")) == [(today(), "own", "present")]


def test_other_content_becomes_a_version_and_both_are_kept(journey: Journey, intern: Actor) -> None:
    photo = SentPhoto("Kolam", content=picture())
    first = take_entry(actor=intern, sent=said(journey, photos=(photo,)))
    held = LogPhoto.objects.get().sent_digest
    changed = said(journey, done="Mengukur debit.", sequence=2, photos=(SentPhoto("Kolam 1", digest=held),))
    second = take_entry(actor=intern, sent=changed)
    assert (first.version, second.version, second.repeated) == (1, 2, False)
    assert kept() == [("Mengukur aliran.", 1, False), ("Mengukur debit.", 2, True)]
    assert list(LogPhoto.objects.order_by("pk").values_list("entry__version", "caption")) == [(1, "Kolam"), (2, "Kolam 1")]
    assert take_entry(actor=intern, sent=said(journey, photos=(photo,))).version == 1
    assert kept()[1] == ("Mengukur debit.", 2, True)


def test_what_one_phone_wrote_first_never_overtakes_what_it_wrote_later(journey: Journey, intern: Actor) -> None:
    take_entry(actor=intern, sent=said(journey, done="Kedua", sequence=2))
    late = take_entry(actor=intern, sent=said(journey, done="Pertama", sequence=1))
    assert late.version == 2
    assert kept() == [("Kedua", 1, True), ("Pertama", 2, False)]


def test_of_two_devices_the_later_arrival_is_read_first_and_nothing_is_lost(journey: Journey, intern: Actor) -> None:
    take_entry(actor=intern, sent=said(journey, done="Dari ponsel", sequence=5))
    take_entry(actor=intern, sent=said(journey, done="Dari tablet", device=TABLET, sequence=2))
    take_entry(actor=intern, sent=said(journey, done="Catatan lain", identifier=TWO, device=TABLET, sequence=3))
    assert kept() == [("Dari ponsel", 1, False), ("Dari tablet", 2, True), ("Catatan lain", 1, True)]


def test_a_wrong_clock_is_kept_as_it_said_and_told(
    journey: Journey, intern: Actor, cast: Cast, browse: type[ActorClient]
) -> None:
    wrong = datetime(2019, 3, 1, tzinfo=UTC)
    take_entry(actor=intern, sent=said(journey, written_at=wrong, skew=3 * 3600, zone_minutes=480))
    entry = LogEntry.objects.get()
    assert (entry.written_at, entry.written_zone, entry.day) == (wrong, "+08:00", today())
    assert abs((now() - entry.received_at).total_seconds()) < 60
    page = browse(cast.users["civil_servant"]).get(reverse("learn:log_entry", args=[journey.participant.pk, ONE]))
    assert "Jam ponsel selisih sekitar 180 menit" in page.content.decode()


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "di luar masa magang"), (1, "belum tiba"), (400, "belum tiba")], ids=["before", "tomorrow", "far"]
)
def test_a_day_that_is_no_day_of_the_internship_is_refused(journey: Journey, intern: Actor, days: int, words: str) -> None:
    assert words in reason(intern, said(journey, day=today() + timedelta(days=days)))


def test_after_the_return_earlier_days_still_arrive_and_later_ones_do_not(cast: Cast) -> None:
    made = under_way(cast, starts_on=today() - timedelta(days=3), days=10)
    head, intern = actor_of(cast.users["unit_head"]), actor_of(cast.users["civil_servant"])
    return_from(actor=head, sending_id=made.sending.pk, day=today() - timedelta(days=1))
    refreshed(made)
    assert take_entry(actor=intern, sent=said(made, day=today() - timedelta(days=1))).version == 1
    assert "sesudah Anda kembali" in reason(intern, said(made, identifier=TWO))


def test_when_the_report_was_accepted_the_book_is_closed(journey: Journey, intern: Actor) -> None:
    type(journey.sending).objects.filter(pk=journey.sending.pk).update(state="reported")
    assert "Laporan magang ini sudah diterima" in reason(intern, said(journey))


@pytest.mark.parametrize("name", ["other_servant", "direct_superior", "unit_head", "hr_officer"])
def test_nobody_writes_in_another_ones_logbook(journey: Journey, cast: Cast, name: str) -> None:
    assert "hanya diisi oleh peserta itu sendiri" in reason(actor_of(cast.users[name]), said(journey))


def test_before_the_order_there_is_no_logbook(cast: Cast) -> None:
    made = prepare(cast, starts_on=today())
    assert "hanya diisi oleh peserta" in reason(actor_of(cast.users["civil_servant"]), said(made))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"done": "  "}, "Tulis apa yang dikerjakan"),
        ({"done": "x" * 5001}, "terlalu panjang"),
        ({"hours": Decimal("24.01")}, "antara 0 dan 24"),
        ({"attendance": "dancing"}, "tidak dikenal"),
        ({"photos": (SentPhoto("", content=picture()),) * 4}, "Paling banyak 3 foto"),
        ({"photos": (SentPhoto("", digest="0" * 64),)}, "belum ikut terkirim"),
    ],
    ids=["empty", "long", "hours", "attendance", "photos", "photo-of-another"],
)
def test_what_cannot_be_is_refused(journey: Journey, intern: Actor, changes: dict[str, Any], words: str) -> None:
    assert words in reason(intern, said(journey, **changes))


# Photos ------------------------------------------------------------------------------------------------
def test_position_and_camera_are_taken_out_of_a_photo_and_the_picture_stays() -> None:
    secret = b"LINTANG-0.8917"
    sent = picture(camera_data(secret=secret), segment(0xED, b"Photoshop " + secret), segment(0xFE, secret), after=secret)
    kept_photo = cleaned(sent)
    assert secret in sent
    assert secret not in kept_photo.content
    assert kept_photo.content == picture()
    assert (kept_photo.width, kept_photo.height) == (1, 1)


def test_how_the_phone_was_held_is_all_that_stays_of_the_camera_data() -> None:
    content = cleaned(picture(camera_data(HELD_LEFT))).content
    assert b"PONSEL" not in content
    assert len(content) == len(picture()) + 36
    assert cleaned(content).content == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "bukan JPEG"),
        (b"<svg onload='alert(1)'></svg>", "bukan JPEG"),
        (b"%PDF-1.7 lie", "bukan JPEG"),
        (b"", "bukan JPEG"),
        (b"\xff\xd8\xff", "rusak"),
        (picture()[:-2], "rusak"),
        (picture()[:60], "rusak"),
        (picture(width=0), "rusak"),
        (picture(width=60000), "rusak"),
        (picture(padding=PHOTO_BYTES), "paling besar 200 KB"),
    ],
)
def test_a_file_that_lies_about_itself_is_refused(journey: Journey, intern: Actor, content: bytes, words: str) -> None:
    assert words in reason(intern, said(journey, photos=(SentPhoto("foto.jpg", content=content),)))


def test_a_photo_of_just_200_kb_is_kept(journey: Journey, intern: Actor) -> None:
    content = picture(padding=PHOTO_BYTES - len(picture()))
    take_entry(actor=intern, sent=said(journey, photos=(SentPhoto("", content=content),)))
    assert len(LogPhoto.objects.get().content) == PHOTO_BYTES
    with_one_more = picture(padding=PHOTO_BYTES - len(picture()) + 1)
    assert "paling besar" in reason(intern, said(journey, identifier=TWO, photos=(SentPhoto("", content=with_one_more),)))


# The address that phones talk to -------------------------------------------------------------------------
def raw(journey: Journey, **changes: Any) -> dict[str, Any]:
    """Return an entry as the phone's JSON has it."""
    return {
        "participant": journey.participant.pk, "identifier": str(ONE), "day": str(today()), "done": "Mengukur aliran.",
        "written_at": "2026-01-05T08:00:00.000Z", "zone": 480, "device": str(PHONE), "sequence": 1, "photos": [],
    } | changes  # fmt: skip


def test_each_entry_of_a_parcel_gets_its_own_answer(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    parcel = [
        raw(journey),
        raw(journey, identifier=str(TWO), day="2019-01-01"),
        raw(journey, identifier="no", photos=[]),
        raw(journey, identifier=str(UUID(int=3)), photos=[{"file": "a", "caption": "Kolam"}]),
        raw(journey, identifier=str(UUID(int=4)), photos=[{"file": "b"}]),
        "nonsense",
        raw(journey),
    ]
    client = browse(cast.users["civil_servant"])
    photo = SimpleUploadedFile("a.jpg", picture(camera_data()), "image/jpeg")
    answer = client.post(
        reverse("learn:log_send"), {"entries": json.dumps({"entries": parcel, "sent_at": now().isoformat()}), "a": photo}
    )
    told = answer.json()["entries"]
    assert [row["status"] for row in told] == ["stored", "refused", "refused", "stored", "refused", "refused", "repeated"]
    assert [row["identifier"] for row in told[:3]] == [str(ONE), str(TWO), "no"]
    assert {key: told[0][key] for key in ("version", "received_at", "number")} == {
        key: told[6][key] for key in ("version", "received_at", "number")
    }
    assert "di luar masa magang" in told[1]["reason"]
    assert told[4]["reason"] == "Foto catatan ini belum ikut terkirim."
    assert kept() == [("Mengukur aliran.", 1, True)] * 2
    assert LogPhoto.objects.get().entry.identifier == UUID(int=3)
    assert abs(LogEntry.objects.first().clock_skew) <= 1


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{}", b"[]", b'{"entries": []}', b'{"entries": 3}', b"\xff", b"[" * 99_999,
        b'{"entries": [%s]}' % b",".join([b"{}"] * 11),
    ],
)  # fmt: skip
def test_a_parcel_that_is_none_is_refused_whole(journey: Journey, cast: Cast, browse: type[ActorClient], body: bytes) -> None:
    client = browse(cast.users["civil_servant"])
    answer = client.post(reverse("learn:log_send"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json() == {"problem": "Kiriman ini tidak terbaca. Muat ulang halaman buku harian."}
    assert kept() == []


@pytest.mark.parametrize(
    "changes",
    [
        {"participant": "x"}, {"participant": 10**30}, {"day": "32"}, {"written_at": "2026-01-05T08:00:00"}, {"written_at": ""},
        {"hours": "NaN"}, {"hours": "1e9"}, {"sequence": "1e3"}, {"photos": {"a": 1}}, {"photos": ["a"]}, {"device": "x"},
        {"written_at": "0001-01-01T00:00:00+14:00"}, {"day": None},
    ],
)  # fmt: skip
def test_an_entry_of_the_wrong_shape_is_refused_for_itself(
    journey: Journey, cast: Cast, browse: type[ActorClient], changes: dict[str, Any]
) -> None:
    parcel = json.dumps({"entries": [raw(journey, **changes), raw(journey, identifier=str(TWO))]})
    answer = browse(cast.users["civil_servant"]).post(reverse("learn:log_send"), parcel, content_type="application/json")
    assert [row["status"] for row in answer.json()["entries"]] == ["refused", "stored"]
    assert [str(entry.identifier) for entry in LogEntry.objects.all()] == [str(TWO)]


def test_half_an_emoji_that_a_phone_cut_off_does_not_keep_the_entry_from_coming_in(
    journey: Journey, cast: Cast, browse: type[ActorClient]
) -> None:
    cut = raw(journey, done="Mengukur \ud83d", photos=[{"digest": "\ud83d", "caption": "\ud83d"}])
    parcel = json.dumps({"entries": [cut, cut | {"photos": []}, cut | {"photos": [], "attendance": "\ud83d"}]})
    answer = browse(cast.users["civil_servant"]).post(reverse("learn:log_send"), parcel, content_type="application/json")
    assert [row["status"] for row in answer.json()["entries"]] == ["refused", "stored", "refused"]
    assert [entry.done for entry in LogEntry.objects.all()] == ["Mengukur ?"]


def test_a_parcel_that_is_too_large_is_refused_before_it_is_read(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    answer = browse(cast.users["civil_servant"]).post(
        reverse("learn:log_send"), {"a": SimpleUploadedFile("a.jpg", bytes(5 * 1024 * 1024))}
    )
    assert answer.status_code == 413
    assert kept() == []


def test_sending_needs_the_token_that_the_state_gave(journey: Journey, cast: Cast) -> None:
    client = ActorClient(cast.users["civil_servant"], enforce_csrf_checks=True)
    parcel = json.dumps({"entries": [raw(journey)]})
    assert client.post(reverse("learn:log_send"), parcel, content_type="application/json").status_code == 403
    assert kept() == []
    token = client.get(reverse("learn:log_state")).json()["token"]
    answer = client.post(reverse("learn:log_send"), parcel, content_type="application/json", headers={"X-CSRFToken": token})
    assert answer.json()["entries"][0]["status"] == "stored"


def test_the_state_tells_the_own_internships_and_nothing_of_others(
    journey: Journey, intern: Actor, cast: Cast, browse: type[ActorClient]
) -> None:
    take_entry(actor=intern, sent=said(journey))
    state = browse(cast.users["civil_servant"]).get(reverse("learn:log_state"))
    assert "no-store" in state["Cache-Control"]
    own = state.json()
    assert own["account"] == cast.users["civil_servant"].pk
    assert [(row["id"], row["writable"], row["first"], len(row["entries"])) for row in own["trainees"]] == [
        (journey.participant.pk, True, str(today()), 1)
    ]
    for name in ("other_servant", "direct_superior", "hr_officer", "malang_officer"):
        assert browse(cast.users[name]).get(reverse("learn:log_state")).json()["trainees"] == []


# Without scripts ---------------------------------------------------------------------------------------
def test_the_ordinary_form_keeps_an_entry_once_and_changes_it(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["civil_servant"])
    page = client.get(reverse("learn:logbook")).content.decode()
    identifier = page.split('name="identifier" value="')[1].split('"')[0]
    written = page.split('name="written_at" value="')[1].split('"')[0].replace("&#43;", "+")
    fields = {
        "participant": journey.participant.pk, "identifier": identifier, "written_at": written, "day": str(today()),
        "attendance": "present", "done": "Mengukur aliran.", "hours": "7,5", "caption": "Kolam",
    }  # fmt: skip
    for _time in range(2):
        photo = SimpleUploadedFile("a.jpg", picture(), "image/jpeg")
        answer = client.post(reverse("learn:log_write"), fields | {"photo": photo}, follow=True)
        assert "Tanda terima" in answer.content.decode()
    assert kept() == [("Mengukur aliran.", 1, True)]
    assert LogEntry.objects.get().hours == Decimal("7.50")
    again = client.get(reverse("learn:logbook"), {"ubah": identifier}).content.decode()
    digest = again.split('name="kept" value="')[1].split('"')[0]
    changed = fields | {"done": "Diubah.", "kept": digest, "kept_caption": "Kolam", "written_at": now().isoformat()}
    client.post(reverse("learn:log_write"), changed)
    assert kept() == [("Mengukur aliran.", 1, False), ("Diubah.", 2, True)]
    assert LogPhoto.objects.count() == 2


def test_a_refused_form_comes_back_with_what_was_written(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    fields = {
        "participant": journey.participant.pk, "identifier": str(ONE), "written_at": now().isoformat(), "day": "2019-01-01",
        "done": "Tulisan yang tidak boleh hilang", "hours": "7",
    }  # fmt: skip
    answer = browse(cast.users["civil_servant"]).post(reverse("learn:log_write"), fields)
    assert answer.status_code == 422
    assert "Tulisan yang tidak boleh hilang" in answer.content.decode()
    assert "di luar masa magang" in answer.content.decode()
    assert kept() == []


def test_the_shell_holds_nobody(journey: Journey, cast: Cast, browse: type[ActorClient]) -> None:
    for user in (cast.users["civil_servant"], None):
        page = browse(user).get(reverse("learn:log_shell")).content.decode()
        assert "Nurul" not in page
        assert str(journey.sending.title) not in page
        assert "data-account" not in page


def test_the_list_asks_the_same_few_questions_for_one_entry_and_for_thirty(
    journey: Journey, intern: Actor, cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = browse(cast.users["civil_servant"])
    for number in range(20):
        take_entry(actor=intern, sent=said(journey, identifier=UUID(int=100 + number), done=f"Catatan {number}"))
    client.get(reverse("learn:logbook"))
    with django_assert_max_num_queries(14):
        client.get(reverse("learn:logbook"))
    assert "Hari itu sudah punya 20 catatan" in reason(intern, said(journey, identifier=UUID(int=999)))
