"""From a need to an outcome, as its people live it over a simulated year: five roles in two governments.

Palu's head of the health agency writes a sending, Malang's coordinator accepts it, Palu's mayor orders it. The intern keeps the
logbook on a phone and loses the network for a day. Everybody sits at a browser of their own and sees only what they may.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from matang.flow.aims.public import Indicator
from matang.flow.apply.models import Adoption, Practice, Recommendation
from matang.flow.learn.models import LearningHours, LogEntry, Participant, Sending, SendingReport
from matang.flow.measure.models import Series
from matang.flow.needs.public import Evidence, UnitNeed
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.tenancy import context
from tests.cast import Cast
from tests.factories.journeys import TITLE, Ground, ground
from tests.journeys.browser import Visitor, press, says, sound

Visit = Callable[..., Visitor]
MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(2026, 3, 16), date(2026, 6, 15)
PATIENCE = 30_000
ADVICE = "Membentuk regu tetap air limbah"


@dataclass
class Chain:
    """The world of the story and its clock."""

    visit: Visit
    city: Cast
    ground: Ground
    clock: time_machine.Traveller

    def page(self, name: str, width: str = "desk") -> Page:
        """Return a page of an account, in a browser of its own that lives on the story's day."""
        malang = {"hosting": self.ground.hosting, "host_mentor": self.ground.host_mentor}
        page = self.visit(malang.get(name) or self.city.users[name]).page(width)
        page.set_default_timeout(PATIENCE)
        return page

    def go_to(self, moment: datetime) -> None:
        """Let the story's clock jump to a moment; it goes on from there."""
        self.clock.move_to(moment)

    def read(self, ask: Callable[[], Any], agency: str = "palu") -> Any:
        """Return what the database answers to an agency now."""
        with transaction.atomic():
            context.enter(getattr(self.city, agency).pk, None)
            return ask()


@pytest.fixture
def chain(visit: Visit, city: Cast) -> Iterator[Chain]:
    """Return the ground of the story on its first Monday, committed."""
    with time_machine.travel(MONDAY, tick=True) as clock:
        with transaction.atomic():
            context.enter(city.palu.pk, None)
            base = ground(city)
            Indicator.objects.filter(pk=base.indicator.pk).update(target_on=date(2027, 6, 30))
        yield Chain(visit, city, base, clock)


def told(page: Page, message: str) -> None:
    """The page says that the work is done."""
    expect(page.get_by_text(message, exact=False).first).to_be_visible()


def follow(page: Page, name: str) -> None:
    """Follow the first link of this name."""
    page.get_by_role("link", name=name, exact=True).first.click()


def unfold(page: Page, name: str) -> Locator:
    """Open a part that is folded away, where it is, and return it."""
    part = page.locator("details", has=page.locator("summary", has_text=name))
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()
    return part


def pick(page: Page, name: str, words: str, key: int) -> None:
    """Search in a picker and take the first row found, with the keyboard alone."""
    box = page.locator(f"#id_{name}")
    box.press_sequentially(words)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Enter")
    expect(page.locator(f'input[name="{name}"]')).to_have_value(str(key))


