"""A name that an official puts forward: measured like everybody's, on the record, and explained to the person."""

import pytest

from matang.flow.place.models import Nomination
from matang.flow.place.public import Verdict, decide, nominate
from matang.flow.place.services.nominations import named_for, own_nominations
from matang.flow.plan.public import PlacementScenario
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
REASON = "Dikenal baik oleh pimpinan."


def named(world: World, scenario: PlacementScenario, person: str, by: str = "appointing_official") -> Nomination:
    return nominate(
        actor=world.actor(by), scenario_id=scenario.pk, post_id=world.vacant.pk, person_id=world.people[person].pk, reason=REASON
    )


def test_a_favourite_who_fails_a_requirement_loses_with_its_article(world: World) -> None:
    """Citra has a diploma where the post asks for a bachelor: her high levels don't help, nor who named her."""
    made = named(world, world.scenario(submitted=True), "citra")
    assert (made.rank, made.distance) == (0, None)
    shown = named_for(world.actor("panel_member"), made.scenario_id, made.post_id)
    assert [(row.name, [refusal.article for refusal in row.refusals]) for row in shown] == [("Citra", ["PP 11/2017 pasal 54"])]
    assert shown[0].refusals[0].reason == "Pendidikan D-III di bawah syarat: paling rendah S-1."


def test_a_favourite_who_could_be_appointed_reads_how_many_points_were_lacking(world: World) -> None:
    made = named(world, world.scenario(submitted=True), "budi")
    assert (made.rank, made.distance, made.refusals) == (2, 10, [])


def test_sent_twice_it_is_one_name_and_one_entry_of_the_log(world: World) -> None:
    scenario = world.scenario(submitted=True)
    assert named(world, scenario, "citra").pk == named(world, scenario, "citra", by="panel_member").pk
    assert Nomination.objects.count() == 1
    assert Decision.objects.filter(kind="place.named").count() == 1
    assert verify_chain(world.cast.palu.pk).ok


@pytest.mark.parametrize("by", ["planner", "hr_officer", "auditor"])
def test_others_may_not_put_a_name_forward(world: World, by: str) -> None:
    scenario = world.scenario(submitted=True)
    with pytest.raises(RefusedError, match="Nama hanya diajukan"):
        named(world, scenario, "citra", by=by)
    assert Nomination.objects.count() == 0


def test_without_a_reason_or_before_submission_nothing_is_kept(world: World) -> None:
    scenario = world.scenario()
    with pytest.raises(RefusedError, match="tidak menunggu putusan"):
        named(world, scenario, "citra")
    scenario.state = "proposed"
    scenario.save()
    with pytest.raises(RefusedError, match="Tulis alasan"):
        nominate(
            actor=world.actor("panel_member"), scenario_id=scenario.pk, post_id=world.vacant.pk,
            person_id=world.people["citra"].pk, reason="  ",
        )  # fmt: skip
    assert Nomination.objects.count() == 0


def test_only_the_person_named_reads_it_and_only_after_the_decision(cast: Cast, world: World) -> None:
    scenario = world.scenario(submitted=True)
    named(world, scenario, "citra")
    cast.users["civil_servant"].person_id = world.people["citra"].pk
    cast.users["civil_servant"].save()
    citra = actor_of(cast.users["civil_servant"])
    assert own_nominations(citra) == []
    advised(cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    decide(
        actor=world.actor("appointing_official"), scenario_id=scenario.pk, post_id=world.vacant.pk,
        verdict=Verdict(world.people["ani"].pk, today(), "Sesuai usulan.", "1"),
    )  # fmt: skip
    assert [row.name for row in own_nominations(citra)] == ["Citra"]
    assert own_nominations(world.actor("planner")) == []
    page = ActorClient(cast.users["civil_servant"]).get("/penetapan/alasan-saya/").content.decode()
    assert "Pendidikan D-III di bawah syarat: paling rendah S-1." in page
    assert "PP 11/2017 pasal 54" in page
    assert "<li>Ijazah paling rendah S-1 tercatat di register.</li>" in page
    assert "Sesudah itu Anda ikut dihitung sebagai calon." in page


def test_on_the_page_a_name_is_looked_up_and_stands_on_the_sheet(cast: Cast, world: World) -> None:
    scenario = world.scenario(submitted=True)
    client = ActorClient(cast.users["appointing_official"])
    page = f"/penetapan/sidang/{scenario.pk}/{world.vacant.pk}/ajukan-nama/"
    assert "Citra" in client.get(page, {"q": "citr"}).content.decode()
    assert "Tidak ada pegawai yang cocok" in client.get(page, {"q": "zzzz"}).content.decode()
    empty = client.post(f"{page}?q=citr", {"person": world.people["citra"].pk, "reason": ""})
    assert empty.status_code == 200
    sent = client.post(f"{page}?q=citr", {"person": world.people["citra"].pk, "reason": REASON})
    assert sent.status_code == 302
    sheet = client.get(f"/penetapan/sidang/{scenario.pk}/{world.vacant.pk}/").content.decode()
    assert "Nama yang diajukan pejabat" in sheet
    assert REASON in sheet
    with acting_in(cast.palu.pk):
        assert Nomination.objects.count() == 1


def test_why_is_still_told_of_a_refused_person_after_the_post_was_filled(cast: Cast, world: World) -> None:
    scenario = world.scenario(submitted=True)
    named(world, scenario, "citra")
    advised(cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    decide(
        actor=world.actor("appointing_official"), scenario_id=scenario.pk, post_id=world.vacant.pk,
        verdict=Verdict(world.people["ani"].pk, today(), "Sesuai usulan.", "1"),
    )  # fmt: skip
    page = f"/rencana/{scenario.pk}/mengapa/{world.vacant.pk}/{world.people['citra'].pk}/"
    told = ActorClient(cast.users["planner"]).get(page)
    assert told.status_code == 200
    assert "Pendidikan D-III di bawah syarat: paling rendah S-1." in told.content.decode()
