"""Django app."""

from django.apps import AppConfig


class PlaceConfig(AppConfig):
    """The stage place."""

    name = "matang.flow.place"
    label = "place"