def write(chain: Chain) -> None:
    """Begin a draft, read what is missing, fill it in part by part, and submit it."""
    page = chain.page("unit_head")
    page.goto(reverse("learn:sending_new"))
    page.get_by_label("Unit pengirim").select_option(label="\u2003Puskesmas Contoh")
    page.get_by_label("Jenis").select_option("internship")
    page.get_by_label("Yang dipelajari").fill(TITLE)
    press(page, "Simpan konsep")
    sound(page, TITLE)
    says(page, "Belum ada kebutuhan unit yang menjadi alasannya.", "Belum ada calon peserta.")
    expect(page.get_by_role("button", name="Ajukan", exact=True)).to_have_count(0)
    follow(page, "Ubah alasan")
    page.get_by_label("Kebutuhan unit").select_option(label=TITLE)
    pick(page, "aim", "Program air limbah", chain.ground.aim.pk)
    pick(page, "indicator", "SPALD", chain.ground.indicator.pk)
    page.get_by_label("Yang dikerjakan unit setelah peserta kembali").fill("Tim air limbah dibentuk di puskesmas.")
    press(page, "Simpan")
    follow(page, "Ubah tuan rumah dan waktu")
    page.get_by_label("Tuan rumah", exact=False).first.select_option(label="Pemerintah Kota Contoh Malang")
    page.get_by_label("Jumlah orang yang diminta diterima").fill("1")
    page.get_by_label("Mulai").fill(FIRST_DAY.isoformat())
    page.get_by_label("Hari terakhir").fill(LAST_DAY.isoformat())
    press(page, "Simpan")
    page.goto(reverse("learn:participant_new", args=[chain.read(lambda: Sending.objects.get().pk)]))
    page.get_by_label("NIP pegawai").fill("199001012015012003")
    page.get_by_label("NIP atasan langsung sebagai mentor").fill("198001012005012002")
    page.get_by_label("Kompetensi yang kurang").select_option(str(chain.ground.competency.pk))
    page.get_by_label("Komitmen pegawai").fill("Menerapkan hasilnya setahun.")
    press(page, "Simpan")
    press(page, "Ajukan")
    says(page, "Menunggu jawaban tuan rumah")
    page.context.close()


def answer_as_host(chain: Chain, sending: Sending) -> None:
    """Malang's coordinator reads the request without a name in it and accepts."""
    page = chain.page("hosting")
    page.goto(reverse("learn:request_here", args=[sending.pk]))
    sound(page, TITLE)
    says(page, "Nama peserta tampil setelah surat tugas terbit.")
    expect(page.get_by_role("main")).not_to_contain_text("Nurul")
    page.get_by_label("Jawaban", exact=True).select_option("accepted")
    press(page, "Kirim jawaban")
    says(page, "Diterima tuan rumah")
    page.context.close()


def order(chain: Chain, sending: Sending) -> None:
    """The head chooses who goes and how it is paid; the mayor orders."""
    head = chain.page("unit_head")
    head.goto(reverse("learn:sending", args=[sending.pk]))
    choice = unfold(head, "Pilihan tentang Nurul Pegawai")
    choice.get_by_label("Pilihan", exact=True).select_option("chosen")
    choice.get_by_label("Alasan").fill("Kesenjangan terbesar di puskesmas.")
    choice.get_by_role("button", name="Simpan pilihan").click()
    says(head, "Terpilih")
    head.goto(reverse("learn:costs", args=[sending.pk]))
    head.get_by_label("Aturan biaya").select_option("training")
    press(head, "Simpan")
    head.context.close()
    mayor = chain.page("appointing_official")
    mayor.goto(reverse("learn:sending", args=[sending.pk]))
    mayor.get_by_label("Putusan").select_option("ordered")
    mayor.get_by_label("Nomor surat tugas").fill("800/12/2026")
    mayor.get_by_label("Alasan", exact=True).last.fill("Dibutuhkan kota.")
    press(mayor, "Putuskan")
    says(mayor, "Surat tugas terbit")
    mayor.context.close()


def name_mentor(chain: Chain, participant: Participant) -> None:
    """Malang's coordinator now reads a card, and names a mentor."""
    page = chain.page("hosting")
    page.goto(reverse("learn:trainee", args=[participant.pk]))
    sound(page, "Nurul Pegawai")
    page.get_by_label("Mentor di sini").select_option(str(chain.ground.host_mentor.pk))
    press(page, "Simpan")
    says(page, "mentor tuan rumah:")
    page.context.close()


def leave(chain: Chain, sending: Sending) -> None:
    """The head notes the departure."""
    page = chain.page("unit_head")
    page.goto(reverse("learn:sending", args=[sending.pk]))
    press(page, "Catat keberangkatan")
    says(page, "Sedang berjalan")
    page.context.close()


