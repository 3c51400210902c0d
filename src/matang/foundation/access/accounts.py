"""Open, shut and unlock accounts on behalf of an operator. Every act has a reason and stands in the decision log."""

from django.db import IntegrityError
from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.access.permissions import may_manage, may_manage_accounts
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.access.services import another_operator, reasoned
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today
from matang.foundation.identity import services as identity
from matang.foundation.identity.models import User


def open_account(
    *, actor: Actor, username: str, name: str, person_id: int | None = None, email: str = "", reason: str
) -> tuple[User, str]:
    """Create an account of the actor's agency; return it with its temporary password, to be handed over once.

    Raises:
        RefusedError: the actor may not, the reason is missing, the name is taken, or the person has an account.
    """
    require(may_manage_accounts(actor))
    require(reasoned(reason))
    if person_id is not None and User.objects.filter(person_id=person_id).exists():
        raise RefusedError(Denied(_("Pegawai ini sudah punya akun.")))
    try:
        with because(reason):
            user, password = identity.create_account(
                agency_id=actor.agency_id, username=username, name=name, person_id=person_id, email=email
            )
    except IntegrityError as error:  # names are unique over all agencies, also those that this one cannot see
        raise RefusedError(Denied(_("Nama akun ini sudah dipakai."))) from error
    note(actor, "account.opened", user, reason)
    return user, password


def password_link(*, actor: Actor, user: User, reason: str) -> str:
    """Return the path of a page, good once and for a day, where the holder sets a new password.

    Raises:
        RefusedError: the actor may not, or the reason is missing.
    """
    require(may_manage(actor, user))
    require(reasoned(reason))
    note(actor, "account.password_link", user, reason)
    return identity.password_link(user)


def unlock(*, actor: Actor, user: User, reason: str) -> None:
    """Let an account sign in again that was locked out after too many failures.

    Raises:
        RefusedError: the actor may not, or the reason is missing.
    """
    require(may_manage(actor, user))
    require(reasoned(reason))
    identity.unlock(user)
    note(actor, "account.unlocked", user, reason)


def close_account(*, actor: Actor, user: User, reason: str) -> None:
    """Shut an account and end its sessions.

    Raises:
        RefusedError: the actor may not, the reason is missing, it is the actor's own, or that of the last operator.
    """
    require(may_manage(actor, user))
    require(reasoned(reason))
    if user.pk == actor.user_id:
        raise RefusedError(Denied(_("Anda tidak dapat menutup akun sendiri.")))
    if holders(Role.SYSTEM_OPERATOR, today()).filter(pk=user.pk).exists():
        require(another_operator(user.pk, today()))
    with because(reason):
        identity.close_account(user)
    note(actor, "account.closed", user, reason)


def reopen_account(*, actor: Actor, user: User, reason: str) -> None:
    """Open a shut account again.

    Raises:
        RefusedError: the actor may not, or the reason is missing.
    """
    require(may_manage(actor, user))
    require(reasoned(reason))
    with because(reason):
        identity.reopen_account(user)
    note(actor, "account.reopened", user, reason)


def note(actor: Actor, kind: str, user: User, reason: str) -> None:
    """Write an act on an account to the decision log; the log holds the account's key, not its name."""
    record_decision(
        agency_id=user.agency_id or 0,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"account:{user.pk}",
        payload={"account": user.pk, "person": user.person_id},
        reason=reason,
    )
