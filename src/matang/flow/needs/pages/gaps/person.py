"""The gaps of one person, with the arithmetic, against the post they hold or another one."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.needs.choices import SURE, EvidenceSource, Standing
from matang.flow.needs.permissions import OVERVIEW_ROLES, SUPERIORS, may_rate, may_record_any, may_withdraw_evidence
from matang.flow.needs.selectors.gaps import GapLine, person_gaps, post_of
from matang.flow.needs.selectors.superiors import direct_superior_of
from matang.flow.register.public import Person, Post, person_visible_to, posts_at, unit_path_of
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.asking import day_of, number_in

CHIPS = {Standing.MEETS: "pass", Standing.BELOW: "fail", Standing.UNSURE: "warn", Standing.NO_EVIDENCE: "unknown"}
OFFERED = 12


@gate.signed_in
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show what a person's post asks for, what was shown by whom, and how the gap is computed, as at a day."""
    actor, day = request.actor, day_of(request)
    found = person_visible_to(actor, person_id)
    if found is None:
        raise Http404
    held = post_of(found, day)
    other = _other_post(request)
    lines = person_gaps(found, other or held, day)
    asked = [line for line in lines if line.requirement]
    sources = [source for source in EvidenceSource if any(source.value in line.voices for line in lines)]
    place = cache(lambda: unit_path_of(found.pk, today()))
    own = actor.person_id == found.pk
    context = {
        "person": found,
        "post": other or held,
        "held": held,
        "other": other,
        "day": day,
        "now": today(),
        "asked": sorted(asked, key=lambda line: (not line.requirement.must, -line.gap, line.competency.position)),
        "blank": [line for line in asked if not line.pieces],
        "beside": [line for line in lines if not line.requirement],
        "default": any(line.requirement.default for line in asked),
        "counts": {standing.value: sum(line.standing == standing for line in asked) for standing in Standing},
        "chips": CHIPS,
        "sources": sources,
        "sure": SURE,
        "own": own,
        "shows_raters": not own,
        "overview": actor.has(*OVERVIEW_ROLES),
        "may_rate": _may_rate(actor, found, place()) if actor.has(*SUPERIORS) else False,
        "may_record": may_record_any(actor, found.pk, place),
        "withdrawable": _withdrawable(actor, found.pk, lines, place),
        "text": request.GET.get("cari", "").strip()[:80],
        "offered": _offered(request, day),
    }
    return render(request, "needs/person.html", context)


def _may_rate(actor: Actor, found: Person, path: str) -> bool:
    return bool(may_rate(actor, found.pk, path, direct_superior_of(found.agency_id, path, found.pk, today())))


def _other_post(request: HttpRequest) -> Post | None:
    """Return the post to compare with instead of the one that is held: what a post asks for is known to all of its agency."""
    key = number_in(request, "jabatan")
    return posts_at(request.actor.agency_id, day_of(request)).filter(pk=key).select_related("unit").first() if key else None


def _offered(request: HttpRequest, day: object) -> list[Post]:
    words = request.GET.get("cari", "").strip()[:80].split()
    if not words:
        return []
    posts = posts_at(request.actor.agency_id, day).select_related("unit")
    for word in words:
        posts = posts.filter(name__icontains=word)
    return list(posts.order_by("name", "pk")[:OFFERED])


def _withdrawable(actor: Actor, person_id: int, lines: list[GapLine], place: object) -> set[int]:
    """Return the keys of the pieces that the actor may withdraw or correct."""
    answers: dict[tuple[str, bool], bool] = {}
    found = set()
    for line in lines:
        for piece in line.pieces:
            kind = (piece.source_key, piece.rater_id == actor.user_id)
            if kind not in answers:
                answers[kind] = bool(may_withdraw_evidence(actor, person_id, piece.source_key, piece.rater_id, place))
            if answers[kind] and piece.withdrawn is None:
                found.add(piece.key)
    return found
