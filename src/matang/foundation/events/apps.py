"""Django app."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The events part of the foundation."""

    name = "matang.foundation.events"
    label = "events"
