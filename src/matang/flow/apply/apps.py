"""Django app."""

from django.apps import AppConfig


class ApplyConfig(AppConfig):
    """The stage apply."""

    name = "matang.flow.apply"
    label = "apply"
