"""What a scenario asks of its own: pools, must-haves, constraints of persons, and bounds of moves with their price."""

from datetime import date

import pytest

from matang.flow.plan.models import PlacementConstraint, PlacementScenario, SuccessionListing
from matang.flow.plan.public import Question, create_scenario, solve_scenario, why
from matang.flow.plan.services.constraints import remove_constraint, state_constraint
from matang.flow.plan.services.sayings import said
from matang.flow.register.models import Education, GradeRecord, Incumbency, Post
from matang.foundation.access.answers import RefusedError
from tests.cast import START, make_person, make_unit
from tests.flow.plan.world import DAY, World


def solved(world: World, **asked: object) -> PlacementScenario:
    """Ask about the OPD of the small world, compute, and return the scenario."""
    planner = world.actor("planner")
    made = create_scenario(actor=planner, question=Question("Uji", unit_id=world.opd.pk, as_at=DAY, **asked))
    return solve_scenario(actor=planner, scenario_id=made.pk)


def names(scenario: PlacementScenario) -> list[str]:
    return [row.person.full_name for row in scenario.proposals.order_by("rank")]


def failed(scenario: PlacementScenario, world: World, name: str) -> list[tuple[str, str, str]]:
    """Return key, article and sentence of what refuses a person."""
    answer = why(scenario, world.people[name].pk, world.vacant.pk)
    assert answer is not None
    return [(c["key"], c["article"], said(c["reason"])) for c in answer.reasons["checks"] if c["verdict"] == "fail"]


def test_only_the_own_opd(world: World) -> None:
    made = solved(world, pool="own_opd")
    assert names(made) == ["Ani", "Budi"]
    sitti = why(made, world.cast.people["superior"].pk, world.vacant.pk)
    assert sitti is not None
    assert [said(c["reason"]) for c in sitti.reasons["checks"] if c["key"] == "scenario.pool"] == [
        "Skenario ini hanya mengambil calon dari perangkat daerah jabatan itu sendiri."
    ]
    assert made.posts.get().refusals["scenario.pool"] == [1, ""]


def test_only_people_named(world: World) -> None:
    assert names(solved(world, pool="named", pool_people=(world.people["budi"].pk,))) == ["Budi"]


def test_only_people_on_a_list_and_only_for_what_they_are_meant(world: World) -> None:
    for name, kind in (("budi", "administrator"), ("ani", "jpt_pratama")):
        SuccessionListing.objects.create(
            agency=world.cast.palu, person=world.people[name], list_name="Suksesi", target_kind=kind, as_at=START, source="SK 1"
        )
    assert names(solved(world, pool="listed", pool_list="Suksesi")) == ["Budi"]


def test_the_talent_box_counts_where_a_list_is_there(world: World) -> None:
    """Budi lacks ten points; box 9 against 5 gives 4 × 5 = 20."""
    for name, box in (("budi", 9), ("ani", 5)):
        SuccessionListing.objects.create(
            agency=world.cast.palu, person=world.people[name], list_name="Talenta", box=box, as_at=START, source="SK 1"
        )
    made = solved(world)
    assert [(row.person.full_name, row.score) for row in made.proposals.order_by("rank")] == [
        ("Budi", 394), ("Ani", 384), ("Sitti Atasan", 54),
    ]  # fmt: skip
    ani = made.proposals.get(person=world.people["ani"])
    assert [change["unit"] for way in ani.reasons["changes"] for change in way] == ["year"]


def test_education_of_the_scenario_refuses_and_a_missing_one_is_a_doubt(world: World) -> None:
    Education.objects.filter(person=world.people["ani"]).update(level="s2")
    made = solved(world, least_education="s2")
    assert names(made) == ["Ani", "Sitti Atasan"]
    assert failed(made, world, "budi") == [("scenario.education", "", "Pendidikannya di bawah S-2 yang diminta skenario ini.")]
    sitti = made.proposals.get(person=world.cast.people["superior"])
    assert sitti.state == "unsure"
    assert "scenario.education" in [c["key"] for c in sitti.reasons["checks"] if c["verdict"] == "unknown"]


@pytest.mark.parametrize(("months", "passes"), [(74, True), (75, False)])
def test_time_in_the_present_post_counts_completed_months(world: World, months: int, passes: bool) -> None:
    """From 1 January 2020 to 2 March 2026: 74 months are completed. More than the law's 24 months: no article."""
    made = solved(world, least_months=months)
    assert bool(names(made)) is passes
    if not passes:
        text = "Baru 74 bulan di jabatan sekarang; skenario ini meminta paling sedikit 75 bulan."
        assert failed(made, world, "ani") == [("scenario.months", "", text)]


