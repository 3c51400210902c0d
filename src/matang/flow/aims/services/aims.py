"""Make, reword, move, retire and bring back aims."""

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.models import Aim, AimLink, AimPlan, Indicator
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.levels import may_hang
from matang.flow.aims.services.writing import locked, owner_path, post_of, require_unchanged, unit_of, writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today


@dataclass(frozen=True, slots=True)
class AimDetails:
    """What may be said about an aim beside its level and words. Empty = not known, never zero.

    ``upkeep_rupiah`` is a year's upkeep in integer rupiah; ``doer`` does the work, ``carer`` tends its result afterwards.
    """

    code: str = ""
    output: str = ""
    unit_id: int | None = None
    post_id: int | None = None
    place: str = ""
    doer_unit_id: int | None = None
    doer_post_id: int | None = None
    carer_unit_id: int | None = None
    carer_post_id: int | None = None
    upkeep_rupiah: int | None = None
    upkeep_source: str = ""
    started_on: date | None = None
    ends_on: date | None = None


UNITS, POSTS = ("unit_id", "doer_unit_id", "carer_unit_id"), ("post_id", "doer_post_id", "carer_post_id")


def details_of(aim: Aim) -> AimDetails:
    """Return what is said about an aim, to change one thing and keep the rest."""
    return AimDetails(**{field.name: getattr(aim, field.name) for field in fields(AimDetails)})


def create_aim(
    *,
    actor: Actor,
    plan_id: int,
    level: str,
    title: str,
    parent_id: int | None = None,
    details: AimDetails | None = None,
    valid_from: date | None = None,
) -> Aim:
    """Put an aim into the tree, last among its siblings, and return it.

    Args:
        actor: who makes it; a planner of a unit makes aims of that unit.
        plan_id: the document it stands in.
        level: an :class:`AimLevel`.
        title: its words, one line.
        parent_id: what it hangs under; None = nothing.
        details: what else is known.
        valid_from: from which day it holds; empty = the first day of the plan, or today where the plan is yet to begin.

    Raises:
        RefusedError: not the actor's, a level that may not hang there, or something of another agency.
        ValidationError: the same aim is there already, or the facts do not fit together.
    """
    said = details or AimDetails()
    with writing(actor.agency_id):
        plan = AimPlan.objects.select_related("unit").filter(pk=plan_id, agency_id=actor.agency_id).first()
        if plan is None:
            raise refuse(_("Dokumen ini tidak ada dalam instansi Anda."))
        aim = Aim(agency_id=actor.agency_id, plan=plan, level=_known(level), title=one_line(title))
        _say(actor, aim, said)
        require(may_edit_aims(actor, owner_path(aim)))
        aim.parent = _parent(actor, aim, parent_id)
        aim.valid_from = valid_from or min(today(), date(plan.year_from, 1, 1))
        aim.position = (_siblings(aim).aggregate(last=Max("position"))["last"] or 0) + 1
        aim.save(force_insert=True)
        aim.path = f"{aim.parent.path if aim.parent else '/'}{aim.pk}/"
        aim.save(update_fields=["path"])
    return aim


def change_aim(*, actor: Actor, aim_id: int, title: str, details: AimDetails, seen: int | None = None) -> Aim:
    """Reword an aim or say more about it; the trail keeps what was said before.

    ``seen`` is the version that the actor saw (``writing.version_of``): where somebody else was faster, nothing is changed.

    Raises:
        RefusedError: not the actor's, neither before nor after, or somebody else was faster.
        ValidationError: the same aim is there already, or the facts do not fit together.
    """
    with writing(actor.agency_id):
        aim = locked(actor, aim_id)
        require_unchanged(aim, seen)
        aim.title = one_line(title)
        _say(actor, aim, details)
        require(may_edit_aims(actor, owner_path(aim)))
        aim.save()
    return aim


def move_aim(*, actor: Actor, aim_id: int, parent_id: int | None, reason: str) -> Aim:
    """Hang an aim, with all below it, under another.

    Raises:
        RefusedError: not the actor's, no reason, a level that may not hang there, or a place below itself.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan pemindahan."))
    with because(reason.strip()), writing(actor.agency_id):
        aim = locked(actor, aim_id)
        if aim.parent_id == parent_id:
            raise refuse(_("Simpul ini sudah berada di sana."))
        before = aim.path
        aim.parent = _parent(actor, aim, parent_id)
        if aim.parent and aim.parent.path.startswith(before):
            raise refuse(_("Sebuah simpul tidak dapat dipindahkan ke bawah dirinya sendiri."))
        aim.position = (_siblings(aim).aggregate(last=Max("position"))["last"] or 0) + 1
        aim.path = f"{aim.parent.path if aim.parent else '/'}{aim.pk}/"
        aim.save(update_fields=["parent", "position", "path"])
        below = Aim.objects.filter(agency_id=actor.agency_id, path__startswith=before).exclude(pk=aim.pk)
        below.update(path=Concat(Value(aim.path), Substr("path", len(before) + 1), output_field=TextField()))
    return aim


def shift_aim(*, actor: Actor, aim_id: int, up: bool) -> None:
    """Let an aim change places with the sibling before it (``up``) or after it; nothing happens at the end of the row."""
    with writing(actor.agency_id):
        aim = locked(actor, aim_id)
        row = list(_siblings(aim).as_at(today()).order_by("position", "code", "id"))
        here = next((number for number, one in enumerate(row) if one.pk == aim.pk), -1)
        there = here - 1 if up else here + 1
        if here < 0 or not 0 <= there < len(row):
            return
        row[here], row[there] = row[there], row[here]
        for number, one in enumerate(row, start=1):
            one.position = number
        Aim.objects.bulk_update(row, ["position"])


def retire_aim(*, actor: Actor, aim_id: int, day: date, reason: str) -> int:
    """End an aim and everything below it, with indicators and ties, from ``day`` on; return how many aims ended.

    Raises:
        RefusedError: not the actor's, no reason, or something below belongs to a unit outside the actor's reach.
        ValidationError: the day does not lie after the day on which one of them began.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan penghentian."))
    with because(reason.strip()), writing(actor.agency_id):
        aim = locked(actor, aim_id)
        branch = _branch(actor, aim).filter(_open_after(day))
        rows = list(branch.select_related("unit", "plan__unit"))
        if not rows:
            raise refuse(_("Simpul ini sudah berakhir."))
        require(may_edit_aims(actor, *{owner_path(one) for one in rows}))
        if any(one.valid_from >= day for one in rows):
            raise ValidationError({"day": _("Simpul harus berakhir sesudah mulai berlaku. Pilih tanggal yang lebih kemudian.")})
        keys = [one.pk for one in rows]
        _end_what_hangs_on(keys, day)
        Aim.objects.filter(pk__in=keys).update(valid_to=day)
        record_decision(
            agency_id=aim.agency_id,
            actor_id=actor.user_id,
            kind="aims.retired",
            subject=f"aim:{aim.pk}",
            payload={"aim": aim.pk, "title": aim.title, "from": day, "aims": len(keys)},
            reason=reason.strip(),
        )
    return len(keys)


