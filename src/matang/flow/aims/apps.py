"""Django app."""

from django.apps import AppConfig


class AimsConfig(AppConfig):
    """The stage aims."""

    name = "matang.flow.aims"
    label = "aims"
