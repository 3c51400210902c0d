"""Accounts: who signs in. What the account may do is decided by its grants (``foundation.access``)."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account. ``username`` is the NIP for a civil servant, else a chosen name.

    ``person_id`` and ``agency_id`` are the keys of the person and home agency; they are plain numbers because
    those tables belong to a later layer, whose migrations add the database constraints.
    """

    personal_data: ClassVar[tuple[str, ...]] = ("username", "first_name", "last_name", "email", "last_login")

    person_id = models.BigIntegerField(_("pegawai"), null=True, blank=True, unique=True)
    agency_id = models.BigIntegerField(_("instansi"), null=True, blank=True)

    class Meta:
        verbose_name = _("akun")
        verbose_name_plural = _("akun")
