"""Placement with a proof, as its people live it: planner, panel, appointing official, and the favourite who is refused.

Everybody sits at a browser of their own. The day is Monday 2 March 2026, nine in the morning in Palu.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from matang import engine
from matang.flow.place.choices import DecisionState
from matang.flow.place.models import PanelMeeting, PanelVote, PlacementDecision
from matang.flow.place.public import Choice, cast_vote, close_vote
from matang.foundation.access.roles import Role
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.tenancy import context
from tests.cast import Cast, make_user
from tests.flow.place.sitting import sit
from tests.flow.plan.world import World, build_world
from tests.journeys.browser import Visitor, axe, press, says, sound

Visit = Callable[..., Visitor]
MONDAY = "2026-03-02 01:00:00+00:00"
FIRST = 180_000
"""Milliseconds: the first calculation after a change of the engine compiles its loops."""
POST = "Kepala Bidang Contoh"
REFUSED = "Pendidikan D-III di bawah syarat: paling rendah S-1."
ARTICLE = "PP 11/2017 pasal 54"
LOGGED = [
    "interest_stated", "interest_stated", "meeting_opened", "named", "advised", "decided", "meeting_closed", "minutes_issued",
    "objected", "objection_answered",
]  # fmt: skip
"""What the story leaves on the chained log of this stage; an undo that is refused leaves nothing."""
GROUNDS = "Ijazah S-1 saya terbit bulan lalu dan belum dicatat."
ANSWER = "Ijazah itu bertanggal sesudah sidang. Catatkan pada data Anda; usulan berikutnya memperhitungkannya."


@dataclass
class Town:
    """The small world with a panel of two, committed, and an account for Citra, whom the appointing official favours."""

    visit: Visit
    city: Cast
    world: World

    def page(self, name: str, width: str = "desk") -> Page:
        """Return a page of an account, in a browser of its own."""
        page = self.visit(self.city.users[name]).page(width)
        page.set_default_timeout(FIRST)
        return page

    def read(self, ask: Callable[[], Any]) -> Any:
        """Return what the database answers now."""
        with transaction.atomic():
            context.enter(self.city.palu.pk, None)
            return ask()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Return the clock of the story; it goes on by itself."""
    with time_machine.travel(MONDAY, tick=True) as traveller:
        yield traveller


@pytest.fixture
def town(clock: time_machine.Traveller, visit: Visit, city: Cast) -> Town:
    """Return the world with Citra's account and a second member of the panel."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        world = build_world(city)
        city.users["member"] = make_user(city.palu, "member", Role.PANEL_MEMBER)
        city.users["citra"] = make_user(city.palu, "citra", Role.CIVIL_SERVANT, world.opd, world.people["citra"])
    return Town(visit, city, world)


def follow(page: Page, name: str) -> None:
    """Follow the only link of this name."""
    page.get_by_role("link", name=name, exact=True).click()


def unfold(page: Page, name: str) -> Locator:
    """Open a part that is folded away and return it."""
    part = page.locator("details", has=page.locator("summary", has_text=name))
    part.locator("summary").click()
    return part


def fetch(page: Page, link: Locator, folder: Path) -> Path:
    """Download what a link offers and return the file."""
    with page.expect_download() as waiting:
        link.click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def propose(page: Page, folder: Path) -> None:
    """Make a scenario, read why Citra is refused, measure how firm the proposal is, check its proof, and submit it."""
    page.goto(reverse("plan:new"))
    sound(page, "Skenario baru")
    page.get_by_label("Nama skenario").fill("Dinas Contoh lowong")
    page.get_by_label("Lingkup").select_option(label="Dinas Contoh")
    press(page, "Hitung usulan")
    sound(page, "Dinas Contoh lowong")
    says(
        page,
        "Diperiksa: layak dan optimal",
        "Pemeriksa yang terpisah dari mesin hitung membuktikan bahwa tidak ada susunan lain yang lebih baik di antara 3 pasangan"
        " calon.",
    )
    check_the_proof(page, folder)
    read_who_is_refused(page)
    follow(page, "Dinas Contoh lowong")
    measure(page)
    follow(page, "Dinas Contoh lowong")
    press(page, "Ajukan ke tim penilai")
    says(page, "Skenario diajukan ke tim penilai.")


def check_the_proof(page: Page, folder: Path) -> None:
    """Take the certificate home, find it proven, alter one number, and be told which."""
    report = unfold(page, "Laporan pemeriksaan")
    file = fetch(page, report.get_by_role("link", name="Unduh sertifikat"), folder)
    found = engine.verify_certificate(file)
    assert (found.ok, found.people, found.placed) == (True, 3, 1)
    content = json.loads(file.read_text())
    content["result"]["objective"] += 1
    file.write_text(json.dumps(content))
    altered = engine.verify_certificate(file)
    assert not altered.ok
    assert dict(altered.violations[0].numbers)["field"] == "result.objective"


def read_who_is_refused(page: Page) -> None:
    """From the list of those who were refused to Citra's own page, with the article."""
    follow(page, "Mengapa tidak masuk")
    sound(page, "Mengapa tidak masuk")
    follow(page, "Citra")
    sound(page, "Citra")
    says(page, "Apa yang harus berubah", REFUSED, ARTICLE)


