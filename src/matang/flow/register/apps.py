"""Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The stage register."""

    name = "matang.flow.register"
    label = "register"
