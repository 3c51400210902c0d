"""What the table of the decisions names."""

from django.utils import timezone

from matang.flow.place.models import Objection, PlacementDecision
from matang.flow.plan.models import PlacementScenario, ScenarioPost
from matang.flow.register.models import Post
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.files.models import StoredFile
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.permissions.plan import solved


def left_vacant(cast: Cast, scenario: PlacementScenario, post: Post, user: str) -> PlacementDecision:
    """Make a decision that leaves a post vacant."""
    return PlacementDecision.objects.create(
        agency=scenario.agency, scenario=scenario, post=post, outcome="left_vacant", reason="Menunggu.",
        decided_by=cast.users[user], decided_at=timezone.now(), log_id=1,
    )  # fmt: skip


def about(cast: Cast, decision: PlacementDecision) -> dict[str, int | str]:
    """Make a paper about a decision, and an objection to it of the person who was looked at."""
    user = cast.users["civil_servant"]
    stored = StoredFile.objects.create(
        agency=cast.palu, name="a.pdf", kind="pdf", size=1, sha256="0" * 64, path="none", stored_at=timezone.now()
    )
    paper = IssuedDocument.objects.create(
        agency=cast.palu, code="P-0000-0000-0001", kind="Naskah", title="Naskah", subject=f"decision:{decision.pk}", file=stored,
        sha256="0" * 64, issued_at=timezone.now(),
    )  # fmt: skip
    objection = Objection.objects.create(
        agency=cast.palu, decision=decision, person=cast.people["servant"], grounds="Keliru.", filed_by=user,
        filed_at=timezone.now(), answer_due=timezone.localdate(), log_id=1,
    )  # fmt: skip
    return {"decision.objected": decision.pk, "paper.palu": paper.pk, "objection.palu": objection.pk}


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
    made |= about(cast, left_vacant(cast, objected, objected_post, "panel_member"))
    with acting_in(cast.malang.pk):
        scenario, post = solved(cast.malang, cast.people["malang"], "proposed")
        made |= {
            "scenario.malang": scenario.pk,
            "post.malang": post.pk,
            "decision.malang": left_vacant(cast, scenario, post, "malang_officer").pk,
        }
    return made