def measure(page: Page) -> None:
    """See how far each weight may move before somebody else is proposed."""
    page.get_by_role("link", name="Ketahanan", exact=True).click()
    says(page, "Ketahanan belum dihitung")
    press(page, "Hitung ketahanan")
    sound(page, "Seberapa tahan usulan ini?")
    says(page, "berapa pun, 0–100", "10 poin", "Batasnya tepat: satu angka di luar rentang, susunan lain lebih baik.")


def convene(page: Page) -> None:
    """Prepare a meeting on the scenario."""
    page.goto(reverse("place:queue"))
    sound(page, "Menunggu putusan")
    follow(page, "Siapkan sidang untuk usulan ini")
    sound(page, "Siapkan sidang")
    page.get_by_label("Tempat").fill("Ruang rapat")
    press(page, "Siapkan sidang")
    says(page, "Sidang disiapkan. Setiap anggota kini dapat memberi pernyataan konflik kepentingan.")


def state(page: Page) -> None:
    """State that there is no conflict of interest, which the first look at a sheet asks for."""
    go_to_meeting(page)
    follow(page, f"Buka {POST}")
    says(page, "Sebelum membuka lembar pertama, berikan dulu pernyataan konflik kepentingan Anda.")
    sound(page, "Pernyataan konflik kepentingan")
    page.get_by_role("radio", name="Tidak ada konflik kepentingan").check()
    press(page, "Nyatakan")
    says(page, "Pernyataan Anda dicatat dalam buku putusan.")


def go_to_meeting(page: Page) -> None:
    """Go from the queue to the only meeting."""
    page.goto(reverse("place:queue"))
    page.get_by_role("link", name="Sidang tim penilai 2 Maret 2026").click()


def open_the_meeting(page: Page) -> None:
    """Note who is there, and open."""
    go_to_meeting(page)
    for box in page.get_by_role("checkbox", name="hadir").all():
        box.check()
    press(page, "Simpan kehadiran")
    press(page, "Buka sidang")
    says(page, "Sidang dibuka.")
    sound(page, "Sidang tim penilai 2 Maret 2026")


def favour(page: Page) -> None:
    """Put Citra's name forward; the sheet says at once that the law refuses her."""
    go_to_meeting(page)
    follow(page, f"Buka {POST}")
    follow(page, "Ajukan nama untuk diperiksa")
    sound(page, "Ajukan nama")
    page.get_by_label("Nama atau awal NIP").fill("citra")
    press(page, "Cari pegawai")
    page.get_by_label("Alasan").fill("Cakap dan dikenal warga.")
    press(page, "Ajukan nama ini")
    says(page, "Nama dicatat. Lembar jabatan ini kini menunjukkan di mana ia berdiri dan mengapa.")
    sound(page, POST)


