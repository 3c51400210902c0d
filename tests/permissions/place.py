"""What the table of the decisions names."""

from django.utils import timezone

from matang.flow.place.models import Objection, PlacementDecision
from matang.flow.plan.models import PlacementScenario, ScenarioPost
from matang.flow.register.models import Person, Post
from matang.foundation.documents.services import Paper, issue
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast
from tests.permissions.documents import SOURCE
from tests.permissions.plan import solved


def left_vacant(cast: Cast, scenario: PlacementScenario, post: Post, user: str) -> PlacementDecision:
    """Make a decision that leaves a post vacant."""
    return PlacementDecision.objects.create(
        agency=scenario.agency, scenario=scenario, post=post, outcome="left_vacant", reason="Menunggu.",
        decided_by=cast.users[user], decided_at=timezone.now(), log_id=1,
    )  # fmt: skip


def about(agency: Agency, decision: PlacementDecision, person: Person, user: User) -> tuple[int, int]:
    """Make a paper about a decision, and an objection to it of the person who was looked at; return their keys."""
    data = {"rows": [["Waktu", "23 November 2026"]], "text": "Isi."}
    paper = Paper("Naskah", "Naskah keputusan", f"decision:{decision.pk}", "naskah.pdf", SOURCE, data)
    objection = Objection.objects.create(
        agency=agency, decision=decision, person=person, grounds="Keliru.", filed_by=user, filed_at=timezone.now(),
        answer_due=timezone.localdate(), log_id=1,
    )  # fmt: skip
    return issue(agency_id=agency.pk, actor_id=None, paper=paper).pk, objection.pk


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a scenario before the panel and a decision, in either agency."""
    scenario, post = solved(cast.palu, cast.people["servant"], "proposed")
    ScenarioPost.objects.filter(scenario=scenario).update(decided_at=None)
    other, other_post = solved(cast.palu, cast.people["servant"], "decided")
    made: dict[str, int | str] = {
        "scenario.proposed": scenario.pk,
        "post.proposed": post.pk,
        "decision.palu": left_vacant(cast, other, other_post, "panel_member").pk,
    }
    objected, objected_post = solved(cast.palu, cast.people["servant"], "objected")
    decision = left_vacant(cast, objected, objected_post, "panel_member")
    made["paper.palu"], made["objection.palu"] = about(cast.palu, decision, cast.people["servant"], cast.users["civil_servant"])
    with acting_in(cast.malang.pk):
        scenario, post = solved(cast.malang, cast.people["malang"], "proposed")
        decision = left_vacant(cast, scenario, post, "malang_officer")
        made |= {"scenario.malang": scenario.pk, "post.malang": post.pk, "decision.malang": decision.pk}
        made["paper.malang"], made["objection.malang"] = about(
            cast.malang, decision, cast.people["malang"], cast.users["malang_officer"]
        )
    return made
