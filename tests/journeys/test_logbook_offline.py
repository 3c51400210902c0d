"""The logbook on a phone that loses its network: written for a day without it, sent once when it is back."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from matang.flow.learn.models import LogEntry, LogPhoto
from matang.foundation.tenancy import context
from tests.cast import Cast
from tests.factories.journeys import Journey, under_way
from tests.journeys.browser import Visitor, axe

PICTURE = """async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3000, 2000];
    const paint = canvas.getContext("2d");
    for (let at = 0; at < 400; at += 1) {
        paint.fillStyle = `hsl(${at * 7} 70% 50%)`;
        paint.fillRect(at * 37 % 3000, at * 91 % 2000, 300, 200);
    }
    const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.95));
    return [...new Uint8Array(await blob.arrayBuffer())];
}"""


@pytest.fixture
def journey(city: Cast) -> Journey:
    """Return an internship that began today."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        return under_way(city, starts_on=date.today())  # noqa: DTZ011 - the phone's day


@pytest.fixture
def phone(visit: Callable[..., Visitor], city: Cast, journey: Journey) -> Iterator[BrowserContext]:
    """Return the intern's phone; it is switched off before the server goes."""
    made = visit(city.users["civil_servant"]).context("phone")
    yield made
    made.close()


def kept(city: Cast) -> list[tuple[str, int, bool]]:
    """Return (text, version, current) of all entries, in order of arrival."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        return list(LogEntry.objects.order_by("pk").values_list("done", "version", "current"))


def open_book(phone: BrowserContext) -> Page:
    """Open the logbook and wait until the phone can do without a network."""
    page = phone.new_page()
    page.goto(reverse("learn:logbook"))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def write(page: Page, text: str, photo: bytes = b"") -> None:
    """Answer the questions one by one and save."""
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Cukup satu dua kalimat").fill(text)
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Yang baru bagi Anda").fill("Cara memeriksa lumpur.")
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("button", name="Lanjut").click()
    if photo:
        page.set_input_files("#log-photo", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo})
        page.get_by_role("textbox", name="Keterangan foto 1").fill("Kolam pertama")
    page.get_by_role("button", name="Simpan catatan").click()


def test_an_entry_with_a_photo_written_without_a_network_is_sent_once_when_it_is_back(phone: BrowserContext, city: Cast) -> None:
    page = open_book(phone)
    photo = bytes(page.evaluate(PICTURE))
    assert len(photo) > 200 * 1024
    phone.set_offline(True)
    write(page, "Mengukur aliran air limbah.", photo)
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buku harian")
    expect(page.get_by_text("Mengukur aliran air limbah.")).to_be_visible()
    assert axe(page) == []
    write(page, "Sore: membersihkan saringan.")
    expect(page.get_by_text("2 catatan menunggu dikirim")).to_be_visible()
    assert kept(city) == []

    phone.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Mengukur aliran air limbah.")).to_be_visible()
    page.get_by_role("button", name="Kirim sekarang").click()
    expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
    assert kept(city) == [("Mengukur aliran air limbah.", 1, True), ("Sore: membersihkan saringan.", 1, True)]
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        stored = LogPhoto.objects.get()
    assert (stored.caption, stored.width, stored.height) == ("Kolam pertama", 1280, 853)
    assert len(stored.content) <= 200 * 1024


def reconnect(page: Page) -> None:
    """Ask for the sending, as somebody would who sees that entries wait."""
    page.get_by_role("button", name="Kirim sekarang").click()


def test_two_tabs_send_an_entry_once(phone: BrowserContext, city: Cast) -> None:
    first = open_book(phone)
    second = open_book(phone)
    phone.set_offline(True)
    write(first, "Catatan dari tab pertama.")
    expect(second.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    phone.set_offline(False)
    for page in (first, second):
        page.evaluate("dispatchEvent(new Event('online'))")
    for page in (first, second):
        expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
        expect(page.get_by_text("Catatan dari tab pertama.")).to_be_visible()
    assert kept(city) == [("Catatan dari tab pertama.", 1, True)]


def test_a_server_that_is_down_gets_the_entry_when_it_is_up(phone: BrowserContext, city: Cast) -> None:
    page = open_book(phone)
    phone.route("**/belajar/buku/k*/", lambda route: route.fulfill(status=503, body="down"))
    write(page, "Server sedang mati.")
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    reconnect(page)
    expect(page.get_by_text("Server belum dapat dihubungi.")).to_be_visible()
    assert kept(city) == []
    phone.unroute("**/belajar/buku/k*/")
    reconnect(page)
    expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
    assert kept(city) == [("Server sedang mati.", 1, True)]


def test_an_expired_sign_in_keeps_the_queue_and_asks_to_sign_in(phone: BrowserContext, city: Cast) -> None:
    page = open_book(phone)
    cookies = phone.cookies()
    phone.clear_cookies()
    write(page, "Masuk sudah kedaluwarsa.")
    expect(page.get_by_text("Anda perlu masuk lagi.")).to_be_visible()
    expect(page.locator("[data-told]").get_by_role("link", name="Masuk")).to_be_visible()
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    assert kept(city) == []
    phone.add_cookies(cookies)
    reconnect(page)
    expect(page.get_by_text("semua catatan terkirim")).to_be_visible()
    assert kept(city) == [("Masuk sudah kedaluwarsa.", 1, True)]


def test_a_refused_entry_stays_on_the_phone_with_its_reason(phone: BrowserContext, city: Cast, journey: Journey) -> None:
    page = open_book(phone)
    phone.set_offline(True)
    write(page, "Sesudah laporan diterima.")
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        type(journey.sending).objects.update(state="reported")
    phone.set_offline(False)
    reconnect(page)
    expect(page.get_by_text("Laporan magang ini sudah diterima; buku hariannya tidak ditambah lagi.")).to_be_visible()
    expect(page.get_by_text("Sesudah laporan diterima.")).to_be_visible()
    assert kept(city) == []


def test_a_full_phone_keeps_the_text_and_says_so(phone: BrowserContext, city: Cast) -> None:
    page = open_book(phone)
    photo = bytes(page.evaluate(PICTURE))
    page.evaluate("""() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value, ...rest) {
            if (value?.photos?.some(photo => photo.bytes)) throw new DOMException("full", "QuotaExceededError");
            return put.call(this, value, ...rest);
        };
    }""")
    phone.set_offline(True)
    write(page, "Ponsel penuh.", photo)
    expect(page.get_by_text("Tulisan disimpan tanpa fotonya")).to_be_visible()
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    page.evaluate("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    write(page, "Tidak ada ruang lagi.")
    expect(page.get_by_text("catatan ini belum tersimpan")).to_be_visible()
    expect(page.locator("#log-done")).to_have_value("Tidak ada ruang lagi.")


def test_who_leaves_while_entries_wait_is_warned_and_the_next_one_cannot_send_them(
    phone: BrowserContext, city: Cast, visit: Callable[..., Visitor]
) -> None:
    page = open_book(phone)
    phone.route("**/belajar/buku/kirim/", lambda route: route.abort())
    write(page, "Milik orang pertama.")
    expect(page.get_by_text("1 catatan menunggu dikirim")).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("button", name="Menu akun dan tampilan").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buku harian")
    assert [text.split(".")[0] for text in asked] == ["1 catatan harian belum terkirim dari ponsel ini"]
    phone.unroute("**/belajar/buku/kirim/")
    other = visit(city.users["other_servant"])
    phone.add_cookies([{"name": "sessionid", "value": other.session, "url": other.base}])
    page.goto(reverse("learn:logbook"))
    page.evaluate("(ways) => Buku.send(ways)", {"state": reverse("learn:log_state"), "send": reverse("learn:log_send")})
    assert page.evaluate("Buku.all().then(rows => rows.map(row => row.done))") == ["Milik orang pertama."]
    assert kept(city) == []


def test_a_shell_on_the_phone_shows_nobody_until_somebody_has_signed_in(phone: BrowserContext) -> None:
    page = open_book(phone)
    page.evaluate("localStorage.removeItem('buku-pemilik')")
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_text("Belum dikenal di ponsel ini")).to_be_visible()
    expect(page.get_by_text("Nurul")).to_have_count(0)
    assert page.evaluate("caches.keys().then(async names => (await (await caches.open(names[0])).keys()).length)") == 8
