"""Read grants."""

from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.clock.dated import holds_at
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User

ROLES = {role.value: role for role in Role}


def enter_as(user: User) -> Actor:
    """Tell the database whom this transaction works for, and return the actor with the grants that hold today.

    One query: the settings must stand before the row policies are asked, so a function of the database does both.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT role, unit_path FROM access_enter(%s, %s, %s)", [user.agency_id, user.pk, today()])
        rows = cursor.fetchall()
    return actor_from(user, rows)


def actor_of(user: User) -> Actor:
    """Return the actor for an account in its home agency, with the grants that hold today; the transaction has entered it."""
    if user.agency_id is None:
        return actor_from(user, [])
    grants = Grant.objects.filter(user_id=user.pk, agency_id=user.agency_id).as_at(today())
    return actor_from(user, list(grants.order_by("role", "unit_path").values_list("role", "unit_path")))


def actor_from(user: User, rows: Sequence[tuple[str, str]]) -> Actor:
    """Return the actor for an account that holds ``rows`` of (role, unit path)."""
    return Actor(
        user_id=user.pk,
        agency_id=user.agency_id,
        person_id=user.person_id,
        name=user.get_full_name() or user.get_username(),
        held=tuple(Held(ROLES[role], path) for role, path in rows),
    )


def grants_of(user: User) -> QuerySet[Grant]:
    """Return all grants an account ever had, the latest first."""
    return Grant.objects.filter(user_id=user.pk).order_by("-valid_from", "role", "id")


def holders(role: Role, day: date) -> QuerySet[User]:
    """Return the open accounts of the current agency that hold ``role`` anywhere on ``day``."""
    held = Grant.objects.filter(holds_at(day), role=role).values("user_id")
    return User.objects.filter(pk__in=held, is_active=True).order_by("pk")


def accounts_seen_by(actor: Actor, *, search: str = "", role: str = "", state: str = "") -> QuerySet[User]:
    """Return the accounts that ``actor`` may see in the account pages, in order of name.

    Args:
        actor: an operator or an HR officer sees all accounts of the agency, anybody else only their own.
        search: part of a name or account name.
        role: a role that is held today.
        state: ``open`` or ``closed``.
    """
    accounts = User.objects.filter(agency_id=actor.agency_id)
    if not actor.has(Role.SYSTEM_OPERATOR, Role.HR_OFFICER):
        accounts = accounts.filter(pk=actor.user_id or 0)
    if search:
        accounts = accounts.filter(first_name__icontains=search) | accounts.filter(username__icontains=search)
    if role:
        accounts = accounts.filter(pk__in=Grant.objects.filter(holds_at(today()), role=role).values("user_id"))
    if state:
        accounts = accounts.filter(is_active=state == "open")
    return accounts.order_by("first_name", "username")


def account_seen_by(actor: Actor, user_id: int) -> User | None:
    """Return one account if ``actor`` may see it."""
    return accounts_seen_by(actor).filter(pk=user_id).first()


def roles_today(user_ids: Sequence[int]) -> dict[int, list[Role]]:
    """Return the distinct roles that each account holds today."""
    held = Grant.objects.filter(holds_at(today()), user_id__in=user_ids)
    found: dict[int, list[Role]] = {}
    for user_id, role in held.order_by("role").values_list("user_id", "role").distinct():
        found.setdefault(user_id, []).append(Role(role))
    return found
