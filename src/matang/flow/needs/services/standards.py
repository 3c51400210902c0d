"""Set what a post asks for."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.models import PostStandard
from matang.flow.needs.permissions import STANDARD_ROLES, may_set_standard
from matang.flow.register.public import Post
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require


def set_standard(*, actor: Actor, post_id: int, competency_id: int, level: int, must: bool, valid_from: date) -> PostStandard:
    """Let a post ask for a level of a competency from a day; what it asked before for that competency ends that day."""
    require(may_set_standard(actor))
    post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
    if not actor.scope(*STANDARD_ROLES).covers(post.unit.path):
        raise RefusedError(Denied(_("Jabatan ini di luar lingkup tugas Anda.")))
    with transaction.atomic():
        same = PostStandard.objects.filter(post=post, competency_id=competency_id)
        same.filter(valid_from__gte=valid_from).delete()
        same.as_at(valid_from).update(valid_to=valid_from)
        return PostStandard.objects.create(
            agency_id=actor.agency_id,
            post=post,
            competency_id=competency_id,
            level=level,
            must=must,
            valid_from=valid_from,
            origin="manual",
        )
