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
from playwright.sync_api import Page, expect

from matang.flow.learn.models import Participant, Sending
from matang.foundation.audit.models import Decision
from matang.foundation.tenancy import context
from tests.cast import Cast
from tests.factories.journeys import TITLE, Ground, ground
from tests.journeys.browser import Visitor, axe

Visit = Callable[..., Visitor]
MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(2026, 3, 16), date(2026, 6, 15)
PATIENCE = 30_000


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
        yield Chain(visit, city, base, clock)


def sound(page: Page, title: str) -> None:
    """The page shows its title, fits its screen, and breaks no rule of accessibility."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert axe(page) == []


def says(page: Page, *sentences: str) -> None:
    """The page shows every one of these sentences, word for word."""
    for sentence in sentences:
        expect(page.get_by_role("main")).to_contain_text(sentence, use_inner_text=True)


def press(page: Page, name: str) -> None:
    """Press the only button of this name."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Follow the first link of this name."""
    page.get_by_role("link", name=name, exact=True).first.click()


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
    page.get_by_label("Tujuan, program, atau kegiatan yang dilayani").select_option(label="Program air limbah")
    page.get_by_label("Indikator").select_option(index=1)
    page.get_by_label("Yang dikerjakan unit setelah peserta kembali").fill("Tim air limbah dibentuk di puskesmas.")
    press(page, "Simpan")
    follow(page, "Ubah tuan rumah dan waktu")
    page.get_by_label("Tuan rumah", exact=False).first.select_option(label="Pemerintah Kota Contoh Malang")
    page.get_by_label("Jumlah orang yang diminta diterima").fill("1")
    page.get_by_label("Mulai").fill(FIRST_DAY.isoformat())
    page.get_by_label("Hari terakhir").fill(LAST_DAY.isoformat())
    page.get_by_label("Aturan biaya").select_option("training")
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


def test_a_need_becomes_an_outcome_in_a_year(chain: Chain) -> None:
    write(chain)
    sending = chain.read(Sending.objects.get)
    assert (sending.state, sending.host_agency_id) == ("submitted", chain.city.malang.pk)
    assert chain.read(Participant.objects.count, "malang") == 0
    assert chain.read(Decision.objects.count) == 0
