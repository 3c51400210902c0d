"""Write the rest of a post's standard form: what the post is for, and its requirements in words."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.models import PostSheet
from matang.flow.needs.permissions import may_set_standards_of
from matang.flow.needs.services.standards.changes import lock_standards
from matang.flow.register.public import Post
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because

FIELDS = ("post_code", "affair", "summary", "rank", "education", "training", "experience", "indicators")


def set_sheet(*, actor: Actor, post_id: int, words: Mapping[str, str], effective_from: date, basis: str) -> PostSheet | None:
    """Let the words hold for a post from a day; the sheet before ends that day. None when they hold already.

    Raises:
        RefusedError: the post is not the actor's to set.
        ValidationError: a sheet that starts later stands already.
    """
    post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
    require(may_set_standards_of(actor, [post.unit.path]))
    values = {name: words.get(name, "").strip() for name in FIELDS}
    with transaction.atomic(), because(basis):
        lock_standards(actor.agency_id or 0)
        sheets = PostSheet.objects.filter(post=post)
        if later := sheets.filter(valid_from__gt=effective_from).order_by("valid_from").first():
            raise ValidationError(
                {
                    "effective_from": _("Sudah ada lembar standar yang berlaku mulai %(day)s.")
                    % {"day": f"{later.valid_from:%d-%m-%Y}"}
                }
            )
        current = sheets.as_at(effective_from).first()
        if current is not None and all(getattr(current, name) == value for name, value in values.items()):
            return None
        if current is not None and current.valid_from == effective_from:
            for name, value in (*values.items(), ("basis", basis)):
                setattr(current, name, value)
            current.save()
            return current
        sheets.as_at(effective_from).update(valid_to=effective_from)
        return PostSheet.objects.create(
            agency_id=actor.agency_id, post=post, valid_from=effective_from, basis=basis, origin="manual", **values
        )
