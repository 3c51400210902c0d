"""Who holds which post: appoint, move, end."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Person, Post
from matang.flow.register.permissions import may_edit_unit, may_move_into
from matang.flow.register.services.refusals import REFUSALS, named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because


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
    if not exists_on(post, effective_from):
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


def exists_on(post: Post, day: date) -> bool:
    """Return true when the post exists on the day."""
    return post.valid_from <= day and (post.valid_to is None or post.valid_to > day)


def appoint(
    *,
    actor: Actor,
    post: Post,
    person: Person,
    kind: str,
    valid_from: date,
    valid_to: date | None = None,
    decree: str = "",
    reason: str = "",
) -> Incumbency:
    """Record that a person holds a post. A definitive post is a move: what was held definitively until then ends."""
    require(may_edit_unit(actor, post.unit.path))
    if valid_to is not None and valid_to <= valid_from:
        raise ValidationError({"valid_to": REFUSALS["incumbency_ends_after_start"][1]})
    with because(reason):
        if kind == IncumbencyKind.DEFINITIVE:
            made = move_person(
                actor=actor, person_id=person.pk, post_id=post.pk, effective_from=valid_from, decree=decree, origin="manual"
            )
            if valid_to is not None:
                end_incumbency(actor=actor, incumbency=made, day=valid_to, reason=reason)
            return made
        if not exists_on(post, valid_from):
            raise ValidationError({"valid_from": _("Jabatan ini tidak ada pada tanggal itu.")})
        with named_refusals():
            return Incumbency.objects.create(
                agency_id=actor.agency_id,
                person=person,
                post=post,
                kind=kind,
                valid_from=valid_from,
                valid_to=valid_to,
                decree=decree,
                origin="manual",
            )


def end_incumbency(*, actor: Actor, incumbency: Incumbency, day: date, reason: str) -> None:
    """End what a person holds; ``day`` is the first day without it."""
    require(may_edit_unit(actor, incumbency.post.unit.path))
    if incumbency.valid_to is not None and incumbency.valid_to <= day:
        raise ValidationError({"day": _("Masa jabatan ini sudah berakhir pada tanggal itu.")})
    if day <= incumbency.valid_from:
        message = _("Masa jabatan harus berakhir sesudah mulai (%(day)s).") % {"day": incumbency.valid_from.strftime("%d-%m-%Y")}
        raise ValidationError({"day": message})
    incumbency.valid_to = day
    with because(reason), named_refusals():
        incumbency.save(update_fields=["valid_to"])
