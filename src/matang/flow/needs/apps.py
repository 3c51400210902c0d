"""Django app."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """The stage needs."""

    name = "matang.flow.needs"
    label = "needs"
