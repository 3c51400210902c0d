"""Django app."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    """The tenancy part of the foundation."""

    name = "matang.foundation.tenancy"
    label = "tenancy"