def read_the_sheet(page: Page) -> None:
    """Find Citra on the sheet with what refuses her, and on no ballot."""
    go_to_meeting(page)
    follow(page, f"Buka {POST}")
    sound(page, POST)
    named = page.locator(".card", has=page.get_by_role("heading", name="Nama yang diajukan pejabat"))
    expect(named).to_contain_text("Dinilai dengan lembar yang sama seperti semua calon. Pengajuan tidak menambah nilai.")
    expect(named).to_contain_text("tidak memenuhi syarat")
    expect(named).to_contain_text("appointing_official, 2 Maret 2026")
    expect(named.get_by_role("listitem")).to_have_text(f"{REFUSED} {ARTICLE} (belum diverifikasi)")
    ballot = page.get_by_role("group", name="Saya mempertimbangkan").locator("label")
    expect(ballot).to_have_text(["Ani diusulkan sistem", "Budi", "Sitti Atasan", "Biarkan kosong", "Abstain"])


def vote(page: Page) -> None:
    """Vote for Ani."""
    go_to_meeting(page)
    follow(page, f"Buka {POST}")
    page.get_by_role("radio", name="Ani").check()
    press(page, "Beri suara")
    says(page, "Suara Anda tersimpan. Anda dapat mengubahnya sampai pemungutan suara ditutup.")


def count(page: Page) -> None:
    """Close the vote."""
    page.reload()
    says(page, "2 dari 2 suara masuk; kuorum 2.")
    press(page, "Tutup dan hitung suara")
    says(page, "Pertimbangan dicatat: Ani.")
    sound(page, POST)


def decide(page: Page) -> None:
    """Decide as the panel advised; the favourite is not among those who can be appointed."""
    go_to_meeting(page)
    follow(page, f"Putuskan {POST}")
    sound(page, POST)
    expect(page.get_by_role("radio", name="Ani")).to_be_checked()
    expect(page.get_by_role("radio", name="Citra")).to_have_count(0)
    expect(page.get_by_label("Berlaku sejak")).to_have_value("2026-04-01")
    press(page, "Catat putusan")
    says(page, "Putusan dicatat dalam buku putusan.", "Usulan disetujui", "direncanakan, belum berlaku")
    sound(page, POST)


def issue_minutes(page: Page, folder: Path) -> tuple[str, Path]:
    """Close the meeting and issue its minutes; return their code and the file."""
    go_to_meeting(page)
    unfold(page, "Skors atau tutup sidang")
    press(page, "Tutup sidang")
    says(page, "Sidang ditutup.", "Semua jabatan dalam agenda sudah diputus.")
    follow(page, "Berita acara")
    press(page, "Terbitkan berita acara")
    sound(page, "Berita acara")
    code = page.locator("tbody th a").inner_text()
    says(page, f"Diterbitkan dengan kode {code}.")
    file = fetch(page, page.get_by_role("link", name="Unduh PDF"), folder)
    assert file.read_bytes().startswith(b"%PDF-")
    return code, file


def check_the_paper(page: Page, code: str, file: Path) -> None:
    """Anybody checks the code of a paper, and whether their file is the one that was issued."""
    page.goto(reverse("documents:answer", args=[code]))
    sound(page, "Dokumen ini terdaftar")
    says(page, "Berita acara sidang tim penilai kinerja")
    expect(page.get_by_text("Citra")).to_have_count(0)
    page.locator("input[type=file]").set_input_files(file)
    press(page, "Bandingkan")
    says(page, "Sama persis", "Berkas itu adalah berkas yang diterbitkan, tanpa perubahan.")
    file.write_bytes(file.read_bytes() + b" ")
    page.locator("input[type=file]").set_input_files(file)
    press(page, "Bandingkan")
    says(page, "Berbeda")
    assert axe(page) == []


