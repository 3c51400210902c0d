"""The pages of the aims: what they show, what a form refuses, how many questions they ask, how large they are."""

import gzip
import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from bench.aims_tree import grow as grow_large
from matang.flow.aims.models import Aim, AimLink, Indicator
from matang.flow.aims.pages.fields import NumberField
from matang.flow.aims.pages.outline import SHOWN
from matang.flow.aims.public import set_indicator
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import grow, planner, plant
from tests.http import ActorClient

Browse = type[ActorClient]


def shown(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", "12.5"), ("1.250", "1250"), ("1.250.000,75", "1250000.75"), ("0.5", "0.5"), ("-3", "-3"), ("12.50", "12.50"),
        ("1 234,5", "1234.5"), ("", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_an_office_writes_them(text: str, number: str | None) -> None:
    assert NumberField().clean(text) == (Decimal(number) if number else None)


@pytest.mark.parametrize("text", ["abc", "1,2,3", "1.23456", "NaN", "1e30", "12345678901234567"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        NumberField().clean(text)


def test_the_tree_and_an_aim_say_who_answers_and_what_is_missing(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["civil_servant"])
    tree = shown(client.get(reverse("aims:outline")).content.decode())
    assert "Visi Kota sehat dan mandiri 6 di bawahnya" in tree
    page = client.get(reverse("aims:aim", args=[grove.at["sub"].pk])).content.decode()
    words = shown(page)
    assert "Terputus Belum ada indikator" in words
    assert "Misi Meningkatkan mutu hidup warga Tujuan Warga hidup lebih sehat" in words
    assert "Dirawat sesudahnya oleh belum diketahui" in words
    assert reverse("aims:aim_change", args=[grove.at["sub"].pk]) not in page


def test_a_tree_is_made_step_by_step_in_the_browser(cast: Cast, browse: Browse) -> None:
    client = browse(cast.users["programme_planner"])
    assert "Belum ada dokumen perencanaan" in client.get(reverse("aims:outline")).content.decode()
    client.post(reverse("aims:plan_new"), {"kind": "rpjmd", "name": "RPJMD", "year_from": "2025", "year_to": "2029"})
    client.post(reverse("aims:aim_new"), {"level": "vision", "title": "Kota baik"})
    vision = Aim.objects.get()
    client.post(reverse("aims:aim_add", args=[vision.pk]), {"level": "mission", "title": "Misi satu"})
    mission = Aim.objects.get(level="mission")
    said = {"title": "Misi kesatu", "code": "1", "unit": cast.units["health"].pk, "seen": ""}
    client.post(reverse("aims:aim_change", args=[mission.pk]), said)
    mission.refresh_from_db()
    assert (mission.title, mission.code, mission.unit_id, mission.parent_id) == (
        "Misi kesatu",
        "1",
        cast.units["health"].pk,
        vision.pk,
    )
    page = shown(client.get(reverse("aims:aim", args=[mission.pk])).content.decode())
    assert "rumusan: Misi satu → Misi kesatu" in page
    assert "unit penanggung jawab: – → Dinas Kesehatan" in page


def test_a_refused_form_says_why_and_keeps_what_was_typed(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["programme_planner"])
    wrong = {"name": "Indikator X", "measure_unit": "%", "direction": "up", "decimals": "0", "target_on": "2029-01-01"}
    answer = client.post(reverse("aims:indicator_new", args=[grove.at["sub"].pk]), wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tanggal tanpa nilai" in page
    assert "Indikator X" in page
    assert Indicator.objects.count() == 0
    twice = {"level": "mission", "title": "Meningkatkan mutu hidup warga"}
    answer = client.post(reverse("aims:aim_add", args=[grove.at["vision"].pk]), twice)
    assert (answer.status_code, Aim.objects.count()) == (422, 7)
    assert "sudah ada di tempat ini" in answer.content.decode()


def test_who_was_slower_sees_it_on_the_form(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["programme_planner"])
    address = reverse("aims:aim_change", args=[grove.at["sub"].pk])
    seen = re.search(r'name="seen" value="(\d+)"', client.get(address).content.decode())[1]
    assert client.post(address, {"title": "Pertama", "seen": seen}).status_code == 302
    answer = client.post(address, {"title": "Kedua", "seen": seen})
    assert (answer.status_code, Aim.objects.get(pk=grove.at["sub"].pk).title) == (422, "Pertama")
    assert "diubah oleh orang lain" in answer.content.decode()


def test_an_aim_is_moved_and_tied_by_search(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    other = grow(cast, grove.plan, "objective", "Naiknya cakupan imunisasi", grove.at["goal"])
    client = browse(cast.users["programme_planner"])
    move = reverse("aims:aim_move", args=[grove.at["programme"].pk])
    found = shown(client.post(move, {"target_kata": "imunisasi"}).content.decode())
    assert "Naiknya cakupan imunisasi" in found
    assert "2 simpul di bawahnya ikut pindah" in found
    client.post(move, {"target": other.pk, "reason": "Lebih tepat"})
    assert Aim.objects.get(pk=grove.at["sub"].pk).path.startswith(other.path)
    tie = reverse("aims:link_new", args=[grove.at["programme"].pk])
    sent = {"kind": "shares_outcome", "target": grove.at["objective"].pk, "share_percent": "60"}
    client.post(tie, sent)
    made = AimLink.objects.get()
    assert (made.kind, made.target_id, made.share_percent) == ("shares_outcome", grove.at["objective"].pk, Decimal(60))
    back = client.post(
        reverse("aims:link_new", args=[grove.at["activity"].pk]),
        {"kind": "contributes_to", "target": grove.at["objective"].pk, "share_percent": "40,5"},
    )
    assert (back.status_code, AimLink.objects.count()) == (422, 1)
    assert "sudah disepakati untuk hasil ini 60%; dengan ini menjadi 100,5%." in shown(back.content.decode())


def test_the_workbook_holds_what_the_list_shows(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    set_indicator(actor=planner(cast), aim_id=grove.at["sub"].pk, name="=Balita", measure_unit="Orang")
    client = browse(cast.users["auditor"])
    book = load_workbook(BytesIO(client.get(reverse("aims:download"), {"q": "gizi"}).content))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=6)]
    assert len(rows) == 1
    assert rows[0][1:4] == ["Subkegiatan", "1.02.02.2.02.0015", "Pengelolaan gizi balita"]
    assert rows[0][10:12] == ["=Balita", "Orang"]
    page = shown(client.get(reverse("aims:aims"), {"sebab": "no_indicator"}).content.decode())
    assert page.count("Terputus belum ada indikator") == 3
    assert "· 4 baris" in page


def test_the_list_filters_by_health_unit_and_plan(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["planner"])

    def titles(**query: object) -> list[str]:
        page = client.get(reverse("aims:aims"), query).content.decode()
        return re.findall(r'<th scope="row">.*?<a href="[^"]+">([^<]+)</a>', page)

    assert titles(unit="tanpa") == ["Kota sehat dan mandiri", "Meningkatkan mutu hidup warga", "Warga hidup lebih sehat"]
    assert titles(unit=cast.units["health"].pk, tingkat="programme") == ["Program Upaya Kesehatan"]
    assert titles(kesehatan="green") == []
    assert titles(urut="rumusan", dokumen=grove.plan.pk)[0] == "Kota sehat dan mandiri"
    assert titles(q="1.02.02.2") == ["Penyediaan layanan kesehatan", "Pengelolaan gizi balita"]


@pytest.fixture
def large(cast: Cast) -> list[int]:
    """Return the keys of 5,000 aims."""
    return grow_large(cast.palu, 5_000, [unit.pk for name, unit in cast.units.items() if name != "malang"])


def test_five_thousand_aims_stay_a_small_page_with_few_questions(
    cast: Cast, browse: Browse, large: list[int], django_assert_max_num_queries
) -> None:
    client = browse(cast.users["civil_servant"])
    client.get(reverse("aims:outline"))
    sizes = {}
    for name, query in (("outline", {}), ("picture", {}), ("aims", {"q": "gizi"})):
        with django_assert_max_num_queries(16):
            sizes[name] = client.get(reverse(f"aims:{name}"), query).content
    assert sizes["outline"].count(b'<li id="simpul-') <= SHOWN
    assert all(len(gzip.compress(page, 6)) < 100_000 for page in sizes.values())
    part = client.get(reverse("aims:branch", args=[large[20]])).content.decode()
    assert part.count('<li id="simpul-') == 8
    deep = client.get(reverse("aims:outline"), {"buka": large[4_999]}).content.decode()
    assert f'id="simpul-{large[4_999]}"' in deep


def test_words_in_the_tree_s_search_lead_to_the_list(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    client = browse(cast.users["planner"])
    answer = client.get(reverse("aims:outline"), {"q": "gizi & air", "dokumen": grove.plan.pk, "buka": "1"})
    assert (answer.status_code, answer.url) == (302, f"{reverse('aims:aims')}?q=gizi+%26+air&dokumen={grove.plan.pk}")


def test_a_page_as_at_an_earlier_day_shows_that_day(cast: Cast, browse: Browse) -> None:
    grove = plant(cast)
    Aim.objects.filter(pk=grove.at["sub"].pk).update(valid_to=today())
    client = browse(cast.users["planner"])
    now = client.get(reverse("aims:aim", args=[grove.at["sub"].pk])).content.decode()
    then = client.get(reverse("aims:aim", args=[grove.at["sub"].pk]), {"per": date(2025, 6, 1).isoformat()}).content.decode()
    assert "Berakhir sejak" in now
    assert "Berakhir sejak" not in then
    assert "Keadaan per 1 Juni 2025" in shown(then)
