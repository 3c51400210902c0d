"""What the table of the panel's meetings names: an open meeting with a waiting and an advised post, one that is prepared."""

from django.utils import timezone

from matang.flow.place.models import AgendaItem, InterestStatement, MeetingMember, PanelMeeting, Waiver
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost
from matang.flow.register.models import Person, Post
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast
from tests.permissions.plan import REASONS, solved

CHECK = {
    "key": "rating", "title": "Penilaian kinerja baik?", "verdict": "unknown", "reason": "0", "article": "",
    "source": "", "unverified": False,
}  # fmt: skip


def agenda(agency: Agency, person: Person, chair: User, state: str) -> tuple[PlacementScenario, Post, AgendaItem]:
    """Make a meeting in a state, with one post of a submitted scenario of its own, whose chair is there and free."""
    scenario, post = solved(agency, person, f"p{state}")
    PlacementScenario.objects.filter(pk=scenario.pk).update(state="proposed")
    ScenarioPost.objects.filter(scenario=scenario).update(decided_at=None)
    Proposal.objects.filter(scenario=scenario).update(packed=REASONS | {"checks": [CHECK]})
    moment = timezone.now()
    meeting = PanelMeeting.objects.create(
        agency=agency, title=f"Sidang {state}", held_on=START, way="vote", state="draft" if state == "draft" else "opened",
        opened_at=None if state == "draft" else moment, created_by=chair, created_at=moment,
    )  # fmt: skip
    member = MeetingMember.objects.create(agency=agency, meeting=meeting, user=chair, seat="chair", attendance="present")
    InterestStatement.objects.create(agency=agency, member=member, given_at=moment, log_id=1)
    item = AgendaItem.objects.create(agency=agency, meeting=meeting, scenario=scenario, post=post, position=1)
    if state == "advised":
        AgendaItem.objects.filter(pk=item.pk).update(
            state="advised", way="vote", advice="vacant", advised_at=moment, advised_by=chair, tally=[["vacant", None, 1]]
        )
    return scenario, post, item


def waived(scenario: PlacementScenario, post: Post, person: Person, user: User) -> Waiver:
    """Make a waiver."""
    return Waiver.objects.create(
        agency=scenario.agency, scenario=scenario, post=post, person=person, check_key="other", title="Syarat lain",
        verdict="unknown", reason="Ditunda.", given_by=user, given_at=timezone.now(), log_id=1,
    )  # fmt: skip


def objects(cast: Cast) -> dict[str, int | str]:
    """Make the meetings in either agency."""
    chair, person = cast.users["panel_member"], cast.people["servant"]
    made: dict[str, int | str] = {}
    for state in ("draft", "waiting", "advised"):
        scenario, post, item = agenda(cast.palu, person, chair, state)
        made |= {f"meeting.{state}": item.meeting_id, f"item.{state}": item.pk}
        made |= {f"scenario.{state}": scenario.pk, f"post.{state}": post.pk}
    made["waiver.palu"] = waived(scenario, post, person, cast.users["appointing_official"]).pk
    free, _post = solved(cast.palu, person, "pfree")
    PlacementScenario.objects.filter(pk=free.pk).update(state="proposed")
    ScenarioPost.objects.filter(scenario=free).update(decided_at=None)
    made["scenario.free"] = free.pk
    made["member.chair"] = cast.users["panel_member"].pk
    with acting_in(cast.malang.pk):
        officer, stranger = cast.users["malang_officer"], cast.people["malang"]
        scenario, post, item = agenda(cast.malang, stranger, officer, "waiting")
        made |= {"meeting.malang": item.meeting_id, "item.malang": item.pk}
        made |= {"scenario.malang": scenario.pk, "post.malang": post.pk}
        made["waiver.malang"] = waived(scenario, post, stranger, officer).pk
    return made
