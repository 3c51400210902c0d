"""Make and change posts."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Post, Unit
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because


def create_post(
    *,
    actor: Actor,
    unit: Unit,
    name: str,
    kind: str,
    valid_from: date,
    capacity: int | None = None,
    echelon: str = "",
    job_class: int | None = None,
    origin: str = "",
) -> Post:
    """Create a post in ``unit``. An empty ``capacity`` means that it is not known how many may hold it."""
    require(may_edit_unit(actor, unit.path))
    with named_refusals():
        return Post.objects.create(
            agency_id=actor.agency_id,
            unit=unit,
            name=name,
            kind=kind,
            capacity=capacity,
            echelon=echelon,
            job_class=job_class,
            valid_from=valid_from,
            origin=origin,
        )


def correct_post(
    *, actor: Actor, post: Post, name: str, kind: str, capacity: int | None, echelon: str, job_class: int | None, reason: str
) -> None:
    """Mend a post's own facts. A room for one makes the database refuse a second holder, for those who hold it already too."""
    require(may_edit_unit(actor, post.unit.path))
    post.name, post.kind, post.capacity, post.echelon, post.job_class = name, kind, capacity, echelon, job_class
    with because(reason), named_refusals():
        post.save(update_fields=["name", "kind", "capacity", "echelon", "job_class"])
        Incumbency.objects.filter(post=post, kind=IncumbencyKind.DEFINITIVE).exclude(sole=capacity == 1).update(
            sole=capacity == 1
        )


def end_post(*, actor: Actor, post: Post, day: date, reason: str) -> None:
    """End a post. Refused while somebody holds it on the day or later."""
    require(may_edit_unit(actor, post.unit.path))
    if day <= post.valid_from:
        raise ValidationError({"day": _("Jabatan harus berakhir sesudah tanggal mulainya.")})
    held = Incumbency.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), post=post).select_related("person")
    if names := [each.person.full_name for each in held[:5]]:
        message = _("Jabatan ini masih dipangku %(names)s. Akhiri atau pindahkan dulu.") % {"names": ", ".join(names)}
        raise ValidationError({"day": message})
    post.valid_to = day
    with because(reason), named_refusals():
        post.save(update_fields=["valid_to"])
