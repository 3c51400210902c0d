"""Accounts: who signs in. What the account may do is decided by its grants (``foundation.access``)."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from matang.foundation.audit.tracking import tracked


@tracked(exclude=("password", "last_login"))
class User(AbstractUser):
    """An account. ``username`` is the NIP for a civil servant, else a chosen name.

    ``person_id`` and ``agency_id`` are the keys of the person and home agency; they are plain numbers because
    those tables belong to a later layer, whose migrations add the database constraints.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("username", "first_name", "last_name", "email", "last_login")

    person_id = models.BigIntegerField(_("pegawai"), null=True, blank=True, unique=True)
    agency_id = models.BigIntegerField(_("instansi"), null=True, blank=True)
    must_change_password = models.BooleanField(_("harus mengganti kata sandi"), default=False)

    class Meta:
        verbose_name = _("akun")
        verbose_name_plural = _("akun")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Session(AbstractBaseSession):
    """A signed-in browser. The account is a column, so that its sessions can be listed and ended."""

    personal_data: ClassVar[tuple[str, ...]] = ("user", "address", "browser")

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions", verbose_name=_("akun"))
    created_at = models.DateTimeField(_("masuk pada"))
    address = models.GenericIPAddressField(_("alamat jaringan"), null=True)
    browser = models.CharField(_("peramban"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sesi")
        verbose_name_plural = _("sesi")

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return the store that reads and writes these rows."""
        from matang.foundation.identity.sessions import SessionStore  # noqa: PLC0415 - the store imports this module

        return SessionStore
