"""A name that the mayor puts forward and that the law refuses: the demonstration of a favourite who loses with reasons."""

from matang.flow.place.public import Nomination, nominate
from matang.flow.plan.public import PlacementScenario, Proposal, why
from matang.flow.register.public import Incumbency, IncumbencyKind, Post
from matang.foundation.access.actor import Actor

REASON = "Dinilai cakap dan dekat dengan warga; saya ingin namanya ikut diperiksa."
LOOKED_AT = 60
STEP_BELOW = {"jpt_pratama": "administrator", "administrator": "pengawas", "pengawas": "pelaksana"}


def put_forward(mayor: Actor, scenario: PlacementScenario, post: Post) -> Nomination | None:
    """Let the mayor name somebody of the post's own OPD whom a requirement of the law refuses; None when nobody is."""
    found = _refused(scenario, post)
    if found is None:
        return None
    return nominate(actor=mayor, scenario_id=scenario.pk, post_id=post.pk, person_id=found.person_id, reason=REASON)


def _refused(scenario: PlacementScenario, post: Post) -> Proposal | None:
    """Return whoever holds a post one step below, would score the most, and is refused by the fewest articles of the law."""
    opd = "/".join(post.unit.path.split("/")[:2]) + "/"
    held = Incumbency.objects.as_at(scenario.as_at).filter(agency_id=scenario.agency_id, kind=IncumbencyKind.DEFINITIVE)
    below = held.filter(post__kind=STEP_BELOW.get(post.kind, "pelaksana"))
    near = below.filter(post__unit__path__startswith=opd).order_by("person_id").values_list("person_id", flat=True)
    far = below.exclude(post__unit__path__startswith=opd).order_by("person_id").values_list("person_id", flat=True)
    best: tuple[int, int] | None = None
    chosen = None
    for person_id in [*near[:LOOKED_AT], *far[:LOOKED_AT]]:
        found = why(scenario, person_id, post.pk)
        failed = [check for check in found.reasons["checks"] if check["verdict"] == "fail"] if found else []
        if found is None or not failed or not all(check["article"] for check in failed):
            continue
        mark = (-len(failed), found.score)
        if best is None or mark > best:
            best, chosen = mark, found
    return chosen
