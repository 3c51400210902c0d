"""Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages that join stages."""

    name = "matang.portal"
    label = "portal"
