"""Waivers: by the appointing official only, with reason and ground, always shown, and needed for every failed requirement."""

from datetime import timedelta

import pytest
from django.urls import reverse

from matang.flow.place.models import PlacementDecision, Waiver
from matang.flow.place.public import Setting, Verdict, decide, waive
from matang.flow.place.services.candidates import admitted, requirement_key
from matang.flow.place.services.waivers import withdraw_waiver
from matang.flow.plan.public import PlacementScenario, why
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from tests.flow.place.sitting import agree, sit
from tests.flow.plan.world import World
from tests.http import ActorClient


def failed(world: World, scenario: PlacementScenario, name: str) -> list[str]:
    """Return the keys of the requirements that a person does not meet."""
    found = why(scenario, world.people[name].pk, world.vacant.pk)
    assert found is not None
    return [requirement_key(check) for check in found.reasons["checks"] if check["verdict"] == "fail"]


def setting(world: World, scenario: PlacementScenario, name: str, key: str) -> Setting:
    return Setting(scenario.pk, world.vacant.pk, world.people[name].pk, key)


def test_a_failed_requirement_needs_ground_and_reason(world: World, submitted: PlacementScenario) -> None:
    mayor, (key,) = world.actor("appointing_official"), failed(world, submitted, "citra")
    asked = setting(world, submitted, "citra", key)
    with pytest.raises(RefusedError, match="dasar hukum"):
        waive(actor=mayor, setting=asked, reason="Sangat berpengalaman.")
    with pytest.raises(RefusedError, match="Tulis alasan"):
        waive(actor=mayor, setting=asked, reason=" ", ground="PP 11/2017 pasal 107")
    assert (Waiver.objects.count(), Decision.objects.count()) == (0, 0)
    made = waive(actor=mayor, setting=asked, reason="Sangat berpengalaman.", ground="PP 11/2017 pasal 107")
    assert waive(actor=mayor, setting=asked, reason="Lagi.", ground="Lain").pk == made.pk
    entry = Decision.objects.get()
    assert (entry.kind, entry.payload["ground"], entry.payload["verdict"], made.verdict) == (
        "place.waived", "PP 11/2017 pasal 107", "fail", "fail",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["panel_member", "hr_officer", "planner", "unit_head"])
def test_nobody_else_sets_a_requirement_aside(world: World, submitted: PlacementScenario, name: str) -> None:
    (key,) = failed(world, submitted, "citra")
    with pytest.raises(RefusedError, match="hanya dapat dikecualikan"):
        waive(actor=world.actor(name), setting=setting(world, submitted, "citra", key), reason="Ya.", ground="UU")
    assert Waiver.objects.count() == 0


def test_a_met_requirement_is_not_set_aside(world: World, submitted: PlacementScenario) -> None:
    found = why(submitted, world.people["ani"].pk, world.vacant.pk)
    met = next(requirement_key(check) for check in found.reasons["checks"] if check["verdict"] == "pass")
    for key, words in ((met, "sudah dipenuhi"), ("tidak:ada", "tidak ada pada lembar")):
        with pytest.raises(RefusedError, match=words):
            waive(actor=world.actor("appointing_official"), setting=setting(world, submitted, "ani", key), reason="Ya.")


def test_a_person_let_in_by_waiver_is_advised_on_and_appointed_and_reads_it(
    world: World, submitted: PlacementScenario, browse: type[ActorClient]
) -> None:
    mayor, chair = world.actor("appointing_official"), world.cast.users["panel_member"]
    citra, meeting = world.people["citra"].pk, sit(chair, submitted)
    with pytest.raises(RefusedError, match="tidak ada dalam daftar calon"):
        agree(chair, meeting, world.vacant.pk, citra)
    (key,) = failed(world, submitted, "citra")
    waiver = waive(
        actor=mayor, setting=setting(world, submitted, "citra", key), reason="Ahli satu-satunya.", ground="Perwali 9/2026"
    )
    assert list(admitted(submitted, world.vacant.pk))[-1] == citra
    item = agree(chair, meeting, world.vacant.pk, citra)
    page = browse(chair).get(reverse("place:sheet", args=[meeting.pk, item.pk])).content.decode()
    for words in ("lewat pengecualian", "Ahli satu-satunya.", "Perwali 9/2026", "1 dikecualikan"):
        assert words in page
    verdict = Verdict(citra, today() + timedelta(days=9), "Tidak ada calon lain dengan keahlian ini.")
    made = decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert (made.outcome, made.person_id, made.against_advice) == ("overridden", citra, False)
    assert Decision.objects.get(pk=made.log_id).payload["waivers"] == [waiver.log_id]
    assert verify_chain(world.cast.palu.pk).ok
    user = world.cast.users["civil_servant"]
    user.person_id = citra
    user.save()
    mine = browse(user).get(reverse("place:my_reasons")).content.decode()
    for words in ("Anda ditetapkan", "Syarat yang dikecualikan bagi Anda", "Perwali 9/2026"):
        assert words in mine


def test_a_waiver_taken_back_lets_nobody_in_but_stays_on_the_sheet(
    world: World, submitted: PlacementScenario, browse: type[ActorClient]
) -> None:
    mayor, chair = world.actor("appointing_official"), world.cast.users["panel_member"]
    (key,) = failed(world, submitted, "citra")
    waiver = waive(actor=mayor, setting=setting(world, submitted, "citra", key), reason="Ahli.", ground="Perwali 9/2026")
    item = agree(chair, sit(chair, submitted), world.vacant.pk, world.people["citra"].pk)
    with pytest.raises(RefusedError, match="alasan penarikan"):
        withdraw_waiver(actor=mayor, waiver_id=waiver.pk, reason="")
    withdraw_waiver(actor=mayor, waiver_id=waiver.pk, reason="Dasarnya keliru.")
    withdraw_waiver(actor=mayor, waiver_id=waiver.pk, reason="Sekali lagi.")
    verdict = Verdict(world.people["citra"].pk, today() + timedelta(days=9), "Tetap.")
    with pytest.raises(RefusedError, match="tidak ada dalam daftar calon"):
        decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert PlacementDecision.objects.count() == 0
    page = browse(chair).get(reverse("place:sheet", args=[item.meeting_id, item.pk])).content.decode()
    assert "Dasarnya keliru." in page
    assert Decision.objects.filter(kind="place.waiver_withdrawn").count() == 1


def test_a_waiver_for_an_unanswered_requirement_needs_no_ground(world: World, submitted: PlacementScenario) -> None:
    found = why(submitted, world.people["ani"].pk, world.vacant.pk)
    doubt = next(requirement_key(check) for check in found.reasons["checks"] if check["verdict"] == "unknown")
    made = waive(
        actor=world.actor("appointing_official"), setting=setting(world, submitted, "ani", doubt), reason="SKP menyusul."
    )
    assert (made.verdict, made.ground) == ("unknown", "")
