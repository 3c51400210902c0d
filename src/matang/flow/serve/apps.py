"""Django app."""

from django.apps import AppConfig


class ServeConfig(AppConfig):
    """The stage serve."""

    name = "matang.flow.serve"
    label = "serve"