def test_time_in_post_that_the_law_asks_as_well_carries_its_article(world: World) -> None:
    made = solved(world, least_months=24)
    checks = {c["key"]: c for c in made.proposals.get(rank=1).reasons["checks"]}
    assert (checks["scenario.months"]["article"], checks["scenario.months"]["unverified"]) == (
        "PerBKN 5/2019 pasal 2 ayat (3)", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "units", "left"),
    [("stay", (), ["Budi", "Sitti Atasan"]), ("only", ("clinic",), ["Budi", "Sitti Atasan"]), ("not", ("clinic",), None)],
)
def test_a_stated_constraint_is_kept_and_its_reason_stays_out_of_the_proposals(
    world: World, kind: str, units: tuple[str, ...], left: list[str] | None
) -> None:
    planner = world.actor("planner")
    made = create_scenario(actor=planner, question=Question("Uji", unit_id=world.opd.pk, as_at=DAY))
    where = tuple(world.cast.units[name].pk for name in units)
    row = state_constraint(
        actor=planner, scenario_id=made.pk, person_id=world.people["ani"].pk, kind=kind, units=where, reason="Merawat ibu"
    )
    made = solve_scenario(actor=planner, scenario_id=made.pk)
    assert names(made) == (left or ["Ani", "Budi", "Sitti Atasan"])
    answer = why(made, world.people["ani"].pk, world.vacant.pk)
    assert answer is not None
    assert "Merawat" not in str(answer.reasons)
    assert ("scenario.constraint" in [c["key"] for c in answer.reasons["checks"] if c["verdict"] == "fail"]) is bool(left)
    remove_constraint(actor=planner, scenario_id=made.pk, constraint_id=row.pk)
    assert names(solve_scenario(actor=planner, scenario_id=made.pk)) == ["Ani", "Budi", "Sitti Atasan"]


@pytest.mark.parametrize(
    ("kind", "reason", "words"),
    [("stay", "  ", "Tulis alasan"), ("only", "Sakit", "Pilih sedikitnya satu unit"), ("away", "Sakit", "Pilih jenis")],
)
def test_a_constraint_without_reason_unit_or_kind_is_refused(world: World, kind: str, reason: str, words: str) -> None:
    made = create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.opd.pk, as_at=DAY))
    with pytest.raises(RefusedError, match=words):
        state_constraint(
            actor=world.actor("planner"),
            scenario_id=made.pk,
            person_id=world.people["ani"].pk,
            kind=kind,
            units=(),
            reason=reason,
        )
    assert PlacementConstraint.objects.count() == 0


def two_posts(world: World) -> Post:
    """Add a second vacant post, for which somebody of another OPD is the only other candidate."""
    post = Post.objects.create(
        agency=world.cast.palu, unit=world.opd, name="Kepala Bidang Kedua", kind="administrator", capacity=1, valid_from=START
    )
    unit = make_unit(world.cast.palu, "P78", "Dinas Lain")
    person = make_person(world.cast.palu, "198501012010012009", "Eka", unit, "Kepala Seksi Eka", "pengawas")
    Education.objects.create(agency=world.cast.palu, person=person, level="s1")
    world.people["eka"] = person
    return post


def test_as_many_move_as_may_and_the_price_says_what_one_more_would_be_worth(world: World) -> None:
    """Ani (359) alone moves; the second place would bring 100,000 for a filled post and Budi's 349 points."""
    two_posts(world)
    made = solved(world, most_moves=1)
    assert [row.person.full_name for row in made.proposals.filter(rank=1)] == ["Ani"]
    assert made.result.costs == {"move": 100_349, "leaving": {}, "tie": 0, "vacancy": 100_000}
    assert made.result.report["placed"] == 1
    assert solved(world, most_moves=2).result.costs == {}


