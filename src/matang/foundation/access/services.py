"""Give and end roles. Every change has a reason and stands in the decision log."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied, require
from matang.foundation.access.models import Grant
from matang.foundation.access.permissions import Area, may_end, may_grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.dated import holds_at
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` (included) to ``end`` (excluded; None = until it is ended)."""

    start: date
    end: date | None = None


def grant_role(*, actor: Actor, user: User, role: Role, area: Area, span: Span, reason: str) -> Grant:
    """Give ``user`` a role over ``area`` for ``span``.

    Raises:
        RefusedError: the actor may not, the span lies in the past or is empty, the role is held already on one of
            the days, or the reason is missing.
    """
    require(may_grant(actor, user, role, area))
    require(reasoned(reason))
    require(span_fits(span))
    require(not_held(user, role, area, span))
    with because(reason):
        grant = Grant.objects.create(
            agency_id=user.agency_id or 0,
            user=user,
            role=role,
            unit_id=area.unit_id,
            unit_path=area.path,
            valid_from=span.start,
            valid_to=span.end,
            reason=reason,
        )
    log(actor, "access.granted", grant, reason)
    return grant


def end_grant(*, actor: Actor, grant: Grant, day: date, reason: str) -> None:
    """End a role: ``day`` is the first day without it. A role that had not begun is taken away altogether.

    Raises:
        RefusedError: the actor may not, the day is past or not earlier than the end so far, the reason is missing,
            or nobody would be left to operate the system.
    """
    require(may_end(actor, grant))
    require(reasoned(reason))
    require(day_fits(grant, day))
    if grant.role == Role.SYSTEM_OPERATOR:
        require(another_operator(grant.user_id, day))
    with because(reason):
        if grant.valid_from >= day:
            log(actor, "access.withdrawn", grant, reason)
            grant.delete()
            return
        grant.valid_to = day
        grant.save(update_fields=["valid_to"])
    log(actor, "access.ended", grant, reason)


def move_paths(*, agency_id: int, old: str, new: str) -> int:
    """Let grants follow a unit whose path changed from ``old`` to ``new``, units below it included; return how many.

    Both paths begin and end with a slash. Called by the register in the transaction that moves the unit.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_grant SET unit_path = %s || substr(unit_path, %s) WHERE agency_id = %s AND starts_with(unit_path, %s)",
            [new, len(old) + 1, agency_id, old],
        )
        return int(cursor.rowcount)


def reasoned(reason: str) -> Answer:
    """A change of roles needs a reason."""
    return Allowed() if reason.strip() else Denied(_("Tuliskan alasannya."))


def span_fits(span: Span) -> Answer:
    """Roles are not given backwards, nor for no day at all."""
    if span.start < today():
        return Denied(_("Peran tidak dapat diberikan untuk tanggal yang sudah lewat."))
    if span.end is not None and span.end <= span.start:
        return Denied(_("Tanggal akhir harus sesudah tanggal mulai."))
    return Allowed()


def day_fits(grant: Grant, day: date) -> Answer:
    """A role ends today or later, and earlier than it would have."""
    if day < today():
        return Denied(_("Peran tidak dapat diakhiri pada tanggal yang sudah lewat."))
    if grant.valid_to is not None and grant.valid_to <= day:
        return Denied(_("Peran ini sudah berakhir pada tanggal itu."))
    return Allowed()


def not_held(user: User, role: Role, area: Area, span: Span) -> Answer:
    """The same role over the same units is not given twice for one day."""
    same = Grant.objects.filter(user=user, role=role, unit_path=area.path)
    clash = same.filter(holds_at(span.start)) | same.filter(valid_from__gte=span.start)
    if span.end is not None:
        clash = clash.filter(valid_from__lt=span.end)
    return Denied(_("Peran ini sudah dipegang pada masa itu.")) if clash.exists() else Allowed()


def another_operator(user_id: int, day: date) -> Answer:
    """Somebody else can still operate the system on ``day``, without an end in sight."""
    lasting = Grant.objects.filter(role=Role.SYSTEM_OPERATOR, valid_to__isnull=True).values("user_id")
    if holders(Role.SYSTEM_OPERATOR, day).filter(pk__in=lasting).exclude(pk=user_id).exists():
        return Allowed()
    return Denied(_("Ini operator sistem terakhir. Tunjuk penggantinya lebih dahulu."))


def log(actor: Actor, kind: str, grant: Grant, reason: str) -> None:
    """Write a change of roles to the decision log."""
    facts: dict[str, Any] = {
        "account": grant.user_id,
        "role": str(grant.role),
        "unit": grant.unit_id,
        "unit_path": grant.unit_path,
        "from": grant.valid_from,
        "to": grant.valid_to,
    }
    record_decision(
        agency_id=grant.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"account:{grant.user_id}",
        payload=facts,
        reason=reason,
    )
