"""Set one requirement of one post."""

from datetime import date

from django.db import transaction

from matang.flow.needs.choices import StandardChangeKind
from matang.flow.needs.models import PostStandard
from matang.flow.needs.permissions import may_set_standard
from matang.flow.needs.services.standards.changes import apply_change, prepare
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.register.public import Post
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require


def set_standard(*, actor: Actor, post_id: int, competency_id: int, level: int, must: bool, valid_from: date) -> PostStandard:
    """Let a post ask for a level of a competency from a day; what it asked before for that competency ends that day."""
    require(may_set_standard(actor))
    post = Post.objects.get(pk=post_id, agency_id=actor.agency_id)
    with transaction.atomic():
        change = prepare(
            actor=actor,
            kind=StandardChangeKind.ONE,
            title=post.name,
            effective_from=valid_from,
            rows=[(post.pk, competency_id, Span(valid_from, None, level, must))],
        )
        apply_change(actor=actor, change_id=change.pk)
    return PostStandard.objects.as_at(valid_from).get(post=post, competency_id=competency_id)