def test_at_most_so_many_leave_one_opd(world: World) -> None:
    """Ani and Budi serve in the same OPD: with one leaving, the second post goes to somebody of another OPD."""
    two_posts(world)
    assert {row.person.full_name for row in solved(world).proposals.filter(rank=1)} == {"Ani", "Budi"}
    made = solved(world, most_leaving=1)
    proposed = {row.person.full_name for row in made.proposals.filter(rank=1)}
    assert "Ani" in proposed
    assert "Budi" not in proposed
    assert list(made.result.costs["leaving"]) == [str(world.opd.pk)]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"most_moves": 0}, "Batas nol"),
        ({"most_leaving": -1}, "tidak boleh kurang dari nol"),
        ({"least_months": 601}, "antara 0 dan 600"),
        ({"least_education": "s9"}, "tidak dikenal"),
        ({"pool": "named"}, "Sebut sedikitnya satu pegawai"),
        ({"pool": "named", "pool_people": (10**9,)}, "tidak dikenal di register"),
        ({"pool": "listed", "pool_list": "Tiada"}, "Daftar suksesi Tiada tidak ada"),
        ({"posts": (10**9,)}, "Tidak satu pun jabatan yang dipilih"),
        ({"more_units": (10**9,)}, "unit yang tidak dikenal"),
    ],
)
def test_questions_that_make_no_sense_are_refused_and_nothing_is_kept(world: World, asked: dict, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        solved(world, **asked)
    assert PlacementScenario.objects.count() == 0


def test_a_post_of_staff_and_a_functional_post_are_planned_as_well(world: World) -> None:
    for name, kind in (("Pengolah Data", "pelaksana"), ("Analis Ahli Pertama", "jf_ahli_pertama")):
        Post.objects.create(agency=world.cast.palu, unit=world.opd, name=name, kind=kind, capacity=1, valid_from=START)
    made = solved(world, kinds=("pelaksana", "jf_ahli_pertama"))
    proposed = {row.post.name: row for row in made.proposals.filter(rank=1).select_related("post")}
    assert set(proposed) == {"Pengolah Data", "Analis Ahli Pertama"}
    terms = [said(term["name"]) for term in proposed["Pengolah Data"].reasons["terms"]]
    assert "Pengalaman sebagai Pelaksana, JF pemula, JF terampil, JF mahir, JF ahli pertama (tahun)" in terms


def test_several_units_and_picked_posts(world: World) -> None:
    other = make_unit(world.cast.palu, "P79", "Dinas Ketiga")
    third = Post.objects.create(
        agency=world.cast.palu, unit=other, name="Kepala Bidang Ketiga", kind="administrator", capacity=1, valid_from=START
    )
    second = two_posts(world)
    made = solved(world, more_units=(other.pk,))
    assert set(made.posts.values_list("post_id", flat=True)) == {world.vacant.pk, second.pk, third.pk}
    assert (made.unit, made.units) == (None, [world.opd.pk, other.pk])
    picked = solved(world, more_units=(other.pk,), posts=(third.pk,))
    assert [row.post_id for row in picked.posts.all()] == [third.pk]


def test_a_day_of_its_own(world: World) -> None:
    made = create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.opd.pk, as_at=date(2021, 5, 4)))
    assert made.as_at == date(2021, 5, 4)


def test_a_post_that_nobody_may_hold_stays_empty_though_somebody_is_left_over(world: World) -> None:
    """Dedi and Emi may hold only the supervisor's post; one of them is left over, and the administrator's post stays empty."""
    cast, opd = world.cast, world.opd
    emi = make_person(cast.palu, "198501012010012009", "Emi", opd, "Jabatan Emi", "pelaksana")
    Education.objects.create(agency=cast.palu, person=emi, level="s1")
    for person in (emi, world.people["dedi"]):
        Incumbency.objects.filter(person=person).update(valid_from=date(2018, 1, 1))
    GradeRecord.objects.create(agency=cast.palu, person=emi, grade="III/d", valid_from=START)
    low = Post.objects.create(
        agency=cast.palu, unit=opd, name="Kepala Seksi Contoh", kind="pengawas", capacity=1, valid_from=START
    )
    made = solved(world, pool="named", pool_people=(emi.pk, world.people["dedi"].pk), kinds=("administrator", "pengawas"))
    assert {(row.post_id, row.state) for row in made.proposals.all()} <= {(low.pk, "eligible"), (low.pk, "unsure")}
    assert sorted(row.person.full_name for row in made.proposals.all()) == ["Dedi", "Emi"]
    assert made.result.report["placed"] == 1
    refused = why(made, emi.pk, world.vacant.pk)
    assert refused is not None
    assert refused.reasons["standing"] == "not_candidate"
