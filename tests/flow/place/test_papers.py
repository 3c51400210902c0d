"""Minutes and letters: issued only when ready, with a code, replaced by the next issue, on the chained log."""

import pytest

from matang.flow.place.models import PanelMeeting, PlacementDecision
from matang.flow.place.public import Verdict, close_meeting, decide, nominate
from matang.flow.place.services.papers import issue_letter, issue_minutes
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import issued_by_code
from matang.foundation.files.services import open_file
from tests.cast import Cast
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(world: World) -> PanelMeeting:
    """Return a meeting that is still open: Citra was named, Ani advised and appointed."""
    scenario = world.scenario(submitted=True)
    mayor = world.actor("appointing_official")
    nominate(
        actor=mayor,
        scenario_id=scenario.pk,
        post_id=world.vacant.pk,
        person_id=world.people["citra"].pk,
        reason='Cakap "#1" [x].',
    )
    item = advised(world.cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    decide(
        actor=mayor, scenario_id=scenario.pk, post_id=world.vacant.pk,
        verdict=Verdict(world.people["ani"].pk, today(), "Sesuai usulan #let x = 1.", ""),
    )  # fmt: skip
    return item.meeting


def test_minutes_wait_for_the_meeting_to_close(world: World, meeting: PanelMeeting) -> None:
    with pytest.raises(RefusedError, match="setelah sidang ditutup"):
        issue_minutes(actor=world.actor("panel_member"), meeting_id=meeting.pk)
    assert IssuedDocument.objects.count() == 0


def test_minutes_have_a_code_and_a_second_issue_replaces_the_first(world: World, meeting: PanelMeeting) -> None:
    chair = world.actor("panel_member")
    close_meeting(actor=chair, meeting_id=meeting.pk)
    first = issue_minutes(actor=chair, meeting_id=meeting.pk, check_at="http://localhost/periksa/")
    second = issue_minutes(actor=chair, meeting_id=meeting.pk, check_at="http://localhost/periksa/")
    first.refresh_from_db()
    assert (first.withdrawn_at is not None, second.withdrawn_at) == (True, None)
    with open_file(second.file) as file:
        assert file.read(5) == b"%PDF-"
    found = issued_by_code(second.code)
    assert found is not None
    assert found.title == "Berita acara sidang tim penilai kinerja"
    logged = Decision.objects.filter(kind="place.minutes_issued").order_by("pk")
    assert [row.payload["sha256"] for row in logged] == [first.sha256, second.sha256]
    assert verify_chain(world.cast.palu.pk).ok


def test_a_letter_is_drafted_for_a_decision_that_stands(world: World, meeting: PanelMeeting) -> None:
    decision = PlacementDecision.objects.get(item__meeting=meeting)
    made = issue_letter(actor=world.actor("appointing_official"), decision_id=decision.pk)
    assert made.subject == f"decision:{decision.pk}"
    with pytest.raises(RefusedError):
        issue_letter(actor=world.actor("auditor"), decision_id=decision.pk)
    assert IssuedDocument.objects.count() == 1


def test_pages_issue_and_hand_over_only_within_reach(cast: Cast, world: World, meeting: PanelMeeting) -> None:
    close_meeting(actor=world.actor("panel_member"), meeting_id=meeting.pk)
    chair, outsider = ActorClient(cast.users["panel_member"]), ActorClient(cast.users["malang_officer"])
    page = f"/penetapan/rapat/{meeting.pk}/berita-acara/"
    assert "Belum pernah diterbitkan" in chair.get(page).content.decode()
    assert chair.post(page).status_code == 302
    made = IssuedDocument.objects.get()
    assert made.code in chair.get(page).content.decode()
    got = chair.get(f"/penetapan/dokumen/{made.pk}/")
    assert got["Content-Type"] == "application/pdf"
    assert got.content[:5] == b"%PDF-"
    assert outsider.get(f"/penetapan/dokumen/{made.pk}/").status_code == 404
    assert outsider.post(page).status_code == 404
    assert ActorClient(cast.users["auditor"]).post(page).status_code == 403
    assert IssuedDocument.objects.count() == 1