def _end_what_hangs_on(keys: list[int], day: date) -> None:
    """End the indicators and ties of these aims; a tie that would begin later is taken away, the trail keeps it."""
    indicators = Indicator.objects.filter(_open_after(day), aim_id__in=keys)
    if indicators.filter(valid_from__gte=day).exists():
        raise ValidationError({"day": _("Sebuah indikator baru mulai pada atau sesudah tanggal itu. Pilih tanggal sesudahnya.")})
    indicators.update(valid_to=day)
    ties = AimLink.objects.filter(_open_after(day)).filter(Q(source_id__in=keys) | Q(target_id__in=keys))
    ties.filter(valid_from__gte=day).delete()
    ties.update(valid_to=day)


def restore_aim(*, actor: Actor, aim_id: int, reason: str) -> int:
    """Take a retirement back: the aim and what ended with it on the same day hold again; return how many aims.

    Raises:
        RefusedError: not the actor's, no reason, not ended, or what it hung under has ended.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan pengaktifan kembali."))
    with because(reason.strip()), writing(actor.agency_id):
        aim = locked(actor, aim_id)
        day = aim.valid_to
        if day is None:
            raise refuse(_("Simpul ini masih berlaku."))
        if aim.parent and aim.parent.valid_to and aim.parent.valid_to <= day:
            raise refuse(_("Induknya sudah berakhir. Aktifkan kembali induknya dahulu."))
        keys = list(_branch(actor, aim).filter(valid_to=day).values_list("pk", flat=True))
        Aim.objects.filter(pk__in=keys).update(valid_to=None)
        Indicator.objects.filter(aim_id__in=keys, valid_to=day).update(valid_to=None)
        ends = Q(source_id__in=keys) | Q(target_id__in=keys)
        alive = Q(source__valid_to__isnull=True, target__valid_to__isnull=True)
        AimLink.objects.filter(pk__in=AimLink.objects.filter(ends, alive, valid_to=day).values("pk")).update(valid_to=None)
        record_decision(
            agency_id=aim.agency_id,
            actor_id=actor.user_id,
            kind="aims.restored",
            subject=f"aim:{aim.pk}",
            payload={"aim": aim.pk, "title": aim.title, "aims": len(keys)},
            reason=reason.strip(),
        )
    return len(keys)


def one_line(text: str) -> str:
    """Return words without line breaks and repeated blanks."""
    return " ".join(text.split())


def _known(level: str) -> str:
    if level not in AimLevel.values:
        raise refuse(_("Pilih tingkatnya."))
    return level


def _say(actor: Actor, aim: Aim, said: AimDetails) -> None:
    if not aim.title:
        raise ValidationError({"title": _("Tulis rumusannya.")})
    if len(aim.title) > 500:
        raise ValidationError({"title": _("Rumusan paling panjang 500 huruf.")})
    for name in UNITS:
        setattr(aim, name.removesuffix("_id"), unit_of(actor, getattr(said, name)))
    for name in POSTS:
        setattr(aim, name.removesuffix("_id"), post_of(actor, getattr(said, name)))
    aim.code, aim.output, aim.place = one_line(said.code), said.output.strip(), one_line(said.place)
    aim.upkeep_rupiah, aim.upkeep_source = said.upkeep_rupiah, one_line(said.upkeep_source)
    aim.started_on, aim.ends_on = said.started_on, said.ends_on


def _parent(actor: Actor, aim: Aim, parent_id: int | None) -> Aim | None:
    parent = None
    if parent_id is not None:
        parent = Aim.objects.filter(pk=parent_id, agency_id=actor.agency_id).first()
        if parent is None or parent.valid_to is not None:
            raise refuse(_("Induk itu tidak ada, atau sudah berakhir."))
    require(may_hang(aim.level, aim.plan_id, parent))
    return parent


def _siblings(aim: Aim) -> QuerySet[Aim]:
    return Aim.objects.filter(agency_id=aim.agency_id, plan_id=aim.plan_id, parent=aim.parent)


def _branch(actor: Actor, aim: Aim) -> QuerySet[Aim]:
    return Aim.objects.filter(agency_id=actor.agency_id, path__startswith=aim.path)


def _open_after(day: date) -> Q:
    return Q(valid_to__isnull=True) | Q(valid_to__gt=day)
