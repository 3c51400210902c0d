"""Django app."""

from django.apps import AppConfig


class LearnConfig(AppConfig):
    """The stage learn."""

    name = "matang.flow.learn"
    label = "learn"
