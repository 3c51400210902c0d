"""How accounts come to be: an officer makes them; nobody signs up alone."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """No open sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return false: accounts are made by an officer."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on connects to accounts that exist."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Return false: single sign-on never makes an account."""
        return False
