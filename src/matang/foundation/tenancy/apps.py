"""Django app."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from matang.foundation.tenancy.checks import role_obeys_policies


class TenancyConfig(AppConfig):
    """The tenancy part of the foundation."""

    name = "matang.foundation.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        """Register the check that runs with ``migrate`` and ``check --database default``."""
        register(role_obeys_policies, Tags.database)
