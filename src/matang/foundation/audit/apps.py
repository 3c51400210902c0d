"""Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit part of the foundation."""

    name = "matang.foundation.audit"
    label = "audit"
