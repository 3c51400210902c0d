"""Make, open and close accounts. Who may do so is decided one layer up, in ``foundation.access.accounts``."""

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from axes.models import AccessAttempt
from axes.utils import reset as forget_failures
from django.conf import settings
from django.db.models import Sum
from django.urls import reverse

from matang.foundation.clock.services import now
from matang.foundation.identity.models import Session, User
from matang.foundation.identity.secrets import temporary_password


def create_account(
    *, agency_id: int | None, username: str, name: str = "", person_id: int | None = None, email: str = ""
) -> tuple[User, str]:
    """Create an account and return it with its temporary password, which must be changed at the first sign-in."""
    password = temporary_password()
    user = User(
        username=username, agency_id=agency_id, person_id=person_id, first_name=name[:150], email=email, must_change_password=True
    )
    user.set_password(password)
    user.save(force_insert=True)
    return user, password


def password_link(user: User) -> str:
    """Return the path of a page where the holder sets a new password. It works once, for ``PASSWORD_RESET_TIMEOUT``."""
    key = PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


def sign_out_everywhere(user: User, *, keep: str | None = None) -> int:
    """End the account's sessions, all but the one with key ``keep``, and return how many were ended."""
    return Session.objects.filter(user=user).exclude(session_key=keep).delete()[0]


def close_account(user: User) -> None:
    """Shut an account: nobody can sign in with it, and who is signed in is out at once."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    sign_out_everywhere(user)


def reopen_account(user: User) -> None:
    """Open a shut account again."""
    user.is_active = True
    user.save(update_fields=["is_active"])


def locked_names(names: list[str]) -> set[str]:
    """Return which of these account names are locked out from at least one place, after too many failures."""
    since = now() - settings.AXES_COOLOFF_TIME
    failures = (
        AccessAttempt.objects.filter(username__in=names, attempt_time__gte=since)
        .values("username", "ip_address")
        .annotate(total=Sum("failures_since_start"))
    )
    return {row["username"] for row in failures if row["total"] >= settings.AXES_FAILURE_LIMIT}


def unlock(user: User) -> int:
    """Forget the failed sign-ins of an account, and return how many records there were."""
    return int(forget_failures(username=user.username))
