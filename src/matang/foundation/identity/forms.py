"""The sign-in form."""

from allauth.account.forms import LoginForm as BaseLoginForm
from django.utils.translation import gettext_lazy as _


class LoginForm(BaseLoginForm):
    """Account name and password. A NIP may be typed with the spaces and dots that offices write."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("NIP atau nama akun")
        self.fields["login"].widget.attrs["placeholder"] = ""
        self.fields["password"].widget.attrs["placeholder"] = ""

    def clean_login(self) -> str:
        """Return the account name, a NIP without anything between its digits."""
        name: str = super().clean_login()
        digits = name.replace(" ", "").replace(".", "")
        return digits if digits.isdecimal() else name