def object_to_it(page: Page) -> None:
    """On a phone: read why not and what would have to change, and object."""
    page.goto(reverse("portal:home"))
    says(page, "Ada putusan jabatan yang menyangkut Anda")
    follow(page, "Baca alasannya")
    sound(page, "Alasan penempatan saya")
    says(
        page,
        "bukan Anda kali ini",
        "Nama Anda diajukan oleh appointing_official, tetapi Anda tidak masuk daftar calon.",
        "Mengapa bukan Anda",
        REFUSED,
        "Apa yang perlu berubah",
        "Ijazah paling rendah S-1 tercatat di register.",
        "Sesudah itu Anda ikut dihitung sebagai calon.",
    )
    expect(page.get_by_text("Ani", exact=True)).to_have_count(0)
    follow(page, f"Penjelasan lengkap {POST}")
    sound(page, "Mengapa Anda, atau mengapa bukan Anda?")
    says(page, "Tidak dapat menjadi calon", "Apa yang harus berubah", REFUSED, "Bila menurut Anda ada yang keliru")
    expect(page.get_by_text("Ani", exact=True)).to_have_count(0)
    page.go_back()
    follow(page, f"Ajukan keberatan {POST}")
    sound(page, "Ajukan keberatan")
    page.get_by_label("Alasan keberatan").fill(GROUNDS)
    press(page, "Ajukan keberatan")
    sound(page, "Keberatan Anda")
    says(page, "Menunggu jawaban", GROUNDS)


def answer(page: Page) -> None:
    """Find the objection in the list and answer it with a reason."""
    page.goto(reverse("portal:home"))
    says(page, "1 keberatan atas putusan menunggu jawaban", "Paling lambat 16 Maret 2026")
    follow(page, "Jawab")
    sound(page, "Keberatan")
    follow(page, POST)
    page.get_by_role("radio", name="Ditolak", exact=True).check()
    page.get_by_label("Penjelasan").fill(ANSWER)
    press(page, "Kirim jawaban")
    says(page, "Jawaban tercatat dan dapat dibaca oleh yang mengajukan.")
    sound(page, "Keberatan atas putusan")


def see_the_move(page: Page, town: Town) -> None:
    """The register shows the move before its day, at the person and at the post."""
    page.goto(reverse("register:person", args=[town.world.people["ani"].pk]))
    says(page, f"Mulai 1 April 2026: {POST}")
    page.goto(reverse("register:post", args=[town.world.vacant.pk]))
    expect(page.get_by_role("heading", name="Akan menjabat")).to_be_visible()
    expect(page.locator("tbody tr")).to_contain_text("1 Apr 2026")


def undo_too_late(town: Town, clock: time_machine.Traveller) -> None:
    """A page left open over midnight still offers the undo that the new day refuses; nothing changes."""
    clock.move_to(datetime(2026, 3, 31, 15, 58, tzinfo=UTC))
    page = town.page("appointing_official")
    page.goto(reverse("place:decided"))
    follow(page, POST)
    says(page, "direncanakan, belum berlaku")
    form = unfold(page, "Batalkan sebelum berlaku")
    form.get_by_label("Alasan pembatalan").fill("Berubah pikiran.")
    clock.move_to(datetime(2026, 3, 31, 16, 1, tzinfo=UTC))
    press(page, "Batalkan putusan")
    says(page, "Putusan ini sudah berlaku; perubahan hanya lewat putusan baru.", "berlaku")
    expect(page.get_by_text("Batalkan sebelum berlaku")).to_have_count(0)
    with transaction.atomic():
        context.enter(town.city.palu.pk, None)
        assert PlacementDecision.objects.get().state == DecisionState.STANDS
        kinds = Decision.objects.filter(kind__startswith="place.").order_by("pk").values_list("kind", flat=True)
        assert [kind.removeprefix("place.") for kind in kinds] == LOGGED
        assert verify_chain(town.city.palu.pk).ok


