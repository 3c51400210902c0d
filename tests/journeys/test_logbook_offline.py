"""The logbook on a phone that loses its network: written for a day without it, sent once when it is back."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

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


def test_an_entry_with_a_photo_written_without_a_network_is_sent_once_when_it_is_back(
    phone: BrowserContext, city: Cast
) -> None:
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
