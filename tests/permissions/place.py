"""What the table of the decisions names."""

from django.utils import timezone

from matang.flow.place.models import PlacementDecision
from matang.flow.plan.models import PlacementScenario, ScenarioPost
from matang.flow.register.models import Post
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.permissions.plan import solved


def left_vacant(cast: Cast, scenario: PlacementScenario, post: Post, user: str) -> PlacementDecision:
    """Make a decision that leaves a post vacant."""
    return PlacementDecision.objects.create(
        agency=scenario.agency, scenario=scenario, post=post, outcome="left_vacant", reason="Menunggu.",
        decided_by=cast.users[user], decided_at=timezone.now(), log_id=1,
    )  # fmt: skip


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
    with acting_in(cast.malang.pk):
        scenario, post = solved(cast.malang, cast.people["malang"], "proposed")
        made |= {
            "scenario.malang": scenario.pk,
            "post.malang": post.pk,
            "decision.malang": left_vacant(cast, scenario, post, "malang_officer").pk,
        }
    return made