def keep_logbook(chain: Chain) -> None:
    """The intern writes on a phone, for a day without a network, after which the session has run out: each entry arrives once."""
    phone = chain.visit(chain.city.users["civil_servant"]).context("phone")
    page = phone.new_page()
    page.set_default_timeout(PATIENCE)
    page.clock.set_system_time(datetime(2026, 3, 17, 2, tzinfo=UTC))
    page.goto(reverse("learn:logbook"))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    sound(page, "Buku harian")
    entry(page, "Melihat bak pengendap.")
    expect(page.locator(".log-item", has_text="Melihat bak pengendap.")).to_contain_text("Terkirim")
    phone.set_offline(True)
    entry(page, "Mengukur aliran air limbah.")
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    assert chain.read(lambda: LogEntry.objects.filter(current=True).count()) == 1
    chain.go_to(datetime(2026, 3, 18, 2, tzinfo=UTC))
    phone.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Anda perlu masuk lagi.", exact=False)).to_be_visible()
    again = chain.visit(chain.city.users["civil_servant"])
    phone.add_cookies([{"name": "sessionid", "value": again.session, "url": again.base}])
    page.reload()
    expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
    written = chain.read(lambda: list(LogEntry.objects.order_by("pk").values_list("done", flat=True)))
    assert written == ["Melihat bak pengendap.", "Mengukur aliran air limbah."]
    phone.close()


def entry(page: Page, text: str) -> None:
    """Answer the questions of an entry one by one and save it."""
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Cukup satu dua kalimat").fill(text)
    for _step in range(3):
        page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("button", name="Simpan catatan").click()


def sign(chain: Chain, participant: Participant) -> None:
    """Both mentors read the week, each from their own government."""
    for name, who in (("host_mentor", "Mentor tuan rumah"), ("direct_superior", "Mentor pengirim")):
        page = chain.page(name)
        page.goto(reverse("learn:trainee", args=[participant.pk]) + "?minggu=2026-03-16")
        says(page, "Melihat bak pengendap.", "Mengukur aliran air limbah.", f"{who}: belum dibaca")
        press(page, "Sudah dibaca")
        expect(page.get_by_text(f"{who}: dibaca").first).to_be_visible()
        page.context.close()


def judge(chain: Chain, participant: Participant) -> None:
    """The sender asks, the host's mentor judges, an officer of the sender receives it as evidence."""
    officer = chain.page("hr_officer")
    address = reverse("learn:levels", args=[participant.pk])
    officer.goto(address)
    press(officer, "Minta penilaian")
    mentor = chain.page("host_mentor")
    mentor.goto(address)
    mentor.get_by_label("Level 1", exact=False).first.check()
    mentor.get_by_label("Apa yang Anda lihat").fill("Jujur melaporkan alat yang rusak.")
    press(mentor, "Simpan penilaian")
    mentor.context.close()
    officer.goto(address)
    press(officer, "Terima sebagai bukti")
    says(officer, "diterima sebagai bukti")
    found = chain.read(lambda: list(Evidence.objects.values_list("person_id", "source", "level")))
    assert found == [(chain.city.people["servant"].pk, "host", 1)]
    officer.context.close()


