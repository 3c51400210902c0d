"""What money buys in the small office, why not more, and what the next Rp 10 million would buy."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from matang.engine.allocate_check import check_allocation
from matang.flow.needs.public import NewEvidence, record_many
from matang.flow.plan.models import DevelopmentLine, DevelopmentProposal, DevelopmentResult
from matang.flow.plan.public import DevelopmentQuestion, compute_development, create_development, submit_development
from matang.flow.plan.services.development.changes import changed_since
from matang.flow.plan.services.development.computing import budgets_beside
from matang.flow.plan.services.development.hours import beyond_ceiling, hours_by_law, hours_of
from matang.flow.plan.services.development.overview import by_act, by_opd, by_reason, steps
from matang.flow.plan.services.development.proposals import delete_development
from matang.flow.plan.services.development.reasons import CODES, headings, told
from matang.flow.register.models import Person
from matang.foundation.access.answers import RefusedError
from tests.flow.plan.development.office import MILLION, Office, make_act
from tests.flow.plan.world import DAY

ANI_MUST, ANI, BUDI, HEAD = ("Ani", "MAN.1"), ("Ani", "MAN.3"), ("Budi", "MAN.3"), ("Kartini", "MAN.1")


@pytest.mark.parametrize(
    ("budget", "value", "cost", "plan"),
    [
        (0, 2, 0, {BUDI: "GRA", ANI_MUST: "too_dear", ANI: "too_dear", HEAD: "too_dear"}),
        (4, 8, 4, {BUDI: "GRA", ANI_MUST: "MEN", ANI: "too_dear", HEAD: "better"}),
        (15, 10, 8, {BUDI: "GRA", ANI_MUST: "MEN", ANI: "better", HEAD: "MEN"}),
        (23, 12, 23, {BUDI: "KUR", ANI_MUST: "MEN", ANI: "better", HEAD: "MEN"}),
        (28, 14, 28, {BUDI: "KUR", ANI_MUST: "MEN", ANI: "KUR", HEAD: "MEN"}),
        (900_000, 14, 28, {BUDI: "KUR", ANI_MUST: "MEN", ANI: "KUR", HEAD: "MEN"}),
    ],
)
def test_money_buys_what_the_hand_found(
    office: Office, budget: int, value: int, cost: int, plan: dict[tuple[str, str], str]
) -> None:
    proposal = office.proposal(budget * MILLION)
    result = proposal.result
    assert proposal.state == "computed"
    assert (result.value, result.cost, result.proven) == (value, cost * MILLION, True)
    assert office.plan(proposal) == plan


def test_the_published_files_hold_on_their_own(office: Office) -> None:
    result = office.proposal(15 * MILLION).result
    assert check_allocation(json.loads(result.problem), json.loads(result.result)).faults == ()
    assert result.bound >= result.value


def test_the_database_refuses_a_result_that_did_not_pass(office: Office) -> None:
    result = office.proposal(0).result
    with pytest.raises(IntegrityError, match="development_result_passed_its_check"), transaction.atomic():
        DevelopmentResult.objects.filter(pk=result.pk).update(feasible=False)
    with pytest.raises(IntegrityError, match="development_result_passed_its_check"), transaction.atomic():
        DevelopmentResult.objects.filter(pk=result.pk).update(bound=1)


def test_a_line_says_from_where_to_where_and_never_claims_it_was_reached(office: Office) -> None:
    proposal = office.proposal(28 * MILLION)
    lines = {(line.person.full_name, line.competency.code): line for line in proposal.lines.all()}
    ani = lines["Ani", "MAN.3"]
    assert (ani.start, ani.expected, ani.required, ani.value, ani.cost, ani.must) == (3, 4, 5, 2, 5 * MILLION, False)
    must = lines["Ani", "MAN.1"]
    assert (must.start, must.expected, must.required, must.value, must.must) == (3, 4, 4, 6, True)


def test_what_nobody_has_assessed_is_counted_and_not_planned(office: Office) -> None:
    proposal = office.proposal(900 * MILLION)
    people = set(proposal.lines.values_list("person__full_name", flat=True))
    assert people == {"Ani", "Budi", "Kartini Lain"}
    social = office.world.cast.units["social"].pk
    assert proposal.result.report["unknown"][str(social)] == 9  # Ratna: nine defaults, no evidence


def test_disputed_evidence_counts_only_when_asked_for(office: Office) -> None:
    world = office.world
    piece = NewEvidence(world.people["budi"].pk, world.codes["MAN.3"], 5, "superior", date(2025, 7, 1))
    record_many(world.cast.palu.pk, [piece], day=DAY)
    assert BUDI not in office.plan(office.proposal(0))
    assert office.plan(office.proposal(0, unsure=True))[BUDI] == "GRA"


def test_each_open_gap_is_told_why_with_numbers(office: Office) -> None:
    proposal = office.proposal(4 * MILLION)
    acts = proposal.result.acts
    said = {(line.person.full_name.split()[0], line.competency.code): told(line, proposal, acts) for line in proposal.lines.all()}
    assert said == {
        BUDI: "Diharapkan naik dari level 2 ke 3; bernilai 2 poin; biaya per orang nol.",
        ANI_MUST: "Diharapkan naik dari level 3 ke 4; bernilai 6 poin; biaya per orang Rp4.000.000.",
        ANI: "Kegiatan KUR butuh Rp15.000.000, melebihi seluruh anggaran Rp4.000.000.",
        HEAD: "Kegiatan MEN butuh Rp4.000.000, sisa anggaran Rp0. Kegiatan lain senilai 6 poin harus dilepas untuk itu, "
        "sedangkan kebutuhan ini bernilai 2 poin.",
    }


def test_every_code_has_a_heading_and_a_sentence() -> None:
    line = DevelopmentLine(start=1, required=3, expected=2, reason={"value": 1, "price": 2, "left": 3, "lost": 4, "acts": []})
    proposal = DevelopmentProposal(budget=5, most_acts=2, most_hours=20)
    assert list(headings()) == list(CODES)
    for code in CODES:
        line.why = code
        assert told(line, proposal, {})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cost_per_person": None}, "no_price"),
        ({"cost_per_class": None}, "no_price"),
        ({"starts_on": DAY - timedelta(days=1)}, "past"),
        ({"from_level": 0, "to_level": 2}, "no_level"),
        ({"active": False}, "no_act"),
    ],
)
def test_an_act_that_cannot_be_chosen_is_named_as_the_reason(office: Office, changes: dict[str, object], code: str) -> None:
    office.acts["MHL"].delete()
    type(office.acts["MEN"]).objects.filter(pk=office.acts["MEN"].pk).update(**changes)
    assert office.plan(office.proposal(900 * MILLION))[ANI_MUST] == code


def test_an_act_that_starts_on_the_day_itself_can_be_chosen(office: Office) -> None:
    type(office.acts["MEN"]).objects.filter(pk=office.acts["MEN"].pk).update(starts_on=DAY)
    assert office.plan(office.proposal(4 * MILLION))[ANI_MUST] == "MEN"


def test_unknown_hours_matter_only_where_hours_are_limited(office: Office) -> None:
    type(office.acts["MEN"]).objects.filter(pk=office.acts["MEN"].pk).update(hours=None)
    assert office.plan(office.proposal(4 * MILLION))[ANI_MUST] == "MEN"
    assert office.plan(office.proposal(4 * MILLION, most_hours=20))[ANI_MUST] == "no_price"  # the dear one is named first
    office.acts["MHL"].delete()


def test_an_internship_without_stated_hours_counts_what_the_law_gives_it(office: Office) -> None:
    """PerLAN 10/2018 counts an internship as 20 JP, whatever its length; a course counts its own hours."""
    found = hours_by_law("internship", DAY)
    assert found is not None
    assert (found.hours, found.unverified) == (20, True)
    assert (hours_of("study_visit", None, DAY), hours_of("course", None, DAY), hours_of("internship", 8, DAY)) == (10, None, 8)
    type(office.acts["MEN"]).objects.filter(code="MEN").update(kind="internship", hours=None)
    assert office.plan(office.proposal(4 * MILLION, most_hours=20))[ANI_MUST] == "MEN"
    assert office.plan(office.proposal(4 * MILLION, most_hours=19))[ANI_MUST] == "no_hours"


@pytest.mark.parametrize(("hours", "people"), [(14, 0), (15, 1)])
def test_a_contract_employee_beyond_the_ceiling_is_warned_of(office: Office, hours: int, people: int) -> None:
    """Ani gets the mentor (10 JP) and the course: 24 JP in all are allowed to a PPPK, 25 are not."""
    type(office.acts["KUR"]).objects.filter(code="KUR").update(hours=hours)
    Person.objects.filter(pk=office.world.people["ani"].pk).update(kind="pppk")
    proposal = office.proposal(900 * MILLION)
    found = beyond_ceiling(proposal, proposal.result.acts)
    assert (found.people if found else 0) == people
    if found:
        assert (found.reason, found.article) == ("JP setahun 25 JP, melebihi batas 24 JP.", "PP 49/2018 pasal 40")


def test_an_empty_catalogue_gives_an_empty_plan_with_reasons(office: Office) -> None:
    type(office.acts["MEN"]).objects.all().delete()
    proposal = office.proposal(900 * MILLION)
    assert (proposal.state, proposal.result.value, by_reason(proposal)) == ("computed", 0, [("no_act", 4)])
    with pytest.raises(RefusedError, match="tidak memuat satu kegiatan pun"):
        submit_development(actor=office.world.actor("planner"), proposal_id=proposal.pk)


def test_one_person_gets_no_more_than_allowed(office: Office) -> None:
    plan = office.plan(office.proposal(900 * MILLION, most_acts=1))
    assert (plan[ANI_MUST], plan[ANI]) == ("MEN", "person_full")
    plan = office.plan(office.proposal(900 * MILLION, most_hours=15))
    assert (plan[ANI_MUST], plan[ANI]) == ("MEN", "hours_full")
    plan = office.plan(office.proposal(900 * MILLION, most_hours=9))
    assert plan[ANI_MUST] == "no_hours"


def test_nobody_is_in_two_places_at_once(office: Office) -> None:
    first, last = DAY + timedelta(days=30), DAY + timedelta(days=32)
    for code, begins, ends in (("MEN", first, last), ("KUR", last, last + timedelta(days=2))):
        dates = {"starts_on": begins, "ends_on": ends, "full_time": True}
        type(office.acts[code]).objects.filter(pk=office.acts[code].pk).update(**dates)
    plan = office.plan(office.proposal(900 * MILLION))
    assert (plan[ANI_MUST], plan[ANI]) == ("MEN", "clash")
    type(office.acts["KUR"]).objects.filter(code="KUR").update(starts_on=last + timedelta(days=1))
    assert office.plan(office.proposal(900 * MILLION))[ANI] == "KUR"


def test_every_opd_gets_its_share_before_the_rest(office: Office) -> None:
    """Dinas Sosial could gain 2: half of it is 1, which only the mentor gives. Dinas Contoh could gain 12: 6 is Ani's."""
    proposal = office.proposal(4 * MILLION, min_share=50)
    assert office.plan(proposal)[ANI_MUST] == "MEN"
    assert proposal.result.short == 2 - 1  # 6 + 2 of Dinas Contoh are enough; Dinas Sosial lacks 1
    rows = {row.name: (row.value, row.wanted, row.floor, row.short, row.answered) for row in by_opd(proposal, proposal.result)}
    assert rows == {"Dinas Contoh": (8, 12, 6, 0, 2), "Dinas Sosial": (0, 2, 1, 1, 0)}
    both = office.proposal(8 * MILLION, min_share=100)
    assert (both.result.value, both.result.short) == (10, 4)


