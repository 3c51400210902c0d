"""How people sign in: an officer makes the accounts; nobody signs up alone, and single sign-on never makes an account."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.foundation.identity.models import User
from matang.foundation.identity.network import client_address
from matang.foundation.identity.secrets import seal, unseal
from matang.foundation.identity.sessions import SessionStore


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by name and password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the signature is allauth's
        """Return false: accounts are made by an officer."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, and remember where, so that the account can see its own sessions."""
        super().login(request, user)
        session = cast("SessionStore", request.session)
        session.note_client(client_address(request), request.headers.get("User-Agent", ""))

    def set_password(self, user: User, password: str) -> None:
        """Set a password that the person chose: whatever was temporary about the account is over."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - the signature is allauth's
        """Return where to go after a change of password."""
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the client's address, by the same rule as the lock-out."""
        return client_address(request) or super().get_client_ip(request)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on leads to accounts that exist."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 - allauth's
        """Return false: single sign-on never makes an account."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Tie a first sign-on to the account whose name is the configured claim; refuse when there is none."""
        if sociallogin.is_existing:
            return
        name = self.claim(sociallogin)
        user = User.objects.filter(username=name, is_active=True).first() if name else None
        if user is None:
            reason = _("SSO mengenal Anda sebagai “%(name)s”, tetapi akun itu tidak ada di sini atau sudah ditutup.")
            response = render(request, "errors/403.html", {"reason": reason % {"name": name or "–"}}, status=403)
            raise ImmediateHttpResponse(response)
        if not request.user.is_authenticated:
            sociallogin.connect(request, user)

    @staticmethod
    def claim(sociallogin: SocialLogin) -> str:
        """Return the account name that the provider states, or an empty string."""
        data: dict[str, Any] = sociallogin.account.extra_data
        facts = data.get("userinfo") or data.get("id_token") or data
        return str(facts.get(settings.OIDC_USERNAME_CLAIM) or "").strip()


class MfaAdapter(DefaultMFAAdapter):
    """Second factors. Their secrets are encrypted with a key derived from the installation's secret key."""

    def encrypt(self, text: str) -> str:
        """Return ``text`` sealed."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return what :meth:`encrypt` sealed."""
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        """Return the name that an authenticator app shows."""
        return "Matang"