def come_home(chain: Chain, sending: Sending, participant: Participant) -> SendingReport:
    """The intern is back and reports; the mentor accepts, and the hours are booked by the rule."""
    head = chain.page("unit_head")
    head.goto(reverse("learn:sending", args=[sending.pk]))
    press(head, "Catat kepulangan")
    says(head, "Sudah kembali")
    head.context.close()
    intern = chain.page("civil_servant", "phone")
    intern.goto(reverse("learn:report_write", args=[participant.pk]))
    for text in ("Bak pengendap diperiksa tiap pekan.", "Ada regu tetap.", "Di sini belum ada regu.", "Membentuk regu."):
        intern.get_by_role("textbox").fill(text)
        press(intern, "Simpan dan lanjut")
    sound(intern, "Periksa laporan")
    press(intern, "Ajukan laporan")
    says(intern, "Menunggu diperiksa")
    intern.context.close()
    report = chain.read(SendingReport.objects.get)
    officer = chain.page("hr_officer")
    officer.goto(reverse("learn:report", args=[report.pk]))
    officer.get_by_label("Dalam negeri").check()
    press(officer, "Terima laporan")
    says(officer, "JP yang dibukukan", "20")
    officer.context.close()
    assert chain.read(lambda: [row.hours for row in LearningHours.objects.all()]) == [20]
    assert chain.read(lambda: Sending.objects.get().state) == "reported"
    return report


def recommend(chain: Chain) -> Recommendation:
    """The intern recommends what was seen: what made it work there, and whether it is here."""
    page = chain.page("civil_servant", "phone")
    page.goto(reverse("apply:recommendation_new"))
    page.get_by_label("Dari laporan").select_option(index=1)
    page.get_by_label("Apa yang Anda rekomendasikan?").fill(ADVICE)
    press(page, "Mulai")
    page.get_by_label("Praktik yang Anda lihat").fill("Regu tetap memeriksa bak pengendap tiap pekan.")
    page.get_by_label("Dilihat di mana").fill("Dinas Pekerjaan Umum Kota Contoh Malang")
    press(page, "Simpan dan lanjut")
    for name in ("Aturan", "Anggaran", "Orang", "Jejaring", "Kepemimpinan"):
        unfold(page, name)
        page.get_by_label(f"{name} di sana").fill("Ada.")
        page.get_by_label(f"{name} di sini").fill("Dapat disiapkan.")
    press(page, "Simpan dan lanjut")
    page.get_by_label("Unit yang akan memilikinya").select_option(str(chain.city.units["clinic"].pk))
    pick(page, "aim", "air limbah program", chain.ground.aim.pk)
    pick(page, "indicator", "spald", chain.ground.indicator.pk)
    page.get_by_label("Biaya (Rp)").fill("25.000.000")
    page.get_by_label("Risikonya").fill("Regu dipindah sebelum terlatih.")
    press(page, "Simpan dan lanjut")
    press(page, "Ajukan")
    told(page, "Rekomendasi diajukan dan menunggu hari paparan.")
    page.context.close()
    made = chain.read(Recommendation.objects.get)
    assert (made.state, made.cost_rupiah) == ("submitted", 25_000_000)
    return made


def present(chain: Chain, row: Recommendation) -> None:
    """A day is set and held; the timer shows how long it took since the return."""
    page = chain.page("unit_head")
    page.goto(reverse("apply:presentation_new"))
    page.get_by_label("Nama acara").fill("Paparan hasil magang")
    page.get_by_label("Unit penyelenggara").select_option(str(chain.city.units["clinic"].pk))
    page.get_by_label("Hari paparan").fill("2026-07-15")
    page.get_by_label(ADVICE).check()
    press(page, "Tetapkan")
    says(page, "Hari sejak kembali", "29")
    page.get_by_label("Siapa yang hadir").fill("Wali kota dan kepala dinas.")
    press(page, "Catat terlaksana")
    says(page, "Terlaksana")
    page.context.close()


def decide(chain: Chain, row: Recommendation) -> Adoption:
    """The mayor decides, with a reason that is kept."""
    page = chain.page("appointing_official")
    page.goto(reverse("apply:recommendation_decide", args=[row.pk]))
    page.locator('input[name="kind"][value="adopt"]').check()
    page.get_by_label("Alasan").fill("Sumur warga tercemar; regu murah.")
    press(page, "Putuskan")
    told(page, "Putusan dicatat pada catatan berantai.")
    page.context.close()
    return chain.read(Adoption.objects.get)