def test_a_favourite_loses_with_reasons_from_the_scenario_to_the_objection(
    town: Town, tmp_path: Path, clock: time_machine.Traveller
) -> None:
    names = ("planner", "panel_member", "member", "appointing_official")
    planner, chair, member, official = (town.page(name) for name in names)
    propose(planner, tmp_path)
    convene(chair)
    state(chair)
    state(member)
    open_the_meeting(chair)
    favour(official)
    read_the_sheet(member)
    vote(member)
    vote(chair)
    count(chair)
    decide(official)
    code, file = issue_minutes(chair, tmp_path)
    check_the_paper(town.visit().page("phone"), code, file)
    phone = town.page("citra", "phone")
    object_to_it(phone)
    answer(official)
    phone.reload()
    sound(phone, "Keberatan Anda")
    says(phone, "Jawaban: Ditolak", ANSWER)
    see_the_move(official, town)
    undo_too_late(town, clock)


@pytest.fixture
def sitting(town: Town) -> PanelMeeting:
    """Return an open meeting of both members on the computed scenario."""
    with transaction.atomic():
        context.enter(town.city.palu.pk, None)
        scenario = town.world.scenario(submitted=True)
        return sit(town.city.users["panel_member"], scenario, town.city.users["member"], way="vote")


def test_a_vote_without_a_network_is_kept_when_it_is_sent_again(town: Town, sitting: PanelMeeting) -> None:
    page = town.page("member")
    page.goto(reverse("place:sheet", args=[sitting.pk, town.read(lambda: sitting.items.get().pk)]))
    page.get_by_role("radio", name="Ani").check()
    without_network(page, "Beri suara")
    assert town.read(PanelVote.objects.count) == 0
    page.reload()  # what the browser offers: the same vote is sent again
    says(page, "Suara Anda tersimpan. Anda dapat mengubahnya sampai pemungutan suara ditutup.")
    page.get_by_role("radio", name="Budi").check()
    without_network(page, "Ubah suara")
    assert town.read(lambda: PanelVote.objects.get().person.full_name) == "Ani"
    page.go_back()  # what was chosen still stands on the page, and can be sent
    expect(page.get_by_role("radio", name="Budi")).to_be_checked()
    press(page, "Ubah suara")
    says(page, "Suara Anda tersimpan. Anda dapat mengubahnya sampai pemungutan suara ditutup.")
    assert town.read(lambda: PanelVote.objects.get().person.full_name) == "Budi"


def without_network(page: Page, button: str) -> None:
    """Press a button while the network is away; it comes back when the browser has said so."""
    page.context.set_offline(True)
    press(page, button)
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)


def test_a_decision_clicked_twice_and_sent_from_a_second_tab_is_one(town: Town, sitting: PanelMeeting) -> None:
    official = town.page("appointing_official")
    with transaction.atomic():
        context.enter(town.city.palu.pk, None)
        item = sitting.items.get()
        ani = Choice("person", town.world.people["ani"].pk)
        for name in ("panel_member", "member"):
            cast_vote(actor=town.world.actor(name), item_id=item.pk, choice=ani)
        close_vote(actor=town.world.actor("panel_member"), item_id=item.pk)
    address = reverse("place:decide", args=[item.scenario_id, item.post_id])
    tabs = [official, official.context.new_page()]
    for tab in tabs:
        tab.goto(address)
    tabs[0].get_by_role("button", name="Catat putusan").dblclick()
    says(tabs[0], "direncanakan, belum berlaku")
    press(tabs[1], "Catat putusan")
    assert tabs[1].url == tabs[0].url
    assert town.read(PlacementDecision.objects.count) == 1
    assert town.read(Decision.objects.filter(kind="place.decided").count) == 1
    assert town.read(town.world.people["ani"].incumbencies.count) == 2
