"""A reorganisation: a unit ends with all below it, and successors start with its posts, holders and grants.

Nothing is overwritten, so that a report of an earlier day still shows the structure of its day. What was only going to
start later is re-pointed instead, because it has no history yet.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Post, PostsReplaced, Region, Replacement, Unit
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.access.models import Grant
from matang.foundation.audit.context import because
from matang.foundation.events.services import publish
from matang.foundation.tenancy.bulk import reserve_ids


@dataclass(frozen=True, slots=True)
class Successor:
    """What the unit becomes: its code, name, kind, region and place in the tree from a day on."""

    code: str
    name: str
    kind: str = ""
    parent: Unit | None = None
    region: Region | None = None


def succeed_unit(*, actor: Actor, unit: Unit, into: Successor, day: date, reason: str) -> Unit:
    """Rename or move a unit from ``day`` on and return its successor. Raises ``ValidationError`` at the field to change."""
    require(may_edit_unit(actor, unit.path))
    require(may_edit_unit(actor, into.parent.path if into.parent else ""))
    refuse_impossible(unit, into, day)
    with because(reason), named_refusals():
        old = list(Unit.objects.select_for_update().filter(lasting(day), path__startswith=unit.path).order_by("path"))
        old.sort(key=lambda each: each.path.count("/"))
        heirs = start_units(old, unit, into, day)
        posts = start_posts(old, heirs, day)
        move_holders(posts, day)
        announce(actor, posts, day)
        move_grants(old, heirs, day)
        end([each for each in old if each.valid_from < day], day)
    return heirs[unit.pk]


def refuse_impossible(unit: Unit, into: Successor, day: date) -> None:
    """Raise where the change makes no sense."""
    if day <= unit.valid_from:
        message = _("Pilih tanggal sesudah unit ini mulai ada (%(day)s).") % {"day": unit.valid_from.strftime("%d-%m-%Y")}
        raise ValidationError({"day": message})
    if unit.valid_to is not None and unit.valid_to <= day:
        raise ValidationError({"day": _("Unit ini sudah berakhir pada tanggal itu.")})
    parent = into.parent
    if parent is None:
        return
    if parent.path.startswith(unit.path):
        raise ValidationError({"parent": _("Unit tidak dapat dipindahkan ke bawah dirinya sendiri.")})
    if parent.valid_from > day or (parent.valid_to is not None and parent.valid_to <= day):
        raise ValidationError({"parent": _("Unit induk ini tidak ada pada tanggal itu.")})


def lasting(day: date) -> Q:
    """Return the condition that a dated row holds on the day or starts later."""
    return Q(valid_to__isnull=True) | Q(valid_to__gt=day)


def start_units(old: list[Unit], top: Unit, into: Successor, day: date) -> dict[int, Unit]:
    """Start a successor for each unit, parents first; return them by the old key. What starts later keeps its row."""
    heirs: dict[int, Unit] = {}
    fresh = iter(reserve_ids(Unit, len(old)))
    for each in old:
        later = each.valid_from >= day
        parent = into.parent if each.pk == top.pk else heirs[each.parent_id]
        heir = each if later else copy_of(each, pk=next(fresh), valid_from=day, replaces_id=each.pk)
        heir.parent = parent
        heir.path = f"{parent.path if parent else '/'}{heir.pk}/"
        if each.pk == top.pk:
            heir.code, heir.name, heir.kind, heir.region = into.code, into.name, into.kind, into.region
        heirs[each.pk] = heir
        heir.save(force_insert=not later)
    return heirs


def copy_of(row: models.Model, **changes: object) -> models.Model:
    """Return an unsaved copy of a row with some fields changed."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.generated}
    values["id"] = None
    return type(row)(**{**values, **changes})


def start_posts(old: list[Unit], heirs: dict[int, Unit], day: date) -> dict[int, Post]:
    """Start the posts of the old units in their successors; return the new ones by the old key."""
    held = list(Post.objects.select_for_update().filter(lasting(day), unit__in=old))
    made: dict[int, Post] = {}
    ending = []
    fresh = iter(reserve_ids(Post, len(held)))
    for post in held:
        heir = heirs[post.unit_id]
        if post.valid_from >= day:
            post.unit = heir
            post.save(update_fields=["unit"])
            continue
        made[post.pk] = copy_of(post, pk=next(fresh), unit_id=heir.pk, valid_from=day, replaces_id=post.pk)
        ending.append(post)
    Post.objects.bulk_create(made.values(), batch_size=1000)
    end(ending, day)
    return made


