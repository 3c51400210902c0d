"""Who holds which post: appoint, move, end."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Person, Post
from matang.flow.register.permissions import may_move_into
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require


def move_person(*, actor: Actor, person_id: int, post_id: int, effective_from: date, decree: str, origin: str) -> Incumbency:
    """Make a person the definitive holder of a post from ``effective_from``.

    The definitive post held until then ends that day, and so does any acting holding of the same post by the same
    person. Raises ``ValidationError`` naming the field when the post is taken or a later appointment is already recorded.
    """
    person = Person.objects.get(pk=person_id, agency_id=actor.agency_id)
    post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
    require(may_move_into(actor, post.unit.path))
    mine = Incumbency.objects.filter(person=person)
    if mine.filter(kind=IncumbencyKind.DEFINITIVE, valid_from__gte=effective_from).exists():
        message = _(
            "Pegawai ini sudah tercatat memangku jabatan lain sejak tanggal itu atau sesudahnya. Perbaiki dulu catatan itu."
        )
        raise ValidationError({"effective_from": message})
    if post.valid_from > effective_from or (post.valid_to and post.valid_to <= effective_from):
        raise ValidationError({"post": _("Jabatan ini tidak ada pada tanggal itu.")})
    with transaction.atomic():
        ending = mine.filter(Q(kind=IncumbencyKind.DEFINITIVE) | Q(post=post), valid_from__lt=effective_from)
        ending.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=effective_from)).update(valid_to=effective_from)
        with named_refusals():
            return Incumbency.objects.create(
                agency_id=actor.agency_id,
                person=person,
                post=post,
                kind=IncumbencyKind.DEFINITIVE,
                sole=post.capacity == 1,
                valid_from=effective_from,
                decree=decree,
                origin=origin,
            )
