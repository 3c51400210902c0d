"""The pages of scenarios, as an officer and the person concerned meet them; and what becomes of bad input."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from matang.flow.plan.models import PlacementConstraint, PlacementScenario, ScenarioPost, SuccessionListing
from matang.flow.plan.public import Question, create_scenario, solve_scenario
from matang.flow.plan.services.constraints import state_constraint
from matang.flow.register.models import Education, GradeRecord, Incumbency, Post
from tests.cast import START
from tests.flow.plan.world import DAY, World
from tests.http import ActorClient

WEIGHTS = {"weight_competency": 10, "weight_experience": 4, "weight_unit": 25, "weight_education": 5, "weight_stay": 30}


def asked(world: World, **more: object) -> dict[str, object]:
    """Return what the form of a scenario sends."""
    said = {"name": "Uji", "unit": world.opd.pk, "kinds": ["administrator"], "retiring_within": "0", "as_at": DAY.isoformat()}
    return {**said, **WEIGHTS, **more}


def page(world: World, name: str, account: str = "planner", **args: object) -> str:
    client = ActorClient(world.cast.users[account])
    answer = client.get(reverse(f"plan:{name}", kwargs=args))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_an_officer_keeps_a_draft_picks_posts_and_computes_it(world: World) -> None:
    second = Post.objects.create(
        agency=world.cast.palu, unit=world.opd, name="Kabid Kedua", kind="administrator", capacity=1, valid_from=START
    )
    client = ActorClient(world.cast.users["planner"])
    client.post(reverse("plan:new"), asked(world, most_moves=5, least_education="s1", rancangan="1"))
    made = PlacementScenario.objects.get()
    assert (made.state, made.most_moves, made.least_education, made.posts.count()) == ("draft", 5, "s1", 2)
    answer = client.post(reverse("plan:posts", args=[made.pk]), {"jabatan": [second.pk]})
    assert answer.status_code == 302
    assert list(made.posts.values_list("post_id", flat=True)) == [second.pk]
    assert "Pilih sedikitnya satu jabatan." in client.post(reverse("plan:posts", args=[made.pk]), {}).content.decode()
    assert client.post(reverse("plan:compute", args=[made.pk])).status_code == 302
    shown = page(world, "scenario", scenario_id=made.pk)
    assert "Kabid Kedua" in shown
    assert "Kepala Bidang Contoh" not in shown
    assert "Perpindahan paling banyak" in shown


def test_weights_all_zero_keep_nothing_and_what_was_typed(world: World) -> None:
    zero = dict.fromkeys((*WEIGHTS, "weight_talent"), 0)
    client = ActorClient(world.cast.users["planner"])
    shown = client.post(reverse("plan:new"), asked(world, name="Nama saya", **zero)).content.decode()
    assert "Semua bobot nol" in shown
    assert 'value="Nama saya"' in shown
    assert PlacementScenario.objects.count() == 0


def test_an_unknown_number_in_the_pool_is_named(world: World) -> None:
    client = ActorClient(world.cast.users["planner"])
    shown = client.post(reverse("plan:new"), asked(world, pool="named", pool_people="123\n198501012010012001")).content.decode()
    assert "NIP ini tidak ada di register: 123" in shown
    assert PlacementScenario.objects.count() == 0


def test_the_list_is_searched_filtered_and_sorted_with_few_queries(world: World, django_assert_max_num_queries: object) -> None:
    planner = world.actor("planner")
    for name in ("Satu", "Dua", "Tiga"):
        create_scenario(actor=planner, question=Question(name, unit_id=world.opd.pk, as_at=DAY))
    client = ActorClient(world.cast.users["planner"])
    url = reverse("plan:scenarios")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        every = client.get(url, {"urut": "nama"}).content.decode()
    assert every.index(">Dua<") < every.index(">Satu<") < every.index(">Tiga<")
    found = client.get(url, {"q": "dua"}).content.decode()
    assert ">Dua<" in found
    assert ">Tiga<" not in found
    assert "Tidak ada yang cocok" in client.get(url, {"status": "decided"}).content.decode()


def test_who_is_refused_is_counted_with_the_article_and_listed_by_reason(world: World) -> None:
    """Eight people of Palu are looked at: Ani, Budi and Sitti pass; Citra lacks the degree, four hold no leading level."""
    made = world.scenario()
    row = made.posts.get()
    assert row.refusals["pool"] == [5, ""]
    assert row.refusals["eligibility.has_enough_education"] == [1, "PP 11/2017 pasal 54"]
    client = ActorClient(world.cast.users["planner"])
    url = reverse("plan:refused", args=[made.pk, world.vacant.pk])
    shown = client.get(url, {"sebab": "eligibility.has_enough_education"}).content.decode()
    assert "Citra" in shown
    assert "Dedi" not in shown
    assert "PP 11/2017 pasal 54" in shown
    assert "Dedi" in client.get(url, {"q": "dedi"}).content.decode()
    assert "Ani" not in client.get(url, {"q": "ani"}).content.decode().split("<tbody>")[-1]


def test_the_refused_one_reads_what_has_to_change_and_who_is_proposed(world: World) -> None:
    made = world.scenario()
    shown = page(world, "why", scenario_id=made.pk, post_id=world.vacant.pk, person_id=world.people["citra"].pk)
    assert "Apa yang harus berubah" in shown
    assert "Pendidikan D-III di bawah syarat: paling rendah S-1." in shown
    assert "<p>Ijazah paling rendah S-1 tercatat di register.</p>" in shown
    assert "(belum diverifikasi)" in shown
    assert "Diusulkan: Ani dengan 359 poin." in shown


def test_the_reason_of_a_constraint_is_read_by_planners_and_the_person_only(world: World) -> None:
    planner = world.actor("planner")
    made = create_scenario(actor=planner, question=Question("Uji", unit_id=world.opd.pk, as_at=DAY))
    servant = world.cast.people["servant"]
    state_constraint(actor=planner, scenario_id=made.pk, person_id=servant.pk, kind="stay", units=(), reason="Menjalani terapi")
    solve_scenario(actor=planner, scenario_id=made.pk)
    ScenarioPost.objects.filter(scenario=made).update(decided_at=made.created_at)
    args = {"scenario_id": made.pk, "post_id": world.vacant.pk, "person_id": servant.pk}
    for account, reads in (("planner", True), ("civil_servant", True), ("panel_member", False), ("auditor", False)):
        shown = page(world, "why", account, **args)
        assert ("Menjalani terapi" in shown) is reads, account
        assert "Ada pembatasan penempatan yang dicatat pejabat" in shown
    assert ActorClient(world.cast.users["other_servant"]).get(reverse("plan:why", kwargs=args)).status_code == 404


def test_a_stale_scenario_says_so_on_its_page_and_computing_anew_ends_it(world: World) -> None:
    made = world.scenario()
    held = Incumbency.objects.get(person=world.people["budi"])
    Incumbency.objects.filter(pk=held.pk).update(valid_to=date(2026, 8, 1))
    shown = page(world, "scenario", scenario_id=made.pk)
    assert "Usang: ada yang berubah sejak dihitung" in shown
    assert "<strong>Budi</strong>: jabatannya berubah" in shown
    assert "jabatannya berubah" in page(world, "changes", scenario_id=made.pk)
    solve_scenario(actor=world.actor("planner"), scenario_id=made.pk)
    assert "Usang" not in page(world, "scenario", scenario_id=made.pk)


def test_a_post_without_any_candidate_says_why_and_one_without_standard_is_marked(world: World) -> None:
    Incumbency.objects.filter(post__kind="pengawas").update(valid_from=date(2026, 1, 1))
    made = world.scenario()
    shown = page(world, "scenario", scenario_id=made.pk)
    assert "tidak ada yang dapat diusulkan" in shown
    assert "4: jabatan sekarang belum cukup lama dipegang" in shown
    assert "standar baku, belum ada standar yang ditetapkan" in shown


def test_missing_education_and_a_strange_grade_are_doubts_that_stop_nothing(world: World) -> None:
    Education.objects.filter(person=world.people["budi"]).delete()
    GradeRecord.objects.filter(person=world.people["ani"]).update(grade="V/z")
    made = world.scenario()
    rows = {row.person.full_name: row for row in made.proposals.select_related("person")}
    assert {"Ani", "Budi"} <= set(rows)
    unsure = [check["key"] for check in rows["Budi"].reasons["checks"] if check["verdict"] == "unknown"]
    assert "eligibility.has_enough_education" in unsure
    unsure = [check["key"] for check in rows["Ani"].reasons["checks"] if check["verdict"] == "unknown"]
    assert "eligibility.has_high_enough_grade" in unsure


def test_a_scenario_whose_posts_were_all_closed_still_opens(world: World) -> None:
    made = world.scenario()
    Post.objects.filter(pk=world.vacant.pk).update(capacity=0)
    solve_scenario(actor=world.actor("planner"), scenario_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.proposals.count(), made.result.report["posts"]) == ("solved", 0, 0)
    assert "tidak ada yang dapat diusulkan" in page(world, "scenario", scenario_id=made.pk)


def test_the_workbook_holds_every_candidate_and_no_formula(world: World) -> None:
    made = world.scenario()
    answer = ActorClient(world.cast.users["auditor"]).get(reverse("plan:workbook", args=[made.pk]))
    sheet = load_workbook(BytesIO(answer.content))["Usulan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [(row[2], row[4], row[6], row[7]) for row in rows] == [
        ("diusulkan", "Ani", 359, 0), ("2", "Budi", 349, 10), ("3", "Sitti Atasan", 54, 305),
    ]  # fmt: skip


def test_two_scenarios_are_compared_and_one_is_not_enough(world: World) -> None:
    one = world.scenario()
    client = ActorClient(world.cast.users["planner"])
    client.post(reverse("plan:copy", args=[one.pk]))
    two = PlacementScenario.objects.exclude(pk=one.pk).get()
    solve_scenario(actor=world.actor("planner"), scenario_id=two.pk)
    shown = client.get(reverse("plan:compare"), {"s": [one.pk, two.pk]}).content.decode()
    assert "Kedua skenario mengusulkan orang yang sama untuk setiap jabatan." in shown
    assert "Pilih tepat dua skenario." in client.get(reverse("plan:compare"), {"s": [one.pk]}).content.decode()
    assert client.get(reverse("plan:compare"), {"s": [one.pk, 10**9]}).status_code == 404


def test_deleting_asks_first(world: World) -> None:
    made = world.scenario()
    client = ActorClient(world.cast.users["planner"])
    assert "Ya, hapus" in client.get(reverse("plan:delete", args=[made.pk])).content.decode()
    assert PlacementScenario.objects.count() == 1
    client.post(reverse("plan:delete", args=[made.pk]))
    assert PlacementScenario.objects.count() == 0


def workbook(rows: list[list[object]]) -> SimpleUploadedFile:
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return SimpleUploadedFile("daftar.xlsx", file.getvalue())


def test_a_list_of_successors_is_tried_before_it_is_kept(world: World) -> None:
    client, url = ActorClient(world.cast.users["planner"]), reverse("plan:succession")
    rows = [["NIP", "Kotak", "Jenis jabatan"], [world.people["ani"].nip, 8, "Administrator"], ["999", 5, ""],
            [world.people["budi"].nip, 12, ""], [world.people["ani"].nip, 8, ""]]  # fmt: skip
    said = {"list_name": "Talenta 2026", "as_at": "2026-01-02", "source": "SK 5"}
    shown = client.post(url, {**said, "file": workbook(rows)}).content.decode()
    assert SuccessionListing.objects.count() == 0
    for words in ("1 orang siap disimpan, 3 baris ditolak", "NIP 999 tidak ada di register", "bukan 12", "sudah ada di baris"):
        assert words in shown
    signed = shown.split('name="isi" value="')[1].split('"')[0]
    assert client.post(url, {"isi": signed}).status_code == 302
    assert client.post(url, {"isi": signed}).status_code == 302
    kept = SuccessionListing.objects.get()
    assert (kept.person_id, kept.box, kept.target_kind, kept.source) == (world.people["ani"].pk, 8, "administrator", "SK 5")
    client.post(url, {"isi": signed[:-2]})
    assert SuccessionListing.objects.count() == 1


@pytest.mark.parametrize("nip", ["", "1", "198001012005012001"])
def test_a_constraint_for_nobody_of_this_agency_is_refused(world: World, nip: str) -> None:
    made = create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.opd.pk, as_at=DAY))
    client = ActorClient(world.cast.users["planner"])
    said = {"nip": nip, "kind": "stay", "reason": "Sakit"}
    assert client.post(reverse("plan:constraints", args=[made.pk]), said).status_code == 200
    assert PlacementConstraint.objects.count() == 0
