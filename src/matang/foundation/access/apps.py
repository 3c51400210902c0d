"""Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access part of the foundation."""

    name = "matang.foundation.access"
    label = "access"
