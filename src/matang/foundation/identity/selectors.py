"""Read accounts and their sessions."""

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from matang.foundation.clock.services import now
from matang.foundation.identity.models import Session, User


def sessions_of(user: User) -> QuerySet[Session]:
    """Return the sessions in which an account is signed in, the latest first."""
    return Session.objects.filter(user=user, expire_date__gt=now()).order_by("-created_at")


def has_second_factor(user: User) -> bool:
    """Return true when an authenticator app or a passkey is asked for after the password."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=kinds).exists())
