"""Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The jobs part of the foundation."""

    name = "matang.foundation.jobs"
    label = "jobs"
