"""What one post asks for on a day, the rest of its standard form, and how it came to ask for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from matang.flow.needs.models import CompetencyText, PostSheet, PostStandard, StandardChange
from matang.flow.needs.permissions import may_set_standards_of
from matang.flow.needs.selectors.standards import competencies_at, requirements_of
from matang.flow.register.public import Post, posts_at
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.asking import day_of


def post_or_404(actor: Actor, post_id: int) -> Post:
    """Return a post of the actor's agency, of any day; what posts ask for is known to all of an agency."""
    post: Post | None = Post.objects.filter(pk=post_id, agency_id=actor.agency_id).select_related("unit").first()
    if post is None:
        raise Http404
    return post


@gate.signed_in
@require_safe
def post_standard(request: HttpRequest, post_id: int) -> HttpResponse:
    """Show what a post asks for."""
    actor, day = request.actor, day_of(request)
    post = post_or_404(actor, post_id)
    asked = requirements_of(actor.agency_id, day, [(post.pk, post.kind)])[post.pk]
    names = {competency.pk: competency for competency in competencies_at(actor.agency_id, day)}
    wording = {
        (text.competency_id, number): level["official"] or level["short"]
        for text in CompetencyText.objects.filter(competency_id__in=names).as_at(day)
        for number, level in enumerate(text.levels, start=1)
    }
    history = list(
        PostStandard.objects.filter(post=post)
        .select_related("competency", "change")
        .order_by("-valid_from", "competency__position", "id")
    )
    context = {
        "post": post,
        "lines": [
            (names[r.competency_id], r, wording.get((r.competency_id, r.level), "")) for r in asked if r.competency_id in names
        ],
        "default": any(r.default for r in asked),
        "sheet": PostSheet.objects.filter(post=post).as_at(day).first(),
        "history": history,
        "coming": [row for row in history if row.valid_from > day],
        "changes": list(StandardChange.objects.filter(rows__post=post).distinct().order_by("-applied_at")[:20]),
        "may_set": bool(may_set_standards_of(actor, [post.unit.path])),
        "stands": posts_at(actor.agency_id, day).filter(pk=post.pk).exists(),
        "day": day,
        "other_day": day != today(),
    }
    return render(request, "needs/post_standard.html", context)
