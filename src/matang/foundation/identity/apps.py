"""Django app."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """The identity part of the foundation."""

    name = "matang.foundation.identity"
    label = "identity"