def adopt(chain: Chain, row: Adoption) -> None:
    """The unit plants it: where, who does it, who tends it after, with what money, by which indicator."""
    page = chain.page("unit_head")
    clinic = str(chain.city.units["clinic"].pk)
    page.goto(reverse("apply:action_new", args=[row.pk]))
    page.get_by_label("Apa yang dikerjakan?").fill("Membentuk regu air limbah.")
    press(page, "Simpan")
    says(page, "belum disebut di mana", "belum disebut siapa yang merawat sesudahnya")
    page.get_by_role("link", name="Ubah", exact=True).click()
    page.get_by_label("Di mana ditanam?").fill("Wilayah Puskesmas Contoh")
    page.get_by_label("Unit yang mengerjakan").select_option(clinic)
    page.get_by_label("Unit yang merawat sesudahnya").select_option(clinic)
    page.get_by_label("Biaya perawatan setahun (Rp)").fill("12.000.000")
    page.get_by_label("Sumber biaya perawatan").fill("BLUD puskesmas")
    pick(page, "aim", "air limbah program", chain.ground.aim.pk)
    pick(page, "indicator", "spald", chain.ground.indicator.pk)
    press(page, "Simpan")
    press(page, "Simpan hari berlaku")
    told(page, "Hari mulai berlaku dicatat.")
    page.context.close()


def check(chain: Chain, row: Adoption, clock: int, finding: str, barrier: str = "") -> None:
    """Somebody looks on the day that the clock names."""
    page = chain.page("unit_head")
    page.goto(reverse("apply:adoption", args=[row.pk]))
    part = unfold(page, "Catat pemeriksaan hari ini")
    part.get_by_label("Untuk pemeriksaan").select_option(str(clock))
    part.locator(f'input[name="finding"][value="{finding}"]').check()
    part.get_by_label("Apa yang ditemukan").fill("Regu berjalan menurut jadwal.")
    part.get_by_label("Buktinya").fill("Buku jadwal regu.")
    if barrier:
        part.get_by_label("Hambatan", exact=False).first.select_option(barrier)
    part.get_by_role("button", name="Simpan pemeriksaan").click()
    told(page, "Pemeriksaan dicatat.")
    page.context.close()


def close(chain: Chain, row: Adoption) -> None:
    """The mayor closes what was applied, with evidence: it enters the registry of practices."""
    page = chain.page("appointing_official")
    page.goto(reverse("apply:adoption", args=[row.pk]))
    part = unfold(page, "Tutup penerapan ini")
    part.locator('input[name="result"][value="applied"]').check()
    part.get_by_label("Bukti").fill("Buku jadwal regu setahun.")
    part.get_by_label("Mengapa berhasil atau tidak").fill("Regu tetap dan jadwal yang dibuka.")
    part.get_by_role("button", name="Tutup penerapan").click()
    told(page, "Penerapan ditutup dan masuk pustaka praktik.")
    page.context.close()
    assert chain.read(lambda: Practice.objects.get().title) == ADVICE


def look_back(chain: Chain) -> UnitNeed:
    """Applied is not improved: the outcome fell short, so it opens a need; the mayor reads the whole chain on a page."""
    planner = chain.page("programme_planner")
    planner.goto(reverse("measure:series_new", args=[chain.ground.indicator.pk]))
    planner.locator('input[name="kind"][value="quarter"]').check()
    planner.get_by_label("Periode pertama").fill("2027-04-01")
    planner.get_by_label("Sumber").fill("Profil sanitasi")
    planner.get_by_label("Deret utama", exact=False).check()
    press(planner, "Simpan")
    told(planner, "Deret tersimpan.")
    planner.goto(reverse("measure:value_new", args=[chain.read(Series.objects.get).pk]))
    planner.get_by_label("Periode", exact=True).select_option("2027-04-01")
    planner.get_by_label("Nilai (persen)").fill("47")
    planner.get_by_label("Diketahui per").fill("2027-07-10")
    press(planner, "Simpan")
    told(planner, "Nilai Triwulan II 2027 tersimpan")
    planner.context.close()
    head = chain.page("unit_head")
    head.goto(reverse("measure:indicator", args=[chain.ground.indicator.pk]))
    says(head, "Tidak tercapai", "47 persen")
    press(head, "Buka kebutuhan")
    told(head, "Kebutuhan dibuka untuk Dinas Kesehatan.")
    head.context.close()
    need: UnitNeed = chain.read(lambda: UnitNeed.objects.exclude(origin="unit").get())
    mayor = chain.page("appointing_official")
    mayor.goto(reverse("measure:chain"))
    sound(mayor, "Dari kebutuhan ke hasil")
    says(mayor, "Program air limbah", "“Diterapkan” belum berarti membaik.")
    mayor.context.close()
    return need


