"""The whole road in a real browser: HR officer imports → sees gaps → plans → panel decides → person sees why."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.db import connections, transaction
from django.urls import reverse
from playwright.sync_api import Page, expect

from matang.flow.plan.models import PlacementScenario, Proposal
from matang.flow.register.models import Person, Post
from matang.foundation.access.roles import Role
from matang.foundation.identity.models import User
from matang.foundation.jobs.services import run_pending
from matang.foundation.tenancy import context
from tests.cast import START, Cast, make_user
from tests.flow.register.imports.files import person, siasn
from tests.journeys.browser import Visitor, axe, axe_everywhere

HEAD = {
    "JENIS_JABATAN_NAMA": "Jabatan Struktural",
    "ESELON_NAMA": "IV.a",
    "UNOR_NAMA": "Dinas Kesehatan",
    "GOL_AKHIR_NAMA": "III/d",
    "TMT_JABATAN": "01-03-2019",
}
ROWS = [
    person(1, NAMA="Ani Contoh", JABATAN_NAMA="Kepala Subbagian Umum", TINGKAT_PENDIDIKAN_NAMA="S-2", **HEAD),
    person(2, NAMA="Budi Contoh", JABATAN_NAMA="Kepala Subbagian Keuangan", **HEAD),
]


def sound(page: Page, title: str) -> None:
    """The page shows its title and breaks no rule of accessibility."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    assert axe(page) == []


def make_vacancy(city: Cast) -> Post:
    """Make a post that nobody holds."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        return Post.objects.create(
            agency=city.palu,
            unit=city.units["health"],
            name="Kepala Bidang Contoh",
            kind="administrator",
            capacity=1,
            valid_from=START,
        )


def work() -> int:
    """Do the waiting jobs as a worker would, in a thread of its own; return how many succeeded."""
    try:
        return run_pending().succeeded
    finally:
        connections.close_all()


def import_staff(page: Page, file: Path) -> None:
    """Upload, look at the preview, save, and let the worker do it."""
    page.goto(reverse("register:import_new"))
    sound(page, "Unggah")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Unggah dan periksa").click()
    page.get_by_role("button", name="Lanjut ke tinjauan").click()
    assert axe(page) == []
    page.get_by_role("link", name="Simpan ke register").click()
    page.get_by_role("button", name="Ya, simpan").click()
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(work).result() == 1


def plan(page: Page) -> None:
    """Make a scenario of the agency, read the proposal and the reasons, and submit it."""
    page.goto(reverse("plan:new"))
    sound(page, "Skenario baru")
    page.get_by_label("Nama skenario").fill("Dinas Kesehatan lowong")
    page.get_by_label("Lingkup").select_option(label="Dinas Kesehatan")
    page.get_by_role("button", name="Hitung usulan").click()
    sound(page, "Dinas Kesehatan lowong")
    expect(page.get_by_text("Diperiksa: layak dan optimal")).to_be_visible()
    page.get_by_role("link", name="Ani Contoh").first.click()
    sound(page, "Ani Contoh")
    expect(page.get_by_text("Diusulkan untuk jabatan ini")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Ajukan ke tim penilai").click()
    expect(page.get_by_text("Skenario diajukan ke tim penilai.")).to_be_visible()


def advise(page: Page) -> None:
    """Prepare and open a meeting of one, state no conflict, vote, and close the vote."""
    page.goto(reverse("place:queue"))
    sound(page, "Menunggu putusan")
    page.get_by_role("link", name="Siapkan sidang untuk usulan ini").click()
    sound(page, "Siapkan sidang")
    page.get_by_role("button", name="Siapkan sidang").click()
    expect(page.get_by_text("Pernyataan Anda ditunggu")).to_be_visible()
    page.get_by_role("link", name="Buka Kepala Bidang Contoh").click()
    sound(page, "Pernyataan konflik kepentingan")
    page.get_by_role("radio", name="Tidak ada konflik kepentingan").check()
    page.get_by_role("button", name="Nyatakan").click()
    page.get_by_role("checkbox", name="hadir").check()
    page.get_by_role("button", name="Simpan kehadiran").click()
    page.get_by_role("button", name="Buka sidang").click()
    page.get_by_role("link", name="Buka Kepala Bidang Contoh").click()
    sound(page, "Kepala Bidang Contoh")
    page.get_by_role("radio", name="Ani Contoh").check()
    page.get_by_role("button", name="Beri suara").click()
    page.get_by_role("button", name="Tutup dan hitung suara").click()
    expect(page.get_by_text("Pertimbangan dicatat: Ani Contoh")).to_be_visible()
    assert axe(page) == []


def decide(page: Page) -> None:
    """Try to override without a reason, then confirm."""
    page.goto(reverse("place:queue"))
    page.get_by_role("link", name="Sidang tim penilai").last.click()
    sound(page, "Sidang tim penilai")
    page.get_by_role("link", name="Putuskan Kepala Bidang Contoh").click()
    sound(page, "Kepala Bidang Contoh")
    page.get_by_role("radio", name="Budi Contoh").check()
    page.get_by_role("button", name="Catat putusan").click()
    expect(page.get_by_text("Putusan yang berbeda dari usulan harus disertai alasan.").first).to_be_visible()
    page.get_by_role("radio", name="Ani Contoh").check()
    page.get_by_role("button", name="Catat putusan").click()
    expect(page.get_by_text("direncanakan, belum berlaku")).to_be_visible()
    assert axe(page) == []


def account_of(city: Cast, name: str) -> User:
    """Give an imported person an account."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        return make_user(city.palu, "budi", Role.CIVIL_SERVANT, city.units["health"], Person.objects.get(full_name=name))


