"""Django app."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """The clock part of the foundation."""

    name = "matang.foundation.clock"
    label = "clock"
