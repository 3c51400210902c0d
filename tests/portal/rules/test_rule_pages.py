"""The pages about the law: what they say, and that every rule explains itself and answers a case."""

import html
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from urllib.parse import parse_qsl

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang import rules
from matang.foundation.clock.services import today
from matang.portal.rules.answering import examples_of
from matang.portal.rules.examples import scenarios
from tests.cast import Cast
from tests.http import ActorClient

Browse = Callable[..., ActorClient]
YOUNG = "eligibility.is_young_enough"


@pytest.fixture
def reader(browse: Browse, cast: Cast) -> ActorClient:
    """Return somebody without any office: law is nobody's secret."""
    return browse(cast.users["civil_servant"])


def text(client: ActorClient, name: str, *args: object, **query: str) -> str:
    """Return the visible text of a page, one space between words."""
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return plain(answer.content.decode())


def plain(content: str) -> str:
    """Return text without tags."""
    main = content[content.index("<main") : content.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_every_rule_explains_itself_and_says_what_it_cannot_tell(reader: ActorClient) -> None:
    for key, item in rules.ALL.items():
        private = any(fact.kind is rules.Kind.TEXT for fact in item.needs)
        address = reverse("rules:rule", args=[key])
        page = reader.post(address) if private else reader.get(address, {"coba": "1"})
        shown = plain(page.content.decode())
        assert item.question in shown, key
        assert item.explained in shown, key
        assert "Jawaban untuk kasus ini" in shown, key
        answered = shown[shown.index("Jawaban untuk kasus ini") : shown.index("Nilai yang berlaku")]
        unknown = rules.answer(key, {}, today()).outcome is rules.Outcome.CANNOT_TELL
        assert ("belum dapat dipastikan" in answered, "Belum diketahui:" in answered) == (unknown, unknown), key


def test_every_worked_example_leads_to_its_own_answer(reader: ActorClient) -> None:
    day = date(2026, 11, 23)
    for key in rules.ALL:
        for scenario in scenarios(key, day):
            told = examples_of(scenario, day, addressed=True)
            assert len(told.cases) >= 1, key
            for case in told.cases:
                if scenario.pivot.kind is rules.Kind.TEXT:
                    answer = reader.post(reverse("rules:rule", args=[key]), dict(parse_qsl(case.query)))
                else:
                    answer = reader.get(f"{reverse('rules:rule', args=[key])}?{case.query}")
                shown = plain(answer.content.decode())
                answered = shown[shown.index("Jawaban untuk kasus ini") : shown.index("Nilai yang berlaku")]
                assert f"{case.answer.word} {case.answer.text}" in answered, (key, case.query)


def test_the_age_limit_is_shown_day_by_day_around_it(reader: ActorClient) -> None:
    shown = text(reader, "rules:rule", YOUNG, per="2026-11-23")
    assert "24 November 1970 (usia 55 tahun 364 hari) terpenuhi" in shown
    assert "23 November 1970 (tepat berusia 56 tahun) terpenuhi" in shown
    assert "22 November 1970 (usia 56 tahun 1 hari) tidak terpenuhi" in shown
    assert "tanggal pemeriksaan pada atau sebelum hari terakhir dapat diangkat" in shown
    assert "hari terakhir dapat diangkat = tanggal lahir ditambah “usia paling tinggi saat diangkat”" in shown


def test_a_case_is_answered_with_its_article_and_confidence(reader: ActorClient) -> None:
    case = {"coba": "1", "post_kind": "jpt_pratama", "birth_date": "1970-11-22", "per": "2026-11-23"}
    shown = text(reader, "rules:rule", YOUNG, **case)
    assert (
        "Lahir 22 November 1970; usia paling tinggi 56 tahun tercapai pada 22 November 2026, sebelum 23 November 2026." in shown
    )
    assert "Dasar: PP 11/2017 pasal 107 huruf c · dibaca dari naskah" in shown


def test_a_calculation_and_a_classification_answer_too(reader: ActorClient) -> None:
    case = {"coba": "1", "post_kind": "pengawas", "birth_date": "1970-03-09", "per": "2026-11-23"}
    assert "jawaban 1 April 2028 Dasar: PP 11/2017" in text(reader, "rules:rule", "retirement.on_which_day", **case)
    case = {"coba": "1", "post_since": "2025-01-01", "per": "2026-11-23"}
    assert "jawaban Terlalu awal" in text(reader, "rules:rule", "transfer.is_it_time", **case)


def test_an_article_stands_once_under_an_answer(reader: ActorClient) -> None:
    case = {"coba": "1", "employment_kind": "pns", "education": "s1", "post_kind": "administrator", "technical_jp": "20"}
    shown = text(reader, "rules:rule", "index.how_professional", **case)
    answered = shown[shown.index("Langkah demi langkah") : shown.index("Nilai yang berlaku")]
    steps = answered.split("(paling banyak ")[1:]
    assert len(steps) == 4
    assert [step.count("Dasar: PerBKN 8/2019 lampiran I ·") for step in steps] == [1, 1, 1, 1]


def test_numbers_are_read_as_they_are_written_here(reader: ActorClient) -> None:
    for typed in ("80,5", "80.5"):
        shown = text(reader, "rules:rule", "index.category_of_index", coba="1", ip_index=typed)
        assert "jawaban Tinggi" in shown, typed
    assert "jawaban Sedang" in text(reader, "rules:rule", "index.category_of_index", coba="1", ip_index="80")


BAD = (
    ("index.category_of_index", {"ip_index": "101"}, "Tulis angka dari 0 sampai 100, paling banyak 2 angka di belakang koma."),
    ("index.category_of_index", {"ip_index": "80,555"}, "Tulis angka dari 0 sampai 100, paling banyak 2 angka di belakang koma."),
    ("index.category_of_index", {"ip_index": "banyak"}, "Tulis angka dari 0 sampai 100"),
    ("index.category_of_index", {"ip_index": "nan"}, "Tulis angka dari 0 sampai 100"),
    ("eligibility.has_enough_field_experience", {"field_months": "-1"}, "Tulis bilangan bulat, paling sedikit 0."),
    ("eligibility.has_enough_field_experience", {"field_months": "9" * 19}, "Tulis bilangan bulat, paling sedikit 0."),
    (YOUNG, {"birth_date": "31-02-1970"}, "Tulis tanggal seperti 31-12-2026."),
    (YOUNG, {"post_kind": "raja"}, "Masukkan pilihan yang valid"),
    (YOUNG, {"per": "1800-01-01"}, "Pilih tanggal antara 17 Agustus 1945 dan 31 Desember 2100."),
)


@pytest.mark.parametrize(("key", "fields", "said"), BAD)
def test_a_bad_value_is_named_at_its_field_and_answers_nothing(
    reader: ActorClient, key: str, fields: dict[str, str], said: str
) -> None:
    shown = text(reader, "rules:rule", key, coba="1", **fields)
    assert said in shown
    assert "Kasus ini belum dapat dihitung" in shown
    assert "Jawaban untuk kasus ini" not in shown


def test_a_number_of_a_person_never_stands_in_an_address(reader: ActorClient) -> None:
    address = reverse("rules:rule", args=["identity.is_nip_readable"])
    page = reader.get(address, {"coba": "1", "nip": "198001012005012001"})
    assert "Jawaban untuk kasus ini" not in page.content.decode()
    assert 'value="198001012005012001"' not in page.content.decode()
    sent = plain(reader.post(address, {"nip": "198013012005012001"}).content.decode())
    assert "tidak terpenuhi" in sent.split("Nilai yang berlaku")[0]
    assert f'href="{address}?' not in page.content.decode()
    assert reader.post(reverse("rules:rule", args=[YOUNG])).status_code == 405


def test_the_list_can_be_searched_filtered_and_asked_for_another_day(reader: ActorClient) -> None:
    every = text(reader, "rules:rules")
    assert f"{len(rules.ALL)} aturan ditampilkan." in every
    assert [every.index(name) for name in ("Syarat jabatan Apakah", "Pensiun Apakah", "Mutasi Apakah")] == sorted(
        every.index(name) for name in ("Syarat jabatan Apakah", "Pensiun Apakah", "Mutasi Apakah")
    )
    assert "3 aturan ditampilkan." in text(reader, "rules:rules", topik="retirement")
    assert "Masa jabatan paling singkat sebelum mutasi: 24 bulan" in text(reader, "rules:rules", q="mutasi singkat")
    assert "Tidak ada aturan yang cocok" in text(reader, "rules:rules", q="tidak ada kata begini")
    before = text(reader, "rules:rules", q="mutasi", per="2019-04-04")
    assert "belum ada nilainya pada tanggal ini" in before
    assert "Nilainya seperti yang berlaku pada 4 April 2019." in before


def test_the_unverified_are_counted_and_can_be_filtered(reader: ActorClient) -> None:
    unverified = 0
    for item in rules.ALL.values():
        values = [parameter.on(today(), line) for parameter in item.parameters for line in parameter.values]
        references = [item.reference, *(value.reference for value in values if value is not None)]
        unverified += any(reference.unverified for reference in references)
    assert f"Aturan belum diverifikasi {unverified}" in text(reader, "rules:rules")
    assert f"{unverified} aturan ditampilkan." in text(reader, "rules:rules", periksa="belum")


def test_a_source_says_what_rests_on_it_and_what_nobody_has_read(reader: ActorClient) -> None:
    shown = text(reader, "rules:source", "perbkn-5-2019")
    assert "Tata cara pelaksanaan mutasi" in shown
    assert "Berlaku sejak 5 April 2019" in shown
    assert "4 dari 4 rujukan" in shown
    assert "Apakah sudah waktunya dimutasi?" in shown
    assert "Masa jabatan paling lama sebelum mutasi 60 bulan pasal 2 ayat (3)" in shown
    assert "PerBKN 5/2019" in text(reader, "rules:sources")


def test_what_there_is_not_is_not_found(reader: ActorClient) -> None:
    assert reader.get(reverse("rules:rule", args=["nothing.here"])).status_code == 404
    assert reader.get(reverse("rules:source", args=["nothing"])).status_code == 404


def test_the_workbook_holds_every_value_for_review(reader: ActorClient) -> None:
    answer = reader.get(reverse("rules:export"), {"per": "2026-11-23"})
    assert answer["Content-Disposition"] == 'attachment; filename="aturan-2026-11-23.xlsx"'
    book = openpyxl.load_workbook(BytesIO(answer.content))
    values = list(book["Nilai"].iter_rows(min_row=4, values_only=True))
    assert len(values) == sum(len(line) for parameter in rules.PARAMETERS.values() for line in parameter.values.values())
    row = next(row for row in values if row[0] == "retirement.age" and row[2] == "Pengawas")
    assert row[1:4] == ("Batas usia pensiun", "Pengawas", "58 tahun")
    assert row[6:10] == ("PP 11/2017", "pasal 239 ayat (2)", "dibaca dari naskah", "tidak")
    assert len(list(book["Aturan"].iter_rows(min_row=4))) == len(rules.ALL)
    assert len(list(book["Sumber"].iter_rows(min_row=4))) == len(rules.SOURCES)


@pytest.mark.parametrize(("name", "args"), [("rules:rules", []), ("rules:rule", ["index.which_category"]), ("rules:sources", [])])
def test_pages_about_the_law_ask_the_database_only_who_is_there(reader: ActorClient, name: str, args: list[str]) -> None:
    reader.get(reverse(name, args=args))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        reader.get(reverse(name, args=args))
    with CaptureQueriesContext(connection) as bare:
        reader.get(reverse("portal:stage", args=["aims"]))
    assert len(asked) == len(bare)


def test_the_search_of_the_portal_finds_rules(reader: ActorClient) -> None:
    shown = text(reader, "portal:search", q="batas usia pensiun")
    assert "Pada usia berapa pemegang jabatan ini pensiun?" in shown


def test_every_page_leads_to_the_rules(reader: ActorClient) -> None:
    assert f'href="{reverse("rules:rules")}"' in reader.get(reverse("portal:home")).content.decode()