def move_holders(posts: dict[int, Post], day: date) -> None:
    """Let the holders of the old posts hold the new ones from the day on."""
    held = list(Incumbency.objects.select_for_update().filter(lasting(day), post_id__in=posts))
    ending = [each for each in held if each.valid_from < day]
    end(ending, day)
    for each in held:
        if each.valid_from >= day:
            each.post = posts[each.post_id]
            each.save(update_fields=["post"])
    heirs = [copy_of(each, post_id=posts[each.post_id].pk, valid_from=day, valid_to=each.valid_to) for each in ending]
    Incumbency.objects.bulk_create(heirs, batch_size=1000)


def announce(actor: Actor, posts: dict[int, Post], day: date) -> None:
    """Tell later stages which posts took the place of which."""
    if posts and actor.agency_id is not None:
        pairs = tuple(Replacement(old_id=old, new_id=new.pk) for old, new in sorted(posts.items()))
        publish(PostsReplaced(agency_id=actor.agency_id, pairs=pairs, effective_from=day))


def succeed_post(*, actor: Actor, post: Post, day: date, reason: str, **facts: object) -> Post:
    """Change a post officially from ``day`` on and return its successor, held by the same people.

    ``facts`` are name, kind, capacity, echelon and job_class. Raises ``ValidationError`` at the field to change.
    """
    require(may_edit_unit(actor, post.unit.path))
    if day <= post.valid_from:
        message = _("Pilih tanggal sesudah jabatan ini mulai ada (%(day)s).") % {"day": post.valid_from.strftime("%d-%m-%Y")}
        raise ValidationError({"day": message})
    if post.valid_to is not None and post.valid_to <= day:
        raise ValidationError({"day": _("Jabatan ini sudah berakhir pada tanggal itu.")})
    with because(reason), named_refusals():
        heir = copy_of(post, pk=reserve_ids(Post, 1)[0], valid_from=day, replaces_id=post.pk, **facts)
        heir.save(force_insert=True)
        end([post], day)
        move_holders({post.pk: heir}, day)
        Incumbency.objects.filter(post=heir, kind=IncumbencyKind.DEFINITIVE).exclude(sole=heir.capacity == 1).update(
            sole=heir.capacity == 1
        )
        announce(actor, {post.pk: heir}, day)
    return heir


def move_grants(old: list[Unit], heirs: dict[int, Unit], day: date) -> None:
    """Let roles over the old units hold over their successors from the day on."""
    for each in old:
        heir = heirs[each.pk]
        if heir.pk == each.pk and heir.path == each.path:
            continue
        for grant in Grant.objects.select_for_update().filter(lasting(day), unit_id=each.pk):
            if grant.valid_from < day:
                copy_of(grant, unit_id=heir.pk, unit_path=heir.path, valid_from=day).save(force_insert=True)
                grant.valid_to = day
            else:
                grant.unit_id, grant.unit_path = heir.pk, heir.path
            grant.save()


def end(rows: list, day: date) -> None:
    """End dated rows on the day; what they carried on to is not touched."""
    if rows:
        type(rows[0]).objects.filter(pk__in=[row.pk for row in rows]).update(valid_to=day)


def end_unit(*, actor: Actor, unit: Unit, day: date, reason: str) -> None:
    """End a unit with its empty posts. Refused while units below it or holders of its posts last beyond the day."""
    require(may_edit_unit(actor, unit.path))
    if day <= unit.valid_from:
        raise ValidationError({"day": _("Unit harus berakhir sesudah tanggal mulainya.")})
    below = Unit.objects.filter(lasting(day), path__startswith=unit.path).exclude(pk=unit.pk).order_by("code")
    if names := [each.name for each in below[:5]]:
        message = _("Masih ada unit di bawahnya: %(names)s. Akhiri atau pindahkan dulu.") % {"names": ", ".join(names)}
        raise ValidationError({"day": message})
    held = Incumbency.objects.filter(lasting(day), post__unit=unit).select_related("person", "post").order_by("post__name")
    if names := [f"{each.person.full_name} ({each.post.name})" for each in held[:5]]:
        message = _("Masih ada pemangku jabatan: %(names)s. Pindahkan atau akhiri dulu.") % {"names": ", ".join(names)}
        raise ValidationError({"day": message})
    with transaction.atomic(), because(reason), named_refusals():
        Post.objects.filter(lasting(day), unit=unit, valid_from__lt=day).update(valid_to=day)
        Unit.objects.filter(pk=unit.pk).update(valid_to=day)