def see_only_what_they_may(chain: Chain, sending: Sending, participant: Participant) -> None:
    """Another head, another servant and a mentor of Malang who was not named read nothing of it."""
    addresses = (
        reverse("learn:sending", args=[sending.pk]),
        reverse("learn:trainee", args=[participant.pk]),
        reverse("learn:report", args=[chain.read(SendingReport.objects.get).pk]),
        reverse("apply:adoption", args=[chain.read(Adoption.objects.get).pk]),
    )
    for name in ("other_unit_head", "other_servant", "malang_officer"):
        page = chain.page(name)
        answers = [page.goto(address).status for address in addresses]  # type: ignore[union-attr]
        hosts = name == "malang_officer"
        assert answers == [404, 200 if hosts else 404, 404, 404], name
        page.context.close()


def test_a_need_becomes_an_outcome_in_a_year(chain: Chain) -> None:
    write(chain)
    sending = chain.read(Sending.objects.get)
    assert (sending.state, sending.host_agency_id) == ("submitted", chain.city.malang.pk)
    assert chain.read(Participant.objects.count, "malang") == 0
    assert chain.read(Decision.objects.count) == 0
    answer_as_host(chain, sending)
    order(chain, sending)
    participant = chain.read(Participant.objects.get)
    assert chain.read(lambda: Participant.objects.get().card_name, "malang") == "Nurul Pegawai"
    name_mentor(chain, participant)
    chain.go_to(datetime(2026, 3, 16, 1, tzinfo=UTC))
    leave(chain, sending)
    chain.go_to(datetime(2026, 3, 17, 2, tzinfo=UTC))
    keep_logbook(chain)
    sign(chain, participant)
    chain.go_to(datetime(2026, 6, 12, 2, tzinfo=UTC))
    judge(chain, participant)
    chain.go_to(datetime(2026, 6, 16, 2, tzinfo=UTC))
    come_home(chain, sending, participant)
    advice = recommend(chain)
    chain.go_to(datetime(2026, 7, 15, 2, tzinfo=UTC))
    present(chain, advice)
    adoption = decide(chain, advice)
    adopt(chain, adoption)
    chain.go_to(datetime(2026, 8, 14, 2, tzinfo=UTC))
    check(chain, adoption, 30, "stuck", "no_team")
    chain.go_to(datetime(2026, 10, 13, 2, tzinfo=UTC))
    check(chain, adoption, 90, "going")
    chain.go_to(datetime(2027, 1, 11, 2, tzinfo=UTC))
    check(chain, adoption, 180, "going")
    chain.go_to(datetime(2027, 7, 15, 2, tzinfo=UTC))
    check(chain, adoption, 365, "going")
    close(chain, adoption)
    need = look_back(chain)
    assert need.origin == f"measure:indicator:{chain.ground.indicator.pk}:2027-06-30"
    see_only_what_they_may(chain, sending, participant)
    kinds = chain.read(lambda: list(Decision.objects.order_by("sequence").values_list("kind", flat=True)))
    assert kinds[0] == "learn.ordered"
    assert chain.read(lambda: verify_chain(chain.city.palu.pk)).ok