def read_why(page: Page) -> None:
    """Read one's own reasons: how far off, and what would have been enough."""
    page.goto(reverse("place:my_reasons"))
    sound(page, "Alasan penempatan saya")
    expect(page.get_by_text("bukan Anda kali ini")).to_be_visible()
    page.get_by_role("link", name="Penjelasan lengkap Kepala Bidang Contoh").click()
    sound(page, "Mengapa Anda, atau mengapa bukan Anda?")
    expect(page.get_by_text("Kurang 5 poin untuk menyamai susunan terbaik.")).to_be_visible()
    expect(page.get_by_role("heading", name="2. Apa yang sudah cukup untuk menang")).to_be_visible()
    expect(page.get_by_text("Ani Contoh")).to_have_count(0)


def test_from_the_file_of_staff_to_the_reasons(visit: Callable[..., Visitor], city: Cast, tmp_path: Path) -> None:
    make_vacancy(city)
    file = tmp_path / "pegawai.xlsx"
    file.write_bytes(siasn(ROWS))
    names = ("hr_officer", "planner", "panel_member", "appointing_official")
    officer, planner, panel, mayor = (visit(city.users[name]) for name in names)
    page = officer.page()
    import_staff(page, file)
    page.goto(reverse("needs:gaps"))
    sound(page, "Kesenjangan kompetensi")
    plan(planner.page())
    advise(panel.page())
    decide(mayor.page())
    person_account = account_of(city, "Budi Contoh")
    read_why(visit(person_account).page())
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        scenario = PlacementScenario.objects.get()
        budi = Proposal.objects.get(scenario=scenario, person_id=person_account.person_id)
    assert (
        axe_everywhere(
            officer,
            [
                reverse("needs:gaps"),
                reverse("needs:person", args=[budi.person_id]),
                reverse("needs:post_standard", args=[budi.post_id]),
                reverse("needs:needs"),
                reverse("needs:open_need"),
                reverse("plan:scenarios"),
                reverse("plan:new"),
                reverse("plan:scenario", args=[scenario.pk]),
                reverse("plan:why", args=[scenario.pk, budi.post_id, budi.person_id]),
                reverse("place:queue"),
                reverse("place:decide", args=[scenario.pk, budi.post_id]),
                reverse("place:decided"),
            ],
        )
        == []
    )
