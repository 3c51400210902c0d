"""Files of standards: what is wrong is said by row with the way out, what goes out comes back unchanged, many rows are quick."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from matang.flow.needs.choices import StandardChangeKind
from matang.flow.needs.models import PostStandard
from matang.flow.needs.public import ensure_dictionary, set_standard
from matang.flow.needs.selectors.families import families_at
from matang.flow.needs.services.findings import shown
from matang.flow.needs.services.standards import changes
from matang.flow.needs.services.standards.reading import Reading, read_standards
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access.actor import Actor, Scope
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast
from tests.http import ActorClient

HEAD = "Nomor jabatan;Jabatan;Kode unit;Unit;Kode kompetensi;Kompetensi;Level;Sifat;Berlaku sejak;Berlaku sampai\n"
DAY = date(2026, 2, 1)
WHOLE = Scope(everything=True, paths=())


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    return ensure_dictionary(cast.palu.pk)


@pytest.fixture
def officer(cast: Cast) -> Actor:
    return actor_of(cast.users["hr_officer"])


@pytest.fixture
def post(cast: Cast) -> Post:
    return Incumbency.objects.get(person=cast.people["superior"]).post


def read(cast: Cast, text: str, scope: Scope = WHOLE) -> Reading:
    return read_standards((HEAD + text).encode(), "standar.csv", agency_id=cast.palu.pk, day=DAY, scope=scope)


def codes_found(reading: Reading) -> list[tuple[int, str, str]]:
    return [(found["row"], found["column"], found["code"]) for found in reading.findings]


def test_a_post_is_known_by_its_number_or_by_name_and_unit(cast: Cast, codes: dict[str, int], post: Post) -> None:
    found = read(
        cast,
        f"{post.pk};;;;MAN.1;;3;Wajib;;\n;kepala puskesmas  CONTOH;;;;integritas;;;;\n"
        ";Kepala Puskesmas Contoh;P01.1;;;Kerja sama;2;;01-03-2026;01-06-2026\n",
    )
    assert [(row, competency, span.level, span.must, span.start, span.end) for row, competency, span in found.wanted] == [
        (post.pk, codes["MAN.1"], 3, True, DAY, None),
        (post.pk, codes["MAN.2"], 2, False, date(2026, 3, 1), date(2026, 6, 1)),
    ]
    assert codes_found(found) == [(3, "level", "level_invalid")]


def test_every_wrong_row_says_what_is_wrong_and_the_way_out(cast: Cast, codes: dict[str, int], post: Post) -> None:
    twin = cast.units["social"]
    Post.objects.create(agency=cast.palu, unit=twin, name=post.name, kind="pengawas", capacity=1, valid_from=START)
    found = read(
        cast,
        f"{post.pk};;;;MAN.1;;3;;;\n"  # 2: fine
        "99999;;;;MAN.1;;3;;;\n"  # 3
        ";Tidak Ada;;;MAN.1;;3;;;\n"  # 4
        f";{post.name};;;MAN.1;;3;;;\n"  # 5: two of that name
        f"{post.pk};;;;;Integritass;3;;;\n"  # 6
        f"{post.pk};;;;;;3;;;\n"  # 7
        f"{post.pk};;;;MAN.2;;0;;;\n"  # 8
        f"{post.pk};;;;MAN.2;;3;Mungkin;;\n"  # 9
        f"{post.pk};;;;MAN.2;;3;;31-02-2026;\n"  # 10
        f"{post.pk};;;;MAN.2;;3;;01-05-2026;01-05-2026\n"  # 11
        f"{post.pk};;;;MAN.1;;4;;01-03-2026;\n"  # 12: overlaps row 2
        f"{post.pk};Nama Lain;;;MAN.3;;2;;;\n"  # 13: taken, with a remark
        ";;;;MAN.1;;3;;;\n"  # 14
        f"{post.pk};;;;MAN.4;;3;;31-12-2019;\n",  # 15: the post starts the day after
    )
    assert codes_found(found) == [
        (3, "nomor jabatan", "post_unknown"), (4, "jabatan", "post_unknown"), (5, "jabatan", "post_ambiguous"),
        (6, "kompetensi", "competency_unknown"), (7, "kompetensi", "competency_missing"), (8, "level", "level_invalid"),
        (9, "sifat", "weight_unknown"), (10, "berlaku sejak", "date_unreadable"),
        (11, "berlaku sampai tidak termasuk", "dates_reversed"), (12, "kompetensi", "row_twice"),
        (13, "jabatan", "post_mismatch"), (14, "jabatan", "post_missing"),
        (15, "berlaku sejak", "post_not_then"),
    ]  # fmt: skip
    assert [(competency, span.level) for _, competency, span in found.wanted] == [(codes["MAN.1"], 3), (codes["MAN.3"], 2)]
    said = {each.row: each for each in shown(found.findings)}
    assert "Barangkali: Integritas." in said[6].reason
    assert said[12].reason == "Jabatan dan kompetensi ini sudah ada pada baris 2 dengan tanggal yang bertumpuk."
    assert all(each.way_out for each in said.values())


def test_rows_outside_ones_scope_are_left_out_and_said_so(cast: Cast, codes: dict[str, int], post: Post) -> None:
    found = read(cast, f"{post.pk};;;;MAN.1;;3;;;\n", Scope(everything=False, paths=(cast.units["social"].path,)))
    assert (found.wanted, codes_found(found)) == ([], [(2, "jabatan", "post_outside")])


def test_a_file_without_the_columns_is_refused(cast: Cast) -> None:
    with pytest.raises(UnreadableFileError, match="nomor jabatan atau jabatan"):
        read_standards(b"a;b\n1;2\n", "x.csv", agency_id=cast.palu.pk, day=DAY, scope=WHOLE)


def apply_file(officer: Actor, reading: Reading) -> dict[str, int]:
    change = changes.prepare(actor=officer, kind=StandardChangeKind.FILE, title="berkas", effective_from=DAY, rows=reading.wanted)
    return changes.apply_change(actor=officer, change_id=change.pk).tally


def test_the_download_comes_back_without_a_change(
    cast: Cast, codes: dict[str, int], officer: Actor, post: Post, browse: type[ActorClient]
) -> None:
    for level, day in ((2, START), (3, date(2030, 1, 1))):
        set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=level, must=True, valid_from=day)
    before = list(PostStandard.objects.order_by("pk").values())
    book = browse(cast.users["hr_officer"]).get(reverse("needs:standards_download")).content
    sheet = openpyxl.load_workbook(BytesIO(book))["Standar"]
    assert [cell.value for cell in sheet[2]][:8] == [
        post.pk, post.name, "P01.1", "Puskesmas Contoh", "MAN.1", "Integritas", 2, "Wajib",
    ]  # fmt: skip
    assert len(sheet.data_validations.dataValidation) == 4
    found = read_standards(book, "standar.xlsx", agency_id=cast.palu.pk, day=DAY, scope=WHOLE)
    assert (found.rows, found.findings) == (2, [])
    tally = apply_file(officer, found)
    assert (tally["posts"], tally["left"]) == (0, 1)
    assert list(PostStandard.objects.order_by("pk").values()) == before


def test_the_template_holds_every_post_with_what_it_asks_now(
    cast: Cast, codes: dict[str, int], officer: Actor, browse: type[ActorClient]
) -> None:
    book = browse(cast.users["planner"]).get(reverse("needs:standards_template")).content
    found = read_standards(book, "templat.xlsx", agency_id=cast.palu.pk, day=today(), scope=WHOLE)
    assert (found.findings, len(found.wanted), len({row[0] for row in found.wanted})) == ([], 5 * 9, 5)
    tally = apply_file(officer, found)
    assert (tally["created"], tally["posts_first"]) == (45, 5)
    assert apply_file(officer, found)["left"] == 45


def test_a_table_of_a_functional_family_sets_every_level_of_it(cast: Cast, codes: dict[str, int], officer: Actor) -> None:
    names = ("Perawat Ahli Pertama", "Perawat Ahli Muda", "Perawat Penyelia")
    kinds = ("jf_ahli_pertama", "jf_ahli_muda", "jf_penyelia")
    for unit in ("health", "clinic"):
        for name, kind in zip(names, kinds, strict=True):
            Post.objects.create(agency=cast.palu, unit=cast.units[unit], name=name, kind=kind, capacity=1, valid_from=START)
    family = next(each for each in families_at(officer, DAY) if each.stem == "Perawat")
    text = "kompetensi,Pertama,Muda,Madya,Utama\nIntegritas,2,3,4,5\nKerja Sama,2,-,4,4\nTidak Ada,1,1,1,1\nKomunikasi,9,2,,\n"
    found = read_standards(text.encode(), "skj.csv", agency_id=cast.palu.pk, day=DAY, scope=WHOLE, family=family)
    assert codes_found(found) == [(4, "kompetensi", "competency_unknown"), (5, "pertama", "level_invalid")]
    tally = apply_file(officer, found)
    assert (tally["posts"], tally["created"]) == (4, 8)
    asked = PostStandard.objects.filter(post__kind="jf_ahli_muda").values_list("competency__code", "level").distinct()
    assert sorted(asked) == [("MAN.1", 3), ("MAN.3", 2)]


def test_nine_thousand_rows_take_few_queries(
    cast: Cast, codes: dict[str, int], officer: Actor, django_assert_max_num_queries: object
) -> None:
    posts = Post.objects.bulk_create(
        Post(agency=cast.palu, unit=cast.units["clinic"], name=f"Jabatan {n}", kind="pelaksana", capacity=1, valid_from=START)
        for n in range(1000)
    )
    wanted = list(codes)[:9]
    text = "".join(f"{post.pk};;;;{code};;2;;;\n" for post in posts for code in wanted)
    with django_assert_max_num_queries(35):
        found = read(cast, text)
        tally = apply_file(officer, found)
    assert (found.rows, tally["created"], PostStandard.objects.count()) == (9000, 9000, 9000)


def test_an_upload_leads_to_the_preview_and_deciding_writes_it(
    cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient]
) -> None:
    client = browse(cast.users["hr_officer"])
    file = BytesIO((HEAD + f"{post.pk};;;;MAN.1;;3;Wajib;;\n99;;;;MAN.1;;3;;;\n").encode())
    file.name = "standar.csv"
    data = {"file": file, "effective_from": DAY.isoformat(), "basis": "SK 9"}
    page = client.post(reverse("needs:standards_upload"), data, follow=True)
    told = page.content.decode()
    assert "Jabatan “99” tidak ada pada tanggal itu." in told
    assert "1 jabatan beralih dari syarat baku ke standar sendiri" in told
    assert PostStandard.objects.count() == 0
    here, digest = page.redirect_chain[-1][0], page.context["plan"].digest
    book = openpyxl.load_workbook(BytesIO(client.get(f"{here}temuan/").content))["Temuan"]
    assert [cell.value for cell in book[2]][:3] == [3, "nomor jabatan", "Jabatan “99” tidak ada pada tanggal itu."]
    done = client.post(here, {"act": "apply", "digest": digest}, follow=True).content.decode()
    assert "Standar ditetapkan." in done
    assert PostStandard.objects.values_list("post_id", "level", "must").get() == (post.pk, 3, True)
    undone = client.post(here, {"act": "undo", "reason": "Keliru"}, follow=True).content.decode()
    assert "standar kembali seperti sebelumnya" in undone
    assert PostStandard.objects.count() == 0


def test_an_officer_of_a_unit_uploads_for_that_unit_only(cast: Cast, codes: dict[str, int], post: Post) -> None:
    actor = actor_of(cast.users["hr_officer"])
    assert actor.scope(Role.HR_OFFICER).everything
    found = read(cast, f"{post.pk};;;;MAN.1;;3;;;\n", Scope(everything=False, paths=(cast.units["health"].path,)))
    assert len(found.wanted) == 1


def test_rows_of_an_earlier_day_are_named_before_they_rewrite_the_past(
    cast: Cast, codes: dict[str, int], post: Post, officer: Actor, browse: type[ActorClient]
) -> None:
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=2, must=False, valid_from=date(2026, 1, 5))
    client, address = browse(cast.users["hr_officer"]), reverse("needs:standards_upload")

    def told(since: str) -> str:
        file = BytesIO(f"{HEAD}{post.pk};;;;MAN.1;;4;Diutamakan;{since};\n".encode())
        file.name = "standar.csv"
        data = {"file": file, "basis": "SK 2", "effective_from": today().isoformat()}
        return client.post(address, data, follow=True).content.decode()

    assert "1 syarat berubah surut, sejak sebelum" in told("05-01-2026")
    assert "berubah surut" not in told("")
    assert PostStandard.objects.get(post=post).level == 2
