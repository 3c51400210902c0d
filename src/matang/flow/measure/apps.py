"""Django app."""

from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """The stage measure."""

    name = "matang.flow.measure"
    label = "measure"