def test_acts_are_summed_up_with_their_classes(office: Office) -> None:
    proposal = office.proposal(28 * MILLION)
    used = by_act(proposal, proposal.result)
    rows = [(row.act["code"], row.people, row.classes, row.cost, row.value, row.seats) for row in used]
    assert rows == [("MEN", 2, 1, 8 * MILLION, 8, None), ("KUR", 2, 1, 20 * MILLION, 6, 2)]


def test_the_next_ten_million_are_told_act_by_act(office: Office) -> None:
    proposal = office.proposal(15 * MILLION)
    bought = {row.budget // MILLION: row for row in steps(proposal, proposal.result)}
    assert sorted(bought) == [15, 25, 35, 45, 55, 65]
    more = bought[25]
    assert (more.value, more.cost, more.more, more.people) == (12, 23 * MILLION, 2, 3)
    assert more.changes == [("Kegiatan KUR", 0, 1), ("Kegiatan GRA", 1, 0)]
    assert [bought[budget].value for budget in (35, 45, 55, 65)] == [14, 14, 14, 14]
    assert bought[15].current
    assert bought[15].changes == []


def test_smaller_budgets_are_looked_at_where_there_is_room() -> None:
    million = MILLION
    assert budgets_beside(0) == [n * 10 * million for n in range(1, 6)]
    assert budgets_beside(80 * million)[:3] == [20 * million, 40 * million, 60 * million]


def test_the_same_question_gives_the_same_bytes(office: Office) -> None:
    proposal = office.proposal(15 * MILLION)
    before = (proposal.result.problem, proposal.result.result)
    again = compute_development(actor=office.world.actor("planner"), proposal_id=proposal.pk)
    stored = DevelopmentResult.objects.get(proposal=again)
    assert (stored.problem, stored.result) == before
    assert proposal.lines.count() == 4


def test_a_changed_catalogue_is_noticed_and_stops_a_submission(office: Office) -> None:
    proposal = office.proposal(15 * MILLION)
    planner = office.world.actor("planner")
    assert changed_since(proposal) == []
    act = type(office.acts["MEN"]).objects.filter(code="MEN")
    act.update(organiser="BKPSDM", curriculum="Kurikulum A")
    assert changed_since(proposal) == []
    act.update(cost_per_person=3 * MILLION)
    assert changed_since(proposal) == ["Kegiatan MEN"]
    with pytest.raises(RefusedError, match="Katalog kegiatan berubah"):
        submit_development(actor=planner, proposal_id=proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.submitted_at) == ("computed", None)
    make_act(office.world, "BRU", "MAN.1", (1, 2))
    assert changed_since(proposal) == ["Kegiatan BRU", "Kegiatan MEN"]


def test_submitting_twice_is_submitting_once_and_freezes_the_plan(office: Office) -> None:
    proposal = office.proposal(15 * MILLION)
    planner = office.world.actor("planner")
    first = submit_development(actor=planner, proposal_id=proposal.pk)
    assert (first.state, first.submitted_by_id) == ("proposed", planner.user_id)
    second = submit_development(actor=office.world.actor("hr_officer"), proposal_id=proposal.pk)
    assert (second.submitted_at, second.submitted_by_id) == (first.submitted_at, planner.user_id)
    for act in (compute_development, delete_development):
        with pytest.raises(RefusedError, match="sudah diajukan tidak"):
            act(actor=planner, proposal_id=proposal.pk)
    assert proposal.lines.count() == 4


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"budget": -1}, "Anggaran antara"),
        ({"budget": 10**12 + 1}, "Anggaran antara"),
        ({"min_share": 101}, "Bagian minimal"),
        ({"most_acts": 0}, "Kegiatan per orang"),
        ({"most_hours": 0}, "JP per orang"),
        ({"must_weight": 0}, "syarat mutlak"),
        ({"priorities": {"staff": 11}}, "antara 0 dan 10"),
        ({"priorities": {"luck": 1}}, "antara 0 dan 10"),
        ({"priorities": dict.fromkeys(("leaders", "supervisors", "experts", "staff"), 0)}, "Semua bobot kelompok nol"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(office: Office, wrong: dict[str, object], words: str) -> None:
    asked = DevelopmentQuestion(**{"name": "Uji", "budget": 1} | wrong)
    with pytest.raises(RefusedError, match=words):
        create_development(actor=office.world.actor("planner"), question=asked)
    assert DevelopmentProposal.objects.count() == 0


def test_a_group_of_weight_zero_is_left_out_and_says_so(office: Office) -> None:
    plan = office.plan(office.proposal(900 * MILLION, priorities={"leaders": 0}))
    assert plan[HEAD] == "no_weight"


def test_who_does_not_plan_makes_no_proposal(office: Office) -> None:
    for name in ("unit_head", "civil_servant", "auditor", "panel_member"):
        with pytest.raises(RefusedError):
            create_development(actor=office.world.actor(name), question=DevelopmentQuestion("Uji", 1))
    assert DevelopmentProposal.objects.count() == 0


def test_the_scope_limits_whose_gaps_are_planned(office: Office) -> None:
    plan = office.plan(office.proposal(900 * MILLION, unit_id=office.world.opd.pk))
    assert set(plan) == {ANI_MUST, ANI, BUDI}
