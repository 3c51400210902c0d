"""The panel's pages: who sees what, what a form refuses, that a repeat changes nothing, and that they stay cheap."""

import pytest
from django.urls import reverse

from matang.flow.place.models import AgendaItem, DeclaredConflict, InterestStatement, PanelMeeting, PanelVote, PlacementDecision
from matang.flow.place.public import Conflict, state_interests
from matang.flow.plan.public import PlacementScenario
from matang.flow.register.models import Post
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from tests.cast import START, make_user
from tests.flow.place.sitting import advised, sit
from tests.flow.place.test_pages import asked
from tests.flow.plan.world import World
from tests.http import ActorClient

Browse = type[ActorClient]


def sheet_of(item: AgendaItem) -> str:
    return reverse("place:sheet", args=[item.meeting_id, item.pk])


def text(client: ActorClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_meeting_is_prepared_on_a_page_once(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    client, address = browse(panel[0]), reverse("place:new_meeting")
    page = text(client, f"{address}?skenario={submitted.pk}")
    assert "Uji — 1 jabatan" in page
    said = {
        "title": "Sidang Maret", "held_on": today().isoformat(), "starts_at": "09:00", "venue": "Aula", "way": "vote",
        "scenarios": submitted.pk, "members": [user.pk for user in panel], "chair": panel[0].pk, "secretary": panel[0].pk,
    }  # fmt: skip
    assert "Ketua dan sekretaris harus orang yang berbeda." in client.post(address, said).content.decode()
    assert PanelMeeting.objects.count() == 0
    said["secretary"] = panel[1].pk
    first, again = client.post(address, said), client.post(address, said)
    meeting = PanelMeeting.objects.get()
    assert first.url == again.url == reverse("place:meeting", args=[meeting.pk])
    assert (meeting.venue, meeting.members.count(), meeting.items.count()) == ("Aula", 3, 1)
    shown = text(client, first.url)
    assert "Pernyataan Anda ditunggu" in shown
    assert "kuorum 2 dari 3" in shown


def test_a_silent_member_is_led_to_the_statement_and_others_read(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    item = meeting.items.get()
    InterestStatement.objects.filter(member__user=panel[2]).delete()
    for name in ("place:sheet", "place:sheet_print"):
        answer = browse(panel[2]).get(reverse(name, args=[meeting.pk, item.pk]))
        assert answer.url == reverse("place:statement", args=[meeting.pk])
    assert "Daftar calon" in text(browse(world.cast.users["auditor"]), sheet_of(item))


def test_a_member_in_conflict_sees_no_form_and_their_vote_is_not_taken(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    item = meeting.items.get()
    assert "Beri suara" in text(browse(panel[1]), sheet_of(item))
    conflict = [Conflict("Ipar saya.", person_id=world.people["ani"].pk)]
    state_interests(actor=actor_of(panel[1]), meeting_id=meeting.pk, conflicts=conflict)
    page = text(browse(panel[1]), sheet_of(item))
    assert "Beri suara" not in page
    assert "Anda tidak ikut mempertimbangkan jabatan ini" in page
    assert "Ipar saya." in text(browse(world.cast.users["auditor"]), reverse("place:meeting", args=[meeting.pk]))
    browse(panel[1]).post(reverse("place:vote", args=[meeting.pk, item.pk]), {"pilihan": f"person:{world.people['ani'].pk}"})
    assert PanelVote.objects.count() == 0


def test_a_statement_is_given_on_a_page_and_says_what_it_lacks(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    meeting = sit(panel[0], submitted, panel[1])
    InterestStatement.objects.all().delete()
    client, address, item = browse(panel[1]), reverse("place:statement", args=[meeting.pk]), meeting.items.get()
    for said, words in (
        ({}, "Pilih: ada atau tidak ada"),
        ({"konflik": "ada"}, "Sebut sedikitnya satu"),
        ({"konflik": "ada", "tentang_0": f"jabatan:{item.pk}"}, "Tulis hubungan Anda"),
        ({"konflik": "tidak", "tentang_0": f"jabatan:{item.pk}", "hubungan_0": "Ipar"}, "Anda menulis suatu hubungan"),
        ({"konflik": "ada", "tentang_0": "calon:x", "hubungan_0": "Ipar"}, "Pilih jabatan atau calon"),
    ):
        assert words in client.post(address, said).content.decode()
    assert InterestStatement.objects.count() == 0
    said = {"konflik": "ada", "tentang_1": f"calon:{world.people['budi'].pk}", "hubungan_1": "Sepupu."}
    client.post(address, said)
    client.post(address, said)
    assert list(DeclaredConflict.objects.values_list("relation", flat=True)) == ["Sepupu."]
    assert browse(world.cast.users["auditor"]).get(address).status_code == 403


def test_voting_closing_and_deciding_on_pages_with_double_clicks(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    item, ani = meeting.items.get(), world.people["ani"].pk
    vote, close = (reverse(name, args=[meeting.pk, item.pk]) for name in ("place:vote", "place:close_vote"))
    for user in (*panel, *panel):
        browse(user).post(vote, {"pilihan": f"person:{ani}"})
    browse(panel[0]).post(vote, {"pilihan": "person:abc"})
    browse(panel[0]).post(close)
    browse(panel[0]).post(close)
    assert (PanelVote.objects.count(), Decision.objects.filter(kind="place.advised").count()) == (3, 1)
    mayor, address = (
        browse(world.cast.users["appointing_official"]),
        reverse("place:decide", args=[submitted.pk, world.vacant.pk]),
    )
    page = text(mayor, address)
    assert 'Ditetapkan <span class="field-optional">' not in page
    assert f'value="{ani}" required id="id_person_0" checked' in page
    said = {"person": ani, "effective_from": today().isoformat(), "reason": "", "decree": "SK 1"}
    first, again = mayor.post(address, said), mayor.post(address, said)
    assert first.url == again.url == reverse("place:decision", args=[PlacementDecision.objects.get().pk])
    assert "Suara" in text(browse(panel[2]), sheet_of(item))


def test_deciding_against_the_advice_needs_a_reason(world: World, submitted: PlacementScenario, browse: Browse) -> None:
    advised(world.cast.users["panel_member"], submitted, world.vacant.pk, world.people["budi"].pk)
    mayor, address = (
        browse(world.cast.users["appointing_official"]),
        reverse("place:decide", args=[submitted.pk, world.vacant.pk]),
    )
    said = {"person": world.people["ani"].pk, "effective_from": today().isoformat(), "reason": "", "decree": ""}
    assert "berbeda dari pertimbangan tim penilai harus disertai alasan" in mayor.post(address, said).content.decode()
    assert PlacementDecision.objects.count() == 0
    mayor.post(address, said | {"reason": "Hasil asesmen lebih kuat."})
    made = PlacementDecision.objects.get()
    assert (made.outcome, made.against_advice) == ("confirmed", True)
    page = text(mayor, reverse("place:decision", args=[made.pk]))
    assert "berbeda dari pertimbangan tim penilai" in page


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.APPOINTING_OFFICIAL])
def test_an_insider_of_another_unit_finds_no_meeting(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse, role: Role
) -> None:
    item = advised(panel[0], submitted, world.vacant.pk, world.people["ani"].pk)
    stranger = make_user(world.cast.palu, "dari_sosial", role, world.cast.units["social"])
    logged = Decision.objects.count()
    for user in (stranger, world.cast.users["malang_officer"]):
        client = browse(user)
        for name, args in (
            ("place:meeting", [item.meeting_id]),
            ("place:sheet", [item.meeting_id, item.pk]),
            ("place:decide", [submitted.pk, world.vacant.pk]),
        ):
            assert client.get(reverse(name, args=args)).status_code == 404
        assert "Sidang uji" not in text(client, reverse("place:meetings"))
    posts = {"place:vote": {"pilihan": "vacant"}, "place:close_vote": {}, "place:reopen_advice": {"reason": "Ya."}}
    for name, said in posts.items():
        answer = browse(stranger).post(reverse(name, args=[item.meeting_id, item.pk]), said)
        assert answer.status_code in {403, 404}
    assert (PanelVote.objects.count(), Decision.objects.count()) == (0, logged)


def test_the_pages_of_meetings_ask_no_more_when_there_are_more_posts(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    client = browse(world.cast.users["auditor"])
    small = sit(panel[0], submitted, *panel[1:])
    for number in range(8):
        Post.objects.create(
            agency=world.cast.palu, unit=world.opd, name=f"Kabid {number}", kind="administrator", capacity=1, valid_from=START
        )
    large = sit(panel[0], world.scenario(submitted=True), *panel[1:])
    assert large.items.count() == 8 + 1
    few, many = ([asked(client, reverse("place:meeting", args=[one.pk])) for _ in range(2)][-1] for one in (small, large))
    assert few == many <= 24
    lists = [[asked(client, reverse(name)) for name in ("place:meetings", "place:queue")] for _ in range(2)][-1]
    assert max(lists) <= 12
    assert asked(client, sheet_of(large.items.first())) <= 45


def test_a_panel_of_one_unit_reads_the_names_of_its_people_only(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    item = sit(panel[0], submitted).items.get()
    inside = browse(make_user(world.cast.palu, "penilai_opd", Role.PANEL_MEMBER, world.opd))
    page = text(inside, sheet_of(item))
    assert "Calon ke-3 (di luar lingkup Anda)" in page
    assert "Sitti Atasan" not in page
    assert "Ani" in page
    submitted.proposals.filter(rank=1).update(person_id=world.cast.people["other"].pk)
    shown = text(inside, reverse("place:meeting", args=[item.meeting_id]))
    assert "Ratna Lain" not in shown
    assert "di luar lingkup Anda" in shown
    assert "Ratna Lain" in text(browse(panel[0]), reverse("place:meeting", args=[item.meeting_id]))


def test_the_sheet_flags_what_is_only_declared(
    world: World, panel: list[User], submitted: PlacementScenario, browse: Browse
) -> None:
    from matang.flow.needs.public import NewEvidence, record_many

    piece = NewEvidence(world.people["ani"].pk, world.codes["MAN.2"], 5, "self", submitted.as_at)
    record_many(world.cast.palu.pk, [piece], day=submitted.as_at)
    item = sit(panel[0], submitted).items.get()
    for name in ("place:sheet", "place:sheet_print"):
        page = text(browse(world.cast.users["auditor"]), reverse(name, args=[item.meeting_id, item.pk]))
        assert "pernyataan sendiri" in page
        assert "level 5, dinyatakan 2 Maret 2026" in page


def test_people_read_why_not_them_what_would_change_it_and_who_decided(
    world: World, submitted: PlacementScenario, browse: Browse
) -> None:
    advised(world.cast.users["panel_member"], submitted, world.vacant.pk, world.people["ani"].pk)
    user = world.cast.users["civil_servant"]
    user.person_id = world.people["budi"].pk
    user.save()
    address = reverse("place:my_reasons")
    assert "Belum ada putusan yang menyangkut Anda" in text(browse(user), address)
    said = {"person": world.people["ani"].pk, "effective_from": today().isoformat(), "reason": "", "decree": ""}
    browse(world.cast.users["appointing_official"]).post(reverse("place:decide", args=[submitted.pk, world.vacant.pk]), said)
    page = text(browse(user), address)
    for words in (
        "bukan Anda kali ini",
        "kurang 10 poin untuk menyamai susunan terbaik",
        "Apa yang perlu berubah",
        "3 tahun lagi",
        "PP 11/2017 pasal 54",
        "belum diverifikasi",
        "Diputus oleh",
        "appointing_official",
    ):
        assert words in page
    assert "Ani" not in page
    assert "Ani" not in text(browse(world.cast.users["other_servant"]), address)
