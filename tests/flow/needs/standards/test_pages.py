"""Pages of standards and of the dictionary: few queries whatever the rows, one's own agency, and what an official looks for."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.needs.models import Competency, CompetencyText, DictionaryEdition, PostSheet, PostStandard
from matang.flow.needs.public import ensure_dictionary, name_as_of_today, set_standard
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.public import officer_for
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast
from tests.http import ActorClient

JAN = date(2026, 1, 1)


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    return ensure_dictionary(cast.palu.pk)


@pytest.fixture
def post(cast: Cast) -> Post:
    return Incumbency.objects.get(person=cast.people["superior"]).post


def queries(client: ActorClient, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize(
    "name", ["needs:standards", "needs:families", "needs:dictionary", "needs:standard_changes", "needs:editions"]
)
def test_a_list_page_takes_the_same_queries_for_many_rows(
    cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient], name: str
) -> None:
    client, officer = browse(cast.users["hr_officer"]), actor_of(cast.users["hr_officer"])
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=2, must=False, valid_from=JAN)
    client.get(reverse(name))
    before = queries(client, reverse(name))
    for n in range(30):
        made = Post.objects.create(
            agency=cast.palu, unit=cast.units["clinic"], name=f"Lurah {n}", kind="pengawas", valid_from=START
        )
        set_standard(actor=officer, post_id=made.pk, competency_id=codes["MAN.2"], level=2, must=False, valid_from=JAN)
        competency = Competency.objects.create(
            agency=cast.palu, code=f"T.{n}", name=f"Hal {n}", field="technical", version="1", valid_from=START
        )
        CompetencyText.objects.create(
            agency=cast.palu, competency=competency, code=f"T.{n}", name=f"Hal {n}", field="technical", valid_from=START,
            levels=[{"short": "x", "official": "", "indicators": []}] * 5,
        )  # fmt: skip
    assert queries(client, reverse(name)) == before
    assert before < 25


def test_posts_are_told_apart_by_the_state_of_their_standard(
    cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient]
) -> None:
    set_standard(
        actor=officer_for(cast.palu.pk), post_id=post.pk, competency_id=codes["TEK.KES"], level=3, must=True, valid_from=JAN
    )
    client = browse(cast.users["civil_servant"])
    page = client.get(reverse("needs:standards"))
    assert page.context["totals"] == {"sendiri": 1, "baku": 4, "belum": 0}
    by_opd = {root.name: counts for root, counts in page.context["opds"]}
    assert by_opd["Dinas Kesehatan"] == {"sendiri": 1, "baku": 2, "belum": 0}

    def named(query: str) -> list[str]:
        return [row[0].name for row in client.get(reverse("needs:standards") + query).context["rows"]]

    assert named("?keadaan=sendiri") == [post.name]
    assert named(f"?kompetensi={codes['TEK.KES']}&level=3") == [post.name]
    assert named(f"?kompetensi={codes['TEK.KES']}&level=2") == []
    assert named("?q=sosial&keadaan=baku") == ["Kepala Dinas Sosial", "Pengolah Data Sosial"]
    assert len(named(f"?unit={cast.units['health'].pk}")) == 3
    assert len(named("?keadaan=sendiri&per=2025-01-01")) == 0
    assert named("?urut=nama")[0] == "Kepala Dinas Kesehatan"
    assert named("?urut=-nama") == named("?urut=nama")[::-1]
    assert named("?urut=jenis") == [*named("?jenis=jpt_pratama"), *named("?jenis=pengawas"), *named("?jenis=pelaksana")]
    assert named("?urut=apa") == named("")
    assert "Unggah berkas" not in page.content.decode()


def test_an_unknown_kind_of_default_is_shown_as_none(cast: Cast, browse: type[ActorClient]) -> None:
    page = browse(cast.users["hr_officer"]).get(reverse("needs:standards"))
    assert page.context["totals"] == {"sendiri": 0, "baku": 0, "belum": 5}


def test_a_post_is_edited_as_a_whole_and_the_default_is_the_beginning(
    cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient]
) -> None:
    client = browse(cast.users["planner"])
    address = reverse("needs:post_edit", args=[post.pk])
    grid = client.get(address).context["grid"]
    assert (grid.rows[0].competency.code, grid.rows[0].levels) == ("MAN.1", {"pengawas": 2})
    data = {f"level_{row.competency.pk}_pengawas": 2 for row in grid.rows} | {"effective_from": "2026-02-01", "basis": "SK 4"}
    data[f"level_{codes['MAN.1']}_pengawas"] = 3
    preview = client.post(address, data, follow=True)
    client.post(preview.redirect_chain[-1][0], {"act": "apply", "digest": preview.context["plan"].digest})
    assert sorted(PostStandard.objects.filter(post=post).values_list("level", flat=True)) == [2] * 8 + [3]
    told = client.get(reverse("needs:post_standard", args=[post.pk])).content.decode()
    assert "Riwayat syarat" in told
    assert "SK 4" in told
    assert "Memakai syarat baku" not in told
    before = client.get(reverse("needs:post_standard", args=[post.pk]) + "?per=2026-01-31").content.decode()
    assert "Memakai syarat baku" in before


def test_a_day_before_the_post_exists_is_refused(
    cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient]
) -> None:
    data = {f"level_{codes['MAN.1']}_pengawas": 3, "effective_from": "2019-12-31", "basis": "SK"}
    page = browse(cast.users["hr_officer"]).post(reverse("needs:post_edit", args=[post.pk]), data)
    assert (page.status_code, "Jabatan ini tidak ada pada tanggal itu." in page.content.decode()) == (422, True)


def test_a_standard_is_copied_from_another_post(cast: Cast, codes: dict[str, int], post: Post, browse: type[ActorClient]) -> None:
    officer, client = officer_for(cast.palu.pk), browse(cast.users["hr_officer"])
    source = Incumbency.objects.get(person=cast.people["servant"]).post
    set_standard(actor=officer, post_id=source.pk, competency_id=codes["TEK.TIK"], level=2, must=True, valid_from=JAN)
    set_standard(actor=officer, post_id=post.pk, competency_id=codes["MAN.1"], level=5, must=True, valid_from=JAN)
    address = reverse("needs:post_copy", args=[post.pk])
    assert [hit.pk for hit in client.get(address + "?q=pengolah").context["hits"]] == [source.pk]
    wrong = client.post(address, {"source": "0", "effective_from": "2026-02-01", "basis": "SK"})
    assert (wrong.status_code, "Pilih jabatan asal" in wrong.content.decode()) == (422, True)
    preview = client.post(address, {"source": source.pk, "effective_from": "2026-02-01", "basis": "SK"}, follow=True)
    client.post(preview.redirect_chain[-1][0], {"act": "apply", "digest": preview.context["plan"].digest})
    rows = PostStandard.objects.filter(post=post).as_at(date(2026, 2, 1)).values_list("competency__code", "level", "must")
    assert list(rows) == [("TEK.TIK", 2, True)]


def test_the_sheet_of_a_post_keeps_its_history(cast: Cast, post: Post, browse: type[ActorClient]) -> None:
    client, address = browse(cast.users["hr_officer"]), reverse("needs:post_sheet", args=[post.pk])
    first = {"summary": "Memimpin puskesmas.", "education": "S-1 kesehatan", "effective_from": "2026-01-01", "basis": "SK 1"}
    client.post(address, first)
    client.post(address, first | {"summary": "Memimpin dan menggerakkan.", "effective_from": "2026-03-01"})
    again = client.post(address, first | {"summary": "Memimpin dan menggerakkan.", "effective_from": "2026-04-01"}, follow=True)
    assert "Tidak ada yang berubah." in again.content.decode()
    early = client.post(address, first | {"summary": "Lain", "effective_from": "2026-02-01"})
    assert (early.status_code, "berlaku mulai 01-03-2026" in early.content.decode()) == (422, True)
    rows = PostSheet.objects.order_by("valid_from").values_list("summary", "valid_from", "valid_to")
    assert list(rows) == [
        ("Memimpin puskesmas.", JAN, date(2026, 3, 1)), ("Memimpin dan menggerakkan.", date(2026, 3, 1), None),
    ]  # fmt: skip


def test_the_dictionary_is_searched_and_read_as_at_a_day(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    client = browse(cast.users["civil_servant"])

    def found(query: str) -> list[str]:
        return [row[0].code for row in client.get(reverse("needs:dictionary") + query).context["rows"]]

    assert len(found("")) == 21
    assert found("?kelompok=cultural") == ["SOS.1"]
    assert found("?q=data tek") == ["TEK.TIK"]
    assert found("?bidang=Kesehatan") == ["TEK.KES"]
    assert found("?per=2016-12-31") == []
    old = client.get(reverse("needs:competency", args=[codes["MAN.1"]]) + "?per=2016-12-31").content.decode()
    assert "Tidak ada di kamus pada tanggal ini" in old


def test_a_technical_competency_is_added_changed_and_ended_by_hand(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient]
) -> None:
    client = browse(cast.users["planner"])
    data = {"name": "Pemetaan", "code": "TEK.GIS", "area": "Perencanaan", "effective_from": "2026-01-05", "reason": "SK 1"}
    data |= {f"level_{n}": f"Kalimat {n}." for n in range(1, 6)}
    page = client.post(reverse("needs:competency_new"), data, follow=True)
    made = Competency.objects.get(code="TEK.GIS")
    assert "Pemetaan masuk kamus sejak 5 Januari 2026." in page.content.decode()
    taken = client.post(reverse("needs:competency_new"), data)
    assert (taken.status_code, "Kode ini sudah dipakai oleh “Pemetaan”." in taken.content.decode()) == (422, True)
    edit = reverse("needs:competency_edit", args=[made.pk])
    client.post(edit, data | {"name": "Informasi geospasial", "effective_from": "2026-02-01"})
    end = reverse("needs:competency_end", args=[made.pk])
    ended = client.post(end, {"effective_from": today().isoformat(), "reason": "SK 3"}, follow=True).content.decode()
    assert "Berlakukan lagi" in ended
    assert "Berubah: nama dari “Pemetaan”" in ended
    assert list(CompetencyText.objects.filter(competency=made).values_list("name", "valid_from", "valid_to")) == [
        ("Pemetaan", date(2026, 1, 5), date(2026, 2, 1)), ("Informasi geospasial", date(2026, 2, 1), today()),
    ]  # fmt: skip
    managerial = client.get(reverse("needs:competency_end", args=[codes["MAN.1"]])).content.decode()
    assert "Ditetapkan peraturan" in managerial


def test_a_loaded_file_is_asked_about_decided_and_taken_back_on_its_page(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient], tmp_path: object
) -> None:
    client = browse(cast.users["hr_officer"])
    path = tmp_path / "kamus.csv"  # type: ignore[operator]
    rows = "".join(f"T.1,Perencanaan Pembangunan Daerah,{n},Mampu {n}\n" for n in range(1, 6))
    path.write_text("kode,kompetensi,level,deskripsi level\n" + rows, encoding="utf-8")
    with path.open("rb") as file:
        page = client.post(
            reverse("needs:edition_new"), {"file": file, "source": "Kepmen 1", "effective_from": today().isoformat()}, follow=True
        )
    told = page.content.decode()
    assert "Apakah ini “Perencanaan pembangunan” (TEK.REN) yang sudah ada?" in told
    assert 'value="apply"' not in told
    here = page.redirect_chain[-1][0]
    forced = client.post(here, {"act": "apply", "digest": page.context["plan"].digest}, follow=True).content.decode()
    assert "belum dijawab" in forced
    answered = client.post(here, {"act": "answer", "answer:t.1": "same"}, follow=True)
    stale = client.post(here, {"act": "apply", "digest": "0"}, follow=True).content.decode()
    assert "Tinjau sekali lagi" in stale
    client.post(here, {"act": "apply", "digest": answered.context["plan"].digest})
    assert Competency.objects.get(pk=codes["TEK.REN"]).name == "Perencanaan Pembangunan Daerah"
    undone = client.post(here, {"act": "undo", "reason": ""}, follow=True).content.decode()
    assert "Tulis alasan" in undone
    client.post(here, {"act": "undo", "reason": "Salah berkas"})
    assert Competency.objects.get(pk=codes["TEK.REN"]).name == "Perencanaan pembangunan"
    assert DictionaryEdition.objects.get().state == "undone"


def test_names_follow_on_their_day_by_the_chore(cast: Cast, codes: dict[str, int]) -> None:
    text = CompetencyText.objects.get(competency_id=codes["MAN.1"])
    CompetencyText.objects.filter(pk=text.pk).update(valid_to=today())
    text.pk, text.name, text.valid_from = None, "Kejujuran", today()
    text.save()
    name_as_of_today()
    assert Competency.objects.get(pk=codes["MAN.1"]).name == "Kejujuran"
